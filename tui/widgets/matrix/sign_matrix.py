"""A signed matrix with a cursor: names and headings stay in place while the cells scroll.

The row and the column of the cursor are highlighted, and the lines below the legend describe its cell in words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.message import Message

from tui.key_groups import bindings
from tui.keys import MATRIX
from tui.pages.network.sign_table import SignTable
from tui.pages.page import Span, Spans
from tui.widgets.line_widget import LineWidget, fixed_index
from tui.widgets.matrix.drawing import CellStyles, MatrixDrawing, View
from tui.widgets.matrix.geometry import BORDER, MatrixGeometry
from tui.widgets.spans_to_segments import spans_to_segments

_WHEEL_COLUMNS = 3


class SignMatrix(LineWidget):
    """A `SignTable` from line `top` and column `left` on; a line is a row or a border between two.

    `describe_cell` describes the cell at a row and a column in at most so many lines. `moved` is called when the cursor
    is in another cell: what it changes elsewhere is painted at once with the matrix.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(MATRIX)]
    DEFAULT_CSS = "SignMatrix { background: $background; }"
    ALLOW_SELECT = False

    class Followed(Message):
        """A cell was chosen to be opened."""

        def __init__(self, target: str) -> None:
            super().__init__()
            self.target = target

    class CellSelected(Message):
        """The cursor was moved to another cell."""

    def __init__(
        self,
        describe_cell: Callable[[int, int, int], list[Spans]],
        moved: Callable[[], object] = lambda: None,
        *,
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self.describe_cell = describe_cell
        self._moved = moved
        self.left = 0
        self._table = SignTable((), (), (), {})
        self._tells_ties = True
        self._row = self._column = 0
        self._drawing: MatrixDrawing | None = None
        self._repainted: tuple[tuple[int, int], frozenset[int]] | None = None
        """While the cursor moves to another column: the cells that change, and the lines that change as a whole."""
        self._cell_styles: dict[tuple[bool, bool], CellStyles] = {}
        self._update_geometry()

    def _update_geometry(self) -> None:
        self.geometry = MatrixGeometry(self._table, self.area, tells_ties=self._tells_ties)
        self.header_height, self.footer_height = self.geometry.header_height, self.geometry.footer_height

    @property
    def tells_ties(self) -> bool:
        """Whether the ties of the pair at the cursor have lines below; no where they are shown beside the matrix."""
        return self._tells_ties

    @tells_ties.setter
    def tells_ties(self, tells_ties: bool) -> None:
        if tells_ties != self._tells_ties:
            self._tells_ties = tells_ties
            self._update_geometry()
            self._reveal_cursor()
            self.redraw()

    @property
    def total(self) -> int:
        """How many lines there are: rows, and borders between them."""
        return len(self.geometry.lines)

    @property
    def actors(self) -> int:
        """How many rows there are, and how many columns."""
        return len(self._table.ids)

    @property
    def link(self) -> int:
        """The cell of the cursor, as one number."""
        return self._row * self.actors + self._column

    @property
    def pair(self) -> str:
        """The pair at the cursor, which identifies its cell in another table."""
        return self._table.cell(self._row, self._column) if self.actors else ""

    @property
    def target(self) -> str:
        """The view that the cell of the cursor leads to, empty when there is none."""
        return self._table.view_id(self._row, self._column) if self.actors else ""

    @property
    def target_words(self) -> str:
        """What the cell of the cursor leads to, in words: `Selected cell: ties of Armenia`."""
        return f"Selected cell: {self._table.cell_words(self._row, self._column)}" if self.actors else ""

    @property
    def has_unreported(self) -> bool:
        """Whether there is a sign that no source states in its own voice, and so cells that are filled less."""
        return bool(self._table.unreported)

    @property
    def legend(self) -> Spans:
        """The words below the table on its signs, marks and cells."""
        return self._table.legend

    @property
    def told(self) -> list[Spans]:
        """The words below the table on the cell of the cursor, line by line."""
        return self.describe_cell(self._row, self._column, self.geometry.pair_lines) if self.actors else []

    def neighbours(self) -> list[str]:
        """The views that the cells right after, below, before and above the cursor lead to."""
        size, row, column = self.actors, self._row, self._column
        around = ((row, column + 1), (row + 1, column), (row, column - 1), (row - 1, column))
        return [self._table.view_id(*cell) for cell in around if all(0 <= place < size for place in cell)]

    def show(self, table: SignTable, top: int = 0, link: int = 0, left: int = 0, pair: str = "") -> None:
        """Show `table` from row `top` and column `left`, with the cursor on `pair`, or else on cell `link`."""
        self._table = table
        self._update_geometry()
        size = self.actors
        requested = divmod(min(max(0, link), size * size - 1), size) if size else (0, 0)
        self._row, self._column = table.find(pair) or requested
        self.top, self.left = top, left
        if self.area.height:
            self._clamp()
            if (self._row, self._column) != requested:
                self._reveal_cursor()
        self.redraw()

    def resized(self, previous: Size) -> None:
        """Keep the cell of the cursor in view."""
        self._update_geometry()
        self._reveal_cursor()

    # Drawing

    def forget_strips(self) -> None:
        """Drop all drawn lines."""
        super().forget_strips()
        self._drawing = None

    def notify_style_update(self) -> None:
        """Forget the styles of the previous theme."""
        self._cell_styles = {}
        super().notify_style_update()

    @property
    def _current(self) -> MatrixDrawing:
        cursor, focused = (self._row, self._column), self.has_focus
        drawing = self._drawing
        if drawing is None or (drawing.cursor, drawing.focused) != (cursor, focused):
            self._drawing = drawing = MatrixDrawing(
                self._table,
                self.geometry,
                self.role_styles,
                self.left,
                cursor,
                focused,
                partial(self.describe_cell, *cursor),
                self._cell_styles,
            )
        return drawing

    def draw(self, index: int, width: int) -> list[Segment]:
        """A row with its name and a cell for each column in view, or a border."""
        return self._current.line(index)

    def draw_fixed(self, number: int, width: int) -> list[Segment]:
        """Title, names of blocks and headings above; below, the legend and the cursor's cell in words."""
        return self._current.fixed_line(number, width, View(self.left, self.top, self.visible_height))

    def draw_beyond(self, index: int, width: int) -> list[Segment]:
        """The text of a table without rows."""
        if self.total or index != 1:
            return []
        return spans_to_segments((Span(f"  {self._table.empty}", "dim"),), width, self.role_styles)

    def on_focus(self) -> None:
        """Show the cursor as focused."""
        self.redraw()

    def on_blur(self) -> None:
        """Show the cursor as not focused."""
        self.redraw()

    # The cursor

    def action_follow(self) -> None:
        """Open the pair in the cell of the cursor."""
        if self.target:
            self.post_message(self.Followed(self.target))

    def action_move(self, rows: int, columns: int) -> None:
        """Move to another cell."""
        self._move_to(self._row + rows, self._column + columns)

    def action_page(self, step: int) -> None:
        """Move a screen up or down."""
        self._move_to(self._row + step * max(1, self.visible_height - 1), self._column)

    def action_edge(self, last: int) -> None:
        """Move to the first or the last cell."""
        end = self.actors - 1 if last else 0
        self._move_to(end, end)

    def action_sign(self, step: int) -> None:
        """Move to the next or previous cell with a tie, in reading order, wrapping around."""
        cell, size = self.link, max(1, self.actors**2)
        tied = [row * self.actors + column for row, column in self._table.signs]
        if tied:
            nearest = min(tied, key=lambda number: ((number - cell) * step - 1) % size)
            self._move_to(*divmod(nearest, self.actors))

    def _move_to(self, row: int, column: int) -> None:
        row = max(0, min(self.actors - 1, row))
        column = max(0, min(self.actors - 1, column))
        if not self.actors or (row, column) == (self._row, self._column):
            return
        with self.updating():
            left, top = self.left, self.top
            lines = [*self.geometry.lines_of(self._row), *self.geometry.lines_of(row)]
            columns = self._column, column
            self._row, self._column = row, column
            self._reveal_cursor()
            if columns[0] == column and self.left == left:
                self.forget_lines(*lines, *self._fixed_lines)
            else:
                self.forget_strips()
                if (self.left, self.top) == (left, top):
                    self._repainted = self._between(*sorted(columns)), frozenset(lines)
        self._repainted = None
        self._moved()
        # Sent to the screen directly: no widget in between handles it, and each would cost a turn of the event loop.
        self.screen.post_message(self.CellSelected())

    def _between(self, first: int, last: int) -> tuple[int, int]:
        """Where the cells and the headings from one column to another begin, and how wide they are."""
        geometry = self.geometry
        start = geometry.offset(first, self.left)
        end = geometry.offset(last, self.left) + geometry.cell + geometry.heading_width
        return geometry.names_width + start, end - start

    def changed_region(self, y: int) -> Region:
        """Of rows that the cursor does not leave or enter, and of headings, only the columns that it does."""
        region = super().changed_region(y)
        footer = self.area.height - self.footer_height
        if self._repainted is None or y < 2 or y >= footer:
            return region
        (start, width), lines = self._repainted
        if y >= self.header_height and self.top + y - self.header_height in lines:
            return region
        return region.intersection(Region(start, y, width, 1))

    @property
    def _fixed_lines(self) -> Iterable[int]:
        """The indexes of the lines above and below the cells."""
        return map(fixed_index, range(self.header_height + self.footer_height))

    def _reveal_cursor(self) -> None:
        if self.actors:
            self.reveal_line(self.geometry.line_of[self._row])
        if self._column < self.left:
            self.left = self._column
        elif not self.geometry.fits(self._column, self.left):
            self.left = self.geometry.first_left(self._column)
        self._clamp()

    def _clamp(self) -> None:
        """Scroll back from beyond the last row and the last column."""
        self.top = self._clamped(self.top)
        self.left = max(0, min(self.left, self.geometry.last_left))

    def scroll_to_line(self, top: int) -> None:
        """As for every widget of lines; the lines that say how many rows there are beyond the view change too."""
        with self.updating():
            super().scroll_to_line(top)
            self.forget_lines(*self._fixed_lines)

    # Mouse

    def on_click(self, event: events.Click) -> None:
        """Select a cell; a click on the selected one opens it."""
        line = self.top + event.y - self.header_height
        in_height = self.header_height <= event.y < self.header_height + self.visible_height
        row = self.geometry.lines[line] if in_height and line < self.total else BORDER
        column = self.geometry.column_at(event.x, self.left) if row != BORDER else None
        if column is None:
            return
        if (row, column) == (self._row, self._column):
            self.action_follow()
        else:
            self._move_to(row, column)

    def on_mouse_scroll_right(self, event: events.MouseScrollRight) -> None:
        """Scroll three columns to the right."""
        event.stop()
        self._scroll_columns(_WHEEL_COLUMNS)

    def on_mouse_scroll_left(self, event: events.MouseScrollLeft) -> None:
        """Scroll three columns to the left."""
        event.stop()
        self._scroll_columns(-_WHEEL_COLUMNS)

    def _scroll_columns(self, columns: int) -> None:
        self.left += columns
        self._clamp()
        self.redraw()
