"""In a new version of a page, what was in view and what was selected is found again."""

from __future__ import annotations

import pytest

from tui.pages.page import Page, Para, Span
from tui.render.layout import lay_out
from tui.render.wrap import Piece, Row
from tui.widgets.page.new_version import same_link, same_place, same_row


@pytest.mark.parametrize(
    ("before", "link", "after", "found"),
    [
        ("abc", 1, "abc", 1),
        ("abc", 1, "xxabc", 3),
        ("aba", 2, "aaba", 3),
        ("aba", 2, "xa", 1),
        ("abc", 2, "ab", 1),
        ("abc", 1, "ac", 1),
        ("abc", 0, "", -1),
        ("", -1, "ab", -1),
    ],
    ids=[
        "as it was",
        "moved down",
        "the one with the same neighbours",
        "the last of them",
        "gone",
        "another",
        "no links",
        "new",
    ],
)
def test_the_selected_link_is_the_one_that_leads_to_the_same_place(
    before: str, link: int, after: str, found: int
) -> None:
    assert same_link(before, link, after) == found


def rows(words: str) -> list[Row]:
    return [(Piece(word, "text"),) if word != "-" else () for word in words.split()]


@pytest.mark.parametrize(
    ("before", "row", "after", "found"),
    [
        ("a b c d", 2, "a b c d", 2),
        ("a b c d", 2, "x y a b c d", 4),
        ("a b c d", 2, "c d", 0),
        ("a - c d", 1, "x a - c d", 2),
        ("a b c d", 2, "a b x d", 2),
        ("a b a b", 2, "a b x a b", 3),
        ("a b c d", 2, "x", 2),
    ],
    ids=["as it was", "moved down", "moved up", "a blank row", "by the next row", "the nearest", "gone"],
)
def test_the_first_row_in_view_is_the_one_with_the_same_words(before: str, row: int, after: str, found: int) -> None:
    assert same_row(rows(before), row, rows(after)) == found


def test_a_row_is_the_same_when_links_above_it_give_its_links_other_numbers() -> None:
    before: list[Row] = [(Piece("a", "text"),), (Piece("b", "name", 0),)]
    after: list[Row] = [(Piece("x", "name", 0),), (Piece("a", "text"),), (Piece("b", "name", 1),)]
    assert same_row(before, 1, after) == 2


def test_of_rows_alike_the_one_is_meant_that_the_same_rows_follow() -> None:
    assert same_row(rows("e a b e c d"), 3, rows("e x e a b e c d")) == 5


def test_a_view_from_the_beginning_stays_there_whatever_is_added_above() -> None:
    before, after = (
        lay_out(Page("p", tuple(Para((Span(name, "name", name),)) for name in names)), 40)
        for names in ("abcd", "xabcd")
    )
    assert same_place(before, 0, 2, after) == (0, 3)
    assert same_place(before, 3, 2, after) == (5, 3)
