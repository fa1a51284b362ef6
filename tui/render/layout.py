"""Lays out a page as rows of a given width, the same for the screen and for a pipe."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache, partial
from itertools import pairwise
from typing import NamedTuple

from tui.pages.page import (
    Addition,
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
    OneSide,
    Page,
    Para,
    Picture,
    Quotation,
    Section,
    Span,
    ThreeSides,
    TimelineEntry,
    Title,
    TriangleDiagram,
    TwoSides,
)
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
from tui.render.wrap import NO_LINK, Links, Piece, Row, width_of, with_tail, wrap

MEASURE = 74
"""The widest line of a page, in cells."""
_WIDE, _MUCH_WIDER = 116, 90
"""The widest line of a page in columns, and the least room in which its lines are longer than others, in cells."""
_GUTTER, _ASIDE = 4, 34
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

    It is more than `MEASURE` where something fits beside the page, and for one in columns where there is room.
    """
    if page.in_columns and width >= _MUCH_WIDER:
        return min(width, _WIDE)
    if page.aside and width >= MEASURE + _GUTTER + _ASIDE:
        return MEASURE + _GUTTER + min(MEASURE, width - MEASURE - _GUTTER)
    return max(1, min(width, MEASURE))


def lay_out(page: Page, width: int, height: int | None = None) -> PageLayout:
    """Lay out `page` in rows of at most `measure_of(page, width)` cells. Works for any width and any page.

    A page of more than `height` rows is laid out without the blank rows above its compact headings and around entries
    that are apart, and without those between its title, its paragraphs and its picture.
    """
    measure = measure_of(page, width)
    if page.in_columns:
        return _lay_out(page, measure, compact=False)
    if measure > MEASURE:
        return _beside(page, measure, height)
    layout = _lay_out(page, measure, compact=False)
    if height is not None and len(layout.rows) > height:
        return _lay_out(page, measure, compact=True) if _has_compact_headings(page) else layout
    additions = page.additions if height is not None else ()
    first = next((number for number, addition in enumerate(additions) if addition.beside), len(additions))
    later = (addition for addition in additions[first:] if page.aside or not addition.beside)
    return _filled(page, (*additions[:first], *_sections(page), *later), layout, measure, height)


class _Added(NamedTuple):
    """An addition that is shown, with its blocks and how many rows these take by themselves."""

    addition: Addition
    blocks: tuple[Block, ...]
    rows: int


def _filled(
    page: Page, additions: Iterable[Addition], layout: PageLayout, width: int, height: int | None
) -> PageLayout:
    """A page with those of `additions` for all of which there is room, the first first; `layout` is it without any.

    Blocks are made, and laid out by themselves, only where at least so many rows are left as they take.
    """
    shown: list[_Added] = []
    free = MAX_ROWS if height is None else height - len(layout.rows)
    for addition in additions:
        same = [each for each in shown if addition.name and each.addition.name == addition.name]
        if free < addition.least or not (blocks := addition.make()):
            continue
        rows_there = same[0].rows if same else _rows_of_blocks(layout, addition.start, addition.end)
        rows = len(_lay_out(Page("", blocks), width, compact=False).rows) if height is not None else 0
        blank = addition.start == addition.end and not same and bool(layout.rows or shown)
        if rows + blank <= free + rows_there:
            free -= (rows + blank - rows_there) if height is not None else 0
            shown = [*(each for each in shown if each not in same), _Added(addition, blocks, rows)]
    while shown:
        whole = _lay_out(page._replace(blocks=_with(page.blocks, shown)), width, compact=False)
        if height is None or len(whole.rows) <= height:
            return whole
        shown.pop()
    return layout


def _rows_of_blocks(layout: PageLayout, start: int, end: int) -> int:
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
    starts = [0, *(number for number, block in enumerate(page.aside) if isinstance(block, Section) and number)]
    at = len(page.blocks)
    return [
        Addition(at, at, partial(tuple, page.aside[start:end]))
        for start, end in pairwise([*starts, len(page.aside)])
        if end > start
    ]


def depends_on_height(page: Page) -> bool:
    """Whether the layout of a page depends on the height of the view."""
    return bool(page.aside or page.additions) or _has_compact_headings(page)


def _has_compact_headings(page: Page) -> bool:
    return any(map(_is_compact_heading, page.blocks))


def _is_compact_heading(block: Block) -> bool:
    heading = block.heading if isinstance(block, CrossTable) else block
    return isinstance(heading, Section) and heading.compact


def _beside(page: Page, measure: int, height: int | None) -> PageLayout:
    """A page with what stands beside it at its right; that is read after the page, and has no anchors."""
    within = tuple(addition for addition in page.additions if not addition.beside)
    main = lay_out(page._replace(aside=(), additions=within), MEASURE, height)
    width = measure - MEASURE - _GUTTER
    aside = _aside(page, width, None if height is None else max(height, len(main.rows)))
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


def _aside(page: Page, width: int, height: int | None) -> PageLayout:
    """What stands beside a page, section by section as far as there is room, then its additions there."""
    whole = _lay_out(Page("", page.aside), width, compact=False)
    if height is not None and len(whole.rows) > height:
        empty = Page("", ())
        sections = (section._replace(start=0, end=0) for section in _sections(page))
        return _filled(empty, sections, _lay_out(empty, width, compact=False), width, height)
    at = len(page.aside)
    beside = (addition._replace(start=at, end=at) for addition in page.additions if addition.beside)
    return _filled(Page("", page.aside), beside if height is not None else (), whole, width, height)


def _lay_out(page: Page, width: int, *, compact: bool) -> PageLayout:
    links = Links()
    rows: list[Row] = []
    anchors: dict[str, int] = {}
    block_rows: list[int] = []
    before: Block | None = None
    is_apart = False
    for block in page.blocks:
        if before is not None and _is_separated(before, block, compact=compact) and not is_apart:
            rows.append(_BLANK_ROW)
        if block.anchor:
            anchors[block.anchor] = len(rows)
        block_rows.append(len(rows))
        rows.extend(_rows(block, width, links))
        before, is_apart = block, isinstance(block, Title) and ends_apart(block, width)
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


def _is_separated(before: Block, block: Block, *, compact: bool) -> bool:
    """Whether a blank row separates two blocks; with `compact` none is above a compact heading or below the title."""
    if isinstance(before, Section):
        return False
    if compact and _is_compact_heading(block):
        return isinstance(before, Title)
    is_head = isinstance(before, Title | Para) or _is_apart(before)
    if compact and is_head and (isinstance(block, Para | OneSide | TwoSides | ThreeSides) or _is_apart(block)):
        return False
    if isinstance(before, TimelineEntry) and isinstance(block, TimelineEntry):
        return not before.rail
    if isinstance(before, BranchEntry) and isinstance(block, BranchEntry):
        return block.joint == "root"
    if (isinstance(before, Bars) and isinstance(block, Entry)) or (
        isinstance(before, Histogram) and isinstance(block, Para)
    ):
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
        case OneSide() | TwoSides() | ThreeSides() | CrossTable() | Histogram() | Bars():
            rows_or_none = _picture(block, width, links)
            return _stacked(block.twin, width, links) if rows_or_none is None else rows_or_none


def _twin(block: Block, width: int, links: Links) -> list[Row]:
    """The rows of what a picture says as text."""
    from tui.pages.twins import twin

    return [row for same in twin(block) for row in _rows(same, width, links)]


def _picture(block: Picture, width: int, links: Links) -> list[Row] | None:
    """The rows of a picture that has a twin in words, for where there is no room for it: None."""
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
