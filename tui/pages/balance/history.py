"""How the balance went over time, as a small chart with the moment marked, and the changes next to the moment."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from tui.dossier.network.balance import By, Row
from tui.dossier.values.dates import Date, short_date
from tui.dossier.values.lifetimes import bounds
from tui.dossier.values.vocabulary import EMPTY_CELL, MOMENT_GLYPH, TRIANGLE_GLYPH
from tui.pages.balance.cache import Moments
from tui.pages.balance.over_time import changes, dated, summary
from tui.pages.page import Block, Fields, Para, Section, Span, Spans
from tui.pages.span_builder import FEW, SpanBuilder
from tui.pages.when import moment_link

_COLUMNS = 24
"""The width of the chart, in cells."""
_AT: dict[By, str] = {
    "change": "",
    "year": ", of the last day of each year",
    "month": ", of the last day of each month",
}
_BARS = "▁▂▃▄▅▆"
"""The heights of a bar: less than a row, so that the two series do not touch."""


def history(builder: SpanBuilder, moments: Moments) -> list[Block]:
    """The chart of all moments and the changes next to that of the scope; nothing where nothing changes twice."""
    rows = moments.rows
    if len(rows) < 2:
        return []
    moment = builder.scope.moment
    lit = _columns_of(rows, moment) if moment is not None else range(0)
    fields = [
        _series("Index", rows, lambda row: row.high, lit, leads=True),
        _series(TRIANGLE_GLYPH, rows, _unbalanced, lit, leads=False),
    ]
    if moment is not None:
        fields.append(("Moment", _marker(rows, moment, lit)))
    highest = f"the highest number in each column{_AT[moments.by]}"
    span = f"{short_date(rows[0].date)} to {short_date(rows[-1].date)}, {highest}."
    return [Section("Over time"), Para((Span(span, "dim"),)), Fields(tuple(fields)), *_near(builder, rows, moment)]


def _unbalanced(row: Row) -> int:
    return row.unbalanced


def _series(
    label: str, rows: Sequence[Row], number_of: Callable[[Row], int], lit: range, *, leads: bool
) -> tuple[str, Spans]:
    """A number as a bar for each column, and when it was highest, which is the chart in words.

    If it `leads` anywhere, a column in which something changes leads to the moment when the number was highest there.
    """
    highest = max(rows, key=number_of)
    most = number_of(highest)
    bars = []
    for number, (column, start) in enumerate(zip(_columned(rows), _edges(rows), strict=False)):
        bar = _bar(max(map(number_of, column), default=0), most)
        changed = [row for row in column if _day(row) >= start]
        link = moment_link(max(changed, key=number_of).date) if changed and leads else ""
        bars.append(Span(bar, "highlight" if number in lit else "chart", link))
    words = (Span(f" at most {most:,}, first ", "dim"), dated(highest)) if most else (Span(" always 0", "dim"),)
    return label, (*bars, *words)


def _bar(number: int, most: int) -> str:
    return _BARS[-(-number * len(_BARS) // most) - 1] if number else EMPTY_CELL


def _marker(rows: Sequence[Row], moment: Date, lit: range) -> Spans:
    """A line with the moment on it, or an arrow to where it lies outside."""
    first, last = bounds(moment)
    if not lit:
        earlier = last < _day(rows[0])
        line = f"⇠{'─' * (_COLUMNS - 1)}" if earlier else f"{'─' * (_COLUMNS - 1)}⇢"
    else:
        line = f"{'─' * lit.start}{MOMENT_GLYPH * len(lit)}{'─' * (_COLUMNS - lit.stop)}"
    at = [row for row in rows if _day(row) <= last]
    if not at:
        return Span(line, "chart"), Span(f" {short_date(moment)}"), Span(", before the first change", "dim")
    lead = Span(f"; {'' if first == last else 'at its end, '}since ", "dim")
    return Span(line, "chart"), Span(f" {short_date(moment)}"), lead, *summary(at[-1])


def _day(row: Row) -> int:
    return bounds(row.date)[0]


def _edges(rows: Sequence[Row]) -> list[int]:
    """The first day of each column, and the day after the last one."""
    first, days = _day(rows[0]), _day(rows[-1]) - _day(rows[0]) + 1
    return [first + days * column // _COLUMNS for column in range(_COLUMNS + 1)]


def _columned(rows: Sequence[Row]) -> list[list[Row]]:
    """For each column the rows of its days, after the one that holds when it begins."""
    columns: list[list[Row]] = []
    edges, number = _edges(rows), 0
    holds: list[Row] = []
    for start, end in pairwise(edges):
        while number < len(rows) and _day(rows[number]) <= start:
            holds = [rows[number]]
            number += 1
        column = [*holds]
        while number < len(rows) and _day(rows[number]) < end:
            holds = [rows[number]]
            column += holds
            number += 1
        columns.append(column)
    return columns


def _columns_of(rows: Sequence[Row], moment: Date) -> range:
    """The columns that a moment may lie in; none where it lies outside."""
    first, last = bounds(moment)
    edges = _edges(rows)
    found = [
        column for column, (start, end) in enumerate(pairwise(edges)) if start <= last and first < max(end, start + 1)
    ]
    return range(found[0], found[-1] + 1) if found else range(0)


def _near(builder: SpanBuilder, rows: Sequence[Row], moment: Date | None) -> list[Block]:
    """The last change up to the moment, and the next one after it."""
    if moment is None:
        return []
    last = bounds(moment)[1]
    changing = [number for number, row in enumerate(rows) if any(row.step)]
    upto = [number for number in changing if _day(rows[number]) <= last]
    after = [number for number in changing if _day(rows[number]) > last]
    blocks: list[Block] = []
    for lead, numbers in (("Last change", upto[-1:]), ("Next change", after[:1])):
        for number in numbers:
            found = changes(builder, rows[number], rows[number - 1] if number else None, FEW)
            blocks += [Para((Span(lead, "label"),)), *found] if found else []
    return blocks
