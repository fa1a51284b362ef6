"""Shows a page: wrapped to the width, one link lit, every link within reach of the keyboard. Knows no dossier."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.selection import Selection

from tui.keys import PAGE, bindings
from tui.pages.page import Page, Span
from tui.render.layout import MEASURE, Laid, lay_out
from tui.render.wrap import NO_LINK, Piece, cells
from tui.widgets.fitting import segments
from tui.widgets.lines import LineView

_MARGIN = 2
_EMPTY = Laid((), (), (), {})


class PageView(LineView):
    """A page in a comfortable measure. `link` is the number of the lit link, -1 when the page has none.

    `caption` stands in the blank row above the page.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PAGE)]
    DEFAULT_CSS = "PageView { background: $background; }"

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
        self._laid = _EMPTY
        self._laid_for = 0
        self.link = -1
        self.caption = caption

    @property
    def total(self) -> int:
        """How many rows the page has, with one blank row above and one below."""
        return len(self._laid.rows) + 2 if self._laid.rows else 0

    @property
    def page(self) -> Page | None:
        """The page shown."""
        return self._page

    @property
    def target(self) -> str:
        """Where the lit link leads, empty when there is none."""
        return self._laid.links[self.link] if 0 <= self.link < len(self._laid.links) else ""

    @property
    def _margin(self) -> int:
        width = self.text_width
        if width < 30:
            return 0
        return max(_MARGIN, (width - MEASURE) // 2) if width > MEASURE + 12 else _MARGIN

    def show(self, page: Page | None, top: int = 0, link: int = 0, anchor: str = "") -> None:
        """Show `page` from row `top` with `link` lit, or from the part called `anchor`."""
        self._page = page
        self._lay_out()
        self.link = min(max(0, link), len(self._laid.links) - 1)
        self.top = max(0, min(top, self.total - self.size.height))
        if anchor in self._laid.anchors:
            row = self._laid.anchors[anchor]
            self.top = max(0, min(row, self.total - self.size.height))
            self.link = next((number for number, spot in enumerate(self._laid.spots) if spot >= row), self.link)
        self.refresh()

    def _lay_out(self) -> None:
        self._laid_for = self.text_width
        width = self._laid_for - 2 * self._margin
        self._laid = lay_out(self._page, max(1, width)) if self._page is not None else _EMPTY

    def on_resize(self) -> None:
        """Wrap anew; keep what is at the top of the view about there."""
        if self._page is not None and self._laid_for != self.text_width:
            share = self.top / self.total if self.total else 0.0
            self._lay_out()
            self.link = min(self.link, len(self._laid.links) - 1)
            self.top = round(share * self.total)
        super().on_resize()

    # Drawing

    def draw(self, index: int, width: int) -> list[Segment]:
        """One row of the page between its margins."""
        if index == 0 and self.caption:
            return segments((Span(" " * self._margin), Span(self.caption, "dim")), width, self.looks)
        row = self._row(index)
        found = [Segment(" " * self._margin, Style.null())]
        span = self._selected(index)
        column = self._margin
        for piece in row:
            style = self._style(piece)
            if span is None:
                found.append(Segment(piece.text, style))
            else:
                found.extend(_selected_segments(piece.text, style, column, span, self._selection_style()))
            column += len(piece.text)
        return found

    def _row(self, index: int) -> tuple[Piece, ...]:
        return self._laid.rows[index - 1] if 0 < index <= len(self._laid.rows) else ()

    def _style(self, piece: Piece) -> Style:
        style = self.looks.style(piece.role)
        if piece.link == NO_LINK:
            return style
        if piece.link == self.link and self.has_focus:
            return self.looks.token("block-cursor-foreground", "block-cursor-background") + Style(bold=True)
        if piece.role in ("text", "name", "quote", "dim"):
            style = style + self.looks.token("link") if piece.role != "quote" else style
        return style + Style(underline=piece.role != "cite" or None)

    def _selected(self, index: int) -> tuple[int, int] | None:
        selection = self.text_selection if self.is_attached else None
        return selection.get_span(index) if selection is not None else None

    def _selection_style(self) -> Style:
        return self.screen.get_component_rich_style("screen--selection")

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The text selected with the mouse."""
        margin = " " * self._margin
        lines = [margin + "".join(piece.text for piece in self._row(index)) for index in range(self.total)]
        text = selection.extract("\n".join(lines))
        return "\n".join(line.strip() for line in text.split("\n")), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Paint the selection."""
        self.refresh()

    # Links

    def action_follow(self) -> None:
        """Follow the lit link."""
        if self.target:
            self.post_message(self.Followed(self.target))

    def action_link(self, step: int) -> None:
        """To the next or previous link in reading order, from what is in view."""
        if self._laid.links:
            start = self._first_in_view(step) if not self._in_view(self.link) else self.link + step
            self._light(max(0, min(start, len(self._laid.links) - 1)))

    def action_step(self, step: int) -> None:
        """To the next link above or below if it is in view, otherwise a line."""
        here = self._laid.spots[self.link] if self._in_view(self.link) else None
        for number in range(len(self._laid.links)) if step > 0 else range(len(self._laid.links) - 1, -1, -1):
            spot = self._laid.spots[number]
            beyond = here is None or (spot > here if step > 0 else spot < here)
            if beyond and self._in_view(number):
                if step < 0:
                    number = self._laid.spots.index(spot)
                self._light(number)
                return
        self.scroll_lines(self.top + step)

    def action_page(self, step: int) -> None:
        """A screen up or down."""
        self.scroll_lines(self.top + step * max(1, self.size.height - 2))
        self._light_in_view(step)

    def action_edge(self, last: int) -> None:
        """To the beginning or the end."""
        self.scroll_lines(self.total if last else 0)
        self._light_in_view(-1 if last else 1)

    def scrolled(self) -> None:
        """Keep the lit link in view while there is one."""

    def _in_view(self, number: int) -> bool:
        if not 0 <= number < len(self._laid.links):
            return False
        return self.top <= self._laid.spots[number] + 1 < self.top + self.size.height

    def _first_in_view(self, step: int) -> int:
        numbers = range(len(self._laid.links)) if step > 0 else range(len(self._laid.links) - 1, -1, -1)
        return next((number for number in numbers if self._in_view(number)), self.link)

    def _light_in_view(self, step: int) -> None:
        if self._laid.links and not self._in_view(self.link):
            self._light(self._first_in_view(step))

    def _light(self, number: int) -> None:
        if number == self.link:
            return
        before, self.link = self.link, number
        self.refresh_lines(*self._rows_of(before), *self._rows_of(number))
        if self._laid.spots:
            self.show_line(self._laid.spots[number] + 1)
        self.post_message(self.Lit(self.target))

    def _rows_of(self, number: int) -> list[int]:
        """The lines of the view that link `number` is on."""
        if not 0 <= number < len(self._laid.links):
            return []
        first = self._laid.spots[number]
        last = first
        while last < len(self._laid.rows) and any(piece.link == number for piece in self._laid.rows[last]):
            last += 1
        return [row + 1 for row in range(first, last)]

    # The mouse and the focus

    def on_click(self, event: events.Click) -> None:
        """Follow the link under the mouse."""
        column = self._margin
        if event.x >= self.text_width:
            return
        for piece in self._row(self.top + event.y):
            size = cells(piece.text)
            if column <= event.x < column + size and piece.link != NO_LINK:
                self._light(piece.link)
                self.action_follow()
                return
            column += size

    def on_focus(self) -> None:
        """The lit link is seen only with the focus."""
        self._light_in_view(1)
        self.refresh_lines(*self._rows_of(self.link))
        self.post_message(self.Lit(self.target))

    def on_blur(self) -> None:
        """The lit link is seen only with the focus."""
        self.refresh_lines(*self._rows_of(self.link))


def _selected_segments(text: str, style: Style, column: int, span: tuple[int, int], over: Style) -> list[Segment]:
    """`text`, which begins at `column`, with the part inside `span` (-1: to the end) in the style of a selection."""
    start, end = span
    first = max(0, min(len(text), start - column))
    last = len(text) if end < 0 else max(0, min(len(text), end - column))
    parts = ((text[:first], style), (text[first:last], style + over), (text[last:], style))
    return [Segment(part, look) for part, look in parts if part]
