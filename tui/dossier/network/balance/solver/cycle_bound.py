"""A lower bound on the frustration of every assignment: a packing of unbalanced cycles.

Under an assignment, each frustrated edge closes an unbalanced cycle with any path of satisfied edges between its ends.
Every assignment frustrates some edge of an unbalanced cycle, so cycles that share no weight add up. If all frustrated
weight can be routed over satisfied edges in this way, the assignment is optimal.
"""

from collections import deque
from heapq import heappop, heappush
from itertools import pairwise
from typing import NamedTuple

from tui.dossier.network.balance.budget import Budget, Exhausted
from tui.dossier.network.balance.solver.reduced_graph import SCALE, Assignment, Weights

_LENGTH_LIMITS = (2, 3, 4, 6, 1_000_000)
"""Paths are routed in rounds of growing length, as short ones leave the most capacity for others."""

_REROUTED_WEIGHT = SCALE // 2
"""The most weight that one rerouted path carries: half edges fit where whole ones do not."""
_EDGE_COST = 8
"""The cost of an edge with capacity on a rerouted path; a full edge costs double, and past conflicts raise both."""

VertexPath = tuple[int, ...]
UncoveredEdge = tuple[int, int, int]
"""A frustrated edge by its ends, and how much of its weight no cycle covers."""


class CycleBound(NamedTuple):
    """A cycle packing: the frustrated weight minus `gap` is a lower bound on the cost of every assignment.

    `gap`: the frustrated weight that no cycle covers. `uncovered`: the frustrated edges it is on. `residual`: the
    weight of satisfied edges that no cycle uses.
    """

    gap: int
    uncovered: tuple[UncoveredEdge, ...]
    residual: Weights


def cycle_bound(weights: Weights, assignment: Assignment, reroutings: int, budget: Budget) -> CycleBound:
    """Pack cycles for an assignment, displacing routed paths at most `reroutings` times.

    Returns the best packing so far when the budget runs out.
    """
    packing = _CyclePacking(weights, assignment, budget)
    best = None
    try:
        packing.route_free_paths()
        best = packing.bound()
        while reroutings and packing.queue and best.gap:
            reroutings -= 1
            packing.reroute()
            if packing.gap < best.gap:
                best = packing.bound()
    except Exhausted:
        pass
    return best or packing.bound()


class _CyclePacking:
    """Routes paths for frustrated edges over satisfied ones.

    `residual[a][b]` is the capacity left on a satisfied edge, `uncovered[n]` the weight of frustrated edge n that is
    still to be routed, `queue` the frustrated edges that wait for a path.
    """

    def __init__(self, weights: Weights, assignment: Assignment, budget: Budget) -> None:
        self.budget = budget
        self.capacity: Weights = {}
        self.frustrated: list[tuple[int, int]] = []
        self.uncovered: list[int] = []
        for vertex, row in weights.items():
            satisfied = self.capacity[vertex] = {}
            for neighbour, weight in row.items():
                agreement = weight * assignment[vertex] * assignment[neighbour]
                if agreement > 0:
                    satisfied[neighbour] = agreement
                elif vertex < neighbour:
                    self.frustrated.append((vertex, neighbour))
                    self.uncovered.append(-agreement)
        self.residual = {vertex: dict(row) for vertex, row in self.capacity.items()}
        self.gap = sum(self.uncovered)
        self.queue: deque[int] = deque()
        self.routes: dict[int, tuple[int, VertexPath, int]] = {}
        self.routes_over: dict[tuple[int, int], list[int]] = {}
        self.conflicts: dict[tuple[int, int], int] = {}
        self._next_route = 0

    def bound(self) -> CycleBound:
        """Return the bound of what is routed now."""
        uncovered = tuple(
            (*ends, weight) for ends, weight in zip(self.frustrated, self.uncovered, strict=True) if weight
        )
        return CycleBound(self.gap, uncovered, {vertex: dict(row) for vertex, row in self.residual.items()})

    def route_free_paths(self) -> None:
        """Route paths where there is capacity, the shortest first."""
        for limit in _LENGTH_LIMITS:
            for number, (start, end) in enumerate(self.frustrated):
                while self.uncovered[number] and (path := self._shortest_path(start, end, limit)):
                    self._add_route(number, path, min(self.uncovered[number], *_along(self.residual, path)))
        self.queue.extend(number for number, weight in enumerate(self.uncovered) if weight)

    def reroute(self) -> None:
        """Route a path for the frustrated edge that waits longest, displacing the paths in its way into the queue.

        An edge that is contested grows more expensive each time, until some path avoids it; compare negotiated
        congestion in circuit routing (McMurchie and Ebeling, 1995).
        """
        number = self.queue.popleft()
        path = self._cheapest_path(*self.frustrated[number]) if self.uncovered[number] else None
        if path is None:
            return
        amount = min(self.uncovered[number], _REROUTED_WEIGHT, *_along(self.capacity, path))
        for start, end in pairwise(path):
            if self.residual[start][end] < amount:
                key = edge_key(start, end)
                self.conflicts[key] = self.conflicts.get(key, 0) + 1
                while self.residual[start][end] < amount:
                    self._remove_route(self.routes_over[key][0])
        self._add_route(number, path, amount)
        if self.uncovered[number]:
            self.queue.append(number)

    def _add_route(self, number: int, path: VertexPath, amount: int) -> None:
        for start, end in pairwise(path):
            self.residual[start][end] -= amount
            self.residual[end][start] -= amount
            self.routes_over.setdefault(edge_key(start, end), []).append(self._next_route)
        self.routes[self._next_route] = (number, path, amount)
        self._next_route += 1
        self.uncovered[number] -= amount
        self.gap -= amount

    def _remove_route(self, route: int) -> None:
        number, path, amount = self.routes.pop(route)
        for start, end in pairwise(path):
            self.residual[start][end] += amount
            self.residual[end][start] += amount
            self.routes_over[edge_key(start, end)].remove(route)
        self.uncovered[number] += amount
        self.gap += amount
        self.queue.append(number)

    def _shortest_path(self, start: int, end: int, limit: int) -> VertexPath | None:
        """Return a shortest path with capacity, of at most `limit` edges (breadth-first search)."""
        predecessor = {start: start}
        frontier = [start]
        while frontier and limit > 0:
            limit -= 1
            next_frontier: list[int] = []
            for vertex in frontier:
                row = self.residual[vertex]
                self.budget.spend(len(row))
                if row.get(end):
                    return (*_traced(predecessor, vertex), end)
                if limit:
                    for neighbour, capacity in row.items():
                        if capacity and neighbour not in predecessor:
                            predecessor[neighbour] = vertex
                            next_frontier.append(neighbour)
            frontier = next_frontier
        return None

    def _cheapest_path(self, start: int, end: int) -> VertexPath | None:
        """Return the cheapest path by `_EDGE_COST` and past conflicts (Dijkstra)."""
        costs, predecessor, done = {start: 0}, {start: start}, set()
        queue = [(0, start)]
        while queue:
            cost, vertex = heappop(queue)
            if vertex == end:
                return _traced(predecessor, end)
            if vertex in done:
                continue
            done.add(vertex)
            self.budget.spend(3 * len(self.residual[vertex]))
            for neighbour, capacity in self.residual[vertex].items():
                if neighbour not in done:
                    edge_cost = _EDGE_COST + self.conflicts.get(edge_key(vertex, neighbour), 0)
                    path_cost = cost + (edge_cost if capacity else 2 * edge_cost)
                    if path_cost < costs.get(neighbour, path_cost + 1):
                        costs[neighbour], predecessor[neighbour] = path_cost, vertex
                        heappush(queue, (path_cost, neighbour))
        return None


def edge_key(start: int, end: int) -> tuple[int, int]:
    """Return the key of an undirected edge, whichever end is named first."""
    return (start, end) if start < end else (end, start)


def _traced(predecessor: dict[int, int], end: int) -> VertexPath:
    """Return the path to `end` from the vertex that is its own predecessor."""
    path = [end]
    while predecessor[end] != end:
        end = predecessor[end]
        path.append(end)
    return tuple(reversed(path))


def _along(weights: Weights, path: VertexPath) -> list[int]:
    return [weights[start][end] for start, end in pairwise(path)]
