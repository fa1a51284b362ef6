"""Lays out a page as rows of a given width, the same for the screen and for a pipe."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from tui.pages.page import (
    Bars,
    Block,
    BranchEntry,
    Comparison,
    CountStrip,
    CrossTable,
    EgoDiagram,
    Entry,
    Fields,
    Grid,
    Histogram,
    Page,
    Para,
    Picture,
    Quotation,
    Section,
    Span,
    Spans,
    TimelineEntry,
    Title,
    TriangleDiagram,
    TwoSides,
)
from tui.render.wrap import NO_LINK, Links, Piece, Row, cells, width_of, with_tail, with_tail_beside_words, wrap

MEASURE = 74
"""The widest line of a page, in cells."""
MAX_ROWS = 20_000
"""About the most rows of a page: a longer one ends there and says so."""
_GUTTER, _ASIDE = 4, 34
"""The cells between a page and what stands beside it, and the least width of that."""
_LABEL_WIDTH = 11
"""The least width of the column of labels, in cells."""
_BLANK_ROW: Row = ()
_CUT = "The page ends here: there is more than can be shown. karabakh-tui list --format json prints all of it."


class PageLayout(NamedTuple):
    """A page laid out. `links[i]` is the target of link i, `link_rows[i]` its first row; `anchors`: name -> row.

    `block_rows[i]` is the first row of block i; after those of the blocks that of a remark that the page is cut.
    `measure` is the most cells of a row.
    """

    rows: tuple[Row, ...]
    links: tuple[str, ...]
    link_rows: tuple[int, ...]
    anchors: dict[str, int]
    block_rows: tuple[int, ...] = ()
    measure: int = MEASURE


def measure_of(page: Page, width: int) -> int:
    """The width of the rows of `page` in `width` cells: wider than `MEASURE` where something fits beside it."""
    if page.aside and width >= MEASURE + _GUTTER + _ASIDE:
        return MEASURE + _GUTTER + min(MEASURE, width - MEASURE - _GUTTER)
    return max(1, min(width, MEASURE))


def lay_out(page: Page, width: int, height: int | None = None) -> PageLayout:
    """Lay out `page` in rows of at most `measure_of(page, width)` cells. Works for any width and any page.

    A page of more than `height` rows is laid out without the blank rows above its compact headings and around entries
    that are apart, and without those between its title, its paragraphs and its picture.
    """
    measure = measure_of(page, width)
    if measure > MEASURE:
        return _beside(page, measure, height)
    layout = _lay_out(page, width, compact=False)
    if height is not None and len(layout.rows) > height:
        return _lay_out(page, width, compact=True) if _has_compact_headings(page) else layout
    for aside in _beginnings(page.aside):
        whole = _lay_out(page._replace(blocks=(*page.blocks, *aside)), width, compact=False)
        if height is None or len(whole.rows) <= height:
            return whole
    return layout


def _beginnings(aside: tuple[Block, ...]) -> Iterator[tuple[Block, ...]]:
    """All sections beside a page, then all but the last one, and so on."""
    starts = [number for number, block in enumerate(aside) if isinstance(block, Section) and number]
    for end in (len(aside), *reversed(starts)):
        if end:
            yield aside[:end]


def depends_on_height(page: Page) -> bool:
    """Whether the layout of a page depends on the height of the view."""
    return bool(page.aside) or _has_compact_headings(page)


def _has_compact_headings(page: Page) -> bool:
    return any(isinstance(block, Section) and block.compact for block in page.blocks)


def _beside(page: Page, measure: int, height: int | None) -> PageLayout:
    """A page with what stands beside it at its right; that is read after the page, and has no anchors."""
    main = lay_out(page._replace(aside=()), MEASURE, height)
    width, most = measure - MEASURE - _GUTTER, max(height or 0, len(main.rows))
    for blocks in _beginnings(page.aside):
        aside = _lay_out(page._replace(blocks=blocks), width, compact=False)
        if height is None or len(aside.rows) <= most:
            break
    rows: list[Row] = []
    for number in range(max(len(main.rows), len(aside.rows))):
        row = main.rows[number] if number < len(main.rows) else ()
        beside = aside.rows[number] if number < len(aside.rows) else ()
        shift = len(main.links)
        if number < len(aside.rows):
            row = (*row, Piece(" " * (MEASURE - width_of(row)), "text"), Piece("  │ ", "rule"))
        rows.append((*row, *(piece._replace(link=piece.link + shift * (piece.link != NO_LINK)) for piece in beside)))
    links = (*main.links, *aside.links)
    link_rows = (*main.link_rows, *aside.link_rows)
    return PageLayout(tuple(rows), links, link_rows, main.anchors, main.block_rows, measure)


def _lay_out(page: Page, width: int, *, compact: bool) -> PageLayout:
    width = max(1, min(width, MEASURE))
    links = Links()
    rows: list[Row] = []
    anchors: dict[str, int] = {}
    block_rows: list[int] = []
    before: Block | None = None
    for block in page.blocks:
        if before is not None and _is_separated(before, block, compact=compact):
            rows.append(_BLANK_ROW)
        if block.anchor:
            anchors[block.anchor] = len(rows)
        block_rows.append(len(rows))
        rows.extend(_rows(block, width, links))
        before = block
        if len(rows) >= MAX_ROWS:
            block_rows.append(len(rows) + 1)
            rows += [_BLANK_ROW, *wrap((Span(_CUT, "dim"),), width, links)]
            break
    link_rows = [0] * len(links.targets)
    for number in range(len(rows) - 1, -1, -1):
        for piece in rows[number]:
            if piece.link != NO_LINK:
                link_rows[piece.link] = number
    return PageLayout(tuple(rows), tuple(links.targets), tuple(link_rows), anchors, tuple(block_rows))


def _is_separated(before: Block, block: Block, *, compact: bool) -> bool:
    """Whether a blank row separates two blocks; with `compact` none is above a compact heading or below the title."""
    if isinstance(before, Section):
        return False
    if compact and isinstance(block, Section) and block.compact:
        return isinstance(before, Title)
    is_head = isinstance(before, Title | Para) or _is_apart(before)
    if compact and is_head and (isinstance(block, Para | TwoSides) or _is_apart(block)):
        return False
    if isinstance(before, TimelineEntry) and isinstance(block, TimelineEntry):
        return not before.rail
    if isinstance(before, BranchEntry) and isinstance(block, BranchEntry):
        return block.joint == "root"
    if isinstance(before, Bars) and isinstance(block, Entry):
        return False
    if isinstance(before, Comparison):
        return not (isinstance(block, Para) and block.indent)
    if isinstance(before, Entry):
        if isinstance(block, Entry):
            return (before.apart or block.apart) and not compact
        return not (isinstance(block, Para) and block.indent)
    return True


def _is_apart(block: Block) -> bool:
    return isinstance(block, Entry) and block.apart


def _rows(block: Block, width: int, links: Links) -> list[Row]:
    match block:
        case Title():
            return _title(block, width, links)
        case Section():
            return _heading(block, width, links)
        case Para(spans, tail, indent):
            indent = indent if width > 20 else 0
            rows = with_tail(wrap(spans, width - indent, links), tail, width - indent, links)
            return _indented(rows, indent)
        case Quotation(spans, marks):
            return _quotation(spans, marks, width, links)
        case Fields():
            return _fields(block, width, links)
        case Entry():
            return _entry(block, width, links)
        case _:
            return _diagram(block, width, links)


def _diagram(
    block: TimelineEntry | BranchEntry | CountStrip | EgoDiagram | Grid | Comparison | TriangleDiagram | Picture,
    width: int,
    links: Links,
) -> list[Row]:
    """Rows of the blocks that few pages have, whose renderers are imported on first use to keep start-up fast."""
    match block:
        case TimelineEntry():
            rows, targets = _timeline_entry(block, width, len(links.targets))
            links.targets.extend(targets)
            return list(rows)
        case BranchEntry():
            from tui.render.branches import branch_entry

            return branch_entry(block, width, links)
        case CountStrip():
            from tui.render.count_strip import count_strip

            return count_strip(block, width, links)
        case EgoDiagram():
            from tui.render.ego_diagram import ego_diagram

            return ego_diagram(block, width, links)
        case Grid():
            from tui.render.grid import grid

            return grid(block, width, links)
        case Comparison():
            from tui.render.comparison import comparison

            return comparison(block, width, links)
        case TriangleDiagram():
            from tui.render.triangle_diagram import triangle_diagram

            drawn = triangle_diagram(block, width, links)
            return _twin(block, width, links) if drawn is None else drawn
        case TwoSides() | CrossTable() | Histogram() | Bars():
            rows_or_none = _picture(block, width, links)
            return _stacked(block.twin, width, links) if rows_or_none is None else rows_or_none


def _twin(block: Block, width: int, links: Links) -> list[Row]:
    """The rows of what a picture says as text."""
    from tui.pages.twins import twin

    return [row for same in twin(block) for row in _rows(same, width, links)]


def _picture(block: Picture, width: int, links: Links) -> list[Row] | None:
    """The rows of a picture that has a twin in words, for where there is no room for it: None."""
    match block:
        case TwoSides():
            from tui.render.two_sides import two_sides

            return two_sides(block, width, links)
        case CrossTable():
            from tui.render.cross_table import cross_table

            return cross_table(block, width, links)
        case Histogram():
            from tui.render.bars import histogram

            return histogram(block, width, links)
        case Bars():
            from tui.render.bars import bars

            return bars(block, width, links)


def _stacked(blocks: tuple[Block, ...], width: int, links: Links) -> list[Row]:
    """Blocks one below the other, with blank rows where there are some between blocks of a page."""
    rows: list[Row] = []
    before: Block | None = None
    for block in blocks:
        if before is not None and _is_separated(before, block, compact=False):
            rows.append(_BLANK_ROW)
        rows.extend(_rows(block, width, links))
        before = block
    return rows


@lru_cache(maxsize=2048)
def _timeline_entry(block: TimelineEntry, width: int, first_link: int) -> tuple[tuple[Row, ...], tuple[str, ...]]:
    """The rows of an entry and the targets of its links, of which the first is link `first_link` of the page.

    They are kept, because a timeline at another moment has the same entries but for a few.
    """
    from tui.render.timeline_rail import timeline_entry

    links = Links(first_link)
    return tuple(timeline_entry(block, width, links)), tuple(links.targets)


def _title(title: Title, width: int, links: Links) -> list[Row]:
    """What it is at the right of the name, then the id: beside it where there is room, else on a row of its own."""
    rows, name = wrap(title.spans, width, links), (Span(title.id, "dim"),)
    if not title.id:
        return with_tail(rows, title.kind, width, links)
    both = (*title.kind, Span("  " if title.kind else ""), *name)
    room = width - width_of(rows[-1]) - 2
    if _span_width(both) <= room or (_span_width(both) <= width and _span_width(title.kind) > room):
        return with_tail(rows, both, width, links)
    return with_tail(rows, title.kind, width, links) + with_tail([], name, width, links)


def _span_width(spans: Spans) -> int:
    return sum(cells(span.text) for span in spans)


def _heading(heading: Section, width: int, links: Links) -> list[Row]:
    number = f" {heading.number}" if heading.number is not None else ""
    note = (Span("  "), *heading.note) if heading.note else ()
    rows = wrap((Span(heading.title, "label", heading.link), Span(number, "dim"), *note), width, links)
    rest = width - width_of(rows[-1]) - 1
    if rest > 0:
        rows[-1] = (*rows[-1], Piece(" " + "─" * rest, "rule"))
    return rows


def _quotation(spans: Spans, marks: tuple[str, str], width: int, links: Links) -> list[Row]:
    marked = (Span(marks[0], "quote"), *spans, Span(marks[1], "quote"))
    lead = "  ▎ " if width > 24 else ""
    rows = wrap(marked, width - cells(lead) - (4 if width > 60 else 0), links)
    return [(Piece(lead, "bar"), *row) if lead else row for row in rows]


def _fields(fields: Fields, width: int, links: Links) -> list[Row]:
    rows: list[Row] = []
    column = max(_LABEL_WIDTH, fields.label_width, 2 + max((cells(label.text) for label in fields.labels), default=0))
    narrow = width < column * 2 + 10
    for label, (_, spans) in zip(fields.labels, fields.rows, strict=True):
        if len(rows) >= MAX_ROWS:
            break
        if narrow:
            colon = (Span(": ", label.role),) if label.text else ()
            number = len(links.targets) if label.link else NO_LINK
            rows.extend(_named(row, number) for row in wrap((label, *colon, *spans), width, links))
            continue
        lead = _label(label, column, links)
        for row in wrap(spans, width - column, links):
            rows.append((*lead, *row))
            lead = (Piece(" " * column, "label"),)
    return rows


def _named(row: Row, number: int) -> Row:
    """A row in which link `number`, if there is one, is the name of the row."""
    return row if number == NO_LINK else tuple(piece._replace(is_row_name=piece.link == number) for piece in row)


def _label(label: Span, column: int, links: Links) -> Row:
    number, padding = links.number(label), " " * (column - cells(label.text))
    if number == NO_LINK:
        return (Piece(label.text + padding, label.role),)
    return (Piece(label.text, label.role, number, is_row_name=True), Piece(padding, "text"))


def _entry(entry: Entry, width: int, links: Links) -> list[Row]:
    lead = 2 if width > 16 else 0
    inner = width - lead
    marked = () if lead or not entry.mark.text.strip() else (Span(f"{entry.mark.text} ", entry.mark.role),)
    rows = wrap((*marked, *entry.spans), inner, links)
    if entry.below:
        rows += with_tail(wrap(entry.below, inner, links), entry.tail, inner, links)
    else:
        rows = with_tail_beside_words(rows, entry.tail, inner, links)
    if not lead:
        return rows
    return [
        (Piece(f"{entry.mark.text} ", entry.mark.role) if not number else Piece("  ", "text"), *row)
        for number, row in enumerate(rows)
    ]


def _indented(rows: list[Row], indent: int) -> list[Row]:
    return [(Piece(" " * indent, "text"), *row) for row in rows] if indent else rows
