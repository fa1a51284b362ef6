"""Biconnected components: no cycle leaves one, so each can be solved on its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

Edge = tuple[int, int, int]
"""Two vertices and the sign of the edge between them, 1 or −1."""


def biconnected_components(edges: Sequence[Edge]) -> list[list[Edge]]:
    """Return the biconnected components that contain a cycle, each as its edges in the given order.

    Bridges are in none of them: any assignment can be extended to satisfy them. The graph must be simple (no loops, no
    parallel edges).
    """
    neighbours: dict[int, list[tuple[int, int]]] = {}
    for number, (start, end, _) in enumerate(edges):
        neighbours.setdefault(start, []).append((end, number))
        neighbours.setdefault(end, []).append((start, number))
    components = sorted(sorted(part) for tree in _depth_first(neighbours) for part in tree if len(part) > 1)
    return [[edges[number] for number in part] for part in components]


def _depth_first(neighbours: dict[int, list[tuple[int, int]]]) -> Iterator[list[list[int]]]:
    """Yield, for each connected component, its biconnected components as edge numbers.

    The algorithm of Hopcroft and Tarjan (1973), iteratively, so that a long path cannot exhaust the stack.
    """
    depth: dict[int, int] = {}
    lowpoint: dict[int, int] = {}
    for root in neighbours:
        if root in depth:
            continue
        components: list[list[int]] = []
        edge_stack: list[int] = []
        depth[root] = lowpoint[root] = 0
        path = [(root, -1, iter(neighbours[root]))]
        while path:
            vertex, tree_edge, remaining = path[-1]
            for neighbour, number in remaining:
                if number == tree_edge:
                    continue
                if neighbour not in depth:
                    depth[neighbour] = lowpoint[neighbour] = depth[vertex] + 1
                    edge_stack.append(number)
                    path.append((neighbour, number, iter(neighbours[neighbour])))
                    break
                if depth[neighbour] < depth[vertex]:
                    edge_stack.append(number)
                    lowpoint[vertex] = min(lowpoint[vertex], depth[neighbour])
            else:
                path.pop()
                if path:
                    parent = path[-1][0]
                    lowpoint[parent] = min(lowpoint[parent], lowpoint[vertex])
                    if lowpoint[vertex] >= depth[parent]:
                        component = [edge_stack.pop()]
                        while component[-1] != tree_edge:
                            component.append(edge_stack.pop())
                        components.append(component)
        yield components
