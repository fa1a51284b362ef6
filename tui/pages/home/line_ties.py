"""The ties that the lines of a picture of two sides stand for, which it tells where it is wide enough."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tui.dossier.kinds import Tie, counted_as
from tui.dossier.network.blocs import MEMBERSHIP
from tui.dossier.network.signed_graph import sign_of
from tui.dossier.values.vocabulary import STATUS_GLYPHS
from tui.pages.page import Fields, Span, Spans, joined
from tui.pages.records.alliances import short_kind
from tui.pages.side_blocks import Ally, Between, TwoSides
from tui.pages.span_builder import SpanBuilder, status_role
from tui.pages.truncation import and_more, brief
from tui.pages.views.registry import pair_view_id

_KIND, _KINDS = 14, 18
"""The most characters of the kind of a tie, and of those of somebody beside a side."""
_MOST = 6
"""The most ties of a line between the sides."""

Pairs = Mapping[tuple[str, str], Sequence[Tie]]
"""The ties by the side and who is tied to it."""


def with_ties(builder: SpanBuilder, picture: TwoSides, ties: Iterable[Tie]) -> TwoSides:
    """`picture` with the ties on its lines, but for memberships where there are others."""
    one, other = (head.link for head in picture.heads)
    of_pairs: dict[tuple[str, str], list[Tie]] = {}
    for tie in ties:
        ends = dict.fromkeys(map(str, tie.ends))
        for side in (one, other):
            for actor in ends if side in ends else ():
                of_pairs.setdefault((side, actor), []).append(tie)
    for pair, found in of_pairs.items():
        of_pairs[pair] = [tie for tie in found if tie.kind != MEMBERSHIP] or found
    direct = of_pairs.get((one, other), ())
    is_told = len({short_kind(tie, _KIND) for tie in direct}) < 2
    between = tuple(_with_both(builder, middle, (one, other), of_pairs) for middle in picture.between)
    return picture._replace(
        allies=(
            tuple(_with_kinds(ally, one, of_pairs) for ally in picture.allies[0]),
            tuple(_with_kinds(ally, other, of_pairs) for ally in picture.allies[1]),
        ),
        between=between,
        direct_ties=() if is_told else _told(builder, (one, other), of_pairs),
        twin=(*picture.twin, *_in_words(picture, between)),
    )


def _in_words(picture: TwoSides, between: Iterable[Between]) -> tuple[Fields, ...]:
    """`Russia  Armenia: ● treaty, ● arms; Azerbaijan: ● arms`: the ties of those between the sides."""
    told = {middle.end: middle.ties for middle in between if any(middle.ties)}
    rows = [
        (
            end.text,
            joined(((head, Span(": "), *joined(part)) for head, part in zip(picture.heads, ties, strict=True)), "; "),
        )
        for end, ties in told.items()
    ]
    return (Fields(tuple(rows), headings=tuple(told)),) if rows else ()


def _with_kinds(ally: Ally, side: str, of_pairs: Pairs) -> Ally:
    if ally.bond is None:
        return ally
    kinds = dict.fromkeys(short_kind(tie, _KIND) for tie in of_pairs.get((side, ally.end.link), ()))
    words = ", ".join(kinds)
    if len(words) > _KINDS:
        first = brief(next(iter(kinds)), _KINDS)
        words = f"{first}, {len(kinds) - 1} more" if len(kinds) > 1 else first
    return ally._replace(kinds=(Span(words, "dim"),) if words else ())


def _with_both(builder: SpanBuilder, middle: Between, sides: tuple[str, str], of_pairs: Pairs) -> Between:
    if middle.bonds is None:
        return middle
    left, right = (_told(builder, (side, middle.end.link), of_pairs) for side in sides)
    return middle._replace(ties=(left, right))


def _told(builder: SpanBuilder, pair: tuple[str, str], of_pairs: Pairs) -> tuple[Spans, ...]:
    """`● arms`: the status and the kind of each tie of a pair, as a link to it; its sign first where they differ."""
    ties = of_pairs.get(pair, ())
    differ = any(tie.polarity != sign_of(ties) for tie in ties)
    told: list[Spans] = []
    for tie in ties[:_MOST]:
        status = counted_as(tie)
        sign = (builder.sign(tie.polarity),) if differ else ()
        kind = builder.kind(tie)._replace(text=short_kind(tie, _KIND))
        told.append((*sign, Span(f"{STATUS_GLYPHS[status]} ", status_role(status)), kind))
    more = and_more(len(ties) - _MOST, pair_view_id(*pair))
    return (*told, more) if more else tuple(told)
