"""The tour in a row or two: few words where there is no room for more, and the key that ends it as long as possible."""

from __future__ import annotations

import pytest

from tui.pages.page import Span, Spans
from tui.render.tour_rows import TourText, tour_rows
from tui.render.wrap import cells


def spans(text: str) -> Spans:
    return (Span(text),)


KEYS = "z Skip  Z End"
TEXT = TourText(
    "3/7",
    spans("e draws an actor among its ties."),
    spans("Who is against it and who with it, and why."),
    spans("e draws ties"),
    (spans("z Skip"), spans("Z End")),
)
CLOSING = TourText("", spans("That was the tour."), (), spans("All"), (spans("Z End"),))


def rows(text: TourText, width: int, height: int) -> list[str]:
    return ["".join(span.text for span in row).rstrip() for row in tour_rows(text, width, height)]


def justified(left: str, right: str, width: int) -> str:
    """Two texts at the edges of a row that leaves its last cell blank."""
    return left + right.rjust(width - 1 - len(left))


def test_two_rows_have_what_is_asked_for_and_a_line_on_it_with_the_keys_at_the_right() -> None:
    assert rows(TEXT, 80, 2) == [
        " Tour 3/7  e draws an actor among its ties.",
        justified("           Who is against it and who with it, and why.", KEYS, 80),
    ]


def test_on_a_wide_screen_the_keys_stay_near_the_words() -> None:
    assert len(rows(TEXT, 200, 2)[1]) <= 100


@pytest.mark.parametrize(
    ("width", "left", "right"),
    [
        (80, " Tour 3/7  e draws an actor among its ties.", KEYS),
        (50, " Tour 3/7  e draws ties", KEYS),
        (36, " 3/7  e draws ties", KEYS),
        (31, " Tour 3/7  e draws ties", "Z End"),
        (26, " 3/7  e draws ties", "Z End"),
        (24, " Tour 3/7  e draws ties", ""),
        (20, " 3/7  e draws ties", ""),
    ],
)
def test_one_row_has_what_there_is_room_for(width: int, left: str, right: str) -> None:
    assert rows(TEXT, width, 1) == [justified(left, right, width).rstrip()]


def test_a_line_on_it_that_does_not_fit_gives_way_to_the_keys() -> None:
    assert rows(TEXT, 60, 2) == [" Tour 3/7  e draws an actor among its ties.", justified("", KEYS, 60)]
    assert rows(TEXT, 40, 2) == [" Tour 3/7  e draws ties", justified("", KEYS, 40)]


def test_at_the_end_there_is_no_position() -> None:
    assert rows(CLOSING, 60, 2) == [" Tour  That was the tour.", justified("", "Z End", 60)]
    assert rows(CLOSING, 20, 1) == [justified(" Tour  All", "Z End", 20)]


@pytest.mark.parametrize("height", [1, 2])
def test_no_row_is_wider_than_its_words_or_the_room(height: int) -> None:
    for width in range(1, 130):
        for row in tour_rows(TEXT, width, height):
            assert sum(cells(span.text) for span in row) <= max(width, cells(" Tour 3/7  e draws ties"))
