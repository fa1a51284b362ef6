"""Spans as segments that fit a width. May not know what they mean."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style

from tui.pages.page import Span
from tui.render.wrap import cells
from tui.theme import Looks

ELLIPSIS = "…"


def segments(spans: Iterable[Span], width: int, looks: Looks, over: Style | None = None) -> list[Segment]:
    """`spans` in at most `width` cells, cut with an ellipsis. With `over`, all of them in that one style."""
    found: list[Segment] = []
    left = width
    for span in spans:
        if left <= 0:
            break
        if "\n" in span.text:
            span = span._replace(text=span.text.replace("\n", " "))
        style = over if over is not None else looks.style(span.role)
        size = cells(span.text)
        if size > left:
            cut = set_cell_size(span.text, left - 1).rstrip(" ")
            found.append(Segment(f"{cut}{ELLIPSIS}", style))
            break
        found.append(Segment(span.text, style))
        left -= size
    return found


def span_width(spans: Iterable[Span]) -> int:
    """The width of spans in cells."""
    return sum(cells(span.text) for span in spans)


def spread(
    left: Iterable[Span], right: tuple[Span, ...], width: int, looks: Looks, over: Style | None = None
) -> list[Segment]:
    """`left` from the left edge, `right` at the right one. `left` is cut; `right` goes when nothing else would fit."""
    size = span_width(right)
    if not size or size + 8 > width:
        return segments(left, width, looks, over)
    begun = segments(left, width - size - 1, looks, over)
    gap = width - size - sum(cells(segment.text) for segment in begun)
    return [*begun, Segment(" " * gap, over or looks.blank), *segments(right, size, looks, over)]
