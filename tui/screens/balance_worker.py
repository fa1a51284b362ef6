"""Computes a large balance in a thread while the app stays responsive."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from time import sleep
from typing import TYPE_CHECKING, Final, Protocol, cast

from textual.screen import Screen
from textual.worker import Worker, get_current_worker

from tui.pages.catalog import Catalog

if TYPE_CHECKING:
    from tui.pages.balance.cache import Choice, History

_WAIT: Final = 0.002
"""Seconds between two checks of whether all keys have been handled."""


class Host(Protocol):
    """What the app must provide beyond Textual's `App`."""

    @property
    def is_idle(self) -> bool:
        """Whether every key has taken full effect."""


class BalanceWorker:
    """The one balance that is being computed for a screen. `on_done` is called once it is known."""

    def __init__(self, screen: Screen[None], on_done: Callable[[Catalog], None]) -> None:
        self._screen = screen
        self._on_done = on_done
        self._worker: Worker[None] | None = None
        self._task: tuple[Catalog, Choice | History] | None = None

    def start(self, catalog: Catalog) -> None:
        """Compute the first balance that `catalog` lacks; one begun for other filters is abandoned."""
        missing = next(catalog.missing_balances(), None)
        if missing is None or self._task == (catalog, missing):
            return
        self.stop()
        self._task = (catalog, missing)
        self._worker = self._screen.run_worker(partial(self._work, catalog, missing), thread=True)

    def stop(self) -> None:
        """Abandon the computation."""
        if self._worker is not None:
            self._worker.cancel()
        self._worker = self._task = None

    def _work(self, catalog: Catalog, choice: Choice | History) -> None:
        from tui.dossier.network.signed_graph import TooManyPairs

        worker = get_current_worker()
        try:
            catalog.compute_balance(choice, partial(self._is_cancelled, worker))
        except TooManyPairs:
            return
        if not worker.is_cancelled and self._screen.is_running:
            self._screen.app.call_from_thread(self._finish, catalog)

    def _is_cancelled(self, worker: Worker[None]) -> bool:
        """Return whether to give up; waits while a key is being handled, which the thread would slow down."""
        host = cast(Host, self._screen.app)
        while not host.is_idle and not worker.is_cancelled:
            sleep(_WAIT)
        return worker.is_cancelled

    def _finish(self, catalog: Catalog) -> None:
        self._worker = self._task = None
        self._on_done(catalog)
