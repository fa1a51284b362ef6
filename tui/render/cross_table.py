"""A table of who does something to whom: columns as wide as their cells need, under labels of a few lines."""

from typing import NamedTuple

from tui.pages.chart_blocks import CrossTable
from tui.pages.page import Span, Spans
from tui.render.columns import EMPTY, LEFT, RIGHT, blank, in_reading_order, padded
from tui.render.text_blocks import heading_rows
from tui.render.wrap import Links, Piece, Row, as_row_name, cells, width_of, wrap

_GAPS = (2, 1)
"""The cells between columns, and where that is too much."""
_LABEL_LINES = 3
_LONGEST_NAME, _LONGEST_ROW_NAME = 22, 36
"""The longest name of a row, in cells, and where the rows stand under a heading."""
_BEFORE_LEGEND, _LEAST_LEGEND, _WIDEST_LEGEND = 2, 12, 40
"""The cells before a legend at the right of the rows, and the least and the most cells of it."""
_MOST_WORDS = 16
"""A label of more words would have to be on one line."""


def cross_table(table: CrossTable, width: int, links: Links) -> list[Row] | None:
    """The table in rows of at most `width` cells; None where its columns do not fit beside each other."""
    names = max((cells(name.text) for name, _ in table.rows), default=0)
    longest = _LONGEST_ROW_NAME if table.heading else _LONGEST_NAME
    corner = _corner(table)
    if corner and (found := _fitting(table, width - (in_corner := max(names, _size(corner))))) and found.lines == 1:
        names = in_corner
    else:
        corner, found = (), _fitting(table, width - names)
    if names > longest or found is None:
        return None
    own = Links()
    above = heading_rows(table.heading, width, own) if table.heading and not corner else []
    rows = [*above, *_labels(table, corner, names, found, own)]
    if corner and table.heading:
        rows[-1] = _ruled(rows[-1], table.heading.note, width, own)
    body: list[Row] = []
    for name, row_cells in table.rows:
        row = [*padded(as_row_name(wrap((name,), names, own)[0]), names)]
        for spans, size in zip(row_cells, found.widths, strict=True):
            row += [*blank(found.gap), *padded(_cell(spans, own), size, LEFT)]
        body.append(tuple(row))
    used = names + sum(found.widths) + found.gap * len(found.widths)
    beside = _legend_beside(table, width - used, own)
    for number, row_of_legend in enumerate(beside):
        body[number] = (*padded(body[number], used + _BEFORE_LEGEND), *row_of_legend)
    rows = in_reading_order([*rows, *body], own, links)
    return rows if beside or not table.legend else [*rows, *wrap(table.legend, width, links)]


def _corner(table: CrossTable) -> Spans:
    """The title of the table with the word that leads from it to the names of the columns."""
    if table.heading is None:
        return ()
    lead = (Span(" "), Span(table.lead, "dim")) if table.lead else ()
    return (Span(table.heading.title, "label", table.heading.link), *lead)


def _labels(table: CrossTable, corner: Spans, names: int, found: "_Fitting", own: Links) -> list[Row]:
    """The names of the columns, in as many rows as they need; before them the `corner`, or the word that leads on."""
    lead: Row = _cell(corner or (Span(table.lead, "dim"),), own) if corner or table.lead else ()
    if corner:
        title, last = lead[:-1], lead[-1:]
        lead = (*title, *blank(names - width_of(lead)), *last) if table.lead else lead
    pairs = zip(table.column_labels, found.widths, strict=True)
    labels = [list(map(as_row_name, wrap((label,), size, own))) for label, size in pairs]
    rows: list[Row] = []
    height = max(map(len, labels), default=0)
    for number in range(height):
        first = lead if number == height - 1 else ()
        row: list[Piece] = [*padded(first, names, LEFT if corner else RIGHT)]
        for lines, size in zip(labels, found.widths, strict=True):
            at = number - height + len(lines)
            row += [*blank(found.gap), *padded(lines[at] if at >= 0 else (), size, LEFT)]
        rows.append(tuple(row))
    return rows


def _ruled(row: Row, note: Spans, width: int, own: Links) -> Row:
    """A heading with a line after it, and the note at its end where there is room."""
    rest = width - width_of(row) - 2
    words = _cell((Span(" "), *note), own) if note else ()
    if width_of(words) + 2 > rest:
        words = ()
    return (*row, *blank(2), Piece("─" * max(0, rest - width_of(words)), "rule"), *words)


def _legend_beside(table: CrossTable, free: int, own: Links) -> list[Row]:
    """The legend where it fits at the right of the rows; nothing where it goes below them."""
    room = min(free - _BEFORE_LEGEND, _WIDEST_LEGEND)
    if table.heading is None or room < _LEAST_LEGEND:
        return []
    rows = wrap(table.legend, room, own)
    return rows if len(rows) <= len(table.rows) else []


def _cell(spans: Spans, own: Links) -> Row:
    return tuple(Piece(span.text, span.role, own.number(span)) for span in spans if span.text) or EMPTY


class _Fitting(NamedTuple):
    """Columns that fit: the cells between them, their widths, and how many lines their labels take."""

    gap: int
    widths: list[int]
    lines: int


def _fitting(table: CrossTable, room: int) -> _Fitting | None:
    """Columns as wide as their labels need in one line, or in a few; None where that is too much for `room`."""
    least = [
        max((_size(found[number]) for _, found in table.rows), default=0) for number in range(len(table.column_labels))
    ]
    for gap in _GAPS:
        for lines in range(1, _LABEL_LINES + 1):
            widths = [
                max(size, _narrowest(label.text, lines)) for label, size in zip(table.column_labels, least, strict=True)
            ]
            if sum(widths) + gap * len(widths) <= room:
                return _Fitting(gap, widths, lines)
    return None


def _size(spans: Spans) -> int:
    return sum(cells(span.text) for span in spans)


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
