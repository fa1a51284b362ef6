"""A signed table of everybody against everybody, as plain values: what the matrix widget draws."""

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import NamedTuple

from tui.pages.page import Span, Spans
from tui.pages.views.registry import ego_view_id


class SignTable(NamedTuple):
    """Rows and columns are the same actors in the same order.

    `ids` are the actors. `names` stand before the rows, `labels` (distinct, at most three cells) over the
    columns. `signs` maps (row, column) to `+`, `-` or `~`, for (i, j) as for (j, i); pairs without a sign are absent.
    `marks` follow signs that are not simply reported, and the dot of pairs with unsettled ties only; `unreported` are
    the cells whose sign no source states in its own voice, `unsigned` those with ties that have no sign. `starts` are
    the rows at which a block of actors begins, `blocks` the names of each, the longest first. `title` and `counted`
    stand above the table, `legend` and `left_out` below; `empty` replaces a table without actors.
    """

    ids: tuple[str, ...]
    names: tuple[Span, ...]
    labels: tuple[str, ...]
    signs: Mapping[tuple[int, int], str]
    marks: Mapping[tuple[int, int], str] = MappingProxyType({})
    unreported: Collection[tuple[int, int]] = ()
    unsigned: Collection[tuple[int, int]] = frozenset()
    starts: tuple[int, ...] = ()
    blocks: tuple[tuple[str, ...], ...] = ()
    title: Spans = ()
    counted: Spans = ()
    legend: Spans = ()
    left_out: Spans = ()
    empty: str = ""

    def cell(self, row: int, column: int) -> str:
        """The id of a cell, whatever the order of the actors: `armenia:russia`."""
        return f"{self.ids[row]}:{self.ids[column]}"

    def find(self, cell: str) -> tuple[int, int] | None:
        """Row and column of the cell with this id; the diagonal where only one of its actors is left; else None."""
        places = [self.ids.index(actor) for actor in cell.split(":") if actor in self.ids]
        return (places[0], places[-1]) if places else None

    def view_id(self, row: int, column: int) -> str:
        """The view a cell opens: that of the pair, the actor of its row first, or on the diagonal that of the actor."""
        first, second = self.ids[row], self.ids[column]
        return ego_view_id(first) if row == column else f"pair:{first}:{second}"

    def cell_words(self, row: int, column: int) -> str:
        """What a cell is about, `Armenia and Russia`, or on the diagonal `ties of Armenia`."""
        first, second = self.names[row].text, self.names[column].text
        return f"ties of {first}" if row == column else f"{first} and {second}"
