"""How much there is at which time, as a strip of bars under their years, as wide as there is room for."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from tui.dossier.values.dates import MONTHS
from tui.dossier.values.vocabulary import MOMENT_GLYPH, count_noun
from tui.pages.page import CountStrip, Dated, Span
from tui.render.wrap import Links, Piece, Row, cells, wrap

_BARS = " ▁▂▃▄▅▆▇█"
_UNITS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 300, 600, 1200, 2400, 6000, 12000, 120000)
"""The months of a column, of which the first is taken that fits."""
_WORDS = {1: "month", 2: "two months", 3: "quarter", 6: "half-year", 12: "year", 120: "decade", 1200: "century"}
_MOST_LEFT_OUT = 3
"""At most one in so many may have a date that is wider than a column."""
_WIDEST = 6
"""The widest bar with the gap behind it, in cells."""
_GAP = 2
"""The least number of blank cells between two years."""


class _Bars(NamedTuple):
    """What is drawn at one width: its first month, the months of a column, the cells of a column, the counts."""

    start: int
    unit: int
    cell: int
    counts: tuple[int, ...]


def count_strip(block: CountStrip, width: int, links: Links) -> list[Row]:
    """The years, the bars, what is lit, and the counts in words."""
    bars = _bars(block.dates, width)
    rows: list[Row] = [(Piece(_years(bars, width), "dim"),), _drawn(bars, block.lit)]
    if block.lit is not None:
        rows.append(_lit_row(bars, block.lit, width))
    return [*rows, *wrap((Span(_words(bars, block), "dim"),), width, links)] if block.noun else rows


@lru_cache(64)
def _bars(dates: tuple[Dated, ...], width: int) -> _Bars:
    first, last = min(date.first for date in dates), max(date.first for date in dates)
    total = sum(date.number for date in dates)
    for unit in _UNITS:
        start = first - first % unit
        columns = (last - start) // unit + 1
        if columns > width and unit != _UNITS[-1]:
            continue
        inside = [date for date in dates if date.first // unit == date.last // unit]
        kept = sum(date.number for date in inside)
        if (total - kept) * _MOST_LEFT_OUT <= total:
            break
    counts = [0] * min(columns, max(1, width))
    for date in inside:
        counts[min(len(counts) - 1, (date.first - start) // unit)] += date.number
    return _Bars(start, unit, max(1, min(_WIDEST, width // len(counts))), tuple(counts))


def _columns(bars: _Bars, lit: tuple[int, int, str] | None) -> range:
    """The cells of what is lit."""
    if lit is None:
        return range(0)
    first, last = ((month - bars.start) // bars.unit for month in lit[:2])
    most = len(bars.counts) - 1
    first, last = max(0, min(most, first)), max(0, min(most, last))
    return range(first * bars.cell, (last + 1) * bars.cell - _gap(bars))


def _gap(bars: _Bars) -> int:
    """The blank cells behind a bar."""
    return int(bars.cell > 2)


def _drawn(bars: _Bars, lit: tuple[int, int, str] | None) -> Row:
    most = max(1, *bars.counts)
    steps = len(_BARS) - 1
    gap = " " * _gap(bars)
    thick = bars.cell - len(gap)
    line = "".join(_BARS[-(-count * steps // most)] * thick + gap for count in bars.counts)
    cells_lit = _columns(bars, lit)
    parts = (line[: cells_lit.start], "chart"), (line[cells_lit.start : cells_lit.stop], "highlight")
    pieces = (*parts, (line[cells_lit.stop :], "chart"))
    return tuple(Piece(text, role) for text, role in pieces if text)


def _lit_row(bars: _Bars, lit: tuple[int, int, str], width: int) -> Row:
    """A mark under what is lit, and its date beside it."""
    marked, words = _columns(bars, lit), lit[2]
    size = len(marked)
    mark = (
        MOMENT_GLYPH
        if size < 3
        else f"{MOMENT_GLYPH}{'─' * (size - 2)}{MOMENT_GLYPH}"
        if lit[0] != lit[1]
        else MOMENT_GLYPH.center(size).rstrip()
    )
    end = marked.start + cells(mark)
    if end + 1 + cells(words) <= width:
        return (Piece(" " * marked.start + mark, "strong"), Piece(f" {words}", "dim"))
    before = marked.start + len(mark) - len(mark.lstrip())
    if cells(words) + 1 <= before:
        return (Piece(" " * (before - 1 - cells(words)) + words + " ", "dim"), Piece(mark.lstrip(), "strong"))
    return (Piece(" " * marked.start + mark, "strong"),)


def _years(bars: _Bars, width: int) -> str:
    """The years at their columns, as many as there is room for."""
    line = ""
    for column in range(len(bars.counts)):
        month = bars.start + column * bars.unit
        at = column * bars.cell
        begins_year = month % 12 < bars.unit or not column
        label = _year(month // 12)
        if begins_year and (not line or len(line) + _GAP <= at) and at + len(label) <= width:
            line = line.ljust(at) + label
    return line


def _year(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BC"


def _words(bars: _Bars, block: CountStrip) -> str:
    """`80 events by month, at most 5, in May 2014; 3 more with a wider date.`"""
    most, counted = max(bars.counts), sum(bars.counts)
    words = f"{count_noun(counted, block.noun)} by {_WORDS.get(bars.unit) or f'{bars.unit // 12:,} years'}"
    if counted:
        month = bars.start + bars.counts.index(most) * bars.unit
        words += f", at most {most:,}{', first' if bars.counts.count(most) > 1 else ','} in {_span(month, bars.unit)}"
    wider = block.total - counted
    return f"{words}; {wider:,} more with a wider date." if wider else f"{words}."


def _span(month: int, unit: int) -> str:
    """`May 2014`, `Oct–Dec 1974`, `1956`, `1950–1959`."""
    first, last = month, month + unit - 1
    if unit >= 12:
        return _year(first // 12) if unit == 12 else f"{_year(first // 12)}–{_year(last // 12)}"
    months = MONTHS[first % 12][:3] if unit == 1 else f"{MONTHS[first % 12][:3]}–{MONTHS[last % 12][:3]}"
    return f"{months} {_year(first // 12)}"
