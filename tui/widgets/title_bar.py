"""The title of a dialog: what it is for, and about what; or in place of that what is wrong."""

from __future__ import annotations

from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from tui.pages.page import Span
from tui.render.wrap import Links, wrap
from tui.theme import RoleStyles
from tui.widgets.spans_to_segments import spans_to_segments


class TitleBar(Widget):
    """One line, cut where it is too long. What is wrong has as many lines as it needs, so that all of it is read."""

    DEFAULT_CSS = "TitleBar { height: auto; width: 1fr; padding: 0 1; background: $panel; }"
    ALLOW_SELECT = False

    def __init__(self, title: str, words: str = "", *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._title = title
        self._words = words
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
    def words(self) -> str:
        """What is said: what is wrong, or else what the dialog is about."""
        return self._warning or self._words

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as what is wrong needs."""
        return len(wrap((Span(self._warning),), width, Links())) if self._warning else 1

    def render_line(self, y: int) -> Strip:
        """A line of the title."""
        styles, width = RoleStyles(self.app, self.background_colors[1]), self.size.width
        if self._warning:
            rows = wrap((Span(self._warning),), width, Links())
            text = "".join(piece.text for piece in rows[y]) if y < len(rows) else ""
            segments = [Segment(text, styles.style("sign-against"))]
        else:
            words = (Span(f"  {self._words}"),) if self._words else ()
            segments = spans_to_segments((Span(self._title, "label"), *words), width, styles)
        return Strip(segments).adjust_cell_length(max(0, width), styles.blank)
