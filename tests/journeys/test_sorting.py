"""Sorting a list by key, and where one is in it."""

from __future__ import annotations

import pytest

from tests.screens.opened import browsing, opened, place
from tests.screens.panel_keys import ACTORS, EVENTS, QUOTES
from tui.pages.lists import orders


async def test_a_key_sorts_the_list_and_the_cursor_stays_on_its_record() -> None:
    async with opened() as person:
        await person.press(ACTORS, "down", "down")
        assert place(person).record == "russia"
        assert person.pane("#records")[-1].strip() == "3/30"
        await person.press("O")
        assert person.pane("#records")[-1].split() == ["22/30", "by", "name"]
        assert place(person).record == "russia"
        await person.press("O")
        assert person.pane("#records")[-1].split() == ["2/30", "by", "number", "of", "ties"]
        await person.press(QUOTES, ACTORS)
        assert "by number of ties" in person.pane("#records")[-1], "each list keeps its order"
        await person.press("O")
        assert person.pane("#records")[0].strip(" ┃│") == "States"
        assert place(person).record == "russia"


@pytest.mark.long
async def test_back_in_a_list_that_was_sorted_meanwhile_the_record_is_in_view() -> None:
    async with opened() as person:
        await person.press(ACTORS, *["down"] * 3, "enter")
        name = place(person).record
        browsing(person).follow("armenia")
        await person.press("tab", "O", "backspace")
        assert place(person).record == name
        assert any(line.startswith("▌") for line in person.pane("#records"))


async def test_a_view_at_the_head_of_a_list_is_no_member_of_it() -> None:
    async with opened() as person:
        await person.press(EVENTS)
        assert person.pane("#records")[-1].strip().startswith("–/")
        await person.press("down")
        assert person.pane("#records")[-1].strip().startswith("1/")


async def test_a_large_list_is_sorted_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(orders, "_AT_ONCE", 5)
    async with opened() as person:
        await person.press(QUOTES, "O")
        await person.until(lambda: browsing(person).catalog.orders.active("quotes"))
        await person.settle()
        assert person.pane("#records")[0].strip(" ┃│") == "By name"
        await person.press("o")
        await person.until(lambda: browsing(person).catalog.orders.active("quotes"))
        await person.settle()
        assert person.pane("#records")[0].strip(" ┃│") == "By name", "what only reports leave is sorted again"


async def test_a_list_of_views_says_that_it_has_one_order() -> None:
    async with opened(size=(130, 40)) as person:
        browsing(person).follow("ego:armenia")
        await person.press("tab", "O")
        assert "This list has one order" in person.text
