"""Bars made of glyphs: labels are whole where the bars leave them room."""

from __future__ import annotations

from tui.pages.chart_blocks import BarRow, Bars
from tui.pages.page import Span
from tui.render.bars import bars
from tui.render.wrap import Links


def drawn(width: int, *numbers: int) -> list[str]:
    rows = tuple(
        BarRow(Span("strategic partnership"), ((Span("+"), number),), (Span(f"{number}"),)) for number in numbers
    )
    return ["".join(piece.text for piece in row) for row in bars(Bars(rows), width, Links()) or ()]


def test_a_long_label_is_whole_where_the_longest_bar_needs_no_more_room() -> None:
    assert drawn(31, 5, 2) == ["strategic partnership  +++++  5", "strategic partnership  ++     2"]


def test_it_is_shortened_where_the_bar_needs_its_room() -> None:
    assert [row.partition("…")[0] for row in drawn(31, 40)] == ["strategic partne"]


def test_no_bar_is_drawn_without_room_for_it() -> None:
    assert drawn(20, 40) == []
