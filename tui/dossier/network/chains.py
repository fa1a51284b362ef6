"""The shortest chains of ties between two actors, whatever the signs. Draws no conclusion from them.

May not know which ties are admitted, nor what is said of a chain.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from tui.dossier.kinds import Tie

MOST_WORK = 200_000
"""So many neighbours are looked at to count chains; beyond that their number is not known."""


class Step(NamedTuple):
    """Two actors one after the other in a chain, and all ties that join them."""

    one: str
    other: str
    ties: tuple[Tie, ...]


Chain = tuple[Step, ...]


class Chains(NamedTuple):
    """The first chains, in the order of the file, their number (None for too many to count), and their length."""

    shown: tuple[Chain, ...]
    number: int | None
    length: int


NONE = Chains((), 0, 0)


def chains(ties: Iterable[Tie], start: str, end: str, most: int = 20) -> Chains:
    """All shortest chains from `start` to `end` over `ties`, of many the first `most`; `NONE` when there is none.

    An actor has no chain to itself. A chain is a row of actors: several ties of the same two are one step of it.
    """
    network = _Network(ties)
    if start == end or not network.reach(start, end):
        return NONE
    shown: list[Chain] = []
    for names in network.walks(start, end):
        if len(shown) == most:
            break
        shown.append(tuple(network.step(one, other) for one, other in pairwise(names)))
    return Chains(tuple(shown), network.count(start, end), len(shown[0]))


class _Network:
    """Who is joined to whom, and how far each is from the end of the chains."""

    def __init__(self, ties: Iterable[Tie]) -> None:
        self._of: dict[str, list[Tie]] = {}
        for tie in ties:
            for name in dict.fromkeys(tie.ends):
                self._of.setdefault(name, []).append(tie)
        self._far: dict[str, int] = {}
        self._next: dict[str, tuple[str, ...]] = {}

    def reach(self, start: str, end: str) -> bool:
        """Measure how far actors are from `end`, until `start` is reached. Each tie is looked at once."""
        self._far = {end: 0}
        seen: set[str] = set()
        ring = [end]
        while ring and start not in self._far:
            following: list[str] = []
            for name in ring:
                for tie in self._of.get(name, ()):
                    if tie.id in seen:
                        continue
                    seen.add(tie.id)
                    for other in tie.ends:
                        if other not in self._far:
                            self._far[other] = self._far[name] + 1
                            following.append(other)
            ring = following
        return start in self._far

    def nearer(self, name: str) -> tuple[str, ...]:
        """The neighbours of an actor that are one step nearer to the end, in file order of the ties."""
        if name not in self._next:
            wanted = self._far[name] - 1
            ends = (other for tie in self._of[name] for other in tie.ends)
            self._next[name] = tuple(dict.fromkeys(other for other in ends if self._far.get(other) == wanted))
        return self._next[name]

    def walks(self, start: str, end: str) -> Iterator[list[str]]:
        """Every shortest chain as a row of actors."""
        row = [start]
        open_ways = [iter(self.nearer(start))]
        while open_ways:
            name = next(open_ways[-1], None)
            if name is None:
                open_ways.pop()
                row.pop()
            elif name == end:
                yield [*row, end]
            else:
                row.append(name)
                open_ways.append(iter(self.nearer(name)))

    def count(self, start: str, end: str) -> int | None:
        """How many chains there are; None when counting takes more than `MOST_WORK`."""
        ways = {start: 1}
        work = 0
        for _ in range(self._far[start]):
            following: dict[str, int] = {}
            for name, number in ways.items():
                work += sum(len(tie.ends) for tie in self._of[name])
                if work > MOST_WORK:
                    return None
                for other in self.nearer(name):
                    following[other] = following.get(other, 0) + number
            ways = following
        return ways[end]

    def step(self, one: str, other: str) -> Step:
        """The step from one actor to another, with the ties in file order."""
        return Step(one, other, tuple(tie for tie in self._of[one] if other in tie.ends))
