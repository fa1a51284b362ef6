"""Ties or offices as bars on one scale of time: one a row where there is room, else the bar below the words."""

from itertools import groupby, pairwise
from typing import NamedTuple

from tui.dossier.values.dates import day_number, numbered_day
from tui.dossier.values.lifetimes import ALWAYS
from tui.dossier.values.vocabulary import EMPTY_CELL, MOMENT_GLYPH
from tui.pages.network.line_styles import LINE_GLYPHS
from tui.pages.timeline_blocks import LifetimeChart, LifetimeRow
from tui.render.columns import blank, padded
from tui.render.wrap import Links, Piece, Row, as_row_name, cells, width_of, wrap

PERHAPS_THERE, AFTERWARDS, AT_MOMENT = "┄", "─", "┊"
"""A bar where something may be there, where it lies after the moment; the moment itself beside bars."""
ENDED_THERE, BEGINS_THERE, GOES_ON_THERE = "┤┥", "├┝", "┼┿"
"""The moment on a bar that has just ended, is about to begin, or goes on: where it may be there, and where it is."""
_LEAST_WIDTH = 30
"""With fewer cells the chart is words."""
_BESIDE_FROM = 60
"""The least width, in cells, at which words and bar are beside each other."""
_LEAST_BAR, _LONGEST_BAR = 18, 60
"""The cells of a bar beside words. Below words it has the least: so a year is no longer where there is less room."""
_LABEL_GAP = 2
_DISTANCES = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)
"""The distances of labels, in years."""
_MOST_FIT = 0.9
"""The part of the rows for whose words there is room beside the bar, if there can be."""
_LEAST_WORDS = 12
"""The fewest cells that words have beside a bar."""
_MARK, _GAP = 2, 2


class _Columns(NamedTuple):
    """The widths of the columns, in cells; the bars begin at `at`. `words` is 0 where these are above their bar."""

    words: int
    bar: int
    when: int
    status: int

    @property
    def at(self) -> int:
        """Where the bars begin."""
        return _MARK + self.words + (_GAP if self.words else 0)


class _Scale:
    """The cells of the bars: each is as many days as every other."""

    def __init__(self, chart: LifetimeChart, size: int) -> None:
        self._first, self._last, self._size = chart.first, chart.last, size
        self._days = max(1, chart.last - chart.first + 1) / size
        self._moment = chart.moment
        self.moment = None if chart.moment is None else (self._at(chart.moment[0]), self._at(chart.moment[1]))
        """The first and the last cell of the moment."""

    def _at(self, day: int) -> int:
        return min(self._size - 1, max(0, int((day - self._first) / self._days)))

    def bar(self, row: LifetimeRow) -> Row:
        """The bar of one row, with the moment on it; what lies after the moment is not known to hold, and thin."""
        low, high, early, late = map(self._at, (*row.begins, *row.ends))
        if row.begins[1] == -ALWAYS:
            high = early  # known to be there by its end alone
        cells_of = [self._cell(number, row, low, high, early, late) for number in range(self._size)]
        return tuple(Piece(glyph * len(list(alike)), role) for (glyph, role), alike in groupby(cells_of))

    def _cell(self, number: int, row: LifetimeRow, low: int, high: int, early: int, late: int) -> tuple[str, str]:
        role = "axis" if row.absent else "chart"
        is_there, is_sure = low <= number <= late, high <= number <= early
        if self._moment is None or self.moment is None or number < self.moment[1]:
            return (LINE_GLYPHS[row.line] if is_sure else PERHAPS_THERE, role) if is_there else (EMPTY_CELL, "axis")
        if number > self.moment[1]:
            return (AFTERWARDS if is_there else EMPTY_CELL), "axis"
        if not is_there:
            return AT_MOMENT, "axis"
        ended, ahead = row.ends[1] < self._moment[0], row.begins[0] > self._moment[1]
        crossing = ENDED_THERE if ended else BEGINS_THERE if ahead else GOES_ON_THERE
        return crossing[is_sure], role

    def years(self) -> str:
        """The years over the cells in which they begin: the first, the last at the end, and round ones between."""
        first, last = (str(numbered_day(day)[0]) for day in (self._first, self._last))
        end = self._size - len(last)
        line = first
        if first == last or end < len(first) + _LABEL_GAP:
            return first[: self._size]
        begin, until = int(first), int(last)
        for distance in _DISTANCES:
            if until - begin > distance * self._size:
                continue
            years = (year for year in range(begin + 1, until) if not year % distance)
            labels = [(0, first), *((self._at(day_number((year, 1, 1))), str(year)) for year in years)]
            labels = [(at, label) for at, label in labels if at + len(label) + _LABEL_GAP <= end]
            if all(at + len(label) + _LABEL_GAP <= following for (at, label), (following, _) in pairwise(labels)):
                line = ""
                for at, label in labels:
                    line = line.ljust(at) + label
                break
        return line.ljust(end) + last


def lifetime_chart(chart: LifetimeChart, width: int, links: Links) -> list[Row] | None:
    """The years, the moment, then the bars; None where there is no room for bars."""
    if width < _LEAST_WIDTH or not chart.rows:
        return None
    columns = _columns(chart, width)
    scale = _Scale(chart, columns.bar)
    rows: list[Row] = [(*blank(columns.at), Piece(scale.years(), "axis"))]
    if scale.moment is not None:
        rows.append((Piece(_moment_line(chart.moment_words, columns.at + scale.moment[1], width), "dim"),))
    for number, row in enumerate(chart.rows):
        if number == chart.later:
            title = f"not begun {chart.moment_words} "
            rows.append((Piece(title + "─" * max(0, width - cells(title)), "rule"),))
        rows += _row(row, columns, scale, width, links)
    return rows


def _columns(chart: LifetimeChart, width: int) -> _Columns:
    """Words have the room that all but the longest ask for, if at least the shortest bar is left beside them."""
    when = max(cells(row.when) for row in chart.rows)
    status = max(sum(cells(span.text) for span in row.status) for row in chart.rows)
    rest = width - _MARK - _GAP - when - (_GAP + status if status else 0)
    if width < _BESIDE_FROM or rest - _GAP - _LEAST_BAR < _LEAST_WORDS:
        return _Columns(0, min(_LEAST_BAR, rest), when, status)
    sizes = sorted(map(_size, chart.rows))
    most = min(sizes[int(_MOST_FIT * (len(sizes) - 1))], rest - _GAP - _LEAST_BAR)
    words = max((size for size in sizes if size <= most), default=most)
    return _Columns(words, min(_LONGEST_BAR, rest - _GAP - words), when, status)


def _size(row: LifetimeRow) -> int:
    return sum(cells(span.text) for span in row.words)


def _moment_line(words: str, at: int, width: int) -> str:
    """The moment below the years: its mark in column `at`, and its words at whichever side has room."""
    after, before = f" {words}", f"{words} "
    if at + 1 + cells(after) <= width:
        return " " * at + MOMENT_GLYPH + after
    return (before.rjust(at) if cells(before) <= at else " " * at) + MOMENT_GLYPH


def _row(row: LifetimeRow, columns: _Columns, scale: _Scale, width: int, links: Links) -> list[Row]:
    """The words, the bar, the dates and the status; words for which there is no room stand above their bar."""
    mark = Piece(f"{row.mark.text} ", row.mark.role)
    status = [Piece(span.text, span.role) for span in row.status]
    end: Row = tuple(status) if not status else (*blank(width - _end_of(columns) - width_of(status)), *status)
    bar = (*scale.bar(row), *blank(_GAP), *padded((Piece(row.when, "dim"),), columns.when), *end)
    if columns.words and _size(row) <= columns.words:
        words = as_row_name(wrap(row.words, columns.words + 1, links)[0])
        return [(mark, *padded(words, columns.words + _GAP), *bar)]
    words_rows = map(as_row_name, wrap(row.words, width - _MARK, links))
    above = [(mark if not number else Piece(" " * _MARK, "text"), *words) for number, words in enumerate(words_rows)]
    return [*above, (*blank(columns.at), *bar)]


def _end_of(columns: _Columns) -> int:
    return columns.at + columns.bar + _GAP + columns.when
