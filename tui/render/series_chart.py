"""Numbers over time as charts above each other, whose columns are of the same times, with the moment below them."""

from __future__ import annotations

from tui.dossier.values.vocabulary import EMPTY_CELL, MOMENT_GLYPH
from tui.pages.page import Role, Span
from tui.pages.timeline_blocks import Series, SeriesChart
from tui.render.columns import blank
from tui.render.pointer import pointer
from tui.render.wrap import NO_LINK, Links, Piece, Row, cells, wrap

_HEIGHT = 2
_STEPS = " ▁▂▃▄▅▆▇█"
_WIDEST = 3
"""The most cells of a column."""
_GAP = 2


def series_chart(chart: SeriesChart, width: int, links: Links) -> list[Row] | None:
    """The charts, if there is a cell at least for each column; None where they have to be within text."""
    label = _GAP + max(cells(each.label) for each in chart.series)
    count = len(chart.series[0].numbers)
    size = min(_WIDEST, (width - label - max(cells(each.scale) for each in chart.series)) // count)
    if size < 1:
        return None
    rows: list[Row] = [(*blank(label), Piece(_years(chart, count * size, size), "axis"))]
    for number, each in enumerate(chart.series):
        rows += [()] * bool(number)  # where what is selected above it is told
        rows += _columns(each, chart, size, label, width, links)
    if chart.moment:
        rows.append((Piece(f"{'Moment':<{label}}", "label"), Piece(_moment_line(chart, count, size), "chart")))
        first, *rest = chart.moment
        told = wrap((first._replace(text=first.text.lstrip()), *rest), width - label, links)
        rows += [(*blank(label), *row) for row in told]
    return rows


def _columns(series: Series, chart: SeriesChart, size: int, label: int, width: int, links: Links) -> list[Row]:
    """The rows of one series, with its label before and its scale behind the lowest one, whose bars lead somewhere."""
    most = max(series.numbers) or 1
    highest = _HEIGHT * (len(_STEPS) - 1) - 2  # so that it does not touch what is above
    heights = [-(-number * highest // most) for number in series.numbers]
    numbers = [links.number(Span("", "text", link)) for link in series.links]
    rows: list[Row] = []
    for level in range(_HEIGHT - 1, -1, -1):
        pieces: list[Piece] = list(blank(label)) if level else [Piece(f"{series.label:<{label}}", "label")]
        for at, height in enumerate(heights):
            role: Role = "highlight" if height and chart.lit[0] <= at < chart.lit[1] else "chart"
            step = max(0, min(len(_STEPS) - 1, height - level * (len(_STEPS) - 1)))
            bar = _STEPS[step] if step or level else EMPTY_CELL
            mark = None
            if not level and numbers[at] != NO_LINK and series.words:
                mark = pointer(range(label + at * size, label + (at + 1) * size), width, [series.words[at]], [()])
            pieces.append(Piece(bar * size, role, NO_LINK if level else numbers[at], pointer=mark))
        rows.append((*pieces, *(() if level else (Piece(series.scale, "dim"),))))
    return rows


def _years(chart: SeriesChart, room: int, size: int) -> str:
    """The years over the places at which they begin, as many as there is room for."""
    line = ""
    for column, label in chart.years:
        at = int(column * size)
        if (not line or len(line) + 2 <= at) and at + len(label) <= room:
            line = line.ljust(at) + label
    return line.ljust(room)


def _moment_line(chart: SeriesChart, count: int, size: int) -> str:
    """The moment on the axis of time, or an arrow to where it lies outside."""
    room = count * size
    if chart.outside:
        return f"⇠{'─' * (room - 1)}" if chart.outside == "before" else f"{'─' * (room - 1)}⇢"
    marked = {at * size + (size - 1) // 2 for at in range(*chart.lit)}
    return "".join(MOMENT_GLYPH if cell in marked else "─" for cell in range(room))
