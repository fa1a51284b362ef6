"""Where the parts of a matrix are: the names, the columns and rows with borders between blocks, and the lines below."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, chain
from typing import cast

from textual.geometry import Size

from tui.pages.network.sign_table import SignTable
from tui.pages.page import Role, Span, Spans
from tui.render.wrap import Links, cells, wrap

BORDER = -1
"""What a line is that is no row but the border above one."""
MARGIN = "  "
_LEAST_LINES = 3
"""The lines of the table that are in view before there is a legend, which the help has too, or what is left out."""
_MIN_CELL, _ONE_LINE_CELL, _MAX_CELL = 3, 4, 6
"""The least width of a column in cells, the least at which all headings fit on one line, and the greatest."""
_MAX_NAME = 26
_LOW, _MOST_TIES, _MOST_ROW_LINES = 30, 6, 3
"""Below this height, in lines, a row has one line, and a table that fills the view leaves none to the ties of the pair;
from it on these have at most so many, and a row where all are in view at most so many."""


_EMPTY = 3
"""The lines of a table without rows, which says so in one of them."""


class MatrixGeometry:
    """How a table shares an area: lines above it, its rows with borders between them, and lines below it."""

    def __init__(self, table: SignTable, area: Size, *, tells_ties: bool = True) -> None:
        longest_name = min(_MAX_NAME, max((cells(name.text) for name in table.names), default=0))
        self.size = size = len(table.ids)
        self.borders = frozenset(start for start in table.starts if 0 < start < size)
        self.names_width = 2 + min(longest_name, max(4, area.width // 3))
        """Cells before the first column: the mark of the cursor, the name, a blank."""
        self._room = max(1, area.width - 1 - self.names_width)
        self.cell = max(_MIN_CELL, min(_MAX_CELL, (self._room - len(self.borders)) // max(1, size)))
        """Cells of a column."""
        self.lead = max(1, (self.cell - 2) // 2)
        """Blanks before the glyph of a cell."""
        widths = (self.cell + (column in self.borders) for column in range(1, size + 1))
        self._offsets = tuple(accumulate(widths, initial=0))[:-1] if size else ()
        self.last_left = self.first_left(size - 1) if size else 0
        """The first column from which on the last one is in view."""
        self.heading_lines = 1 if self.cell >= _ONE_LINE_CELL else 2
        self.header_height = 3 + self.heading_lines
        """A blank line as above a page, title, names of blocks, headings."""
        room = area.width - 1 - len(MARGIN)
        legend, left_out = _rows(table.legend, room), _rows(table.left_out, room)
        fewest = min(_LEAST_LINES, size + len(self.borders)) if size else _EMPTY
        spare = area.height - self.header_height - 2 - fewest
        whole = ([*legend, *left_out], left_out, legend)
        self.legend: list[Spans] = next((rows for rows in whole if len(rows) <= spare), [])
        """The legend and what is left out, on as many lines as they take; where there are too few, one of them."""
        ties = max(0, min(_MOST_TIES, (area.height - _LOW) // 2)) if tells_ties else 0
        least = 2 + len(self.legend) + ties
        room = area.height - self.header_height - least - len(self.borders)
        self.row_lines = max(1, min(_MOST_ROW_LINES, room // max(1, size))) if area.height >= _LOW else 1
        """Lines of a row: more than one where all rows are in view, so that cells are about as high as wide."""
        ordered = sorted(self.borders)
        heights = ((BORDER,) * (row in self.borders) + (row,) * self.row_lines for row in range(size))
        self.lines = tuple(chain.from_iterable(heights))
        """The row of each line, `BORDER` for the border above the next one."""
        self.line_of = tuple(row * self.row_lines + bisect_right(ordered, row) for row in range(size))
        """The first line of each row."""
        lines = len(self.lines) or _EMPTY
        self.footer_height = max(least, area.height - self.header_height - lines)
        """Whether rows continue, the legend, and all lines that are left for the pair of the cursor."""
        free = self.footer_height - 1 - len(self.legend)
        self.parted = free > 2 or (free == 2 and not tells_ties)
        """Whether there is room for a blank line above the words on the pair."""
        self.pair_lines = free - self.parted if tells_ties else 1
        """The most lines of these words."""

    def lines_of(self, row: int) -> range:
        """All lines of a row."""
        return range(self.line_of[row], self.line_of[row] + self.row_lines)

    def has_glyphs(self, line: int) -> bool:
        """Whether the name and the glyphs of a row are on this one of its lines: that in the middle."""
        return line - self.line_of[self.lines[line]] == (self.row_lines - 1) // 2

    def fits(self, column: int, left: int) -> bool:
        """Whether a column is in view as a whole when column `left` is the first."""
        return left <= column < self.size and self.offset(column, left) + self.cell <= self._room

    def offset(self, column: int, left: int) -> int:
        """The cells between the names and a column, when column `left` is the first in view."""
        return self._offsets[column] - self._offsets[left]

    def visible_columns(self, left: int) -> range:
        """The columns in view from `left` on, at least one."""
        end = left + 1
        while self.fits(end, left):
            end += 1
        return range(left, min(self.size, end))

    def first_left(self, column: int) -> int:
        """The first column from which on `column` is still in view."""
        left = column
        while left > 0 and self.fits(column, left - 1):
            left -= 1
        return left

    def column_at(self, x: int, left: int) -> int | None:
        """The column shown at cell `x` of the width, when column `left` is the first in view; None beside them."""
        inside = x - self.names_width
        for column in self.visible_columns(left):
            if 0 <= inside - self.offset(column, left) < self.cell:
                return column
        return None

    def block_spans(self, left: int) -> list[tuple[int, int, int]]:
        """The blocks in view: number, the cells before it, and its width."""
        visible = self.visible_columns(left)
        starts = [0, *sorted(self.borders)] if self.size else []
        spans = []
        for number, (start, end) in enumerate(zip(starts, [*starts[1:], self.size], strict=True)):
            first, last = max(start, visible.start), min(end, visible.stop) - 1
            if first <= last:
                begin = self.offset(first, left)
                spans.append((number, begin, self.offset(last, left) + self.cell - begin))
        return spans


def _rows(words: Spans, width: int) -> list[Spans]:
    """The rows of some words."""
    rows = wrap(words, width, Links()) if words else []
    return [tuple(Span(piece.text, cast(Role, piece.role)) for piece in row) for row in rows]
