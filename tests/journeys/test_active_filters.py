"""What the reader chooses to see: only facts, unsettled ties, some kinds or sides. All that is shown follows."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.dossiers import SMALL
from tests.journeys.test_walking import spot
from tests.screens.opened import Reading, browsing, opened, place, reads_again
from tests.screens.panel_keys import ACTORS, ALLIANCES, CLAIMS, HOME, LEDGER, NETWORK, panel_keys
from tui.dossier.dossier import Dossier
from tui.dossier.network.scope import DEFAULT_SCOPE
from tui.dossier.values.vocabulary import UNSETTLED
from tui.keys import PANELS
from tui.screens.browse import BrowseScreen
from tui.screens.filter import FilterScreen
from tui.screens.jump import JumpScreen
from tui.widgets.matrix.sign_matrix import SignMatrix

LEFT_OUT = "Reported only: "


def dossier(person: Reading) -> Dossier:
    return browsing(person).catalog.dossier


def cells_of(person: Reading) -> str:
    """The rows of the matrix, without what stands above and below them."""
    shown = matrix(person)
    return "\n".join(person.pane("#matrix")[shown.header_height : -shown.footer_height])


def matrix(person: Reading) -> SignMatrix:
    reading = browsing(person).detail
    assert isinstance(reading, SignMatrix)
    return reading


def bars(person: Reading) -> str:
    return f"{person.lines[0]}\n{person.lines[-1]}"


def filter_screen(person: Reading) -> FilterScreen:
    screen = person.app.screen
    assert isinstance(screen, FilterScreen)
    return screen


async def to_line(person: Reading, words: str) -> None:
    """Move to the line of the filters that shows these words."""
    await person.press("home")
    for _ in range(60):
        if words in person.highlighted("#filters"):
            return
        await person.press("down")
    raise AssertionError(f"no line {words!r}:\n{person.text}")


# Only facts


async def test_lists_counts_and_pages_follow_and_say_what_is_left_out() -> None:
    async with opened(size=(120, 60)) as person:
        whole = dossier(person)
        await person.press("o")
        part = dossier(person)
        assert part.whole is whole
        for key in PANELS.keys[1:8]:
            table = key.id.partition(".")[2]
            await person.press(key.keys[0])
            listed = [name for name in browsing(person).records.records if ":" not in name]
            assert sorted(listed) == sorted(record.id for record in part.tables[table])
            told = f"{part.left_out(table)} left out; o shows all"
            assert (told in "\n".join(person.pane("#records"))) == bool(part.left_out(table)), table
        await person.press(ACTORS, "home", "tab", "end")
        assert LEFT_OUT in "\n".join(person.pane("#page"))


@pytest.mark.parametrize("keys", [(HOME,), ("m",), ("e",), ("b",), ("p", *"turk", "enter"), (LEDGER, "home")])
async def test_diagrams_and_views_follow_and_say_what_is_left_out(keys: tuple[str, ...]) -> None:
    async with opened(size=(118, 90)) as person:
        await person.press(*keys)
        before = person.text
        assert LEFT_OUT not in before
        await person.press("o")
        assert LEFT_OUT in person.text
        assert re.search(r"Reported only: \d+ more [a-z ]+ (is|are)\s+left out\.", " ".join(person.text.split()))
        await person.press("o")
        await person.until(lambda: person.text == before)


@pytest.mark.parametrize(
    "keys", [(), ("enter", "down", "down"), (HOME,), ("m", "down", "right"), ("e", "down"), ("b",)]
)
async def test_pressed_twice_everything_is_as_it_was(keys: tuple[str, ...]) -> None:
    async with opened() as person:
        await person.press(*keys)
        was = spot(person)
        await person.press("o", "o")
        assert spot(person) == was
        assert dossier(person).whole is None


async def test_a_record_that_is_left_out_is_there_again_when_everything_is() -> None:
    async with opened() as person:
        await person.press(ALLIANCES, "end", "enter", "down")
        was = spot(person)
        assert dossier(person).tie(was[0].record).status != "reported"
        await person.press("o")
        assert place(person).record != was[0].record
        assert dossier(person).get(place(person).record) is not None
        await person.press("o")
        assert spot(person) == was


async def test_a_reader_who_goes_elsewhere_meanwhile_stays_there() -> None:
    async with opened() as person:
        await person.press(ALLIANCES, "end", "o", "down")
        now = place(person).record
        await person.press("o")
        assert place(person).record == now


async def test_a_filter_is_kept_and_finds_only_what_is_reported() -> None:
    async with opened() as person:
        await person.press(ALLIANCES, "/", *"armenia", "enter")
        every = browsing(person).records.records
        await person.press("o")
        assert place(person).filter == "armenia"
        some = browsing(person).records.records
        assert 0 < len(some) < len(every)
        assert f"{len(some)} of {len(dossier(person).tables['alliances'])}" in person.text
        await person.press("o")
        assert browsing(person).records.records == every


@pytest.mark.long
async def test_the_jump_list_offers_only_what_is_there() -> None:
    async with opened() as person:
        await person.press(ALLIANCES, "end")
        gone = place(person).record
        await person.press("o")
        assert dossier(person).get(gone) is None
        assert gone not in {item.target for item in browsing(person).jump_items()}
        await person.press(":")
        assert isinstance(person.app.screen, JumpScreen)


async def test_the_title_bar_says_what_is_chosen_in_words_where_there_is_room() -> None:
    async with opened(size=(200, 40)) as person:
        title = dossier(person).head.title
        assert title in person.lines[0]
        await person.press("o")
        out = sum(map(dossier(person).left_out, dossier(person).tables))
        assert person.lines[0].endswith(f"● reported only, {out} left out")
        await person.press("u")
        assert person.lines[0].endswith(f"● reported only, {out} left out · unsettled counted in diagrams")
        await person.press("o", "u")
        assert person.lines[0].endswith(title)


@pytest.mark.long
@pytest.mark.parametrize("keys", [(), ("enter",), (HOME,), ("m",), ("e",), ("e", "tab")])
async def test_at_80_columns_it_says_so_in_brief_and_whole(keys: tuple[str, ...]) -> None:
    async with opened() as person:
        await person.press(*keys, "o")
        assert person.lines[-1].endswith(" reported only")
        await person.press("o", "u")
        assert person.lines[-1].endswith(" unsettled counted")
        await person.press("u", "f", *["down"] * 5, "space", "escape")
        assert person.lines[-1].endswith(" filtered")


# Back and forward across a change


@pytest.mark.long
async def test_back_and_forward_across_a_change_never_fail() -> None:
    async with opened() as person:
        for keys in (
            (ALLIANCES, "end", "enter"),
            (CLAIMS, "enter"),
            ("m", "end"),
            ("e",),
            (LEDGER, "end", "enter"),
            ("p", *"turk", "enter"),
        ):
            await person.press(*keys)
        for key in ("o", "u", "o", "u"):
            await person.press(key)
            for key in ("backspace",) * 7 + ("alt+right",) * 7:
                await person.press(key)
                here = place(person)
                assert not here.record or browsing(person).catalog.panel_of(here.record) == here.panel
                assert person.text.strip()


async def test_a_link_to_what_is_left_out_says_that_nothing_is_known() -> None:
    async with opened() as person:
        await person.press(ALLIANCES, "end")
        gone = place(person).record
        await person.press("o")
        was = place(person)
        browsing(person).follow(gone)
        await person.settle()
        assert person.told == [f"Nothing is known about “{gone}”"]
        assert place(person) == was


async def test_reading_again_keeps_what_is_chosen(tmp_path: Path) -> None:
    file = tmp_path / "small.toml"
    file.write_text(SMALL, encoding="utf-8")
    async with opened(file) as person:
        await person.press("o", "u", "m")
        await reads_again(person)
        assert dossier(person).whole is not None
        assert browsing(person).catalog.scope.statuses == frozenset()
        assert place(person).record == "matrix:"
        file.write_text(SMALL.replace("Ilvane", "Ylvane"), encoding="utf-8")
        await reads_again(person)
        assert "Ylvane" in person.text
        assert dossier(person).whole is not None
        await person.press("o", "u")
        assert dossier(person).whole is None
        assert browsing(person).catalog.scope._replace(moment=None) == DEFAULT_SCOPE


@pytest.mark.long
async def test_reading_again_a_file_without_the_chosen_side_can_be_put_right(tmp_path: Path) -> None:
    file = tmp_path / "small.toml"
    file.write_text(SMALL, encoding="utf-8")
    async with opened(file) as person:
        await person.press("m", "f")
        await to_line(person, "Corvath")
        await person.press("o", "escape")
        file.write_text(SMALL.replace('sides = ["ilvane", "corvath"]', 'sides = ["ilvane"]'), encoding="utf-8")
        await reads_again(person)
        await person.press("f")
        assert len(filter_screen(person).filter_list.records) > 3
        await person.press("r", "escape")
        assert browsing(person).catalog.scope._replace(moment=None) == DEFAULT_SCOPE
        assert matrix(person).total > 0


# Unsettled ties


async def test_u_counts_what_is_not_settled_and_leaves_it_out_again() -> None:
    async with opened() as person:
        await person.press("m")
        before = person.text
        assert "unsettled ties not counted" in person.text
        await person.press("u")
        assert "unsettled ties not counted" not in person.text
        assert "+≠" in person.text
        assert "≠ contested" in person.text
        await person.press("u")
        assert person.text == before


async def test_u_leaves_the_other_status_filters_as_they_are() -> None:
    async with opened() as person:
        await person.press("m", "f")
        await ticked(person, "judgement", "space", "escape")
        before = browsing(person).catalog.scope.statuses
        assert "judgement" in before
        await person.press("u")
        assert browsing(person).catalog.scope.statuses == before - UNSETTLED
        assert "judgement" in browsing(person).catalog.scope.statuses
        await person.press("u")
        assert browsing(person).catalog.scope.statuses == before


async def test_the_cursor_of_the_matrix_stays_on_its_pair() -> None:
    async with opened() as person:
        await person.press("m", "end", "comma")
        pair = matrix(person).pair
        for key in ("u", "u", "o", "o"):
            await person.press(key)
            assert matrix(person).pair == pair or key == "o"
        assert matrix(person).pair == pair


@pytest.mark.long
async def test_a_pair_that_is_gone_is_highlighted_again_when_it_comes_back() -> None:
    async with opened() as person:
        await person.press("m", "u")
        while not matrix(person).pair.startswith("turkmenistan:"):
            await person.press("down")
        was = spot(person)
        await person.press("u")
        assert matrix(person).target
        assert "turkmenistan" not in matrix(person).pair
        await person.press("u")
        assert spot(person) == was


@pytest.mark.long
async def test_back_from_a_pair_after_a_change_is_at_the_same_pair() -> None:
    async with opened() as person:
        await person.press("m", "end", "comma")
        pair = matrix(person).pair
        await person.press("enter", "u", "backspace")
        assert matrix(person).pair == pair


@pytest.mark.parametrize("keys", [(), ("enter",), (HOME,), ("m",), ("e",), ("e", "tab"), ("b",), panel_keys("balance")])
@pytest.mark.parametrize("key", ["u", "o"])
async def test_a_filter_keeps_the_pane(keys: tuple[str, ...], key: str) -> None:
    async with opened() as person:
        await person.press(*keys)
        was, pane, focused = place(person), browsing(person).split_view.pane, person.app.focused
        await person.press(key)
        assert browsing(person).split_view.pane == pane
        assert person.app.focused is focused
        assert place(person)[:2] == was[:2]
        assert len(browsing(person).navigator.trail.places) == (2 if keys and keys[0] != "enter" else 1) + (
            keys == ("enter",)
        )


# The filters


async def ticked(person: Reading, words: str, *keys: str) -> None:
    await to_line(person, words)
    await person.press(*keys)


@pytest.mark.parametrize("key", ["space", "enter"])
async def test_a_line_is_ticked_by_key_and_the_diagram_follows(key: str) -> None:
    async with opened() as person:
        await person.press("m")
        assert "−" in cells_of(person)
        await person.press("f")
        await ticked(person, "hostility", key)
        assert "▣" not in person.highlighted("#filters")
        assert "17 of 22 ties" in person.text
        await person.press("escape")
        assert "−" not in cells_of(person)
        assert "ties not counted: " in person.text
        assert "1 of excluded kinds" in person.text
        assert person.app.focused is matrix(person)


@pytest.mark.long
async def test_a_click_selects_a_line_and_a_click_on_the_selected_one_ticks_it() -> None:
    async with opened() as person:
        await person.press("f")
        await person.click_on("judgement")
        assert "17 of 22 ties" not in person.text
        assert "judgement" in person.highlighted("#filters")
        await person.click_on("judgement")
        assert "13 of 22 ties" in person.text
        await person.click_on("o Only this")
        assert "5 of 22 ties" in person.text
        await person.click_on("r Reset")
        assert "18 of 22 ties" in person.text
        await person.click_on("esc Done")
        assert isinstance(person.app.screen, BrowseScreen)
        assert browsing(person).catalog.scope._replace(moment=None) == DEFAULT_SCOPE


@pytest.mark.long
async def test_only_this_and_as_it_was() -> None:
    async with opened() as person:
        await person.press("m", "f")
        await ticked(person, "Azerbaijan", "o", "escape")
        assert browsing(person).catalog.scope.sides == {"azerbaijan"}
        assert "of other sides" in person.text
        await person.press("f", "r", "escape")
        assert browsing(person).catalog.scope._replace(moment=None) == DEFAULT_SCOPE


async def test_the_last_side_stays_in_and_it_is_said_why() -> None:
    async with opened() as person:
        await person.press("f")
        await ticked(person, "Azerbaijan", "space")
        assert "Select at least" not in person.text
        await ticked(person, "Armenia", "space", "space")
        assert "Select at least one side; r resets all filters" in person.text
        assert "▣" in person.highlighted("#filters")


@pytest.mark.parametrize("key", ["escape", "f", "q"])
async def test_the_filters_are_closed_without_a_trace_when_nothing_was_changed(key: str) -> None:
    async with opened() as person:
        await person.press("e", "down")
        was, places = spot(person), browsing(person).navigator.trail.places
        await person.press("f", "down", "down", "space", "space", key)
        assert spot(person) == was
        assert browsing(person).navigator.trail.places == places
        assert not person.app._exit


async def test_what_is_chosen_holds_in_all_four_diagrams() -> None:
    async with opened() as person:
        await person.press("f")
        await ticked(person, "hostility", "space", "escape")
        for keys in (("e",), ("m",), ("b",), ("p", *"azer", "enter")):
            await person.press(*keys)
            assert browsing(person).catalog.scope.kinds == {"hostility"}
            await person.press("pagedown")
            page: Callable[[], str] = lambda: "\n".join(person.lines)  # noqa: E731
            assert "of excluded kinds" in page() or "− against" not in page()


@pytest.mark.long
async def test_with_everything_left_out_each_diagram_says_so() -> None:
    async with opened() as person:
        await person.press("f")
        await ticked(person, "inferred", "o")
        await ticked(person, "hostility", "o")
        assert "0 of 22 ties" in person.text
        await person.press("escape")
        for keys in (("m",), ("b",), ("e",), ("p", *"azer", "enter")):
            await person.press(*keys)
            assert "not counted" in person.text or "No tie" in person.text, keys
        await person.press("m", "enter", "down", "full_stop")
        assert "Press f" in person.text
        await person.press(NETWORK, "tab", "n", "f", "r", "escape")
        assert browsing(person).catalog.scope._replace(moment=None) == DEFAULT_SCOPE


async def test_a_dossier_without_ties_has_filters_that_say_so(tmp_path: Path) -> None:
    file = tmp_path / "none.toml"
    file.write_text('dossier = 1\ntitle = "Nothing"\n', encoding="utf-8")
    async with opened(file) as person:
        await person.press("f")
        assert "This dossier has no ties." in person.text
        await person.press("space", "enter", "o", "r", "down", "escape")
        assert isinstance(person.app.screen, BrowseScreen)


@pytest.mark.long
@pytest.mark.parametrize("size", [(1, 1), (10, 3), (20, 5), (40, 15), (300, 90)])
async def test_the_filters_fit_any_terminal(size: tuple[int, int]) -> None:
    async with opened(size=size) as person:
        await person.press("f", "down", "down", "space", "end", "o", "r")
        assert all(len(line) <= size[0] for line in person.lines)
        for other in ((80, 24), (1, 1), (50, 10), size):
            await person.resize(*other)
        await person.press("escape")
        assert browsing(person).catalog.scope._replace(moment=None) == DEFAULT_SCOPE
