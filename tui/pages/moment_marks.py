"""What a line or an entry says of a record that is not there at the moment, or only may be: `ended 1954`, `?`."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

from tui.dossier.kinds import Event, Tie
from tui.dossier.values.dates import Date, date_words, short_date
from tui.dossier.values.lifetimes import COUNTED
from tui.dossier.values.vocabulary import STATUS_GLYPHS
from tui.pages.list_line import ListLine
from tui.pages.page import Entry, Role, Span, Spans
from tui.pages.span_builder import SpanBuilder, status_role
from tui.pages.when import some_day, year_words

CHANGE_GLYPHS = MappingProxyType({"came": "↑", "went": "↓", "turned": "⇄"})
"""What a tie or a pair has done since the moment before."""
ENDED = "†"
"""Stands for `ended` where there is no room for the word."""
PERHAPS = "≈"
"""Follows what may or may not be there at the moment, and counts."""
_KEPT: frozenset[Role] = frozenset(("cite", *map(status_role, STATUS_GLYPHS)))
"""The roles that spans of what is not there at the moment have as well."""


def absence(builder: SpanBuilder, name: str, *, briefly: bool = False) -> str:
    """Why a record is not there at the moment: `ended 1954`, `from 1957`, `later: 1957`; empty when it counts.

    When told `briefly`, the date is only a year.
    """
    at = builder.as_of
    if (state := at.state(name)) in COUNTED:
        return ""
    span = at.lifetime(name)
    date = (span.ends if state == "ended" else span.begins) if span is not None else None
    lead = "ended" if state == "ended" else "later:" if span is not None and span.happens else "from"
    if date is not None:
        lasting = isinstance(builder.dossier.get(name), Event)
        words = year_words(date) if briefly else short_date(date, lasting=lasting)
        return f"{lead} {some_day(words) if lead == 'from' else words}"
    return "ended" if state == "ended" else "later"


def absence_word(builder: SpanBuilder, name: str) -> str:
    """`absence` where the dates of the record stand beside it: `ended`, `not begun`, or `later` of what happens."""
    at = builder.as_of
    if (state := at.state(name)) in COUNTED:
        return ""
    span = at.lifetime(name)
    return "later" if span is not None and span.happens else state


def change(builder: SpanBuilder, name: str) -> str:
    """What a tie has done since the moment from which changes are marked: `↑ came`; empty when nothing.

    A tie with a sign has turned when the sign of its pair is another one than it was.
    """
    marked = builder.differences
    if marked is None or (tie := builder.dossier.find(Tie, name)) is None:
        return ""
    what = "came" if name in marked.came else "went" if name in marked.went else ""
    if (
        not what
        and tie.polarity
        and builder.as_of.counts(name)
        and any(map(frozenset(tie.ends).issuperset, marked.turned))
    ):
        what = "turned"
    return f"{CHANGE_GLYPHS[what]} {what}" if what else ""


def changes_since(builder: SpanBuilder, ties: Iterable[Tie]) -> str:
    """How many of some ties came and went: `compared with 1955: ↑ 2 came, ↓ 1 went`; empty while nothing is marked."""
    marked = builder.differences
    if marked is None or marked.since is None:
        return ""
    ids = frozenset(tie.id for tie in ties)
    counts = {"came": len(ids & marked.came), "went": len(ids & marked.went)}
    words = ", ".join(f"{CHANGE_GLYPHS[what]} {count:,} {what}" for what, count in counts.items() if count)
    return f"compared with {some_day(date_words(marked.since))}: {words or 'nothing changed'}"


def marked_line(builder: SpanBuilder, name: str, line: ListLine) -> ListLine:
    """The line of a record with what became of it first in its remark, dimmed if it is not there at the moment."""
    moved, reason, words = change(builder, name), absence(builder, name, briefly=True), ""
    if moved or reason:
        # of what has gone the reason says it: `↓ ended 1954`; where the dates stand beside it, only `↓ ended`
        word = absence_word(builder, name)
        words, brief = (f"{moved.partition(' ')[0]} {said}".strip() if reason else moved for said in (word, reason))
        role: Role = "strong" if moved else "dim"
        long_remark = (Span(f"{words}  ", role), *(line.long_remark or line.remark))
        gap = "" if line.remark and line.remark[-1].text.startswith(" ") else " "
        remark, only_mark = ((Span(f"{said}{gap}", role), *line.remark[-1:]) for said in (brief, words))
        if line.short_spans:
            remark, only_mark = ((Span(f"{said} ", role), *line.brief_remark) for said in (brief, words))
        line = line._replace(remark=remark, long_remark=long_remark, brief_remark=only_mark)
    if reason:
        dimmed, short = dim_spans(line.spans), dim_spans(line.short_spans)
        absent_mark = (Span(f"{ENDED} ", "dim"),) if line.short_spans and words == "ended" else ()
        mark = line.mark._replace(role="dim")
        return line._replace(mark=mark, spans=dimmed, short_spans=short, absent_mark=absent_mark)
    if builder.as_of.state(name) == "perhaps":
        perhaps = (Span(f" {PERHAPS}", "dim"),)
        return line._replace(
            spans=(*line.spans, *perhaps), short_spans=line.short_spans and (*line.short_spans, *perhaps)
        )
    return line


def marked_entry(builder: SpanBuilder, name: str, entry: Entry) -> Entry:
    """An entry about a record; if it is not there at the moment with the reason, and dimmed but for what has moved."""
    reason = (absence if builder.dossier.actor(name) else absence_word)(builder, name)
    if reason:
        mark = entry.mark._replace(role="dim")
        entry = entry._replace(
            mark=mark, spans=dim_spans(entry.spans), tail=dim_spans(entry.tail), below=dim_spans(entry.below)
        )
    if moved := change(builder, name):
        entry = entry._replace(spans=(*entry.spans, Span(f"  {moved}", "strong")))
    if reason:
        return entry._replace(spans=(*entry.spans, Span(f"  {reason}", "dim")))
    if builder.as_of.state(name) == "perhaps":
        return entry._replace(spans=(*entry.spans, Span("  "), Span(f"{PERHAPS} perhaps", "dim")))
    return entry


def dim_spans(spans: Spans) -> Spans:
    """Spans of what is not there at the moment. How sure it is stays to be seen, and its cites are no louder for it."""
    return tuple(span if span.role in _KEPT else span._replace(role="dim") for span in spans)


def moment_words(moment: Date, *, opening: bool = False) -> str:
    """The moment in words: `as of March 1957`, or `As of …` where it is the `opening` of a sentence."""
    return f"{'As' if opening else 'as'} of {some_day(date_words(moment))}"
