"""Filtering a list as one types, and peeling the layers off again one by one."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from tests.journeys.test_walking import spot
from tests.screens.opened import Reading, browsing, opened, place
from tests.screens.panel_keys import ACTORS, QUOTES

NAMES = """
dossier = 1
title = "Names"
[[sources]]
id = "s"
kind = "article"
title = "A source"
[[actors]]
id = "yerevan"
kind = "place"
name = "Երևան"
aliases = ["Yerevan"]
cite = "s#p1"
[[actors]]
id = "istanbul"
kind = "place"
name = "İstanbul"
cite = "s#p1"
[[actors]]
id = "sisi"
kind = "person"
name = "Ilham [sic] Əliyev"
cite = "s#p1"
[[actors]]
id = "tbilisi"
kind = "place"
name = "თბილისი"
cite = "s#p1"
"""


def listed(person: Reading) -> list[str]:
    """The records of the list that are in view."""
    return [line.strip(" ▌┃│") for line in person.pane("#records") if line.startswith(("▌", "  "))]


def typed_in(person: Reading) -> Input:
    """The field that the reader types in."""
    field = person.app.focused
    assert isinstance(field, Input)
    return field


async def filtered(person: Reading, words: str) -> None:
    await person.press("/")
    await person.write(words)


async def test_the_list_narrows_with_each_letter() -> None:
    async with opened() as person:
        await person.press("/")
        counts = []
        for letter in "kyrgyz":
            await person.press(letter)
            counts.append(len(browsing(person).records.records))
        assert counts == sorted(counts, reverse=True)
        assert "kyrgyzstan" in browsing(person).records.records
        await person.press(*["backspace"] * 6)
        assert len(browsing(person).records.records) == len(browsing(person).catalog.dossier.tables["actors"])


@pytest.mark.parametrize("key", ["/", "S"])
async def test_letters_stay_in_the_order_in_which_they_were_typed_however_fast(key: str) -> None:
    async with opened() as person:
        await person.press(key)
        await person.write("territorial integrity and the i", at_once=True)
        assert browsing(person).here().filter == "territorial integrity and the i"
        assert typed_in(person).value == "territorial integrity and the i"


async def test_a_list_that_is_shown_late_leaves_the_letters_typed_since() -> None:
    async with opened() as person:
        await person.press("/", "k")
        field = typed_in(person)
        field.insert_text_at_cursor("y")
        browsing(person).places.show_filtered(browsing(person).here())
        field.insert_text_at_cursor("r")
        await person.settle()
        assert (field.value, browsing(person).here().filter) == ("kyr", "kyr")


async def test_what_is_worked_out_meanwhile_takes_neither_the_letters_nor_the_focus() -> None:
    async with opened() as person:
        await person.press("/", "k")
        field = typed_in(person)
        field.insert_text_at_cursor("y")
        browsing(person).navigator.show_again(browsing(person).here(), keeping=True)
        await person.settle()
        assert (field.value, browsing(person).here().filter, field.has_focus) == ("ky", "ky", True)


async def test_going_back_while_typing_shows_the_filter_of_that_place() -> None:
    async with opened() as person:
        await person.press("2", "/", "k", "alt+left")
        assert (browsing(person).here().panel, browsing(person).here().filter) == ("actors", "")
        assert not browsing(person).split_view.filtered_list.is_typing


@pytest.mark.long
async def test_it_is_said_how_many_of_how_many_match() -> None:
    async with opened() as person:
        everyone = len(browsing(person).records.records)
        await filtered(person, "kyrgyz")
        assert person.pane("#filter")[0].endswith(f" {len(browsing(person).records.records)} of {everyone}")
        await person.write("x")
        assert person.pane("#filter")[0].endswith(f"0 of {everyone}")
        await person.press(*["backspace"] * 7)
        assert "of" not in person.pane("#filter")[0]


async def test_a_name_is_found_by_its_alias_and_by_what_is_said_of_it() -> None:
    async with opened() as person:
        await filtered(person, "baku")
        assert place(person).record == "azerbaijan"


FOUND = [
    ("երև", "yerevan"),
    ("ԵՐԵՒ", "yerevan"),
    ("yerev", "yerevan"),
    ("istanbul", "istanbul"),
    ("İST", "istanbul"),
    ("[sic]", "sisi"),
    ("თბი", "tbilisi"),
]


@pytest.mark.parametrize(("words", "record"), FOUND)
async def test_any_script_and_any_case_finds_the_name(tmp_path: Path, words: str, record: str) -> None:
    file = tmp_path / "names.toml"
    file.write_text(NAMES, encoding="utf-8")
    async with opened(file) as person:
        await filtered(person, words)
        assert browsing(person).records.records == [record]
        assert person.lines[1].startswith(f"/{words}")


async def test_the_page_shows_the_record_that_the_filter_leads_to() -> None:
    async with opened() as person:
        await filtered(person, "hasanov")
        assert person.pane("#page")[1].startswith("  Ali Hasanov")
        assert not browsing(person).navigator.trail.can_go_back, "filtering is no visit"


async def test_the_record_at_hand_stays_selected_as_long_as_it_matches() -> None:
    async with opened() as person:
        await person.press("down")
        await filtered(person, "a")
        assert place(person).record == "azerbaijan"
        await person.write("rm")
        assert place(person).record == "armenia"


async def test_a_filter_that_matches_nothing_says_what_to_press_and_loses_nothing() -> None:
    async with opened() as person:
        await person.press("down", "down")
        await filtered(person, "zzzz")
        text = " ".join(line.strip() for line in person.pane("#records"))
        assert "Nothing matches." in text
        assert "esc" in text
        assert place(person).record == ""
        await person.press("escape")
        assert place(person).record == "russia"


@pytest.mark.long
async def test_letters_that_are_keys_elsewhere_are_letters_here() -> None:
    async with opened() as person:
        await filtered(person, "q?:t1nNr[s]gG")
        assert browsing(person).here().filter == "q?:t1nNr[s]gG"
        assert person.app.theme == "karabakh-dark"
        assert not person.app._exit


async def test_enter_keeps_the_filter_and_the_keys_of_the_list_work_in_it() -> None:
    async with opened() as person:
        await filtered(person, "arm")
        await person.press("enter", "down")
        assert place(person).filter == "arm"
        assert place(person).pane == "list"
        assert place(person).record == "armenian-defence-ministry" or place(person).record != "armenia"
        await person.press("n", "N")
        assert place(person).filter == "arm"


async def test_down_leaves_the_field_for_the_list() -> None:
    async with opened() as person:
        await filtered(person, "arm")
        await person.press("down")
        assert browsing(person).records.has_focus
        assert place(person).record == "armenia"


async def test_escape_peels_one_layer_at_a_time_and_never_quits() -> None:
    async with opened() as person:
        await filtered(person, "arm")
        await person.press("enter", "enter", "?")
        await person.press("escape")
        assert place(person).pane == "page", "first the help"
        await person.press("escape")
        assert (place(person).pane, place(person).filter) == ("list", "arm"), "then the page"
        await person.press("escape")
        assert place(person).filter == "", "then the filter"
        for _ in range(4):
            await person.press("escape")
        assert not person.app._exit
        assert place(person).record == "armenia"


async def test_escape_drops_a_selection_before_it_leaves_the_page() -> None:
    async with opened() as person:
        x, y = person.spot("One of the two sides")
        await person.drag((x, y), (x + 9, y))
        await person.press("escape")
        assert not browsing(person).get_selected_text()
        assert place(person).pane == "page"
        await person.press("escape")
        assert place(person).pane == "list"


async def test_back_restores_a_filter_and_forward_leaves_it_again() -> None:
    async with opened() as person:
        await filtered(person, "arm")
        await person.press("enter", "down")
        before = spot(person)
        await person.press(QUOTES)
        assert place(person).filter == ""
        after = spot(person)
        await person.press("backspace")
        assert spot(person) == before
        await person.press("]")
        assert spot(person) == after


async def test_each_panel_keeps_its_own_filter() -> None:
    async with opened() as person:
        await filtered(person, "arm")
        await person.press("enter", QUOTES)
        await filtered(person, "israel")
        await person.press("enter", ACTORS)
        assert place(person).filter == "arm"
        await person.press(QUOTES)
        assert place(person).filter == "israel"


async def test_a_link_out_of_a_filtered_list_leads_to_the_whole_list() -> None:
    async with opened() as person:
        await filtered(person, "arm")
        await person.press("enter", "enter", "enter")
        assert place(person).filter == ""
        assert "/arm" not in person.text
        await person.press("backspace")
        assert place(person).filter == "arm"
        assert "/arm" in person.text


@pytest.mark.long
async def test_a_link_out_of_a_filtered_list_does_not_keep_its_scroll() -> None:
    async with opened(size=(80, 12)) as person:
        groups = browsing(person).catalog.list_groups("actors")
        rows = [row for group in groups for row in (*[""] * bool(group.heading), *group.ids)]
        await filtered(person, "a")
        await person.press("enter", "end")
        top = place(person).list_top
        target = next(row for row in rows[top + 1 :] if row)
        browsing(person).follow(target)
        await person.settle()
        assert place(person).record == target
        assert place(person).list_top < top, "scrolled as little as the record needs, from the top"


@pytest.mark.long
async def test_asked_for_again_the_filter_goes_on_where_it_was() -> None:
    async with opened() as person:
        await filtered(person, "ar")
        await person.press("enter", "/")
        await person.write("m")
        assert place(person).filter == "arm"


@pytest.mark.long
async def test_the_field_goes_away_when_it_is_left_empty_by_whatever_way() -> None:
    async with opened() as person:
        for way in ("enter", "escape", "tab", "down"):
            await person.press("/")
            assert person.lines[1].startswith("/filter")
            await person.press(way)
            assert not person.lines[1].startswith("/"), way
        await person.press("/")
        await person.click_on("Azerbaijan")
        assert not person.lines[1].startswith("/")


@pytest.mark.long
async def test_the_filter_works_from_the_page_too() -> None:
    for size in ((80, 24), (40, 15)):
        async with opened(size=size) as person:
            await person.press("enter")
            await filtered(person, "turk")
            assert browsing(person).split_view.filtered_list.is_typing
            assert "Turkey" in person.text
            await person.press("enter")
            assert place(person).pane == "list"
