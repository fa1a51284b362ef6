"""Text that is too long is cut where it can be seen."""

from __future__ import annotations

import pytest

from tui.pages.page import Span
from tui.pages.truncation import MAX_CHARACTERS, MAX_LINES, and_more, brief, briefly, cut


def words_of(*spans: Span) -> str:
    return "".join(span.text for span in spans)


def test_what_fits_is_left_as_it_is() -> None:
    spans = Span("a" * 5, "strong", "x"), Span("b" * 5)
    assert briefly(spans, 10) is spans
    assert brief("a" * 10, 10) == "a" * 10
    assert cut("a\n" * (MAX_LINES - 1)) == ("a\n" * (MAX_LINES - 1), "")


@pytest.mark.parametrize("parts", [1, 2, 3, 50, 2_000])
def test_spans_are_cut_to_a_number_of_characters_in_all(parts: int) -> None:
    whole = tuple(Span("ab" * (2_000 // parts), "strong", "x") for _ in range(parts))
    short = briefly(whole, 100)
    assert len(words_of(*short).rstrip(" …")) == 100
    assert words_of(*whole).startswith(words_of(*short).rstrip(" …"))
    assert words_of(*short).endswith(" …")
    assert {(span.role, span.link) for span in short} == {("strong", "x")}


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("a" * (MAX_CHARACTERS + 7), "a" * MAX_CHARACTERS),
        ("a\n" * (MAX_LINES + 7), "a\n" * (MAX_LINES - 1) + "a"),
    ],
    ids=["characters", "lines"],
)
def test_a_field_that_is_cut_says_how_much_is_missing(words: str, kept: str) -> None:
    shown, remark = cut(words)
    assert shown == kept
    assert f"{len(words) - len(kept):,} more characters" in remark


def test_and_more_is_said_only_where_there_is_more() -> None:
    assert and_more(0) == and_more(-1) == ()
    assert and_more(1_204, "panel:claims", "claims") == (Span("and 1,204 more claims", "dim", "panel:claims"),)
