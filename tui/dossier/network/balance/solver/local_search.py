"""A good assignment by tabu search (Glover); not proven optimal, but the same on every run."""

from __future__ import annotations

from heapq import heappop, heappush

from tui.dossier.network.balance.budget import Budget
from tui.dossier.network.balance.solver.reduced_graph import Assignment, Weights


def spanning_tree_assignment(weights: Weights) -> Assignment:
    """Return an assignment that satisfies a spanning tree of heavy edges, and every edge if the graph is balanced."""
    assignment: Assignment = {}
    for root in weights:
        queue = [(0, root, root)]
        while queue:
            _, vertex, parent = heappop(queue)
            if vertex in assignment:
                continue
            equal = vertex == parent or weights[vertex][parent] > 0
            assignment[vertex] = assignment.get(parent, 1) if equal else -assignment[parent]
            for neighbour, weight in weights[vertex].items():
                if neighbour not in assignment:
                    heappush(queue, (-abs(weight), neighbour, vertex))
    return assignment


def frustrated_weight(weights: Weights, assignment: Assignment) -> int:
    """Return the total weight of the edges that an assignment frustrates."""
    return sum(
        abs(weight)
        for vertex, row in weights.items()
        for neighbour, weight in row.items()
        if vertex < neighbour and weight * assignment[vertex] * assignment[neighbour] < 0
    )


def local_search(weights: Weights, start: Assignment, patience: int, budget: Budget) -> tuple[int, Assignment]:
    """Return the cost of the best assignment that a tabu search from `start` meets, and the assignment.

    The search ends after `patience` flips without improvement, or when it has spent a tenth of the budget.
    """
    assignment = dict(start)
    cost = best_cost = frustrated_weight(weights, assignment)
    best = dict(assignment)
    flip_cost = {
        vertex: sum(weight * assignment[vertex] * assignment[neighbour] for neighbour, weight in row.items())
        for vertex, row in weights.items()
    }
    tabu_until = dict.fromkeys(weights, 0)
    iteration = stagnation = 0
    iteration_limit = budget.left // (10 * len(weights) + 1)
    while stagnation < patience and best_cost and iteration < iteration_limit:
        budget.spend(len(weights))
        iteration += 1
        stagnation += 1
        aspiration = best_cost - cost
        vertex = min(
            (change, vertex)
            for vertex, change in flip_cost.items()
            if tabu_until[vertex] <= iteration or change < aspiration
        )[1]
        cost += flip_cost[vertex]
        flip_cost[vertex] = -flip_cost[vertex]
        assignment[vertex] = camp = -assignment[vertex]
        for neighbour, weight in weights[vertex].items():
            flip_cost[neighbour] += 2 * weight * camp * assignment[neighbour]
        tabu_until[vertex] = iteration + min(len(weights) // 2, 4 + len(weights) // 12 + iteration * 7 % 5)
        if cost < best_cost:
            best_cost, best, stagnation = cost, dict(assignment), 0
    return best_cost, best
