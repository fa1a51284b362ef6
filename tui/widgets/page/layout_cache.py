"""Keeps the latest page layouts, so that going back over pages costs nothing, and knows the margin of a page."""

from __future__ import annotations

from tui.pages.page import Block, Page, spans_of
from tui.render.layout import MEASURE, PageLayout, lay_out

MAX_LAYOUTS = 16
_MARGIN = 2
_MAX_PREPARED = 50_000
"""The most characters of a page that is laid out before it is asked for: a key must not wait long for it."""

EMPTY_LAYOUT = PageLayout((), (), (), {})


def margin(width: int) -> int:
    """The blank columns at the left of a page in `width` cells: none when it is narrow, half the rest when wide."""
    if width < 30:
        return 0
    return max(_MARGIN, (width - MEASURE) // 2) if width > MEASURE + 12 else _MARGIN


class LayoutCache:
    """Layouts by page and width."""

    def __init__(self) -> None:
        self._layouts: dict[int, tuple[Page, int, PageLayout]] = {}

    def get(self, page: Page, width: int) -> PageLayout:
        """Return `page` laid out in rows of at most `width` cells."""
        if (layout := self._find(page, width)) is None:
            layout = lay_out(page, width)
            if len(self._layouts) >= MAX_LAYOUTS:
                del self._layouts[next(iter(self._layouts))]
            self._layouts[id(page)] = (page, width, layout)
        return layout

    def prepare(self, page: Page, width: int) -> PageLayout | None:
        """Lay `page` out before it is asked for; None if that would take too long."""
        if self._find(page, width) is None and sum(map(_length, page.blocks)) > _MAX_PREPARED:
            return None
        return self.get(page, width)

    def _find(self, page: Page, width: int) -> PageLayout | None:
        cached_page, cached_width, layout = self._layouts.get(id(page), (None, 0, None))
        return layout if cached_page is page and cached_width == width else None


def _length(block: Block) -> int:
    return sum(len(span.text) for span in spans_of(block))
