"""How the balance went over time, as a small chart with the moment marked, and the changes next to the moment."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Literal

from tui.dossier.network.balance import By, Row
from tui.dossier.values.dates import Date, day_number, numbered_day, short_date
from tui.dossier.values.lifetimes import bounds
from tui.dossier.values.vocabulary import EMPTY_CELL, MOMENT_GLYPH, TRIANGLE_GLYPH
from tui.pages.balance.cache import Moments
from tui.pages.balance.over_time import changes, needed_words, summary
from tui.pages.balance.row_dates import dated, is_ahead, row_date
from tui.pages.page import Block, Fields, Para, Section, Span, Spans
from tui.pages.span_builder import FEW, SpanBuilder
from tui.pages.timeline_blocks import Series, SeriesChart
from tui.pages.when import moment_link

_COLUMNS = 24
"""The width of the chart, in cells."""
_AT: dict[By, str] = {
    "change": "",
    "year": ", of the last day of each year",
    "month": ", of the last day of each month",
}
_OUTSIDE: dict[str, Literal["before", "after"]] = {"⇠": "before", "⇢": "after"}
_BARS = "▁▂▃▄▅▆"
"""The heights of a bar: less than a row, so that the two series do not touch."""


def history(builder: SpanBuilder, moments: Moments) -> list[Block]:
    """The chart of all moments and the changes next to that of the scope; nothing where nothing changes twice."""
    rows = moments.rows
    if len(rows) < 2:
        return []
    moment = builder.scope.moment
    lit = _columns_of(rows, moment) if moment is not None else range(0)
    needed = _series(builder, rows, "Changes needed", _needed, leads=True)
    unbalanced = _series(builder, rows, f"{TRIANGLE_GLYPH} unbalanced", _unbalanced, leads=False)
    fields = [
        (needed.label, _in_text(needed, lit)),
        ("", (Span(_years(rows), "axis"),)),
        (unbalanced.label, _in_text(unbalanced, lit)),
    ]
    line, told = _marker(builder, rows, moment, lit) if moment is not None else ("", ())
    if moment is not None:
        fields.append(("Moment", (Span(line, "chart"), *told)))
    picture = SeriesChart(
        (needed, unbalanced),
        _year_labels(rows),
        (lit.start, lit.stop),
        _OUTSIDE.get(line.strip("─"), ""),
        told,
        (Fields(tuple(fields)),),
    )
    first, last = row_date(builder, rows[0]), row_date(builder, rows[-1])
    legend = (
        f"First change {first}, last {last}. Each bar is the highest number in its time{_AT[moments.by]}. Changes "
        "needed are the fewest pairs whose change would balance the network."
    )
    highest = (
        *_highest(builder, rows, "Most changes needed", _needed),
        Span("; ", "dim"),
        *_highest(builder, rows, "most unbalanced triangles", _unbalanced),
        Span(".", "dim"),
    )
    chart: list[Block] = [picture, Para(highest), Para((Span(legend, "dim"),))]
    return [Section("Over time"), *chart, *_near(builder, rows, moment)]


def _needed(row: Row) -> int:
    return row.high


def _unbalanced(row: Row) -> int:
    return row.unbalanced


def _series(
    builder: SpanBuilder, rows: Sequence[Row], label: str, number_of: Callable[[Row], int], *, leads: bool
) -> Series:
    """A number in each column, the highest of its time, and the scale of these.

    If it `leads` anywhere, a column in which something changes leads to the moment when the number was highest there.
    """
    numbers, links, words = [], [], []
    for column, start in zip(_columned(rows), _edges(rows), strict=False):
        numbers.append(max(map(number_of, column), default=0))
        changed = [row for row in column if _day(row) >= start]
        highest = max(changed, key=number_of) if changed and leads else None
        links.append(moment_link(highest.date) if highest is not None else "")
        words.append(f"{row_date(builder, highest)}: {needed_words(highest)}" if highest is not None else "")
    most = max(numbers)
    return Series(label, tuple(numbers), tuple(links), f" 0–{most:,}" if most else " always 0", tuple(words))


def _in_text(series: Series, lit: range) -> Spans:
    """A series as bars within text, with its scale."""
    most = max(series.numbers)
    bars = (
        Span(_bar(value, most), "highlight" if at in lit and value else "chart", link)
        for at, (value, link) in enumerate(zip(series.numbers, series.links, strict=True))
    )
    return (*bars, Span(series.scale, "dim"))


def _highest(builder: SpanBuilder, rows: Sequence[Row], lead: str, number_of: Callable[[Row], int]) -> Spans:
    """A series in words: `Most changes needed: 1, first 1 Jul 1967`."""
    highest = max(rows, key=number_of)
    words = Span(f"{lead}: {number_of(highest):,}", "dim")
    return (words, Span(", first ", "dim"), dated(builder, highest)) if number_of(highest) else (words,)


def _years(rows: Sequence[Row]) -> str:
    """The years under the columns in which they begin, as many as there is room for."""
    line = ""
    for place, label in _year_labels(rows):
        at = int(place)
        if (not line or len(line) + 2 <= at) and at + len(label) <= _COLUMNS:
            line = line.ljust(at) + label
    return line.ljust(_COLUMNS)


def _year_labels(rows: Sequence[Row]) -> tuple[tuple[float, str], ...]:
    """Where years begin, in columns and parts of them, each with its year, and the first year at the beginning.

    Of several that begin in one column it is the last.
    """
    edges = _edges(rows)
    labels: list[tuple[float, str]] = []
    for at, (start, end) in enumerate(pairwise(edges)):
        year, last = numbered_day(start)[0], numbered_day(max(start, end - 1))[0]
        if not at:
            labels.append((0, str(year)))
        elif last > year or numbered_day(start)[1:] == (1, 1):
            labels.append((at + (day_number((last, 1, 1)) - start) / max(1, end - start), str(last)))
    return tuple(labels)


def _bar(number: int, most: int) -> str:
    return _BARS[-(-number * len(_BARS) // most) - 1] if number else EMPTY_CELL


def _marker(builder: SpanBuilder, rows: Sequence[Row], moment: Date, lit: range) -> tuple[str, Spans]:
    """A line with the moment on it, or an arrow to where it lies outside, and what is the case then."""
    first, last = bounds(moment)
    if not lit:
        earlier = last < _day(rows[0])
        line = f"⇠{'─' * (_COLUMNS - 1)}" if earlier else f"{'─' * (_COLUMNS - 1)}⇢"
    else:
        line = f"{'─' * lit.start}{MOMENT_GLYPH * len(lit)}{'─' * (_COLUMNS - lit.stop)}"
    at = [row for row in rows if _day(row) <= last]
    if not at:
        return line, (Span(f" {short_date(moment)}"), Span(", before the first change", "dim"))
    lead = Span(f"; {'' if first == last else 'at its end, '}since ", "dim")
    return line, (Span(f" {short_date(moment)}"), lead, *summary(builder, at[-1]))


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
    following = "Set to change next" if after and is_ahead(builder, rows[after[0]]) else "Next change"
    for lead, numbers in (("Last change", upto[-1:]), (following, after[:1])):
        for number in numbers:
            found = changes(builder, rows[number], rows[number - 1] if number else None, FEW)
            blocks += [Para((Span(lead, "label"),)), *found] if found else []
    return blocks
