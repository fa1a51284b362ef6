"""What the network views share: signs of pairs, linked names, ties as items, limits."""

from __future__ import annotations

from collections.abc import Iterable

from tui.dossier.kinds import Tie, counted_as, is_settled
from tui.dossier.network.signed_graph import MIXED, Ends, TooManyPairs, signed_pairs
from tui.dossier.values.vocabulary import NEITHER, UNSETTLED
from tui.pages.page import Block, Section, Span, Spans
from tui.pages.records.alliances import tie_entry
from tui.pages.span_builder import SpanBuilder
from tui.pages.truncation import and_more_line
from tui.pages.views.registry import ego_view_id

UNSETTLED_MARK = "?"
"""Follows a sign that rests on unsettled ties only, and after the dot of a pair with none but unsettled ties."""
UNSETTLED_LEGEND = "? unsettled"

MOST = 200
"""The most arms, items, rows or columns of one sort; a line says how many more there are."""


def ego_link(builder: SpanBuilder, actor: str) -> Span:
    """The name of an actor as a link to the view of its ties."""
    return builder.name(actor)[0]._replace(link=ego_view_id(actor))


def short_ego_link(builder: SpanBuilder, actor: str) -> Span:
    """`ego_link` with the short name."""
    return ego_link(builder, actor)._replace(text=builder.short(actor))


def sign_glyph(builder: SpanBuilder, sign: str) -> Span:
    """The sign of a pair as its glyph: `+`, `−`, `~` or `·`."""
    return Span("~", "sign-mixed") if sign == MIXED else builder.sign(sign)


def sign_words(builder: SpanBuilder, sign: str) -> Span:
    """The sign of a pair as glyph and word."""
    return Span("~ mixed", "sign-mixed") if sign == MIXED else builder.sign_words(sign)[0]


def sign_counts(builder: SpanBuilder, counts: Iterable[tuple[str, int]]) -> list[Spans]:
    """How many pairs have each sign, `− against 1`, without the signs that none has."""
    words = ((sign_words(builder, sign), count) for sign, count in counts if count)
    return [(Span(f"{span.text} {count:,}", span.role),) for span, count in words]


def is_unsettled(ties: Iterable[Tie]) -> bool:
    """Whether a sign rests only on contested, denied or inferred ties, which the reader has included."""
    return all(not is_settled(tie) for tie in ties if tie.polarity != NEITHER)


def unsettled_only(builder: SpanBuilder) -> dict[Ends, int]:
    """Pairs with signed ties of which none is settled, and the number of those that the scope leaves out.

    Empty where the ties join too many pairs.
    """
    scope = builder.scope
    ties = scope._replace(statuses=frozenset()).ties(builder.dossier)
    excluded = [tie for tie in ties if counted_as(tie) in UNSETTLED & scope.statuses]
    if not excluded:
        return {}
    try:
        settled = signed_pairs(tie for tie in ties if counted_as(tie) not in UNSETTLED & scope.statuses)
        unsettled = signed_pairs(excluded)
    except TooManyPairs:
        return {}
    return {ends: len(pair.ties) for ends, pair in unsettled.items() if ends not in settled}


def unsettled_only_words(number: int) -> str:
    """What is said of a pair with `number` unsettled ties and no settled one."""
    return f"no settled tie; {number:,} unsettled"


def ties_of_actor(builder: SpanBuilder, actor: str) -> list[Tie]:
    """All ties of an actor, whatever the scope, in file order."""
    return [builder.dossier.tie(name) for name in builder.dossier.links.back(actor, "ties")]


def ties_section(builder: SpanBuilder, title: str, ties: list[Tie], page: str, more_link: str) -> list[Block]:
    """A heading with ties as items, seen from `page`: at most `MOST`, then a link `more_link` to the complete list."""
    if not ties:
        return []
    items = (tie_entry(builder, tie, page) for tie in ties[:MOST])
    return [Section(title, len(ties)), *items, *and_more_line(len(ties) - MOST, more_link)]
