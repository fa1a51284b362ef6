"""Draws a signed matrix: names and headings that do not scroll, the cells in view, the cursor's row and column."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import cast

from rich.segment import Segment
from rich.style import Style

from tui.pages.network.matrix import cell_glyph
from tui.pages.network.sign_table import SignTable
from tui.pages.page import Role, Span, Spans
from tui.render.wrap import Links, cells, wrap
from tui.theme import RoleStyles
from tui.widgets.spans_to_segments import justify, segment_width, spans_to_segments

HEADER_HEIGHT = 4
_LINES_BESIDE_FOOTER = 2
"""Below the cells: a blank line, and the cell of the cursor in words."""
_LEGEND_LINES, _LEFT_OUT_LINES = 2, 3
"""The most lines of the legend, and of what is left out."""
_MIN_CELL, _ONE_LINE_CELL, _MAX_CELL = 3, 4, 6
"""The least width of a column in cells, the least at which all headings fit on one line, and the greatest."""
_MAX_NAME = 26
_MARGIN = "  "
_UNSETTLED = "?"
_ROLES = {"+": "sign-with", "-": "sign-against", "~": "sign-mixed", _UNSETTLED: "dim"}

CellStyles = dict[tuple[str, bool], Style]
"""Styles by sign (`?` where there are unsettled ties only) and by whether the cell is in the cursor's column."""


class MatrixGeometry:
    """How the names and the columns of a table share the width."""

    def __init__(self, table: SignTable, width: int) -> None:
        longest_name = min(_MAX_NAME, max((cells(name.text) for name in table.names), default=0))
        self.size = len(table.ids)
        self.names_width = 2 + min(longest_name, max(4, width // 3))
        """Cells before the first column: the mark of the cursor, the name, a blank."""
        room = width - 1 - self.names_width
        self.cell = max(_MIN_CELL, min(_MAX_CELL, room // max(1, self.size)))
        """Cells of a column."""
        self.columns = max(1, room // self.cell)
        """How many columns are in view."""
        room = width - 1 - len(_MARGIN)
        self.footer = [*_rows(table.legend, room, _LEGEND_LINES), *_rows(table.left_out, room, _LEFT_OUT_LINES)]
        """The legend and what is left out, on as many lines as they take."""
        self.footer_height = _LINES_BESIDE_FOOTER + len(self.footer)
        """The lines below the cells."""

    def column_at(self, x: int, left: int) -> int:
        """The column shown at cell `x` of the width, when column `left` is the first in view."""
        return left + (x - self.names_width) // self.cell

    def visible_columns(self, left: int) -> range:
        """The columns in view from `left` on."""
        return range(left, min(self.size, left + self.columns))


@dataclass
class MatrixDrawing:
    """One state of a matrix: its table, the first column in view, the cursor, and whether it has the focus."""

    table: SignTable
    geometry: MatrixGeometry
    role_styles: RoleStyles
    left: int
    cursor: tuple[int, int]
    focused: bool
    _cell_styles: dict[bool, CellStyles] = field(default_factory=dict)

    def row(self, index: int) -> list[Segment]:
        """A row: the name, then a cell for each column in view."""
        table, styles = self.table, self.role_styles
        on_cursor_row = index == self.cursor[0]
        band = styles.cursor(False) if on_cursor_row else None
        mark = "▌" if on_cursor_row else " "
        name = Span(f"{mark}{table.names[index].text}", table.names[index].role)
        segments = spans_to_segments((name,), self.geometry.names_width - 1, styles, band)
        gap = self.geometry.names_width - segment_width(segments)
        segments.append(Segment(" " * gap, band or styles.blank))
        cell_styles = self._styles(on_cursor_row)
        run, style = "", styles.blank
        for column in self.geometry.visible_columns(self.left):
            sign = table.signs.get((index, column), "")
            glyph = cell_glyph(sign, diagonal=index == column)
            mark = table.marks.get((index, column), "")
            cell_style = cell_styles[sign or (_UNSETTLED if mark else ""), column == self.cursor[1]]
            if cell_style is not style and run:
                segments.append(Segment(run, style))
                run = ""
            run, style = run + f" {glyph}{mark}".ljust(self.geometry.cell), cell_style
        return [*segments, Segment(run, style)] if run else segments

    def _styles(self, on_cursor_row: bool) -> CellStyles:
        if on_cursor_row not in self._cell_styles:
            band = Style(bgcolor=self.role_styles.cursor(False).bgcolor)
            cell_styles: CellStyles = {}
            for sign in ("", *_ROLES):
                base_style = self.role_styles.style(_ROLES.get(sign, "rule"))
                cell_styles[sign, False] = base_style + band if on_cursor_row else base_style
                cell_styles[sign, True] = self.role_styles.cursor(self.focused) if on_cursor_row else base_style + band
            self._cell_styles[on_cursor_row] = cell_styles
        return self._cell_styles[on_cursor_row]

    def fixed_line(self, number: int, width: int, describe_cell: Callable[[], Spans]) -> list[Segment]:
        """Title and headings above; below, the cursor's cell in words, the legend, and what is left out."""
        table = self.table
        if number == 0:
            return justify((Span(_MARGIN), *table.title), (*table.counted, Span(" ")), width, self.role_styles)
        if number in (2, 3):
            return self._headings(number - 2)
        line = number - HEADER_HEIGHT - 1
        if line < 0:
            return []
        spans = describe_cell() if line == 0 else self.geometry.footer[line - 1]
        return spans_to_segments((Span(_MARGIN), *spans), width, self.role_styles)

    def _headings(self, line: int) -> list[Segment]:
        """All headings on the lower line, or every other one on each line where they would touch."""
        styles, geometry = self.role_styles, self.geometry
        two_lines = geometry.cell < _ONE_LINE_CELL
        segments: list[Segment] = []
        used = 0
        for column in geometry.visible_columns(self.left):
            if (column % 2 if two_lines else 1) != line:
                continue
            start = geometry.names_width + (column - self.left) * geometry.cell
            segments.append(Segment(" " * (start - used), styles.blank))
            heading = f" {self.table.labels[column]} "
            selected = column == self.cursor[1]
            style = styles.cursor(False) + Style(bold=True) if selected else styles.style("label")
            segments.append(Segment(heading, style))
            used = start + cells(heading)
        return segments


def _rows(words: Spans, width: int, most: int) -> list[Spans]:
    """The rows of some words, at least one; on a single row, which is cut, where they would take more than `most`."""
    rows = wrap(words, width, Links())
    if not 0 < len(rows) <= most:
        return [words]
    return [tuple(Span(piece.text, cast(Role, piece.role)) for piece in row) for row in rows]
