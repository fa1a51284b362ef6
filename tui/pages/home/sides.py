"""Who stands where, as a picture of two sides: those with each, what joins the two, and those tied to both."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from tui.dossier.kinds import Tie, counted_as
from tui.dossier.network.alignment import SIGNS, Alignment
from tui.dossier.network.blocs import MEMBERSHIP, Members
from tui.dossier.network.signed_graph import MIXED
from tui.dossier.values.vocabulary import (
    AGAINST,
    MIXED_GLYPH,
    NEITHER,
    SIGN_WORDS,
    STATUS_GLYPHS,
    STATUSES,
    TRIANGLE_GLYPH,
    WITH,
    count_noun,
)
from tui.pages.moment_marks import PERHAPS
from tui.pages.network.line_styles import line_legend, line_of
from tui.pages.page import Fields, LineStyle, Span, Spans, joined
from tui.pages.phrases import kind_words
from tui.pages.side_blocks import Ally, Between, Bond, OneSide, TwoSides
from tui.pages.span_builder import SpanBuilder, status_role
from tui.pages.truncation import brief
from tui.pages.views.registry import ego_view_id, pair_view_id

_ALONE = 8
"""The most actors on either hand of a single side."""
NO_OTHER: Mapping[str, Alignment] = {}
_WITH_BOTH = 12
"""The most characters of the name of the one that is with both sides."""
_KIND = 18
"""The most characters of the kind of tie that is named on the line between two sides."""
_BELOW = 10
"""The most characters of the name of a bloc below a side with a shorter name."""


class Most(NamedTuple):
    """The most actors in a picture of two sides: beside a side, and between the two."""

    beside: int = 6
    between: int = 3


FEW = Most()
LARGER = Most(8, 6), Most(12, 10), Most(18, 16), Most(27, 24)
"""As many where there is room for a larger picture."""


class Standing(NamedTuple):
    """What pictures of Home are made of: the ties counted, who is aligned with each side, the members of blocs.

    `note` says how many ties are not drawn.
    """

    ties: Sequence[Tie]
    aligned: Mapping[str, Sequence[Alignment]]
    belonging: Members
    note: Spans = ()


def two_sides(builder: SpanBuilder, standing: Standing, twin: tuple[Fields, ...], most: Most = FEW) -> TwoSides:
    """The picture of a dossier with two sides; `twin` says the same in words.

    Of those tied to both for whom there is no room between, who is with one alone stands beside that side.
    """
    first, second = standing.aligned
    of_side = {
        side: {other.actor: other for other in found if not is_membership(other, side, standing)}
        for side, found in standing.aligned.items()
    }
    shared = [name for name in of_side[first] if name in of_side[second]]
    direct = of_side[first].get(second)
    alone = [
        [other for name, other in of_side[side].items() if name not in (first, second) and name not in shared]
        for side in (first, second)
    ]
    open_pairs = perhaps_pairs(builder, standing)
    opposed = direct is not None and direct.sign == AGAINST
    with_both = [name for name in shared if of_side[first][name].sign == WITH and of_side[second][name].sign == WITH]
    ranks = {name: sorted(rank_of(of_side[side][name]) for side in (first, second)) for name in shared}
    shared.sort(key=lambda name: (opposed and name not in with_both, ranks[name]))
    shown, undrawn = shared[: most.between], []
    for name in shared[most.between :]:
        left, right = of_side[first][name], of_side[second][name]
        if (left.sign == WITH) == (right.sign == WITH):
            undrawn.append((left, right))
        else:
            alone[right.sign == WITH].append(right if right.sign == WITH else left)
    if len(undrawn) == 1:  # it takes no more room than to say that there is one more
        shown.append(undrawn.pop()[0].actor)
    allies = [
        allies_of(builder, side, found, open_pairs, most.beside, of_side[other])
        for side, other, found in zip((first, second), (second, first), alone, strict=True)
    ]
    between = [
        Between(
            certain_name(builder, name, {(first, name), (second, name)} <= open_pairs),
            (bond_of(builder, first, of_side[first][name]), bond_of(builder, second, of_side[second][name])),
        )
        for name in shown
    ]
    between += undrawn_between(builder, undrawn)
    both_in = shared_blocs(standing)
    lines = lines_of((*allies[0], *allies[1]), between, (bond_of(builder, first, direct),) if direct else ())
    return TwoSides(
        (builder.name(first)[0], builder.name(second)[0]),
        (belonging(builder, first, standing, both_in), belonging(builder, second, standing, both_in)),
        (allies[0], allies[1]),
        tuple(between),
        bond_of(builder, first, direct) if direct else None,
        (Span(_direct_words(standing, (first, second), direct.sign), "dim"),) if direct else (),
        _remark(builder, (first, second), with_both, alone=len(shared) == 1) if opposed else (),
        standing.note,
        twin,
        legend=joined((line_legend(lines), _outer_signs((*allies[0], *allies[1]))), "  "),
        shared=_both_in(builder, standing, both_in),
    )


def _outer_signs(allies: Iterable[Ally]) -> Spans:
    """What the sign means that stands on the far side of a name."""
    return (Span("outer sign: tie to the other side", "dim"),) if any(ally.other for ally in allies) else ()


def _direct_words(standing: Standing, sides: tuple[str, str], sign: str) -> str:
    """What joins two sides: the kind of their ties if it is one and short, else what the sign means."""
    between = [tie for tie in standing.ties if {*sides} <= {*map(str, tie.ends)} and tie.kind != MEMBERSHIP]
    kinds = {kind_words(tie) for tie in between}
    if len(kinds) == 1 and len(kind := next(iter(kinds))) <= _KIND:
        return kind
    return "mixed" if sign == MIXED else SIGN_WORDS[sign]


def shared_blocs(standing: Standing) -> tuple[str, ...]:
    """The blocs that every side is in."""
    return tuple(bloc for bloc, inside in standing.belonging.items() if standing.aligned.keys() <= inside.keys())


def _both_in(builder: SpanBuilder, standing: Standing, blocs: Sequence[str]) -> Spans:
    """`both in Sarn Strait Commission`, with the status of the less firm of the two memberships unless reported."""
    if len(blocs) > 1:
        return (Span(f"both in {len(blocs):,} blocs", "dim", "blocs:"),)
    for bloc in blocs:
        statuses = {str(counted_as(standing.belonging[bloc][side])) for side in standing.aligned}
        status = max(statuses, key=STATUSES.index)
        return (Span("both in ", "dim"), *builder.short_name(bloc, inside=True), *_status_mark(status))
    return ()


def _status_mark(status: str) -> Spans:
    return () if status == "reported" else (Span(f" {STATUS_GLYPHS[status]}", status_role(status)),)


def lines_of(allies: Iterable[Ally], between: Iterable[Between], bonds: Iterable[Bond]) -> list[LineStyle]:
    """How the lines of a picture are drawn."""
    beside = (ally.bond for ally in allies if ally.bond)
    inside = (bond for middle in between if middle.bonds for bond in middle.bonds)
    return [bond.line for bond in (*beside, *inside, *bonds)]


def one_side(builder: SpanBuilder, standing: Standing, twin: tuple[Fields, ...]) -> OneSide:
    """The picture of a dossier with one side: those against it, mixed pairs among them, and those with it."""
    [(side, found)] = standing.aligned.items()
    open_pairs = perhaps_pairs(builder, standing)
    against, others = ([other for other in found if other.sign in signs] for signs in ((AGAINST, MIXED), (WITH,)))
    left, right = (allies_of(builder, side, on, open_pairs, _ALONE) for on in (against, others))
    return OneSide(
        builder.name(side)[0],
        belonging(builder, side, standing),
        (left, right),
        joined((line_legend(lines_of((*left, *right), (), ())), standing.note), " · "),
        twin,
    )


def is_membership(other: Alignment, side: str, standing: Standing) -> bool:
    """Whether somebody is tied to a side by membership alone, which is told below its name."""
    return other.sign == NEITHER and (
        other.actor in standing.belonging.get(side, {}) or side in standing.belonging.get(other.actor, {})
    )


def rank_of(other: Alignment) -> tuple[int, int]:
    """With and against come before mixed and no sign, what is firm before the rest."""
    return SIGNS.index(other.sign), STATUSES.index(other.status)


def sign_mark(builder: SpanBuilder, sign: str) -> Span:
    """The glyph of a sign, mixed ones among them."""
    return Span(MIXED_GLYPH, "sign-mixed") if sign == MIXED else builder.sign(sign)


def bond_of(builder: SpanBuilder, side: str, other: Alignment) -> Bond:
    """The line from a side to somebody."""
    sign = sign_mark(builder, other.sign)
    status = Span("") if other.status == "reported" else Span(STATUS_GLYPHS[other.status], status_role(other.status))
    return Bond(sign._replace(link=pair_view_id(side, other.actor)), status, line_of(other.status))


def allies_of(
    builder: SpanBuilder,
    side: str,
    found: list[Alignment],
    open_pairs: Collection[tuple[str, str]],
    most: int = _ALONE,
    to_other: Mapping[str, Alignment] = NO_OTHER,
) -> tuple[Ally, ...]:
    """Those beside a side, at most so many, with and against before the others; the rest in words.

    `to_other`: who is tied to the other side.
    """
    found.sort(key=rank_of)
    shown = found if len(found) <= most else found[: most - 1]
    allies = [
        Ally(
            certain_name(builder, other.actor, (side, other.actor) in open_pairs),
            bond_of(builder, side, other),
            other=sign_mark(builder, to_other[other.actor].sign) if other.actor in to_other else None,
        )
        for other in shown
    ]
    if rest := found[len(shown) :]:
        counts = Counter(other.sign for other in rest)
        signs = (
            Span(f"{sign_mark(builder, sign).text}{counts[sign]:,}", sign_mark(builder, sign).role)
            for sign in SIGNS
            if counts[sign]
        )
        words = Span(f"and {len(rest):,} more", "dim", ego_view_id(side))
        allies.append(Ally(words, None, joined(((sign,) for sign in signs), " ")))
    return tuple(allies)


def undrawn_between(builder: SpanBuilder, rest: Sequence[tuple[Alignment, Alignment]]) -> tuple[Between, ...]:
    """Those between two sides that are not drawn, in words: how many, and of those with which signs; () if nobody."""
    if not rest:
        return ()
    counts = Counter((left.sign, right.sign) for left, right in rest)
    signs = (
        (*(sign_mark(builder, sign) for sign in pair), Span(f" {number:,}", "dim"))
        for pair, number in counts.most_common()
    )
    return (Between(Span(f"and {len(rest):,} more tied to both", "dim", "blocs:"), None, joined(signs, "  ")),)


def certain_name(builder: SpanBuilder, actor: str, perhaps: bool) -> Span:
    """The name of somebody beside a side, with a mark where it is not certain that they are at the moment."""
    name = builder.short_name(actor)[0]
    return name._replace(text=f"{name.text} {PERHAPS}") if perhaps else name


def perhaps_pairs(builder: SpanBuilder, standing: Standing) -> set[tuple[str, str]]:
    """The pairs of a side and an actor of whose ties none is certain to be there at the moment."""
    if builder.scope.moment is None:
        return set()
    states: dict[tuple[str, str], set[str]] = {}
    for tie in standing.ties:
        ends = dict.fromkeys(map(str, tie.ends))
        for side in standing.aligned.keys() & ends.keys():
            for other in ends:
                states.setdefault((side, other), set()).add(builder.as_of.state(tie.id))
    return {pair for pair, found in states.items() if found == {"perhaps"}}


def belonging(builder: SpanBuilder, side: str, standing: Standing, told: Sequence[str] = ()) -> Spans:
    """The blocs that a side is in, or how many members it has: `in CSTO`, `in 3 blocs`, `4 members`.

    Those `told` elsewhere are left out: `in 1 other bloc`.
    """
    blocs = {bloc: inside[side] for bloc, inside in standing.belonging.items() if side in inside and bloc not in told}
    other = "other " if told else ""
    if len(blocs) > 1:
        return (Span(f"in {len(blocs):,} {other}blocs", "dim", "blocs:"),)
    for bloc, tie in blocs.items():
        mark = _status_mark(str(counted_as(tie)))
        name = builder.short_name(bloc, inside=True)
        room = max(_BELOW, len(builder.dossier.name(side)))
        return (
            (Span("in ", "dim"), *name, *mark)
            if len(name[0].text) <= room
            else (Span(f"in 1 {other}bloc", "dim", bloc), *mark)
        )
    members = standing.belonging.get(side, {})
    return (Span(count_noun(len(members), "member"), "dim", ego_view_id(side)),) if members else ()


def _remark(builder: SpanBuilder, sides: tuple[str, str], with_both: Sequence[str], *, alone: bool) -> Spans:
    """Who is with two sides that are against each other: the third corner of an unbalanced triangle.

    One that is not `alone` between the sides is named.
    """
    if not with_both:
        return ()
    who, link = f"{len(with_both):,} ", "balance:"
    if len(with_both) == 1:
        who = "" if alone else f"{brief(builder.short(with_both[0]), _WITH_BOTH)} "
        link = ":".join(("triangle", *sides, *with_both))
    return Span(f"{TRIANGLE_GLYPH} ", "outcome-bad"), Span(f"{who}with both", "dim", link)
