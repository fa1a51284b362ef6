"""A table of who does something to whom: columns as wide as their cells need, under labels of a few lines."""

from __future__ import annotations

from tui.dossier.values.vocabulary import EMPTY_CELL
from tui.pages.page import CrossTable, Span, Spans
from tui.render.columns import LEFT, blank, in_reading_order, padded
from tui.render.wrap import Links, Piece, Row, cells, wrap

_GAPS = (2, 1)
"""The cells between columns, and where that is too much."""
_LABEL_LINES = 3
_LONGEST_NAME = 22
_MOST_WORDS = 16
"""A label of more words would have to be on one line."""


def cross_table(table: CrossTable, width: int, links: Links) -> list[Row] | None:
    """The table in rows of at most `width` cells; None where its columns do not fit beside each other."""
    names = max((cells(name.text) for name, _ in table.rows), default=0)
    found = next(((gap, widths) for gap in _GAPS if (widths := _widths(table, width - names, gap))), None)
    if names > _LONGEST_NAME or found is None:
        return None
    gap, widths = found
    own = Links()
    labels = [wrap((label,), size, own) for label, size in zip(table.column_labels, widths, strict=True)]
    rows: list[Row] = []
    height = max(map(len, labels), default=0)
    for number in range(height):
        row: list[Piece] = [*blank(names)]
        for lines, size in zip(labels, widths, strict=True):
            at = number - height + len(lines)
            row += [*blank(gap), *padded(lines[at] if at >= 0 else (), size, LEFT)]
        rows.append(tuple(row))
    for name, row_cells in table.rows:
        row = [*padded(wrap((name,), names, own)[0], names)]
        for spans, size in zip(row_cells, widths, strict=True):
            row += [*blank(gap), *padded(_cell(spans, own), size, LEFT)]
        rows.append(tuple(row))
    rows = in_reading_order(rows, own, links)
    return [*rows, *wrap(table.legend, width, links)] if table.legend else rows


def _cell(spans: Spans, own: Links) -> Row:
    return tuple(Piece(span.text, span.role, own.number(span)) for span in spans or (Span(EMPTY_CELL, "dim"),))


def _widths(table: CrossTable, room: int, gap: int) -> list[int] | None:
    """The widths of the columns: as the labels need in one line, or in a few; None where that is too much."""
    least = [
        max((sum(cells(span.text) for span in found[number]) for _, found in table.rows), default=0)
        for number in range(len(table.column_labels))
    ]
    for lines in range(1, _LABEL_LINES + 1):
        widths = [
            max(size, _narrowest(label.text, lines)) for label, size in zip(table.column_labels, least, strict=True)
        ]
        if sum(widths) + gap * len(widths) <= room:
            return widths
    return None


def _narrowest(label: str, lines: int) -> int:
    """The least width, in cells, at which the words of a label take no more lines than this."""
    words = [cells(word) for word in label.split()]
    if len(words) > _MOST_WORDS:
        return cells(label)
    runs = {sum(words[start:end]) + end - start - 1 for end in range(len(words) + 1) for start in range(end)}
    return next((size for size in sorted(runs) if size >= max(words) and _lines(words, size) <= lines), 1)


def _lines(words: list[int], size: int) -> int:
    """How many lines of `size` cells words of these widths take."""
    number = used = 0
    for word in words:
        if not number or used + 1 + word > size:
            number, used = number + 1, word
        else:
            used += 1 + word
    return number
