"""Layouts that are kept: as many as are of use, and none for another size than its own."""

from __future__ import annotations

from tui.pages.page import Page, Para, Section, Span
from tui.widgets.page.layout_cache import MAX_LAYOUTS, LayoutCache, beginning, takes_long


def page_of(words: str, *, compact: bool = False) -> Page:
    paragraph = Para((Span(words),))
    return Page(
        words, (paragraph, Section("One", compact=compact), paragraph, Section("Two", compact=compact), paragraph)
    )


def test_a_layout_is_made_once_for_a_width() -> None:
    cache, page = LayoutCache(), page_of("some words " * 9)
    layout = cache.get(page, 40, 5)
    assert cache.get(page, 40, 5) is layout
    assert cache.get(page, 40, 50) is layout
    assert len(cache.get(page, 20, 5).rows) > len(layout.rows)


def test_a_page_that_depends_on_the_height_is_laid_out_for_each() -> None:
    cache, page = LayoutCache(), page_of("word", compact=True)
    rows = [len(cache.get(page, 40, height).rows) for height in (7, 6, 7, 40, 5)]
    assert rows == [7, 5, 7, 7, 5]


def test_two_pages_that_say_the_same_are_two_pages() -> None:
    cache, one, other = LayoutCache(), page_of("word"), page_of("word")
    assert cache.get(one, 40, 5) is not cache.get(other, 40, 5)


def test_the_oldest_layout_goes_first() -> None:
    cache, pages = LayoutCache(), [page_of(f"page {number}") for number in range(MAX_LAYOUTS + 1)]
    layouts = [cache.get(page, 40, 5) for page in pages]
    assert cache.get(pages[-1], 40, 5) is layouts[-1]
    assert cache.get(pages[1], 40, 5) is layouts[1]
    assert cache.get(pages[0], 40, 5) is not layouts[0]


def test_only_a_page_that_is_soon_laid_out_is_prepared() -> None:
    cache, short, long = LayoutCache(), page_of("word"), page_of("word " * 9_000)
    assert (takes_long(short), takes_long(long)) == (False, True)
    assert cache.prepare(short, 40, 5) is cache.get(short, 40, 5)
    assert cache.prepare(long, 40, 5) is None
    layout = cache.get(long, 40, 5)
    assert cache.prepare(long, 40, 5) is layout


def test_of_a_page_that_takes_long_the_beginning_is_laid_out_at_once() -> None:
    head, rest = Para((Span("Two actors"),)), Para((Span("word " * 9_000),))
    assert ["".join(piece.text for piece in row) for row in beginning(Page("x", (head, rest)), 40).rows] == [
        "Two actors"
    ]
    assert beginning(Page("x", (rest,)), 40).rows == ()
