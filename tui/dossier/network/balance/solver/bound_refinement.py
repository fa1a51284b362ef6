"""A tighter bound: adds unbalanced cycles through three or more frustrated edges to a cycle packing."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from tui.dossier.network.balance.budget import Budget, Exhausted
from tui.dossier.network.balance.solver.cycle_bound import CycleBound, VertexPath, edge_key
from tui.dossier.network.balance.solver.reduced_graph import Weights


def refined_bound(bound: CycleBound, budget: Budget) -> CycleBound:
    """Return the packing with more cycles added, the shortest first; as far as it got when the budget runs out."""
    uncovered = {edge_key(start, end): weight for start, end, weight in bound.uncovered}
    neighbours: dict[int, list[int]] = {}
    for start, end in uncovered:
        neighbours.setdefault(start, []).append(end)
        neighbours.setdefault(end, []).append(start)
    residual = {vertex: dict(row) for vertex, row in bound.residual.items()}
    gap = bound.gap
    try:
        for start, end in uncovered:
            while uncovered[start, end] and (walk := _walk(start, end, residual, uncovered, neighbours, budget)):
                amount = _use_cycle(walk, residual, uncovered)
                if not amount:
                    break
                gap -= amount
    except Exhausted:
        pass
    return CycleBound(gap, tuple((*ends, weight) for ends, weight in uncovered.items()), residual)


def _walk(
    start: int,
    end: int,
    residual: Weights,
    uncovered: dict[tuple[int, int], int],
    neighbours: dict[int, list[int]],
    budget: Budget,
) -> VertexPath | None:
    """Return the shortest walk with capacity from `start` to `end` over an even number of frustrated edges.

    A breadth-first search over states: a vertex, and whether an odd number of frustrated edges led there.
    """
    first, last = (start, False), (end, False)
    predecessor = {first: first}
    queue = [first]
    for state in queue:
        vertex, odd = state
        budget.spend(len(residual[vertex]))
        steps = [(neighbour, odd) for neighbour, capacity in residual[vertex].items() if capacity]
        steps += [
            (neighbour, not odd) for neighbour in neighbours.get(vertex, ()) if uncovered[edge_key(vertex, neighbour)]
        ]
        for step in steps:
            if step not in predecessor and {vertex, step[0]} != {start, end}:
                predecessor[step] = state
                queue.append(step)
        if last in predecessor:
            break
    else:
        return None
    walk = [last]
    while walk[-1] != first:
        walk.append(predecessor[walk[-1]])
    return tuple(vertex for vertex, _ in walk)


def _use_cycle(walk: VertexPath, residual: Weights, uncovered: dict[tuple[int, int], int]) -> int:
    """Use up as much weight as fits on the closed walk of `walk` and the edge between its ends; return how much.

    An edge that the walk uses twice is charged twice, which keeps the bound valid.
    """
    uses = Counter(edge_key(start, end) for start, end in pairwise((*walk, walk[0])))
    capacity = {key: uncovered[key] if key in uncovered else residual[key[0]][key[1]] for key in uses}
    amount = min(capacity[key] // times for key, times in uses.items())
    for key, times in uses.items():
        if key in uncovered:
            uncovered[key] -= amount * times
        else:
            start, end = key
            residual[start][end] = residual[end][start] = residual[start][end] - amount * times
    return amount
