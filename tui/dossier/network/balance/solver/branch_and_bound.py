"""Branch and bound on one part of a network: what its best colourings lose, and all of them.

Each node of the search is a kernel in which some vertices are decided to share a colour or not to. It is tightened
first: whatever no colouring that loses little enough could do is decided too. Most networks of states are settled by
that alone; where lost edges are left that no cycle accounts for, one of them is decided both ways.
"""

from __future__ import annotations

from collections.abc import Iterator
from heapq import heappop, heappush
from typing import NamedTuple

from tui.dossier.network.balance.solver.biconnected import Edge
from tui.dossier.network.balance.solver.bound_refinement import refined_bound
from tui.dossier.network.balance.solver.budget import Budget, Exhausted
from tui.dossier.network.balance.solver.contraction import contractions
from tui.dossier.network.balance.solver.cycle_bound import cycle_bound
from tui.dossier.network.balance.solver.local_search import local_search, lost_by, spanning_tree_colouring
from tui.dossier.network.balance.solver.reduced_graph import SCALE, Colours, ReducedGraph

_PATIENCE = 400
"""Flips in vain before a colouring is taken to be as good as trial makes it."""
_TRIES = 1000
"""Paths laid by force before a bound is taken to be as good as packing makes it."""


class Best(NamedTuple):
    """What the best colourings of a part lose lies between `low` and `high`, counted in edges.

    When both are the same, `colourings` are best ones, and all of them if `all_listed`; otherwise the only one of them
    loses `high`.
    """

    low: int
    high: int
    colourings: tuple[Colours, ...]
    all_listed: bool


class _Node(NamedTuple):
    """A tightened kernel, a bound on what it loses, its best known colouring and the edge to decide next.

    `rest` is what the edge adds to the bound if it is lost.
    """

    kernel: ReducedGraph
    bound: int
    colours: Colours
    edge: tuple[int, int] | None = None
    rest: int = 0


def best_colourings(edges: list[Edge], most: int, budget: Budget) -> Best:
    """The best colourings of a connected part, at most `most` of them, with colour 1 for the first vertex of `edges`.

    When the budget ends before the proof does, what is known by then.
    """
    search = _Search(edges, budget)
    low, high = search.prove(), search.cost // SCALE
    if low < high:
        return Best(low, high, (search.colours,), False)
    return Best(high, high, *search.every_best(most))


class _Search:
    """Holds the best colouring known, `colours`, and what it loses, `cost`, in units of 1 / SCALE."""

    def __init__(self, edges: list[Edge], budget: Budget) -> None:
        self.budget = budget
        self.whole = ReducedGraph.of(edges)
        self.first = edges[0][0]
        self.colours = self._turned(spanning_tree_colouring(self.whole.weights))
        self.cost = lost_by(self.whole.weights, self.colours)
        self.bound = 0

    def prove(self) -> int:
        """Search until the best colouring is proven best or the budget ends; the proven lower bound in edges."""
        waiting = [(0, 0, self.whole.copy(), self.colours)]
        number = 0
        while waiting and waiting[0][0] <= self.cost - SCALE:
            self.bound, _, kernel, colours = heappop(waiting)
            try:
                node = self._tightened(kernel, colours, SCALE)
            except Exhausted:
                open_bounds = [self.bound, *(entry[0] for entry in waiting[:1])]
                return min(-(-min(open_bounds) // SCALE), self.cost // SCALE)
            for child, bound in _children(node):
                number -= 1  # of equal bounds the youngest goes on, so that one line is followed to its end
                heappush(waiting, (bound, number, child, node.colours if node else {}))
        return self.cost // SCALE

    def every_best(self, most: int) -> tuple[tuple[Colours, ...], bool]:
        """All colourings that lose no more than the best one, up to `most`, and whether these are all."""
        found: list[Colours] = []
        waiting = [(self.whole.copy(), self.colours)]
        try:
            while waiting:
                self.bound = 0
                node = self._tightened(*waiting.pop(), 0)
                if node is None:
                    continue
                waiting.extend((child, node.colours) for child, _ in _children(node))
                for whole in node.kernel.colourings(node.colours) if node.edge is None else ():
                    if len(found) == most:
                        return tuple(found), False
                    self.budget.spend(len(whole))
                    found.append(self._turned(whole))
        except Exhausted:
            return tuple(found or [self.colours]), False
        return tuple(found), True

    def _tightened(self, kernel: ReducedGraph, colours: Colours, less: int) -> _Node | None:
        """Decide in a kernel what every colouring does that loses `less` less than the best one known, or lower still.

        None when there is no such colouring. What is known of how much all of them lose is kept in `bound`.
        """
        while True:
            kernel.reduce()
            weights = kernel.weights
            starts = ({vertex: colours[vertex] for vertex in weights}, spanning_tree_colouring(weights))
            lost, colours = min((local_search(weights, start, _PATIENCE, self.budget) for start in starts), key=_lost)
            if kernel.lost + lost < self.cost:
                self.cost, self.colours = kernel.lost + lost, self._turned(kernel.coloured(colours))
            packing = cycle_bound(weights, colours, _TRIES, self.budget)
            if packing.short:
                packing = refined_bound(packing, self.budget)
            bound = kernel.lost + lost - packing.short
            self.bound = max(self.bound, bound)
            self.budget.spend(3 * sum(map(len, weights.values())))
            need = self.cost - less - bound + 1
            if self.bound > self.cost - less:
                return None
            if len(weights) == 1:
                return _Node(kernel, self.bound, colours)
            edge, rest = _next(kernel, packing.open)
            alike = contractions(packing.spare, need)
            merged = [vertex for vertex, chief in alike.items() if vertex != chief]
            for vertex in merged:
                kernel.merge(vertex, alike[vertex], colours[vertex] * colours[alike[vertex]])
            if not merged:
                if rest < need:
                    return _Node(kernel, self.bound, colours, edge, rest)
                kernel.merge(*edge, 1 if weights[edge[0]][edge[1]] > 0 else -1)

    def _turned(self, colours: Colours) -> Colours:
        """The same split with colour 1 for the first vertex."""
        return colours if colours[self.first] > 0 else {vertex: -colour for vertex, colour in colours.items()}


def _lost(local_search: tuple[int, Colours]) -> int:
    return local_search[0]


def _next(kernel: ReducedGraph, open_edges: tuple[tuple[int, int, int], ...]) -> tuple[tuple[int, int], int]:
    """The edge to decide next and what of it no cycle accounts for: where that is most, or else the heaviest edge."""
    if open_edges:
        one, other, rest = max(open_edges, key=lambda edge: edge[2])
        return (one, other), rest
    edges = ((abs(weight), one, other) for one, row in kernel.weights.items() for other, weight in row.items())
    _, one, other = max(edges)
    return (one, other), 0


def _children(node: _Node | None) -> Iterator[tuple[ReducedGraph, int]]:
    """The kernel with its next edge decided against the best known colouring, and with it; and a bound for each."""
    if node is None or node.edge is None:
        return
    one, other = node.edge
    as_known = node.colours[one] * node.colours[other]
    for sign, more in ((-as_known, 0), (as_known, node.rest)):
        child = node.kernel.copy()
        child.merge(one, other, sign)
        yield child, max(node.bound + more, child.lost)
