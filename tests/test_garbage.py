"""Garbage is collected while nobody waits, and what is there to stay is exempt."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from time import sleep

import pytest

from tui import garbage


class Node:
    """An object that refers to itself, so that only the collector frees it."""

    freed = 0

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        Node.freed += 1


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    """The collector as it was, and no garbage but that of the test."""
    enabled = gc.isenabled()
    gc.disable()
    gc.freeze()
    Node.freed = 0
    yield
    if enabled:
        gc.enable()


def test_garbage_is_freed_and_the_collector_is_on_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(garbage, "_LONG", 60)
    exempt = gc.get_freeze_count()
    Node()
    assert Node.freed == 0
    garbage.collect_when_idle()
    assert Node.freed == 1
    assert gc.isenabled()
    assert gc.get_freeze_count() == exempt


@pytest.mark.long
def test_what_is_alive_after_a_long_collection_is_exempt_from_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(garbage, "_LONG", 0)
    exempt = gc.get_freeze_count()
    Node()
    garbage.collect_when_idle()
    assert Node.freed == 1
    assert gc.get_freeze_count() > exempt


def test_a_machine_that_is_busy_with_other_things_exempts_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is exempt and dies later is never freed."""
    exempt = gc.get_freeze_count()
    monkeypatch.setattr(gc, "collect", lambda: sleep(0.02))
    garbage.collect_when_idle()
    assert gc.get_freeze_count() == exempt
