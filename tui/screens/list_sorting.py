"""Sorts the list of the open panel by what the reader chooses, a large one in a thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from time import sleep
from typing import Final, Protocol, cast

from textual.screen import Screen
from textual.worker import Worker, get_current_worker

from tui.dossier.kinds import KINDS
from tui.pages.catalog import Catalog

_WAIT: Final = 0.002
"""Seconds between two checks of whether all keys have been handled."""


class Host(Protocol):
    """The display of the dossier."""

    @property
    def catalog(self) -> Catalog:
        """The lists and pages of the dossier as filtered."""

    def explain_unavailable(self, reason: str) -> None:
        """Say why nothing happens."""


class App(Protocol):
    """What the app must provide beyond Textual's `App`."""

    @property
    def is_idle(self) -> bool:
        """Whether every key has taken full effect."""


class ListSorting:
    """The orders of the lists of one host, which is shown on `screen`; `show_again` shows the list anew."""

    def __init__(self, host: Host, screen: Screen[None], show_again: Callable[[Callable[[], None]], None]) -> None:
        self._host = host
        self._screen = screen
        self._show_again = show_again
        self._worker: Worker[None] | None = None
        self._task: tuple[Catalog, str, str] | None = None

    def choose_next(self, panel: str) -> None:
        """Sort the list of a panel by the next column, or put it under its headings again."""
        catalog = self._host.catalog
        if panel not in KINDS:
            self._host.explain_unavailable("This list has one order")
            return
        column = catalog.orders.following(panel)
        if column == catalog.orders.chosen.get(panel, ""):
            self._host.explain_unavailable("There is nothing to sort by")
            return
        self._show_again(partial(catalog.choose_order, panel, column))

    def sort_aside(self, panel: str) -> None:
        """Sort the list of a panel if it is large and has yet to be sorted, and show it then."""
        catalog = self._host.catalog
        if not catalog.orders.is_missing(panel):
            return
        task = (catalog, panel, catalog.orders.chosen[panel])
        if self._task == task:
            return
        if self._worker is not None:
            self._worker.cancel()
        self._task = task
        self._worker = self._screen.run_worker(partial(self._work, *task), thread=True)

    def _work(self, catalog: Catalog, table: str, column: str) -> None:
        worker = get_current_worker()
        ids = catalog.orders.sorted_aside(table, column, partial(self._is_cancelled, worker))
        if ids is not None and not worker.is_cancelled and self._screen.is_running:
            self._screen.app.call_from_thread(self._finish, catalog, table, column, ids)

    def _is_cancelled(self, worker: Worker[None]) -> bool:
        """Return whether to give up; waits while a key is being handled, which the thread would slow down."""
        app = cast(App, self._screen.app)
        while not app.is_idle and not worker.is_cancelled:
            sleep(_WAIT)
        return worker.is_cancelled

    def _finish(self, catalog: Catalog, table: str, column: str, ids: tuple[str, ...]) -> None:
        self._worker = self._task = None
        if catalog is self._host.catalog:
            self._show_again(partial(catalog.keep_order, table, column, ids))
