"""Events: what happened, when as far as the source says, where, and who took part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Event, Tie
from tui.dossier.once import once_per_dossier
from tui.dossier.values.dates import short_date
from tui.dossier.values.vocabulary import STATUS_GLYPHS
from tui.pages.list_line import ListLine
from tui.pages.page import Block, Entry, Fields, Page, Span, Spans, Title, joined
from tui.pages.phrases import kind_words, quoted
from tui.pages.records.citations import exact_words
from tui.pages.records.record_view import RecordView
from tui.pages.records.sections import related
from tui.pages.records.statements import Rows, editors_note, statement_rows
from tui.pages.span_builder import SpanBuilder, first_of
from tui.pages.truncation import brief
from tui.pages.when import year_words

if TYPE_CHECKING:
    from tui.dossier.timeline import Moment

PARTLY_ORDERED, IN_NO_ORDER = "Undated, partly ordered", "Undated, in no known order"
"""The headings over events without dates: those that `after` joins, and those that nothing places."""
_IN_SEQUENCE = "Undated, in sequence"
"""The heading over events without dates among the years, which `after` places between events that have some."""
_FEWEST_IN_YEARS, _LEAST_A_YEAR = 12, 2
"""The fewest events that are listed by year, and how many there are under a heading at least, on average."""
_HEADINGS = {"dated": "By date", "related": PARTLY_ORDERED, "unplaced": IN_NO_ORDER}


def event_page(builder: SpanBuilder, event: Event) -> Page:
    """What happened, when as far as the source says, where, and who took part."""
    from tui.pages.views.timeline import around

    me = event.id
    when = builder.date(event.date, event.date_text, lasting=True) or (Span("undated in the source", "dim"),)
    if event.date_text and event.date is None:
        when = (*when, Span("; undated", "dim"))
    rows: Rows = [("When", when)]
    if event.place:
        rows.append(("Where", place(builder, event)))
    if event.actors:
        rows.append(("Who", builder.names(event.actors)))
    if event.kind:
        rows.append(("Kind", (Span(event.kind),)))
    for label, ties in (("Begins", event.begins), ("Ends", event.ends)):
        if ties:
            rows.append((label, first_of(None, ties, lambda tie: tie_name(builder, tie), "; ")))
    if event.after:
        rows.append(("Follows", builder.names(event.after)))
    if followed := builder.dossier.links.back(me, "followed-by"):
        rows.append(("Followed by", builder.names(followed)))
    blocks: list[Block] = [Title((Span(event.title, "strong"),), (Span("event", "dim"),))]
    blocks.append(Fields((*rows, *statement_rows(builder, event))))
    blocks += exact_words(builder, event.cite)
    blocks += editors_note(builder, event)
    blocks += around(builder, event)
    blocks += related(builder, me, ("followed-by",))
    return Page(me, tuple(blocks))


def tie_name(builder: SpanBuilder, tie: str) -> Spans:
    """A tie as a link: its kind, then whom it joins."""
    record = builder.dossier.find(Tie, tie)
    kind = (Span(f" ({kind_words(record)})", "dim"),) if record is not None else ()
    return (*builder.name(tie), *kind)


def place(builder: SpanBuilder, event: Event, page: str = "") -> Spans:
    """Where an event took place: an actor when the text is the id of one, otherwise the words."""
    return builder.name(event.place, page) if builder.dossier.get(event.place) else (Span(event.place),)


def in_place(builder: SpanBuilder, event: Event, page: str = "") -> Spans:
    """`in Sill`, an actor, or `where: on the quay`, words, where it stands alone; nothing where no place is known."""
    if not event.place:
        return ()
    lead = "in " if builder.dossier.get(event.place) else "where: "
    return (Span(lead, "dim"), *place(builder, event, page))


def event_heading(moment: Moment) -> str:
    """The heading over an event, by what places it in the timeline."""
    return _HEADINGS["dated" if moment.run == 0 else moment.placed]


def _list_heading(builder: SpanBuilder, event: Event) -> str:
    """The heading over an event in the list: that of the timeline, or its year where there is one for each."""
    return _year_headings(builder.dossier, ()).get(event.id) or event_heading(builder.timeline.moment(event.id))


@once_per_dossier
def _year_headings(dossier: Dossier, _: tuple[()]) -> Mapping[str, str]:
    """Id -> the year over each event that dates place; empty where these are few or most years have one event alone."""
    from tui.dossier.timeline import timeline_of

    moments = [moment for moment in timeline_of(dossier).moments if moment.run == 0]
    years: dict[str, str] = {moment.event.id: _year(moment.event) for moment in moments}
    runs = sum(1 for _ in groupby(years.values()))
    return years if len(moments) >= max(_FEWEST_IN_YEARS, _LEAST_A_YEAR * runs) else {}


def _year(event: Event) -> str:
    """The year in which an event happens or begins, or the years in one of which it does."""
    if event.date is None:
        return _IN_SEQUENCE
    return year_words((event.date.start or event.date) if event.date.is_interval else event.date)


_BRANCHES = {"root": "", "next": "│ ", "fork": "├ ", "branch": "├ ", "last": "└ "}
_CONTINUED = "… "
"""Before an event that follows another one from further down a tree."""


def _branches(builder: SpanBuilder) -> Mapping[str, str]:
    """Id -> the lines before it in the list, of the undated events of which only before and after are known."""
    return _of_partial_order(builder.dossier, ())


@once_per_dossier
def _of_partial_order(dossier: Dossier, _: tuple[()]) -> Mapping[str, str]:
    from tui.dossier.timeline import timeline_of
    from tui.pages.timeline_blocks import BranchEntry
    from tui.pages.views.partial_order import PartialOrder

    events = [moment.event for moment in timeline_of(dossier).moments if moment.run > 0]

    def entry(event: Event, _: Sequence[str]) -> BranchEntry:
        return BranchEntry((Span("", "name", event.id),))

    after: dict[str, Sequence[str]] = {event.id: event.after for event in events}
    lines: dict[str, str] = {}
    for made in PartialOrder(events).entries(entry):
        [name] = (span.link for span in made.spans)
        stems = "".join("│ " if goes_on else "  " for goes_on in made.stems)
        is_continued = made.joint == "root" and any(other in lines for other in after[name])
        lines[name] = _CONTINUED if is_continued else stems + _BRANCHES[made.joint]
    return lines


def _line(builder: SpanBuilder, event: Event) -> ListLine:
    """The title, when it happened, and the status.

    One that is undated says so only among the dated, elsewhere its heading does.
    """
    printed = quoted(event.date_text) if event.date_text else ""
    is_excepted = event.date is None and builder.timeline.moment(event.id).run == 0
    undated = "undated" if is_excepted else ""
    when = short_date(event.date, lasting=True) if event.date else printed or undated
    also = printed if event.date else undated
    told = f"{when} · {also}" if printed and also else when
    role = builder.status(event.status)[0].role
    glyph = Span(f" {STATUS_GLYPHS[event.status]}", role)
    long_remark = (Span(told, "dim"), Span(f" {glyph.text} {event.status:10}", role))
    mark = builder.date_mark(event.date, lasting=True)
    is_told = event.date is None and not is_excepted
    return ListLine(mark, (Span(event.title),), (Span(when, "dim"), glyph), long_remark, (glyph,), mark_is_told=is_told)


def _entry(builder: SpanBuilder, event: Event, page: str) -> Entry:
    """What happened, when and where; the mark says how exact its date is, of an undated one it is a bullet."""
    below = [builder.date(event.date, event.date_text, lasting=True)] if event.date or event.date_text else []
    if event.place:
        below.append(place(builder, event, page) if below else in_place(builder, event, page))
    spans = (Span(brief(event.title), "text", event.id),)
    backing = builder.backing(event.status, event.cite, event.by, event.denied_by)
    return Entry(builder.date_mark(event.date, lasting=True), spans, backing, joined(below, " · "), apart=True)


def _remark(builder: SpanBuilder, events: Sequence[Event]) -> str:
    """How many of some events are undated, for their heading; nothing where no event of the dossier is dated."""
    undated = sum(event.date is None for event in events)
    if not undated or all(event.date is None for event in builder.dossier.records_of(Event)):
        return ""
    return "undated" if undated == len(events) else f"{undated:,} undated"


RECORD_VIEW = RecordView(
    page=event_page,
    line=_line,
    entry=_entry,
    heading=_list_heading,
    in_sequence=True,
    remark=_remark,
    branches=_branches,
    sort_key=lambda builder, event: builder.timeline.position[event.id],
)
