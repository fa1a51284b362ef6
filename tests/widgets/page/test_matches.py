"""Words are marked in the rows of a page, also where a row ends in the middle of a phrase."""

from __future__ import annotations

import pytest
from rich.style import Style

from tui.dossier.search.matched_words import matched_words
from tui.dossier.search.query import parse_query
from tui.pages.page import Page, Quotation, Span
from tui.render.layout import lay_out
from tui.render.wrap import Row
from tui.widgets.page.matches import first_match, marked, matches_in_row

TEXT = "The barge carried salt across the Tamber, and salt came back across it."


def rows(width: int) -> tuple[Row, ...]:
    return lay_out(Page("x", (Quotation((Span(TEXT, "quote"),)),)), width).rows


def found(query: str, width: int) -> list[str]:
    laid_out, find = rows(width), matched_words(parse_query(query)).spans
    texts = ["".join(piece.text for piece in row) for row in laid_out]
    return [text[start:end] for index, text in enumerate(texts) for start, end in matches_in_row(laid_out, index, find)]


@pytest.mark.parametrize("width", range(12, 100, 4))
def test_every_occurrence_is_marked_at_every_width(width: int) -> None:
    assert found("salt", width) == ["salt", "salt"]
    assert "".join(found('"salt across the tamber"', width)).replace(" ", "") == "saltacrosstheTamber"
    assert found("nonesuch", width) == []


def test_a_phrase_that_goes_over_two_rows_is_marked_in_both() -> None:
    parts = found('"across the tamber"', 40)
    assert len(parts) == 2
    assert " ".join(parts) == "across the Tamber"


def test_a_view_begins_above_the_first_match_unless_that_is_in_it() -> None:
    laid_out, find = rows(12), matched_words(parse_query("back")).spans
    assert first_match(laid_out, find, len(laid_out)) == 0
    top = first_match(laid_out, find, 3)
    assert 0 < top < len(laid_out)
    assert first_match(laid_out, lambda _: (), 3) == 0


def test_pieces_are_divided_at_the_matches_and_keep_their_styles() -> None:
    bold, plain = Style(bold=True), Style()
    pieces = [("The Tam", bold), ("ber ran", plain)]
    divided = marked(pieces, [(4, 10)], lambda style: style + Style(reverse=True))
    assert [text for text, _ in divided] == ["The ", "Tam", "ber", " ran"]
    assert [bool(style.reverse) for _, style in divided] == [False, True, True, False]
    assert [bool(style.bold) for _, style in divided] == [True, True, False, False]
