"""The triangles of a signed network: how many of each kind, which are unbalanced, and how many each actor stands in.

All are counted, at the cost of a few operations on bits for each pair; the unbalanced ones are listed up to a limit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from tui.dossier.network.signed_graph import Ends, Pair, ends_of
from tui.dossier.values.vocabulary import AGAINST, WITH

KINDS = ("+++", "++-", "+--", "---")
"""The kinds of triangle by their signs. An even number of hostile pairs is balanced, an odd one is not."""

MOST_LISTED = 1_000
"""So many unbalanced triangles are listed."""


class Triangle(NamedTuple):
    """Three actors, in the order of the network, and the signs of their pairs: first–second, first–third,
    second–third."""

    actors: tuple[str, str, str]
    signs: tuple[str, str, str]

    @property
    def kind(self) -> str:
        """One of KINDS."""
        return "".join(sorted(self.signs))

    @property
    def balanced(self) -> bool:
        """Whether it can hold: it has no hostile pair, or two."""
        return self.kind in ("+++", "+--")

    @property
    def pairs(self) -> tuple[Ends, Ends, Ends]:
        """The keys of its pairs, in the order of `signs`."""
        one, two, three = self.actors
        return ends_of(one, two), ends_of(one, three), ends_of(two, three)


class Census(NamedTuple):
    """Kind -> number; actor -> number of unbalanced triangles it stands in; the first MOST_LISTED of those."""

    counts: dict[str, int]
    unbalanced_of: dict[str, int]
    unbalanced: tuple[Triangle, ...]

    @property
    def number(self) -> int:
        """How many triangles there are."""
        return sum(self.counts.values())

    @property
    def number_unbalanced(self) -> int:
        """How many of them cannot hold."""
        return self.counts["++-"] + self.counts["---"]

    @property
    def balanced(self) -> float | None:
        """The share of balanced triangles, from 0 to 1; None when there is no triangle."""
        return (self.number - self.number_unbalanced) / self.number if self.number else None


def triangle_of(pairs: Mapping[Ends, Pair], one: str, two: str, three: str) -> Triangle | None:
    """The triangle of three actors; None when two of them have no pair or a mixed one."""
    found = [pairs.get(ends_of(*ends)) for ends in ((one, two), (one, three), (two, three))]
    return judged((one, two, three), [pair.sign if pair else "" for pair in found])


def judged(actors: tuple[str, str, str], signs: Iterable[str]) -> Triangle | None:
    """A triangle with the given signs in its order; None when one of them is neither with nor against."""
    first, second, third = signs
    return Triangle(actors, (first, second, third)) if {first, second, third} <= {WITH, AGAINST} else None


def census(actors: Sequence[str], pairs: Iterable[Pair]) -> Census:
    """Count the triangles of a network of pairs that are each with or against one another, none mixed.

    The order of `actors` is that in which they are listed.
    """
    network = _Network(actors, pairs)
    seen = dict.fromkeys(KINDS, 0)
    twice = [0] * len(actors)
    for one, other, friendly in network.edges:
        friends, split, foes = (bits.bit_count() for bits in network.thirds(one, other))
        for kind, number in zip(_MET[friendly], (friends, split, foes), strict=True):
            seen[kind] += number
        unbalanced = split if friendly else friends + foes
        twice[one] += unbalanced
        twice[other] += unbalanced
    return Census(
        {kind: number // 3 for kind, number in seen.items()},
        {actor: number // 2 for actor, number in zip(actors, twice, strict=True) if number},
        tuple(islice(network.unbalanced(), MOST_LISTED)),
    )


_MET = {True: ("+++", "++-", "+--"), False: ("++-", "+--", "---")}
"""What an edge, friendly or hostile, makes with a third actor: a friend of both, a friend of one and foe of the other,
a foe of both. Each triangle is met three times, at each of its edges."""


class _Network:
    """The actors by number, with the friends and the foes of each as bits."""

    def __init__(self, actors: Sequence[str], pairs: Iterable[Pair]) -> None:
        place = {actor: number for number, actor in enumerate(actors)}
        self.actors = actors
        self.friends, self.foes = [0] * len(actors), [0] * len(actors)
        self.edges: list[tuple[int, int, bool]] = []
        for pair in pairs:
            one, other = sorted(place[end] for end in pair.ends)
            side = self.friends if pair.sign == WITH else self.foes
            side[one] |= 1 << other
            side[other] |= 1 << one
            self.edges.append((one, other, pair.sign == WITH))
        self.edges.sort()

    def thirds(self, one: int, other: int) -> tuple[int, int, int]:
        """Those who are friends of both, a friend of one and a foe of the other, foes of both, as bits."""
        friends, foes = self.friends, self.foes
        split = friends[one] & foes[other] | foes[one] & friends[other]
        return friends[one] & friends[other], split, foes[one] & foes[other]

    def unbalanced(self) -> Iterator[Triangle]:
        """The unbalanced triangles in the order of their actors."""
        for one, two, friendly in self.edges:
            both, split, neither = self.thirds(one, two)
            rest = (split if friendly else both | neither) >> two + 1 << two + 1
            while rest:
                last = rest & -rest
                rest ^= last
                signs = (WITH if friendly else AGAINST, self._sign(one, last), self._sign(two, last))
                three = last.bit_length() - 1
                yield Triangle((self.actors[one], self.actors[two], self.actors[three]), signs)

    def _sign(self, actor: int, third: int) -> str:
        return WITH if self.friends[actor] & third else AGAINST
