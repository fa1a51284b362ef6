"""Walking through a dossier: from place to place, back and forward, from panel to panel, along links.

The trail is the state. May not know how a place is shown, nor which widgets there are.
"""

from __future__ import annotations

from tui.nav.trail import Place, Trail
from tui.pages.catalog import Catalog
from tui.pages.lists.panels import PANELS
from tui.screens.pictures import PANEL as NETWORK
from tui.screens.pictures import PicturesScreen


class WalkScreen(PicturesScreen):
    """A screen with a trail. `visit` is the only way from one place to another; what is built on it shows places."""

    def __init__(self, catalog: Catalog, start: str) -> None:
        super().__init__(catalog)
        self.trail = Trail.start(Place(start, catalog.initial_record(start)))
        self._refused = False
        self._instead: tuple[Place, Place] | None = None

    @property
    def lit(self) -> str:
        """Where the lit link of the page leads; empty in the list."""
        raise NotImplementedError

    def go(self, place: Place, *, again: bool = False) -> None:
        """Show `place`; `again` when the reader was there: then nothing is scrolled to bring the record into view."""
        raise NotImplementedError

    def to_list(self) -> None:
        """Turn from the page to the list."""
        raise NotImplementedError

    def visit(self, place: Place) -> None:
        """Go on to `place`; the way back leads to exactly where the reader is now."""
        self.trail = self.trail.amended(self.here()).visited(place)
        if self._refused:  # what could not be done there need not stand in the way here
            self._refused = False
            self.app.clear_notifications()
        self.go(place)

    def renew(self, catalog: Catalog) -> None:
        """Show another reading of the same dossier, from the same place as far as it still exists.

        Where it does not, something else is shown; a reader who stays there is taken to the place itself by the next
        reading that has it.
        """
        here = self.here()
        asked, shown = self._instead or (here, here)
        asked = asked if here == shown else here
        self.catalog = catalog
        self.trail = self.trail.amended(asked)
        self.go(asked)
        self._instead = (asked, self.here())

    def follow(self, target: str) -> None:
        """Visit what a link leads to: a record, a sheet, `source#p5` for a part of a page, or `panel:quotes`."""
        name, _, anchor = target.partition("#")
        if name.startswith("panel:"):
            self.action_panel(name.removeprefix("panel:"))
            return
        table = self.catalog.panel_of(name)
        if not table:
            self.cannot(f"Nothing is known about “{name[:60]}”")
            return
        here = self.here()
        top = here.list_top if table == here.panel and not here.filter else 0
        self.visit(Place(table, name, list_top=top, pane="page", anchor=anchor))

    def cannot(self, why: str) -> None:
        """Say why a key does nothing, once however often it is pressed."""
        self._refused = True
        self.app.clear_notifications()
        self.notify(why, markup=False, timeout=3)

    def action_panel(self, table: str) -> None:
        """Open a panel where it was left."""
        if table != self.here().panel:
            place = self.trail.last(table)
            if table == NETWORK:
                self.visit(place or self.entrance())
            else:
                self.visit((place or Place(table, self.catalog.initial_record(table)))._replace(pane="list"))
        elif self.catalog.has_no_list(table, self.here().record, self.here().filter):
            self.cannot(f"{PANELS[table].title} is open already")
        elif self.here().pane == "page":
            self.to_list()

    def action_back(self) -> None:
        """Back to the place before."""
        self._travel(self.trail.amended(self.here()).back(), "This is where you began")

    def action_forward(self) -> None:
        """Forward to the place after."""
        self._travel(self.trail.amended(self.here()).forward(), "Forward is only where you came back from")

    def action_source(self) -> None:
        """To the passage that the lit statement rests on, or else the record at hand."""
        target = self.catalog.passage_for(self.at_hand, self.lit)
        if target:
            self.follow(target)
        else:
            self.cannot("No passage is named here")

    def _travel(self, trail: Trail, otherwise: str) -> None:
        if trail.at == self.trail.at:
            self.cannot(otherwise)
        else:
            self.trail = trail
            self.go(trail.here, again=True)
