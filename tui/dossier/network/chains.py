"""The shortest chains of ties between two actors, whatever the signs; nothing is concluded from them."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from tui.dossier.kinds import Tie

MAX_COUNTING_WORK = 200_000
"""The most neighbours visited to count chains; beyond that their number is not known."""


class Step(NamedTuple):
    """Two consecutive actors of a chain, and all ties that join them."""

    first: str
    second: str
    ties: tuple[Tie, ...]


Chain = tuple[Step, ...]


class Chains(NamedTuple):
    """The first chains, in file order, their total number (None when there are too many to count), and their length."""

    listed: tuple[Chain, ...]
    total: int | None
    length: int


NO_CHAINS = Chains((), 0, 0)


def chains(ties: Iterable[Tie], start: str, end: str, limit: int = 20) -> Chains:
    """Return the shortest chains from `start` to `end` over `ties`, at most `limit`; `NO_CHAINS` when there is none.

    An actor has no chain to itself. A chain is a sequence of actors: several ties of the same two are one step of it.
    """
    network = _DistanceNetwork(ties)
    if start == end or not network.measure(start, end):
        return NO_CHAINS
    listed: list[Chain] = []
    for actors in network.shortest_paths(start, end):
        if len(listed) == limit:
            break
        listed.append(tuple(network.step(first, second) for first, second in pairwise(actors)))
    return Chains(tuple(listed), network.count(start, end), len(listed[0]))


def steps_from(ties: Iterable[Tie], start: str) -> dict[str, int]:
    """Return how many steps the shortest chain from `start` has to each actor that one leads to; 0 to itself."""
    network = _DistanceNetwork(ties)
    network.measure("", start)
    return network.distances


class _DistanceNetwork:
    """The ties of each actor, and the distance of actors from the end of the chains."""

    def __init__(self, ties: Iterable[Tie]) -> None:
        self._ties_of: dict[str, list[Tie]] = {}
        for tie in ties:
            for actor in dict.fromkeys(tie.ends):
                self._ties_of.setdefault(actor, []).append(tie)
        self._distance: dict[str, int] = {}
        self._closer: dict[str, tuple[str, ...]] = {}

    @property
    def distances(self) -> dict[str, int]:
        """Actor -> steps to the end, as far as they were measured."""
        return self._distance

    def measure(self, start: str, end: str) -> bool:
        """Measure distances from `end` until `start` is reached; return whether it is (breadth-first search).

        Each tie is visited once, however many actors it joins.
        """
        self._distance = {end: 0}
        visited: set[str] = set()
        frontier = [end]
        while frontier and start not in self._distance:
            next_frontier: list[str] = []
            for actor in frontier:
                for tie in self._ties_of.get(actor, ()):
                    if tie.id in visited:
                        continue
                    visited.add(tie.id)
                    for neighbour in tie.ends:
                        if neighbour not in self._distance:
                            self._distance[neighbour] = self._distance[actor] + 1
                            next_frontier.append(neighbour)
            frontier = next_frontier
        return start in self._distance

    def closer_neighbours(self, actor: str) -> tuple[str, ...]:
        """Return the neighbours of an actor that are one step closer to the end, in file order of the ties."""
        if actor not in self._closer:
            distance = self._distance[actor] - 1
            neighbours = (end for tie in self._ties_of[actor] for end in tie.ends)
            self._closer[actor] = tuple(
                dict.fromkeys(neighbour for neighbour in neighbours if self._distance.get(neighbour) == distance)
            )
        return self._closer[actor]

    def shortest_paths(self, start: str, end: str) -> Iterator[list[str]]:
        """Yield every shortest chain as its actors, depth first."""
        path = [start]
        branches = [iter(self.closer_neighbours(start))]
        while branches:
            actor = next(branches[-1], None)
            if actor is None:
                branches.pop()
                path.pop()
            elif actor == end:
                yield [*path, end]
            else:
                path.append(actor)
                branches.append(iter(self.closer_neighbours(actor)))

    def count(self, start: str, end: str) -> int | None:
        """Return the number of chains; None when counting takes more than `MAX_COUNTING_WORK`."""
        path_counts = {start: 1}
        work = 0
        for _ in range(self._distance[start]):
            next_counts: dict[str, int] = {}
            for actor, number in path_counts.items():
                work += sum(len(tie.ends) for tie in self._ties_of[actor])
                if work > MAX_COUNTING_WORK:
                    return None
                for neighbour in self.closer_neighbours(actor):
                    next_counts[neighbour] = next_counts.get(neighbour, 0) + number
            path_counts = next_counts
        return path_counts[end]

    def step(self, first: str, second: str) -> Step:
        """Return the step from one actor to another, with the ties in file order."""
        return Step(first, second, tuple(tie for tie in self._ties_of[first] if second in tie.ends))
