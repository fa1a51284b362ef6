"""Who stands where, as a picture of three sides: the signs between them, those with each, those tied to two or all."""

from __future__ import annotations

from collections.abc import Mapping, Set
from itertools import chain, combinations

from tui.dossier.network.alignment import Alignment
from tui.dossier.values.vocabulary import AGAINST, TRIANGLE_GLYPH, WITH
from tui.pages.diagram_blocks import Grid
from tui.pages.home.sides import (
    Standing,
    allies_of,
    belonging,
    bond_of,
    certain_name,
    is_membership,
    lines_of,
    perhaps_pairs,
    rank_of,
    undrawn_between,
)
from tui.pages.network.line_styles import line_legend
from tui.pages.page import Fields, Span, Spans, joined
from tui.pages.side_blocks import Between, Bond, ThreeSides
from tui.pages.span_builder import SpanBuilder
from tui.pages.truncation import and_more

_ALLIES, _AT_TOP, _BETWEEN, _ALL = 5, 6, 3, 4
"""The most actors beside a corner, beside the one at the top, beside an edge, and named as tied to all three."""


def three_sides(builder: SpanBuilder, standing: Standing, twin: tuple[Grid | Fields, ...]) -> ThreeSides:
    """The picture of a dossier with three sides, the first of them at the top; `twin` says the same in words."""
    sides = tuple(standing.aligned)
    of_side = {
        side: {other.actor: other for other in found if not is_membership(other, side, standing)}
        for side, found in standing.aligned.items()
    }
    others = {name: [side for side in sides if name in of_side[side]] for found in of_side.values() for name in found}
    tied = {name: found for name, found in others.items() if name not in sides}
    open_pairs = perhaps_pairs(builder, standing)
    allies = [
        allies_of(builder, side, [of_side[side][name] for name, on in tied.items() if on == [side]], open_pairs, most)
        for side, most in zip(sides, (_AT_TOP, _ALLIES, _ALLIES), strict=True)
    ]
    edges: list[Bond | None] = []
    between: list[tuple[Between, ...]] = []
    for number, (one, other) in enumerate(combinations(sides, 2)):
        direct = of_side[one].get(other)
        edges.append(bond_of(builder, one, direct) if direct else None)
        on_both = [name for name, on in tied.items() if on == [one, other]]
        left, right = (one, other) if number else (other, one)
        between.append(_between(builder, {side: of_side[side] for side in (left, right)}, on_both, open_pairs))
    lines = lines_of(chain(*allies), chain(*between), filter(None, edges))
    with_all = [name for name, on in tied.items() if len(on) == len(sides)]
    named: Spans = joined(
        (*(builder.short_name(name) for name in with_all[:_ALL]), and_more(len(with_all) - _ALL, "blocs:"))
    )
    below = [belonging(builder, side, standing) for side in sides]
    return ThreeSides(
        (builder.name(sides[0])[0], builder.name(sides[1])[0], builder.name(sides[2])[0]),
        (below[0], below[1], below[2]),
        (allies[0], allies[1], allies[2]),
        (edges[0], edges[1], edges[2]),
        (between[0], between[1], between[2]),
        (Span("tied to all three: ", "dim"), *named) if named else (),
        _mark(sides, of_side),
        joined((line_legend(lines), standing.note), " · "),
        twin,
    )


def _between(
    builder: SpanBuilder,
    of_side: Mapping[str, Mapping[str, Alignment]],
    names: list[str],
    open_pairs: Set[tuple[str, str]],
) -> tuple[Between, ...]:
    """Those tied to two sides, the one further to the left first in `of_side`; the rest in words."""
    (left, on_left), (right, on_right) = of_side.items()
    names.sort(key=lambda name: rank_of(on_left[name]))
    shown = names if len(names) <= _BETWEEN else names[: _BETWEEN - 1]
    found = [
        Between(
            certain_name(builder, name, {(left, name), (right, name)} <= open_pairs),
            (bond_of(builder, left, on_left[name]), bond_of(builder, right, on_right[name])),
        )
        for name in shown
    ]
    rest = [(on_left[name], on_right[name]) for name in names[len(shown) :]]
    return (*found, *undrawn_between(builder, rest))


def _mark(sides: tuple[str, ...], of_side: Mapping[str, Mapping[str, Alignment]]) -> Span:
    """The mark of an unbalanced triangle: all three are with or against each other, and an odd number are against."""
    signs = [found.sign if (found := of_side[one].get(other)) else "" for one, other in combinations(sides, 2)]
    if not {*signs} <= {WITH, AGAINST} or signs.count(AGAINST) % 2 == 0:
        return Span("")
    return Span(TRIANGLE_GLYPH, "outcome-bad", ":".join(("triangle", *sides)))
