"""A better bound from what is left over: unbalanced cycles through three lost edges or more, where there is room."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from tui.dossier.network.balance.solver.budget import Budget, Exhausted
from tui.dossier.network.balance.solver.cycle_bound import CycleBound, Path, key_of
from tui.dossier.network.balance.solver.reduced_graph import Weights


def refined_bound(packing: CycleBound, budget: Budget) -> CycleBound:
    """The same packing with more cycles in it, the shortest first. When the budget ends, what was found until then."""
    rest = {key_of(one, other): amount for one, other, amount in packing.open}
    near: dict[int, list[int]] = {}
    for one, other in rest:
        near.setdefault(one, []).append(other)
        near.setdefault(other, []).append(one)
    spare = {vertex: dict(row) for vertex, row in packing.spare.items()}
    short = packing.short
    try:
        for one, other in rest:
            while rest[one, other] and (path := _walk(one, other, spare, rest, near, budget)):
                amount = _take(path, spare, rest)
                if not amount:
                    break
                short -= amount
    except Exhausted:
        pass
    return CycleBound(short, tuple((*ends, amount) for ends, amount in rest.items()), spare)


def _walk(
    start: int, end: int, spare: Weights, rest: dict[tuple[int, int], int], near: dict[int, list[int]], budget: Budget
) -> Path | None:
    """The shortest walk from `start` to `end` over an even number of lost edges, all with room.

    A place on the walk is a vertex and whether an odd number of lost edges lies behind it.
    """
    first, last = (start, False), (end, False)
    came_from = {first: first}
    reached = [first]
    for place in reached:
        vertex, odd = place
        budget.spend(len(spare[vertex]))
        steps = [(other, odd) for other, room in spare[vertex].items() if room]
        steps += [(other, not odd) for other in near.get(vertex, ()) if rest[key_of(vertex, other)]]
        for step in steps:
            if step not in came_from and {vertex, step[0]} != {start, end}:
                came_from[step] = place
                reached.append(step)
        if last in came_from:
            break
    else:
        return None
    walk = [last]
    while walk[-1] != first:
        walk.append(came_from[walk[-1]])
    return tuple(vertex for vertex, _ in walk)


def _take(walk: Path, spare: Weights, rest: dict[tuple[int, int], int]) -> int:
    """Take as much as fits for the cycle that a walk and the lost edge between its ends make; an edge may occur twice.

    The least that every colouring loses on such a closed walk holds all the more when an edge is counted twice.
    """
    uses = Counter(key_of(one, other) for one, other in pairwise((*walk, walk[0])))
    room = {key: rest[key] if key in rest else spare[key[0]][key[1]] for key in uses}
    amount = min(room[key] // times for key, times in uses.items())
    for key, times in uses.items():
        if key in rest:
            rest[key] -= amount * times
        else:
            one, other = key
            spare[one][other] = spare[other][one] = spare[one][other] - amount * times
    return amount
