"""The strip of time along the bottom: what begins and ends when in a dossier, and the moment that is shown."""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from tui.dossier.change_points import ChangePoints, Differences, change_points, column_of, differences, histogram
from tui.dossier.kinds import KINDS
from tui.dossier.network.scope import counted_states, tie_states
from tui.dossier.values.dates import MONTHS, Date, day_number
from tui.dossier.values.edtf import days_in_month
from tui.dossier.values.lifetimes import COUNTED, State, bounds
from tui.dossier.values.vocabulary import MOMENT_GLYPH, count_noun
from tui.pages.moment_marks import CHANGE_GLYPHS, moment_words
from tui.pages.page import Span, Spans, joined
from tui.pages.phrases import kind_words
from tui.pages.span_builder import SpanBuilder
from tui.render.wrap import cells

_BARS = " ▁▂▃▄▅▆▇█"
_LABEL_WIDTH = 8
_DATED = "dated"
"""The label of the bars of what begins, is said or happens: most of it does not begin."""
_UNDATED_TIES = "no tie has a date: the date changes nothing about ties", "no tie has a date"
_FEW_KINDS = 2
"""The most kinds that are named of what the bars count."""
_FEW_TIES = 2
"""The most ties that are named when they came or went."""
_KIND_LENGTH = 30
"""The most characters of the kind of a tie."""
_MARGIN = 2
_LABEL = re.compile(r"\S+(?: \S+)*")
_LABEL_GAP = 3
"""The fewest blank cells between two labels of the axis."""
_YEARS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)
"""The distances of labels, in years."""
_FEW_YEARS = 2
"""A span of no more years than these has labels by month."""


class Chart(NamedTuple):
    """The bars and the axis at one width, whatever the moment. `most` is what the highest bar stands for."""

    first: int
    last: int
    most: int
    begins: str
    ends: str
    axis: str


class MomentStrip:
    """The rows of the strip for the dossier of `builder`; its chart is made once for each width."""

    def __init__(self, builder: SpanBuilder) -> None:
        self.builder = builder
        self._points = change_points(builder.dossier)
        self._charts: dict[int, Chart] = {}

    def rows(self, width: int, since: Date | None = None) -> list[Spans]:
        """The moment in words with what is there then, the bars of what begins and ends, the axis with the moment lit.

        `since` is the moment before, from which changes are counted.
        """
        columns = width - _LABEL_WIDTH - 2 * _MARGIN
        if self._points is None or columns < 2 * _LABEL_WIDTH:
            return [self._heading(width, since)]
        if columns not in self._charts:
            self._charts[columns] = _chart(self._points, columns)
        chart = self._charts[columns]
        lit = self._lit(chart, columns)
        no_tie = self._no_tie_is_dated and not chart.ends.strip()
        return [
            self._heading(width, since, (f"bars: {self._counted}, at most {chart.most:,}", f"bars: {self._counted}")),
            _row(_DATED, chart.begins, lit),
            _words_row(_UNDATED_TIES, width) if no_tie else _row("ends", chart.ends, lit),
            _axis_row(chart.axis, lit),
        ]

    @property
    def _no_tie_is_dated(self) -> bool:
        states = tie_states(self.builder.dossier, self.builder.scope.moment)
        return bool(states["undated"]) and states["undated"] == sum(states.values())

    @cached_property
    def _counted(self) -> str:
        """What the bars count: `quotes and events with a date`."""
        points = self._points.points if self._points is not None else ()
        dossier = self.builder.dossier.whole or self.builder.dossier
        tables = {dossier.records[name].TABLE for point in points for name in (*point.begins, *point.ends)}
        kinds = [kind.plural for kind in KINDS.values() if kind.table in tables]
        return f"{' and '.join(kinds)} with a date" if len(kinds) <= _FEW_KINDS else "everything dated"

    def _heading(self, width: int, since: Date | None, scale: Sequence[str] = ()) -> Spans:
        """`As of March 1957   2 ties · 1 ended`, with what changed since the moment before.

        `scale` says what the bars stand for, the longest first, where nothing changed and there is room.
        """
        builder = self.builder
        moment = builder.scope.moment
        left: Spans = (Span("All times" if moment is None else moment_words(moment, opening=True), "strong"),)
        parts = [(Span(words, "dim"),) for words in self._counts()]
        if since is not None and moment is not None:
            room = width - _width(left) - _width(joined(parts, " · ")) - 2 * _MARGIN - 4
            versions = self._changed(differences(builder.dossier, since, builder.scope))
            words = next((words for words in versions if cells(words) <= room), versions[-1])
            left = (*left, Span(f"  {words}", "text")) if words else left
        right = joined(parts, " · ")
        while parts and width - _width(left) - _width(right) < 2 * _MARGIN + 2:
            parts.pop()
            right = joined(parts, " · ")
        gap = width - _width(left) - _width(right) - 2 * _MARGIN
        fitting = next((words for words in scale if cells(words) + 4 <= gap), "")
        if fitting and since is None:
            left = (*left, Span(f"  {fitting}", "dim"))
            gap -= cells(fitting) + 2
        return (Span(" " * _MARGIN), *left, Span(" " * max(1, gap)), *right)

    def _changed(self, change: Differences) -> list[str]:
        """What came, went and turned: by name where it is little, in numbers with words, in numbers alone."""
        changed = {"came": len(change.came), "went": len(change.went), "turned": len(change.turned)}
        numbers = {f"{CHANGE_GLYPHS[what]} {number:,}": what for what, number in changed.items() if number}
        versions = ["  ".join(f"{number} {what}" for number, what in numbers.items()), "  ".join(numbers)]
        if len(change.came) + len(change.went) > _FEW_TIES or change.turned:
            return versions
        named = [f"{CHANGE_GLYPHS['came']} {self._tie(name)}" for name in sorted(change.came)]
        named += [f"{CHANGE_GLYPHS['went']} {self._tie(name)}" for name in sorted(change.went)]
        return ["  ".join(named), *versions]

    def _tie(self, name: str) -> str:
        """`Keld → Ansa aid`."""
        tie = self.builder.dossier.tie(name)
        ends = "".join(span.text for span in self.builder.short_ends(tie))
        return f"{ends} {kind_words(tie, _KIND_LENGTH)}"

    def _counts(self) -> list[str]:
        builder = self.builder
        counted = count_noun(len(builder.scope.ties(builder.dossier)), "tie")
        if self._no_tie_is_dated:
            return [counted, "none dated"]
        states = tie_states(builder.dossier, builder.scope.moment)
        open_states = counted_states(builder.dossier, builder.scope)
        order: tuple[State, ...] = ("perhaps", "ended", "not begun", "undated")
        numbers = {state: (open_states if state in COUNTED else states)[state] for state in order}
        return [counted, *(f"{number:,} {state}" for state, number in numbers.items() if number)]

    def _lit(self, chart: Chart, columns: int) -> range:
        """The columns of the moment; none outside of time."""
        moment = self.builder.scope.moment
        if moment is None:
            return range(0)
        first, last = bounds(moment)
        start = column_of(first, columns, chart.first, chart.last)
        return range(start, column_of(last, columns, chart.first, chart.last) + 1)


def _width(spans: Spans) -> int:
    return sum(cells(span.text) for span in spans)


def _row(label: str, bars: str, lit: range) -> Spans:
    """A row of bars; the bars at the moment stand out."""
    start, end = lit.start, lit.stop
    parts = (Span(bars[:start], "dim"), Span(bars[start:end], "highlight"), Span(bars[end:], "dim"))
    return (Span(f"{' ' * _MARGIN}{label:{_LABEL_WIDTH}}", "dim"), *(part for part in parts if part.text))


def _words_row(versions: Sequence[str], width: int) -> Spans:
    """Words in place of a row of bars, as many as there is room for."""
    room = width - 2 * _MARGIN - _LABEL_WIDTH
    fitting = next((words for words in versions if cells(words) <= room), "")
    return (Span(" " * (_MARGIN + _LABEL_WIDTH)), Span(fitting, "dim"))


def _axis_row(axis: str, lit: range) -> Spans:
    """The labels of the axis with the moment over them; a label that it would cover in part is left out."""
    lead = Span(" " * (_MARGIN + _LABEL_WIDTH))
    if not lit:
        return (lead, Span(axis, "dim"))
    mark = MOMENT_GLYPH if len(lit) < 3 else f"{MOMENT_GLYPH}{'─' * (len(lit) - 2)}{MOMENT_GLYPH}"
    mark = mark.ljust(len(lit)) if len(lit) == 2 else mark
    before, after = axis[: lit.start], axis[lit.stop :]
    for label in _LABEL.finditer(axis):
        start, end = label.span()
        if start < lit.start < end:
            before = before[:start].ljust(len(before))
        if start < lit.stop < end:
            after = after[end - lit.stop :].rjust(len(after))
    return (lead, Span(before, "dim"), Span(mark, "strong"), Span(after, "dim"))


def _chart(points: ChangePoints, columns: int) -> Chart:
    first, last = _days(points)
    begins, ends = histogram(points, columns, first, last)
    most = max(*begins, *ends, 1)
    return Chart(first, last, most, _bars(begins, most), _bars(ends, most), _axis(points, columns, first, last))


def _days(points: ChangePoints) -> tuple[int, int]:
    """The first and the last day of the axis: whole years, or whole months where there are few years."""
    years = points.last_year - points.first_year + 1
    if years > _FEW_YEARS or not points.points:
        return day_number((points.first_year, 1, 1)), day_number((points.last_year, 12, 31))
    start = points.points[0].moment.earliest
    final = points.points[-1].moment
    end = final.latest or final.earliest
    return day_number((start[0], start[1], 1)), day_number((end[0], end[1], days_in_month(end[0], end[1])))


def _bars(counts: Sequence[int], most: int) -> str:
    """A bar for each count; nothing for none, and at least the lowest bar for one."""
    steps = len(_BARS) - 1
    return "".join(_BARS[-(-count * steps // most)] for count in counts)


def _axis(points: ChangePoints, columns: int, first: int, last: int) -> str:
    """The labels under the bars, each beginning at its column, as many as there is room for.

    The first year and, where there is room, the last one are among them.
    """
    axis = [" "] * columns
    free, last_label = 0, _year_label(points.last_year)
    for label, day in _labels(points, columns, first, last):
        column = column_of(day, columns, first, last)
        if day >= first and column >= free and column + len(label) <= columns:
            axis[column : column + len(label)] = label
            free = columns if label == last_label else column + len(label) + _LABEL_GAP
    if columns - len(last_label) >= free and points.last_year - points.first_year >= _FEW_YEARS:
        axis[columns - len(last_label) :] = last_label
    return "".join(axis)


def _labels(points: ChangePoints, columns: int, first: int, last: int) -> Iterable[tuple[str, int]]:
    """Labels with their days: years at round distances, or months."""
    start, end = points.first_year, points.last_year
    years = end - start + 1
    if years <= _FEW_YEARS:
        months = ((year, month) for year in range(start, end + 1) for month in range(1, 13))
        return ((f"{MONTHS[month - 1][:3]} {year}", day_number((year, month, 1))) for year, month in months)
    wanted = max(1, columns // (4 + _LABEL_GAP + 3))
    distance = next((distance for distance in _YEARS if years <= distance * wanted), _YEARS[-1])
    labelled = dict.fromkeys((start, *range(start - start % distance, end + 1, distance)))
    return ((_year_label(year), day_number((year, 1, 1))) for year in labelled)


def _year_label(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BC"
