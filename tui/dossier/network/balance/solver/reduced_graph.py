"""A signed graph that is reduced step by step, with a way back: every assignment of it extends to the original.

An edge of weight `w` wants equal camps when `w` is positive and different camps when it is negative; an assignment
that frustrates it pays `abs(w)`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.dossier.network.balance.solver.biconnected import Edge

SCALE = 8
"""The weight of an edge of the original graph. More than 1, because eliminating a vertex can halve weights."""

Weights = dict[int, dict[int, int]]
"""Vertex -> neighbour -> weight; symmetric, and never 0."""

Assignment = dict[int, int]
"""Vertex -> its camp, 1 or −1."""

Elimination = tuple[int, tuple[tuple[int, int], ...]]
"""A vertex taken out of the graph, and the neighbours and weights that decide its camp."""


class ReducedGraph:
    """A weighted signed graph in which every assignment costs `base_cost` on top of the edges that it frustrates.

    `eliminations` lists the vertices taken out, in order. Replayed backwards, each takes the camp that frustrates the
    least weight towards its neighbours; where both camps frustrate the same, both are optimal.
    """

    def __init__(self, weights: Weights, base_cost: int = 0, eliminations: Iterable[Elimination] = ()) -> None:
        self.weights = weights
        self.base_cost = base_cost
        self.eliminations = list(eliminations)

    @classmethod
    def from_edges(cls, edges: Iterable[Edge]) -> ReducedGraph:
        """Build a graph in which every edge has the weight `SCALE`."""
        weights: Weights = {}
        for start, end, sign in edges:
            weights.setdefault(start, {})[end] = weights.setdefault(end, {})[start] = sign * SCALE
        return cls(weights)

    def copy(self) -> ReducedGraph:
        """Return a copy that can be changed independently."""
        return ReducedGraph(
            {vertex: dict(row) for vertex, row in self.weights.items()}, self.base_cost, self.eliminations
        )

    def merge(self, vertex: int, into: int, sign: int) -> None:
        """Contract `vertex` into `into`: both are in the same camp (`sign` 1) or in different ones (−1)."""
        row = self._remove(vertex)
        for neighbour, weight in row.items():
            if neighbour == into:
                self.base_cost += max(0, -sign * weight)
            else:
                self._add_edge(into, neighbour, sign * weight)
        self.eliminations.append((vertex, ((into, sign),)))

    def reduce(self) -> None:
        """Eliminate every vertex whose best camp follows from its neighbours, keeping all optimal assignments.

        Such a vertex has at most three edges, or one edge that outweighs all its others together. Ends when no vertex
        qualifies or only one is left.
        """
        todo = list(self.weights)
        while todo and len(self.weights) > 1:
            vertex = todo.pop()
            row = self.weights.get(vertex)
            if row is None:
                continue
            edges = tuple(row.items())
            heaviest = max(edges, key=_magnitude, default=(vertex, 0))
            if 2 * abs(heaviest[1]) > sum(map(abs, row.values())):
                self.merge(vertex, heaviest[0], 1 if heaviest[1] > 0 else -1)
            elif len(edges) > 3 or not self._eliminate(vertex, edges):
                continue
            todo.extend(row)

    def _eliminate(self, vertex: int, edges: tuple[tuple[int, int], ...]) -> bool:
        """Take out a vertex of degree 0, 2 or 3; False when a weight cannot be halved."""
        replacements = _replacement_weights([abs(weight) for _, weight in edges])
        if replacements is None:
            return False
        self._remove(vertex)
        self.eliminations.append((vertex, edges))
        for (first, second), weight in replacements.items():
            (start, start_weight), (end, end_weight) = edges[first], edges[second]
            self._add_edge(start, end, weight if (start_weight < 0) == (end_weight < 0) else -weight)
        return True

    def _remove(self, vertex: int) -> dict[int, int]:
        """Delete a vertex with its edges, and return them."""
        row = self.weights.pop(vertex)
        for neighbour in row:
            del self.weights[neighbour][vertex]
        return row

    def _add_edge(self, start: int, end: int, weight: int) -> None:
        """Add an edge, merging it with an existing one; what the two demand against each other is paid in any case."""
        old = self.weights[start].get(end, 0)
        if old * weight < 0:
            self.base_cost += min(abs(old), abs(weight))
        if old + weight:
            self.weights[start][end] = self.weights[end][start] = old + weight
        elif old:
            del self.weights[start][end], self.weights[end][start]

    def extend(self, assignment: Assignment) -> Assignment:
        """Return one optimal extension of an assignment of the remaining vertices to all vertices."""
        extended = dict(assignment)
        for vertex, edges in reversed(self.eliminations):
            extended[vertex] = 1 if _pull(edges, extended) >= 0 else -1
        return extended

    def extensions(self, assignment: Assignment) -> Iterator[Assignment]:
        """Yield every optimal extension of an assignment of the remaining vertices to all vertices, each once."""
        extended = dict(assignment)
        free_choices: list[int] = []
        position = len(self.eliminations)
        while True:
            while position:
                position -= 1
                vertex, edges = self.eliminations[position]
                pull = _pull(edges, extended)
                extended[vertex] = 1 if pull >= 0 else -1
                if not pull:
                    free_choices.append(position)
            yield dict(extended)
            while free_choices and extended[self.eliminations[free_choices[-1]][0]] < 0:
                free_choices.pop()
            if not free_choices:
                return
            position = free_choices[-1]
            extended[self.eliminations[position][0]] = -1


def _magnitude(edge: tuple[int, int]) -> int:
    return abs(edge[1])


def _pull(edges: tuple[tuple[int, int], ...], assignment: Assignment) -> int:
    """Return how much more weight an eliminated vertex satisfies in camp 1 than in camp −1."""
    return sum(weight * assignment[neighbour] for neighbour, weight in edges)


def _replacement_weights(magnitudes: list[int]) -> dict[tuple[int, int], int] | None:
    """Return the weights of edges between the neighbours of a vertex that cost what the vertex costs at best.

    A star–triangle transformation. `magnitudes` are the absolute weights towards the neighbours, numbered from 0. None
    when a weight would not be whole.
    """
    if len(magnitudes) < 3:
        return {(0, 1): min(magnitudes)} if len(magnitudes) == 2 else {}
    total = sum(magnitudes)
    alone = [min(magnitude, total - magnitude) for magnitude in magnitudes]
    if sum(alone) % 2:
        return None
    half = sum(alone) // 2
    return {(0, 1): half - alone[2], (0, 2): half - alone[1], (1, 2): half - alone[0]}
