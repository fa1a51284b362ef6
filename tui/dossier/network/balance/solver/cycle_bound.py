"""A lower bound on what every colouring loses: cycles that cannot be kept whole, and that share no weight.

Seen from a colouring, each lost edge closes an unbalanced cycle with any path of kept edges between its ends. Of such a
cycle every colouring loses something, so that cycles which share no weight add up. When all that is lost can be
routed over kept edges in this way, the colouring is proven best.
"""

from __future__ import annotations

from collections import deque
from heapq import heappop, heappush
from itertools import pairwise
from typing import NamedTuple

from tui.dossier.network.balance.solver.budget import Budget, Exhausted
from tui.dossier.network.balance.solver.reduced_graph import SCALE, Colours, Weights

_LENGTHS = (2, 3, 4, 6, 1_000_000)
"""Short paths are laid first, as they leave the most room for others."""

_PORTION = SCALE // 2
"""So much is moved at once by force: halves find room where wholes find none."""
_FREE = 8
"""What an edge with room costs a path; one without costs twice that, and each grudge makes both dearer."""

Path = tuple[int, ...]
Rest = tuple[int, int, int]
"""A lost edge by its ends, and how much of its weight no cycle uses."""


class CycleBound(NamedTuple):
    """`short`: how much of what the colouring loses is matched by no cycle, so that much may be saved at best.

    `open`: the lost edges concerned, with the weight that no cycle uses. `spare`: that of the kept edges.
    """

    short: int
    open: tuple[Rest, ...]
    spare: Weights


def cycle_bound(weights: Weights, colours: Colours, tries: int, budget: Budget) -> CycleBound:
    """Route what a colouring loses over what it keeps, moving laid paths aside at most `tries` times.

    When the budget ends on the way, what was routed until then.
    """
    router = _Router(weights, colours, budget)
    best = None
    try:
        router.lay_short_ones()
        best = router.state()
        while tries and router.waiting and best.short:
            tries -= 1
            router.lay_by_force()
            if router.short < best.short:
                best = router.state()
    except Exhausted:
        pass
    return best or router.state()


class _Router:
    """Lays paths over kept edges. `spare[a][b]` is the room left on an edge, `rest[n]` what lost edge n still asks."""

    def __init__(self, weights: Weights, colours: Colours, budget: Budget) -> None:
        self.budget = budget
        self.room: Weights = {}
        self.lost: list[tuple[int, int]] = []
        self.rest: list[int] = []
        for vertex, row in weights.items():
            kept = self.room[vertex] = {}
            for other, weight in row.items():
                gain = weight * colours[vertex] * colours[other]
                if gain > 0:
                    kept[other] = gain
                elif vertex < other:
                    self.lost.append((vertex, other))
                    self.rest.append(-gain)
        self.spare = {vertex: dict(row) for vertex, row in self.room.items()}
        self.short = sum(self.rest)
        self.waiting: deque[int] = deque()
        self.laid: dict[int, tuple[int, Path, int]] = {}
        self.over: dict[tuple[int, int], list[int]] = {}
        self.grudges: dict[tuple[int, int], int] = {}
        self._next = 0

    def state(self) -> CycleBound:
        """What is routed now."""
        left = tuple((*ends, rest) for ends, rest in zip(self.lost, self.rest, strict=True) if rest)
        return CycleBound(self.short, left, {vertex: dict(row) for vertex, row in self.spare.items()})

    def lay_short_ones(self) -> None:
        """Lay paths where there is room, the shortest first."""
        for length in _LENGTHS:
            for number, (start, end) in enumerate(self.lost):
                while self.rest[number] and (path := self._shortest(start, end, length)):
                    self._lay(number, path, min(self.rest[number], *_along(self.spare, path)))
        self.waiting.extend(number for number, rest in enumerate(self.rest) if rest)

    def lay_by_force(self) -> None:
        """Lay a path for the lost edge that waits longest, and take up those in its way, which then wait in turn.

        An edge that is fought over grows dearer each time, until some path goes round it.
        """
        number = self.waiting.popleft()
        path = self._cheapest(*self.lost[number]) if self.rest[number] else None
        if path is None:
            return
        amount = min(self.rest[number], _PORTION, *_along(self.room, path))
        for one, other in pairwise(path):
            if self.spare[one][other] < amount:
                key = key_of(one, other)
                self.grudges[key] = self.grudges.get(key, 0) + 1
                while self.spare[one][other] < amount:
                    self._take_up(self.over[key][0])
        self._lay(number, path, amount)
        if self.rest[number]:
            self.waiting.append(number)

    def _lay(self, number: int, path: Path, amount: int) -> None:
        for one, other in pairwise(path):
            self.spare[one][other] -= amount
            self.spare[other][one] -= amount
            self.over.setdefault(key_of(one, other), []).append(self._next)
        self.laid[self._next] = (number, path, amount)
        self._next += 1
        self.rest[number] -= amount
        self.short -= amount

    def _take_up(self, name: int) -> None:
        number, path, amount = self.laid.pop(name)
        for one, other in pairwise(path):
            self.spare[one][other] += amount
            self.spare[other][one] += amount
            self.over[key_of(one, other)].remove(name)
        self.rest[number] += amount
        self.short += amount
        self.waiting.append(number)

    def _shortest(self, start: int, end: int, most: int) -> Path | None:
        """A path with room on it, of at most `most` edges and as few as can be."""
        came_from = {start: start}
        reached = [start]
        while reached and most > 0:
            most -= 1
            further: list[int] = []
            for vertex in reached:
                row = self.spare[vertex]
                self.budget.spend(len(row))
                if row.get(end):
                    return (*_back(came_from, vertex), end)
                if most:
                    for other, room in row.items():
                        if room and other not in came_from:
                            came_from[other] = vertex
                            further.append(other)
            reached = further
        return None

    def _cheapest(self, start: int, end: int) -> Path | None:
        """The path that takes up least, weighed by `_FREE` and the grudges."""
        costs, came_from, done = {start: 0}, {start: start}, set()
        waiting = [(0, start)]
        while waiting:
            cost, vertex = heappop(waiting)
            if vertex == end:
                return _back(came_from, end)
            if vertex in done:
                continue
            done.add(vertex)
            self.budget.spend(3 * len(self.spare[vertex]))
            for other, room in self.spare[vertex].items():
                if other not in done:
                    grudge = self.grudges.get(key_of(vertex, other), 0)
                    further = cost + (_FREE + grudge if room else 2 * (_FREE + grudge))
                    if further < costs.get(other, further + 1):
                        costs[other], came_from[other] = further, vertex
                        heappush(waiting, (further, other))
        return None


def key_of(one: int, other: int) -> tuple[int, int]:
    """An edge by its ends, whichever is named first."""
    return (one, other) if one < other else (other, one)


def _back(came_from: dict[int, int], end: int) -> Path:
    path = [end]
    while came_from[end] != end:
        end = came_from[end]
        path.append(end)
    return tuple(reversed(path))


def _along(room: Weights, path: Path) -> list[int]:
    return [room[one][other] for one, other in pairwise(path)]
