"""Where the parts of a matrix are: the names, the columns and rows with borders between blocks, and the lines below."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, chain, product
from typing import cast

from textual.geometry import Size

from tui.pages.network.sign_table import SignTable
from tui.pages.page import Role, Span, Spans
from tui.render.wrap import Links, cells, wrap

BORDER = -1
"""What a line is that is no row but the border above one."""
MARGIN = "  "
_MIN_CELL, _MAX_CELL, _NAME_ROOM = 3, 8, 4
"""The least width of a column in cells, the greatest under a label, and how much wider than it is one under a whole
name."""
_MAX_NAME = 26
_LOW, _MOST_TIES, _MOST_ROW_LINES = 30, 6, 5
"""Below this height, in lines, a row has one line, and a table that fills the view leaves none to the ties of the pair;
from it on these have at most so many, and a row where all are in view at most so many."""


_EMPTY = 3
"""The lines of a table without rows, which says so in one of them."""


class MatrixGeometry:
    """How a table shares an area: lines above it, its rows with borders between them, and lines below it.

    Where there are too few lines for all, the rows have two fifths of them.
    """

    def __init__(self, table: SignTable, area: Size, *, tells_ties: bool = True) -> None:
        widest_name = max((cells(name.text) for name in table.names), default=0)
        longest_name = min(_MAX_NAME, widest_name)
        self.size = size = len(table.ids)
        self.borders = frozenset(start for start in table.starts if 0 < start < size)
        self.names_width = 2 + min(longest_name, max(4, area.width // 3))
        """Cells before the first column: the mark of the cursor, the name, a blank."""
        self._room = max(1, area.width - 1 - self.names_width)
        share = (self._room - len(self.borders)) // max(1, size)
        self.heads_with_names = share > widest_name
        """Whether columns are headed with whole names; otherwise with labels."""
        most = widest_name + _NAME_ROOM if self.heads_with_names else _MAX_CELL
        self.cell = max(_MIN_CELL, min(most, share))
        """Cells of a column."""
        self.lead = max(1, (self.cell - 2) // 2)
        """Blanks before the glyph of a cell."""
        widths = (self.cell + (column in self.borders) for column in range(1, size + 1))
        self._offsets = tuple(accumulate(widths, initial=0))[:-1] if size else ()
        self.last_left = self.first_left(size - 1) if size else 0
        """The first column from which on the last one is in view."""
        widest_label = max(map(cells, table.labels), default=0)
        self.heading_lines = 1 if self.heads_with_names or self.cell > widest_label else 2
        """Whether the headings are on one line or, where they would touch, on two."""
        self.heading_width = self.cell if self.heading_lines == 1 else widest_label + 2
        """The most cells of a heading with the blanks around it: on two lines it reaches into the column after it."""
        width = area.width - 1 - len(MARGIN)
        legend, left_out = _rows(table.legend, width), _rows(table.left_out, width)
        spare = area.height - 4 - self.heading_lines - min(size + len(self.borders) or _EMPTY, area.height * 2 // 5)
        shares = [*product((True,), ([*legend, *left_out], left_out, legend)), (False, left_out), (False, legend)]
        fitting = (share for share in shares if share[0] + len(share[1]) <= spare)
        self.names_blocks, self.legend = next(fitting, (False, list[Spans]()))
        """Whether blocks have a line for their names; the legend and what is left out, each whole or not at all."""
        self.header_height = 2 + self.names_blocks + self.heading_lines
        """A blank line as above a page, title, names of blocks, headings."""
        ties = max(0, min(_MOST_TIES, (area.height - _LOW) // 2)) if tells_ties else 0
        least = 2 + len(self.legend) + ties
        room = area.height - self.header_height - least - len(self.borders)
        about_square = min(_MOST_ROW_LINES, self.cell // 2)
        self.row_lines = max(1, min(about_square, room // max(1, size))) if area.height >= _LOW else 1
        """Lines of a row: more than one where all rows are in view, so that cells are about as high as wide."""
        ordered = sorted(self.borders)
        heights = ((BORDER,) * (row in self.borders) + (row,) * self.row_lines for row in range(size))
        self.lines = tuple(chain.from_iterable(heights))
        """The row of each line, `BORDER` for the border above the next one."""
        self.line_of = tuple(row * self.row_lines + bisect_right(ordered, row) for row in range(size))
        """The first line of each row."""
        self.footer_height = max(least, area.height - self.header_height - (len(self.lines) or _EMPTY))
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
