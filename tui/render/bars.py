"""Bars made of glyphs, and histograms of columns beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.pages.chart_blocks import BarRow, Bars, Histogram
from tui.pages.page import Span
from tui.render.allies import numbered, shortened
from tui.render.columns import RIGHT, blank, in_reading_order, padded
from tui.render.pointer import pointer
from tui.render.wrap import NO_LINK, Links, Piece, Row, as_row_name, cells, width_of

_STEPS = " ▁▂▃▄▅▆▇█"
EVEN = "─"
"""A column of many that are nearly equal: nothing is seen from columns that are all as high."""
_FEWEST_EVEN = 4
"""The fewest counts that are told in words, and drawn as a line, where they are nearly equal."""
_GAP = 2
_LONGEST_LABEL = 18
"""A longer label is shortened where the bars need the room."""
_SHORTEST_LABEL = 12
"""A label is shortened to no fewer cells to make room for its bar."""
_LEAST_BAR = 8
"""The longest bar has room for as many cells, if it needs them, or all are left out."""


def bars(block: Bars, width: int, links: Links) -> list[Row] | None:
    """The bars, all to one scale; None where there is no room for them."""
    longest = max((cells(row.label.text) for row in block.rows), default=0)
    label = min(_LONGEST_LABEL, longest)
    tail = max((sum(cells(span.text) for span in row.tail) for row in block.rows), default=0)
    room = width - label - bool(label) * _GAP - tail - bool(tail) * _GAP
    most = max((sum(count for _, count in row.parts) for row in block.rows), default=0)
    least = max(min(_LEAST_BAR, most), *(len(row.parts) for row in block.rows), 0)
    if label > _SHORTEST_LABEL and room < least:
        given_up = min(label - _SHORTEST_LABEL, least - room)
        label, room = label - given_up, room + given_up
    elif spare := max(0, min(longest - label, room - most)):
        label, room = label + spare, room - spare
    if room < least:
        return None
    rows: list[Row] = []
    for row in block.rows:
        pieces: list[Piece] = []
        if label:
            pieces += padded(
                as_row_name(numbered((row.label._replace(text=shortened(row.label.text, label)),), links)), label + _GAP
            )
        pieces += _glyphs(row, most, room, links)
        if row.tail:
            pieces += blank(label + bool(label) * _GAP + room + _GAP - width_of(pieces))
            pieces += padded(tuple(Piece(span.text, span.role, links.number(span)) for span in row.tail), tail, RIGHT)
        rows.append(tuple(pieces))
    return rows


def _glyphs(row: BarRow, most: int, room: int, links: Links) -> Row:
    counts = [count for _, count in row.parts]
    sizes = counts if most <= room else to_scale(counts, max(len(counts), round(room * sum(counts) / most)))
    return tuple(
        Piece(glyph.text * size, glyph.role, links.number(glyph))
        for (glyph, _), size in zip(row.parts, sizes, strict=True)
        if size
    )


def to_scale(counts: Sequence[int], room: int) -> list[int]:
    """Cells for each count, `room` in all: in proportion, by largest remainders, one at least for whatever there is."""
    total = sum(counts)
    if not total:
        return [0] * len(counts)
    exact = [count * room / total for count in counts]
    sizes = [max(int(share), bool(count)) for share, count in zip(exact, counts, strict=True)]
    by_remainder = sorted(range(len(counts)), key=lambda at: sizes[at] - exact[at])
    for at in by_remainder[: max(0, room - sum(sizes))]:
        sizes[at] += 1
    while sum(sizes) > room and max(sizes) > 1:
        sizes[max(range(len(sizes)), key=lambda at: sizes[at] - exact[at] if sizes[at] > 1 else -room)] -= 1
    return sizes


def nearly_equal(counts: Sequence[int]) -> bool:
    """Whether counts are so many and so alike that columns of them would be one slab."""
    least, most = min(counts, default=0), max(counts, default=0)
    return len(counts) >= _FEWEST_EVEN and most - least <= max(1, most // 10) and 3 * most <= 4 * least


def column_rows(counts: Sequence[int], size: int, height: int) -> Iterator[list[str]]:
    """The cells of columns beside each other, each `size` wide, row by row; the highest has `height` rows.

    No column is empty where there is something.
    """
    most, steps = max(1, *counts), len(_STEPS) - 1
    levels = [-(-count * steps * height // most) for count in counts]
    for below in range((height - 1) * steps, -1, -steps):
        yield [_STEPS[max(0, min(steps, level - below))] * size for level in levels]


def histogram(block: Histogram, width: int, links: Links) -> list[Row] | None:
    """Columns beside each other with their labels below, a line where all are alike; None where they do not fit."""
    if not block.columns or len(block.columns) > width:
        return None
    size = min(4, width // len(block.columns))
    own = Links()
    counts = [column.number for column in block.columns]
    numbers = [own.number(Span("", "text", column.link)) for column in block.columns]
    gap = size > 2
    labels = _labels(block, size)
    if nearly_equal(counts):
        drawn = [[EVEN * (size - gap)] * len(counts)]
    else:
        drawn = [*column_rows(counts, size - gap, block.height)]
    rows = []
    for row in drawn:
        pieces = []
        for at, (bar, number) in enumerate(zip(row, numbers, strict=True)):
            mark = None
            is_there = bool(bar.strip())
            if is_there and row is drawn[-1] and number != NO_LINK:
                words = [block.columns[at].words] * bool(block.columns[at].words)
                mark = pointer(range(at * size, at * size + len(bar)), width, words, (labels,))
            pieces.append(Piece(bar, "axis", number if is_there else NO_LINK, pointer=mark))
            pieces += blank(gap)
        rows.append(tuple(pieces))
    return [*in_reading_order(rows, own, links), labels]


def _labels(block: Histogram, size: int) -> Row:
    """The labels below the columns, as many as there is room for, each beginning at its column."""
    text = ""
    last = len(block.columns) - 1
    for number, column in enumerate(block.columns):
        at = number * size
        fits = not text or len(text) + 2 <= at
        end = (last + 1) * size
        if column.label and fits and at + cells(column.label) <= end:
            text = text.ljust(at) + column.label
    return (Piece(text, "dim"),)
