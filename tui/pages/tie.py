"""A tie between actors: both ends, direction, terms, since when, who says so, what bears on it."""

from __future__ import annotations

from tui.dossier.model import Tie
from tui.dossier.vocabulary import STATUS_MEANINGS, UNSETTLED, words
from tui.pages.items import section
from tui.pages.page import Block, Facts, Page, Para, Span, Spans, Title
from tui.pages.phrases import Phrases
from tui.pages.quote import exact_words, source_of


def tie_page(phrases: Phrases, tie: Tie) -> Page:
    """Both ends and everything that is said of the tie, then the other ties of the same pair."""
    back = phrases.dossier.links.back
    me = tie.id
    blocks: list[Block] = [Title(phrases.ends(tie), (Span(words(tie.kind), "dim"),)), Facts(_facts(phrases, tie))]
    if tie.note:
        blocks.append(Para((Span("Editor’s note: ", "label"), *phrases.prose(tie.note, "dim"))))
    blocks += exact_words(phrases, tie.cite)
    blocks += section(phrases, "Quotes that bear on it", (*tie.quotes, *_said_about(phrases, tie)), me)
    blocks += section(phrases, "What was at stake", back(me, "at-stake-in"), me)
    blocks += section(phrases, "Claims that touch it", back(me, "touched-by"), me)
    others = [other.id for other in phrases.dossier.ties_of_pair(tie.ends) if other.id != me]
    blocks += section(phrases, "Other ties of the same pair", others, me)
    return Page(me, tuple(blocks))


def _said_about(phrases: Phrases, tie: Tie) -> list[str]:
    shown = frozenset(tie.quotes)
    return [name for name in phrases.dossier.links.back(tie.id, "said-about") if name not in shown]


def _reserve(tie: Tie) -> Spans:
    """What keeps an unsettled tie from being read as a fact."""
    return (Span("  if it holds; it is counted nowhere", "dim"),) if tie.status in UNSETTLED else ()


def _facts(phrases: Phrases, tie: Tie) -> tuple[tuple[str, Spans], ...]:
    rows: list[tuple[str, Spans]] = [
        ("Status", (*phrases.status(tie.status), Span(f"  {STATUS_MEANINGS[tie.status]}", "dim"))),
        ("Stands", (*phrases.sign_words(tie.polarity), *_reserve(tie))),
    ]
    if tie.directed and tie.giver and tie.to:
        rows += [("From", phrases.name(tie.giver)), ("To", phrases.name(tie.to))]
    else:
        rows.append(("Between", phrases.names(tie.between)))
    if tie.terms:
        rows.append(("Terms", phrases.prose(tie.terms)))
    if tie.level:
        rows.append(("Level", (Span(tie.level),)))
    if tie.provisions:
        rows.append(("Pledges", (Span(", ".join(words(pledge) for pledge in tie.provisions)),)))
    since = phrases.date(tie.start, tie.date_text)
    rows.append(("Since", since or (Span("the dossier gives no date", "dim"),)))
    if tie.end:
        rows.append(("Until", phrases.date(tie.end, "")))
    if tie.by:
        rows.append(("Says so", phrases.speakers(tie.by)))
    if tie.denied_by:
        rows.append(("Denies", phrases.speakers(tie.denied_by)))
    rows.append(("Stands in", source_of(phrases, tie)))
    return tuple(rows)
