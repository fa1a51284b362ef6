"""Entries on a vertical rail, with a column of dates to its left where there is room for one."""

from __future__ import annotations

from itertools import zip_longest

from tui.pages.page import Span, joined
from tui.pages.timeline_blocks import TimelineEntry
from tui.render.wrap import Links, Piece, Row, as_row_name, width_of, with_tail, wrap, wrap_above_tail

_DATES_FROM = 64
"""The least width, in cells, at which dates have a column of their own."""
_DATES = 18
"""The width of that column, in cells."""
_LEAD = 2
"""The width of the rail without it, in cells."""
_NO_RAIL = 16
"""Up to this width, in cells, there is only the mark."""
_RAILS = {"solid": "│", "broken": "┆", "": " "}


def timeline_entry(block: TimelineEntry, width: int, links: Links) -> list[Row]:
    """One entry, and the rail that leads to the next."""
    if width <= _NO_RAIL:
        mark = (Span(f"{block.mark.text} ", block.mark.role),) if block.mark.text.strip() else ()
        if block.when and not block.quiet:
            marked = block._replace(when=((*mark, *block.when[0]), *block.when[1:]))
        else:
            marked = block._replace(spans=(*mark, *block.spans))
        rows = _words(marked, width, links)
        return [*rows, *(wrap(block.gap, width, links) if block.gap else [])]
    if width < _DATES_FROM:
        left: list[Row] = []
        lead = _LEAD
    else:
        left = [row for part in block.when for row in wrap(part, _DATES, links)]
        lead = _DATES + 4
    right = _words(block, width - lead, links, beside=bool(left))
    rail = Piece(_RAILS[block.rail], "rule")
    has_gap = block.rail and (block.gap or not block.compact)
    gap = wrap(block.gap, width - lead, links) if has_gap else []
    beside = len(right) + len(gap)
    if block.rail and (len(left) > beside or (len(left) == beside and not block.compact)):
        left = [*left, ()]  # so that the date of the next entry does not go on that of this one
    space = _space(1 if lead == _LEAD else 2)
    rows = []
    for number, (date, words) in enumerate(zip_longest(left, [*right, *gap], fillvalue=())):
        on_rail = rail if number else Piece(block.mark.text, block.mark.role)
        rows.append((*_column(date, lead), on_rail, *((space, *words) if words else ())))
    return rows


def _words(block: TimelineEntry, width: int, links: Links, *, beside: bool = False) -> list[Row]:
    """The text right of the rail; with `beside`, `when` is in its own column and not repeated."""
    when = () if beside else joined(block.when, " · ")
    first = when and not block.quiet
    below = block.below if first else joined((when, block.below), " · ")
    title = (*when, Span("\n"), *block.spans) if first else block.spans
    rows = list(map(as_row_name, wrap_above_tail(title, () if below else block.tail, width, links)))
    if not below:
        return with_tail(rows, block.tail, width, links)
    return [*rows, *with_tail(wrap(below, width, links), block.tail, width, links)]


def _column(row: Row, lead: int) -> Row:
    """The column left of the rail, aligned to it."""
    if lead == _LEAD:
        return ()
    return (_space(_DATES - width_of(row)), *row, _space(1))


def _space(count: int) -> Piece:
    return Piece(" " * max(0, count), "text")
