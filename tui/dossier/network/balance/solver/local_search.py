"""A good split found by trial: flips of single vertices, with a memory that keeps them from being undone at once.

The split is good, not proven best. The same network always gets the same one.
"""

from __future__ import annotations

from heapq import heappop, heappush

from tui.dossier.network.balance.solver.budget import Budget
from tui.dossier.network.balance.solver.reduced_graph import Colours, Weights


def spanning_tree_colouring(weights: Weights) -> Colours:
    """A colouring that keeps the edges of a heaviest spanning tree; it keeps all when the network is balanced."""
    colours: Colours = {}
    for root in weights:
        waiting = [(0, root, root)]
        while waiting:
            _, vertex, parent = heappop(waiting)
            if vertex in colours:
                continue
            same = vertex == parent or weights[vertex][parent] > 0
            colours[vertex] = colours.get(parent, 1) if same else -colours[parent]
            for other, weight in weights[vertex].items():
                if other not in colours:
                    heappush(waiting, (-abs(weight), other, vertex))
    return colours


def lost_by(weights: Weights, colours: Colours) -> int:
    """What a colouring loses on the edges."""
    return sum(
        abs(weight)
        for vertex, row in weights.items()
        for other, weight in row.items()
        if vertex < other and weight * colours[vertex] * colours[other] < 0
    )


def local_search(weights: Weights, colours: Colours, patience: int, budget: Budget) -> tuple[int, Colours]:
    """The best colouring met on a walk that ends after `patience` flips in vain, and what it loses (tabu search).

    It ends at the latest when a tenth of the budget is spent on it.
    """
    colours = dict(colours)
    cost = best_cost = lost_by(weights, colours)
    best = dict(colours)
    worse_by = {
        vertex: sum(weight * colours[vertex] * colours[other] for other, weight in row.items())
        for vertex, row in weights.items()
    }
    free_at = dict.fromkeys(weights, 0)
    turn = in_vain = 0
    last = budget.left // (10 * len(weights) + 1)
    while in_vain < patience and best_cost and turn < last:
        budget.spend(len(weights))
        turn += 1
        in_vain += 1
        aim = best_cost - cost
        chosen = min(
            (change, vertex) for vertex, change in worse_by.items() if free_at[vertex] <= turn or change < aim
        )[1]
        cost += worse_by[chosen]
        worse_by[chosen] = -worse_by[chosen]
        colours[chosen] = colour = -colours[chosen]
        for other, weight in weights[chosen].items():
            worse_by[other] += 2 * weight * colour * colours[other]
        free_at[chosen] = turn + min(len(weights) // 2, 4 + len(weights) // 12 + turn * 7 % 5)
        if cost < best_cost:
            best_cost, best, in_vain = cost, dict(colours), 0
    return best_cost, best
