"""How a signed matrix is drawn: names and headings that stand still, the cells in view, what the lit one is in words.

May not know what moves the cursor.
"""

from __future__ import annotations

from collections.abc import Callable

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region

from tui.pages.network.sign_table import SignTable
from tui.pages.page import Span, Spans
from tui.render.wrap import cells
from tui.theme import Looks
from tui.widgets.fitting import segments, spread
from tui.widgets.lines import LineView

_CELL, _ROOMY, _WIDEST = 3, 4, 6
"""The least cells a column takes; from how many on all headings fit beside each other; the most it takes."""
_WIDEST_NAME = 26
_GLYPHS = {"+": "+", "-": "−", "~": "~"}
_ROLES = {"+": "sign-with", "-": "sign-against", "~": "sign-mixed"}
_NOTHING, _SELF, _DOUBT = "·", "╲", "?"


class MatrixLines(LineView):
    """Draws a `SignTable` from row `top` and column `left`. `words` says what a cell is, from its row and column."""

    DEFAULT_CSS = "MatrixLines { background: $background; }"
    ALLOW_SELECT = False
    above = 4
    below = 4

    def __init__(self, words: Callable[[int, int], Spans], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.words = words
        self.left = 0
        self._table = SignTable((), (), (), {})
        self._row = self._column = 0
        self._names = 0
        self._known: tuple[Looks, dict[tuple[bool, bool], dict[tuple[str, bool], Style]]] | None = None

    @property
    def total(self) -> int:
        """How many rows there are."""
        return len(self._table.ids)

    def _take(self, table: SignTable) -> None:
        self._table = table
        self._names = min(_WIDEST_NAME, max((cells(name.text) for name in table.names), default=0))

    @property
    def _before(self) -> int:
        """Cells before the first column: the mark of the cursor, the name, a blank."""
        return 2 + min(self._names, max(4, self.size.width // 3))

    @property
    def _cell(self) -> int:
        """Cells of a column: as many as there is room for, within bounds."""
        return max(_CELL, min(_WIDEST, (self.size.width - 1 - self._before) // max(1, self.total)))

    @property
    def columns(self) -> int:
        """How many columns are in view."""
        return max(1, (self.size.width - 1 - self._before) // self._cell)

    def draw(self, index: int, width: int) -> list[Segment]:
        """A row: the name, then a cell for each column in view."""
        looks, table = self.looks, self._table
        here = index == self._row
        band = looks.cursor(False) if here else None
        before, cell = self._before, self._cell
        mark = "▌" if here else " "
        name = Span(f"{mark}{table.names[index].text}", table.names[index].role)
        found = segments((name,), before - 1, looks, band)
        used = sum(cells(one.text) for one in found)
        found.append(Segment(" " * (before - used), band or looks.blank))
        styles = self._styles(here)
        run, style = "", looks.blank
        for column in range(self.left, min(self.total, self.left + self.columns)):
            sign = table.signs.get((index, column), "")
            glyph = _GLYPHS.get(sign) or (_SELF if index == column else _NOTHING)
            doubt = _DOUBT if (index, column) in table.unsettled else " "
            wanted = styles[sign, column == self._column]
            if wanted is not style and run:
                found.append(Segment(run, style))
                run = ""
            run, style = run + f" {glyph}{doubt}".ljust(cell), wanted
        return [*found, Segment(run, style)] if run else found

    def _styles(self, here: bool) -> dict[tuple[str, bool], Style]:
        """The styles of cells by sign and whether the column is lit, in the row of the cursor (`here`) or another."""
        if self._known is None or self._known[0] is not self.looks:
            self._known = (self.looks, {})
        known = self._known[1].get((here, self.has_focus))
        if known is None:
            looks, known = self.looks, {}
            band = Style(bgcolor=looks.cursor(False).bgcolor)
            for sign in ("", *_ROLES):
                ink = looks.style(_ROLES.get(sign, "rule"))
                known[sign, False] = ink + band if here else ink
                known[sign, True] = looks.cursor(self.has_focus) if here else ink + band
            self._known[1][here, self.has_focus] = known
        return known

    def holds(self, row: int, column: int) -> bool:
        """Whether a cell is in view."""
        return 0 <= row - self.top < self.view_height and 0 <= column - self.left < self.columns

    def repaint_cursor(self, row: int, column: int) -> None:
        """Paint anew what the cursor lit in `row` and `column` before, and what it lights now; nothing was scrolled."""
        width, height = self.size.width, self.view_height
        regions = [Region(0, self.above + one - self.top, width, 1) for one in (row, self._row)]
        regions += [Region(0, self.above + height + 1, width, 1)]
        if column != self._column:
            self.forget()
            regions += [Region(0, 2, width, 2)]
            for one in (column, self._column):
                regions.append(Region(self._before + (one - self.left) * self._cell, self.above, self._cell, height))
        else:
            self.forget_lines(row, self._row)
        self.paint(*regions)

    def draw_fixed(self, number: int, width: int) -> list[Segment]:
        """Title and headings above; below, the cell of the cursor in words, and what the signs mean."""
        table, looks = self._table, self.looks
        match number:
            case 0:
                return spread((Span("  "), *table.title), (*table.counted, Span(" ")), width, looks)
            case 2 | 3:
                return self._headings(number - 2)
            case 5 if self.total:
                return segments((Span("  "), *self.words(self._row, self._column)), width, looks)
            case 6 | 7:
                return segments((Span("  "), *(table.legend if number == 6 else table.left_out)), width, looks)
            case _:
                return []

    def _headings(self, line: int) -> list[Segment]:
        """All headings on the lower line, or each over every other column where they would touch."""
        looks, cell = self.looks, self._cell
        found: list[Segment] = []
        used = 0
        for number in range(self.left, min(self.total, self.left + self.columns)):
            if (number % 2 if cell < _ROOMY else 1) != line:
                continue
            start = self._before + (number - self.left) * cell
            found.append(Segment(" " * (start - used), looks.blank))
            head = f" {self._table.labels[number]} "
            style = looks.cursor(False) + Style(bold=True) if number == self._column else looks.style("label")
            found.append(Segment(head, style))
            used = start + cells(head)
        return found

    def draw_beyond(self, index: int, width: int) -> list[Segment]:
        """The words for a table without rows."""
        if self.total or index != 1:
            return []
        return segments((Span(f"  {self._table.empty}", "dim"),), width, self.looks)
