"""A table of narrow cells under column labels of several lines; columns that do not fit continue in a table below."""

from __future__ import annotations

from tui.dossier.values.vocabulary import EMPTY_CELL, count_noun
from tui.pages.diagram_blocks import Grid
from tui.pages.page import Span, Spans
from tui.pages.status_glyphs import STATUS_ROLES
from tui.render.columns import CENTRE, LEFT, RIGHT, blank, in_reading_order, padded
from tui.render.wrap import Links, Piece, Row, as_row_name, cells, width_of, wrap

_NAME = 6
"""The least width of the names, in cells."""
_BAR = "│"
_BAR_CROSSED = ("", "┼")
"""What a line between rows has between two columns: nothing, or where it crosses one between columns."""
_WORDS = 4
"""Cells whose text is at least so wide hold words."""


def grid(block: Grid, width: int, links: Links) -> list[Row]:
    """As many columns side by side as fit, and how many more follow below, with the names repeated."""
    own = Links()
    cell = max(2, block.cell)
    if width < _NAME + 1 + cell:
        return in_reading_order(_listed(block, width, own), own, links)
    longest = max((cells(name.text) for name, _ in block.rows), default=0)
    number, borders = len(block.column_labels), len(block.borders)
    name_width = min(longest, max(_NAME, min(width // 3, width - 1 - cell)))
    if longest + 1 + number * cell + borders <= width:
        name_width = longest
    columns = max(1, (width - name_width - 1 - borders) // cell)
    rows: list[Row] = []
    for start in range(0, number, columns):
        if rows:
            rows.append(())
        size = name_width + 1 + columns * cell + borders
        words = f"{count_noun(number - start - columns, 'more column')} below"
        if start + columns < number and len(words) <= size:
            rows.append(padded((Piece(words, "dim"),), size, RIGHT))
        rows += _table(block, slice(start, start + columns), name_width, cell, own)
    return in_reading_order(rows, own, links)


def _table(block: Grid, part: slice, name_width: int, cell: int, own: Links) -> list[Row]:
    labels = block.column_labels[part]
    bars = frozenset(border - part.start for border in block.borders if border > part.start)
    cell_rows = [row[part] for _, row in block.rows]
    edges = [_edge([row[at] for row in cell_rows if at < len(row)], cell) for at in range(len(labels))]
    rows = [
        (
            *blank(name_width + 1),
            *(piece for at, label in enumerate(line) for piece in _beside_bar(label, at, bars, (cell, edges[at]))),
        )
        for line in _bottom_aligned([list(map(as_row_name, wrap((label,), cell - 1, own))) for label in labels])
    ]
    border = (
        Piece(
            "─" * (name_width + 1) + "".join(_BAR_CROSSED[at in bars] + "─" * cell for at in range(len(labels))), "rule"
        ),
    )
    for number, ((name, _), row) in enumerate(zip(block.rows, cell_rows, strict=True)):
        if number in block.borders or number in block.row_borders:
            rows.append(border)
        rows += _line(name, row, edges, name_width, cell, bars, own)
    return rows


def _beside_bar(label: Row, at: int, bars: frozenset[int], size: tuple[int, int]) -> Row:
    """A label over column `at`, with the line before it; `size`: that of a cell, and the left margin of its text.

    Over words it begins where they begin, over glyphs it is centred.
    """
    cell, edge = size
    bar = (Piece(_BAR, "rule"),) if at in bars else ()
    if cell - 2 * edge >= _WORDS:
        return (*bar, *padded((*blank(max(0, min(edge, cell - 1 - width_of(label)))), *label), cell, LEFT))
    return (*bar, *padded(label, cell, CENTRE))


def _edge(column: list[Span], cell: int) -> int:
    """The left margin of the cells of a column, so that the widest is centred and glyphs align."""
    widest = min(max((cells(span.text) for span in column), default=0), cell - 1)
    return (cell - max(1, widest) + 1) // 2


def _line(
    name: Span, row: Spans, edges: list[int], name_width: int, cell: int, bars: frozenset[int], own: Links
) -> list[Row]:
    names = list(map(as_row_name, wrap((name,), max(1, name_width), own)))
    sizes = [cells(span.text) for span in row]
    if len(names) == 1 and all(edge + size <= cell for edge, size in zip(edges, sizes, strict=False)):
        return [(*padded(names[0], name_width, RIGHT), *_flat(row, sizes, edges, cell, bars, own))]
    wrapped = [
        list(map(_told_by_colour, wrap((span,), cell - 1, own))) if span.text else [(Piece(EMPTY_CELL, "rule"),)]
        for span in row
    ]
    rows: list[Row] = []
    for number in range(max(len(names), *map(len, wrapped), 1)):
        pieces = [*padded(names[number] if number < len(names) else (), name_width, RIGHT), Piece(" ", "text")]
        for at, (lines, edge) in enumerate(zip(wrapped, edges, strict=False)):
            if at in bars:
                pieces.append(Piece(_BAR, "rule"))
            line = lines[number] if number < len(lines) else ()
            pieces += padded((*blank(min(edge, cell - width_of(line))), *line), cell, LEFT)
        rows.append(tuple(pieces))
    return rows


def _flat(row: Spans, sizes: list[int], edges: list[int], cell: int, bars: frozenset[int], own: Links) -> list[Piece]:
    """A row of one-line cells in as few pieces as possible: a large table has tens of thousands of cells."""
    pieces: list[Piece] = []
    blanks = " "
    for at, (span, size, edge) in enumerate(zip(row, sizes, edges, strict=False)):
        if at in bars:
            blanks += _BAR
        if not size:
            blanks += f"{' ' * edge}{EMPTY_CELL}{' ' * (cell - edge - 1)}"
            continue
        pieces += (
            Piece(blanks + " " * edge, "rule"),
            *_told_by_colour((Piece(span.text, span.role, own.number(span)),)),
        )
        blanks = " " * (cell - edge - size)
    return [*pieces, Piece(blanks, "rule")]


def _told_by_colour(row: Row) -> Row:
    """A row of a cell in which the glyph of a status at its end has the colour of that status."""
    last = row[-1] if row else None
    if last is None or len(last.text) < 2 or (role := STATUS_ROLES.get(last.text[-1])) is None:
        return row
    return (*row[:-1], last._replace(text=last.text[:-1]), Piece(last.text[-1], role, last.link))


def _bottom_aligned(columns: list[list[Row]]) -> list[list[Row]]:
    """The lines of several columns, aligned at the bottom."""
    height = max(map(len, columns), default=0)
    return [
        [lines[number - height + len(lines)] if number >= height - len(lines) else () for lines in columns]
        for number in range(height)
    ]


def _listed(block: Grid, width: int, own: Links) -> list[Row]:
    """The grid without a table, where there is no room for one: the column labels, then each name with its cells."""
    rows: list[Row] = []
    for label in block.column_labels:
        rows += wrap((label,), width, own)
    for name, row in block.rows:
        rows += wrap((name,), width, own)
        for label, span in zip(block.column_labels, row, strict=False):
            if span.text:
                rows += map(_told_by_colour, wrap((Span(f"{label.text}: ", "dim"), span), width, own))
    return rows
