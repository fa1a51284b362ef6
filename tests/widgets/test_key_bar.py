"""The bar of keys says things for a moment: at its right end, in place of the keys, or in more rows; never cut."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from tests.screens.person import Person, at
from tests.widgets.host import Host
from tui.pages.page import Span
from tui.pages.work import Work
from tui.widgets.bars import BarItem
from tui.widgets.key_bar import KeyBar

KEYS = (BarItem("enter", "Open"), BarItem("/", "Filter"), BarItem("?", "Help", kept=True))
LONG = "The theme cannot be remembered: the state folder is not writable, and nobody knows why that is so"


@asynccontextmanager
async def showing(width: int = 48, height: int = 12) -> AsyncIterator[tuple[Person[Host], KeyBar]]:
    app = Host(lambda: KeyBar(id="bar"))
    async with at(app, (width, height)) as person:
        bar = app.query_one(KeyBar)
        bar.show(KEYS, "A dossier")
        await person.settle()
        yield person, bar


async def said(person: Person[Host], bar: KeyBar, notice: str) -> list[str]:
    bar.say(notice)
    await person.settle()
    return person.pane(bar)


async def test_a_short_notice_stands_at_the_right_end_in_place_of_the_title() -> None:
    async with showing() as (person, bar):
        assert await said(person, bar, "Marked") == [" enter Open  / Filter  ? Help            Marked"]


async def test_keys_give_way_to_a_longer_one_from_the_right_and_keep_their_words() -> None:
    async with showing() as (person, bar):
        assert await said(person, bar, "Nothing to go back to") == [" enter Open  ? Help       Nothing to go back to"]


async def test_no_key_stands_without_its_word() -> None:
    async with showing(20) as (person, bar):
        assert person.pane(bar) == [" enter Open  ? Help"]
        bar.show((*KEYS, BarItem("q", "Quit", kept=True)), "as of 1975", text_first=True)
        await person.resize(40, 12)
        assert person.pane(bar) == [" enter Open  ? Help  q Quit  as of 1975"]


async def test_the_help_is_the_last_to_give_way() -> None:
    async with showing() as (person, bar):
        notice = "The problems are shown already"
        assert await said(person, bar, notice) == [f" ? Help {notice:>39}"]
        notice = "The problems of the file are shown already"
        assert await said(person, bar, notice) == [notice.rjust(47)]


async def test_one_that_is_longer_than_a_row_takes_the_rows_it_needs_and_leaves_nothing_behind() -> None:
    async with showing() as (person, bar):
        rows = await said(person, bar, LONG)
        assert " ".join(row.strip() for row in rows) == LONG
        assert len(rows) == 3
        bar.unsay()
        await person.settle()
        assert person.pane(bar) == [" enter Open  / Filter  ? Help         A dossier"]


async def test_a_line_feed_begins_a_row() -> None:
    async with showing(80) as (person, bar):
        assert await said(person, bar, "Written: x.csv\nOne part was left out") == [
            " Written: x.csv",
            " One part was left out",
        ]


async def test_a_mark_stands_before_the_notice() -> None:
    async with showing() as (person, bar):
        bar.say("Not opened", (Span("⊠", "status-denied"), Span(" ")))
        await person.settle()
        assert person.pane(bar)[0].endswith(" ⊠ Not opened")


@pytest.mark.parametrize("height", [4, 5, 6])
async def test_it_leaves_room_above_where_the_terminal_has_few_rows(height: int) -> None:
    async with showing(20, height) as (person, bar):
        rows = await said(person, bar, LONG)
        assert len(rows) == height - 3
        assert rows[-1].endswith("…")


async def test_a_notice_goes_by_itself_where_it_has_a_time() -> None:
    async with showing() as (person, bar):
        bar.say("Marked", seconds=0.01)
        await person.until(lambda: not bar.notice)
        assert person.pane(bar) == [" enter Open  / Filter  ? Help         A dossier"]


async def test_a_key_that_is_not_shown_cannot_be_clicked() -> None:
    async with showing() as (person, bar):
        await said(person, bar, LONG)
        await person.click(3, bar.region.y)
        assert person.app.said == []


async def test_work_is_a_bar_that_is_full_in_proportion_until_it_is_done() -> None:
    async with showing(80) as (person, bar):
        bar.show_work("file", Work("Reading", 0.5, "3.1 of 6.2 MB"))
        await person.settle()
        assert person.pane(bar)[0].endswith(" Reading ━━━━━━──────  3.1 of 6.2 MB")
        bar.show_work("file", None)
        await person.settle()
        assert person.pane(bar)[0].endswith("A dossier")


async def test_a_notice_is_seen_while_work_goes_on_which_is_shown_again_after_it() -> None:
    async with showing() as (person, bar):
        bar.show_work("file", Work("Reading", 0.25))
        assert (await said(person, bar, "Marked"))[0].endswith(" Marked")
        bar.unsay()
        await person.settle()
        assert person.pane(bar)[0].endswith(" Reading ━━━─────────")


async def test_work_of_unknown_length_shows_that_it_goes_on_and_stops_with_it() -> None:
    async with showing() as (person, bar):
        bar.show_work("export", Work("Writing"))
        await person.settle()
        first = person.pane(bar)[0]
        await person.until(lambda: person.pane(bar)[0] != first)
        assert bar._clock is not None
        bar.show_work("export", None)
        assert bar._clock is None
