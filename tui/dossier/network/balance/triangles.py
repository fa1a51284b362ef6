"""The triad census of a signed network: its triangles by kind, the unbalanced ones, and how many each actor is in.

All are counted, at the cost of a few bitwise operations for each pair; the unbalanced ones are listed up to a limit.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from tui.dossier.network.signed_graph import Ends, Pair, ends_of
from tui.dossier.values.vocabulary import AGAINST, WITH

KINDS = ("+++", "++-", "+--", "---")
"""The kinds of triangle by their signs. One with an even number of hostile pairs is balanced."""
BALANCED_KINDS = ("+++", "+--")

MAX_LISTED = 1_000
"""The most unbalanced triangles that are listed."""
_FEWEST_TRIANGLES = 2
"""The fewest triangles of one record that are told by their tie."""
_FEWEST_EDGES = 5
"""The fewest pairs of as many triangles."""
_PAUSE_EVERY = 500
"""Edges between two pauses: some milliseconds."""


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
        """Whether it has no hostile pair, or two."""
        return self.kind in BALANCED_KINDS

    @property
    def pairs(self) -> tuple[Ends, Ends, Ends]:
        """The keys of its pairs, in the order of `signs`."""
        first, second, third = self.actors
        return ends_of(first, second), ends_of(first, third), ends_of(second, third)


class OneRecord(NamedTuple):
    """A tie between many of which several unbalanced triangles consist: its id, its actors in them, and how many."""

    tie: str
    actors: int
    triangles: int


class TriadCensus(NamedTuple):
    """`counts`: kind -> number of triangles. `unbalanced_of`: actor -> number of unbalanced triangles it is in.

    `unbalanced`: the first MAX_LISTED unbalanced triangles but those that are of `one_record` each, which are told by
    their tie: all three of their pairs rest on it alone.
    """

    counts: dict[str, int]
    unbalanced_of: dict[str, int]
    unbalanced: tuple[Triangle, ...]
    one_record: tuple[OneRecord, ...] = ()

    @property
    def total_of_one_record(self) -> int:
        """The number of unbalanced triangles that are told by a tie between many."""
        return sum(record.triangles for record in self.one_record)

    @property
    def unlisted(self) -> int:
        """The number of unbalanced triangles that are beyond the limit of what is listed."""
        return self.total_unbalanced - self.total_of_one_record - len(self.unbalanced)

    @property
    def total(self) -> int:
        """The number of triangles."""
        return sum(self.counts.values())

    @property
    def total_unbalanced(self) -> int:
        """The number of unbalanced triangles."""
        return self.counts["++-"] + self.counts["---"]

    @property
    def balanced_share(self) -> float | None:
        """The share of balanced triangles, from 0 to 1; None when there is no triangle."""
        return (self.total - self.total_unbalanced) / self.total if self.total else None


def triangle_of(pairs: Mapping[Ends, Pair], first: str, second: str, third: str) -> Triangle | None:
    """Return the triangle of three actors; None when two of them have no pair or a mixed one."""
    sides = [pairs.get(ends_of(*ends)) for ends in ((first, second), (first, third), (second, third))]
    return triangle_with_signs((first, second, third), [pair.sign if pair else "" for pair in sides])


def triangle_with_signs(actors: tuple[str, str, str], signs: Iterable[str]) -> Triangle | None:
    """Return a triangle with the given signs in its order; None when one of them is neither with nor against."""
    first, second, third = signs
    return Triangle(actors, (first, second, third)) if {first, second, third} <= {WITH, AGAINST} else None


def triad_census(
    actors: Sequence[str], pairs: Iterable[Pair], pause: Callable[[], object] = lambda: None
) -> TriadCensus:
    """Count the triangles of a network of pairs that are each with or against one another, none mixed.

    Triangles are listed in the order of `actors`. `pause` is called now and then on the way.
    """
    network = _BitsetNetwork(actors, pairs)
    counts = dict.fromkeys(KINDS, 0)
    doubled = [0] * len(actors)  # an actor meets each of its triangles at two edges
    for number, (first, second, friendly) in enumerate(network.edges):
        if number % _PAUSE_EVERY == 0:
            pause()
        both_friends, split, both_foes = (bits.bit_count() for bits in network.third_actors(first, second))
        for kind, number in zip(KINDS_AT_EDGE[friendly], (both_friends, split, both_foes), strict=True):
            counts[kind] += number
        unbalanced = split if friendly else both_friends + both_foes
        doubled[first] += unbalanced
        doubled[second] += unbalanced
    return TriadCensus(
        {kind: number // 3 for kind, number in counts.items()},
        {actor: number // 2 for actor, number in zip(actors, doubled, strict=True) if number},
        tuple(islice(network.unbalanced(), MAX_LISTED)),
        network.one_record,
    )


KINDS_AT_EDGE = {True: ("+++", "++-", "+--"), False: ("++-", "+--", "---")}
"""The kind of triangle that an edge, friendly or hostile, makes with a third actor that is a friend of both ends, a
friend of one and foe of the other, a foe of both. Each triangle is met three times, at each of its edges."""


def third_actors(friends: Sequence[int], foes: Sequence[int], first: int, second: int) -> tuple[int, int, int]:
    """Return as bits: the friends of both, the friends of one that are foes of the other, the foes of both."""
    split = friends[first] & foes[second] | foes[first] & friends[second]
    return friends[first] & friends[second], split, foes[first] & foes[second]


class _BitsetNetwork:
    """The actors by number, with the friends and the foes of each as bits of an integer."""

    def __init__(self, actors: Sequence[str], pairs: Iterable[Pair]) -> None:
        numbers = {actor: number for number, actor in enumerate(actors)}
        self.actors = actors
        self.friends, self.foes = [0] * len(actors), [0] * len(actors)
        self.edges: list[tuple[int, int, bool]] = []
        of_tie: dict[str, list[tuple[int, int]]] = {}
        for pair in pairs:
            first, second = sorted(numbers[end] for end in pair.ends)
            adjacency = self.friends if pair.sign == WITH else self.foes
            adjacency[first] |= 1 << second
            adjacency[second] |= 1 << first
            self.edges.append((first, second, pair.sign == WITH))
            if pair.sign != WITH and len(pair.ties) == 1:
                of_tie.setdefault(pair.ties[0], []).append((first, second))
        self.edges.sort()
        self._alike: dict[tuple[int, int], int] = {}
        """A hostile edge -> the third actors with which it is a triangle of one record."""
        self.one_record = tuple(filter(None, (self._of_tie(tie, edges) for tie, edges in of_tie.items())))

    def _of_tie(self, tie: str, edges: Sequence[tuple[int, int]]) -> OneRecord | None:
        """Return the triangles of the hostile pairs that rest on one tie alone; None where there are not several."""
        if len(edges) < _FEWEST_EDGES:
            return None
        foes: dict[int, int] = {}
        for first, second in edges:
            foes[first] = foes.get(first, 0) | 1 << second
            foes[second] = foes.get(second, 0) | 1 << first
        alike = {(first, second): foes[first] & foes[second] for first, second in edges}
        if (count := sum(bits.bit_count() for bits in alike.values()) // 3) < _FEWEST_TRIANGLES:
            return None
        self._alike |= alike
        return OneRecord(tie, len({actor for edge, bits in alike.items() if bits for actor in edge}), count)

    def third_actors(self, first: int, second: int) -> tuple[int, int, int]:
        """Return as bits the third actors of two."""
        return third_actors(self.friends, self.foes, first, second)

    def unbalanced(self) -> Iterator[Triangle]:
        """Yield the unbalanced triangles that are not of one record in the order of their actors."""
        for first, second, friendly in self.edges:
            both_friends, split, both_foes = self.third_actors(first, second)
            remaining = (split if friendly else both_friends | both_foes) >> second + 1 << second + 1
            remaining &= ~self._alike.get((first, second), 0)
            while remaining:
                bit = remaining & -remaining
                remaining ^= bit
                signs = (WITH if friendly else AGAINST, self._sign(first, bit), self._sign(second, bit))
                third = bit.bit_length() - 1
                yield Triangle((self.actors[first], self.actors[second], self.actors[third]), signs)

    def _sign(self, actor: int, bit: int) -> str:
        return WITH if self.friends[actor] & bit else AGAINST
