"""Lays out a page with what stands beside it, below its lead."""

from tui.pages.page import Block, Page
from tui.render.layout import (
    GUTTER,
    MEASURE,
    PageLayout,
    filled,
    lay_out,
    lay_out_blocks,
    rows_of_blocks,
    spans_of_sections,
)
from tui.render.wrap import NO_LINK, Piece, width_of


def lay_out_beside(page: Page, measure: int, height: int | None) -> PageLayout:
    """A page with what stands beside it, below its lead, at its right; that is read after it, and has no anchors."""
    within = tuple(addition for addition in page.additions if not (addition.beside or addition.narrow))
    page = _with_lead(page, measure)
    main = lay_out(page._replace(aside=(), additions=within), MEASURE, height)
    at = (*main.block_rows, len(main.rows))[page.lead.blocks] if page.lead is not None else 0
    width = measure - MEASURE - GUTTER
    aside = _aside(page, width, None if height is None else max(height, len(main.rows)) - at)
    rows = list(main.rows[:at])
    for number in range(max(len(main.rows) - at, len(aside.rows))):
        row = main.rows[at + number] if at + number < len(main.rows) else ()
        beside = aside.rows[number] if number < len(aside.rows) else ()
        shift = len(main.links)
        if number < len(aside.rows):
            row = (*row, Piece(" " * (MEASURE - width_of(row)), "text"), Piece("  │ ", "rule"))
        rows.append((*row, *(piece._replace(link=piece.link + shift * (piece.link != NO_LINK)) for piece in beside)))
    links = (*main.links, *aside.links)
    link_rows = (*main.link_rows, *(row + at for row in aside.link_rows))
    return PageLayout(tuple(rows), links, link_rows, main.anchors, main.block_rows, measure)


def _with_lead(page: Page, measure: int) -> Page:
    """A page whose lead is as wide as all of it."""
    if (lead := page.lead) is None:
        return page
    blocks = (*page.blocks[: lead.blocks - 1], lead.make(), *page.blocks[lead.blocks :])
    return page._replace(blocks=blocks, lead=lead._replace(width=measure))


def _aside(page: Page, width: int, height: int | None) -> PageLayout:
    """What stands beside a page, section by section as far as there is room, then its additions there."""
    aside = Page("", page.aside)
    layout = lay_out_blocks(aside, width)
    if height is None:
        return layout
    if len(layout.rows) > height:
        aside = Page("", _fitting(page.aside, layout, height))
        layout = lay_out_blocks(aside, width)
    at = len(aside.blocks)
    beside = (addition._replace(start=at, end=at) for addition in page.additions if addition.beside)
    return filled(aside, beside, layout, width, height)


def _fitting(blocks: tuple[Block, ...], layout: PageLayout, height: int) -> tuple[Block, ...]:
    """Those sections of `blocks`, laid out as `layout`, for which there is room, the first first."""
    fitting: list[Block] = []
    used = 0
    for start, end in spans_of_sections(blocks):
        rows = bool(used) + rows_of_blocks(layout, start, end)
        if used + rows <= height:
            fitting += blocks[start:end]
            used += rows
    return tuple(fitting)
