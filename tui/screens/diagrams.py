"""Opens the diagrams of the network from anywhere in a dossier."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

from textual.screen import Screen

from tui.nav.trail import Place
from tui.pages.catalog import Catalog
from tui.pages.network import network_lists
from tui.screens.moments import NO_DATE

if TYPE_CHECKING:
    from tui.nav.navigator import Navigator
    from tui.pages.lists.jump_items import JumpItem

NETWORK = "network"
"""The panel of the diagrams."""
_MATRIX, _SPEAKERS = "matrix:", "speakers:"
"""Two tables that one key shows in turn."""
_BALANCE = "balance"
_ABOUT_AN_ACTOR = ("ego", "path")
"""The diagrams that start at the current actor."""
_OF_TWO_ACTORS = ("pair", "path")
_MOST_COMPARED = 3


class Host(Protocol):
    """The display of the dossier."""

    navigator: Navigator

    @property
    def catalog(self) -> Catalog:
        """The lists and pages of the dossier as filtered."""

    @property
    def current_view(self) -> str:
        """The open record or view."""

    def here(self) -> Place:
        """The current place."""

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
        """Open a diagram, or the timeline or table after the one that is open; `shown` is the open record or view."""
        if diagram == "timeline":
            self._open_timeline(shown)
            return
        if diagram == "compare":
            self._compare()
            return
        name = f"{diagram}:"
        if name == shown == _MATRIX:
            name = _SPEAKERS
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
            self._visit(name)

    def _open_timeline(self, shown: str) -> None:
        """Open the timeline after `shown`; of a dossier without dates none in Balance, where none has any bearing."""
        from tui.dossier.change_points import change_points
        from tui.pages.views.dated_timeline import TIMELINES, following_timeline

        dossier = self._host.catalog.dossier
        has_dates = change_points(dossier) is not None
        following = following_timeline(dossier, shown)
        if not following and shown in TIMELINES and has_dates:
            self._host.explain_unavailable("Nothing else in this dossier is dated")
        elif not following or (not has_dates and self._host.here().panel == _BALANCE):
            self._host.explain_unavailable(NO_DATE)
        else:
            self._host.navigator.follow(following)

    def _current_actor(self) -> str:
        return network_lists.main_actor(self._host.catalog.dossier, self._host.current_view)

    def _ask_path_end(self, path: str) -> None:
        from tui.pages.lists.jump_items import chain_items

        start = path.partition(":")[2]
        name = self._host.catalog.dossier.name(start)
        self._ask_actor(chain_items(self._host.catalog, start), ("Path", f"from {name} to …"), path)

    def _compare(self) -> None:
        """Compare at once the two actors that are shown, the marked ones beside the marks, the speakers of a filter.

        Otherwise ask for the next one. At most three are compared.
        """
        from tui.pages.lists.panels import MARKS_VIEW
        from tui.pages.views.registry import compare_view_id, ids_in

        kind, actors = self._host.current_view.partition(":")[0], ids_in(self._host.current_view)
        if kind in _OF_TWO_ACTORS:
            self._visit(compare_view_id(*actors))
            return
        if self._host.current_view == MARKS_VIEW:
            self._compare_marked()
            return
        if 1 < len(named := self._named_in_filter()) <= _MOST_COMPARED:
            self._visit(compare_view_id(*named))
            return
        if kind != "compare":
            actor = self._current_actor()
            actors = (actor,) if actor else ()
        if not actors:
            self._host.explain_unavailable("No actor selected")
        elif len(actors) == _MOST_COMPARED:
            self._host.explain_unavailable(f"At most {_MOST_COMPARED} are compared")
        else:
            self._ask_compared(actors)

    def _named_in_filter(self) -> tuple[str, ...]:
        """The speakers to whom the list is narrowed."""
        if not (query := self._host.here().filter):
            return ()
        from tui.dossier.search.named_speakers import named_speakers

        return named_speakers(self._host.catalog.dossier, query)

    def _compare_marked(self) -> None:
        """Compare the marked actors, if they are two or three: those marked themselves and the speakers of quotes."""
        from tui.pages.reader_marks import marked_speakers
        from tui.pages.views.registry import compare_view_id

        builder = self._host.catalog.builder
        actors = marked_speakers(builder.dossier, builder.reader_marks)
        if 1 < len(actors) <= _MOST_COMPARED:
            self._visit(compare_view_id(*actors))
        else:
            self._host.explain_unavailable("Mark two or three actors or quotes first")

    def _ask_compared(self, actors: tuple[str, ...]) -> None:
        from tui.pages.lists.jump_items import speaker_items
        from tui.pages.views.registry import compare_view_id

        catalog = self._host.catalog
        names = " and ".join(map(catalog.dossier.name, actors))
        self._ask_actor(speaker_items(catalog, actors), ("Compare", f"{names} with …"), compare_view_id(*actors))

    def _ask_actor(self, items: Iterable[JumpItem], title: tuple[str, str], view: str) -> None:
        """Ask for an actor and visit `view` with it as the last of its ids."""
        from tui.screens.jump import JumpScreen

        def visit(chosen: JumpItem | None) -> None:
            if chosen is not None:
                self._visit(f"{view}:{chosen.target}")

        self._screen.app.push_screen(JumpScreen(items, *title), visit)

    def _visit(self, name: str) -> None:
        self._host.navigator.visit(Place(NETWORK, name, pane="page"))
