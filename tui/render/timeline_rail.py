"""A vertical rail of points: with a column for dates at its left where there is room, and bare where there is not.

May not know what the points are.
"""

from __future__ import annotations

from itertools import zip_longest

from tui.pages.page import Span, TimelineEntry, joined
from tui.render.wrap import Links, Piece, Row, width_of, with_tail, wrap

_ROOMY = 64
"""From so many cells on `when` has a column of its own."""
_WHEN = 18
_LEAD = 2
_BARE = 16
"""Up to so many cells there is no rail, only the mark."""
_RAILS = {"solid": "│", "broken": "┆", "": " "}


def timeline_entry(block: TimelineEntry, width: int, links: Links) -> list[Row]:
    """One point, and the rail that leads on from it."""
    if width <= _BARE:
        mark = (Span(f"{block.mark.text} ", block.mark.role),) if block.mark.text.strip() else ()
        if block.when and not block.quiet:
            marked = block._replace(when=((*mark, *block.when[0]), *block.when[1:]))
        else:
            marked = block._replace(spans=(*mark, *block.spans))
        rows = _words(marked, width, links)
        return [*rows, *(wrap(block.gap, width, links) if block.gap else [])]
    if width < _ROOMY:
        left: list[Row] = []
        lead = _LEAD
    else:
        left = [row for part in block.when for row in wrap(part, _WHEN, links)]
        lead = _WHEN + 4
    right = _words(block, width - lead, links, beside=bool(left))
    rail = Piece(_RAILS[block.onward], "rule")
    rows = []
    onward = wrap(block.gap, width - lead, links) if block.onward else []
    space = _space(1 if lead == _LEAD else 2)
    rows = []
    for number, (one, two) in enumerate(zip_longest(left, [*right, *onward], fillvalue=())):
        on_rail = rail if number else Piece(block.mark.text, block.mark.role)
        rows.append((*_column(one, lead), on_rail, *((space, *two) if two else ())))
    return rows


def _words(block: TimelineEntry, width: int, links: Links, *, beside: bool = False) -> list[Row]:
    """What stands at the right of the rail; `beside`: `when` has its column and is not said again."""
    when = () if beside else joined(block.when, " · ")
    first = when and not block.quiet
    rows = wrap((*when, Span("\n"), *block.spans) if first else block.spans, width, links)
    below = block.below if first else joined((when, block.below), " · ")
    if not below:
        return with_tail(rows, block.tail, width, links)
    return [*rows, *with_tail(wrap(below, width, links), block.tail, width, links)]


def _column(row: Row, lead: int) -> Row:
    """The column at the left of the rail, its words against it."""
    if lead == _LEAD:
        return ()
    return (_space(_WHEN - width_of(row)), *row, _space(1))


def _space(count: int) -> Piece:
    return Piece(" " * max(0, count), "text")
