"""Drawing the actor at hand, all actors, their blocs, or the way from one to another, and weighing their ties.

May not know how a page looks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.nav.trail import Place
from tui.pages.catalog import Catalog
from tui.pages.network import network_lists
from tui.screens.lens import LensScreen

if TYPE_CHECKING:
    from tui.pages.lists.jump_items import JumpItem
    from tui.screens.scales import Scales

PANEL, BALANCE = "network", "balance"


class PicturesScreen(LensScreen):
    """A screen that can draw. What is built on it says where the reader is and goes elsewhere."""

    def __init__(self, catalog: Catalog) -> None:
        super().__init__(catalog)
        self._scales: Scales | None = None

    @property
    def at_hand(self) -> str:
        """The record or the sheet at hand: in the matrix that of the lit cell."""
        raise NotImplementedError

    def here(self) -> Place:
        """The place as it is now."""
        raise NotImplementedError

    def visit(self, place: Place) -> None:
        """Go on to `place`."""
        raise NotImplementedError

    def cannot(self, why: str) -> None:
        """Say why a key does nothing."""
        raise NotImplementedError

    def entrance(self) -> Place:
        """Where the pictures are entered: at the actor at hand, or else where there is most to see."""
        actor = network_lists.actor_at_hand(self.catalog.dossier, self.at_hand)
        return Place(PANEL, f"ego:{actor}" if actor else self.catalog.initial_record(PANEL), pane="page")

    def weigh(self, panel: str) -> None:
        """See to it that what `panel` is to show becomes known, if it is the one that needs long."""
        if panel == BALANCE:
            if self._scales is None:
                from tui.screens.scales import Scales

                self._scales = Scales(self, self._weighed)
            self._scales.weigh(self.catalog)

    def _weighed(self, catalog: Catalog) -> None:
        if catalog is self.catalog:
            catalog.set_scope(catalog.scope)  # what was written without the answer is written anew
            self.renew(catalog)

    def action_draw(self, view: str) -> None:
        """Draw one of the four pictures; `ego` and `path` begin at the actor at hand."""
        name = f"{view}:"
        if view in ("ego", "path"):
            actor = network_lists.actor_at_hand(self.catalog.dossier, self.at_hand)
            name = f"{view}:{actor}" if actor else ""
        if not name:
            self.cannot("There is no actor to begin at")
        elif view == "path":
            self._ask_whither(name)
        elif name == self.here().record:
            self.cannot("This is drawn already")
        else:
            self.visit(Place(PANEL, name, pane="page"))

    def _ask_whither(self, begun: str) -> None:
        from tui.pages.lists.jump_items import actor_items
        from tui.screens.jump import JumpScreen

        def chosen(choice: JumpItem | None) -> None:
            if choice is not None:
                self.visit(Place(PANEL, f"{begun}:{choice.target}", pane="page"))

        asked = f"from {self.catalog.dossier.name(begun.partition(':')[2])} to …"
        self.app.push_screen(JumpScreen(actor_items(self.catalog), asked), chosen)
