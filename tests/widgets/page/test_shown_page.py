"""A page and its layout: with its additions, without them, or its beginning."""

from __future__ import annotations

import pytest
from textual.geometry import Size

from tui.pages.page import Addition, Page, Para, Span
from tui.render.wrap import Row
from tui.widgets.page.shown_page import ShownPage

SIZE = Size(40, 20)
HEAD, MORE, LONG = Para((Span("Two actors"),)), Para((Span("They also traded."),)), Para((Span("word " * 9_000),))


def words(rows: tuple[Row, ...]) -> list[str]:
    return ["".join(piece.text for piece in row) for row in rows if row]


def home(*, version: str = "home:") -> Page:
    return Page(version, (HEAD,), additions=(Addition(1, 1, lambda: (MORE,)),))


def test_additions_are_laid_out_when_it_is_filled_and_in_every_later_version_of_the_page() -> None:
    shown = ShownPage()
    shown.put(home())
    shown.lay_out(SIZE)
    assert not shown.is_filled
    assert words(shown.layout.rows) == ["Two actors"]
    shown.fill()
    shown.lay_out(SIZE)
    assert words(shown.layout.rows) == ["Two actors", "They also traded."]
    shown.put(home())
    assert shown.is_filled
    shown.put(home(version="other:"))
    assert not shown.is_filled
    shown.put(home(), filled=True)
    assert shown.is_filled


@pytest.mark.parametrize(("is_empty", "rows"), [(False, ["Two actors"]), (True, [])])
def test_only_the_beginning_of_a_page_that_takes_long_is_there_until_it_is_laid_out(
    is_empty: bool, rows: list[str]
) -> None:
    shown = ShownPage()
    shown.put(Page("x", (HEAD, LONG)))
    assert shown.begin(SIZE, is_empty=is_empty)
    assert shown.is_begun
    assert words(shown.layout.rows) == rows
    shown.lay_out(SIZE)
    assert not shown.is_begun
    assert len(shown.layout.rows) > 1000
    assert not shown.begin(SIZE, is_empty=is_empty)


def test_a_short_page_is_not_begun_and_without_a_width_nothing_is_laid_out() -> None:
    shown = ShownPage()
    shown.put(home())
    assert not shown.begin(SIZE, is_empty=False)
    shown.lay_out(SIZE)
    shown.lay_out(Size(0, 0))
    assert shown.layout.rows == ()
