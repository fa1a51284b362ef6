"""A text as it is, indentation and all, from edge to edge, so that the mouse of the terminal selects nothing else."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual.binding import BindingType
from textual.geometry import Size

from tui.key_groups import bindings
from tui.keys import PAGE
from tui.pages.page import Role, Span
from tui.pages.truncation import cut
from tui.render.wrap import Links, Piece, Row, wrap
from tui.widgets.line_widget import LineWidget

_SCROLLING = ("page.down", "page.up", "page.pagedown", "page.pageup", "page.top", "page.bottom")


class TextView(LineWidget):
    """Lines of text, broken only where they are too long, perhaps with a `margin` in cells on either side."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PAGE, only=_SCROLLING)]
    ALLOW_SELECT = False

    def __init__(self, text: str = "", *, margin: int = 0, id: str | None = None) -> None:
        super().__init__(id=id)
        self._margin = margin
        self._text = text
        self._role: Role = "text"
        self._rows: tuple[Row, ...] = ()

    @property
    def total(self) -> int:
        """How many lines there are."""
        return len(self._rows)

    def show(self, text: str, role: Role = "text") -> None:
        """Show another text from its beginning; of a very long one a part, which says so."""
        self._text, self._role = text, role
        self.top = 0
        self._break()
        self.redraw()

    def resized(self, previous: Size) -> None:
        """Break the lines for the new width."""
        self._break()

    def _break(self) -> None:
        rows: list[Row] = []
        for line in "".join(cut(self._text)).split("\n"):
            words = line.lstrip(" ")
            width = max(1, self.text_width - 2 * self._margin)
            indent = min(len(line) - len(words), width // 2)
            broken = wrap((Span(words, self._role),), width - indent, Links())
            rows += [(Piece(" " * (self._margin + indent), self._role), *row) for row in broken]
        self._rows = tuple(rows)

    def draw(self, index: int, width: int) -> list[Segment]:
        """One line."""
        styles = self.role_styles
        return [Segment(text, styles.style(role)) for text, role, *_ in self._rows[index]]

    def action_step(self, step: int) -> None:
        """Scroll a line."""
        self.scroll_to_line(self.top + step)

    def action_page(self, step: int) -> None:
        """Scroll a screen."""
        self.scroll_to_line(self.top + step * max(1, self.area.height - 2))

    def action_edge(self, last: int) -> None:
        """Go to the beginning or the end."""
        self.scroll_to_line(self.total if last else 0)
