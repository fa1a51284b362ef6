"""A signed table of everybody against everybody, as plain values: what a matrix widget and its text twin draw."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tui.pages.page import Span, Spans


class SignTable(NamedTuple):
    """Rows and columns are the same actors in the same order.

    `names` stand before the rows, `labels` (at most `LABEL_WIDTH` cells, no two alike) over the columns. `signs` maps
    (row, column) to `+`, `-` or `~`; it holds both (i, j) and (j, i), and no pair without a tie. Those in `unsettled`
    rest on unsettled ties only. `starts`: the places at which a group begins. `ids` name the actors. `title` and
    `counted` stand above, `legend` and `left_out` below; `empty` is said when there are no actors.
    """

    ids: tuple[str, ...]
    names: tuple[Span, ...]
    labels: tuple[str, ...]
    signs: Mapping[tuple[int, int], str]
    unsettled: frozenset[tuple[int, int]] = frozenset()
    starts: tuple[int, ...] = ()
    title: Spans = ()
    counted: Spans = ()
    legend: Spans = ()
    left_out: Spans = ()
    empty: str = ""

    def cell(self, row: int, column: int) -> str:
        """What a cell is called whatever the order of the actors: `armenia:russia`."""
        return f"{self.ids[row]}:{self.ids[column]}"

    def find(self, cell: str) -> tuple[int, int] | None:
        """Row and column of the cell called so; where only one of its actors is left, that actor's own; else None."""
        found = [self.ids.index(one) for one in cell.split(":") if one in self.ids]
        return (found[0], found[-1]) if found else None

    def pair(self, row: int, column: int) -> str:
        """The sheet of the pair at a cell, that of the actor's own ties on the diagonal."""
        one, other = self.ids[row], self.ids[column]
        return f"ego:{one}" if row == column else f"pair:{one}:{other}"


LABEL_WIDTH = 3
"""The most cells of a heading."""
