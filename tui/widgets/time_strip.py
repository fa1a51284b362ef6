"""The strip of time along the bottom: rows of spans made for its width; its keys are those of the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType
from textual.strip import Strip
from textual.widget import Widget

from tui.key_groups import bindings
from tui.keys import STRIP
from tui.pages.page import Span, Spans
from tui.theme import RoleStyles
from tui.widgets.spans_to_segments import spans_to_segments

_FOCUS = "▌"
"""Marks the first row while the strip has the focus, so that it can be seen without colours."""


class TimeStrip(Widget):
    """A few rows that never scroll. `rows` makes them for a width."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(STRIP)]
    DEFAULT_CSS = "TimeStrip { height: 4; width: 1fr; background: $panel; }"
    ALLOW_SELECT = False
    can_focus = True

    def __init__(self, rows: Callable[[int], list[Spans]], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows = rows
        self._rows: tuple[int, list[Spans]] = (-1, [])

    def show(self) -> None:
        """Make the rows anew."""
        self._rows = (-1, [])
        self.refresh()

    def on_focus(self) -> None:
        """Show that the strip has the focus."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that the strip has not the focus any more."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One row."""
        width = self.size.width
        styles = RoleStyles(self.app, self.background_colors[1])
        if self._rows[0] != width:
            self._rows = (width, self.rows(width))
        rows = self._rows[1]
        spans = rows[y] if y < len(rows) else ()
        if y == 0 and self.has_focus and spans:
            first, *rest = spans
            spans = (Span(_FOCUS, "label"), first._replace(text=first.text[1:]), *rest)
        return Strip(spans_to_segments(spans, width, styles)).adjust_cell_length(max(0, width), styles.blank)
