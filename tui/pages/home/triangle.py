"""The triangle that a dossier of two or three sides is about, with the ties between every two of its actors."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from tui.dossier.kinds import Tie
from tui.dossier.network.alignment import alignments
from tui.dossier.network.balance import triangle_with_signs
from tui.dossier.network.signed_graph import Ends, ends_of, sign_of
from tui.dossier.values.vocabulary import AGAINST, WITH
from tui.pages.balance.triangle import odd_pair_first, triangle_view_id
from tui.pages.balance.triangle_picture import triangle_picture
from tui.pages.page import Block, Section
from tui.pages.span_builder import SpanBuilder


def triangle_blocks(builder: SpanBuilder, ties: Sequence[Tie], sides: Sequence[str]) -> list[Block]:
    """The triangle of the sides, or that of two sides and the first actor who is with both; nothing without one."""
    actors = tuple(sides) if len(sides) == 3 else (*sides, *_with_both(ties, sides)[:1])
    if len(actors) != 3:
        return []
    of_pairs: dict[Ends, list[Tie]] = {ends_of(*pair): [] for pair in combinations(actors, 2)}
    for tie in ties:
        ends = frozenset(map(str, tie.ends)) & frozenset(actors) if tie.polarity else frozenset()
        for pair in combinations(sorted(ends), 2):
            of_pairs[ends_of(*pair)].append(tie)
    signs = [sign_of(of_pairs[ends_of(*pair)]) for pair in combinations(actors, 2)]
    triangle = triangle_with_signs((actors[0], actors[1], actors[2]), signs)
    if triangle is None:
        return []
    picture = triangle_picture(builder, odd_pair_first(triangle), of_pairs)
    heading = Section("The ties of the triangle", link=triangle_view_id(triangle), compact=True)
    return [heading, picture._replace(legend=())]


def _with_both(ties: Sequence[Tie], sides: Sequence[str]) -> list[str]:
    """Those who are with two sides that are against each other."""
    aligned = alignments(ties, sides)
    signs = [{other.actor: other.sign for other in aligned[side]} for side in sides]
    if signs[0].get(sides[1]) != AGAINST:
        return []
    return [name for name, sign in signs[0].items() if sign == WITH and signs[1].get(name) == WITH]
