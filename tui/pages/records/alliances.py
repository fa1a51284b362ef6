"""A tie between actors: both ends, direction, terms, since when, who says so, what bears on it."""

from __future__ import annotations

from tui.dossier.kinds import Tie
from tui.dossier.values.vocabulary import STATUS_MEANINGS, UNSETTLED, words
from tui.pages.page import Block, Facts, Page, Para, Span, Spans, Title
from tui.pages.records.entries import section
from tui.pages.records.quotes import exact_words, source_of
from tui.pages.span_builder import SpanBuilder


def tie_page(builder: SpanBuilder, tie: Tie) -> Page:
    """Both ends and everything that is said of the tie, then the other ties of the same pair."""
    back = builder.dossier.links.back
    me = tie.id
    blocks: list[Block] = [Title(builder.ends(tie), (Span(words(tie.kind), "dim"),)), Facts(_facts(builder, tie))]
    if tie.note:
        blocks.append(Para((Span("Editor’s note: ", "label"), *builder.prose(tie.note, "dim"))))
    blocks += exact_words(builder, tie.cite)
    blocks += section(builder, "Quotes that bear on it", (*tie.quotes, *_said_about(builder, tie)), me)
    blocks += section(builder, "What was at stake", back(me, "at-stake-in"), me)
    blocks += section(builder, "Claims that touch it", back(me, "touched-by"), me)
    others = [other.id for other in builder.dossier.ties_of_pair(tie.ends) if other.id != me]
    blocks += section(builder, "Other ties of the same pair", others, me)
    return Page(me, tuple(blocks))


def _said_about(builder: SpanBuilder, tie: Tie) -> list[str]:
    shown = frozenset(tie.quotes)
    return [name for name in builder.dossier.links.back(tie.id, "said-about") if name not in shown]


def _reserve(tie: Tie) -> Spans:
    """What keeps an unsettled tie from being read as a fact."""
    return (Span("  if it holds; it is counted nowhere", "dim"),) if tie.status in UNSETTLED else ()


def _facts(builder: SpanBuilder, tie: Tie) -> tuple[tuple[str, Spans], ...]:
    rows: list[tuple[str, Spans]] = [
        ("Status", (*builder.status(tie.status), Span(f"  {STATUS_MEANINGS[tie.status]}", "dim"))),
        ("Stands", (*builder.sign_words(tie.polarity), *_reserve(tie))),
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
    since = builder.date(tie.start, tie.date_text)
    rows.append(("Since", since or (Span("the dossier gives no date", "dim"),)))
    if tie.end:
        rows.append(("Until", builder.date(tie.end, "")))
    if tie.by:
        rows.append(("Says so", builder.speakers(tie.by)))
    if tie.denied_by:
        rows.append(("Denies", builder.speakers(tie.denied_by)))
    rows.append(("Stands in", source_of(builder, tie)))
    return tuple(rows)
