"""The latest layouts of pages are kept, one for each width."""

from __future__ import annotations

from tui.pages.page import Page, Para, Span
from tui.widgets.page.layout_cache import MAX_LAYOUTS, LayoutCache


def page(words: str = "some words") -> Page:
    return Page("p", (Para((Span(words),)),))


def test_a_page_between_two_widths_is_laid_out_once_for_each() -> None:
    cache, shown = LayoutCache(), page()
    wide, narrow = cache.get(shown, 60, 20), cache.get(shown, 5, 20)
    assert wide is not narrow
    assert cache.get(shown, 60, 20) is wide
    assert cache.get(shown, 5, 20) is narrow


def test_only_the_latest_layouts_are_kept() -> None:
    cache, first = LayoutCache(), page()
    layout = cache.get(first, 60, 20)
    for number in range(MAX_LAYOUTS):
        cache.get(page(str(number)), 60, 20)
    assert cache.get(first, 60, 20) is not layout


def test_a_page_that_takes_long_is_not_laid_out_before_it_is_asked_for() -> None:
    cache, long = LayoutCache(), page("word " * 10_000)
    assert cache.prepare(long, 60, 20) is None
    layout = cache.get(long, 60, 20)
    assert cache.prepare(long, 60, 20) is layout
