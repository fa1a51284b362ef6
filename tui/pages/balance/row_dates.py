"""The date of a row of the balance over time in words, no finer than the dossier gives what changed.

A row is of one day, which is counted: of a tie that ends in 1977 it is the first day of 1978. Such a day is in no
source, so the words are `after 1977`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tui.dossier.as_of import lifetimes_of
from tui.dossier.network.balance import Row
from tui.dossier.values.dates import Date, date_words, short_date
from tui.dossier.values.lifetimes import bounds
from tui.pages.page import Span
from tui.pages.span_builder import SpanBuilder
from tui.pages.when import moment_link, some_day


def row_date(builder: SpanBuilder, row: Row, words: Callable[[Date], str] = short_date) -> str:
    """`13 Mar 1957`, `from 1972`, `after 1977`, with its dates in `words`."""
    causes = list(_causes(builder, row))
    if not causes or any(date.exact for _, date in causes):
        return words(row.date)
    lead, date = causes[0]
    return f"{lead} {some_day(words(date))}"


def opening_date(builder: SpanBuilder, row: Row) -> str:
    """The date of a row in full, to begin a line with: `13 March 1957`, `After 1977`."""
    words = row_date(builder, row, date_words)
    return words[0].upper() + words[1:]


def row_text(builder: SpanBuilder, row: Row) -> str:
    """The date of a row as the dossier writes it: `1957-03-13`, `after 1977`."""
    return row_date(builder, row, lambda date: date.text)


def dated(builder: SpanBuilder, row: Row) -> Span:
    """The date of a row in few words, as a link to everything as of that day."""
    return Span(row_date(builder, row), "dim", moment_link(row.date))


def is_ahead(builder: SpanBuilder, row: Row) -> bool:
    """Whether what changes is after the `as_of` of the dossier, so that it is only set to."""
    own, is_begun = builder.dossier.head.as_of, bool(row.step.came or row.step.actors_came)
    last_day = bounds(row.date)[0] - (not is_begun)  # of what ends, it is the day before
    return own is not None and last_day > bounds(own)[1]


def _causes(builder: SpanBuilder, row: Row) -> Iterator[tuple[str, Date]]:
    """The dates that make something begin or end on the day of a row, each with the word before it."""
    spans, day = lifetimes_of(builder.dossier).by_id, bounds(row.date)[0]
    for name in (*row.step.came, *row.step.actors_came):
        if (span := spans.get(name)) is not None and span.begins is not None and span.begin_low == day:
            yield "from", span.begins
    for name in (*row.step.went, *row.step.actors_went):
        if (span := spans.get(name)) is not None and span.ends is not None and span.end_high + 1 == day:
            yield "after", span.ends
