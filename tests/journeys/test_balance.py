"""A reader of a balance that takes long: what is certain is read at once, and what follows moves nothing."""

from __future__ import annotations

import random
import re
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.dossiers import HEAD, record
from tests.screens.opened import Reading, browsing, opened, place
from tests.screens.panel_keys import ACTORS, BALANCE
from tui.pages.balance import cache
from tui.pages.balance.cache import BalanceCache, Choice, First, History


def hard_dossier(folder: Path) -> Path:
    """Every two of sixteen actors are tied by chance from 1950 on, and some until 1960."""
    chance = random.Random(3)  # noqa: S311
    ties = [
        record(
            "alliances",
            id=f"t-{one}-{other}",
            between=[f"n-{one}", f"n-{other}"],
            kind=chance.choice(["aid", "rivalry"]),
            start="1950",
            **({"end": "1960"} if chance.random() < 0.3 else {}),
        )
        for one in range(16)
        for other in range(one)
    ]
    actors = [record("actors", id=f"n-{one}", name=f"Actor {one}") for one in range(16)]
    file = folder / "hard.toml"
    file.write_text(HEAD + record("sources") + "".join([*actors, *ties]), encoding="utf-8")
    return file


@pytest.fixture
def search_may_end(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Nothing that takes long is worked out before this is set."""
    may_end = threading.Event()
    monkeypatch.setattr(cache, "_BUDGET_AT_ONCE", 300)
    monkeypatch.setattr(cache, "_ROWS_AT_ONCE", 0)
    compute, compute_history = BalanceCache.compute, BalanceCache.compute_history

    def later(self: BalanceCache, task: Choice | First, stopped: Callable[[], bool] | None = None) -> None:
        while not may_end.wait(0.01):
            if stopped is not None and stopped():
                return
        compute(self, task, stopped)

    def history_later(
        self: BalanceCache,
        wanted: History,
        stopped: Callable[[], bool],
        told: Callable[[int, int], object] | None = None,
    ) -> None:
        while not may_end.wait(0.01):
            if stopped():
                return
        compute_history(self, wanted, stopped, told)

    monkeypatch.setattr(BalanceCache, "compute", later)
    monkeypatch.setattr(BalanceCache, "compute_history", history_later)
    return may_end


def in_view(person: Reading) -> list[str]:
    """The rows of the page in view, without the scroll bar."""
    return [row.rstrip("┃│ ") for row in person.pane("#page")]


async def test_what_is_certain_is_there_at_once_and_the_answer_moves_nothing(
    tmp_path: Path, search_may_end: threading.Event
) -> None:
    async with opened(hard_dossier(tmp_path), start="balance") as person:
        await person.press(BALANCE, "tab")
        at_top = " ".join(" ".join(in_view(person)).split())
        assert "changes are needed; the search goes on" in at_top
        page = browsing(person).split_view.page_view.page
        assert page is not None
        assert "It is being worked out and will appear here." in page.text()
        await person.press("pagedown", "pagedown", "pagedown", "down", "down")
        reading, link = in_view(person), browsing(person).selected_target
        search_may_end.set()
        page_view = browsing(person).split_view.page_view

        def has_ended() -> bool:
            words = page_view.page.text() if page_view.page is not None else ""
            return "will appear here" not in words and "Last change" in words and "Two camps" in words

        await person.until(has_ended)
        await person.settle()
        assert in_view(person) == reading
        assert (browsing(person).selected_target, place(person).pane) == (link, "page")


async def test_that_a_balance_is_searched_for_shows_in_the_key_bar_of_its_panel_and_of_no_other(
    tmp_path: Path, search_may_end: threading.Event
) -> None:
    async with opened(hard_dossier(tmp_path), start="balance") as person:
        await person.until(lambda: "━" in person.lines[-1])
        assert re.search(r" Balance ─*━+─*$", person.lines[-1])
        await person.press(ACTORS)
        assert "━" not in person.lines[-1]
        await person.press(BALANCE)
        assert "━" in person.lines[-1]
        search_may_end.set()
        await person.until(lambda: "━" not in person.lines[-1])
        assert "q Quit" in person.lines[-1]


@pytest.mark.long
async def test_at_each_step_what_is_certain_of_that_moment_is_there(
    tmp_path: Path, search_may_end: threading.Event
) -> None:
    async with opened(hard_dossier(tmp_path), start="balance") as person:
        await person.press(BALANCE, "less_than_sign")
        before = " ".join(person.text.split())
        assert "the search goes on" in before
        await person.press("greater_than_sign")
        after = " ".join(person.text.split())
        assert "the search goes on" in after
        assert before != after
        assert not search_may_end.is_set()
