"""Lays out a page as rows of a given width, the same for the screen and for a pipe."""

from collections.abc import Iterable
from functools import partial
from itertools import pairwise, takewhile
from typing import NamedTuple

from tui.pages.chart_blocks import Bars, ChartBlock, CrossTable, Histogram
from tui.pages.page import Addition, Block, Entry, Fields, Page, Para, Quotation, Section, Span, Title
from tui.pages.side_blocks import OneSide, SideBlock, ThreeSides, TwoSides
from tui.render.text_blocks import (
    MAX_ROWS,
    ends_apart,
    entry_rows,
    fields_rows,
    heading_rows,
    indented,
    quotation_rows,
    title_rows,
)
from tui.render.wrap import NO_LINK, Links, Row, with_tail, wrap

MEASURE = 74
"""The widest line of a page, in cells."""
_WIDE, _MUCH_WIDER = 116, 90
"""The widest line of a page in columns, and the least room in which its lines are longer than others, in cells."""
GUTTER, _ASIDE = 4, 34
"""The cells between a page and what stands beside it, and the least width of that."""
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
    """The width of the rows of `page` in `width` cells.

    It is more than `MEASURE` where something fits beside the page, and for one in columns or with a wide table where
    there is room.
    """
    if page.table_width > MEASURE:
        return max(1, min(width, page.table_width))
    if page.in_columns and width >= _MUCH_WIDER:
        return min(width, _WIDE)
    if page.aside and width >= MEASURE + GUTTER + _ASIDE:
        return MEASURE + GUTTER + min(MEASURE, width - MEASURE - GUTTER)
    return max(1, min(width, MEASURE))


def lay_out(page: Page, width: int, height: int | None = None) -> PageLayout:
    """Lay out `page` in rows of at most `measure_of(page, width)` cells. Works for any width and any page.

    A page of more than `height` rows is laid out without the blank rows above its compact headings and around entries
    that are apart, and without those between its title, its paragraphs and its picture, but for one above a picture
    under an entry unless the page fits only without it. What is below its compact entries and their cites are left out
    where the page fits without them, in those sections for which no rows are free: the cites before what is below.
    """
    measure = measure_of(page, width)
    if page.in_columns or page.table_width:
        return lay_out_blocks(page, measure)
    if measure > MEASURE:
        from tui.render.beside import lay_out_beside

        return lay_out_beside(page, measure, height)
    layout = lay_out_blocks(page, measure)
    if height is not None and len(layout.rows) > height:
        return _compact(page, measure, height) if _has_compact_headings(page) else layout
    additions = page.additions if height is not None else ()
    first = next((number for number, addition in enumerate(additions) if addition.beside), len(additions))
    later = (addition for addition in additions[first:] if page.aside or not addition.beside)
    return filled(page, (*additions[:first], *_sections(page), *later), layout, measure, height)


def _compact(page: Page, width: int, height: int) -> PageLayout:
    layout = lay_out_blocks(page, width, compact=True)
    uncited = page._replace(blocks=tuple(map(_without_cites, page.blocks)))
    brief = page._replace(blocks=tuple(map(_without_below, uncited.blocks)))
    if len(layout.rows) > height and brief != page:
        shortest = lay_out_blocks(brief, width, compact=True)
        if len(shortest.rows) <= height:
            brief, layout = _lengthened(brief, shortest, uncited, width, height)
            brief, layout = _lengthened(brief, layout, page, width, height)
    at = _picture_under_entry(page)
    if at and len(layout.rows) != height:
        return _with_blank_row(layout, layout.block_rows[at])
    return layout


def _lengthened(brief: Page, layout: PageLayout, page: Page, width: int, height: int) -> tuple[Page, PageLayout]:
    """A brief page with those sections as they are in `page` for which there are rows, the first first."""
    starts = [number for number, block in enumerate(page.blocks) if isinstance(block, Section)]
    for start, end in pairwise([0, *starts, len(page.blocks)]):
        if brief.blocks[start:end] != page.blocks[start:end]:
            blocks = (*brief.blocks[:start], *page.blocks[start:end], *brief.blocks[end:])
            longer = lay_out_blocks(page._replace(blocks=blocks), width, compact=True)
            if len(longer.rows) <= height:
                brief, layout = page._replace(blocks=blocks), longer
    return brief, layout


def _picture_under_entry(page: Page) -> int:
    """The block that is a picture right under an entry that is apart; 0 for none."""
    pairs = enumerate(pairwise(page.blocks), 1)
    return next((number for number, (before, block) in pairs if _is_apart(before) and _is_picture(block)), 0)


def _with_blank_row(layout: PageLayout, at: int) -> PageLayout:
    """A layout with one more blank row before row `at`."""
    return layout._replace(
        rows=(*layout.rows[:at], _BLANK_ROW, *layout.rows[at:]),
        link_rows=tuple(row + (row >= at) for row in layout.link_rows),
        anchors={name: row + (row >= at) for name, row in layout.anchors.items()},
        block_rows=tuple(row + (row >= at) for row in layout.block_rows),
    )


def _without_below(block: Block) -> Block:
    return block._replace(below=()) if isinstance(block, Entry) and block.compact else block


def _without_cites(block: Block) -> Block:
    """A compact entry without the cites that its tail ends with, and what parts them from the words before."""
    if not isinstance(block, Entry) or not block.compact:
        return block
    words = tuple(takewhile(lambda span: span.role != "cite", block.tail))
    return block._replace(tail=words[:-1]) if len(words) < len(block.tail) else block


class _Added(NamedTuple):
    """An addition that is shown, with its blocks and how many rows these take by themselves."""

    addition: Addition
    blocks: tuple[Block, ...]
    rows: int


def filled(page: Page, additions: Iterable[Addition], layout: PageLayout, width: int, height: int | None) -> PageLayout:
    """A page with those of `additions` for all of which there is room, the first first; `layout` is it without any.

    Blocks are made, and laid out by themselves, only where at least so many rows are left as they take.
    """
    shown: list[_Added] = []
    free = MAX_ROWS if height is None else height - len(layout.rows)
    for addition in additions:
        same = [each for each in shown if addition.name and each.addition.name == addition.name]
        if free < addition.least or not (blocks := addition.make()):
            continue
        rows_there = same[0].rows if same else rows_of_blocks(layout, addition.start, addition.end)
        lead = page.lead if page.lead is not None and addition.end <= page.lead.blocks else None
        rows = len(lay_out_blocks(Page("", blocks, lead=lead), width).rows) if height is not None else 0
        blank = addition.start == addition.end and not same and bool(layout.rows or shown)
        if rows + blank <= free + rows_there:
            free -= (rows + blank - rows_there) if height is not None else 0
            shown = [*(each for each in shown if each not in same), _Added(addition, blocks, rows)]
    while shown:
        whole = lay_out_blocks(page._replace(blocks=_with(page.blocks, shown)), width)
        if height is None or len(whole.rows) <= height:
            return whole
        shown.pop()
    return layout


def rows_of_blocks(layout: PageLayout, start: int, end: int) -> int:
    """The rows of the blocks from `start` up to `end`, without a blank row after them."""
    if start == end:
        return 0
    first, last = (*layout.block_rows, len(layout.rows))[start : end + 1 : end - start]
    return last - first - (last < len(layout.rows) and not layout.rows[last - 1])


def _with(blocks: tuple[Block, ...], shown: Iterable[_Added]) -> tuple[Block, ...]:
    """Blocks with what is shown besides, in its place; what is inserted in one place is in the order given."""
    found = list(blocks)
    for addition, added, _ in sorted(shown, key=lambda each: each.addition.start)[::-1]:
        found[addition.start : addition.end] = added
    return tuple(found)


def _sections(page: Page) -> list[Addition]:
    """What stands beside a page, section by section, as additions at its end."""
    at = len(page.blocks)
    return [Addition(at, at, partial(tuple, page.aside[start:end])) for start, end in spans_of_sections(page.aside)]


def spans_of_sections(blocks: tuple[Block, ...]) -> list[tuple[int, int]]:
    """Where sections begin and end."""
    starts = [number for number, block in enumerate(blocks) if isinstance(block, Section) and number]
    return list(pairwise([0, *starts, len(blocks)])) if blocks else []


def depends_on_height(page: Page) -> bool:
    """Whether the layout of a page depends on the height of the view."""
    return bool(page.aside or page.additions) or _has_compact_headings(page)


def _has_compact_headings(page: Page) -> bool:
    return any(map(_is_compact_heading, page.blocks))


def _is_compact_heading(block: Block) -> bool:
    heading = block.heading if isinstance(block, CrossTable) else block
    return isinstance(heading, Section) and heading.compact


def lay_out_blocks(page: Page, width: int, *, compact: bool = False) -> PageLayout:
    """Lay out the blocks of a page one below the other, without what stands beside them and without additions."""
    links = Links()
    rows: list[Row] = []
    anchors: dict[str, int] = {}
    block_rows: list[int] = []
    before: Block | None = None
    is_apart = False
    wide = page.lead.blocks if page.lead is not None and page.lead.width else 0
    for number, block in enumerate(page.blocks):
        if before is not None and _is_separated(before, block, compact=compact) and not is_apart:
            rows.append(_BLANK_ROW)
        if block.anchor:
            anchors[block.anchor] = len(rows)
        block_rows.append(len(rows))
        room = page.lead.width if page.lead is not None and number < wide else width
        made = _rows(block, room if _is_wide(block, page) else min(room, MEASURE), links)
        rows.extend(made)
        before, is_apart = block, isinstance(block, Title) and ends_apart(block, len(made), room)
        if len(rows) >= MAX_ROWS:
            block_rows.append(len(rows) + 1)
            rows += [_BLANK_ROW, *wrap((Span(_CUT, "dim"),), width, links)]
            break
    link_rows = [0] * len(links.targets)
    for number in range(len(rows) - 1, -1, -1):
        for piece in rows[number]:
            if piece.link != NO_LINK:
                link_rows[piece.link] = number
    measure = max(MEASURE, width)
    return PageLayout(tuple(rows), tuple(links.targets), tuple(link_rows), anchors, tuple(block_rows), measure)


def _is_wide(block: Block, page: Page) -> bool:
    """Whether a block is as wide as the page: text is not on one with a wide table."""
    return not page.table_width or not isinstance(block, Para | Quotation | Fields | Entry)


def _is_separated(before: Block, block: Block, *, compact: bool) -> bool:
    """Whether a blank row separates two blocks; with `compact` none is above a compact heading or below the title."""
    if isinstance(before, Section):
        return False
    if compact and _is_compact_heading(block):
        return isinstance(before, Title)
    is_head = isinstance(before, Title | Para) or _is_apart(before)
    if compact and is_head and (isinstance(block, Para) or _is_picture(block) or _is_apart(block)):
        return False
    match before:
        case Entry():
            if isinstance(block, Entry):
                return (before.apart or block.apart) and not compact
            return not (isinstance(block, Para) and block.indent)
        case Bars():
            return not isinstance(block, Entry)
        case Histogram():
            return not isinstance(block, Para)
        case Title() | Para() | Quotation() | Fields() | OneSide() | TwoSides() | ThreeSides() | CrossTable():
            return True
        case _:
            from tui.render.diagrams import is_apart_from_next

            return is_apart_from_next(before, block)


def _is_picture(block: Block) -> bool:
    return isinstance(block, OneSide | TwoSides | ThreeSides)


def _is_apart(block: Block) -> bool:
    return isinstance(block, Entry) and block.apart


def _rows(block: Block, width: int, links: Links) -> list[Row]:
    match block:
        case Title():
            return title_rows(block, width, links)
        case Section():
            return heading_rows(block, width, links)
        case Para(spans, tail, indent):
            indent = indent if width > 20 else 0
            rows = with_tail(wrap(spans, width - indent, links), tail, width - indent, links)
            return indented(rows, indent)
        case Quotation(spans, marks):
            return quotation_rows(spans, marks, width, links)
        case Fields():
            return fields_rows(block, width, links)
        case Entry():
            return entry_rows(block, width, links)
        case OneSide() | TwoSides() | ThreeSides() | CrossTable() | Histogram() | Bars():
            picture = _picture(block, width, links)
        case _:
            from tui.render.diagrams import diagram

            picture = diagram(block, width, links)
    return _in_words(block, width, links) if picture is None else picture


def _picture(block: SideBlock | ChartBlock, width: int, links: Links) -> list[Row] | None:
    """The rows of a picture, whose renderer is imported on first use; None where there is no room for it."""
    match block:
        case OneSide():
            from tui.render.one_side import one_side

            return one_side(block, width, links)
        case TwoSides():
            from tui.render.two_sides import two_sides

            return two_sides(block, width, links)
        case ThreeSides():
            from tui.render.three_sides import three_sides

            return three_sides(block, width, links)
        case CrossTable():
            from tui.render.cross_table import cross_table

            return cross_table(block, width, links)
        case Histogram():
            from tui.render.bars import histogram

            return histogram(block, width, links)
        case Bars():
            from tui.render.bars import bars

            return bars(block, width, links)


def _in_words(block: Block, width: int, links: Links) -> list[Row]:
    """The rows of what a picture says as text."""
    from tui.pages.diagram_blocks import TriangleDiagram
    from tui.pages.twins import twin

    if isinstance(block, TriangleDiagram):
        return [row for same in twin(block) for row in _rows(same, width, links)]
    return _stacked(twin(block), width, links)


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
