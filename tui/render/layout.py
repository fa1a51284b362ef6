"""A page as rows of a given width: the one description of how it looks, for the screen and for a pipe.

May not know Textual, nor which colour a role has.
"""

from __future__ import annotations

from typing import NamedTuple

from tui.pages.page import (
    Block,
    Entry,
    Facts,
    Fan,
    Grid,
    Page,
    Para,
    Quotation,
    Section,
    Span,
    Spans,
    Title,
    Versus,
)
from tui.render import drawings
from tui.render.wrap import NO_LINK, Links, Piece, Row, cells, width_of, wrap

MEASURE = 74
"""The widest a line of a page gets, in cells."""
ROWS = 20_000
"""The most rows of a page, or little more: one that is longer ends there and says so."""
_LABEL = 11
_EMPTY: Row = ()
_CUT = "The page ends here: there is more than can be shown. karabakh-tui list --format json prints all of it."


class Laid(NamedTuple):
    """A page laid out. `links[i]` is the target of link i, `spots[i]` its first row; `anchors`: name -> row."""

    rows: tuple[Row, ...]
    links: tuple[str, ...]
    spots: tuple[int, ...]
    anchors: dict[str, int]


def lay_out(page: Page, width: int) -> Laid:
    """`page` in rows of at most `min(width, MEASURE)` cells. Total for any width and any page."""
    width = max(1, min(width, MEASURE))
    links = Links()
    rows: list[Row] = []
    anchors: dict[str, int] = {}
    before: Block | None = None
    for block in page.blocks:
        if before is not None and _apart(before, block):
            rows.append(_EMPTY)
        if block.anchor:
            anchors[block.anchor] = len(rows)
        rows.extend(_rows(block, width, links))
        before = block
        if len(rows) >= ROWS:
            rows += [_EMPTY, *wrap((Span(_CUT, "dim"),), width, links)]
            break
    spots = [0] * len(links.targets)
    for number in range(len(rows) - 1, -1, -1):
        for piece in rows[number]:
            if piece.link != NO_LINK:
                spots[piece.link] = number
    return Laid(tuple(rows), tuple(links.targets), tuple(spots), anchors)


def _apart(before: Block, block: Block) -> bool:
    """Whether a blank row parts two blocks."""
    if isinstance(before, Section):
        return False
    if isinstance(before, Entry):
        if isinstance(block, Entry):
            return before.apart or block.apart
        return not (isinstance(block, Para) and block.indent)
    return True


def _rows(block: Block, width: int, links: Links) -> list[Row]:
    match block:
        case Title(spans, kind):
            return _with_tail(wrap(spans, width, links), kind, width, links)
        case Section(title, count):
            return _heading(title, count, width)
        case Para(spans, tail, indent):
            indent = indent if width > 20 else 0
            rows = _with_tail(wrap(spans, width - indent, links), tail, width - indent, links)
            return _indented(rows, indent)
        case Quotation(spans, marks):
            return _quotation(spans, marks, width, links)
        case Facts(facts, column):
            return _facts(facts, column, width, links)
        case Entry():
            return _entry(block, width, links)
        case Fan():
            return drawings.fan(block, width, links)
        case Grid():
            return drawings.grid(block, width, links)
        case Versus():
            return drawings.versus(block, width, links)


def _heading(title: str, count: int | None, width: int) -> list[Row]:
    shown = f" {count}" if count is not None else ""
    rows = wrap((Span(title, "label"), Span(shown, "dim")), width, Links())
    rest = width - width_of(rows[-1]) - 1
    if rest > 0:
        rows[-1] = (*rows[-1], Piece(" " + "─" * rest, "rule"))
    return rows


def _quotation(spans: Spans, marks: tuple[str, str], width: int, links: Links) -> list[Row]:
    marked = (Span(marks[0], "quote"), *spans, Span(marks[1], "quote"))
    lead = "  ▎ " if width > 24 else ""
    rows = wrap(marked, width - cells(lead) - (4 if width > 60 else 0), links)
    return [(Piece(lead, "bar"), *row) if lead else row for row in rows]


def _facts(facts: tuple[tuple[str, Spans], ...], least: int, width: int, links: Links) -> list[Row]:
    rows: list[Row] = []
    column = max(_LABEL, least, 2 + max((cells(label) for label, _ in facts), default=0))
    if width < column * 2 + 10:
        for label, spans in facts:
            if len(rows) >= ROWS:
                break
            rows.extend(wrap((Span(f"{label}: " if label else "", "label"), *spans), width, links))
        return rows
    for label, spans in facts:
        if len(rows) >= ROWS:
            break
        for number, row in enumerate(wrap(spans, width - column, links)):
            shown = label if not number else ""
            rows.append((Piece(shown + " " * (column - cells(shown)), "label"), *row))
    return rows


def _entry(entry: Entry, width: int, links: Links) -> list[Row]:
    lead = 2 if width > 16 else 0
    inner = width - lead
    marked = () if lead or not entry.mark.text.strip() else (Span(f"{entry.mark.text} ", entry.mark.role),)
    rows = wrap((*marked, *entry.spans), inner, links)
    if entry.below:
        rows += _with_tail(wrap(entry.below, inner, links), entry.tail, inner, links)
    else:
        rows = _with_tail(rows, entry.tail, inner, links)
    if not lead:
        return rows
    return [
        (Piece(f"{entry.mark.text} ", entry.mark.role) if not number else Piece("  ", "text"), *row)
        for number, row in enumerate(rows)
    ]


def _with_tail(rows: list[Row], tail: Spans, width: int, links: Links) -> list[Row]:
    """`tail` at the right edge of the last row, or on rows of its own when there is no room."""
    if not tail:
        return rows
    ends = wrap(tail, width, links)
    if len(ends) == 1:
        used, size = width_of(rows[-1]) if rows else 0, width_of(ends[0])
        if rows and used + 2 + size <= width:
            rows[-1] = (*rows[-1], Piece(" " * (width - used - size), "text"), *ends[0])
            return rows
    for end in ends:
        rows.append((Piece(" " * max(0, width - width_of(end)), "text"), *end))
    return rows


def _indented(rows: list[Row], indent: int) -> list[Row]:
    return [(Piece(" " * indent, "text"), *row) for row in rows] if indent else rows
