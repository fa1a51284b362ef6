"""One record as an item on another record's page: a tie, a quote, a ledger row, an event, a claim.

May not know on whose page the item stands, beyond the id that need not be a link there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from tui.dossier.kinds import Actor, AnyRecord, Claim, Event, Expectation, Quote, Tie
from tui.dossier.values.vocabulary import STATUS_GLYPHS, VOICE_GLYPHS, words
from tui.pages.page import Block, Entry, Para, Section, Span, Spans, joined
from tui.pages.span_builder import FEW, SpanBuilder
from tui.pages.truncation import BRIEF, MANY, brief, briefly

T = TypeVar("T")
_PREPOSITIONS = {
    "base-hosting": ("for", "by"),
    "bloc-membership": ("in", "of"),
    "territorial-claim": ("against", "by"),
    "diplomatic-support": ("for", "by"),
    "rhetorical-support": ("for", "by"),
    "hostility": ("towards", "by"),
    "rivalry": ("towards", "by"),
    "sanctions": ("on", "by"),
    "mediation": ("for", "by"),
}
"""How the other end is joined to the kind of tie: seen from the giver, and from the receiver."""
_MOST = 2 * BRIEF
"""The most characters of either line of an item."""

_NAMED = 80
"""So many characters of what a record is called, where nothing else is said of it."""
_ONE = {"quotes": "quote", "events": "event", "ledger": "expectation", "claims": "claim"}


def tie_item(builder: SpanBuilder, tie: Tie, page: str) -> Entry:
    """On the page of one end `+ arms supply from Russia  ● reported ¶3`, elsewhere with both ends."""
    spans: Spans
    if page in tie.ends:
        others = builder.names((end for end in tie.ends if end != page), most=FEW)
        spans = (builder.kind(tie), Span(f" {_preposition(tie, page)} ", "dim"), *others)
    else:
        spans = (*builder.ends(tie, most=FEW), Span("  "), builder.kind(tie))
    below = (Span(brief(tie.terms), "dim"),) if tie.terms else ()
    return Entry(builder.sign(tie.polarity), spans, builder.backing(tie.status, tie.cite, tie.by), below)


def _preposition(tie: Tie, page: str) -> str:
    if not tie.directed:
        return "with"
    outward, inward = _PREPOSITIONS.get(tie.kind, ("to", "from"))
    return outward if tie.giver == page else inward


def quote_item(builder: SpanBuilder, quote: Quote, page: str) -> Entry:
    """The words, then who said them to whom, how and where it stands."""
    below = [builder.name(quote.speaker, page)]
    if quote.act:
        below.append((Span(words(quote.act), "dim"),))
    if quote.to:
        below.append((Span("to ", "dim"), *builder.names(quote.to, page, FEW)))
    if quote.date_text:
        below.append((Span(f"“{quote.date_text}”", "dim"),))
    mark = Span("›" if quote.mode == "indirect" else " ", "dim")
    return Entry(mark, builder.excerpt(quote), builder.cites(quote.cite, FEW), joined(below, " · "), apart=True)


def expectation_item(builder: SpanBuilder, row: Expectation, page: str) -> Entry:
    """`! Armenia of Russia: …` and what came of it; on the page of one of the two only the other is named."""
    who = builder.name(row.expecting) if row.expecting != page else ()
    whom = (Span("of ", "dim"), *builder.name(row.of)) if row.of != page else ()
    spans = (*joined((who, whom), " "), Span(": ", "dim"), Span(brief(row.expected), "text", row.id))
    below = joined((((Span(words(row.voiced), "dim"),)), builder.outcome(row.outcome)), " → ")
    mark = Span(VOICE_GLYPHS[row.voiced], "dim")
    return Entry(mark, spans, builder.backing(row.status, row.cite, row.by), below, apart=True)


def event_item(builder: SpanBuilder, event: Event, page: str) -> Entry:
    """What happened, when and where."""
    below = [builder.date(event.date, event.date_text)] if event.date or event.date_text else []
    if event.date is None:
        below.append((Span("undated", "dim"),))
    if event.place:
        below.append(place(builder, event, page))
    spans = (Span(brief(event.title), "text", event.id),)
    return Entry(
        builder.date_mark(event.date),
        spans,
        builder.backing(event.status, event.cite, event.by),
        joined(below, " · "),
        apart=True,
    )


def place(builder: SpanBuilder, event: Event, page: str = "") -> Spans:
    """Where an event took place: an actor when the text is the id of one, otherwise the words."""
    return builder.name(event.place, page) if builder.dossier.get(event.place) else (Span(event.place),)


def claim_item(builder: SpanBuilder, claim: Claim, page: str) -> Entry:
    """The statement, who asserts and who denies it."""
    below = [(Span("says ", "dim"), *builder.speakers(claim.by, page, FEW))]
    if claim.denied_by:
        below.append((Span("denies ", "dim"), *builder.speakers(claim.denied_by, page, FEW)))
    role = builder.status(claim.status)[0].role
    mark = Span(STATUS_GLYPHS[claim.status], role)
    spans = (Span(brief(claim.text), "text", claim.id),)
    tail = joined((builder.status(claim.status), builder.cites(claim.cite, FEW)), " ")
    return Entry(mark, spans, tail, joined(below, " · "), apart=True)


def item(builder: SpanBuilder, record: AnyRecord, page: str) -> Entry:
    """Any record as an item on the page of `page`; what is far too long in it is cut."""
    entry = _whole_item(builder, record, page)
    return entry._replace(spans=briefly(entry.spans, _MOST), below=briefly(entry.below, _MOST))


def _whole_item(builder: SpanBuilder, record: AnyRecord, page: str) -> Entry:
    match record:
        case Tie():
            return tie_item(builder, record, page)
        case Quote():
            return quote_item(builder, record, page)
        case Expectation():
            return expectation_item(builder, record, page)
        case Event():
            return event_item(builder, record, page)
        case Claim():
            return claim_item(builder, record, page)
        case _:
            return Entry(Span("·", "dim"), builder.name(record.id, page))


def named_item(builder: SpanBuilder, name: str) -> Entry:
    """Any record as no more than what it is called and what it is."""
    record = builder.dossier.records[name]
    what = words(record.kind) if isinstance(record, Actor | Tie) else _ONE.get(record.TABLE, "")
    called = tuple(span._replace(text=_shortened(span.text)) for span in builder.name(name))
    return Entry(Span("·", "dim"), called, (Span(what, "dim"),))


def _shortened(text: str) -> str:
    return text if len(text) <= _NAMED else f"{text[:_NAMED].rsplit(' ', 1)[0]} …"


def section(builder: SpanBuilder, title: str, ids: Iterable[str], page: str) -> list[Block]:
    """A heading with its items; nothing when there are none."""
    records = [record for name in ids if name != page and (record := builder.dossier.get(name)) is not None]
    return listed(title, records, lambda record: item(builder, record, page))


def listed(title: str, things: Sequence[T], made: Callable[[T], Block]) -> list[Block]:
    """A heading with what is made of each thing: of very many only of the first, and how many more there are."""
    if not things:
        return []
    blocks: list[Block] = [Section(title, len(things)), *map(made, things[:MANY])]
    if len(things) > MANY:
        blocks.append(Para((Span(f"and {len(things) - MANY:,} more", "dim"),), (), 2))
    return blocks
