"""Which links are in view, and which one a key selects next."""

from __future__ import annotations

import pytest

from tui.pages.page import Page, Para, Span
from tui.render.layout import lay_out
from tui.render.wrap import NO_LINK, Piece
from tui.widgets.page.viewport import Viewport, line_count, link_at, row_at

PAGE = lay_out(Page("p", tuple(Para((Span(name, "name", name),)) for name in ("one", "two", "three", "four"))), 40)
"""Links in the rows 0, 2, 4 and 6, so in the lines 1, 3, 5 and 7: line 0 is blank."""


def in_view(top: int, height: int) -> list[str]:
    viewport = Viewport(PAGE, top, height)
    return [target for link, target in enumerate(PAGE.links) if viewport.contains(link)]


@pytest.mark.parametrize(
    ("top", "height", "links"),
    [
        (0, 3, ["one"]),
        (0, 4, ["one", "two"]),
        (1, 2, ["one"]),
        (1, 3, ["one", "two"]),
        (2, 1, []),
        (5, 3, ["three", "four"]),
        (6, 3, ["four"]),
    ],
)
def test_a_link_is_in_view_when_its_first_line_is(top: int, height: int, links: list[str]) -> None:
    assert in_view(top, height) == links
    assert not Viewport(PAGE, top, height).contains(-1)
    assert not Viewport(PAGE, top, height).contains(4)


@pytest.mark.parametrize(("top", "first", "last"), [(0, 0, 0), (1, 0, 1), (2, 1, 1), (4, 2, 2), (7, 3, 3), (8, 3, 3)])
def test_the_first_and_the_last_link_of_the_view(top: int, first: int, last: int) -> None:
    viewport = Viewport(PAGE, top, 3)
    assert (viewport.first_link(1), viewport.first_link(-1)) == (first, last)


def test_the_next_link_is_on_another_row_and_in_view() -> None:
    viewport = Viewport(PAGE, 1, 4)
    assert (viewport.next_link(0, 1), viewport.next_link(1, 1), viewport.next_link(1, -1)) == (1, -1, 0)
    assert viewport.next_link(3, 1) == 0, "from the edge, as the selected link is not in view"


def test_the_selection_wraps_around_where_the_whole_page_is_in_view() -> None:
    assert Viewport(PAGE, 0, 9).next_link(3, 1) == 0
    assert Viewport(PAGE, 0, 9).next_link(0, -1) == 3
    assert Viewport(lay_out(Page("p", ()), 40), 0, 9).next_link(-1, 1) == -1


def test_a_link_is_on_every_line_that_its_words_are_on() -> None:
    layout = lay_out(Page("p", (Para((Span("a "), Span("long name of five words", "name", "x"))),)), 12)
    assert Viewport(layout, 0, 9).link_lines(0) == [1, 2, 3]
    assert Viewport(layout, 0, 9).link_lines(1) == []


def test_the_link_in_a_column_counts_cells() -> None:
    row = (Piece("漢字", "text"), Piece("Armenia", "name", 4), Piece(".", "text"))
    assert [link_at(row, column) for column in (-1, 3, 4, 10, 11, 99)] == [NO_LINK, NO_LINK, 4, 4, NO_LINK, NO_LINK]


def test_a_page_has_a_blank_line_above_and_where_it_does_not_fit_as_a_whole_one_below() -> None:
    assert [line_count(PAGE, height) for height in (3, 7, 8, 20)] == [9, 9, 8, 8]
    assert line_count(lay_out(Page("p", ()), 40), 20) == 0


def test_the_rows_of_a_page_begin_below_the_blank_line() -> None:
    assert [[piece.text for piece in row_at(PAGE, line)] for line in (0, 1, 2, 7, 8)] == [
        [],
        ["one"],
        [],
        ["four"],
        [],
    ]


SECTIONS = lay_out(Page("p", tuple(Para((Span(name, "name", name),), anchor=name) for name in "abc")), 40)


def test_the_part_is_that_of_the_link_or_while_that_is_out_of_view_of_the_first_line() -> None:
    assert Viewport(SECTIONS, 0, 40).part(1) == "b"
    assert Viewport(SECTIONS, SECTIONS.anchors["c"] + 1, 3).part(0) == "c"
    assert Viewport(PAGE, 0, 40).part(0) == ""
