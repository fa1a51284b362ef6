"""A page laid out for the room there is, at what was asked for of it.

May not know how a line is drawn, nor what a key does.
"""

from __future__ import annotations

from tui.pages.page import Page
from tui.widgets.holding import Hold
from tui.widgets.layouts import Layouts, margin
from tui.widgets.ready import EMPTY, ReadyLines


class LaidLines(ReadyLines):
    """The rows of a page. `link` is the number of the lit link, -1 when the page has none.

    What is asked for while it `awaits_room` is meant for another size, which is to come. `_lit_due`: another link may
    have come to be lit, and nobody has been told.
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.link = -1
        self.awaits_room = False
        self._page: Page | None = None
        self._laid_for = 0
        self._layouts = Layouts()
        self._asked: tuple[int, int, str] | None = None
        self._came_to = (0, -1)
        self._lit_due = False
        self._hold = Hold()
        self._indent = 0

    @property
    def total(self) -> int:
        """How many rows the page has, with one blank row above and, where it does not fit as a whole, one below."""
        rows = len(self._laid.rows)
        return rows + (1 if rows < self.size.height else 2) if rows else 0

    @property
    def page(self) -> Page | None:
        """The page shown."""
        return self._page

    @property
    def target(self) -> str:
        """Where the lit link leads, empty when there is none."""
        return self._laid.links[self.link] if 0 <= self.link < len(self._laid.links) else ""

    @property
    def _measure(self) -> int:
        return max(1, self.text_width - 2 * margin(self.text_width))

    def show(self, page: Page | None, top: int = 0, link: int = 0, anchor: str = "") -> None:
        """Show `page` from row `top` with `link` lit, or from the part called `anchor`."""
        with self.changing():
            self.put_by()
            self._page, self._asked = page, (top, link, anchor)
            self._lay_out()
            self._come_to(top, link, anchor)
            self.take_up()

    def _come_to(self, top: int, link: int, anchor: str) -> None:
        self.link, self.top = link, top  # as asked while there is no room to tell what fits
        if self.size.width:
            self.link = min(max(0, link), len(self._laid.links) - 1)
            self.top = max(0, min(top, self.total - self.size.height))
        if anchor in self._laid.anchors:
            row = self._laid.anchors[anchor]
            self.top = max(0, min(row, self.total - self.size.height))
            self.link = next((number for number, spot in enumerate(self._laid.link_rows) if spot >= row), self.link)
        self._came_to = self.top, self.link

    def prepare_page(self, page: Page | None) -> None:
        """Lay `page` out and draw it before it is asked for."""
        if page is not None and self.size.width and (laid := self._layouts.ahead(page, self._measure)):
            self.draw_ahead(laid)

    def _lay_out(self) -> None:
        self._laid_for, self._indent = self.text_width, margin(self.text_width)
        before = self._laid
        self._laid = self._layouts.of(self._page, self._measure) if self._page and self.size.width else EMPTY
        if self._laid is not before and self.text_selection is not None:
            self.screen.clear_selection()

    def _fit(self) -> None:
        """Lay the page out for the room there is now, and come to what was asked for, or stay where one was."""
        self.awaits_room = False
        if self._asked is not None and (self.top, self.link) == self._came_to:
            self._lay_out()
            self._come_to(*self._asked)
            self._lit_due = True
        elif self._page is not None and self._laid_for != self.text_width:
            before = self._laid.rows
            self._lay_out()
            self.link = min(self.link, len(self._laid.links) - 1)
            if self.top:
                self.top = self._hold.row(before, self.top - 1, self._laid.rows) + 1

    def prepare(self) -> None:
        """Fit the page into the room there is, before any of it is drawn: where one is on it may change with that."""
        if self._laid_for != self.text_width:
            self._fit()
        if not self.awaits_room:
            self._asked = None
