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
        (9, "+7−4 more"),
        (8, "11 more"),
    ],
)
def test_those_not_drawn_are_counted_by_their_signs_as_far_as_there_is_room(size: int, words: str) -> None:
    said = undrawn(Span("and 11 more", "dim", "ego:a"), SIGNS, size)
    assert "".join(span.text for span in said) == words
    assert "ego:a" in {span.link for span in said}


def test_of_many_signs_all_are_told_or_none() -> None:
    signs = (Span("+−"), Span(" 12"), Span("  "), Span("++"), Span(" 1,000"))
    said = {
        size: "".join(span.text for span in undrawn(Span("and 1012 more", "dim", "x"), signs, size))
        for size in (20, 17, 16)
    }
    assert said == {20: "+− 12  ++ 1,000 more", 17: "+−12 ++1,000 more", 16: "and 1012 more"}
