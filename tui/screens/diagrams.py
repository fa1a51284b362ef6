"""Opens the diagrams of the network from anywhere in a dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from textual.screen import Screen

from tui.dossier.kinds import Event
from tui.nav.trail import Place
from tui.pages.catalog import Catalog
from tui.pages.network import network_lists

if TYPE_CHECKING:
    from tui.nav.navigator import Navigator
    from tui.pages.lists.jump_items import JumpItem

NETWORK = "network"
"""The panel of the diagrams."""
_ABOUT_AN_ACTOR = ("ego", "path")
"""The diagrams that start at the current actor."""


class Host(Protocol):
    """The screen of the dossier."""

    navigator: Navigator

    @property
    def catalog(self) -> Catalog:
        """The lists and pages of the dossier as filtered."""

    @property
    def current_view(self) -> str:
        """The open record or view."""

    def explain_unavailable(self, reason: str) -> None:
        """Say why nothing happens."""


class Diagrams:
    """Opens diagrams for one host, which is shown on `screen`."""

    def __init__(self, host: Host, screen: Screen[None]) -> None:
        self._host = host
        self._screen = screen

    def entry(self, last: Place | None) -> Place:
        """Where the panel opens: as it was left, or at the current actor or where there is most to see."""
        if last is not None:
            return last
        actor = self._current_actor()
        return Place(NETWORK, f"ego:{actor}" if actor else self._host.catalog.initial_record(NETWORK), pane="page")

    def open(self, diagram: str, shown: str) -> None:
        """Open a diagram, or the timeline after the one that is open; `shown` is the record or view that is open."""
        if diagram == "timeline":
            from tui.pages.views.dated_timeline import following_timeline

            self._host.navigator.visit(
                Place(Event.TABLE, following_timeline(self._host.catalog.dossier, shown), pane="page")
            )
            return
        name = f"{diagram}:"
        if diagram in _ABOUT_AN_ACTOR:
            actor = self._current_actor()
            name = f"{diagram}:{actor}" if actor else ""
        if not name:
            self._host.explain_unavailable("No actor selected")
        elif diagram == "path":
            self._ask_path_end(name)
        elif name == shown:
            self._host.explain_unavailable("Already shown")
        else:
            self._host.navigator.visit(Place(NETWORK, name, pane="page"))

    def _current_actor(self) -> str:
        return network_lists.main_actor(self._host.catalog.dossier, self._host.current_view)

    def _ask_path_end(self, path: str) -> None:
        from tui.pages.lists.jump_items import actor_items
        from tui.screens.jump import JumpScreen

        def open_path(end: JumpItem | None) -> None:
            if end is not None:
                self._host.navigator.visit(Place(NETWORK, f"{path}:{end.target}", pane="page"))

        catalog = self._host.catalog
        start = catalog.dossier.name(path.partition(":")[2])
        self._screen.app.push_screen(JumpScreen(actor_items(catalog), f"from {start} to …"), open_path)
