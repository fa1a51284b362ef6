"""The tour above the keys: a row or two that never have the focus, with keys that can be clicked."""

from __future__ import annotations

from rich.segment import Segment
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from tui.render.tour_rows import TourText, tour_rows
from tui.render.wrap import cells
from tui.theme import RoleStyles
from tui.widgets.bars import Bar
from tui.widgets.spans_to_segments import spans_to_segments


class TourStrip(Widget):
    """Shows a text of the tour, its head as what is open in a bar; a click on a key runs the link of that span."""

    DEFAULT_CSS = """
    TourStrip { height: 2; width: 1fr; background: $panel; }
    TourStrip:ansi { height: 3; border-top: solid $foreground; }
    """
    ALLOW_SELECT = False

    def __init__(self, text: TourText, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.text = text

    def show(self, text: TourText) -> None:
        """Show another text."""
        if text != self.text:
            self.text = text
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """One row."""
        width, height = self.size
        styles = RoleStyles(self.app, self.background_colors[1])
        rows = tour_rows(self.text, width, height)
        spans = rows[y] if y < len(rows) else ()
        segments = spans_to_segments(spans, width, styles)
        if y == 0 and segments:
            segments[0] = Segment(segments[0].text, styles.cursor(True))
        return Strip(segments).adjust_cell_length(max(0, width), styles.blank)

    def on_click(self, event: events.Click) -> None:
        """Run the action of the key under the mouse."""
        rows, end = tour_rows(self.text, *self.size), 0
        row = event.y - self.gutter.top
        for span in rows[row] if 0 <= row < len(rows) else ():
            end += cells(span.text)
            if event.x < end:
                if span.link:
                    self.post_message(Bar.Pressed(span.link))
                return
