"""Events on a vertical rail, in the order that the sources support and no further."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby, pairwise, zip_longest
from typing import Literal

from tui.dossier.kinds import Event
from tui.dossier.timeline import Moment
from tui.dossier.values.dates import date_words
from tui.dossier.values.vocabulary import PROBLEM_GLYPHS, count_noun
from tui.pages.glyphs import DATES
from tui.pages.moment_marks import dim_spans, moment_words
from tui.pages.page import BULLET, Block, Entry, Page, Para, Section, Span, Spans, Title, joined
from tui.pages.phrases import quoted
from tui.pages.records.events import event_heading, in_place
from tui.pages.span_builder import FEW, SpanBuilder, first_of
from tui.pages.timeline_blocks import BranchEntry, TimelineEntry
from tui.pages.truncation import and_more_line, brief
from tui.pages.views.date_strip import events_strip
from tui.pages.views.partial_order import PartialOrder
from tui.pages.views.registry import VIEWS

MOST = 500
"""The most events on the page; the list of the panel has all of them, in the same order."""

BROKEN_LEGEND: Spans = (Span("┆ order unknown", "dim"),)


def precision_legend(used: Collection[str]) -> list[Spans]:
    """What the marks for the precision of dates that are `used` mean."""
    return [(Span(f"{each.glyph} ", each.role), Span(each.word, "dim")) for each in DATES.glyphs if each.glyph in used]


def timeline_page(builder: SpanBuilder) -> Page:
    """All events: those that dates place on a rail, what only `after` joins as trees, then what nothing places."""
    moments = builder.timeline.moments
    title = Title((Span("Timeline", "strong"),), (Span(count_noun(len(moments), "event"), "dim"),))
    if not moments:
        return Page("timeline:", (title, Para((Span("This dossier has no events."),)), *_instead(builder)))
    strip = events_strip(builder.dossier)
    blocks: list[Block] = [title, *((strip,) if strip is not None else ()), Para(_summary(moments))]
    blocks += [Para(legend)] if (legend := _legend(builder, moments)) else []
    totals = Counter(map(event_heading, moments))
    for heading, alike in groupby(moments[:MOST], event_heading):
        shown = list(alike)
        blocks += [Section(heading, totals[heading]), *_remark(shown[0], moments)]
        if shown[0].run == 0:
            blocks += _on_rail(builder, shown)
        elif shown[0].placed == "related":
            blocks += PartialOrder([moment.event for moment in shown]).entries(partial(branch_entry, builder))
        else:
            blocks += [_unplaced(builder, moment.event) for moment in shown]
    blocks += and_more_line(len(moments) - MOST, what="events; the list has them in the same order")
    return Page("timeline:", tuple(blocks))


def _instead(builder: SpanBuilder) -> Iterator[Block]:
    """Links to the timelines of what is dated in a dossier without events."""
    from tui.pages.views.dated_timeline import timelines_instead

    for view in timelines_instead(builder.dossier):
        yield Para((Span("→ ", "dim"), Span(VIEWS[view.rstrip(":")].title, "name", view)))


def _on_rail(builder: SpanBuilder, moments: Sequence[Moment]) -> Iterator[Block]:
    """Events that dates place, with the moment between those before it and those after it."""
    line = _moment_line(builder, moments)
    for moment, following in zip_longest(moments, moments[1:]):
        if moment is line and builder.scope.moment is not None:
            yield Section(moment_words(builder.scope.moment))
        entry = timeline_entry(builder, moment, following)
        yield dimmed(entry) if builder.as_of.state(moment.event.id) == "not begun" else entry


def branch_entry(builder: SpanBuilder, event: Event, after: Sequence[str], current: str = "") -> BranchEntry:
    """An event as an entry of a tree; `after` are those to name below it. The event `current` is not a link."""
    below = [in_place(builder, event)] if event.place else []
    below += [(Span("after ", "dim"), *_dim_links(builder, after))] if after else []
    tail = builder.backing(event.status, event.cite, event.by, event.denied_by)
    return BranchEntry(_named(event, current), tail, joined(below, " · "))


def _unplaced(builder: SpanBuilder, event: Event) -> Entry:
    backing = builder.backing(event.status, event.cite, event.by, event.denied_by)
    return Entry(BULLET, _named(event), backing, in_place(builder, event))


def _named(event: Event, current: str = "") -> Spans:
    """The title of an undated event, and its time as printed."""
    is_current = event.id == current
    title = Span(brief(event.title), "strong" if is_current else "name", "" if is_current else event.id)
    return (title, Span(f"  {quoted(event.date_text)}", "dim")) if event.date_text else (title,)


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
        below.insert(0, in_place(builder, event))
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
    """An event between its neighbours, and a link to the whole timeline; nothing when it has none."""
    timeline = builder.timeline
    position = timeline.position.get(event.id)
    before, after = timeline.neighbours(event.id)
    if position is None or (before is None and after is None):
        return []
    whole = Para((Span("→ ", "dim"), Span(f"all {len(timeline.moments):,} events", "name", "timeline:")))
    if timeline.moments[position].run > 0:
        following = builder.dossier.links.back(event.id, "followed-by")
        near = sorted(
            {event.id, *event.after, *following} & timeline.position.keys(), key=timeline.position.__getitem__
        )
        order = PartialOrder([timeline.moment(name).event for name in near[: 2 * FEW]])
        entries = order.entries(lambda one, others: branch_entry(builder, one, others, event.id)._replace(tail=()))
        return [Section("What it follows, and what follows it"), *entries, whole]
    moments = [moment for moment in (before, timeline.moments[position], after) if moment is not None]
    blocks: list[Block] = [Section("On the timeline")]
    for moment, following_it in zip_longest(moments, moments[1:]):
        blocks.append(timeline_entry(builder, moment, following_it, event.id, bare=True))
    return [*blocks, whole]


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
            words = "No event is dated. Of some it is known which came after which; otherwise no order is known."
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
    dated = [moment for moment in moments if moment.run == 0]
    parts = precision_legend({builder.date_mark(moment.event.date, lasting=True).text for moment in dated})
    if _has_broken_rail(dated):
        parts.append(BROKEN_LEGEND)
    return joined(parts, "   ")


def _has_broken_rail(moments: Sequence[Moment]) -> bool:
    return any(
        moment.run == following.run >= 0 and not following.order_known for moment, following in pairwise(moments)
    )


def _remark(moment: Moment, moments: Iterable[Moment]) -> list[Block]:
    """A remark under the heading of the section that begins with `moment`."""
    if moment.placed == "unplaced":
        return [Para((Span("Not plainly said to come before or after another event.", "dim"),))]
    runs = len({placed.run for placed in moments if placed.run > 0})
    if moment.run > 0 and runs > 1:
        words = f"{runs:,} separate sequences; which of them came first is not known."
        return [Para((Span(words, "dim"),))]
    return []
