"""Pages laid out, the latest few of them kept, so that a page gone over again costs nothing."""

from __future__ import annotations

from tui.pages.page import Block, Page, spans_of
from tui.render.layout import MEASURE, PageLayout, lay_out

MOST = 64
"""How many pages stay laid out."""
_MARGIN = 2
_AHEAD = 50_000
"""The most characters of a page that is laid out before it is asked for."""


def margin(width: int) -> int:
    """The blank columns at the left of a page in `width` cells: none when it is narrow, half of the rest when wide."""
    if width < 30:
        return 0
    return max(_MARGIN, (width - MEASURE) // 2) if width > MEASURE + 12 else _MARGIN


class Layouts:
    """Layouts by page and width."""

    def __init__(self) -> None:
        self._kept: dict[int, tuple[Page, int, PageLayout]] = {}

    def ahead(self, page: Page, width: int) -> PageLayout | None:
        """`page` before it is asked for; None if laying it out took so long that the next key would wait for it."""
        if self._held(page, width) is None and sum(map(_size, page.blocks)) > _AHEAD:
            return None
        return self.of(page, width)

    def of(self, page: Page, width: int) -> PageLayout:
        """`page` in rows of at most `width` cells."""
        if (held := self._held(page, width)) is not None:
            return held
        laid = lay_out(page, width)
        if len(self._kept) >= MOST:
            del self._kept[next(iter(self._kept))]
        self._kept[id(page)] = (page, width, laid)
        return laid

    def _held(self, page: Page, width: int) -> PageLayout | None:
        held = self._kept.get(id(page))
        return held[2] if held is not None and held[0] is page and held[1] == width else None


def _size(block: Block) -> int:
    return sum(len(span.text) for span in spans_of(block))
