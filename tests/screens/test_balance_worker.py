"""What is worked out in threads stands aside while a key is being seen to, and is given up when it is told so.

The balance over time does not depend on the moment: it goes on from step to step.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, cast

import pytest

from tui.dossier.values.dates import parse_date
from tui.pages.balance.cache import Choice, First, History, Task
from tui.pages.work import Work as BalanceWork
from tui.screens.balance_worker import BalanceWorker


class Work:
    """A thread that asks once whether to go on."""

    def __init__(self, *, is_idle: bool, cancelled: bool) -> None:
        self.app = SimpleNamespace(is_idle=is_idle)
        self.worker = SimpleNamespace(is_cancelled=cancelled)
        self.answers: list[bool] = []
        self._balance_worker = BalanceWorker(cast(Any, SimpleNamespace(app=self.app)), lambda catalog: None)
        self.thread = threading.Thread(target=self._ask, daemon=True)
        self.thread.start()

    def _ask(self) -> None:
        waits = self._balance_worker._waits_for_keys
        self.answers.append(self._balance_worker._is_cancelled(cast(Any, self.worker), waits))


def test_it_goes_on_while_nobody_presses_a_key() -> None:
    work = Work(is_idle=True, cancelled=False)
    work.thread.join(5)
    assert work.answers == [False]


def test_it_waits_until_a_key_has_had_its_effect() -> None:
    work = Work(is_idle=False, cancelled=False)
    work.thread.join(0.05)
    assert work.answers == []
    work.app.is_idle = True
    work.thread.join(5)
    assert work.answers == [False]


def test_it_is_given_up_even_while_a_key_is_being_seen_to() -> None:
    work = Work(is_idle=False, cancelled=False)
    work.thread.join(0.05)
    assert work.answers == []
    work.worker.is_cancelled = True
    work.thread.join(5)
    assert work.answers == [True]


class Lacking:
    """A catalog that lacks some balances."""

    def __init__(self, *tasks: Task, history: History | None = None, ahead: tuple[Choice, ...] = ()) -> None:
        self.tasks, self.history, self.ahead = list(tasks), history, ahead
        self.scope, self.builder = None, SimpleNamespace(balances=self)

    def missing(self, scope: object, ahead: object) -> Any:
        return iter(self.tasks)

    def missing_later(self, scope: object, ahead: object) -> Any:
        return iter(self.ahead)

    def missing_history(self, scope: object) -> History | None:
        return self.history


class Screen:
    """Takes work and does none of it."""

    def __init__(self) -> None:
        self.app = SimpleNamespace(is_idle=True)
        self.begun: list[tuple[Task, SimpleNamespace]] = []
        self.shown: list[object] = []
        self.told: list[tuple[str, float | None] | None] = []
        self.balance_worker = BalanceWorker(cast(Any, self), self.shown.append, self._hear)

    def _hear(self, work: BalanceWork | None) -> None:
        self.told.append(None if work is None else (work.name, work.share))

    def call_later(self, act: Callable[[], None]) -> None:
        act()

    def run_worker(self, work: Callable[[], None], *, thread: bool) -> SimpleNamespace:
        worker = SimpleNamespace(is_cancelled=False)
        worker.cancel = lambda: setattr(worker, "is_cancelled", True)
        self.begun.append((cast(Any, work).args[1], worker))
        return worker

    def start(self, catalog: Lacking) -> None:
        self.balance_worker.start(cast(Any, catalog))

    def finish(self, catalog: Lacking, task: Task, *, is_shown: bool = True) -> None:
        self.balance_worker._finish(cast(Any, catalog), task, is_shown)

    @property
    def running(self) -> list[Task]:
        return [task for task, worker in self.begun if not worker.is_cancelled]


CHOICES = [Choice(moment=parse_date(str(year))) for year in range(1950, 1954)]


def test_a_step_to_another_moment_abandons_the_balance_and_keeps_the_balance_over_time() -> None:
    screen, catalog = Screen(), Lacking(CHOICES[0], history=History())
    screen.start(catalog)
    assert screen.running == [History(), CHOICES[0]]
    for choice in CHOICES[1:]:
        catalog.tasks = [choice]
        screen.start(catalog)
    assert screen.running == [History(), CHOICES[-1]]
    assert [task for task, _ in screen.begun].count(History()) == 1


def test_a_dossier_that_was_read_again_has_its_balance_over_time_worked_out_anew() -> None:
    screen, before, after = Screen(), Lacking(CHOICES[0], history=History()), Lacking(CHOICES[0], history=History())
    screen.start(before)
    screen.balance_worker.keep_to(cast(Any, after))
    assert screen.running == []
    screen.start(after)
    assert screen.running == [History(), CHOICES[0]]


def test_the_balance_over_time_waits_for_the_balance_of_the_moment() -> None:
    screen, catalog = Screen(), Lacking(CHOICES[0], history=History())
    screen.start(catalog)
    assert screen.balance_worker._waits_for_all()
    catalog.tasks = []
    screen.finish(catalog, CHOICES[0])
    assert not screen.balance_worker._waits_for_all()
    assert screen.shown == [catalog]


def test_the_moments_ahead_are_searched_last_and_nothing_is_shown_for_them() -> None:
    screen, catalog = Screen(), Lacking(First(CHOICES[1]), history=History(), ahead=(CHOICES[1],))
    screen.start(catalog)
    catalog.tasks = []
    screen.finish(catalog, First(CHOICES[1]), is_shown=False)
    assert [task for task, _ in screen.begun] == [History(), First(CHOICES[1])]
    catalog.history = None
    screen.finish(catalog, History())
    screen.start(catalog)
    assert [task for task, _ in screen.begun][2:] == [CHOICES[1]]
    assert screen.shown == [catalog]


def test_it_is_told_what_is_worked_at_and_how_far_the_balance_over_time_is_until_nothing_is() -> None:
    screen, catalog = Screen(), Lacking(CHOICES[0], history=History())
    screen.start(catalog)
    assert screen.told[-1:] == [("Balance", None)]
    catalog.tasks = []
    screen.finish(catalog, CHOICES[0])
    assert screen.told[-1:] == [("Balance over time", 0.0)]
    before = len(screen.told)
    for done in range(1000):
        screen.balance_worker._hear(done, 1000)
    assert screen.told[-1] is not None
    assert screen.told[-1][1] == pytest.approx(0.96, abs=0.05)
    assert len(screen.told) - before <= 30, "as often as the bar changes"
    catalog.history = None
    screen.finish(catalog, History())
    assert screen.told[-1] is None
