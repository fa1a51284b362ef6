"""The list: one line a record, a cursor that stays on its record, and nothing asked for that is not seen."""

from __future__ import annotations

import unicodedata
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import pytest

from tests.pages.lists.test_list_strip import dossier_of as events_on
from tests.screens.person import Person, at, columns
from tests.widgets.host import Host, Records, grouped, names
from tui.pages.list_line import ListGroup, ListLine
from tui.pages.lists.list_strip import list_strip
from tui.pages.page import Span
from tui.widgets.record_list import RecordList

Person_ = Person[Host]


@asynccontextmanager
async def showing(
    groups: Sequence[ListGroup], size: tuple[int, int] = (30, 10), *, item: Records | None = None, empty: str = ""
) -> AsyncIterator[tuple[Person_, RecordList]]:
    item = item or Records("¶1")
    app = Host(lambda: RecordList(item, id="list"))
    async with at(app, size) as person:
        found = app.query_one(RecordList)
        found.show(groups, empty=empty)
        found.focus()
        await person.settle()
        yield person, found


def highlighted(person: Person_) -> list[str]:
    return [
        message.record
        for message in person.app.take(RecordList.Highlighted)
        if isinstance(message, RecordList.Highlighted)
    ]


def chosen(person: Person_) -> list[str]:
    return [message.record for message in person.app.take(RecordList.Chosen) if isinstance(message, RecordList.Chosen)]


# What is seen


async def test_the_last_line_says_where_the_cursor_is_and_by_what_the_list_is_sorted() -> None:
    app = Host(lambda: RecordList(Records("¶1"), id="list", shows_position=True))
    async with at(app, (30, 7)) as person:
        listed = app.query_one(RecordList)
        listed.show([ListGroup("", ("timeline:",)), *grouped()], order="by date")
        listed.focus()
        await person.settle()
        assert person.lines[-1].split() == ["–/5", "by", "date"]
        await person.press("down", "down")
        assert person.lines[-1].split() == ["2/5", "by", "date"]
        await person.press("end")
        assert person.lines[-1].split() == ["5/5", "by", "date"]
        assert "▌" in person.lines[-2], "the cursor stays above that line"
        await person.resize(30, 5)
        assert "by date" not in person.text, "a low list has no room for it"


DATES = {"quay": "1977-03", "harbour": "1978-03", "truce": "1979-03", "talks": "1979-03"}


async def test_a_strip_over_the_list_lights_the_bar_of_the_cursor_and_gives_way_where_there_is_no_room() -> None:
    app = Host(lambda: RecordList(Records("¶1"), id="list", shows_position=True))
    async with at(app, (40, 18)) as person:
        listed, groups = app.query_one(RecordList), [ListGroup("By date", tuple(DATES))]
        listed.show(groups, strip=list_strip(events_on(DATES), groups))
        listed.focus()
        await person.settle()
        assert person.lines[0].split() == ["1977", "1978", "1979"]
        assert person.lines[2].split() == ["▲", "Mar–Apr", "1977:", "1", "event"]
        assert person.lines[3].strip() == "By date"
        before = person.lines[1]
        await person.press("down", "down")
        assert person.lines[2].split() == ["Mar–Apr", "1979:", "2", "events", "▲"]
        assert person.lines[1] == before
        assert person.lines[-1].split() == ["3/4"]
        await person.click(1, 1)
        assert listed.record == "quay", "a click on a bar goes to the first record in it"
        await person.click(5, 5)
        assert listed.record == "harbour", "a click on a row to the record of that row"
        await person.resize(40, 12)
        assert person.lines[0].strip() == "By date"


async def test_it_shows_headings_with_their_records_and_the_cursor_on_the_first_record() -> None:
    async with showing(grouped()) as (person, listed):
        assert person.lines[:7] == [
            " States",
            "▌· Armenia                ¶1",
            " · Azerbaijan             ¶1",
            " · Russia                 ¶1",
            " People",
            " · Hasanov                ¶1",
            " · Minasyan               ¶1",
        ]
        assert listed.record == "Armenia"


async def test_a_heading_without_records_is_not_shown() -> None:
    async with showing([ListGroup("Bodies", ()), *grouped()]) as (person, _):
        assert "Bodies" not in person.text


async def test_a_name_that_is_too_long_is_cut_and_its_remark_is_not() -> None:
    async with showing([ListGroup("", ("Collective Security Treaty Organization",))]) as (person, _):
        assert person.lines[0] == "▌· Collective Security T… ¶1"


async def test_wide_letters_take_no_more_room_than_there_is() -> None:
    async with showing([ListGroup("", ("停火協議停火協議停火協議停火協議", "x"))]) as (person, _):
        assert person.lines[0].endswith("…  ¶1")
        assert columns(person.lines[0]) <= 30


async def test_a_bar_stands_before_the_remark_of_each_line_that_has_room_in_a_wide_list() -> None:
    app = Host(lambda: RecordList(Records("+2", bar="++   "), id="list"))
    async with at(app, (44, 7)) as person:
        app.query_one(RecordList).show([ListGroup("", ("Armenia", "A name that leaves no room for a bar"))])
        await person.settle()
        assert [line.split()[-2:] for line in person.lines[:2]] == [["++", "+2"], ["bar", "+2"]]
        await person.resize(34, 7)
        assert person.lines[0].split()[-2:] == ["Armenia", "+2"]


async def test_the_cursor_is_seen_without_colour_and_also_without_the_focus() -> None:
    async with showing(grouped()) as (person, listed):
        assert person.highlighted(listed).startswith("▌· Armenia")
        listed.screen.set_focus(None)
        await person.settle()
        assert person.highlighted(listed) == ""
        assert person.lines[1].startswith("▌· Armenia")


@pytest.mark.parametrize("theme", ["karabakh-dark", "karabakh-light", "ansi-dark"])
async def test_without_the_focus_the_selected_row_keeps_the_colours_of_sides_signs_and_statuses(theme: str) -> None:
    async with showing(grouped()) as (person, listed):
        told = Span("−", "sign-against"), Span("Baku", "side-two"), Span("∴", "status-inferred")
        listed.line_of = lambda name: ListLine(told[0], told[1:2], told[2:])
        person.app.theme = theme
        for focused in (True, False):
            if not focused:
                listed.screen.set_focus(None)
            listed.redraw_lines()
            await person.settle()
            [line] = [line for line in person.cells(listed) if line[0].text.startswith("▌")]
            inks = {segment.style.color for segment in line if segment.style and segment.text.strip(" ▌")}
            assert len(inks) == (1 if focused else 3)


async def test_an_empty_list_says_so_and_no_key_does_anything() -> None:
    async with showing([], empty="Nothing matches. Press esc to drop the filter.") as (person, listed):
        assert "Nothing matches." in person.text
        assert "esc" in person.text
        await person.press("down", "up", "pagedown", "pageup", "home", "end", "enter", "right")
        await person.click(3, 3)
        await person.wheel(3, 3)
        assert listed.record == ""
        assert person.app.said == []


# Moving


async def test_the_cursor_goes_from_record_to_record_and_never_to_a_heading() -> None:
    async with showing(grouped()) as (person, listed):
        seen = [listed.record]
        for _ in range(6):
            await person.press("down")
            seen.append(listed.record)
        assert seen == ["Armenia", "Azerbaijan", "Russia", "Hasanov", "Minasyan", "Minasyan", "Minasyan"]
        assert highlighted(person) == ["Azerbaijan", "Russia", "Hasanov", "Minasyan"]
        await person.press("k", "k")
        assert listed.record == "Russia"


@pytest.mark.parametrize(
    ("key", "record"), [("end", "Minasyan"), ("G", "Minasyan"), ("home", "Armenia"), ("g", "Armenia")]
)
async def test_the_edges_are_records(key: str, record: str) -> None:
    async with showing(grouped()) as (person, listed):
        await person.press("down", key)
        assert listed.record == record


async def test_going_up_to_the_first_record_brings_its_heading_back() -> None:
    async with showing([ListGroup("First", names(30))]) as (person, listed):
        await person.press("end")
        assert "First" not in person.text
        await person.press("home")
        assert person.lines[0] == " First" + " " * 23 + "┃"
        assert listed.record == "record 1"


async def test_the_cursor_is_always_in_view() -> None:
    async with showing([ListGroup("A", names(12, "a")), ListGroup("B", names(12, "b"))], (20, 6)) as (person, listed):
        for key in [*["down"] * 23, *["up"] * 23, "pagedown", "pagedown", "pageup", "end", "pageup", "home"]:
            await person.press(key)
            assert listed.record in person.highlighted(listed)


async def test_page_keys_go_by_screens_and_end_at_the_edges() -> None:
    async with showing([ListGroup("", names(50))]) as (person, listed):
        seen = []
        for key in ("pagedown", "ctrl+f", *["pagedown"] * 5):
            await person.press(key)
            seen.append(listed.record)
        assert seen[:3] == ["record 10", "record 19", "record 28"]
        assert seen[-1] == "record 50"
        for _ in range(7):
            await person.press("pageup")
        assert listed.record == "record 1"


async def test_a_page_key_that_would_stop_on_a_heading_stops_on_the_record_after_it() -> None:
    async with showing([ListGroup("A", names(9, "a")), ListGroup("B", names(9, "b"))]) as (person, listed):
        await person.press("pagedown")
        assert listed.record == "b 1"


async def test_enter_right_and_l_open_the_record() -> None:
    async with showing(grouped()) as (person, _):
        await person.press("enter", "down", "right", "down", "l")
        assert chosen(person) == ["Armenia", "Azerbaijan", "Russia"]


# The cursor and other lists


async def test_the_cursor_stays_on_its_record_when_the_list_is_another() -> None:
    async with showing([ListGroup("", names(40))]) as (person, listed):
        await person.press(*["down"] * 6)
        listed.show([ListGroup("", ("record 3", "record 7", "record 20"))], keep=listed.record)
        await person.settle()
        assert listed.record == "record 7"
        assert person.highlighted(listed).startswith("▌· record 7")
        listed.show([ListGroup("", tuple(reversed(names(40))))], keep=listed.record)
        await person.settle()
        assert listed.record == "record 7"
        assert person.highlighted(listed).startswith("▌· record 7")


async def test_the_cursor_goes_to_the_first_record_when_its_own_is_gone() -> None:
    async with showing(grouped()) as (_, listed):
        listed.show(grouped(), keep="Hasanov")
        listed.show([ListGroup("People", ("Minasyan",))], keep="Hasanov")
        assert listed.record == "Minasyan"


async def test_a_list_begins_where_it_was_left() -> None:
    async with showing([ListGroup("", names(40))]) as (person, listed):
        listed.show([ListGroup("", names(40))], keep="record 25", top=20)
        await person.settle()
        assert listed.top == 20
        assert "record 21" in person.lines[0]


async def test_showing_a_record_from_outside_is_no_message() -> None:
    async with showing(grouped()) as (person, listed):
        listed.show(grouped(), keep="Russia")
        await person.settle()
        assert listed.record == "Russia"
        assert person.app.said == []


async def test_a_list_scrolled_away_from_its_cursor_is_as_it_was_when_less_room_is_over() -> None:
    async with showing([ListGroup("", names(9))], (30, 5)) as (person, listed):
        await person.wheel(3, 3)
        left = listed.chosen_top, person.lines
        for height in (4, 5):  # as above a notice of two lines
            listed.styles.height = height
            await person.settle()
        assert (listed.chosen_top, person.lines) == left


@pytest.mark.parametrize("cursor", ["record 9", "record 1"], ids=["in view", "scrolled out of view"])
async def test_a_list_gone_back_to_begins_where_it_was_left_although_it_had_more_room_meanwhile(cursor: str) -> None:
    async with showing([ListGroup("", names(9))], (30, 9)) as (person, listed):
        listed.show([ListGroup("", names(9))], cursor, 4, reveal=False)
        listed.styles.height = 5
        await person.settle()
        assert (listed.top, listed.chosen_top) == (4, 4)
        assert listed.record == cursor


async def test_another_height_keeps_the_cursor_in_view() -> None:
    async with showing([ListGroup("", names(40))], (30, 20)) as (person, listed):
        await person.press(*["down"] * 18)
        for height in (5, 2, 1, 12):
            await person.resize(30, height)
            assert "record 19" in person.text
        assert listed.record == "record 19"


# The mouse


async def test_a_click_selects_a_record_and_a_second_click_opens_it() -> None:
    async with showing(grouped()) as (person, listed):
        await person.click(4, 3)
        assert (listed.record, chosen(person)) == ("Russia", [])
        assert highlighted(person) == ["Russia"]
        await person.click(4, 3)
        assert chosen(person) == ["Russia"]


async def test_a_click_on_a_heading_or_beside_the_records_does_nothing() -> None:
    async with showing(grouped()) as (person, listed):
        for y in (0, 4, 8):
            await person.click(4, y)
        assert listed.record == "Armenia"
        assert person.app.said == []


async def test_the_wheel_scrolls_and_leaves_the_cursor_where_it_is() -> None:
    async with showing([ListGroup("", names(40))]) as (person, listed):
        await person.wheel(5, 5)
        await person.wheel(5, 5)
        assert "record 7" in person.lines[0]
        assert listed.record == "record 1"
        for _ in range(5):
            await person.wheel(5, 5, up=True)
        assert "record 1" in person.lines[0]


async def test_the_scroll_bar_can_be_dragged_to_either_end() -> None:
    async with showing([ListGroup("", names(100))]) as (person, listed):
        await person.drag((29, 0), (29, 9))
        assert "record 100" in person.lines[9]
        await person.drag((29, 9), (29, 0))
        assert "record 1 " in person.lines[0]
        assert listed.record == "record 1"
        assert chosen(person) == []


async def test_a_click_on_the_scroll_bar_neither_highlights_nor_opens_a_record() -> None:
    async with showing([ListGroup("", names(100))]) as (person, listed):
        await person.press("down")
        person.app.said.clear()
        for y in (1, 3, 0):
            await person.click(29, y)
            listed.scroll_to_line(0)
        assert listed.record == "record 2"
        assert person.app.said == []


async def test_there_is_no_scroll_bar_when_all_records_are_in_view() -> None:
    async with showing([ListGroup("", names(10))]) as (person, listed):
        assert "┃" not in person.text
        await person.click(29, 4)
        assert listed.record in ("record 1", "record 5")


# Sizes


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (3, 1), (1, 9), (9, 1)])
async def test_the_smallest_sizes_break_nothing(size: tuple[int, int]) -> None:
    async with showing(grouped(), size, empty="Nothing is here") as (person, listed):
        await person.press("down", "end", "pageup", "pagedown", "home", "enter")
        await person.click(0, 0)
        listed.show([], empty="Nothing is here")
        await person.settle()
        assert all(columns(line) <= size[0] for line in person.lines)


async def test_a_hundred_thousand_records_cost_no_more_than_those_in_view() -> None:
    item = Records()
    async with showing([], item=item) as (person, listed):
        many = names(100_000)
        listed.show([ListGroup("", many)])
        await person.settle()
        assert item.asked <= 20
        for key in ("end", "pageup", "home", "pagedown"):
            item.asked = 0
            await person.press(key)
            assert item.asked <= 20
        listed.show([ListGroup("", many)], keep="record 77777")
        await person.settle()
        assert person.highlighted(listed) == "▌· record 77777"
        assert item.asked <= 100


async def test_a_cursor_key_draws_two_rows_anew_and_no_more() -> None:
    item = Records()
    async with showing([ListGroup("", names(50))], (30, 20), item=item) as (person, _):
        item.asked = 0
        await person.press("down")
        assert item.asked == 2


@pytest.mark.parametrize("width", [24, 30, 60])
async def test_a_remark_is_not_lost_on_terminals_that_give_spacing_marks_a_cell(width: int) -> None:
    name = "क्षेत्रीय राष्ट्रीय"
    marks = sum(unicodedata.category(character) == "Mc" for character in name)
    async with showing([ListGroup("", (name,))], (width, 4)) as (person, _):
        [line] = [line for line in person.lines if "¶1" in line]
        assert columns(line.rstrip()) == width - 2 - marks if width > 24 else columns(line.rstrip()) <= width - 2


async def test_names_that_would_be_cut_give_way_to_short_ones_in_all_rows_alike() -> None:
    def line(name: str) -> ListLine:
        words = "A long name that needs room" if name == "quay" else "Short"
        return ListLine(Span("△"), (Span(words),), (Span("++−"),), brief_spans=(Span(name[:2].upper()),))

    app = Host(lambda: RecordList(line, id="list"))
    async with at(app, (30, 6)) as person:
        app.query_one(RecordList).show([ListGroup("", ("quay", "truce"))])
        await person.settle()
        assert [row.split()[-2] for row in person.lines[:2]] == ["QU", "TR"]
        await person.resize(60, 6)
        assert [row.split()[-2] for row in person.lines[:2]] == ["room", "Short"]


async def test_what_begins_a_tree_stands_apart_and_the_others_behind_their_lines() -> None:
    branches = {"war": "", "talks": "├ ", "truce": "└ ", "report": "", "denial": "│ "}
    app = Host(lambda: RecordList(Records(""), id="list", shows_position=True))
    async with at(app, (30, 12)) as person:
        listed = app.query_one(RecordList)
        listed.show([ListGroup("Undated", tuple(branches), branches)])
        listed.focus()
        await person.settle()
        assert [row.split()[1:3] for row in person.lines[2:4]] == [["├", "talks"], ["└", "truce"]]
        assert not person.lines[4].strip()
        await person.press("down", "down", "down")
        assert (listed.record, person.lines[-1].split()) == ("report", ["4/5"])
