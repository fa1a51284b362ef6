"""Diagrams of actors and tables of what they do and say, as data."""

from typing import NamedTuple

from tui.pages.page import LineStyle, Span, Spans

_NAMES = 40
"""The cells that the names of rows have at most where a table is as wide as it needs."""


class Arm(NamedTuple):
    """One arm of an ego diagram: the actor at its end, and the ties that put it there.

    Its `line` is that of the firmest of these; `status` is the glyph on a line that is not whole.
    """

    end: Span
    words: Spans
    line: LineStyle = "whole"
    status: Span = Span("")


class EgoDiagram(NamedTuple):
    """One actor in the centre, those against it on the left, those with it on the right, each side under its title."""

    centre: Span
    left: tuple[Arm, ...]
    right: tuple[Arm, ...]
    titles: tuple[str, str] = ("against", "with")
    anchor: str = ""


class Grid(NamedTuple):
    """A table of narrow cells, each `cell` cells wide; each row is a name and its cells.

    Columns that do not fit side by side continue in another table below, with the names repeated. `borders` are the
    numbers of the rows and columns before which a line is drawn, `row_borders` those of rows alone.
    """

    column_labels: Spans
    rows: tuple[tuple[Span, Spans], ...]
    cell: int
    anchor: str = ""
    borders: tuple[int, ...] = ()
    row_borders: tuple[int, ...] = ()

    @property
    def width(self) -> int:
        """The cells that it needs to have all columns side by side."""
        longest = max((len(name.text) for name, _ in self.rows), default=0)
        return min(longest, _NAMES) + 1 + self.cell * len(self.column_labels) + len(self.borders)


class Comparison(NamedTuple):
    """Versions of one matter side by side, each a heading (who) and a text; one below the other where it is narrow.

    With `of_names` the texts are lists of names, for which columns may be narrow.
    """

    versions: tuple[tuple[Spans, Spans], ...]
    anchor: str = ""
    of_names: bool = False


class Side(NamedTuple):
    """One side of a triangle: the sign of its two actors, what joins them, and how its line is drawn."""

    sign: Span
    ties: tuple[Spans, ...]
    line: LineStyle = "whole"


class TriangleDiagram(NamedTuple):
    """Three actors as a triangle: its `corners` at the top, left and right, its `sides` in the order of the pairs.

    These are top and left, top and right, left and right. `mark` is in the middle. `legend`, below, explains the glyphs
    that are used.
    """

    corners: tuple[Span, Span, Span]
    sides: tuple[Side, Side, Side]
    mark: Span = Span("")
    legend: Spans = ()
    anchor: str = ""


DiagramBlock = EgoDiagram | Grid | Comparison | TriangleDiagram
