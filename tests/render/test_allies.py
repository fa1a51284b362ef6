"""What is said of those beside a side that are not drawn."""

from __future__ import annotations

import pytest

from tui.pages.page import Span
from tui.render.allies import undrawn

SIGNS = (Span("+7", "sign-with"), Span(" ", "dim"), Span("−4", "sign-against"))


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (18, "and 11 more: +7 −4"),
        (14, "11 more: +7 −4"),
        (12, "+7 −4 more"),
        (8, "+7 −4 …"),
        (6, "and 1…"),
    ],
)
def test_those_not_drawn_are_counted_by_their_signs_as_far_as_there_is_room(size: int, words: str) -> None:
    said = undrawn(Span("and 11 more", "dim", "ego:a"), SIGNS, size)
    assert "".join(span.text for span in said) == words
    assert "ego:a" in {span.link for span in said}


def test_of_many_signs_the_first_are_told() -> None:
    signs = (Span("+−"), Span(" 12"), Span("  "), Span("++"), Span(" 1,000,000,000"))
    assert "".join(span.text for span in undrawn(Span("and 1012 more", "dim", "x"), signs, 20)) == "1012 more: +− 12 …"
