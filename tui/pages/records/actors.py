"""Actors: description, ties, quotes, and the expectations by and of each."""

from collections import Counter
from collections.abc import Iterable
from itertools import dropwhile
from typing import NamedTuple

from tui.dossier.as_of import as_of
from tui.dossier.dossier import Dossier
from tui.dossier.grievances import voicing
from tui.dossier.kinds import KINDS, Actor, Claim, Event, Expectation, Tie, is_settled
from tui.dossier.once import once_per_dossier
from tui.dossier.subjects import ids_about
from tui.dossier.values.dates import Date
from tui.dossier.values.vocabulary import AGAINST, NEITHER, SIGN_GLYPHS, WITH, count_noun, plural, words
from tui.pages.glyph_bars import Part, glyph_bar
from tui.pages.list_line import ListLine
from tui.pages.moment_marks import moment_words
from tui.pages.page import BULLET, Block, Entry, Fields, Page, Para, Role, Section, Span, Spans, Title, joined
from tui.pages.records.alliances import unsigned
from tui.pages.records.citations import exact_words
from tui.pages.records.quotes import in_order_of_dates
from tui.pages.records.record_view import RecordView
from tui.pages.records.sections import entry, listed, related, section
from tui.pages.span_builder import FEW, SpanBuilder, first_of
from tui.pages.tie_bars import SignCounts, of_sign, reported, reported_mark, sign_parts, some_unreported, sort_of
from tui.pages.truncation import MANY, brief

_LINE, _BROKEN = "━", "╍"
"""The line of the reported ties, and of the others."""
_BAR = 12
"""The longest bar in a list, in cells."""
_SIGN_HEADINGS = {WITH: "+ ties", AGAINST: "− ties"}
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
    blocks += section(builder, "Said", in_order_of_dates(builder, back(me, "said")), me)
    blocks += section(builder, f"Said to {name}", in_order_of_dates(builder, back(me, "said-to")), me)
    blocks += _said_about(builder, me)
    blocks += section(builder, f"Expected by {name}", back(me, "expects"), me)
    blocks += section(builder, f"Expected of {name}", back(me, "expected-of"), me)
    asserted, denied = _asserted(builder, me), _by_table(builder, back(me, "denies"))
    claims = ids_about(builder.dossier, me, "about-of")
    events = (*back(me, "events"), *happened_at(builder.dossier, me))
    for heading, ids, table in (("Related claims", claims, Claim.TABLE), ("Events", events, Event.TABLE)):
        names = dict.fromkeys((*ids, *asserted.pop(table, ()), *denied.pop(table, ())))
        blocks += section(builder, heading, names, me)
    own = {*back(me, "ties"), *back(me, "expects"), *back(me, "expected-of")}
    voiced = [row for row in asserted.pop(Expectation.TABLE, ()) if row not in own]
    blocks += section(builder, f"Complaints and requests voiced by {name}", voiced, me)
    for heading, by_table in ((f"Also said by {name}", asserted), (f"Denied by {name}", denied)):
        others = [other for names in by_table.values() for other in names if other not in own]
        blocks += section(builder, heading, others, me)
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
        spans: list[Span] = [*builder.role(role, "text")]
        for label, date in (("from", role.since), ("until", role.until)):
            if date is not None:
                spans += [Span(f" {label} ", "dim"), *builder.date(date, "")]
        if role.cite:
            spans += [Span("  "), *builder.cites(role.cite, FEW)]
        rows.append(("" if number else _role_label(actor), tuple(spans)))
    if len(actor.roles) > MANY:
        rows.append(("", (Span(f"and {len(actor.roles) - MANY:,} more", "dim"),)))
    for label, date in (("Since", actor.since), ("Until", actor.until)):
        if date is not None:
            rows.append((label, builder.date(date, "")))
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


def _role_label(actor: Actor) -> str:
    """An office is held in a body or a state; where the dossier names none, the title is a role."""
    label = "Office" if all(role.of for role in actor.roles) else "Role"
    return label if len(actor.roles) == 1 else f"{label}s"


def _ties_of(builder: SpanBuilder, me: str) -> list[Tie]:
    return [builder.dossier.tie(name) for name in builder.dossier.links.back(me, "ties")]


def _ties(builder: SpanBuilder, me: str) -> list[Block]:
    ties = _ties_of(builder, me)
    blocks: list[Block] = []
    settled = [tie for tie in ties if builder.counts(tie)]
    signed = [(heading, [tie for tie in settled if tie.polarity == sign]) for sign, heading in _SIGN_HEADINGS.items()]
    for heading, shown in signed:
        note = (Span(f"{len(shown):,}, with {count_noun(len(_other_ends(shown, me)), 'actor')}", "dim"),)
        blocks += listed(Section(heading, note=note), shown, lambda tie: entry(builder, tie, me))
    for heading, shown in unsigned((tie for tie in settled if tie.polarity == NEITHER), me):
        blocks += listed(heading, shown, lambda tie: entry(builder, tie, me))
    blocks += _undated(builder, settled)
    at_moment = builder.as_of.counts
    unsettled = [tie for tie in ties if not is_settled(tie) and at_moment(tie.id)]
    blocks += listed("Unsettled (not counted)", unsettled, lambda tie: entry(builder, tie, me))
    absent = [tie for tie in ties if not at_moment(tie.id)]
    return [*blocks, *listed("At other times (not counted)", absent, lambda tie: entry(builder, tie, me))]


def _undated(builder: SpanBuilder, counted: list[Tie]) -> list[Block]:
    """How many of the ties that count at the moment give no date: `2 of these 7 ties are undated, …`."""
    moment = builder.scope.moment
    undated = sum(builder.as_of.state(tie.id) == "undated" for tie in counted)
    if not undated or moment is None:
        return []
    these = "This tie" if len(counted) == 1 else f"these {len(counted):,} ties"
    part = "" if len(counted) == 1 else "All of " if undated == len(counted) else f"{undated:,} of "
    said = f"{part}{these} {'is' if undated == 1 else 'are'} undated, and counted {moment_words(moment)}."
    return [Para((Span(said, "dim"),))]


def happened_at(dossier: Dossier, place: str) -> list[str]:
    """The events that took place at an actor, by id."""
    return [event.id for event in dossier.records_of(Event) if event.place == place]


def _said_about(builder: SpanBuilder, me: str) -> list[Block]:
    """What is said about an actor and its ties; the heading names these where there are words about them."""
    quotes = ids_about(builder.dossier, me)
    of_ties = len(quotes) > len(builder.dossier.links.back(me, "said-about"))
    title = f"Said about {builder.short(me)}{' and its ties' if of_ties else ''}"
    return section(builder, title, in_order_of_dates(builder, quotes), me)


def _other_ends(ties: list[Tie], me: str) -> set[str]:
    return {end for tie in ties for end in tie.ends if end != me}


def _asserted(builder: SpanBuilder, me: str) -> dict[str, list[str]]:
    """Table -> ids of its records that the actor asserts, and of the ledger rows that its quotes voice."""
    dossier, back = builder.dossier, builder.dossier.links.back
    supported = dict.fromkeys(name for quote in back(me, "said") for name in back(quote, "evidence-for"))
    rows = (row for name in supported if (row := dossier.find(Expectation, name)) is not None and not row.by)
    voiced = (row.id for row in rows if me in voicing(dossier, row))
    return _by_table(builder, (*back(me, "asserts"), *voiced))


def _by_table(builder: SpanBuilder, names: Iterable[str]) -> dict[str, list[str]]:
    """Table -> those of `names` that are ids of its records, in the order of the kinds."""
    by_table: dict[str, list[str]] = {table: [] for table in KINDS}
    for name in dict.fromkeys(names):
        by_table[builder.dossier.records[name].TABLE].append(name)
    return by_table


def _members(builder: SpanBuilder, me: str) -> list[Block]:
    back = builder.dossier.links.back
    blocks: list[Block] = []
    holders = dict.fromkeys((*back(me, "offices"), *back(me, "parts")))
    blocks += listed("Officials, bodies and groups", list(holders), lambda name: _holder(builder, name, me))
    belonging = [name for name in back(me, "of-side") if name not in holders and name != me]
    blocks += listed(f"Also of {builder.short(me)}", belonging, lambda name: Entry(BULLET, builder.name(name)))
    return blocks


def _holder(builder: SpanBuilder, name: str, of: str) -> Entry:
    """An actor with the offices that it holds in `of`."""
    actor = builder.dossier.actor(name)
    titles = tuple(role.title for role in (actor.roles if actor else ()) if role.of == of)
    office = first_of(FEW, titles, lambda title: (Span(brief(title), "dim"),), "; ")
    return Entry(BULLET, (*builder.name(name), *((Span("  "), *office) if office else ())))


def _line(builder: SpanBuilder, actor: Actor) -> ListLine:
    """The name and how many settled ties of each sign it has, in columns: `Armenia  +2 −1`; with room after a bar.

    A bar has a sign for each tie; where there are too many for that it is a line as long as they are to the most. What
    a source reports has full weight, and behind the bar stands how much that is.
    """
    tied = _ties_at(builder.dossier, builder.scope.moment)
    counts: SignCounts = tied.of_actor.get(actor.id, {})
    words = builder.name(actor.id, actor.id)
    if not counts:
        return ListLine(Span(" "), words)
    number = reported(counts)
    if tied.most <= _BAR:
        parts = tuple(Part(*part) for part in sign_parts(builder, counts))
    else:
        parts = (Part(Span(_LINE, "chart"), number), Part(Span(_BROKEN, "chart"), sum(counts.values()) - number))
    bar = glyph_bar(parts, tied.most, _BAR)
    in_columns = [
        Span(f"{' ' * bool(place)}{_number(sign, counts):>{size}}", _sign_role(builder, sign, counts))
        for place, (sign, size) in enumerate(tied.widths.items())
    ]
    remark = tuple(dropwhile(lambda span: not span.text.strip(), in_columns))
    blank = sum(len(span.text) for span in in_columns[: -len(remark)])
    gap = min(tied.most, _BAR) - sum(len(span.text) for span in bar) + 2
    share = reported_mark(f"{number:<{tied.digits}}") if number else Span(" " * (2 + tied.digits))
    shares = (share, Span("  ")) if tied.has_unreported else ()
    return ListLine(Span(" "), words, remark, bar=(*bar, Span(" " * gap), *shares, Span(" " * blank)))


def _number(sign: str, counts: SignCounts) -> str:
    return f"{SIGN_GLYPHS[sign]}{of_sign(counts, sign)}" if of_sign(counts, sign) else ""


def _sign_role(builder: SpanBuilder, sign: str, counts: SignCounts) -> Role:
    """The role of a number of ties: without that of their sign where no source reports any of them."""
    return builder.sign(sign).role if counts.get((sign, True)) else "dim"


class _Tied(NamedTuple):
    """How many ties each actor has that count, by sign and by whether they are reported, and how many cells these take.

    With the most ties of one actor; sign -> the most cells of `+2`; the most digits of what is reported, and whether
    anything else is counted.
    """

    of_actor: dict[str, Counter[tuple[str, bool]]]
    most: int
    widths: dict[str, int]
    digits: int
    has_unreported: bool


@once_per_dossier
def _ties_at(dossier: Dossier, moment: Date | None) -> _Tied:
    counts = as_of(dossier, moment).counts
    found: dict[str, Counter[tuple[str, bool]]] = {}
    for tie in dossier.records_of(Tie):
        if is_settled(tie) and counts(tie.id):
            for end in dict.fromkeys(tie.ends):
                found.setdefault(end, Counter())[sort_of(tie)] += 1
    numbers = found.values()
    most = {sign: max((of_sign(each, sign) for each in numbers), default=0) for sign in SIGN_GLYPHS}
    widths = {sign: len(str(number)) + 1 for sign, number in most.items() if number}
    digits = len(str(max(map(reported, numbers), default=0)))
    return _Tied(found, max((each.total() for each in numbers), default=0), widths, digits, some_unreported(numbers))


def _entry(builder: SpanBuilder, actor: Actor, page: str) -> Entry:
    return Entry(BULLET, builder.name(actor.id, page))


RECORD_VIEW = RecordView(
    page=actor_page,
    line=_line,
    entry=_entry,
    heading=lambda builder, actor: plural(actor.kind),
    headings=tuple(plural(kind) for kind in ("state", "igo", "body", "group", "media", "person", "place")),
)
