"""Changes what is shown of a dossier, and stays where the reader is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from tui.nav.navigator import Navigator
from tui.screens.active_filters import ActiveFilters
from tui.screens.balance_worker import BalanceWorker
from tui.screens.main_screen import MainScreen

if TYPE_CHECKING:
    from tui.dossier.network.scope import Scope
    from tui.dossier.values.dates import Date
    from tui.pages.catalog import Catalog
    from tui.pages.work import Work

BALANCE = "balance"
"""The panel that shows what is computed."""


class FilterChanges:
    """The changes of the filters of one screen, by the reader or by what was worked out aside."""

    def __init__(self, screen: MainScreen, filters: ActiveFilters, navigator: Navigator) -> None:
        self._screen = screen
        self._filters = filters
        self._navigator = navigator
        self._balance_worker = BalanceWorker(screen, self._show_balance, self._show_work)
        self._work: Work | None = None
        self._shown_work: Work | None = None

    def make(self, change: Callable[[], None], *, keeping: bool = False) -> None:
        """Make a change and show the present place anew; when `keeping` its page, with the same in view."""
        place = self._navigator.intended_place()
        change()
        self._balance_worker.keep_to(self._filters.catalog)
        self._navigator.show_again(place, keeping=keeping)

    def choose_scope(self) -> None:
        """Let the reader choose which ties the diagrams count."""
        from tui.screens.filter import FilterScreen

        catalog = self._filters.catalog
        self._screen.app.push_screen(FilterScreen(catalog.dossier, catalog.scope), self._set_scope)

    def _set_scope(self, scope: Scope | None) -> None:
        if scope is not None and scope != self._filters.catalog.scope:
            self.make(partial(self._filters.set_scope, scope))

    def compute_balance(self, ahead: Sequence[Date]) -> None:
        """Compute the balance that the open panel lacks, aside, and show it then; at last those of moments `ahead`."""
        self._balance_worker.start(self._filters.catalog, ahead)

    def _show_work(self, work: Work | None) -> None:
        self._work = work
        self.show_work()

    def show_work(self) -> None:
        """Show how far the computation is where its answer is awaited."""
        work = self._work if self._navigator.trail.here.panel == BALANCE else None
        if work != self._shown_work:
            self._shown_work = work
            self._screen.show_work(BALANCE, work)

    def _show_balance(self, catalog: Catalog) -> None:
        """Show a balance that is now known; setting the scope drops the pages made without it."""
        if catalog is self._filters.catalog:
            self.make(partial(self._filters.set_scope, catalog.scope), keeping=True)
