"""The panels: which records each one lists, in which groups, and the one line a record has there.

May not know how wide the list is nor which row is lit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple, cast

from tui.dossier.kinds import Actor, AnyRecord, Claim, Event, Expectation, Quote, Source, Tie
from tui.dossier.responses import opponents
from tui.dossier.values.dates import short_date
from tui.dossier.values.vocabulary import (
    OUTCOME_GLYPHS,
    SIGN_GLYPHS,
    STATUS_GLYPHS,
    UNSETTLED,
    VOICE_GLYPHS,
    plural,
    words,
)
from tui.pages.list_line import ListGroup, ListLine, event_heading
from tui.pages.page import Span, joined
from tui.pages.span_builder import FEW, SpanBuilder


class Panel(NamedTuple):
    """One view of the dossier. `key` is the digit that opens it, `table` its name: that of the table it lists, if any.

    `head` is the sheet that stands before its list. A panel that is `alone` shows a page and no list.
    """

    key: str
    table: str
    title: str
    one: str
    short: str
    head: str = ""
    alone: bool = False

    def counted(self, count: int) -> str:
        """`1 ledger row`, `28 actors`."""
        return f"{count:,} {self.one}{'s' * (count != 1)}"

    def nothing(self, query: str) -> str:
        """What an empty list says, and which key leads on."""
        if query:
            return "Nothing matches. Press esc to drop the filter, / to change it."
        return f"This dossier has no {self.one}s. Press 0 to 9 for another panel."


PANELS = (
    Panel("0", "overview", "Overview", "overview", "Home", "overview:", alone=True),
    Panel("1", "actors", "Actors", "actor", "Actors"),
    Panel("2", "quotes", "Quotes", "quote", "Quotes"),
    Panel("3", "alliances", "Alliances", "alliance", "Ties"),
    Panel("4", "ledger", "Ledger", "ledger row", "Ledger", "grievances:"),
    Panel("5", "claims", "Claims", "claim", "Claims", "versions:"),
    Panel("6", "events", "Events", "event", "Events", "timeline:"),
    Panel("7", "sources", "Sources", "source", "Texts", "coverage:"),
    Panel("8", "network", "Network", "network", "Net", alone=True),
    Panel("9", "balance", "Balance", "triangle", "Bal", "balance:"),
)
BY_TABLE = {panel.table: panel for panel in PANELS}


_TIE_HEADINGS = {"+": "+ stand with", "-": "− stand against", "": "· neither"}
_UNSETTLED = "≠ not settled, not counted"
_SHORT_KINDS = {
    "defence-pact": "defence",
    "offence-pact": "offence",
    "treaty-alliance": "treaty",
    "nominal-alliance": "nominal",
    "strategic-partnership": "partner",
    "arms-supply": "arms",
    "base-hosting": "base",
    "diplomatic-support": "diplomacy",
    "rhetorical-support": "rhetoric",
    "nonaggression-pact": "non-aggr.",
    "neutrality-pact": "neutral",
    "consultation-pact": "consult",
    "bloc-membership": "member",
    "territorial-claim": "territory",
}


def groups(builder: SpanBuilder, table: str, ids: Iterable[str]) -> list[ListGroup]:
    """`ids` of one table under the panel's headings, in the order of the file; events in that of the timeline."""
    if table == "events":
        ids = sorted(ids, key=lambda name: builder.timeline.position[name])
    heading = _HEADINGS.get(table)
    if heading is None:
        return [ListGroup("", tuple(ids))]
    found: dict[str, list[str]] = {}
    records = builder.dossier.records
    for name in ids:
        found.setdefault(heading(builder, records[name]), []).append(name)
    order = _ORDERS.get(table)
    headings = sorted(found, key=order.index) if order else list(found)
    return [ListGroup(one, tuple(found[one])) for one in headings]


def item(builder: SpanBuilder, name: str) -> ListLine:
    """The one line of the record with the id `name`."""
    record = builder.dossier.records[name]
    return _ITEMS[record.TABLE](builder, record)


def _actor_item(builder: SpanBuilder, record: AnyRecord) -> ListLine:
    actor = cast(Actor, record)
    spans = builder.name(actor.id, actor.id)
    counts = {"+": 0, "-": 0, "": 0}
    for name in builder.dossier.links.back(actor.id, "ties"):
        tie = builder.dossier.tie(name)
        if tie.status not in UNSETTLED:
            counts[tie.polarity] += 1
    remark: list[Span] = []
    for polarity, count in counts.items():
        if count:
            remark.append(Span(f"{' ' if remark else ''}{SIGN_GLYPHS[polarity]}{count}", builder.sign(polarity).role))
    return ListLine(Span(" "), spans, tuple(remark))


def _quote_item(builder: SpanBuilder, record: AnyRecord) -> ListLine:
    quote = cast(Quote, record)
    mark = Span("›" if quote.mode == "indirect" else "“", "dim")
    where = quote.cite[0].where
    long = (Span(f"{words(quote.act)} ", "dim"),) if quote.act else ()
    return ListLine(mark, (Span(_one_line(quote.text)),), (Span(where, "cite"),), (*long, Span(where, "cite")))


def _tie_item(builder: SpanBuilder, record: AnyRecord) -> ListLine:
    tie = cast(Tie, record)
    role = builder.status(tie.status)[0].role
    glyph = Span(f" {STATUS_GLYPHS[tie.status]}", role)
    short = _SHORT_KINDS.get(tie.kind, words(tie.kind))
    long = (Span(short, "dim"), Span(f" {STATUS_GLYPHS[tie.status]} {tie.status:10}", role))
    ends = ((Span(builder.short(end), builder.name(end)[0].role),) for end in tie.ends[:FEW])
    spans = joined(ends, " → " if tie.directed else " – ")
    return ListLine(builder.sign(tie.polarity), spans, (Span(short, "dim"), glyph), long)


def _expectation_item(builder: SpanBuilder, record: AnyRecord) -> ListLine:
    row = cast(Expectation, record)
    [outcome] = builder.outcome(row.outcome)
    [status] = builder.status(row.status)
    spans = (*(Span(span.text, span.role) for span in builder.name(row.of)), Span(f"  {_one_line(row.expected)}"))
    short = (Span(OUTCOME_GLYPHS[row.outcome], outcome.role), Span(f" {STATUS_GLYPHS[row.status]}", status.role))
    voice = Span(f"{VOICE_GLYPHS[row.voiced]} {words(row.voiced)}  ", "dim")
    long = (voice, outcome, Span(f"  {status.text:12}", status.role))
    return ListLine(Span(VOICE_GLYPHS[row.voiced], "dim"), spans, short, long)


def _claim_item(builder: SpanBuilder, record: AnyRecord) -> ListLine:
    claim = cast(Claim, record)
    number = len(opponents(builder.dossier, claim))
    short = (Span(f"{number:,} against", "dim"),) if number else ()
    by = Span("".join(span.text for span in builder.speakers(claim.by, most=2)), "dim")
    mark = Span(STATUS_GLYPHS[claim.status], builder.status(claim.status)[0].role)
    return ListLine(mark, (Span(_one_line(claim.text)),), short, joined(((by,), short), " · "))


def _event_item(builder: SpanBuilder, record: AnyRecord) -> ListLine:
    event = cast(Event, record)
    printed = f"“{event.date_text}”" if event.date_text else ""
    when = short_date(event.date) if event.date else printed or "undated"
    long = (Span(f"{when} · {printed if event.date else 'undated'}", "dim"),) if printed else ()
    return ListLine(builder.date_mark(event.date), (Span(event.title),), (Span(when, "dim"),), long)


def _source_item(builder: SpanBuilder, record: AnyRecord) -> ListLine:
    source = cast(Source, record)
    rests = len({name for ids in builder.dossier.links.citing(source.id).values() for name in ids})
    return ListLine(
        Span("¶", "cite"), (Span(source.title),), (Span(str(rests), "dim"),), (Span(f"{rests} rest on it", "dim"),)
    )


def _tie_heading(tie: Tie) -> str:
    return _UNSETTLED if tie.status in UNSETTLED else _TIE_HEADINGS[tie.polarity]


def _one_line(text: str) -> str:
    return " ".join(text[:400].split())


_ITEMS: dict[str, Callable[[SpanBuilder, AnyRecord], ListLine]] = {
    "actors": _actor_item,
    "quotes": _quote_item,
    "alliances": _tie_item,
    "ledger": _expectation_item,
    "claims": _claim_item,
    "events": _event_item,
    "sources": _source_item,
}
_HEADINGS: dict[str, Callable[[SpanBuilder, AnyRecord], str]] = {
    "actors": lambda builder, record: plural(cast(Actor, record).kind),
    "quotes": lambda builder, record: builder.dossier.name(cast(Quote, record).speaker),
    "alliances": lambda builder, record: _tie_heading(cast(Tie, record)),
    "ledger": lambda builder, record: f"{builder.dossier.name(cast(Expectation, record).expecting)} expects of",
    "events": lambda builder, record: event_heading(builder.timeline.moment(record.id)),
    "claims": lambda builder, record: f"{STATUS_GLYPHS[cast(Claim, record).status]} {cast(Claim, record).status}",
}
_ORDERS: dict[str, list[str]] = {
    "actors": [plural(kind) for kind in ("state", "igo", "body", "group", "media", "person", "place")],
    "alliances": [*_TIE_HEADINGS.values(), _UNSETTLED],
    "claims": [
        f"{STATUS_GLYPHS[status]} {status}"
        for status in ("contested", "denied", "attributed", "judgement", "inferred", "reported")
    ],
}
