"""The title of a dialog: what it is for, and about what; or in place of that what is wrong."""

from __future__ import annotations

from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from tui.pages.page import Span, Spans
from tui.render.wrap import Links, Row, wrap
from tui.theme import RoleStyles
from tui.widgets.spans_to_segments import spans_to_segments


class TitleBar(Widget):
    """One line, cut where it is too long. What is wrong has as many lines as it needs, so that all of it is read.

    So have title and words that are to be read as a `whole`.
    """

    DEFAULT_CSS = "TitleBar { height: auto; width: 1fr; padding: 0 1; background: $panel; }"
    ALLOW_SELECT = False

    def __init__(self, title: str, words: str = "", *, whole: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self._title = title
        self._words = words
        self._whole = whole
        self._warning = ""

    def show(self, words: str) -> None:
        """Say what the dialog is about, and take back what was wrong."""
        if (words, "") != (self._words, self._warning):
            self._words, self._warning = words, ""
            self.refresh(layout=True)

    def warn(self, warning: str) -> None:
        """Say what is wrong, until something else is shown."""
        if warning != self._warning:
            self._warning = warning
            self.refresh(layout=True)

    @property
    def _spans(self) -> Spans:
        if self._warning:
            return (Span(self._warning, "sign-against"),)
        return (Span(self._title, "label"), *((Span(f"  {self._words}"),) if self._words else ()))

    def _rows(self, width: int) -> list[Row]:
        """The lines of what is read whole."""
        return wrap(self._spans, width, Links()) if self._warning or self._whole else []

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as what is read whole needs."""
        return max(1, len(self._rows(width)))

    def render_line(self, y: int) -> Strip:
        """A line of the title."""
        styles, width = RoleStyles(self.app, self.background_colors[1]), self.size.width
        if rows := self._rows(width):
            segments = [Segment(piece.text, styles.style(piece.role)) for piece in (rows[y] if y < len(rows) else ())]
        else:
            segments = spans_to_segments(self._spans, width, styles)
        return Strip(segments).adjust_cell_length(max(0, width), styles.blank)
