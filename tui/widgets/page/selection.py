"""Text selected with the mouse: its words, and how it looks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.selection import Selection

from tui.render.wrap import Row


def selected_text(rows: Sequence[Row], margin: int, selection: Selection) -> str:
    """Return the selected words without the blanks and bars around them; a selection may reach beyond the rows."""
    start_x, start_y = selection.start or (0, 0)
    end_x, end_y = selection.end or (None, len(rows))
    lines = []
    for number in range(start_y, min(end_y + 1, len(rows))):
        line = " " * margin + "".join(" " * len(text) if role == "bar" else text for text, role, _ in rows[number])
        lines.append(line[start_x if number == start_y else 0 : end_x if number == end_y else None].strip())
    return "\n".join(lines).strip("\n")


def highlight_selection(segments: Iterable[Segment], span: tuple[int, int], highlight: Style) -> Iterator[Segment]:
    """Yield a row with the characters inside `span` highlighted; an end of -1 is the end of the row."""
    start, end = span
    column = 0
    for text, own_style, _ in segments:
        first = max(0, min(len(text), start - column))
        last = len(text) if end < 0 else max(0, min(len(text), end - column))
        style = own_style or Style.null()
        parts = ((text[:first], style), (text[first:last], style + highlight), (text[last:], style))
        yield from (Segment(part, part_style) for part, part_style in parts if part)
        column += len(text)
