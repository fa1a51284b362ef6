"""The page that a view shows, laid out for its size: with its additions, without them, or only its beginning."""

from __future__ import annotations

from textual.geometry import Size

from tui.pages.page import Page
from tui.render.layout import PageLayout
from tui.widgets.page.layout_cache import EMPTY_LAYOUT, LayoutCache, beginning, room, takes_long


class ShownPage:
    """A page and its layout. A size is the cells for a row with its margins, and the rows in view below the blank one.

    Nothing is laid out for a view without a width.
    """

    def __init__(self) -> None:
        self.page: Page | None = None
        self.layout = EMPTY_LAYOUT
        self.is_begun = False
        """Whether only the beginning of the page is laid out, until the view has its next size."""
        self._layouts = LayoutCache()
        self._filled: Page | None = None

    @property
    def is_filled(self) -> bool:
        """Whether the page is shown with its additions."""
        return self.page is self._filled

    def put(self, page: Page | None, *, filled: bool = False) -> None:
        """Show `page`, `filled` with its additions; so is another version of a page that was shown with them."""
        before = self.page
        is_version = before is not None and page is not None and self.is_filled and before.id == page.id
        self.page = page
        if filled or is_version:
            self._filled = page

    def fill(self) -> None:
        """Show the page with its additions from the next layout on."""
        self._filled = self.page

    def begin(self, size: Size, *, is_empty: bool) -> bool:
        """Lay out only the beginning, or nothing, of a page that takes long and has no layout yet; whether it is so."""
        page = self.page
        if page is None or not takes_long(page) or self._layouts.has(page, *self._dimensions(page, size)):
            return False
        self.is_begun = True
        self.layout = beginning(page, room(size.width, page)) if size.width and not is_empty else EMPTY_LAYOUT
        return True

    def lay_out(self, size: Size) -> None:
        """Lay the page out for a size."""
        page, self.layout, self.is_begun = self.page, EMPTY_LAYOUT, False
        if page is not None and size.width:
            self.layout = self._layouts.get(page, *self._dimensions(page, size), whole=self.is_filled)

    def prepare(self, page: Page, size: Size) -> PageLayout | None:
        """The layout of another page, made before it is asked for; None if that would take too long."""
        return self._layouts.prepare(page, *self._dimensions(page, size))

    @staticmethod
    def _dimensions(page: Page, size: Size) -> tuple[int, int]:
        return room(size.width, page), size.height
