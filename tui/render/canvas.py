"""A picture put together of parts, each at a row and a column, and those beside somebody as such a part."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from tui.pages.side_blocks import Ally
from tui.render.allies import LEAST_NAME, ally_row, arm_width, name_size
from tui.render.columns import blank
from tui.render.lines import bend
from tui.render.wrap import Links, Piece, Row, width_of


class Canvas:
    """Rows of pieces, each placed at a column; what would overlap something, or stands out, does not fit."""

    def __init__(self, width: int) -> None:
        self.width = width
        self._rows: dict[int, list[tuple[int, Row]]] = defaultdict(list)
        self.fits = True

    def put(self, row: int, column: int, pieces: Row) -> None:
        """Place `pieces` so that they begin at `column`."""
        end = column + width_of(pieces)
        free = all(end <= start or start + width_of(there) <= column for start, there in self._rows[row])
        self.fits = self.fits and free and column >= 0 and end <= self.width
        self._rows[row].append((column, pieces))

    def rows(self) -> list[Row]:
        """The rows, with blanks between what is placed in them."""
        made: list[Row] = []
        for number in range(min(self._rows), max(self._rows) + 1):
            row: list[Piece] = []
            used = 0
            for column, pieces in sorted(self._rows[number], key=lambda each: each[0]):
                row += [*blank(column - used), *pieces]
                used = column + width_of(pieces)
            made.append(tuple(row))
        return made


class Beside(NamedTuple):
    """Those at the left (0) or the right (1) `side` of somebody.

    `rows`: the row of that name, and of the first of them. `columns`: where the name begins or ends, and from where the
    rail keeps its distance.
    """

    allies: Sequence[Ally]
    side: int
    rows: tuple[int, int]
    columns: tuple[int, int]


def put_beside(canvas: Canvas, part: Beside, longest: int, own: Links) -> None:
    """Place those beside a name, their lines, the rail that joins these, and the line from the rail to the name."""
    allies, side, (hub, first), (name, rail_from) = part
    if not allies:
        return
    last = first + len(allies) - 1
    widest = max((name_size(ally) for ally in allies if ally.bond or ally.signs), default=LEAST_NAME)
    shape = min(widest, longest), any(ally.bond and ally.bond.status.text for ally in allies)
    rail = rail_from + 2 if side else rail_from - 3
    line = (Piece("─" * (rail - name - 1 if side else name - 2 - rail), "rule"),)
    canvas.put(hub, name + 1 if side else rail + 1, line)
    for row in range(min(hub, first), max(hub, last) + 1):
        is_arm = first <= row <= last
        ends = (row == hub, is_arm) if side else (is_arm, row == hub)
        joint = bend(min(hub, first) < row, row < max(hub, last), *ends)
        canvas.put(row, rail, (Piece(joint, "rule"),))
        if is_arm:
            body = ally_row(allies[row - first], side, shape, own)
            canvas.put(row, rail + 1 if side else rail - arm_width(*shape), body)
