"""What is known of an actor."""

from __future__ import annotations

from itertools import islice

from tui.dossier.kinds import Actor
from tui.dossier.values.vocabulary import AGAINST, NEITHER, UNSETTLED, WITH, words
from tui.pages.page import Block, Entry, Facts, Page, Para, Section, Span, Spans, Title, joined
from tui.pages.records.entries import item, listed, section
from tui.pages.records.quotes import exact_words
from tui.pages.span_builder import FEW, SpanBuilder
from tui.pages.truncation import MANY, brief

_STANDS = ((WITH, "Stands with"), (AGAINST, "Stands against"), (NEITHER, "Neither with nor against"))


def actor_page(builder: SpanBuilder, actor: Actor) -> Page:
    """What it is, its offices, where it stands, what it said and was told, what was expected and came."""
    back = builder.dossier.links.back
    me, name = actor.id, builder.short(actor.id)
    blocks: list[Block] = [Title((Span(actor.name, "strong"),), _what(actor))]
    if facts := _facts(builder, actor):
        blocks.append(Facts(facts))
    if actor.summary:
        blocks.append(Para(builder.prose(actor.summary, but=me), builder.cites(actor.cite)))
    blocks += exact_words(builder, (*(actor.cite or ()), *(cite for role in actor.roles for cite in role.cite or ())))
    blocks += _stands(builder, me)
    blocks += section(builder, "Said", back(me, "said"), me)
    blocks += section(builder, f"Said to {name}", back(me, "said-to"), me)
    blocks += section(builder, f"Said about {name}", back(me, "said-about"), me)
    blocks += section(builder, f"Expected by {name}", back(me, "expects"), me)
    blocks += section(builder, f"Expected of {name}", back(me, "expected-of"), me)
    claims = dict.fromkeys((*back(me, "touched-by"), *_asserted(builder, me)))
    blocks += section(builder, f"Claims that touch {name}", claims, me)
    events = dict.fromkeys((*back(me, "events"), *_asserted_events(builder, me)))
    blocks += section(builder, "Events", events, me)
    blocks += section(builder, f"Also asserted or denied by {name}", _asserted_elsewhere(builder, me), me)
    blocks += _members(builder, me)
    if actor.note:
        blocks += [Section("Editor’s note"), Para(builder.prose(actor.note, "dim", me))]
    return Page(me, tuple(blocks))


def _what(actor: Actor) -> Spans:
    parts: list[Spans] = [(Span(words(actor.kind), "dim"),)]
    if actor.code:
        parts.append((Span(actor.code, "dim"),))
    if actor.wikidata:
        parts.append((Span(actor.wikidata, "dim"),))
    return joined(parts, " · ")


def _facts(builder: SpanBuilder, actor: Actor) -> tuple[tuple[str, Spans], ...]:
    rows: list[tuple[str, Spans]] = []
    for number, role in enumerate(actor.roles[:MANY]):
        spans: list[Span] = [Span(role.title)]
        if role.of:
            spans += [Span(", ", "dim"), *builder.name(role.of)]
        for label, date in (("from", role.since), ("until", role.until)):
            if date is not None:
                spans += [Span(f" {label} ", "dim"), *builder.date(date, "")]
        if role.cite:
            spans += [Span("  "), *builder.cites(role.cite, FEW)]
        rows.append(("" if number else "Office" if len(actor.roles) == 1 else "Offices", tuple(spans)))
    if len(actor.roles) > MANY:
        rows.append(("", (Span(f"and {len(actor.roles) - MANY:,} more", "dim"),)))
    if actor.part_of:
        rows.append(("Part of", builder.name(actor.part_of)))
    if actor.side and actor.side != actor.id:
        rows.append(("Side", builder.name(actor.side)))
    elif actor.id in builder.dossier.head.sides:
        rows.append(("Side", (Span("one of the sides of this dossier", "dim"),)))
    if actor.cite and not actor.summary:
        rows.append(("Stands in", builder.cites(actor.cite)))
    if actor.aliases:
        rows.append(("Also", (Span(", ".join(actor.aliases)),)))
    return tuple(rows)


def _stands(builder: SpanBuilder, me: str) -> list[Block]:
    ties = [builder.dossier.tie(name) for name in builder.dossier.links.back(me, "ties")]
    settled = [tie for tie in ties if tie.status not in UNSETTLED]
    parts = [(title, [tie for tie in settled if tie.polarity == polarity]) for polarity, title in _STANDS]
    parts.append(("Not settled, and not counted", [tie for tie in ties if tie.status in UNSETTLED]))
    blocks: list[Block] = []
    for title, some in parts:
        blocks += listed(title, some, lambda tie: item(builder, tie, me))
    return blocks


def _asserted(builder: SpanBuilder, me: str) -> list[str]:
    """Claims it asserts or denies."""
    return [name for name in _spoken(builder, me) if builder.dossier.records[name].TABLE == "claims"]


def _asserted_events(builder: SpanBuilder, me: str) -> list[str]:
    """Events that it vouches for or disputes."""
    return [name for name in _spoken(builder, me) if builder.dossier.records[name].TABLE == "events"]


def _asserted_elsewhere(builder: SpanBuilder, me: str) -> list[str]:
    """Ties and expectations of others that it asserts or denies."""
    back = builder.dossier.links.back
    own = {*back(me, "ties"), *back(me, "expects"), *back(me, "expected-of")}
    records = builder.dossier.records
    return [
        name
        for name in dict.fromkeys(_spoken(builder, me))
        if records[name].TABLE in ("alliances", "ledger") and name not in own
    ]


def _spoken(builder: SpanBuilder, me: str) -> tuple[str, ...]:
    back = builder.dossier.links.back
    return (*back(me, "asserts"), *back(me, "denies"))


def _members(builder: SpanBuilder, me: str) -> list[Block]:
    back = builder.dossier.links.back
    blocks: list[Block] = []
    holders = dict.fromkeys((*back(me, "offices"), *back(me, "parts")))
    blocks += listed("Its people and parts", list(holders), lambda name: _holder(builder, name, me))
    belonging = [name for name in back(me, "of-side") if name not in holders and name != me]
    blocks += listed("Also on its side", belonging, lambda name: Entry(Span("·", "dim"), builder.name(name)))
    return blocks


def _holder(builder: SpanBuilder, name: str, of: str) -> Entry:
    """An actor with the offices that it holds in `of`."""
    actor = builder.dossier.actor(name)
    titles = (role.title for role in (actor.roles if actor else ()) if role.of == of)
    office = joined(((Span(brief(title), "dim"),) for title in islice(titles, FEW)), "; ")
    return Entry(Span("·", "dim"), (*builder.name(name), *((Span("  "), *office) if office else ())))
