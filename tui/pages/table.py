"""A signed table of everybody against everybody, as plain values: what a matrix widget and its text twin draw."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tui.pages.page import Span


class SignTable(NamedTuple):
    """Rows and columns are the same actors in the same order.

    `names` stand before the rows, `heads` (at most `HEAD` cells each, no two alike) over the columns. `signs` maps
    (row, column) to `+`, `-` or `~`; it holds both (i, j) and (j, i), and no pair without a tie. `ids` name the actors.
    """

    ids: tuple[str, ...]
    names: tuple[Span, ...]
    heads: tuple[str, ...]
    signs: Mapping[tuple[int, int], str]

    def pair(self, row: int, column: int) -> str:
        """The sheet of the pair at a cell, that of the actor's own ties on the diagonal."""
        one, other = self.ids[row], self.ids[column]
        return f"ego:{one}" if row == column else f"pair:{one}:{other}"


HEAD = 3
"""The most cells of a heading."""
