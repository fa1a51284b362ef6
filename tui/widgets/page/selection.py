"""Text selected with the mouse: its words, and how it looks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.segment import Segment
from rich.style import Style
from textual.selection import Selection

from tui.pages.page import Page
from tui.render.layout import PageLayout


def selected_text(page: Page, layout: PageLayout, margin: int, selection: Selection) -> str:
    """Return the selected words, each paragraph on one line; a selection may reach beyond the rows.

    The page is drawn from line 1 on, behind a margin.
    """
    from tui.render.joined_lines import joined_text

    start_x, start_y = selection.start or (0, 0)
    end_x, end_y = selection.end or (0, len(layout.rows) + 1)
    start = (start_y - 1, max(0, start_x - margin)) if start_y else (0, 0)
    return joined_text(page, layout, start, (end_y - 1, max(0, end_x - margin)))


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
