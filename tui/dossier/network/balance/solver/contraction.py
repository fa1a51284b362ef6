"""Vertices that no better assignment can separate, because more weight connects them than could still be saved."""

from __future__ import annotations

from heapq import heapify, heappop, heappush

from tui.dossier.network.balance.solver.reduced_graph import Weights


def contractions(residual: Weights, threshold: int) -> dict[int, int]:
    """Map each vertex to the representative of a group in which any two have an edge connectivity of `threshold`.

    Finds the groups that repeated maximum-adjacency orderings certify (Nagamochi and Ibaraki, 1992), not all there are.
    """
    parent = {vertex: vertex for vertex in residual}
    weights = {
        vertex: {neighbour: capacity for neighbour, capacity in row.items() if capacity}
        for vertex, row in residual.items()
    }
    while len(weights) > 1:
        links = _certified_links(weights, threshold)
        if not links:
            break
        for start, end in links:
            parent[_root(parent, start)] = _root(parent, end)
        contracted: Weights = {}
        for vertex, row in weights.items():
            root = _root(parent, vertex)
            merged_row = contracted.setdefault(root, {})
            for neighbour, capacity in row.items():
                if (neighbour_root := _root(parent, neighbour)) != root:
                    merged_row[neighbour_root] = merged_row.get(neighbour_root, 0) + capacity
        weights = contracted
    return {vertex: _root(parent, vertex) for vertex in residual}


def _certified_links(weights: Weights, threshold: int) -> list[tuple[int, int]]:
    """Return pairs whose connectivity one maximum-adjacency ordering proves to be at least `threshold`."""
    adjacency = dict.fromkeys(weights, 0)
    queue = [(0, vertex) for vertex in weights]
    heapify(queue)
    scanned: set[int] = set()
    links: list[tuple[int, int]] = []
    while queue:
        _, vertex = heappop(queue)
        if vertex in scanned:
            continue
        scanned.add(vertex)
        for neighbour, capacity in weights[vertex].items():
            if neighbour not in scanned:
                adjacency[neighbour] += capacity
                heappush(queue, (-adjacency[neighbour], neighbour))
                if adjacency[neighbour] >= threshold:
                    links.append((vertex, neighbour))
    return links


def _root(parent: dict[int, int], vertex: int) -> int:
    """Return the representative of a vertex in the union–find forest, halving the path to it."""
    while parent[vertex] != vertex:
        parent[vertex] = vertex = parent[parent[vertex]]
    return vertex
