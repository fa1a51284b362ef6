"""Turns spans into segments that fit a width."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style

from tui.pages.page import Span
from tui.render.wrap import cells, spare_cells
from tui.theme import RoleStyles

ELLIPSIS = "…"
_MIN_LEFT_CELLS = 8
"""The fewest cells for the text at the left; where there are fewer, the text at the right is left out."""


def spans_to_segments(
    spans: Iterable[Span], width: int, role_styles: RoleStyles, override: Style | None = None, *, keep: bool = False
) -> list[Segment]:
    """Return `spans` in at most `width` cells, cut with an ellipsis; with `override`, all in that one style.

    With `keep` they keep their colours on its ground.
    """
    segments: list[Segment] = []
    remaining = width
    for span in spans:
        if remaining <= 0:
            break
        text = span.text.replace("\n", " ")
        style = override if override is not None else role_styles.style(span.role)
        if override is not None and span.role == "match":
            style = role_styles.match(override)
        elif override is not None and keep:
            style = role_styles.over(role_styles.style(span.role), override)
        size = cells(text)
        if size > remaining:
            shortened = set_cell_size(text, remaining - 1).rstrip(f" {ELLIPSIS}")
            segments.append(Segment(f"{shortened}{ELLIPSIS}", style))
            break
        segments.append(Segment(text, style))
        remaining -= size
    return segments


def span_width(spans: Iterable[Span]) -> int:
    """The width of spans in cells."""
    return sum(cells(span.text) for span in spans)


def segment_width(segments: Iterable[Segment]) -> int:
    """The width of segments in cells."""
    return sum(cells(segment.text) for segment in segments)


def justify(
    left: Iterable[Span],
    right: tuple[Span, ...],
    width: int,
    role_styles: RoleStyles,
    override: Style | None = None,
    *,
    keep: bool = False,
) -> list[Segment]:
    """Return `left` at the left edge, cut where it is too long, and `right` at the right edge where there is room.

    `override` and `keep` as in `spans_to_segments`.
    """
    right_width = span_width(right)
    if not right_width or right_width + _MIN_LEFT_CELLS > width:
        return spans_to_segments(left, width, role_styles, override, keep=keep)
    left = tuple(left)
    room = width - right_width - sum(spare_cells(span.text) for span in right)
    segments = spans_to_segments(left, room - 1, role_styles, override, keep=keep)
    if spare := sum(spare_cells(segment.text) for segment in segments):
        room -= min(spare, room // 2)
        segments = spans_to_segments(left, room - 1, role_styles, override, keep=keep)
    gap = max(1, room - segment_width(segments))
    filler = Segment(" " * gap, override or role_styles.blank)
    return [*segments, filler, *spans_to_segments(right, right_width, role_styles, override, keep=keep)]
