"""A bar of words that can be clicked: what does not fit loses its label before it goes."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import pytest

from tests.screens.person import Person, at, columns
from tests.widgets.host import Host
from tui.theme import RoleStyles
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


async def test_words_at_the_right_are_whole_or_left_out() -> None:
    long = "Nagorno Karabakh: who stood by whom"
    async with showing(KEYS, long, (67, 3)) as (person, bar):
        assert person.lines[0].split("  ")[-1].strip() == long
        await person.resize(64, 3)
        assert person.lines[0] == " 1 Actors  2 Quotes  3 Claims"
        bar.show(KEYS, "")
        await person.settle()
        assert person.lines[0] == " 1 Actors  2 Quotes  3 Claims"


async def test_what_comes_first_at_the_right_is_cut_before_it_is_left_out() -> None:
    async with showing(KEYS, "", (40, 3)) as (person, bar):
        bar.show(KEYS, "speaker:armenia about:russia kind:complaint", text_first=True)
        await person.settle()
        assert person.lines[0].endswith("…")


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


# Labels that may be shortened, as those of the panels.

PANELS = [
    BarItem(str(number), label, may_shorten=True)
    for number, label in enumerate(
        ("Home", "Actors", "Quotes", "Alliances", "Ledger", "Claims", "Events", "Sources", "Network", "Balance")
    )
]


def labels(width: int, selected: int) -> list[str]:
    items = [item._replace(selected=number == selected) for number, item in enumerate(PANELS)]
    return [item.label for item in fit_items(items, width)]


@pytest.mark.parametrize("selected", range(len(PANELS)))
def test_at_80_columns_few_panels_are_shortened_and_say_so(selected: int) -> None:
    shown = labels(80, selected)
    whole = [item.label for item in PANELS]
    shortened = [number for number, label in enumerate(shown) if label != whole[number]]
    assert 1 <= len(shortened) <= 3
    assert shown[selected] == whole[selected]
    for number in shortened:
        assert shown[number].endswith("…")
        assert whole[number].startswith(shown[number].removesuffix("…"))


@pytest.mark.parametrize(("width", "close"), [(104, False), (95, False), (93, True), (85, True)])
def test_a_bar_gives_up_blanks_before_letters(width: int, close: bool) -> None:
    items = fit_items(PANELS, width)
    assert [item.label for item in items] == [item.label for item in PANELS]
    assert {item.close for item in items} == {close}
    selected = fit_items([item._replace(selected=item.label == "Home") for item in PANELS], width)
    assert not selected[0].close


@pytest.mark.parametrize("width", range(30, 110))
@pytest.mark.parametrize("selected", [0, 3, 9])
def test_shortened_labels_keep_four_letters_and_never_become_another_word(width: int, selected: int) -> None:
    for item, label in zip(PANELS, labels(width, selected), strict=False):
        assert label in ("", item.label) or (label[-1] == "…" and item.label.startswith(label[:-1]) and len(label) >= 5)


async def test_what_is_drawn_is_what_can_be_clicked_however_close() -> None:
    items = [item._replace(action=item.label, selected=item.label == "Quotes") for item in PANELS]
    async with showing(items, size=(80, 3)) as (person, _):
        assert person.lines[0].startswith(" 0Home 1Actors 2 Quotes 3Alli… 4Ledger")
        for words in ("1Act", "3Alli", "9Bal"):
            await person.click_on(words)
        assert pressed(person) == ["Actors", "Alliances", "Balance"]


@pytest.mark.parametrize("width", [14, 30, 40, 60, 80, 200])
async def test_a_warning_is_whole_at_every_width_that_holds_it(width: int) -> None:
    app = Host(lambda: Bar(id="bar"))
    items = [BarItem(str(number), "Something", may_shorten=True) for number in range(10)]
    async with at(app, (width, 3)) as person:
        app.query_one(Bar).show(items, "⊠ 2 errors !", warning=True)
        await person.settle()
        assert person.lines[0].endswith("⊠ 2 errors !")
        (style,) = {segment.style for segment in person.cells("#bar")[0] if "errors" in segment.text}
        assert style == RoleStyles(person.app, app.query_one(Bar).background_colors[1]).style("sign-against")
