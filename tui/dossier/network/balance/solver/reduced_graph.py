"""A signed network made smaller step by step, with a way back: which colours suit what was taken out.

A colouring gives each vertex 1 or −1, its camp. An edge of weight `w` wants equal colours when `w` is positive and
different ones when it is negative; a colouring that does otherwise loses `abs(w)`. May not know what is searched for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.dossier.network.balance.solver.biconnected import Edge

SCALE = 8
"""The weight of one edge of the network. More than 1, because taking out a vertex can halve weights."""

Weights = dict[int, dict[int, int]]
"""Vertex -> neighbour -> weight, never 0, the same from both ends."""

Colours = dict[int, int]


class ReducedGraph:
    """A weighted signed network; every colouring of it loses `lost` on top of what its edges lose.

    `steps` tells how to colour the vertices taken out, the last one first: a vertex takes the colour that loses least
    on the edges it had; when both lose the same, both are right.
    """

    def __init__(
        self, weights: Weights, lost: int = 0, steps: Iterable[tuple[int, tuple[tuple[int, int], ...]]] = ()
    ) -> None:
        self.weights = weights
        self.lost = lost
        self.steps = list(steps)

    @classmethod
    def of(cls, edges: Iterable[Edge]) -> ReducedGraph:
        """The network of some edges, each of the weight `SCALE`."""
        weights: Weights = {}
        for one, other, sign in edges:
            weights.setdefault(one, {})[other] = weights.setdefault(other, {})[one] = sign * SCALE
        return cls(weights)

    def copy(self) -> ReducedGraph:
        """A kernel that can be changed without changing this one."""
        return ReducedGraph({vertex: dict(row) for vertex, row in self.weights.items()}, self.lost, self.steps)

    def merge(self, vertex: int, into: int, sign: int) -> None:
        """Decide that `vertex` has the colour of `into` (`sign` 1) or the other one (−1)."""
        row = self._cut(vertex)
        for other, weight in row.items():
            if other == into:
                self.lost += max(0, -sign * weight)
            else:
                self._add(into, other, sign * weight)
        self.steps.append((vertex, ((into, sign),)))

    def reduce(self) -> None:
        """Take out every vertex whose best colour follows from its neighbours, until one vertex is left or none can go.

        That is a vertex of at most three edges (those between its neighbours then tell what it loses), or with one
        edge that weighs more than all its others together. Nothing that loses the least is shut out.
        """
        todo = list(self.weights)
        while todo and len(self.weights) > 1:
            vertex = todo.pop()
            row = self.weights.get(vertex)
            if row is None:
                continue
            near = tuple(row.items())
            strong = max(near, key=_size, default=(vertex, 0))
            if 2 * abs(strong[1]) > sum(map(abs, row.values())):
                self.merge(vertex, strong[0], 1 if strong[1] > 0 else -1)
            elif len(near) > 3 or not self._drop(vertex, near):
                continue
            todo.extend(row)

    def _drop(self, vertex: int, near: tuple[tuple[int, int], ...]) -> bool:
        """Take out a vertex of no, two or three edges; False when a weight cannot be halved."""
        shares = _shares([abs(weight) for _, weight in near])
        if shares is None:
            return False
        self._cut(vertex)
        self.steps.append((vertex, near))
        for (first, second), share in shares.items():
            (one, towards_one), (other, towards_other) = near[first], near[second]
            self._add(one, other, share if (towards_one < 0) == (towards_other < 0) else -share)
        return True

    def _cut(self, vertex: int) -> dict[int, int]:
        row = self.weights.pop(vertex)
        for other in row:
            del self.weights[other][vertex]
        return row

    def _add(self, one: int, other: int, weight: int) -> None:
        """Put an edge beside the one that may be there; what the two want against each other is lost anyhow."""
        old = self.weights[one].get(other, 0)
        if old * weight < 0:
            self.lost += min(abs(old), abs(weight))
        if old + weight:
            self.weights[one][other] = self.weights[other][one] = old + weight
        elif old:
            del self.weights[one][other], self.weights[other][one]

    def coloured(self, colours: Colours) -> Colours:
        """One colouring of all vertices that goes on from a colouring of those that are left."""
        whole = dict(colours)
        for vertex, near in reversed(self.steps):
            whole[vertex] = 1 if _pull(near, whole) >= 0 else -1
        return whole

    def colourings(self, colours: Colours) -> Iterator[Colours]:
        """All colourings that go on from a colouring of those that are left and lose no more, each once."""
        whole = dict(colours)
        turns: list[int] = []
        place = len(self.steps)
        while True:
            while place:
                place -= 1
                vertex, near = self.steps[place]
                pull = _pull(near, whole)
                whole[vertex] = 1 if pull >= 0 else -1
                if not pull:
                    turns.append(place)
            yield dict(whole)
            while turns and whole[self.steps[turns[-1]][0]] < 0:
                turns.pop()
            if not turns:
                return
            place = turns[-1]
            whole[self.steps[place][0]] = -1


def _size(edge: tuple[int, int]) -> int:
    return abs(edge[1])


def _pull(near: tuple[tuple[int, int], ...], colours: Colours) -> int:
    return sum(weight * colours[other] for other, weight in near)


def _shares(sizes: list[int]) -> dict[tuple[int, int], int] | None:
    """The weights between the neighbours of a vertex that lose together what the vertex would lose at best.

    `sizes` are the weights towards its neighbours, numbered from 0. None when a share would not be whole.
    """
    if len(sizes) < 3:
        return {(0, 1): min(sizes)} if len(sizes) == 2 else {}
    total = sum(sizes)
    alone = [min(size, total - size) for size in sizes]
    if sum(alone) % 2:
        return None
    half = sum(alone) // 2
    return {(0, 1): half - alone[2], (0, 2): half - alone[1], (1, 2): half - alone[0]}
