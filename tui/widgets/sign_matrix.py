"""A signed matrix with a cursor: names and headings stand still while the cells scroll. Knows no dossier.

The row and the column of the cursor are lit, and a line below says in words what its cell is.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.message import Message

from tui.keys import MATRIX, bindings
from tui.pages.page import Span, Spans
from tui.pages.table import SignTable
from tui.render.wrap import cells
from tui.widgets.fitting import segments, spread
from tui.widgets.lines import LineView

_CELL, _ROOMY, _WIDEST = 3, 4, 6
"""The least cells a column takes; from how many on all headings fit beside each other; the most it takes."""
_WIDEST_NAME = 26
_GLYPHS = {"+": "+", "-": "−", "~": "~"}
_ROLES = {"+": "sign-with", "-": "sign-against", "~": "sign-mixed"}
_NOTHING, _SELF, _DOUBT = "·", "╲", "?"


class SignMatrix(LineView):
    """Shows a `SignTable`. `words` says what a cell is, as spans of one line, from its row and column."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(MATRIX)]
    ALLOW_SELECT = False
    DEFAULT_CSS = "SignMatrix { background: $background; }"
    above = 4
    below = 4

    class Followed(Message):
        """A cell is to be opened."""

        def __init__(self, target: str) -> None:
            super().__init__()
            self.target = target

    class Lit(Message):
        """The cursor has come to another cell."""

    def __init__(self, words: Callable[[int, int], Spans], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.words = words
        self._table = SignTable((), (), (), {})
        self.left = 0
        self._row = self._column = 0
        self._names = 0

    @property
    def total(self) -> int:
        """How many rows there are."""
        return len(self._table.ids)

    @property
    def link(self) -> int:
        """The cell of the cursor, as one number."""
        return self._row * self.total + self._column

    @property
    def target(self) -> str:
        """The sheet that the cell of the cursor leads to, empty when there is none."""
        return self._table.pair(self._row, self._column) if self.total else ""

    def show(self, table: SignTable, top: int = 0, link: int = 0, left: int = 0) -> None:
        """Show `table` from row `top` and column `left`, with the cursor in the cell `link`."""
        self._table = table
        link = min(max(0, link), max(0, self.total**2 - 1))
        self._row, self._column = divmod(link, self.total) if self.total else (0, 0)
        self._names = min(_WIDEST_NAME, max((cells(name.text) for name in table.names), default=0))
        self.top, self.left = top, left
        if self.size.height:
            self.top = max(0, min(top, self.total - self.view_height))
            self._reveal()
        self.repaint()

    # Drawing

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
        for column in range(self.left, min(self.total, self.left + self.columns)):
            sign = table.signs.get((index, column), "")
            glyph = _GLYPHS.get(sign) or (_SELF if index == column else _NOTHING)
            doubt = _DOUBT if (index, column) in table.doubtful else " "
            found.append(Segment(f" {glyph}{doubt}".ljust(cell), self._cell_style(index, column, sign)))
        return found

    def _cell_style(self, row: int, column: int, sign: str) -> Style:
        looks = self.looks
        ink = looks.style(_ROLES.get(sign, "rule"))
        if row == self._row and column == self._column:
            return looks.cursor(self.has_focus)
        if row == self._row or column == self._column:
            return ink + Style(bgcolor=looks.cursor(False).bgcolor)
        return ink

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
            head = f" {self._table.heads[number]} "
            style = looks.cursor(False) + Style(bold=True) if number == self._column else looks.style("label")
            found.append(Segment(head, style))
            used = start + cells(head)
        return found

    def draw_beyond(self, index: int, width: int) -> list[Segment]:
        """The words for a table without rows."""
        if self.total or index != 1:
            return []
        return segments((Span(f"  {self._table.empty}", "dim"),), width, self.looks)

    # The cursor

    def action_follow(self) -> None:
        """Open the pair in the cell of the cursor."""
        if self.target:
            self.post_message(self.Followed(self.target))

    def action_move(self, rows: int, columns: int) -> None:
        """To another cell."""
        self._go(self._row + rows, self._column + columns)

    def action_page(self, step: int) -> None:
        """A screen up or down."""
        self._go(self._row + step * max(1, self.view_height - 1), self._column)

    def action_edge(self, last: int) -> None:
        """To the first or the last cell."""
        end = self.total - 1 if last else 0
        self._go(end, end)

    def action_sign(self, step: int) -> None:
        """To the next or previous cell with a tie, in reading order, once around."""
        here, size = self.link, max(1, self.total**2)
        tied = [row * self.total + column for row, column in self._table.signs]
        if tied:
            nearest = min(tied, key=lambda cell: ((cell - here) * step - 1) % size)
            self._go(*divmod(nearest, self.total))

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor on a cell; a click on the lit one opens it."""
        row = self.top + event.y - self.above
        column = self.left + (event.x - self._before) // self._cell
        inside = self.above <= event.y < self.above + self.view_height and self._before <= event.x
        if not inside or event.x >= self.size.width - 1 or row >= self.total or column >= self.total:
            return
        if (row, column) == (self._row, self._column):
            self.action_follow()
        else:
            self._go(row, column)

    def _go(self, row: int, column: int) -> None:
        row = max(0, min(self.total - 1, row))
        column = max(0, min(self.total - 1, column))
        if not self.total or (row, column) == (self._row, self._column):
            return
        self._row, self._column = row, column
        self._reveal()
        self.repaint()
        self.post_message(self.Lit())

    def _reveal(self) -> None:
        self.show_line(self._row)
        if self._column < self.left:
            self.left = self._column
        elif self._column >= self.left + self.columns:
            self.left = self._column - self.columns + 1
        self.left = max(0, min(self.left, self.total - self.columns))

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        super().on_resize()
        self._reveal()

    def on_focus(self) -> None:
        """The cursor looks different with the focus."""
        self.repaint()

    def on_blur(self) -> None:
        """The cursor looks different without the focus."""
        self.repaint()
