"""Which vertices no better colouring can part: they are joined by more weight than there is to save."""

from __future__ import annotations

from heapq import heapify, heappop, heappush

from tui.dossier.network.balance.solver.reduced_graph import Weights


def contractions(spare: Weights, need: int) -> dict[int, int]:
    """Vertex -> the vertex that stands for all those joined with it by `need` or more of the weight to spare.

    Each part is connected through and through: to cut any two of its vertices apart takes `need` at least. Not all
    such parts are found, only those that a scan by growing attachment shows (Nagamochi and Ibaraki), again and again.
    """
    chief = {vertex: vertex for vertex in spare}
    weights = {vertex: {other: room for other, room in row.items() if room} for vertex, row in spare.items()}
    while len(weights) > 1:
        links = _scan(weights, need)
        if not links:
            break
        for one, other in links:
            chief[_chief(chief, one)] = _chief(chief, other)
        smaller: Weights = {}
        for vertex, row in weights.items():
            mine = _chief(chief, vertex)
            kept = smaller.setdefault(mine, {})
            for other, room in row.items():
                if (theirs := _chief(chief, other)) != mine:
                    kept[theirs] = kept.get(theirs, 0) + room
        weights = smaller
    return {vertex: _chief(chief, vertex) for vertex in spare}


def _scan(weights: Weights, need: int) -> list[tuple[int, int]]:
    """Pairs that `need` or more joins: in each step the vertex most attached to those already seen is seen next."""
    attached = dict.fromkeys(weights, 0)
    waiting = [(0, vertex) for vertex in weights]
    heapify(waiting)
    seen: set[int] = set()
    links: list[tuple[int, int]] = []
    while waiting:
        _, vertex = heappop(waiting)
        if vertex in seen:
            continue
        seen.add(vertex)
        for other, room in weights[vertex].items():
            if other not in seen:
                attached[other] += room
                heappush(waiting, (-attached[other], other))
                if attached[other] >= need:
                    links.append((vertex, other))
    return links


def _chief(chief: dict[int, int], vertex: int) -> int:
    while chief[vertex] != vertex:
        chief[vertex] = vertex = chief[chief[vertex]]
    return vertex
