"""The parts of a network that no cycle joins: what is best in one does not depend on the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

Edge = tuple[int, int, int]
"""Two vertices and the sign of what ties them, 1 or −1."""


def blocks(edges: Sequence[Edge]) -> list[list[Edge]]:
    """The biconnected parts of a network that have a cycle, each as its edges in the given order.

    An edge on no cycle is in none: whatever the rest does, it can be kept. Needs simple edges (no loops, no doubles).
    """
    around: dict[int, list[tuple[int, int]]] = {}
    for number, (one, other, _) in enumerate(edges):
        around.setdefault(one, []).append((other, number))
        around.setdefault(other, []).append((one, number))
    found = sorted(sorted(part) for root in _roots(around) for part in root if len(part) > 1)
    return [[edges[number] for number in part] for part in found]


def _roots(around: dict[int, list[tuple[int, int]]]) -> Iterator[list[list[int]]]:
    """For each connected network its biconnected parts as numbers of edges (Hopcroft and Tarjan, without recursion)."""
    depth: dict[int, int] = {}
    lowest: dict[int, int] = {}
    for root in around:
        if root in depth:
            continue
        parts: list[list[int]] = []
        held: list[int] = []
        depth[root] = lowest[root] = 0
        path = [(root, -1, iter(around[root]))]
        while path:
            vertex, came_by, rest = path[-1]
            for other, number in rest:
                if number == came_by:
                    continue
                if other not in depth:
                    depth[other] = lowest[other] = depth[vertex] + 1
                    held.append(number)
                    path.append((other, number, iter(around[other])))
                    break
                if depth[other] < depth[vertex]:
                    held.append(number)
                    lowest[vertex] = min(lowest[vertex], depth[other])
            else:
                path.pop()
                if path:
                    above = path[-1][0]
                    lowest[above] = min(lowest[above], lowest[vertex])
                    if lowest[vertex] >= depth[above]:
                        part = [held.pop()]
                        while part[-1] != came_by:
                            part.append(held.pop())
                        parts.append(part)
        yield parts
