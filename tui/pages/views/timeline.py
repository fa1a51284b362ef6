"""Events on a vertical rail, in the order that the sources support, and no more of it than they do.

May not know how the order is found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Literal

from tui.dossier.kinds import Event
from tui.dossier.timeline import Moment
from tui.dossier.values.dates import date_words
from tui.dossier.values.vocabulary import DATE_GLYPHS, count_noun
from tui.pages.page import Block, Page, Para, Role, Section, Span, Spans, TimelineEntry, Title, joined
from tui.pages.records.events import event_heading, place
from tui.pages.span_builder import FEW, SpanBuilder
from tui.pages.truncation import brief

SHOWN = 500
"""The most events on the sheet; the list of the panel has all of them, in the same order."""

_MARKS: tuple[tuple[str, Role, str], ...] = (
    (DATE_GLYPHS["exact"], "strong", "to the day"),
    (DATE_GLYPHS["imprecise"], "text", "imprecise"),
    (DATE_GLYPHS["undated"], "dim", "undated"),
)


def timeline_page(builder: SpanBuilder) -> Page:
    """All events: those that dates reach, then each run that only `after` joins, then those that nothing places."""
    moments = builder.timeline.moments
    title = Title((Span("Timeline", "strong"),), (Span(count_noun(len(moments), "event"), "dim"),))
    if not moments:
        return Page("", (title, Para((Span("This dossier has no events."),))))
    blocks: list[Block] = [title, Para(_summary(moments)), Para(_legend(builder, moments))]
    under = ""
    shown = moments[:SHOWN]
    totals = Counter(map(event_heading, moments))
    for number, moment in enumerate(shown):
        if under != (under := event_heading(moment)):
            blocks.append(Section(under, totals[under]))
            blocks += _remark(moment, moments)
        following = shown[number + 1] if number + 1 < len(shown) else None
        blocks.append(point(builder, moment, following))
    if len(moments) > len(shown):
        rest = f"{len(moments) - len(shown):,} more events are not shown here; the list has them in the same order."
        blocks.append(Para((Span(rest, "dim"),)))
    return Page("", tuple(blocks))


def point(
    builder: SpanBuilder, moment: Moment, following: Moment | None, me: str = "", *, bare: bool = False
) -> TimelineEntry:
    """A moment on the rail; `following` is the next one.

    The event `me` is no link. A `bare` one is without place, status and cites.
    """
    event = moment.event
    below: list[Spans] = []
    if moment.contradicts:
        clash = Span("△ its date is earlier than that of ", "status-contested")
        below.append((clash, *_named(builder, moment.contradicts), Span(", which it follows", "status-contested")))
    elif moment.placed == "related" and event.after and not (moment.order_known and len(event.after) == 1):
        below.append((Span("after ", "dim"), *joined(_named(builder, one) for one in event.after[:FEW])))
    elif moment.placed == "related" and not event.after and moment.run == 0:
        followed = builder.dossier.links.back(event.id, "followed-by")[:FEW]
        below.append((Span("before ", "dim"), *joined(_named(builder, one) for one in followed)))
    if event.place and not bare:
        below.insert(0, place(builder, event))
    onward: Literal["", "solid", "broken"] = ""
    gap: Spans = ()
    if following is not None and following.run == moment.run >= 0:
        onward = "solid" if following.order_known else "broken"
        words = following.gap or ("then" if following.order_known else "")
        gap = (Span(words, "dim"),) if words else ()
    tail = () if bare else builder.backing(event.status, event.cite, event.by)
    spans = (Span(brief(event.title), "strong" if event.id == me else "name", "" if event.id == me else event.id),)
    return TimelineEntry(
        builder.date_mark(event.date), _when(event), spans, tail, joined(below, " · "), onward, gap, event.date is None
    )


def around(builder: SpanBuilder, event: Event) -> list[Block]:
    """An event between its neighbours on the rail, and the way to all of it; nothing when it has none."""
    position = builder.timeline.position.get(event.id)
    before, after = builder.timeline.neighbours(event.id)
    if position is None or (before is None and after is None):
        return []
    trio = [moment for moment in (before, builder.timeline.moments[position], after) if moment is not None]
    blocks: list[Block] = [Section("On the timeline")]
    for moment, following in zip(trio, [*trio[1:], None], strict=True):
        blocks.append(point(builder, moment, following, event.id, bare=True))
    whole = f"all {len(builder.timeline.moments):,} events"
    return [*blocks, Para((Span("→ ", "dim"), Span(whole, "name", "timeline:")))]


def _when(event: Event) -> tuple[Spans, ...]:
    """`2 March 1977` and the words as printed; `“on Saturday”` and `undated` where those are all there is."""
    printed = (Span(f"“{event.date_text}”", "dim" if event.date else "text"),) if event.date_text else ()
    if event.date is None:
        return tuple(part for part in (printed, (Span("undated", "dim"),)) if part)
    dated = (Span(date_words(event.date), "strong" if event.date.exact else "text"),)
    return (dated, printed) if printed else (dated,)


def _named(builder: SpanBuilder, name: str) -> Spans:
    return (Span(builder.dossier.name(name), "dim", name),)


def _summary(moments: Sequence[Moment]) -> Spans:
    counts = Counter(moment.placed for moment in moments)
    undated = len(moments) - counts["dated"]
    if not counts["dated"]:
        if not counts["related"]:
            return (
                Span("Nothing here is dated, and nothing is said to come after anything: the order is the file’s."),
            )
        words = (
            "Nothing here is dated: the order is that of the “after” relations, and of the file where there is none."
        )
        return (Span(words),)
    if not undated:
        return (Span("Every event is dated." if len(moments) > 1 else "It is dated."),)
    words = f"{counts['dated']:,} dated, {undated:,} undated"
    if counts["related"]:
        words += f"; {counts['related']:,} of these placed by what they come after or before"
    return (Span(f"{words}."),)


def _legend(builder: SpanBuilder, moments: Sequence[Moment]) -> Spans:
    """The marks that occur, in words."""
    used = {builder.date_mark(moment.event.date).text for moment in moments}
    parts: list[Spans] = [(Span(glyph, role), Span(f" {said}", "dim")) for glyph, role, said in _MARKS if glyph in used]
    if _broken(moments):
        parts.append((Span("┆", "dim"), Span(" which came first is not known", "dim")))
    return joined(parts, "   ")


def _broken(moments: Sequence[Moment]) -> bool:
    return any(one.run == two.run >= 0 and not two.order_known for one, two in pairwise(moments))


def _remark(moment: Moment, moments: Iterable[Moment]) -> list[Block]:
    """What a reader must know of a part before reading it."""
    if moment.placed == "unplaced":
        return [Para((Span("No date, and not said to come before or after anything.", "dim"),))]
    runs = len({one.run for one in moments if one.run > 0})
    if moment.run > 0 and runs > 1:
        return [Para((Span(f"{runs:,} runs; which of them came first is not known.", "dim"),))]
    return []
