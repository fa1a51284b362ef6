"""Filters the list of a dossier as the reader types, searches everything in the same way, and goes on between keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from tui.nav.trail import Place
from tui.pages.catalog import Catalog
from tui.pages.list_line import ListLine
from tui.pages.lists.panels import SEARCH, panel_named
from tui.pages.work import Work
from tui.screens.main_screen import MainScreen
from tui.screens.panes import Panes
from tui.widgets.split_view import SplitView

if TYPE_CHECKING:
    from tui.dossier.search.completion import Completion
    from tui.nav.navigator import Navigator

_WORK = "search"
_SEARCH_DELAY = 0.01
"""Seconds between two slices of a search, in which keys are handled."""

_LONG = 10
"""After so many slices a search shows how far it is: at a shorter one a bar would only flicker."""

_FEW = 2000
"""While so many are found a list is not shown anew before all are: a key would wait for it."""


class Host(Protocol):
    """The display of the dossier."""

    navigator: Navigator

    @property
    def catalog(self) -> Catalog:
        """The lists and pages of the dossier as filtered."""

    @property
    def split_view(self) -> SplitView:
        """The panes."""

    def here(self) -> Place:
        """The current place."""

    def show_highlighted(self) -> None:
        """Show the record under the cursor without adding to the trail."""

    def show_filtered(self, place: Place) -> None:
        """Show the list of `place` while its filter is being typed."""


class ListFilter:
    """The filter of the list of one host, which is shown on `screen`."""

    def __init__(self, host: Host, screen: MainScreen, panes: Panes) -> None:
        self._host = host
        self._screen = screen
        self._panes = panes
        self._record_before = ""
        self._is_due = False
        self._slices, self._shows_work = 0, False
        self._place = Place("")
        self._is_typed = False

    def line(self, panel: str, name: str, query: str) -> ListLine:
        """The line of a record in the list, with what the filter looks for marked."""
        catalog = self._host.catalog
        return catalog.found_line(panel, name, query) if query.strip() and name else catalog.line(name)

    def complete(self, text: str, cursor: int) -> Completion | None:
        """What the word at the cursor of a filter may be completed to."""
        from tui.dossier.search.completion import completion

        return completion(self._host.catalog.dossier, text, cursor)

    def forget_record(self) -> None:
        """Forget at which record the filter was begun, because another list is shown."""
        self._record_before = ""

    def apply(self, query: str) -> None:
        """Filter the list by another query; where it finds nothing, the record from before is remembered."""
        here, catalog = self._host.here(), self._host.catalog
        if query == here.filter:
            return
        if not here.filter:
            self._record_before = here.record
        record = here.record or self._record_before
        record = record if catalog.panel_of(record) else ""
        self._host.show_filtered(here._replace(record=record, filter=query, list_top=0))

    def open_search(self) -> None:
        """Let the reader search everything, on from where the last search was left."""
        self._host.navigator.open_panel(SEARCH)
        self._host.split_view.open_filter()

    def drop(self) -> None:
        """Drop the filter; a search ends where it began, and is kept in the trail."""
        if panel_named(self._host.here().panel).searching:
            self._host.navigator.leave_panel()
        else:
            self.apply("")

    def go_on_later(self, place: Place, *, typing: bool) -> None:
        """Go on with the search for `place` if it has not looked at everything yet, once waiting keys are handled."""
        self._place, self._is_typed = place, typing
        self._slices = 0
        self._go_on_if_unfinished()
        self._show_work()

    def _go_on_if_unfinished(self) -> None:
        if not self._is_due and self._host.catalog.is_searching:
            self._is_due = True
            self._screen.set_timer(_SEARCH_DELAY, self._go_on)

    def _show_work(self) -> None:
        """Show how far the search is if it takes long, and nothing once it is over."""
        catalog, was_shown = self._host.catalog, self._shows_work
        self._shows_work = self._slices >= _LONG and catalog.is_searching
        if self._shows_work:
            share = catalog.searched_share(self._host.here().filter)
            self._screen.show_work(_WORK, Work("Searching", share))
        elif was_shown:
            self._screen.show_work(_WORK, None)

    def _go_on(self) -> None:
        """Go on for a moment and show what is found; the cursor stays where the reader has moved it.

        As long as it was not moved, it goes to the record of the place, or to what is found best for a typed filter.
        """
        self._is_due = False
        self._slices += 1
        here, records = self._host.here(), self._host.split_view.records
        if (here.filter or self._host.catalog.scope.facets) and self._host.catalog.search_on():
            if not self._host.catalog.is_searching or records.count < _FEW:
                is_moved = here.record != next(iter(records.records), "")
                place = here if is_moved else self._place
                self._panes.show_list(place, returning=not self._is_typed, typing=self._is_typed and not is_moved)
                self._host.show_highlighted()
            else:
                self._panes.show_note(here)
            self._go_on_if_unfinished()
        self._show_work()
