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
from tui.pages.page import Span
from tui.render.wrap import NO_LINK, Piece, Row
from tui.widgets.fitting import segments
from tui.widgets.laid import LaidLines
from tui.widgets.layouts import margin
from tui.widgets.selecting import with_selection
from tui.widgets.sight import Sight, link_at


class PageView(LaidLines):
    """A page in a comfortable measure.

    `caption` stands in the blank row above the page. With `pointing` the lit link is marked without the focus too.
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
        self.left = 0
        self.caption = caption
        self._selection: Selection | None = None

    def on_resize(self) -> None:
        """Wrap anew; what is at the top of the view stays there."""
        self._fit()
        if self._lit_due:
            self._lit_due = False
            self.post_message(self.Lit(self.target))
        super().on_resize()

    # Drawing

    def prepare(self) -> None:
        """Look up the focus, the margin and the selection once for all rows, too."""
        super().prepare()
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
            self.show_line(self._laid.link_rows[self.link] + 1)

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
            self.show_line(self._laid.link_rows[self.link] + 1)
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
        with self.changing(at_once=False):
            self.forget_lines(*self._sight.lines(self.link))
