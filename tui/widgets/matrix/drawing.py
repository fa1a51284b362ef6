"""Draws a signed matrix as a heat map: names and headings that do not scroll, the cells in view, and the cursor.

A cell is filled with the colour of its sign, more of it where a source states the sign in its own voice, and has the
glyphs of sign and status, so that it is read without colours. Where colours have no paler form it is shaded.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from rich.segment import Segment
from rich.style import Style

from tui.pages.network.matrix import SHADE, SIGN_ROLES, cell_glyph
from tui.pages.network.sign_table import SignTable
from tui.pages.page import Span, Spans
from tui.pages.status_glyphs import STATUS_ROLES
from tui.render.allies import shortened
from tui.render.wrap import cells
from tui.theme import RoleStyles
from tui.widgets.matrix.geometry import BORDER, MARGIN, MatrixGeometry
from tui.widgets.spans_to_segments import justify, segment_width, span_width, spans_to_segments

_WITHOUT_SIGN = "without sign"
_LONGEST_MARK = 2
"""The most cells of what follows a sign."""
_LEAST_CAPTION = 5
"""The narrowest block, in cells, over which the beginning of its name stands."""
_BETWEEN_CAPTIONS = 2
"""The least number of blank cells between two names of blocks."""
_UP, _DOWN, _LEFT, _RIGHT = "⇡", "⇣", "⇠", "⇢"
"""Where rows or columns continue beyond the view."""

CellStyles = dict[tuple[str, bool, bool], Style]
"""Styles by sign (`without sign` where there are ties, but none with one), whether it is reported, and whether the cell
is in the cursor's column."""


class View:
    """What is in view: the first column, the first line, and how many lines."""

    __slots__ = ("height", "left", "top")

    def __init__(self, left: int, top: int, height: int) -> None:
        self.left, self.top, self.height = left, top, height


@dataclass
class MatrixDrawing:
    """One state of a matrix: its table, the first column in view, the cursor, and whether it has the focus.

    `describe` gives the words on the pair of the cursor in at most so many lines. `cell_styles` keeps the styles of
    cells outside of the cursor's row and in it, without the focus and with it, for all drawings in one theme.
    """

    table: SignTable
    geometry: MatrixGeometry
    role_styles: RoleStyles
    left: int
    cursor: tuple[int, int]
    focused: bool
    describe: Callable[[int], list[Spans]]
    cell_styles: dict[tuple[bool, bool], CellStyles]

    @cached_property
    def _columns(self) -> range:
        return self.geometry.visible_columns(self.left)

    @cached_property
    def _pair(self) -> list[Spans]:
        return self.describe(self.geometry.pair_lines) if self.table.ids else []

    def line(self, index: int) -> list[Segment]:
        """A row, or the border above one."""
        row = self.geometry.lines[index]
        return self._border() if row == BORDER else self._row(row, has_glyphs=self.geometry.has_glyphs(index))

    def _border(self) -> list[Segment]:
        geometry = self.geometry
        bars = (
            ("┼" if column in geometry.borders and column > self.left else "") + "─" * geometry.cell
            for column in self._columns
        )
        return [Segment(f" {'─' * (geometry.names_width - 1)}{''.join(bars)}", self.role_styles.style("rule"))]

    def _row(self, row: int, *, has_glyphs: bool) -> list[Segment]:
        """The name, then a cell for each column in view; both blank on a line without glyphs."""
        table, styles, geometry = self.table, self.role_styles, self.geometry
        on_cursor_row = row == self.cursor[0]
        band = styles.band_head() if on_cursor_row else None
        text = table.names[row].text if has_glyphs else ""
        name = Span(f"{'▌' if on_cursor_row else ' '}{text}", table.names[row].role)
        segments = spans_to_segments((name,), geometry.names_width - 1, styles, band)
        gap = geometry.names_width - segment_width(segments)
        segments.append(Segment(" " * gap, band or styles.blank))
        cell_styles, rule = self._styles(on_cursor_row), styles.style("rule")
        shade = " " if styles.mixes_colours else SHADE
        after = [max(0, geometry.cell - geometry.lead - 1 - size) for size in range(_LONGEST_MARK + 1)]
        cursor_column, borders = self.cursor[1], geometry.borders
        signs, marks, unreported, unsigned = table.signs, table.marks, table.unreported, table.unsigned
        run, style = "", styles.blank
        for column in self._columns:
            cell = row, column
            sign, mark = signs.get(cell, ""), marks.get(cell, "")
            if column in borders and column > self.left:
                segments += (Segment(run, style), Segment("│", rule))
                run = ""
            look = sign or (_WITHOUT_SIGN if mark or cell in unsigned else "")
            cell_style = cell_styles[look, cell not in unreported, column == cursor_column]
            if cell_style is not style and run:
                segments.append(Segment(run, style))
                run = ""
            style = cell_style
            fill = shade if sign and cell in unreported and cell != self.cursor else " "
            if not has_glyphs:
                run += fill * geometry.cell
                continue
            glyph = cell_glyph(sign, diagonal=row == column, unsigned=cell in unsigned)
            run += f"{fill * geometry.lead}{glyph}"
            mark_style = styles.over(styles.style(STATUS_ROLES[mark]), style) if mark in STATUS_ROLES else style
            if mark_style is not style:
                segments += (Segment(run, style), Segment(mark, mark_style))
                run = fill * after[len(mark)]
            else:
                run += f"{mark}{fill * after[len(mark)]}"
        return [*segments, Segment(run, style)] if run else segments

    def _styles(self, on_cursor_row: bool) -> CellStyles:
        if (kept := self.cell_styles.get((on_cursor_row, self.focused))) is not None:
            return kept
        styles, made = self.role_styles, CellStyles()
        for sign, reported, on_cursor_column in product(("", _WITHOUT_SIGN, *SIGN_ROLES), (True, False), (True, False)):
            banded = on_cursor_row or on_cursor_column
            if on_cursor_row and on_cursor_column:
                style = styles.cursor(True) if self.focused else styles.band_crossing()
            elif sign in SIGN_ROLES:
                style = styles.filled(SIGN_ROLES[sign], full=reported, banded=banded)
            else:
                role = "dim" if sign else "rule"
                style = styles.banded(role) if banded else styles.style(role)
            made[sign, reported, on_cursor_column] = style
        return self.cell_styles.setdefault((on_cursor_row, self.focused), made)

    def fixed_line(self, number: int, width: int, view: View) -> list[Segment]:
        """Above, title, names of blocks and headings; below, what continues, the legend, and the pair of the cursor."""
        geometry = self.geometry
        if number == 0:
            return []
        if number == 1:
            return self._title(width)
        if number == 2 and geometry.names_blocks:
            return self._block_names(width)
        if number < geometry.header_height:
            heading = number - 2 - geometry.names_blocks
            return self._headings(heading, view if heading == geometry.heading_lines - 1 else None)
        line = number - geometry.header_height
        if line == 0:
            return self._spans(self._continues_below(view, width - 1 - len(MARGIN)), width)
        if line <= len(geometry.legend):
            return self._spans(geometry.legend[line - 1], width)
        line -= len(geometry.legend) + 1 + geometry.parted
        return self._spans(self._pair[line], width) if 0 <= line < len(self._pair) else []

    def _title(self, width: int) -> list[Segment]:
        """The title with the counts; these alone where both have no room, for they tell the signs."""
        title, counted = self.table.title, (*self.table.counted, Span(" "))
        if span_width((Span(MARGIN), *title, Span("  "), *counted)) > width and span_width(counted) > 1:
            title, counted = counted, ()
        return justify((Span(MARGIN), *title), counted, width, self.role_styles)

    def _spans(self, spans: Spans, width: int) -> list[Segment]:
        return spans_to_segments((Span(MARGIN), *spans), width, self.role_styles) if spans else []

    def _continues_below(self, view: View, room: int) -> Spans:
        """How many rows and columns there are beyond the lower and the right edge, in words where there is room."""
        rows = len({*self.geometry.lines[view.top + view.height :]} - {BORDER})
        columns = self.geometry.size - self._columns.stop
        beyond = (_DOWN, rows, "row"), (_RIGHT, columns, "column")
        counted = [each for each in beyond if each[1] > 0]
        words = "   ".join(f"{arrow} {count:,} more {noun}{'s' * (count > 1)}" for arrow, count, noun in counted)
        brief = "   ".join(f"{arrow} {count:,}" for arrow, count, _ in counted)
        return (Span(words if cells(words) <= room else brief, "dim"),) if counted else ()

    def _continues_above(self, view: View) -> str:
        """How many rows and columns there are before the first in view, in the room over the names, or only that."""
        rows = len({*self.geometry.lines[: view.top]} - {BORDER})
        counts = [(arrow, count) for arrow, count in ((_UP, rows), (_LEFT, self.left)) if count]
        wordings = (
            "  ".join(f"{arrow} {count:,}" for arrow, count in counts),
            " ".join(f"{arrow}{count}" for arrow, count in counts),
            " ".join(arrow for arrow, _ in counts),
        )
        return next((words for words in wordings if cells(words) < self.geometry.names_width - 1), "")

    def _block_names(self, width: int) -> list[Segment]:
        """Over the columns of each block its longest name that has room, or the beginning of its shortest.

        That of the first in view reaches over the names of the rows. At the right an arrow says that columns continue.
        """
        segments: list[Segment] = []
        used, lead = 0, self.geometry.lead
        named = len(self.table.blocks) > 1 and self.table.ids
        edge = width - 1 - 2 * (self._columns.stop < self.geometry.size)
        for at, (number, start, room) in enumerate(self.geometry.block_spans(self.left) if named else ()):
            names = self.table.blocks[number]
            first = self.geometry.names_width + start
            end = min(edge, first + room + lead - 1)
            most = end - (max(used + _BETWEEN_CAPTIONS, first) if at else len(MARGIN) + 1)
            name = next((name for name in names if cells(name) <= most), "")
            if not name and most >= _LEAST_CAPTION:
                name = shortened(min(filter(None, names), key=cells, default=""), most)
            begin = min(first + lead, end - cells(name) - (at == 0))
            gap = begin - segment_width(segments)
            segments += (Segment(" " * gap, self.role_styles.blank), Segment(name, self.role_styles.style("dim")))
            used = begin + cells(name)
        if self._columns.stop < self.geometry.size:
            segments += (Segment(" " * (width - 1 - segment_width(segments)), self.role_styles.blank),)
            segments.append(Segment(_RIGHT, self.role_styles.style("dim")))
        return segments

    def _headings(self, line: int, view: View | None) -> list[Segment]:
        """All headings on one line, or every other one on each line where they would touch.

        With `view`, arrows over the names say how many rows and columns there are before the first in view.
        """
        styles, geometry = self.role_styles, self.geometry
        above = f"{MARGIN[1:]}{self._continues_above(view)}" if view is not None else ""
        segments = [Segment(above, styles.style("dim"))]
        used = cells(above)
        for column in self._columns:
            if geometry.heading_lines == 2 and column % 2 != line:
                continue
            start = geometry.names_width + geometry.offset(column, self.left)
            bordered = column in geometry.borders and column > self.left
            if used > start - bordered:  # a blank after the heading before it reaches into this column
                segments[-1] = Segment(segments[-1].text[:-1], segments[-1].style)
                used -= 1
            if bordered:
                segments += (Segment(" " * (start - 1 - used), styles.blank), Segment("│", styles.style("rule")))
                used = start
            heading, start = self._heading(column, start)
            segments.append(Segment(" " * (start - used), styles.blank))
            selected = column == self.cursor[1]
            style = styles.band_head() if selected else styles.style("label")
            segments.append(Segment(heading, style))
            used = start + cells(heading)
        return segments

    def _heading(self, column: int, start: int) -> tuple[str, int]:
        """A heading with the blanks around it, and where it begins: over the glyphs of the column from `start` on."""
        geometry = self.geometry
        if geometry.heads_with_names:
            name = self.table.names[column].text
            room = geometry.cell - cells(name)
            return f"{' ' * (room // 2)}{name}{' ' * (room - room // 2)}", start
        lead = geometry.lead - 1
        return f" {self.table.labels[column]} "[: geometry.heading_width - lead], start + lead
