"""How much there is at which time, as a strip of bars under their years, as wide as there is room for."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from tui.dossier.values.dates import MONTHS
from tui.pages.page import Span
from tui.pages.timeline_blocks import CountStrip, Dated
from tui.render.bars import column_rows, nearly_equal
from tui.render.pointer import pointer
from tui.render.wrap import NO_LINK, Links, Piece, Row, width_of, wrap

_UNITS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 300, 600, 1200, 2400, 6000, 12000, 120000)
"""The months of a bar, of which the first is taken that fits."""
_WORDS = {1: "month", 2: "two months", 3: "quarter", 6: "half-year", 12: "year", 120: "decade", 1200: "century"}
_MOST_LEFT_OUT = 3
"""At most one in so many may have a date that is wider than a bar."""
_LEAST, _WIDEST = 2, 6
"""The narrowest and the widest bar with the gap behind it, in cells."""
_MOST_EXCEPTIONS = 2
"""At most so many of them are told by themselves."""
_HEIGHT = 2
"""The rows of the bars on a page, one where none counts more than one."""
_UNLIMITED = 1_000_000
"""A width that is enough for whatever unit the dates allow."""
_GAP = 2
"""The least number of blank cells between two years."""


class Scale(NamedTuple):
    """The bars of a strip at one width: the first month, the months and the cells of one, and how many there are."""

    start: int
    unit: int
    cell: int
    size: int

    @property
    def gap(self) -> int:
        """The blank cells behind a bar."""
        return int(self.cell >= _LEAST)

    def bar_at(self, month: int) -> int:
        """The number of the bar of a month; of one outside of the strip the nearest."""
        return max(0, min(self.size - 1, (month - self.start) // self.unit))

    def months(self, bar: int) -> tuple[int, int]:
        """The first and the last month of a bar."""
        first = self.start + bar * self.unit
        return first, first + self.unit - 1

    def in_one_bar(self, first: int, last: int) -> bool:
        """Whether some months are all in the same bar, so that what has that date is counted in it."""
        return first // self.unit == last // self.unit

    def words(self) -> str:
        """`by month`, `by 5 years`."""
        return f"by {_WORDS.get(self.unit) or f'{self.unit // 12:,} years'}"


def scale_of(dates: Sequence[Dated], width: int) -> Scale:
    """The scale of a strip of some dates in so many cells."""
    first, last = min(date.first for date in dates), max(date.first for date in dates)
    total = sum(date.number for date in dates)
    for unit in _UNITS:
        start = first - first % unit
        columns = (last - start) // unit + 1
        if columns * _LEAST > width and unit != _UNITS[-1]:
            continue
        kept = sum(date.number for date in dates if date.first // unit == date.last // unit)
        if (total - kept) * _MOST_LEFT_OUT <= total:
            break
    size = min(columns, max(1, width))
    return Scale(start, unit, max(1, min(_WIDEST, width // size)), size)


@lru_cache(64)
def even_words(dates: tuple[Dated, ...], coarsest: int, nouns: str = "") -> tuple[str, ...]:
    """How many there are in each period where these are nearly equal, and in fewer words: `3 a year, 4 in 1988`, and
    `3 to 4 a year`; with `nouns` `3 events a year`. Empty where they are not.

    The periods are as short as the dates allow, and none is of more months than `coarsest`.
    """
    first, last = min(date.first for date in dates), max(date.first for date in dates)
    shortest = scale_of(dates, _UNLIMITED).unit
    for unit in _UNITS:
        if shortest <= unit <= coarsest:
            start = first - first % unit
            if words := _even_words(Scale(start, unit, 1, (last - start) // unit + 1), dates, nouns):
                return words
    return ()


def _even_words(scale: Scale, dates: tuple[Dated, ...], nouns: str) -> tuple[str, ...]:
    counts, _ = counts_in(scale, dates)
    if not nearly_equal(counts):
        return ()
    each = f"a {_WORDS[scale.unit]}" if scale.unit in _WORDS else f"in {scale.words().removeprefix('by ')}"
    each = f"{nouns} {each}" if nouns else each
    usual, least, most = max(counts, key=counts.count), min(counts), max(counts)
    range_words = f"{least:,} to {most:,} {each}" if least < most else f"{most:,} {each}"
    exceptions = [(count, bar) for bar, count in enumerate(counts) if count != usual]
    if len(exceptions) > _MOST_EXCEPTIONS:
        return (range_words,)
    others = (f"{count:,} in {period_words(scale.months(bar))}" for count, bar in exceptions)
    return ", ".join((f"{usual:,} {each}", *others)), range_words


def counts_in(scale: Scale, dates: Sequence[Dated]) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """How many there are in each bar, and where the first of them leads."""
    counts, links = [0] * scale.size, [""] * scale.size
    for date in dates:
        if date.number and scale.in_one_bar(date.first, date.last):
            bar = scale.bar_at(date.first)
            counts[bar] += date.number
            links[bar] = links[bar] or date.link
    return tuple(counts), tuple(links)


def bar_rows(scale: Scale, counts: Sequence[int], height: int) -> Iterator[list[str]]:
    """The cells of each bar without the gap behind it, row by row; no bar is empty where there is something."""
    return column_rows(counts, scale.cell - scale.gap, height)


def low_bars(scale: Scale, counts: Sequence[int]) -> list[str]:
    """The bars of counts that are nearly equal, of which the highest has half a row: as high ones they would be a slab.

    They too are true to scale.
    """
    [row] = column_rows((*counts, 2 * max(counts)), scale.cell - scale.gap, 1)
    return row[:-1]


def years_over(scale: Scale, width: int) -> str:
    """The years at their bars, as many as there is room for; the first and the last of them before any other."""
    labels: list[tuple[int, str]] = []
    for bar in range(scale.size):
        month, _ = scale.months(bar)
        at, label = bar * scale.cell, _year(month // 12)
        if (month % 12 < scale.unit or not bar) and at + len(label) <= width:
            labels.append((at, label))
    if not labels:
        return ""
    last, line = labels[-1], ""
    for at, label in labels:
        is_free = not line or len(line) + _GAP <= at
        if is_free and (not line or (at, label) == last or at + len(label) + _GAP <= last[0]):
            line = line.ljust(at) + label
    return line


def period_words(months: tuple[int, int]) -> str:
    """The months of a bar: `May 2014`, `Oct–Dec 1974`, `1956`, `1950–1959`."""
    first, last = months
    size = last - first + 1
    if size >= 12:
        return _year(first // 12) if size == 12 else f"{_year(first // 12)}–{_year(last // 12)}"
    name = MONTHS[first % 12][:3]
    return f"{name if size == 1 else f'{name}–{MONTHS[last % 12][:3]}'} {_year(first // 12)}"


def count_strip(block: CountStrip, width: int, links: Links) -> list[Row]:
    """The years, the bars, which lead to what is in them, and the counts in words, or those of the selected bar."""
    scale, counts, targets = _counted(block.dates, width)
    numbers = [links.number(Span("", "chart", target)) if target else NO_LINK for target in targets]
    even = even_words(block.dates, scale.unit)
    words = wrap((Span(_even(even[0], counts, block) if even else _words(scale, counts, block), "dim"),), width, links)
    rows: list[Row] = [(Piece(years_over(scale, width), "dim"),)]
    height = 1 if even else max(1, min(_HEIGHT, max(counts)))
    drawn = [low_bars(scale, counts)] if even else bar_rows(scale, counts, height)
    for below, bars in zip(range(height - 1, -1, -1), drawn, strict=True):
        pieces: list[Piece] = []
        for at, (bar, number) in enumerate(zip(bars, numbers, strict=True)):
            # in the lowest row, where every bar begins, so that they are led through in the order of time
            if below or number == NO_LINK:
                pieces.append(Piece(bar, "chart"))
            else:
                period, count = period_words(scale.months(at)), block.counted(counts[at])
                place = range(at * scale.cell, at * scale.cell + len(bar))
                mark = pointer(place, width, (f"{period} · {count}", period), words)
                pieces.append(Piece(bar, "chart", number, pointer=mark))
            pieces += [Piece(" " * scale.gap, "chart")] * bool(scale.gap)
        if below == height - 1:
            pieces = _with_label(pieces, even[-1] if even else f"most {max(counts):,}", scale, counts, width)
        rows.append(tuple(pieces))
    return [*rows, *words]


def _with_label(pieces: list[Piece], label: str, scale: Scale, counts: Sequence[int], width: int) -> list[Piece]:
    """The highest row of the bars with what tells their scale, beside the highest bar or else where it is free.

    A row that leads anywhere has it behind all bars, if there is room.
    """
    size = len(label)
    row = "".join(piece.text for piece in pieces).ljust(width)
    start = counts.index(max(counts)) * scale.cell
    end = start + scale.cell - scale.gap
    if all(piece.link == NO_LINK for piece in pieces):
        for at in (end + 1, start - size - 1, width - size):
            if at > 0 and at + size <= width and row[at - 1 : at + size + 1].isspace():
                parts = (row[:at], "chart"), (label, "dim"), (row[at + size :].rstrip(), "chart")
                return [Piece(text, role) for text, role in parts if text]
    lead = " " * (not scale.gap)
    return [*pieces, Piece(lead + label, "dim")] if width_of(pieces) + len(lead + label) <= width else pieces


def _even(each: str, counts: Sequence[int], block: CountStrip) -> str:
    """`100 events: 3 a year, 4 in 1988.`"""
    wider = block.total - sum(counts)
    words = f"{block.counted(sum(counts))}: {each}"
    return f"{words}; {wider:,} more with a wider date." if wider else f"{words}."


@lru_cache(64)
def _counted(dates: tuple[Dated, ...], width: int) -> tuple[Scale, tuple[int, ...], tuple[str, ...]]:
    scale = scale_of(dates, width)
    return scale, *counts_in(scale, dates)


def _words(scale: Scale, counts: Sequence[int], block: CountStrip) -> str:
    """`80 events by month, at most 5, in May 2014; 3 more with a wider date.`"""
    most, counted = max(counts), sum(counts)
    words = f"{block.counted(counted)} {scale.words()}"
    if counted:
        period = period_words(scale.months(counts.index(most)))
        words += f", at most {most:,}{', first' if counts.count(most) > 1 else ','} in {period}"
    wider = block.total - counted
    return f"{words}; {wider:,} more with a wider date." if wider else f"{words}."


def _year(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BC"
