"""Actors: description, ties, quotes, and the expectations by and of each."""

from __future__ import annotations

from tui.dossier.kinds import KINDS, Actor, Claim, Event, Tie, is_settled
from tui.dossier.values.vocabulary import AGAINST, NEITHER, SIGN_GLYPHS, WITH, plural, words
from tui.pages.list_line import ListLine
from tui.pages.page import Block, Entry, Fields, Page, Para, Section, Span, Spans, Title, joined
from tui.pages.records.alliances import unsigned
from tui.pages.records.citations import exact_words
from tui.pages.records.record_view import RecordView
from tui.pages.records.sections import entry, listed, related, section
from tui.pages.span_builder import FEW, SpanBuilder, first_of
from tui.pages.truncation import MANY, brief

_SIGN_HEADINGS = {WITH: "Stands with", AGAINST: "Stands against"}
_RELATIONS = frozenset(
    (
        *("ties", "said", "said-to", "said-about", "expects", "expected-of", "about-of", "events"),
        *("asserts", "denies", "offices", "parts", "of-side"),
    )
)
"""The relations that have a section of their own on the page."""


def actor_page(builder: SpanBuilder, actor: Actor) -> Page:
    """Its description, offices and ties, the quotes by, to and about it, and the expectations by and of it."""
    back = builder.dossier.links.back
    me, name = actor.id, builder.short(actor.id)
    blocks: list[Block] = [Title((Span(actor.name, "strong"),), _what(actor))]
    if fields := _fields(builder, actor):
        blocks.append(Fields(fields))
    if actor.summary:
        blocks.append(Para(builder.prose(actor.summary, but=me), builder.cites(actor.cite)))
    blocks += exact_words(builder, (*(actor.cite or ()), *(cite for role in actor.roles for cite in role.cite or ())))
    blocks += _ties(builder, me)
    blocks += section(builder, "Said", back(me, "said"), me)
    blocks += section(builder, f"Said to {name}", back(me, "said-to"), me)
    blocks += section(builder, f"Said about {name}", back(me, "said-about"), me)
    blocks += section(builder, f"Expected by {name}", back(me, "expects"), me)
    blocks += section(builder, f"Expected of {name}", back(me, "expected-of"), me)
    spoken = _spoken_on(builder, me)
    claims = dict.fromkeys((*back(me, "about-of"), *spoken.pop(Claim.TABLE)))
    blocks += section(builder, "Related claims", claims, me)
    events = dict.fromkeys((*back(me, "events"), *spoken.pop(Event.TABLE)))
    blocks += section(builder, "Events", events, me)
    own = {*back(me, "ties"), *back(me, "expects"), *back(me, "expected-of")}
    others = [name for names in spoken.values() for name in names if name not in own]
    blocks += section(builder, f"Also asserted or denied by {name}", others, me)
    blocks += related(builder, me, _RELATIONS)
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


def _fields(builder: SpanBuilder, actor: Actor) -> tuple[tuple[str, Spans], ...]:
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
        rows.append(("Source", builder.cites(actor.cite)))
    if actor.aliases:
        rows.append(("Also", (Span(", ".join(actor.aliases)),)))
    return tuple(rows)


def _ties_of(builder: SpanBuilder, me: str) -> list[Tie]:
    return [builder.dossier.tie(name) for name in builder.dossier.links.back(me, "ties")]


def _ties(builder: SpanBuilder, me: str) -> list[Block]:
    ties = _ties_of(builder, me)
    blocks: list[Block] = []
    settled = [tie for tie in ties if is_settled(tie)]
    signed = [(heading, [tie for tie in settled if tie.polarity == sign]) for sign, heading in _SIGN_HEADINGS.items()]
    for heading, shown in (*signed, *unsigned((tie for tie in settled if tie.polarity == NEITHER), me)):
        blocks += listed(heading, shown, lambda tie: entry(builder, tie, me))
    unsettled = [tie for tie in ties if not is_settled(tie)]
    return [*blocks, *listed("Unsettled (not counted)", unsettled, lambda tie: entry(builder, tie, me))]


def _spoken_on(builder: SpanBuilder, me: str) -> dict[str, list[str]]:
    """Table -> ids of its records that the actor asserts or denies."""
    back, records = builder.dossier.links.back, builder.dossier.records
    by_table: dict[str, list[str]] = {table: [] for table in KINDS}
    for name in dict.fromkeys((*back(me, "asserts"), *back(me, "denies"))):
        by_table[records[name].TABLE].append(name)
    return by_table


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
    titles = tuple(role.title for role in (actor.roles if actor else ()) if role.of == of)
    office = first_of(FEW, titles, lambda title: (Span(brief(title), "dim"),), "; ")
    return Entry(Span("·", "dim"), (*builder.name(name), *((Span("  "), *office) if office else ())))


def _line(builder: SpanBuilder, actor: Actor) -> ListLine:
    """The name and how many settled ties of each sign it has: `Armenia  +2 −1`."""
    counts = dict.fromkeys(SIGN_GLYPHS, 0)
    for tie in _ties_of(builder, actor.id):
        if is_settled(tie):
            counts[tie.polarity] += 1
    remark: list[Span] = []
    for sign, count in counts.items():
        if count:
            remark.append(Span(f"{' ' if remark else ''}{SIGN_GLYPHS[sign]}{count}", builder.sign(sign).role))
    return ListLine(Span(" "), builder.name(actor.id, actor.id), tuple(remark))


def _entry(builder: SpanBuilder, actor: Actor, page: str) -> Entry:
    return Entry(Span("·", "dim"), builder.name(actor.id, page))


RECORD_VIEW = RecordView(
    page=actor_page,
    line=_line,
    entry=_entry,
    heading=lambda builder, actor: plural(actor.kind),
    headings=tuple(plural(kind) for kind in ("state", "igo", "body", "group", "media", "person", "place")),
)
