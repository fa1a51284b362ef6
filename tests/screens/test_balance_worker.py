"""What is worked out in a thread stands aside while a key is being seen to, and is given up when it is told so."""

from __future__ import annotations

import threading
from types import SimpleNamespace
from typing import Any, cast

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
