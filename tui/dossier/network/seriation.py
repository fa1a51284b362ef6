"""An order of actors for a matrix: camps and blocs as ties state them, and within each those with alike ties together.

Likeness decides where an actor stands inside its group and never to which group it belongs.
"""

from collections.abc import Callable, Iterable, Sequence
from math import atan2, cos, hypot, sqrt, tau
from operator import itemgetter
from typing import NamedTuple

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Actor
from tui.dossier.network.blocs import groups
from tui.dossier.network.scope import Scope
from tui.dossier.network.signed_graph import Ends, TooManyPairs, counted_pairs
from tui.dossier.once import once_per_dossier
from tui.dossier.values.vocabulary import AGAINST, WITH

_MOST_STEPS, _WORK = 40, 1_500_000
"""The most steps of the iteration, and about how many pairs all of them may visit."""
_NEGLIGIBLE = 1e-6
"""A shorter vector has no direction."""
_DECIMALS = 6
"""Angles are compared to so many decimals, so that the order is the same on every machine."""

Angles = dict[str, float]
"""Actor -> the direction of its ties, from 0 to 2 pi; those whose ties have none are absent."""


class Block(NamedTuple):
    """Actors of one camp and one bloc: `side` is that of the camp, `bloc` the organisation; either may be `""`."""

    side: str
    bloc: str
    actors: tuple[str, ...]


def seriated(dossier: Dossier, scope: Scope, actors: Iterable[str]) -> list[Block]:
    """Return `actors` in blocks: the camps of the sides, one after the other, and then all who are in none.

    A side stands first in its camp, with its bloc. Likeness is that of all ties in scope, at any moment.
    """
    by_side: dict[str, dict[str, list[str]]] = {}
    for group in groups(dossier, scope.ties(dossier), actors):
        by_side.setdefault(group.side, {}).setdefault(group.bloc, []).extend(group.actors)
    angles = _angles(dossier, scope._replace(moment=None))
    positions: dict[str, int] = {actor.id: position for position, actor in enumerate(dossier.records_of(Actor))}
    blocks: list[Block] = []
    for side in filter(by_side.__contains__, dict.fromkeys((*dossier.head.sides, ""))):
        by_bloc = by_side[side]
        first = next((bloc for bloc, inside in by_bloc.items() if side in inside), None)
        for bloc in sorted(by_bloc, key=lambda bloc: bloc != first):
            inside = by_bloc[bloc]
            heads = [actor for actor in dict.fromkeys((side, bloc)) if actor in inside]
            others = sorted((actor for actor in inside if actor not in heads), key=lambda name: positions.get(name, 0))
            blocks.append(Block(side, bloc, (*heads, *_by_angle(others, angles, heads))))
    return blocks


def prepare(dossier: Dossier, scope: Scope) -> None:
    """Work out how alike the ties of actors are, which takes up to a fifth of a second in a large dossier."""
    _angles(dossier, scope._replace(moment=None))


def _by_angle(actors: list[str], angles: Angles, heads: Sequence[str]) -> list[str]:
    """Actors by the direction of their ties, from the widest gap on, those nearest to the heads first.

    Those alike keep their order, and those without a direction come at the end.
    """
    directed = [actor for actor in actors if actor in angles]
    if len(directed) > 1:
        turned = sorted({angles[actor] for actor in directed})
        gaps = [(angle - turned[at - 1]) % tau for at, angle in enumerate(turned)]
        start = turned[gaps.index(max(gaps))]
        offsets = {actor: (angles[actor] - start) % tau for actor in directed}
        near = next((angles[actor] for actor in heads if actor in angles), angles[directed[0]])
        ends = min(offsets.values()) + start, max(offsets.values()) + start
        turn = -1 if cos(ends[1] - near) > cos(ends[0] - near) else 1
        directed.sort(key=lambda actor: turn * offsets[actor])
    return directed + [actor for actor in actors if actor not in angles]


@once_per_dossier
def _angles(dossier: Dossier, scope: Scope) -> Angles:
    """The angle of each actor in the plane of the two leading eigenvectors of the signed matrix.

    Friendly (2002), Corrgrams, orders the rows of a correlation matrix so. The eigenvectors are approached by a number
    of steps that depends on the number of pairs alone, so the result is the same on every run.
    """
    try:
        pairs = counted_pairs(dossier, scope)
    except TooManyPairs:
        return {}
    signs = {ends: 1 if pair.sign == WITH else -1 for ends, pair in pairs.items() if pair.sign in (WITH, AGAINST)}
    plane = _leading_plane(signs)
    return {
        actor: round(atan2(y, x) % tau, _DECIMALS) % round(tau, _DECIMALS)
        for actor, (x, y) in plane.items()
        if hypot(x, y) > _NEGLIGIBLE
    }


def _leading_plane(signs: dict[Ends, int]) -> dict[str, tuple[float, float]]:
    """Actor -> its place in the plane of the two leading eigenvectors, by orthogonal iteration."""
    actors = list(dict.fromkeys(end for ends in signs for end in ends))
    if len(actors) < 3:
        return dict.fromkeys(actors, (1.0, 0.0))
    numbers = {actor: number for number, actor in enumerate(actors)}
    friends: list[list[int]] = [[] for _ in actors]
    foes: list[list[int]] = [[] for _ in actors]
    for (first, second), sign in signs.items():
        here, there = numbers[first], numbers[second]
        for at, neighbour in ((here, there), (there, here)):
            (friends if sign > 0 else foes)[at].append(neighbour)
    roots = [sqrt(len(friends[at]) + len(foes[at])) for at in range(len(actors))]
    picks = [(_picker(friends[at]), _picker(foes[at])) for at in range(len(actors))]
    one_axis = roots
    other = [root * cos(1.0 + at * 0.618) for at, root in enumerate(roots)]  # any vector that favours no actor
    for _ in range(max(6, min(_MOST_STEPS, _WORK // max(1, 4 * len(signs))))):
        one_axis = _unit(_stepped(one_axis, roots, picks))
        other = _stepped(other, roots, picks)
        shared = sum(x * y for x, y in zip(one_axis, other, strict=True))
        other = _unit([y - shared * x for x, y in zip(one_axis, other, strict=True)])
    # What the ties of each make of both: the same for those with the same ties, nothing where a vector says nothing.
    axes = [
        [new - old for new, old in zip(_stepped(axis, roots, picks), axis, strict=True)] for axis in (one_axis, other)
    ]
    return {actor: (axes[0][at] / roots[at], axes[1][at] / roots[at]) for at, actor in enumerate(actors)}


def _picker(numbers: list[int]) -> Callable[[list[float]], float]:
    """Return a function that adds up the values at some places of a list."""
    if not numbers:
        return lambda _: 0.0
    if len(numbers) == 1:
        return itemgetter(numbers[0])
    pick = itemgetter(*numbers)
    return lambda values: sum(pick(values))


def _stepped(
    vector: list[float],
    roots: list[float],
    sums: list[tuple[Callable[[list[float]], float], Callable[[list[float]], float]]],
) -> list[float]:
    """One step, with the matrix scaled by the numbers of ties and shifted so that no eigenvalue is negative."""
    scaled = [value / root for value, root in zip(vector, roots, strict=True)]
    return [
        value + (friends(scaled) - foes(scaled)) / root
        for value, root, (friends, foes) in zip(vector, roots, sums, strict=True)
    ]


def _unit(vector: list[float]) -> list[float]:
    """The vector at length 1, or as it is where it vanishes."""
    length = sqrt(sum(value * value for value in vector))
    return [value / length for value in vector] if length > _NEGLIGIBLE else vector
