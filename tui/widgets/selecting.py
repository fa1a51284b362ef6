"""Text selected with the mouse: which words it holds, and how they look. May not know what they say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.selection import Selection

from tui.render.wrap import Row
from tui.widgets.lines import LineView


class SelectableLines(LineView):
    """Lines whose words can be selected. Subclasses say which words there are in `selectable`, and draw them lit."""

    def selectable(self) -> tuple[Sequence[Row], int]:
        """All lines as rows, and the width of the margin before them."""
        raise NotImplementedError

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The words selected, None when there are none."""
        rows, margin = self.selectable()
        text = selected(rows, margin, selection)
        return (text, "\n") if text else None

    def selection_updated(self, selection: Selection | None) -> None:
        """Paint the selection."""
        self.repaint()

    def key_escape(self, event: events.Key) -> None:
        """A selection is the first layer to go, before what the key does otherwise."""
        if self.text_selection is not None:
            event.stop()
            self.screen.clear_selection()


def selected(rows: Sequence[Row], margin: int, selection: Selection) -> str:
    """The words inside a selection, without the blanks and bars around them; it may reach beyond the rows."""
    start_x, start_y = selection.start or (0, 0)
    end_x, end_y = selection.end or (None, len(rows))
    parts = []
    for number in range(start_y, min(end_y + 1, len(rows))):
        line = " " * margin + "".join(" " * len(text) if role == "bar" else text for text, role, _ in rows[number])
        parts.append(line[start_x if number == start_y else 0 : end_x if number == end_y else None].strip())
    return "\n".join(parts).strip("\n")


def with_selection(segments: Iterable[Segment], span: tuple[int, int], over: Style) -> Iterator[Segment]:
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
