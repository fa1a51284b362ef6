"""Ties between actors: ends, direction, terms, dates, who asserts each, and related records."""

from __future__ import annotations

from collections.abc import Iterable

from tui.dossier.kinds import Tie, is_settled
from tui.dossier.network.blocs import MEMBERSHIP
from tui.dossier.values.dates import Date, date_words
from tui.dossier.values.vocabulary import AGAINST, NEITHER, SIGN_GLYPHS, STATUS_GLYPHS, WITH, words
from tui.pages.list_line import ListLine
from tui.pages.moment_marks import PERHAPS, absence, dim_spans, moment_words
from tui.pages.network.column_labels import actor_labels
from tui.pages.page import Block, Entry, Fields, Page, Span, Spans, Title, joined
from tui.pages.phrases import kind_words, named_by_terms
from tui.pages.records.citations import exact_words
from tui.pages.records.record_view import RecordView
from tui.pages.records.sections import related, section
from tui.pages.records.statements import editors_note, source_rows, speaker_rows, status_row
from tui.pages.span_builder import FEW, SpanBuilder, first_of
from tui.pages.truncation import brief
from tui.pages.when import tie_span, tie_years

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
_SIGN_HEADINGS = {WITH: "+ ties", AGAINST: "− ties", NEITHER: f"{SIGN_GLYPHS[NEITHER]} ties without a sign"}
_BRIEF_KIND, _SHORT_KIND, _LONG_KIND = 9, 16, 40
"""The most characters of the kind of a tie beside short names, in a narrow and in a wide list."""
_SHORT_NAME = 4
"""The most characters of a name that is short enough."""
_UNSETTLED = "Unsettled (not counted)"
_OTHER_TIMES = "Other times (not counted)"


def tie_page(builder: SpanBuilder, tie: Tie) -> Page:
    """Both ends and all details of the tie, then the other ties of the same pair."""
    back = builder.dossier.links.back
    me = tie.id
    blocks: list[Block] = [Title(builder.ends(tie), (Span(words(tie.kind), "dim"),)), Fields(_fields(builder, tie))]
    blocks += editors_note(builder, tie)
    blocks += exact_words(builder, tie.cite)
    quotes = dict.fromkeys((*tie.quotes, *back(me, "said-about")))
    blocks += section(builder, "Related quotes", quotes, me)
    blocks += related(builder, me, ("said-about", "begun-by", "ended-by"))
    others = [other.id for other in builder.dossier.ties_of_pair(tie.ends)]
    blocks += section(builder, "Other ties of the same pair", others, me)
    return Page(me, tuple(blocks))


def _fields(builder: SpanBuilder, tie: Tie) -> tuple[tuple[str, Spans], ...]:
    doubt = (Span("  if it holds; not counted", "dim"),) if tie.polarity and not is_settled(tie) else ()
    rows: list[tuple[str, Spans]] = [
        status_row(builder, tie),
        ("Sign", (*_sign(builder, tie), *doubt)),
    ]
    if tie.directed and tie.giver and tie.to:
        rows += [("From", builder.name(tie.giver)), ("To", builder.name(tie.to))]
    else:
        rows.append(("Between", builder.names(tie.between)))
    if tie.terms:
        rows.append(("Terms", builder.prose(tie.terms)))
    if tie.level:
        rows.append(("Level", (Span(tie.level),)))
    if tie.provisions:
        rows.append(("Pledges", (Span(", ".join(words(pledge) for pledge in tie.provisions)),)))
    since = _when(builder, tie.start, tie.date_text, tie.id, "begun-by")
    rows.append(("Since", since or (Span("the dossier gives no date", "dim"),)))
    if until := _when(builder, tie.end, "", tie.id, "ended-by"):
        rows.append(("Until", until))
    return (*rows, *speaker_rows(builder, tie), *source_rows(builder, tie.cite))


def _sign(builder: SpanBuilder, tie: Tie) -> Spans:
    """The sign; of a tie that is not there at the moment dimmed, and why it is not counted."""
    sign = builder.sign_words(tie.polarity) if tie.polarity else (Span("none"),)
    reason, moment = absence(builder, tie.id, briefly=True), builder.scope.moment
    if reason and moment is not None:
        return (*dim_spans(sign), Span(f"  {reason}: not counted {moment_words(moment)}", "strong"))
    perhaps = builder.as_of.state(tie.id) == "perhaps"
    return (*sign, Span("  "), Span(f"{PERHAPS} perhaps there at the moment", "dim")) if perhaps else sign


def _when(builder: SpanBuilder, date: Date | None, printed: str, tie: str, relation: str) -> Spans:
    """A date of a tie, and the events that begin or end it, each with its own date where the tie gives none."""
    events = [builder.dossier.records[name] for name in builder.dossier.links.back(tie, relation)]
    parts = [part for part in (builder.date(date, printed),) if part]
    for event in events:
        own: Date | None = getattr(event, "date", None)
        when = (Span(f"{date_words(own, lasting=True)}, "),) if own is not None and date is None else ()
        parts.append((*when, Span("with ", "dim"), *builder.name(event.id)))
    return joined(parts, " · ")


def _line(builder: SpanBuilder, tie: Tie) -> ListLine:
    """`+ Russia → Armenia  1995–2001  arms ●`; with little room the kind, beside short names, or only the status."""
    role = builder.status(tie.status)[0].role
    kind, long_kind = (short_kind(tie, length) for length in (_SHORT_KIND, _LONG_KIND))
    years, span = tie_years(builder.dossier, tie), tie_span(builder.dossier, tie)
    status = Span(f" {STATUS_GLYPHS[tie.status]}", role)
    remark = (Span(f"{years}  {kind}" if years else kind, "dim"), status)
    brief_remark = (Span(short_kind(tie, _BRIEF_KIND), "dim"), status)
    long_remark = (
        Span(f"{span}  {long_kind}" if span else long_kind, "dim"),
        Span(f" {STATUS_GLYPHS[tie.status]} {tie.status:10}", role),
    )
    by = " → " if tie.directed else " – "
    spans = first_of(FEW, tie.ends, lambda end: (Span(builder.short(end), builder.name(end)[0].role),), by)
    short = spans if len(tie.ends) > FEW else _short_ends(builder, tie, by)
    return ListLine(builder.sign(tie.polarity), spans, remark, long_remark, brief_remark, short_spans=short)


def _short_ends(builder: SpanBuilder, tie: Tie, by: str) -> Spans:
    """Both ends by their labels, as in the matrix, or by abbreviations that are about as short."""
    labels = actor_labels(builder.dossier.whole or builder.dossier)
    ends = ((end, builder.short(end)) for end in tie.ends)
    names = ((end, short if len(short) <= _SHORT_NAME else labels.get(end, short)) for end, short in ends)
    return joined(((Span(name, builder.name(end)[0].role),) for end, name in names), by)


def short_kind(tie: Tie, most: int) -> str:
    """The kind of a tie in a word; terms that stand for it are cut to `most` characters."""
    return _SHORT_KINDS.get(tie.kind) or kind_words(tie, most)


def tie_entry(builder: SpanBuilder, tie: Tie, page: str) -> Entry:
    """On the page of one end `+ arms supply from Russia  ● reported ¶3`, elsewhere with both ends.

    The terms stand below; those of a tie of another kind stand for the kind: `· from Russia: Loans of grain.`
    """
    spans: Spans
    span = tie_span(builder.dossier, tie)
    when = (Span(span, "dim"),) if span else ()
    kind, below = builder.kind(tie), joined((when, (Span(brief(tie.terms), "dim"),) if tie.terms else ()), " · ")
    by_terms = named_by_terms(tie)
    if by_terms:
        kind, below = kind._replace(text=brief(tie.terms)), when
    if page in tie.ends:
        others = builder.names((end for end in tie.ends if end != page), most=FEW)
        joint = Span(f"{preposition(tie, page)} ", "dim")
        spans = (joint, *others, Span(": ", "dim"), kind) if by_terms else (kind, Span(" "), joint, *others)
    else:
        spans = (*builder.ends(tie, most=FEW), Span(": " if by_terms else "  ", "dim"), kind)
    return Entry(builder.sign(tie.polarity), spans, builder.backing(tie.status, tie.cite, tie.by, tie.denied_by), below)


def unsigned(ties: Iterable[Tie], page: str) -> list[tuple[str, list[Tie]]]:
    """Ties without a sign under their headings, as seen from `page`, if it is an end of them: memberships apart."""
    headings: dict[str, list[Tie]] = {"Member of": [], "Members": [], "Membership": [], "Ties without a sign": []}
    for tie in ties:
        if tie.kind != MEMBERSHIP:
            headings["Ties without a sign"].append(tie)
        elif tie.directed and page in tie.ends:
            headings["Member of" if tie.giver == page else "Members"].append(tie)
        else:
            headings["Membership"].append(tie)
    return [(heading, listed) for heading, listed in headings.items() if listed]


def preposition(tie: Tie, page: str) -> str:
    """What joins the kind of a tie to its other ends, as seen from `page`: `arms supply from`, `membership in`."""
    if not tie.directed:
        return "with"
    outward, inward = _PREPOSITIONS.get(tie.kind, ("to", "from"))
    return outward if tie.giver == page else inward


RECORD_VIEW = RecordView(
    page=tie_page,
    line=_line,
    entry=tie_entry,
    heading=lambda builder, tie: _UNSETTLED if not is_settled(tie) else _SIGN_HEADINGS[tie.polarity],
    headings=(*_SIGN_HEADINGS.values(), _UNSETTLED),
    absent_heading=_OTHER_TIMES,
)
