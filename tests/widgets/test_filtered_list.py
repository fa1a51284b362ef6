"""The list and the line in which a filter is typed: there only while there is one, and never lost."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from tests.screens.person import Person, at
from tests.widgets.host import Host, Records, grouped
from tui.widgets.filter_field import FilterField
from tui.widgets.filtered_list import FilteredList
from tui.widgets.text_field import MAX_LENGTH


class FilterHost(Host):
    """Answers a filter by showing it, as the browse screen does."""

    def __init__(self) -> None:
        super().__init__(lambda: FilteredList(Records(), id="side"))
        self.queries: list[str] = []

    def on_filtered_list_filtered(self, message: FilteredList.Filtered) -> None:
        self.queries.append(message.query)
        self.query_one(FilteredList).show_filter(message.query)

    def on_filtered_list_dropped(self) -> None:
        self.queries.append("")
        self.query_one(FilteredList).show_filter("")


@asynccontextmanager
async def filtering(size: tuple[int, int] = (30, 9)) -> AsyncIterator[tuple[Person[FilterHost], FilteredList]]:
    app = FilterHost()
    async with at(app, size) as person:
        side = app.query_one(FilteredList)
        side.records.show(grouped())
        side.records.focus()
        await person.settle()
        yield person, side


async def test_there_is_no_line_until_a_filter_is_asked_for() -> None:
    async with filtering() as (person, side):
        assert person.lines[0] == " States"
        side.open_filter()
        await person.settle()
        assert person.lines[:2] == ["/filter", " States"]
        assert side.is_typing


async def test_each_letter_is_said_as_it_is_typed() -> None:
    async with filtering() as (person, side):
        side.open_filter()
        await person.write("ar m")
        await person.press("backspace")
        assert person.app.queries == ["a", "ar", "ar ", "ar m", "ar "]
        assert person.lines[0] == "/ar"


@pytest.mark.parametrize("word", ["Երևան", "İstanbul", "ქართული", "שלום", "[to Azerbaijan]", "[/]", "n?q:"])
async def test_any_letter_can_be_typed_and_stays_as_it_is(word: str) -> None:
    async with filtering() as (person, side):
        side.open_filter()
        await person.write(word)
        assert person.app.queries[-1] == word
        assert person.lines[0] == f"/{word}"


@pytest.mark.parametrize("key", ["enter", "down"])
async def test_enter_and_down_keep_the_filter_and_go_to_the_list(key: str) -> None:
    async with filtering() as (person, side):
        side.open_filter()
        await person.write("ar")
        await person.press(key)
        assert side.records.has_focus
        assert person.lines[0] == "/ar"
        assert person.app.queries == ["a", "ar"]


async def test_escape_drops_the_filter_and_its_line() -> None:
    async with filtering() as (person, side):
        side.open_filter()
        await person.write("ar")
        await person.press("escape")
        assert person.app.queries[-1] == ""
        assert person.lines[0] == " States"
        assert side.records.has_focus


async def test_an_empty_filter_leaves_no_line_behind() -> None:
    async with filtering() as (person, side):
        side.open_filter()
        await person.press("enter")
        assert person.lines[0] == " States"


async def test_asked_for_again_it_goes_on_where_it_was() -> None:
    async with filtering() as (person, side):
        side.open_filter()
        await person.write("ar")
        await person.press("enter")
        side.open_filter()
        await person.write("m")
        assert person.app.queries[-1] == "arm"


async def test_a_filter_shown_from_outside_is_no_message() -> None:
    async with filtering() as (person, side):
        side.show_filter("baku")
        await person.settle()
        assert person.lines[0] == "/baku"
        side.show_filter("")
        await person.settle()
        assert person.lines[0] == " States"
        assert person.app.queries == []


async def test_a_note_stands_at_the_right_until_the_words_need_its_room() -> None:
    async with filtering() as (person, side):
        side.show_filter("baku", "3 of 28")
        await person.settle()
        assert person.lines[0] == "/baku                 3 of 28"
        side.show_filter("b" * 20, "3 of 28")
        await person.settle()
        assert person.lines[0] == "/" + "b" * 20


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (3, 1)])
async def test_the_smallest_sizes_break_nothing(size: tuple[int, int]) -> None:
    async with filtering(size) as (person, side):
        side.open_filter()
        await person.write("arm")
        await person.press("left", "backspace", "enter")
        assert person.app.queries[-1] == "am"


async def test_a_very_long_filter_is_cut_at_two_hundred_letters() -> None:
    async with filtering() as (person, side):
        side.show_filter("")
        side.open_filter()
        await person.settle()
        for _ in range(3):
            await person.paste("x" * 90)
        assert len(person.app.queries[-1]) <= 200


async def test_a_paste_that_is_too_long_is_cut_at_the_limit_and_that_is_said() -> None:
    async with filtering() as (person, side):
        side.open_filter()
        await person.settle()
        await person.write("ab")
        await person.paste("x" * MAX_LENGTH)
        assert side.query_one(FilterField).value == "ab" + "x" * (MAX_LENGTH - 2)
        assert person.told == ["The paste was cut: the field takes 200 characters"]
        await person.press("shift+home")
        await person.paste("y" * MAX_LENGTH)
        assert side.query_one(FilterField).value == "y" * MAX_LENGTH
        assert len(person.told) == 1


async def test_the_lines_of_a_paste_are_one_line_of_text_without_control_characters() -> None:
    async with filtering() as (person, side):
        side.open_filter()
        await person.settle()
        await person.paste("Artsakh\r\nand\x1b[A\u202e its names\n")
        assert side.query_one(FilterField).value == "Artsakh and[A its names"
