"""A page as rows of a given width: the one description of how it looks, for the screen and for a pipe.

May not know Textual, nor which colour a role has.
"""

from __future__ import annotations

from typing import NamedTuple

from tui.pages.page import (
    Block,
    Comparison,
    EgoDiagram,
    Entry,
    Facts,
    Grid,
    Page,
    Para,
    Quotation,
    Section,
    Span,
    Spans,
    TimelineEntry,
    Title,
)
from tui.render.wrap import NO_LINK, Links, Piece, Row, cells, width_of, with_tail, wrap

MEASURE = 74
"""The widest a line of a page gets, in cells."""
ROWS = 20_000
"""The most rows of a page, or little more: one that is longer ends there and says so."""
_ROOMY = 60
"""Cells from which on there is room for asides."""
_LABEL = 11
_EMPTY: Row = ()
_CUT = "The page ends here: there is more than can be shown. karabakh-tui list --format json prints all of it."


class PageLayout(NamedTuple):
    """A page laid out. `links[i]` is the target of link i, `spots[i]` its first row; `anchors`: name -> row."""

    rows: tuple[Row, ...]
    links: tuple[str, ...]
    spots: tuple[int, ...]
    anchors: dict[str, int]


def lay_out(page: Page, width: int) -> PageLayout:
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
    return PageLayout(tuple(rows), tuple(links.targets), tuple(spots), anchors)


def _apart(before: Block, block: Block) -> bool:
    """Whether a blank row parts two blocks."""
    if isinstance(before, Section):
        return False
    if isinstance(before, TimelineEntry) and isinstance(block, TimelineEntry):
        return not before.onward
    if isinstance(before, Comparison):
        return not (isinstance(block, Para) and block.indent)
    if isinstance(before, Entry):
        if isinstance(block, Entry):
            return before.apart or block.apart
        return not (isinstance(block, Para) and block.indent)
    return True


def _rows(block: Block, width: int, links: Links) -> list[Row]:
    match block:
        case Title(spans, kind):
            return with_tail(wrap(spans, width, links), kind, width, links)
        case Section():
            return _heading(block, width, links)
        case Para(spans, tail, indent):
            indent = indent if width > 20 else 0
            rows = with_tail(wrap(spans, width - indent, links), tail, width - indent, links)
            return _indented(rows, indent)
        case Quotation(spans, marks):
            return _quotation(spans, marks, width, links)
        case Facts():
            return _facts(block, width, links)
        case Entry():
            return _entry(block, width, links)
        case _:
            return _drawn(block, width, links)


def _drawn(block: TimelineEntry | EgoDiagram | Grid | Comparison, width: int, links: Links) -> list[Row]:
    """Blocks that few pages have. What draws them is imported with the first of each: start-up does without."""
    match block:
        case TimelineEntry():
            from tui.render.timeline_rail import timeline_entry

            return timeline_entry(block, width, links)
        case EgoDiagram():
            from tui.render.ego_diagram import ego_diagram

            return ego_diagram(block, width, links)
        case Grid():
            from tui.render.grid import grid

            return grid(block, width, links)
        case Comparison():
            from tui.render.comparison import comparison

            return comparison(block, width, links)


def _heading(heading: Section, width: int, links: Links) -> list[Row]:
    shown = f" {heading.number}" if heading.number is not None else ""
    rows = wrap((Span(heading.title, "label", heading.link), Span(shown, "dim")), width, links)
    rest = width - width_of(rows[-1]) - 1
    if rest > 0:
        rows[-1] = (*rows[-1], Piece(" " + "─" * rest, "rule"))
    return rows


def _quotation(spans: Spans, marks: tuple[str, str], width: int, links: Links) -> list[Row]:
    marked = (Span(marks[0], "quote"), *spans, Span(marks[1], "quote"))
    lead = "  ▎ " if width > 24 else ""
    rows = wrap(marked, width - cells(lead) - (4 if width > 60 else 0), links)
    return [(Piece(lead, "bar"), *row) if lead else row for row in rows]


def _facts(facts: Facts, width: int, links: Links) -> list[Row]:
    rows: list[Row] = []
    column = max(_LABEL, facts.column, 2 + max((cells(label.text) for label in facts.labels), default=0))
    narrow = width < column * 2 + 10
    for label, (_, spans) in zip(facts.labels, facts.rows, strict=True):
        if len(rows) >= ROWS:
            break
        if narrow:
            colon = (Span(": ", label.role),) if label.text else ()
            rows.extend(wrap((label, *colon, *spans), width, links))
            continue
        lead = _label(label, column, links)
        for row in wrap(spans, width - column, links):
            rows.append((*lead, *row))
            lead = (Piece(" " * column, "label"),)
    return rows


def _label(label: Span, column: int, links: Links) -> Row:
    number, rest = links.number(label), " " * (column - cells(label.text))
    if number == NO_LINK:
        return (Piece(label.text + rest, label.role),)
    return (Piece(label.text, label.role, number), Piece(rest, "text"))


def _entry(entry: Entry, width: int, links: Links) -> list[Row]:
    lead = 2 if width > 16 else 0
    inner = width - lead
    marked = () if lead or not entry.mark.text.strip() else (Span(f"{entry.mark.text} ", entry.mark.role),)
    aside = entry.aside if width >= _ROOMY else ()
    rows = wrap((*marked, *entry.spans, *aside), inner, links)
    if entry.below:
        rows += with_tail(wrap(entry.below, inner, links), entry.tail, inner, links)
    else:
        rows = with_tail(rows, entry.tail, inner, links)
    if not lead:
        return rows
    return [
        (Piece(f"{entry.mark.text} ", entry.mark.role) if not number else Piece("  ", "text"), *row)
        for number, row in enumerate(rows)
    ]


def _indented(rows: list[Row], indent: int) -> list[Row]:
    return [(Piece(" " * indent, "text"), *row) for row in rows] if indent else rows
