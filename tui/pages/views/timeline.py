"""Events on a vertical rail, in the order that the sources support and no further."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise, zip_longest
from typing import Literal

from tui.dossier.kinds import Event
from tui.dossier.timeline import Moment
from tui.dossier.values.dates import date_words
from tui.dossier.values.vocabulary import PROBLEM_GLYPHS, count_noun
from tui.pages.glyphs import DATES
from tui.pages.moment_marks import dim_spans, moment_words
from tui.pages.page import Block, Page, Para, Section, Span, Spans, TimelineEntry, Title, joined
from tui.pages.phrases import quoted
from tui.pages.records.events import event_heading, place
from tui.pages.span_builder import FEW, SpanBuilder, first_of
from tui.pages.truncation import and_more_line, brief

MOST = 500
"""The most events on the page; the list of the panel has all of them, in the same order."""

BROKEN_LEGEND: Spans = (Span("┆ order unknown", "dim"),)


def precision_legend(used: Collection[str]) -> list[Spans]:
    """What the marks for the precision of dates that are `used` mean."""
    return [(Span(f"{each.glyph} ", each.role), Span(each.word, "dim")) for each in DATES.glyphs if each.glyph in used]


def timeline_page(builder: SpanBuilder) -> Page:
    """All events: those that dates place, then each run that only `after` joins, then those that nothing places."""
    moments = builder.timeline.moments
    title = Title((Span("Timeline", "strong"),), (Span(count_noun(len(moments), "event"), "dim"),))
    if not moments:
        return Page("timeline:", (title, Para((Span("This dossier has no events."),))))
    blocks: list[Block] = [title, Para(_summary(moments)), Para(_legend(builder, moments))]
    heading = ""
    totals = Counter(map(event_heading, moments))
    line = _moment_line(builder, moments)
    for moment, following in zip_longest(moments[:MOST], moments[1:MOST]):
        if heading != (heading := event_heading(moment)):
            blocks.append(Section(heading, totals[heading]))
            blocks += _remark(moment, moments)
        if moment is line and builder.scope.moment is not None:
            blocks.append(Section(moment_words(builder.scope.moment)))
        entry = timeline_entry(builder, moment, following)
        blocks.append(dimmed(entry) if builder.as_of.state(moment.event.id) == "not begun" else entry)
    blocks += and_more_line(len(moments) - MOST, what="events; the list has them in the same order")
    return Page("timeline:", tuple(blocks))


def _moment_line(builder: SpanBuilder, moments: Sequence[Moment]) -> Moment | None:
    """The first event from which on all that are dated are later than the moment; None when none is."""
    first = None
    for moment in reversed([moment for moment in moments if moment.placed == "dated"]):
        if builder.as_of.state(moment.event.id) != "not begun":
            break
        first = moment
    return first


def dimmed(entry: TimelineEntry) -> TimelineEntry:
    """An entry of what is later than the moment."""
    when = tuple(dim_spans(part) for part in entry.when)
    mark = entry.mark._replace(role="dim")
    return entry._replace(mark=mark, when=when, spans=dim_spans(entry.spans), tail=dim_spans(entry.tail))


def timeline_entry(
    builder: SpanBuilder, moment: Moment, following: Moment | None, current: str = "", *, bare: bool = False
) -> TimelineEntry:
    """One event on the rail; `following` is the next one.

    The event `current` is not a link. With `bare`, place, status and cites are omitted.
    """
    event = moment.event
    below: list[Spans] = []
    if moment.contradicts:
        conflict = Span(f"{PROBLEM_GLYPHS['warning']} its date is earlier than that of ", "status-contested")
        below.append(
            (conflict, *_dim_link(builder, moment.contradicts), Span(", which it follows", "status-contested"))
        )
    elif moment.placed == "related" and event.after and not (moment.order_known and len(event.after) == 1):
        below.append((Span("after ", "dim"), *_dim_links(builder, event.after)))
    elif moment.placed == "related" and not event.after and moment.run == 0:
        below.append(
            (Span("before ", "dim"), *_dim_links(builder, builder.dossier.links.back(event.id, "followed-by")))
        )
    if event.place and not bare:
        below.insert(0, place(builder, event))
    rail: Literal["", "solid", "broken"] = ""
    gap: Spans = ()
    if following is not None and following.run == moment.run >= 0:
        rail = "solid" if following.order_known else "broken"
        words = following.gap or ("then" if following.order_known else "")
        gap = (Span(words, "dim"),) if words else ()
    tail = () if bare else builder.backing(event.status, event.cite, event.by, event.denied_by)
    is_current = event.id == current
    title = Span(brief(event.title), "strong" if is_current else "name", "" if is_current else event.id)
    return TimelineEntry(
        builder.date_mark(event.date, lasting=True),
        _when(event),
        (title,),
        tail,
        joined(below, " · "),
        rail,
        gap,
        event.date is None,
    )


def around(builder: SpanBuilder, event: Event) -> list[Block]:
    """An event between its neighbours on the rail, and a link to the whole timeline; nothing when it has none."""
    position = builder.timeline.position.get(event.id)
    before, after = builder.timeline.neighbours(event.id)
    if position is None or (before is None and after is None):
        return []
    moments = [moment for moment in (before, builder.timeline.moments[position], after) if moment is not None]
    blocks: list[Block] = [Section("On the timeline")]
    for moment, following in zip_longest(moments, moments[1:]):
        blocks.append(timeline_entry(builder, moment, following, event.id, bare=True))
    whole = f"all {len(builder.timeline.moments):,} events"
    return [*blocks, Para((Span("→ ", "dim"), Span(whole, "name", "timeline:")))]


def _when(event: Event) -> tuple[Spans, ...]:
    """`2 March 1977` and the words as printed; `“on Saturday”` and `undated` where there is no date."""
    printed = (Span(quoted(event.date_text), "dim" if event.date else "text"),) if event.date_text else ()
    if event.date is None:
        return tuple(part for part in (printed, (Span("undated", "dim"),)) if part)
    dated = (Span(date_words(event.date, lasting=True), "strong" if event.date.exact else "text"),)
    return (dated, printed) if printed else (dated,)


def _dim_link(builder: SpanBuilder, name: str) -> Spans:
    return (Span(builder.dossier.name(name), "dim", name),)


def _dim_links(builder: SpanBuilder, names: Sequence[str]) -> Spans:
    return first_of(FEW, names, lambda name: _dim_link(builder, name), builder.separator(names[:FEW]))


def _summary(moments: Sequence[Moment]) -> Spans:
    counts = Counter(moment.placed for moment in moments)
    undated = len(moments) - counts["dated"]
    if not counts["dated"]:
        if counts["related"]:
            words = "No event is dated: the order is what the source tells of before and after; the rest has none."
        else:
            words = "No event is dated or said to come after another: the order is that of the file."
    elif not undated:
        words = "Every event is dated." if len(moments) > 1 else "It is dated."
    else:
        related = f"; {counts['related']:,} of these placed by what they come after or before"
        words = f"{counts['dated']:,} dated, {undated:,} undated{related if counts['related'] else ''}."
    return (Span(words),)


def _legend(builder: SpanBuilder, moments: Sequence[Moment]) -> Spans:
    """The marks that occur, in words."""
    used = {builder.date_mark(moment.event.date, lasting=True).text for moment in moments}
    parts = precision_legend(used)
    if _has_broken_rail(moments):
        parts.append(BROKEN_LEGEND)
    return joined(parts, "   ")


def _has_broken_rail(moments: Sequence[Moment]) -> bool:
    return any(
        moment.run == following.run >= 0 and not following.order_known for moment, following in pairwise(moments)
    )


def _remark(moment: Moment, moments: Iterable[Moment]) -> list[Block]:
    """A remark under the heading of the section that begins with `moment`."""
    if moment.placed == "unplaced":
        return [Para((Span("No date, and not plainly said to come before or after another event.", "dim"),))]
    runs = len({placed.run for placed in moments if placed.run > 0})
    if moment.run > 0 and runs > 1:
        return [Para((Span(f"{runs:,} sequences; which of them came first is not known.", "dim"),))]
    return []
