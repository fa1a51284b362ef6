"""Keeps the latest page layouts, so that going back over pages costs nothing, and knows the margin of a page."""

from __future__ import annotations

from textual.geometry import Size

from tui.pages.block_spans import spans_of
from tui.pages.page import Block, Page
from tui.render.layout import MEASURE, PageLayout, depends_on_height, lay_out, measure_of

MAX_LAYOUTS = 12
_MARGIN = 2
_LONG = 15_000
"""Characters of a page: a key must not wait for the layout of more, unless it asks for that page."""
_SHORT = 3_000
"""Characters of the beginning of a page, which is shown while the rest is laid out."""

EMPTY_LAYOUT = PageLayout((), (), (), {})


def margin(width: int, measure: int = MEASURE) -> int:
    """The blank columns at the left of rows of at most `measure` cells in `width`: none when that is narrow.

    They are half of the rest when it is wide.
    """
    if width < 30:
        return 0
    return max(_MARGIN, (width - measure) // 2) if width > measure + 12 or measure > MEASURE else _MARGIN


def room(width: int, page: Page | None) -> int:
    """The cells for the rows of `page` in a view of `width`: what is between the margins."""
    measure = MEASURE if page is None else measure_of(page, width - 2 * _MARGIN)
    return max(1, width - 2 * margin(width, measure))


class LayoutCache:
    """Layouts by page and width, so that a page between panes that come and go is laid out once for each width."""

    def __init__(self) -> None:
        self._layouts: dict[tuple[int, int, bool], tuple[Page, Size, PageLayout]] = {}

    def get(self, page: Page, width: int, height: int, *, whole: bool = True) -> PageLayout:
        """Return `page` laid out for a view of `width` cells and `height` rows.

        If it need not be `whole`, it is without its additions, unless it is kept with them.
        """
        if (layout := self._find(page, width, height)) is not None:
            return layout
        whole = whole or not page.additions
        if (layout := self._find(page, width, height, whole=whole)) is None:
            layout = lay_out(page if whole else page._replace(additions=()), width, height)
            if len(self._layouts) >= MAX_LAYOUTS:
                del self._layouts[next(iter(self._layouts))]
            self._layouts[id(page), width, whole] = (page, Size(width, height), layout)
        return layout

    def has(self, page: Page, width: int, height: int) -> bool:
        """Whether the layout of `page` for such a view is kept, with its additions."""
        return self._find(page, width, height) is not None

    def prepare(self, page: Page, width: int, height: int) -> PageLayout | None:
        """Lay `page` out before it is asked for; None if that would take too long."""
        if self._find(page, width, height) is None and takes_long(page):
            return None
        return self.get(page, width, height)

    def _find(self, page: Page, width: int, height: int, *, whole: bool = True) -> PageLayout | None:
        cached_page, size, layout = self._layouts.get((id(page), width, whole), (None, Size(0, 0), None))
        if cached_page is not page:
            return None
        return layout if size.height == height or not depends_on_height(page) else None


def takes_long(page: Page) -> bool:
    """Whether `page` has so much text that its layout takes long."""
    return sum(map(_length, (*page.blocks, *page.aside))) > _LONG


def beginning(page: Page, width: int) -> PageLayout:
    """The blocks at the beginning of `page`, as many as are laid out at once; none where the first takes long."""
    blocks: list[Block] = []
    length = 0
    for block in page.blocks:
        if (length := length + _length(block)) > _SHORT:
            break
        blocks.append(block)
    part = page._replace(id="", blocks=tuple(blocks), aside=(), additions=())
    return lay_out(part, width) if blocks else EMPTY_LAYOUT


def _length(block: Block) -> int:
    return sum(len(span.text) for span in spans_of(block))
