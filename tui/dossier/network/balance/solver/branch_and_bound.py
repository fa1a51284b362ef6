"""Branch and bound over the assignments of one biconnected component: the least frustration, and where it is reached.

Each node of the search is a reduced graph in which some vertices are decided to share a camp or not to. A node is
tightened first: whatever holds in every assignment good enough is contracted too. Most networks of states are solved
by that alone; where frustrated edges are left that no cycle covers, the search branches on one of them.
"""

from collections.abc import Iterator
from heapq import heappop, heappush
from typing import NamedTuple

from tui.dossier.network.balance.budget import Budget, Exhausted
from tui.dossier.network.balance.solver.biconnected import Edge
from tui.dossier.network.balance.solver.bound_refinement import refined_bound
from tui.dossier.network.balance.solver.contraction import contractions
from tui.dossier.network.balance.solver.cycle_bound import UncoveredEdge, cycle_bound
from tui.dossier.network.balance.solver.local_search import (
    frustrated_weight,
    local_search,
    spanning_tree_assignment,
)
from tui.dossier.network.balance.solver.reduced_graph import SCALE, Assignment, ReducedGraph

_PATIENCE = 400
"""Flips without improvement after which a tabu search ends."""
_REROUTINGS = 1000
"""Displacements after which a cycle packing is taken to be as good as it gets."""


class OptimalAssignments(NamedTuple):
    """The least number of edges that an assignment of a component frustrates lies between `low` and `high`.

    When both are equal, `assignments` are optimal, and all of them if `all_listed`; otherwise there is only one, which
    frustrates `high` edges.
    """

    low: int
    high: int
    assignments: tuple[Assignment, ...]
    all_listed: bool


class _Node(NamedTuple):
    """A tightened graph, a lower bound on its cost, its best known assignment and the edge to branch on.

    `uncovered` is what frustrating that edge adds to the bound.
    """

    graph: ReducedGraph
    bound: int
    assignment: Assignment
    edge: tuple[int, int] | None = None
    uncovered: int = 0


class Known(NamedTuple):
    """What is known of a graph before it is searched: an assignment of its vertices, and a bound of every assignment.

    `low`: no assignment frustrates fewer edges. Neither changes the answer, only how soon it is found.
    """

    assignment: Assignment
    low: int = 0


def optimal_assignments(
    edges: list[Edge], limit: int, budget: Budget, known: Known | None = None
) -> OptimalAssignments:
    """Return the optimal assignments of a connected graph, at most `limit`, with the first vertex in camp 1.

    When the budget runs out before optimality is proven, returns what is known by then.
    """
    search = _Search(edges, budget, known)
    low, high = search.prove(), search.cost // SCALE
    if low < high:
        return OptimalAssignments(low, high, (search.best,), False)
    return OptimalAssignments(high, high, *search.all_optimal(limit))


class _Search:
    """The best assignment known, `best`, its `cost`, and what no assignment costs less than, `proven`.

    Costs are in units of 1 / SCALE edges.
    """

    def __init__(self, edges: list[Edge], budget: Budget, known: Known | None) -> None:
        self.budget = budget
        self.original = ReducedGraph.from_edges(edges)
        self.first = edges[0][0]
        start = known.assignment if known is not None else spanning_tree_assignment(self.original.weights)
        self.best = self._with_first_in_camp_1(start)
        self.cost = frustrated_weight(self.original.weights, self.best)
        self.proven = known.low * SCALE if known is not None else 0
        self.bound = 0

    def prove(self) -> int:
        """Search until the best assignment is proven optimal or the budget ends; return the lower bound in edges."""
        queue = [(self.proven, 0, self.original.copy(), self.best)]
        tie_breaker = 0
        while queue and max(self.proven, queue[0][0]) <= self.cost - SCALE:
            self.bound, _, graph, assignment = heappop(queue)
            try:
                node = self._tighten(graph, assignment, SCALE)
            except Exhausted:
                open_bounds = [self.bound, *(entry[0] for entry in queue[:1])]
                self.proven = max(self.proven, min(open_bounds))
                return min(-(-self.proven // SCALE), self.cost // SCALE)
            for child, bound in _children(node):
                tie_breaker -= 1  # of equal bounds the youngest goes first, so that one branch is followed to its end
                heappush(queue, (bound, tie_breaker, child, node.assignment if node else {}))
        self.proven = self.cost
        return self.cost // SCALE

    def all_optimal(self, limit: int) -> tuple[tuple[Assignment, ...], bool]:
        """Return the assignments that cost as little as the best one, up to `limit`, and whether these are all."""
        optimal: list[Assignment] = []
        stack = [(self.original.copy(), self.best)]
        try:
            while stack:
                self.bound = 0
                node = self._tighten(*stack.pop(), 0)
                if node is None:
                    continue
                stack.extend((child, node.assignment) for child, _ in _children(node))
                for assignment in node.graph.extensions(node.assignment) if node.edge is None else ():
                    if len(optimal) == limit:
                        return tuple(optimal), False
                    self.budget.spend(len(assignment))
                    optimal.append(self._with_first_in_camp_1(assignment))
        except Exhausted:
            return tuple(optimal or [self.best]), False
        return tuple(optimal), True

    def _tighten(self, graph: ReducedGraph, assignment: Assignment, saving: int) -> _Node | None:
        """Contract what every assignment does that costs at least `saving` less than the best one known.

        None when there is no such assignment. Keeps the lower bound proven on the way in `bound`.
        """
        while True:
            graph.reduce()
            weights = graph.weights
            frustrated, assignment = self._best_found(graph, {vertex: assignment[vertex] for vertex in weights})
            if graph.base_cost + frustrated < self.cost:
                self.cost = graph.base_cost + frustrated
                self.best = self._with_first_in_camp_1(graph.extend(assignment))
            packing = cycle_bound(weights, assignment, _REROUTINGS, self.budget)
            if packing.gap:
                packing = refined_bound(packing, self.budget)
            bound = graph.base_cost + frustrated - packing.gap
            self.bound = max(self.bound, bound)
            self.budget.spend(3 * sum(map(len, weights.values())))
            threshold = self.cost - saving - bound + 1
            if self.bound > self.cost - saving:
                return None
            if len(weights) == 1:
                return _Node(graph, self.bound, assignment)
            edge, uncovered = _branching_edge(graph, packing.uncovered)
            representative = contractions(packing.residual, threshold)
            merged = [vertex for vertex, root in representative.items() if vertex != root]
            for vertex in merged:
                root = representative[vertex]
                graph.merge(vertex, root, assignment[vertex] * assignment[root])
            if not merged:
                if uncovered < threshold:
                    return _Node(graph, self.bound, assignment, edge, uncovered)
                graph.merge(*edge, 1 if weights[edge[0]][edge[1]] > 0 else -1)

    def _best_found(self, graph: ReducedGraph, start: Assignment) -> tuple[int, Assignment]:
        """Return the cost and the best assignment of the graph that is easily found; `start` where none is better."""
        frustrated = frustrated_weight(graph.weights, start)
        if graph.base_cost + frustrated <= self.proven:
            return frustrated, start
        starts = (start, spanning_tree_assignment(graph.weights))
        return min((local_search(graph.weights, each, _PATIENCE, self.budget) for each in starts), key=_cost)

    def _with_first_in_camp_1(self, assignment: Assignment) -> Assignment:
        """Return the same partition with the first vertex in camp 1."""
        return assignment if assignment[self.first] > 0 else {vertex: -camp for vertex, camp in assignment.items()}


def _cost(result: tuple[int, Assignment]) -> int:
    return result[0]


def _branching_edge(graph: ReducedGraph, uncovered: tuple[UncoveredEdge, ...]) -> tuple[tuple[int, int], int]:
    """Return the edge with the most uncovered weight, and that weight; the heaviest edge when all are covered."""
    if uncovered:
        start, end, weight = max(uncovered, key=lambda edge: edge[2])
        return (start, end), weight
    edges = ((abs(weight), start, end) for start, row in graph.weights.items() for end, weight in row.items())
    _, start, end = max(edges)
    return (start, end), 0


def _children(node: _Node | None) -> Iterator[tuple[ReducedGraph, int]]:
    """Yield the graph with its edge decided against the best known assignment, and with it; and a bound for each."""
    if node is None or node.edge is None:
        return
    start, end = node.edge
    as_known = node.assignment[start] * node.assignment[end]
    for sign, increase in ((-as_known, 0), (as_known, node.uncovered)):
        child = node.graph.copy()
        child.merge(start, end, sign)
        yield child, max(node.bound + increase, child.base_cost)
