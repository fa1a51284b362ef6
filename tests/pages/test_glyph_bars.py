"""Bars made of glyphs: one for each as long as there is room, in proportion beyond, nothing that is there left out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.pages.glyph_bars import HEIGHTS, Part, glyph_bar, height_bar
from tui.pages.page import Span


def parts(*numbers: int) -> tuple[Part, ...]:
    return tuple(Part(Span(glyph), number) for glyph, number in zip("●»◇≠", numbers, strict=False))


def drawn(*numbers: int, most: int, width: int = 12) -> str:
    return "".join(span.text for span in glyph_bar(parts(*numbers), most, width))


def test_a_glyph_stands_for_one() -> None:
    assert drawn(3, 0, 2, most=5) == "●●●◇◇"
    assert drawn(0, most=5) == ""


def test_nothing_is_no_bar_however_long_the_longest_is() -> None:
    assert drawn(0, 0, most=100) == ""


def test_where_the_longest_has_no_room_all_are_shorter_in_proportion() -> None:
    assert drawn(50, 50, most=100) == "●●●●●●»»»»»»"
    assert drawn(25, 25, most=100) == "●●●»»»"


def test_what_is_rare_keeps_a_glyph() -> None:
    assert drawn(1000, 1, most=1001) == "●●●●●●●●●●●»"
    assert drawn(1, 1, most=1001) == "●»"


@given(st.lists(st.integers(0, 500), min_size=1, max_size=4), st.integers(4, 40))
def test_a_bar_is_never_longer_than_its_room_and_has_every_part(numbers: list[int], width: int) -> None:
    bar = drawn(*numbers, most=max(1, sum(numbers)), width=width)
    assert len(bar) == min(width, sum(numbers))
    assert set(bar) == {glyph for glyph, number in zip("●»◇≠", numbers, strict=False) if number}


def test_a_bar_of_one_cell_is_lowest_for_one_and_highest_for_the_most() -> None:
    assert [height_bar(number, 50) for number in (0, 1, 25, 50)] == ["", HEIGHTS[0], HEIGHTS[3], HEIGHTS[7]]
