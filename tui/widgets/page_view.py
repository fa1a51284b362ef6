"""Shows a page: wrapped to the width, one link lit, every link within reach of the keyboard. Knows no dossier."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.selection import Selection

from tui.keys import PAGE, bindings
from tui.pages.page import Page, Span
from tui.render.wrap import NO_LINK, Piece, Row
from tui.widgets.fitting import segments
from tui.widgets.holding import Hold
from tui.widgets.layouts import Layouts, margin
from tui.widgets.ready import EMPTY, ReadyLines
from tui.widgets.selecting import with_selection
from tui.widgets.sight import Sight, link_at


class PageView(ReadyLines):
    """A page in a comfortable measure. `link` is the number of the lit link, -1 when the page has none.

    `caption` stands in the blank row above the page. With `pointing` the lit link is marked without the focus too.
    What is asked for while it `awaits_room` is meant for another size, which is to come.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PAGE)]
    DEFAULT_CSS = "PageView { background: $background; }"
    part = ""

    class Followed(Message):
        """A link was followed to `target`."""

        def __init__(self, target: str) -> None:
            super().__init__()
            self.target = target

    class Lit(Message):
        """The lit link has changed; `target` is where it leads, empty when there is none."""

        def __init__(self, target: str) -> None:
            super().__init__()
            self.target = target

    def __init__(self, *, id: str | None = None, caption: str = "") -> None:
        super().__init__(id=id)
        self._page: Page | None = None
        self._laid_for = 0
        self._layouts = Layouts()
        self.link = -1
        self.left = 0
        self.caption = caption
        self._asked: tuple[int, int, str] | None = None
        self._came_to = (0, -1)
        self.awaits_room = False
        self._hold = Hold()
        self._indent = 0
        self._selection: Selection | None = None

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
            self.link = next((number for number, spot in enumerate(self._laid.spots) if spot >= row), self.link)
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

    def on_resize(self) -> None:
        """Wrap anew; what is at the top of the view stays there."""
        self.awaits_room = False
        if self._asked is not None and (self.top, self.link) == self._came_to:
            self.show(self._page, *self._asked)
            self.post_message(self.Lit(self.target))
        elif self._page is not None and self._laid_for != self.text_width:
            before = self._laid.rows
            self._lay_out()
            self.link = min(self.link, len(self._laid.links) - 1)
            if self.top:
                self.top = self._hold.row(before, self.top - 1, self._laid.rows) + 1
        super().on_resize()

    # Drawing

    def prepare(self) -> None:
        """Look up the focus, the margin and the selection once for all rows."""
        if self._laid_for == self.text_width and not self.awaits_room:
            self._asked = None
        self._lit = self.has_focus
        self._indent = margin(self.text_width)
        self._selection = self.text_selection

    def draw(self, index: int, width: int) -> list[Segment]:
        """One row of the page between its margins."""
        if index == 0 and self.caption:
            return segments((Span(" " * self._indent), Span(self.caption, "dim")), width, self.looks)
        pieces = (Segment(piece.text, self._style(piece)) for piece in self._row(index))
        found = [Segment(" " * self._indent, self.looks.blank), *pieces]
        if self._selection is not None and (span := self._selection.get_span(index)) is not None:
            over = self.screen.get_component_rich_style("screen--selection")
            return list(with_selection(found, span, over))
        return found

    def _row(self, index: int) -> tuple[Piece, ...]:
        return self._laid.rows[index - 1] if 0 < index <= len(self._laid.rows) else ()

    def _style(self, piece: Piece) -> Style:
        if piece.link == NO_LINK:
            return self.looks.style(piece.role)
        if piece.link == self.link and (self._lit or self.pointing):
            return self.looks.cursor(self._lit)
        return self.looks.link(piece.role)

    def selectable(self) -> tuple[Sequence[Row], int]:
        """All lines as rows, and the width of the margin before them."""
        return ((), *self._laid.rows, ()), margin(self.text_width)

    # Links

    @property
    def _sight(self) -> Sight:
        return Sight(self._laid, self.top, self.size.height)

    def action_follow(self) -> None:
        """Follow the lit link; one that has been scrolled away is shown first."""
        if self.target and self._sight.holds(self.link):
            self.post_message(self.Followed(self.target))
        elif self.target:
            self.show_line(self._laid.spots[self.link] + 1)

    def action_link(self, step: int) -> None:
        """To the next or previous link in reading order, from what is in view."""
        sight = self._sight
        self._light(self.link + step if sight.holds(self.link) else sight.first(step))

    def action_step(self, step: int) -> None:
        """To the next link above or below if it is in view, otherwise a line; around where all is in view."""
        if (link := self._sight.beyond(self.link, step)) >= 0:
            self._light(link)
        else:
            self.scroll_lines(self.top + step)

    def action_page(self, step: int) -> None:
        """A screen up or down, and at the end to the last link in view."""
        before = self.top
        self.scroll_lines(self.top + step * max(1, self.size.height - 2))
        if self.top == before:
            self._light_seen(-step)
        elif not self._sight.holds(self.link):
            self._light_seen(step)

    def action_edge(self, last: int) -> None:
        """To the beginning or the end, and the link there."""
        self.scroll_lines(self.total if last else 0)
        self._light_seen(-1 if last else 1)

    def _light_seen(self, step: int) -> None:
        """Light the first link in view (1) or the last (-1), if there is one."""
        if self._sight.holds(link := self._sight.first(step)):
            self._light(link)

    def _light(self, number: int) -> None:
        if not self._laid.links:
            return
        before = self.link
        with self.changing():
            self.link = max(0, min(number, len(self._laid.links) - 1))
            self.forget_lines(*self._sight.lines(before), *self._sight.lines(self.link))
            self.show_line(self._laid.spots[self.link] + 1)
        if self.link != before:
            self.post_message(self.Lit(self.target))

    def on_click(self, event: events.Click) -> None:
        """Follow the link under the mouse, unless a text was selected. A double click counts once."""
        if event.chain > 1:
            event.prevent_default()
            return
        if event.x >= self.text_width or self.text_selection is not None:
            return
        if (link := link_at(self._row(self.top + event.y), event.x - margin(self.text_width))) != NO_LINK:
            self._light(link)
            self.post_message(self.Followed(self.target))

    def on_focus(self) -> None:
        """The lit link is seen only with the focus."""
        if self._asked is None and not self._sight.holds(self.link):
            self._light_seen(1)
        self._touch_link()
        self.post_message(self.Lit(self.target))

    def on_blur(self) -> None:
        """The lit link is seen only with the focus."""
        self._touch_link()

    def _touch_link(self) -> None:
        with self.changing():
            self.forget_lines(*self._sight.lines(self.link))
