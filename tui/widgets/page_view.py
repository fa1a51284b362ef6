"""Shows a page: wrapped to the width, one link lit, every link within reach of the keyboard. Knows no dossier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Region
from textual.message import Message
from textual.selection import Selection

from tui.keys import PAGE, bindings
from tui.pages.page import Page, Span
from tui.render.layout import MEASURE, Laid, lay_out
from tui.render.wrap import NO_LINK, Piece, cells
from tui.widgets.fitting import segments
from tui.widgets.lines import LineView

_MARGIN = 2
_KEPT = 64
"""How many pages stay laid out."""
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
        self._kept: dict[int, tuple[Page, int, Laid]] = {}
        self.link = -1
        self.caption = caption
        self._lit = False
        self._indent = 0
        self._selection: Selection | None = None

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
        before = self._in_sight()
        self._page = page
        self._lay_out()
        self.link = min(max(0, link), len(self._laid.links) - 1)
        self.top = max(0, min(top, self.total - self.size.height))
        if anchor in self._laid.anchors:
            row = self._laid.anchors[anchor]
            self.top = max(0, min(row, self.total - self.size.height))
            self.link = next((number for number, spot in enumerate(self._laid.spots) if spot >= row), self.link)
        self._drawn.clear()
        after = self._in_sight()
        changed = [y for y, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
        self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))

    def prepare_page(self, page: Page | None) -> None:
        """Lay `page` out before it is asked for."""
        if page is not None and self.size.width:
            self._laid_out(page)

    def _in_sight(self) -> list[object]:
        """What each line of the view shows, to tell which lines a new page changes."""
        height, lit = self.size.height, self.link if self.has_focus else None
        total = self.total
        return [(self._row(self.top + y), self._bar(y, height, total).text, lit, self._indent) for y in range(height)]

    def _lay_out(self) -> None:
        self._laid_for = self.text_width
        self._indent = self._margin
        ready = self._page is not None and self.size.width > 0
        self._laid = self._laid_out(self._page) if self._page is not None and ready else _EMPTY

    def _laid_out(self, page: Page) -> Laid:
        width = max(1, self.text_width - 2 * self._margin)
        held = self._kept.get(id(page))
        if held is not None and held[0] is page and held[1] == width:
            return held[2]
        laid = lay_out(page, width)
        if len(self._kept) >= _KEPT:
            del self._kept[next(iter(self._kept))]
        self._kept[id(page)] = (page, width, laid)
        return laid

    def on_resize(self) -> None:
        """Wrap anew; keep what is at the top of the view about there."""
        if self._page is not None and self._laid_for != self.text_width:
            share = self.top / self.total if self.total else 0.0
            self._lay_out()
            self.link = min(self.link, len(self._laid.links) - 1)
            self.top = round(share * self.total)
        super().on_resize()

    # Drawing

    def prepare(self) -> None:
        """Look up the focus, the margin and the selection once for all rows."""
        self._lit = self.has_focus
        self._indent = self._margin
        self._selection = self.text_selection

    def draw(self, index: int, width: int) -> list[Segment]:
        """One row of the page between its margins."""
        if index == 0 and self.caption:
            return segments((Span(" " * self._indent), Span(self.caption, "dim")), width, self.looks)
        found = [Segment(" " * self._indent, self.looks.blank)]
        found += [Segment(piece.text, self._style(piece)) for piece in self._row(index)]
        if self._selection is not None and (span := self._selection.get_span(index)) is not None:
            over = self.screen.get_component_rich_style("screen--selection")
            return list(_with_selection(found, span, over))
        return found

    def _row(self, index: int) -> tuple[Piece, ...]:
        return self._laid.rows[index - 1] if 0 < index <= len(self._laid.rows) else ()

    def _style(self, piece: Piece) -> Style:
        if piece.link == NO_LINK:
            return self.looks.style(piece.role)
        if piece.link == self.link and self._lit:
            return self.looks.cursor(True)
        return self.looks.link(piece.role)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The text selected with the mouse."""
        margin = " " * self._margin
        lines = [margin + "".join(piece.text for piece in self._row(index)) for index in range(self.total)]
        text = selection.extract("\n".join(lines))
        return "\n".join(line.strip() for line in text.split("\n")), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Paint the selection."""
        self.repaint()

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


def _with_selection(segments: Iterable[Segment], span: tuple[int, int], over: Style) -> Iterator[Segment]:
    """A row with the part inside `span` (characters from its beginning, -1: to the end) in the style of a selection."""
    start, end = span
    column = 0
    for text, style, _ in segments:
        first = max(0, min(len(text), start - column))
        last = len(text) if end < 0 else max(0, min(len(text), end - column))
        ground = style or Style.null()
        for part, look in ((text[:first], ground), (text[first:last], ground + over), (text[last:], ground)):
            if part:
                yield Segment(part, look)
        column += len(text)
