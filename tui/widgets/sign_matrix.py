"""A signed matrix with a cursor: names and headings stand still while the cells scroll. Knows no dossier.

The row and the column of the cursor are lit, and a line below says in words what its cell is.
"""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message

from tui.keys import MATRIX, bindings
from tui.pages.network.sign_table import SignTable
from tui.widgets.matrix_lines import MatrixLines

_WHEEL = 3


class SignMatrix(MatrixLines):
    """The cursor over the cells: by key, by click and by wheel, and what it leads to."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(MATRIX)]

    class Followed(Message):
        """A cell is to be opened."""

        def __init__(self, target: str) -> None:
            super().__init__()
            self.target = target

    class Lit(Message):
        """The cursor has come to another cell."""

    @property
    def link(self) -> int:
        """The cell of the cursor, as one number."""
        return self._row * self.total + self._column

    @property
    def part(self) -> str:
        """The pair at the cursor, by which its cell is found again in another table."""
        return self._table.cell(self._row, self._column) if self.total else ""

    @property
    def target(self) -> str:
        """The sheet that the cell of the cursor leads to, empty when there is none."""
        return self._table.pair(self._row, self._column) if self.total else ""

    def show(self, table: SignTable, top: int = 0, link: int = 0, left: int = 0, anchor: str = "") -> None:
        """Show `table` from row `top` and column `left`, the cursor at the pair `anchor` or else in cell `link`."""
        self._take(table)
        size = self.total
        numbered = divmod(min(max(0, link), size * size - 1), size) if size else (0, 0)
        self._row, self._column = table.find(anchor) or numbered
        self.top, self.left = top, left
        if self.size.height:
            self._fill()
            if (self._row, self._column) != numbered:
                self.reveal()
        self.repaint()

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

    def on_mouse_scroll_right(self, event: events.MouseScrollRight) -> None:
        """Three columns on."""
        event.stop()
        self._scroll_columns(_WHEEL)

    def on_mouse_scroll_left(self, event: events.MouseScrollLeft) -> None:
        """Three columns back."""
        event.stop()
        self._scroll_columns(-_WHEEL)

    def _scroll_columns(self, by: int) -> None:
        self.left += by
        self._fill()
        self.repaint()

    def _go(self, row: int, column: int) -> None:
        row = max(0, min(self.total - 1, row))
        column = max(0, min(self.total - 1, column))
        if not self.total or (row, column) == (self._row, self._column):
            return
        if self.holds(row, column):
            before, (self._row, self._column) = (self._row, self._column), (row, column)
            self.repaint_cursor(*before)
        else:
            with self.changing():
                self._row, self._column = row, column
                self.reveal()
                self.forget()
        self.screen.post_message(self.Lit())  # nothing on the way there listens

    def _fill(self) -> None:
        """Scroll back from beyond the last row and the last column."""
        self.top = max(0, min(self.top, self.total - self.view_height))
        self.left = max(0, min(self.left, self.total - self.columns))

    def reveal(self) -> None:
        """Bring the cell of the cursor into view."""
        self.show_line(self._row)
        if self._column < self.left:
            self.left = self._column
        elif self._column >= self.left + self.columns:
            self.left = self._column - self.columns + 1
        self._fill()

    def on_focus(self) -> None:
        """The cursor looks different with the focus."""
        self.repaint()

    def on_blur(self) -> None:
        """The cursor looks different without the focus."""
        self.repaint()
