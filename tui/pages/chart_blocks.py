"""Charts of how much there is, as data: bars, histograms, cross tables."""

from typing import NamedTuple

from tui.pages.page import Entry, Fields, Para, Section, Span, Spans


class BarRow(NamedTuple):
    """One bar: its label, the glyphs it is made of with the number of each, and what stands behind it."""

    label: Span
    parts: tuple[tuple[Span, int], ...]
    tail: Spans = ()


class Bars(NamedTuple):
    """Bars made of glyphs, one below the other, all to one scale: a glyph is one where there is room for that.

    `twin` says the same in words; it is empty where the words follow the bars anyway.
    """

    rows: tuple[BarRow, ...]
    twin: tuple[Fields, ...] = ()
    anchor: str = ""


class Column(NamedTuple):
    """One column of a histogram: what it counts, and where it leads; `label` is below it where there is room.

    `words` say all of it, for where it is selected: `¶3 · 4 records`.
    """

    label: str
    number: int
    link: str = ""
    words: str = ""


class Histogram(NamedTuple):
    """Counts in their order, as columns beside each other, `height` rows high. `twin` says it where they do not fit."""

    columns: tuple[Column, ...]
    height: int
    twin: tuple[Para, ...]
    anchor: str = ""


class CrossTable(NamedTuple):
    """A table of who does something to whom, with a few signs in a cell; columns are as wide as they need to be.

    A `heading` stands in its corner, followed by `lead`, the word that leads to the names of the columns.
    `twin` is the same as entries, for where the columns do not fit beside each other.
    """

    column_labels: Spans
    rows: tuple[tuple[Span, tuple[Spans, ...]], ...]
    legend: Spans
    twin: tuple[Section | Entry, ...]
    anchor: str = ""
    heading: Section | None = None
    lead: str = ""


ChartBlock = Bars | Histogram | CrossTable
