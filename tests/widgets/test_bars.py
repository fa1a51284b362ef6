"""A bar of words that can be clicked: what does not fit loses its label before it goes."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import pytest

from tests.screens.person import Person, at, columns
from tests.widgets.host import Host
from tui.widgets.bars import Bar, BarItem, fit_items

KEYS = (
    BarItem("1", "Actors", "one", selected=True),
    BarItem("2", "Quotes", "two"),
    BarItem("3", "Claims", "three", dimmed=True),
)


def test_the_selected_item_keeps_its_label_when_others_lose_theirs() -> None:
    items = [BarItem("1", "Actors"), BarItem("2", "Quotes", selected=True), BarItem("3", "Claims")]
    widths = {width: [item.label for item in fit_items(items, width)] for width in range(9, 31)}
    assert widths[30] == ["Actors", "Quotes", "Claims"]
    assert widths[29] == ["Actors", "Quotes", ""]
    assert widths[16] == widths[22] == ["", "Quotes", ""]
    assert widths[13] == ["", "Quotes"]
    assert widths[9] == [""]


@asynccontextmanager
async def showing(
    cells: Sequence[BarItem], right: str = "", size: tuple[int, int] = (60, 3)
) -> AsyncIterator[tuple[Person[Host], Bar]]:
    app = Host(lambda: Bar(id="bar"))
    async with at(app, size) as person:
        bar = app.query_one(Bar)
        bar.show(cells, right)
        await person.settle()
        yield person, bar


def pressed(person: Person[Host]) -> list[str]:
    return [message.action for message in person.app.take(Bar.Pressed) if isinstance(message, Bar.Pressed)]


async def test_it_shows_each_key_with_its_label_and_the_words_at_the_right_edge() -> None:
    async with showing(KEYS, "A dossier") as (person, _):
        assert person.lines[0] == " 1 Actors  2 Quotes  3 Claims" + " " * 21 + "A dossier"


async def test_the_selected_cell_is_seen_without_colour() -> None:
    async with showing(KEYS) as (person, bar):
        assert person.highlighted(bar) == "1 Actors"


async def test_a_cell_that_is_off_is_dimmed() -> None:
    async with showing((BarItem("a", "On", "x"), BarItem("b", "Off", "y", dimmed=True))) as (person, bar):
        styles = {segment.text.strip(): segment.style for segment in person.cells(bar)[0] if segment.text.strip()}
        assert styles["a"] != styles["b"]
        assert styles["b"] == styles["Off"]


async def test_a_click_says_what_the_cell_is_for() -> None:
    async with showing(KEYS, "words") as (person, _):
        for words in ("1 Actors", "Quotes", "3", "words"):
            await person.click_on(words)
        await person.click(40, 0)
        assert pressed(person) == ["one", "two", "three"]


async def test_labels_go_from_the_right_and_the_selected_one_stays() -> None:
    async with showing(KEYS, size=(18, 3)) as (person, _):
        assert person.lines[0] == " 1 Actors  2  3"
        await person.click_on("3")
        assert pressed(person) == ["three"]


async def test_words_at_the_right_are_cut_with_an_ellipsis_or_left_out() -> None:
    long = "Nagorno Karabakh: who stood by whom"
    async with showing(KEYS, long, (46, 3)) as (person, bar):
        assert (
            person.lines[0] == " 1 Actors  2 Quotes  3 Claims  Nagorno Karaba…"[:46].rstrip() or "…" in person.lines[0]
        )
        await person.resize(34, 3)
        assert person.lines[0] == " 1 Actors  2 Quotes  3 Claims"
        bar.show(KEYS, "")
        await person.settle()
        assert person.lines[0] == " 1 Actors  2 Quotes  3 Claims"


async def test_markup_in_a_title_stays_as_it_is() -> None:
    async with showing(KEYS, "[red]a[/] [@click=x]", (80, 3)) as (person, _):
        assert person.lines[0].endswith("[red]a[/] [@click=x]")


@pytest.mark.parametrize("width", range(1, 40, 3))
async def test_no_width_breaks_it(width: int) -> None:
    async with showing(KEYS, "A dossier", (width, 1)) as (person, _):
        assert columns(person.lines[0]) <= width
        for x in range(width):
            await person.click(x, 0)


@pytest.mark.parametrize("width", range(60))
def test_what_is_kept_always_fits(width: int) -> None:
    kept = fit_items(KEYS, width)
    assert sum(len(f" {cell.key} {cell.label} ") - (not cell.label) for cell in kept) <= width
    assert [cell.key for cell in kept] == [cell.key for cell in KEYS][: len(kept)]


def test_nothing_is_dropped_where_all_fits() -> None:
    assert fit_items(KEYS, 60) == list(KEYS)
