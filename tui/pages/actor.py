"""What is known of an actor."""

from __future__ import annotations

from itertools import islice

from tui.dossier.model import Actor
from tui.dossier.vocabulary import AGAINST, NEITHER, UNSETTLED, WITH, words
from tui.pages.bounds import MANY, brief
from tui.pages.items import item, listed, section
from tui.pages.page import Block, Entry, Facts, Page, Para, Section, Span, Spans, Title, joined
from tui.pages.phrases import FEW, Phrases
from tui.pages.quote import exact_words

_STANDS = ((WITH, "Stands with"), (AGAINST, "Stands against"), (NEITHER, "Neither with nor against"))


def actor_page(phrases: Phrases, actor: Actor) -> Page:
    """What it is, its offices, where it stands, what it said and was told, what was expected and came."""
    back = phrases.dossier.links.back
    me, name = actor.id, phrases.short(actor.id)
    blocks: list[Block] = [Title((Span(actor.name, "strong"),), _what(actor))]
    if facts := _facts(phrases, actor):
        blocks.append(Facts(facts))
    if actor.summary:
        blocks.append(Para(phrases.prose(actor.summary, but=me), phrases.cites(actor.cite)))
    blocks += exact_words(phrases, (*(actor.cite or ()), *(cite for role in actor.roles for cite in role.cite or ())))
    blocks += _stands(phrases, me)
    blocks += section(phrases, "Said", back(me, "said"), me)
    blocks += section(phrases, f"Said to {name}", back(me, "said-to"), me)
    blocks += section(phrases, f"Said about {name}", back(me, "said-about"), me)
    blocks += section(phrases, f"Expected by {name}", back(me, "expects"), me)
    blocks += section(phrases, f"Expected of {name}", back(me, "expected-of"), me)
    claims = dict.fromkeys((*back(me, "touched-by"), *_asserted(phrases, me)))
    blocks += section(phrases, f"Claims that touch {name}", claims, me)
    events = dict.fromkeys((*back(me, "events"), *_asserted_events(phrases, me)))
    blocks += section(phrases, "Events", events, me)
    blocks += section(phrases, f"Also asserted or denied by {name}", _asserted_elsewhere(phrases, me), me)
    blocks += _members(phrases, me)
    if actor.note:
        blocks += [Section("Editor’s note"), Para(phrases.prose(actor.note, "dim", me))]
    return Page(me, tuple(blocks))


def _what(actor: Actor) -> Spans:
    parts: list[Spans] = [(Span(words(actor.kind), "dim"),)]
    if actor.code:
        parts.append((Span(actor.code, "dim"),))
    if actor.wikidata:
        parts.append((Span(actor.wikidata, "dim"),))
    return joined(parts, " · ")


def _facts(phrases: Phrases, actor: Actor) -> tuple[tuple[str, Spans], ...]:
    rows: list[tuple[str, Spans]] = []
    for number, role in enumerate(actor.roles[:MANY]):
        spans: list[Span] = [Span(role.title)]
        if role.of:
            spans += [Span(", ", "dim"), *phrases.name(role.of)]
        for label, date in (("from", role.since), ("until", role.until)):
            if date is not None:
                spans += [Span(f" {label} ", "dim"), *phrases.date(date, "")]
        if role.cite:
            spans += [Span("  "), *phrases.cites(role.cite, FEW)]
        rows.append(("" if number else "Office" if len(actor.roles) == 1 else "Offices", tuple(spans)))
    if len(actor.roles) > MANY:
        rows.append(("", (Span(f"and {len(actor.roles) - MANY:,} more", "dim"),)))
    if actor.part_of:
        rows.append(("Part of", phrases.name(actor.part_of)))
    if actor.side and actor.side != actor.id:
        rows.append(("Side", phrases.name(actor.side)))
    elif actor.id in phrases.dossier.head.sides:
        rows.append(("Side", (Span("one of the sides of this dossier", "dim"),)))
    if actor.cite and not actor.summary:
        rows.append(("Stands in", phrases.cites(actor.cite)))
    if actor.aliases:
        rows.append(("Also", (Span(", ".join(actor.aliases)),)))
    return tuple(rows)


def _stands(phrases: Phrases, me: str) -> list[Block]:
    ties = [phrases.dossier.tie(name) for name in phrases.dossier.links.back(me, "ties")]
    settled = [tie for tie in ties if tie.status not in UNSETTLED]
    parts = [(title, [tie for tie in settled if tie.polarity == polarity]) for polarity, title in _STANDS]
    parts.append(("Not settled, and not counted", [tie for tie in ties if tie.status in UNSETTLED]))
    blocks: list[Block] = []
    for title, some in parts:
        blocks += listed(title, some, lambda tie: item(phrases, tie, me))
    return blocks


def _asserted(phrases: Phrases, me: str) -> list[str]:
    """Claims it asserts or denies."""
    return [name for name in _spoken(phrases, me) if phrases.dossier.records[name].TABLE == "claims"]


def _asserted_events(phrases: Phrases, me: str) -> list[str]:
    """Events that it vouches for or disputes."""
    return [name for name in _spoken(phrases, me) if phrases.dossier.records[name].TABLE == "events"]


def _asserted_elsewhere(phrases: Phrases, me: str) -> list[str]:
    """Ties and expectations of others that it asserts or denies."""
    back = phrases.dossier.links.back
    own = {*back(me, "ties"), *back(me, "expects"), *back(me, "expected-of")}
    records = phrases.dossier.records
    return [
        name
        for name in dict.fromkeys(_spoken(phrases, me))
        if records[name].TABLE in ("alliances", "ledger") and name not in own
    ]


def _spoken(phrases: Phrases, me: str) -> tuple[str, ...]:
    back = phrases.dossier.links.back
    return (*back(me, "asserts"), *back(me, "denies"))


def _members(phrases: Phrases, me: str) -> list[Block]:
    back = phrases.dossier.links.back
    blocks: list[Block] = []
    holders = dict.fromkeys((*back(me, "offices"), *back(me, "parts")))
    blocks += listed("Its people and parts", list(holders), lambda name: _holder(phrases, name, me))
    belonging = [name for name in back(me, "of-side") if name not in holders and name != me]
    blocks += listed("Also on its side", belonging, lambda name: Entry(Span("·", "dim"), phrases.name(name)))
    return blocks


def _holder(phrases: Phrases, name: str, of: str) -> Entry:
    """An actor with the offices that it holds in `of`."""
    actor = phrases.dossier.actor(name)
    titles = (role.title for role in (actor.roles if actor else ()) if role.of == of)
    office = joined(((Span(brief(title), "dim"),) for title in islice(titles, FEW)), "; ")
    return Entry(Span("·", "dim"), (*phrases.name(name), *((Span("  "), *office) if office else ())))
