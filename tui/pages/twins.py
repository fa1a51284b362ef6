"""The ordinary blocks that say the same as a picture: where there is no room for it, and for formats that draw none."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from tui.pages.chart_blocks import Bars, CrossTable, Histogram
from tui.pages.diagram_blocks import Side, TriangleDiagram
from tui.pages.page import BULLET, Block, Entry, Fields, Para, Section, Span, joined
from tui.pages.side_blocks import OneSide, ThreeSides, TwoSides
from tui.pages.timeline_blocks import BranchEntry, CountStrip, LifetimeChart, SeriesChart

_MOST_YEARS = 40
"""The most years of a strip that are told one by one; more are told by decades, or longer."""


def twin(block: Block) -> tuple[Block, ...]:
    """What a picture says as text, with its links; nothing where the page says it anyway; any other block as it is."""
    match block:
        case TriangleDiagram():
            return _triangle(block)
        case BranchEntry(spans, tail, below, hangs_from=hangs_from):
            after = (Span("after ", "dim"), *hangs_from) if hangs_from else ()
            return (Entry(BULLET, spans, tail, joined((after, below), " · "), anchor=block.anchor),)
        case CountStrip():
            return (_strip(block),)
        case LifetimeChart():
            return _lifetimes(block)
        case OneSide() | TwoSides() | ThreeSides() | CrossTable() | Histogram() | Bars() | SeriesChart():
            return block.twin
        case _:
            return (block,)


def _triangle(block: TriangleDiagram) -> tuple[Block, ...]:
    """One entry for each side: its sign, the two names, the ties."""
    ends = combinations(block.corners, 2)
    entries = [_side(one, other, side) for (one, other), side in zip(ends, block.sides, strict=True)]
    entries[0] = entries[0]._replace(anchor=block.anchor)
    return (*entries, Para(block.legend)) if block.legend else tuple(entries)


def _side(one: Span, other: Span, side: Side) -> Entry:
    names = joined(((one,), (other,)), " – ")
    return Entry(side.sign, (*names, Span(": "), *joined(side.ties)) if side.ties else names)


def _lifetimes(block: LifetimeChart) -> tuple[Block, ...]:
    """One entry for each tie or office with its dates; those that have not begun at the moment under a heading."""
    entries: list[Block] = []
    for number, row in enumerate(block.rows):
        if number == block.later:
            entries.append(Section(block.moment_words))
        entries.append(Entry(row.mark, row.words, row.status, (Span(row.when, "dim"),)))
    return tuple(entries)


def _strip(block: CountStrip) -> Fields:
    """How many there are in each year, or in as many years as it takes for few rows; by the beginning of the date.

    Each leads to the first of them.
    """
    years = max(1, (block.dates[-1].first - block.dates[0].first) // 12 // _MOST_YEARS)
    size = next(size for size in (1, 10, 100, 1000, 10**6) if size >= years)
    counts: Counter[int] = Counter()
    links: dict[int, str] = {}
    for date in block.dates:
        period = date.first // 12 // size * size
        counts[period] += date.number
        links.setdefault(period, date.link)
    periods = {_period(first, size): first for first in sorted(counts)}
    rows = tuple((words, (Span(block.counted(counts[first])),)) for words, first in periods.items())
    headings = tuple(Span(words, "label", links[first]) for words, first in periods.items())
    return Fields(rows, anchor=block.anchor, headings=headings)


def _period(first: int, size: int) -> str:
    return str(first) if size == 1 else f"{first}–{first + size - 1}"
