"""What a line or an entry says of a record that is not there at the moment, or only may be: `ended 1954`, `?`."""

from __future__ import annotations

from tui.dossier.kinds import Event
from tui.dossier.values.dates import Date, date_words, short_date
from tui.dossier.values.lifetimes import COUNTED
from tui.pages.list_line import ListLine
from tui.pages.page import Entry, Span, Spans
from tui.pages.span_builder import SpanBuilder

PERHAPS = "?"
"""Follows what may or may not be there at the moment, and counts."""


def absence(builder: SpanBuilder, name: str) -> str:
    """Why a record is not there at the moment: `ended 1954`, `from 1957`, `later: 1957`; empty when it counts."""
    at = builder.as_of
    if (state := at.state(name)) in COUNTED:
        return ""
    span = at.lifetime(name)
    date = (span.ends if state == "ended" else span.begins) if span is not None else None
    lead = "ended" if state == "ended" else "later:" if span is not None and span.happens else "from"
    if date is not None:
        return f"{lead} {short_date(date, lasting=isinstance(builder.dossier.get(name), Event))}"
    return "ended" if state == "ended" else "later"


def marked_line(builder: SpanBuilder, name: str, line: ListLine) -> ListLine:
    """The line of a record, dimmed and with the reason first in its remark if it is not there at the moment."""
    if reason := absence(builder, name):
        lead = Span(f"{reason} ", "dim")
        return line._replace(
            mark=line.mark._replace(role="dim"),
            spans=_dimmed(line.spans),
            remark=(lead, *line.remark),
            long_remark=(lead, *(line.long_remark or line.remark)),
        )
    if builder.as_of.state(name) == "perhaps":
        return line._replace(spans=(*line.spans, Span(f" {PERHAPS}", "dim")))
    return line


def marked_entry(builder: SpanBuilder, name: str, entry: Entry) -> Entry:
    """An entry about a record, with the reason if it is not there at the moment."""
    if reason := absence(builder, name):
        return entry._replace(spans=(*entry.spans, Span(f"  {reason}", "dim")))
    if builder.as_of.state(name) == "perhaps":
        return entry._replace(spans=(*entry.spans, Span(f" {PERHAPS}", "dim")))
    return entry


def _dimmed(spans: Spans) -> Spans:
    return tuple(span._replace(role="dim") for span in spans)


def moment_words(moment: Date, *, opening: bool = False) -> str:
    """The moment in words: `as of March 1957`, or `As of …` where it is the `opening` of a sentence."""
    return f"{'As' if opening else 'as'} of {date_words(moment)}"
