"""Reads every span out of a block, and so its words and links."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest
from typing import TYPE_CHECKING

from tui.pages.chart_blocks import Bars, CrossTable, Histogram
from tui.pages.page import Block, Entry, Fields, Para, Quotation, Section, Span, Title
from tui.pages.side_blocks import Ally, OneSide, ThreeSides, TwoSides

if TYPE_CHECKING:
    from tui.pages.diagram_blocks import DiagramBlock
    from tui.pages.timeline_blocks import TimelineBlock


def spans_of(block: Block) -> Iterable[Span]:
    """Every span of a block, in reading order."""
    match block:
        case Title(spans, kind, id=name):
            return (*spans, *kind, Span(name, "dim")) if name else (*spans, *kind)
        case Section(title, link=link, note=note, lead=lead):
            return (*lead, Span(title, block.role, link), *note)
        case Para(spans, tail):
            return (*spans, *tail)
        case Quotation(spans):
            return spans
        case Fields(rows):
            return tuple(span for label, (_, spans) in zip(block.labels, rows, strict=True) for span in (label, *spans))
        case Entry(mark, spans, tail, below):
            return (mark, *spans, *below, *tail)
        case OneSide(head, below, allies, note):
            return (head, *below, *(span for each in allies for span in _spans_of_allies(each)), *note)
        case TwoSides():
            return tuple(_spans_of_sides(block))
        case ThreeSides():
            return tuple(_spans_of_triangle(block))
        case Bars(bar_rows):
            return tuple(
                span for row in bar_rows for span in (row.label, *(glyph for glyph, _ in row.parts), *row.tail)
            )
        case Histogram(columns):
            return tuple(Span(column.label, "dim", column.link) for column in columns)
        case CrossTable(column_labels, table_rows, legend, heading=heading):
            in_rows = (
                span for name, cells in table_rows for span in (name, *(part for cell in cells for part in cell))
            )
            return (*(spans_of(heading) if heading else ()), *column_labels, *in_rows, *legend)
        case _:
            return _spans_of_diagram(block)


def _spans_of_diagram(block: TimelineBlock | DiagramBlock) -> Iterable[Span]:
    """Every span of a block that few pages have, whose modules are imported on first use to keep start-up fast."""
    from tui.pages.diagram_blocks import Comparison, EgoDiagram, Grid, TriangleDiagram
    from tui.pages.timeline_blocks import BranchEntry, CountStrip, LifetimeChart, SeriesChart, TimelineEntry

    match block:
        case TimelineEntry(mark, when, spans, tail, below, _, gap):
            return (mark, *(span for part in when for span in part), *spans, *below, *tail, *gap)
        case BranchEntry(spans, tail, below):
            return (*spans, *below, *tail)
        case SeriesChart(twin=twin):
            return tuple(span for fields in twin for span in spans_of(fields))
        case LifetimeChart(bars):
            return tuple(span for row in bars for span in (row.mark, *row.words, Span(row.when, "dim"), *row.status))
        case CountStrip(dates):
            return (Span("", "chart", date.link) for date in dates if date.link)
        case EgoDiagram(centre, left, right):
            return (centre, *(span for arm in (*left, *right) for span in (arm.end, *arm.words)))
        case Grid(column_labels, rows):
            return (*column_labels, *(span for name, cells in rows for span in (name, *cells)))
        case Comparison(versions):
            return tuple(span for who, words in versions for span in (*who, *words))
        case TriangleDiagram(corners, sides, mark, legend):
            (top, *feet), (one, other, base) = corners, sides
            beside = [tie for ties in zip_longest(one.ties, other.ties, fillvalue=()) for tie in ties]
            between = (span for tie in beside for span in tie)
            at_foot = (span for tie in base.ties for span in tie)
            return (top, one.sign, other.sign, *between, mark, *feet, base.sign, *at_foot, *legend)


def _spans_of_sides(picture: TwoSides) -> Iterable[Span]:
    """The two sides, each with those beside it, those between, and what is said about what is not drawn."""
    for head, below, allies in zip(picture.heads, picture.below, picture.allies, strict=True):
        yield head
        yield from below
        yield from _spans_of_allies(allies)
    for middle in picture.between:
        yield from (middle.end, *middle.signs)
        for bond, ties in zip(middle.bonds or (), middle.ties, strict=False):
            yield from (bond.sign, bond.status, *(span for tie in ties for span in tie))
    if picture.direct is not None:
        yield from (picture.direct.sign, picture.direct.status)
    yield from (*picture.direct_words, *(span for tie in picture.direct_ties for span in tie))
    yield from (*picture.remark, *picture.shared, *picture.key, *picture.legend, *picture.note, *picture.ended)


def _spans_of_allies(allies: Iterable[Ally]) -> Iterable[Span]:
    for ally in allies:
        yield from (ally.end, *ally.kinds, *((ally.bond.sign, ally.bond.status) if ally.bond else ally.signs))
        yield from (ally.other,) if ally.other else ()


def _spans_of_triangle(picture: ThreeSides) -> Iterable[Span]:
    """The three sides, each with those beside it, then the edges with those between, and what is said below."""
    for head, below, allies in zip(picture.heads, picture.below, picture.allies, strict=True):
        yield head
        yield from below
        yield from _spans_of_allies(allies)
    for edge, found in zip(picture.edges, picture.between, strict=True):
        yield from (edge.sign, edge.status) if edge else ()
        for middle in found:
            yield from (middle.end, *middle.signs)
            for bond in middle.bonds or ():
                yield from (bond.sign, bond.status)
    yield from (picture.mark, *picture.with_all, *picture.note)
