"""One side with its ties: those against it and those with it on either hand, and the kinds of the ties of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tui.dossier.kinds import Tie
from tui.dossier.network.alignment import Alignment, alignments
from tui.dossier.network.signed_graph import MIXED
from tui.dossier.values.vocabulary import AGAINST, MIXED_GLYPH, STATUS_GLYPHS, STATUSES, WITH
from tui.pages.diagram_blocks import Arm, EgoDiagram
from tui.pages.home.sides import bond_of
from tui.pages.network.line_styles import line_of
from tui.pages.page import Block, Section, Span, Spans
from tui.pages.phrases import kind_words
from tui.pages.span_builder import SpanBuilder, status_role
from tui.pages.truncation import and_more, brief
from tui.pages.views.registry import ego_view_id, pair_view_id

_ARMS = 8
"""The most actors on either hand."""
_KINDS, _LONGEST_KINDS = 2, 48
"""The most kinds of tie named beside an actor, and the most characters of them."""


def side_with_ties(builder: SpanBuilder, side: str, ties: Sequence[Tie]) -> list[Block]:
    """One side with those against it on the left and those with it on the right; a mixed pair is on both."""
    aligned = alignments(ties, (side,))[side]
    kinds: dict[str, dict[str, None]] = {}
    for tie in ties:
        if side in tie.ends:
            for end in tie.ends:
                kinds.setdefault(str(end), {})[kind_words(tie)] = None
    left, right = (_arms(builder, side, aligned, sign, kinds) for sign in (AGAINST, WITH))
    diagram = EgoDiagram(Span(builder.short(side), "strong", side), left, right)
    return [Section("What these ties are", link=ego_view_id(side)), diagram] if left or right else []


def _arms(
    builder: SpanBuilder, side: str, aligned: Sequence[Alignment], sign: str, kinds: Mapping[str, Iterable[str]]
) -> tuple[Arm, ...]:
    found = sorted((other for other in aligned if other.sign in (sign, MIXED)), key=_rank_of_status)
    arms = [
        Arm(
            builder.short_name(other.actor)[0],
            _tie_words(side, other, list(kinds[other.actor])),
            line_of(other.status),
            bond_of(builder, side, other).status,
        )
        for other in found[:_ARMS]
    ]
    return (*arms, *(Arm(more, ()) for more in and_more(len(found) - _ARMS, ego_view_id(side))))


def _rank_of_status(other: Alignment) -> int:
    return STATUSES.index(other.status)


def _tie_words(side: str, other: Alignment, kinds: Sequence[str]) -> Spans:
    """What ties somebody to a side, as a link to the two: `arms supply, aid ◇`."""
    mixed = (Span(f"{MIXED_GLYPH} mixed ", "sign-mixed"),) if other.sign == MIXED else ()
    more = f" and {len(kinds) - _KINDS} more" if len(kinds) > _KINDS else ""
    status = (Span(f" {STATUS_GLYPHS[other.status]}", status_role(other.status)),) if other.status != "reported" else ()
    words = brief(", ".join(kinds[:_KINDS]) + more, _LONGEST_KINDS)
    return (*mixed, Span(words, "text", pair_view_id(side, other.actor)), *status)
