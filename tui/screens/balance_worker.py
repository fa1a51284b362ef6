"""Computes large balances in threads while the app stays responsive."""

from collections.abc import Callable, Sequence
from functools import partial
from time import sleep
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol, cast

from textual.screen import Screen
from textual.worker import Worker, get_current_worker

from tui.pages.catalog import Catalog
from tui.pages.work import BAR, Work

if TYPE_CHECKING:
    from tui.dossier.values.dates import Date
    from tui.pages.balance.cache import Task

_WAIT: Final = 0.002
"""Seconds between two checks of whether all keys have been handled."""


class Host(Protocol):
    """What the app must provide beyond Textual's `App`."""

    @property
    def is_idle(self) -> bool:
        """Whether every key has taken full effect."""


class _Running(NamedTuple):
    """A task of a catalog, and the thread that works at it."""

    catalog: Catalog
    task: "Task"
    worker: Worker[None]


class BalanceWorker:
    """What is being computed for a screen: one balance, and the balance over time. `on_done` is called to show either.

    The balance over time does not depend on the moment, so it goes on when that changes; it waits for the balance.
    `on_work` hears what is worked at and how far that is, and None when it is nothing any more.
    """

    def __init__(
        self,
        screen: Screen[None],
        on_done: Callable[[Catalog], None],
        on_work: Callable[[Work | None], object] = lambda _: None,
    ) -> None:
        self._screen = screen
        self._on_done = on_done
        self._on_work = on_work
        self._share = -1.0
        self._ahead: Sequence[Date] = ()
        self._balance: _Running | None = None
        self._history: _Running | None = None

    def start(self, catalog: Catalog, ahead: "Sequence[Date]" = ()) -> None:
        """Compute what `catalog` lacks; a balance begun for other filters or another moment is abandoned.

        After the balance comes that over time, then what is compared with it, at last the moments `ahead`.
        """
        self._ahead = ahead
        balances, scope = catalog.builder.balances, catalog.scope
        history = balances.missing_history(scope)
        if history is not None:
            self._history = self._started(self._history, catalog, history, self._waits_for_all)
        missing = next(balances.missing(scope, ahead), None)
        if missing is None and self._history is None:
            missing = next(balances.missing_later(scope, ahead), None)
        if missing is not None:
            self._balance = self._started(self._balance, catalog, missing, self._waits_for_keys)
        self._tell_work()

    def _tell_work(self) -> None:
        """Tell what is worked at: the balance, which goes first, or that over time."""
        if self._balance is not None:
            self._on_work(Work("Balance"))
        elif self._history is not None:
            self._on_work(Work("Balance over time", max(0.0, self._share)))
        else:
            self._on_work(None)

    def _hear(self, done: int, total: int) -> None:
        """Note in the thread of the balance over time how far it is; a change that a bar can show is told."""
        share = done / total
        if not done or share - self._share >= 1 / BAR:
            self._share = share
            self._screen.call_later(self._tell_work)

    def keep_to(self, catalog: Catalog) -> None:
        """Abandon what is computed for any other catalog."""
        for running in (self._balance, self._history):
            if running is not None and running.catalog is not catalog:
                running.worker.cancel()
                self._forget(running.catalog, running.task)
        self._tell_work()

    def _started(self, running: _Running | None, catalog: Catalog, task: "Task", waits: Callable[[], bool]) -> _Running:
        """Begin a task in place of the one that is running, unless it is the same."""
        if running is not None:
            if running[:2] == (catalog, task):
                return running
            running.worker.cancel()
        worker = self._screen.run_worker(partial(self._work, catalog, task, waits), thread=True)
        return _Running(catalog, task, worker)

    def _work(self, catalog: Catalog, task: "Task", waits: Callable[[], bool]) -> None:
        from tui.pages.balance.views import compute

        worker = get_current_worker()
        is_shown = compute(catalog.builder, task, partial(self._is_cancelled, worker, waits), self._hear)
        if not worker.is_cancelled and self._screen.is_running:
            self._screen.app.call_from_thread(self._finish, catalog, task, is_shown)

    def _is_cancelled(self, worker: Worker[None], waits: Callable[[], bool]) -> bool:
        """Return whether to give up; waits while something else goes first, which the thread would slow down."""
        while waits() and not worker.is_cancelled:
            sleep(_WAIT)
        return worker.is_cancelled

    def _waits_for_keys(self) -> bool:
        """Whether a key is being handled."""
        return not cast(Host, self._screen.app).is_idle

    def _waits_for_all(self) -> bool:
        """Whether a key is being handled or a balance computed."""
        return self._balance is not None or self._waits_for_keys()

    def _finish(self, catalog: Catalog, task: "Task", is_shown: bool) -> None:
        self._forget(catalog, task)
        self._tell_work()
        if is_shown:
            self._on_done(catalog)
        else:
            self.start(catalog, self._ahead)

    def _forget(self, catalog: Catalog, task: "Task") -> None:
        if self._balance is not None and self._balance[:2] == (catalog, task):
            self._balance = None
        if self._history is not None and self._history[:2] == (catalog, task):
            self._history = None
