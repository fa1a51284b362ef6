"""The frustration index: the fewest pairs whose change balances a network, and every set of so few.

To change a pair is to end its ties or to reverse their sign; either takes the same number of pairs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice, product
from math import prod
from typing import NamedTuple

from tui.dossier.network.balance.solver.biconnected import Edge, biconnected_components
from tui.dossier.network.balance.solver.branch_and_bound import optimal_assignments
from tui.dossier.network.balance.solver.budget import Budget
from tui.dossier.network.signed_graph import Ends, Pair
from tui.dossier.values.vocabulary import WITH

MAX_CHANGES = 1_000
"""The most smallest sets that are listed."""

BUDGET = 40_000_000
"""Edges visited before the search gives up: some five seconds, where a network of 150 states takes a tenth of one."""

Change = tuple[Ends, ...]
"""Pairs whose change leaves no unbalanced cycle, in the order of the pairs given."""


class Frustration(NamedTuple):
    """The frustration index lies between `low` and `high`; it is known exactly when they are equal.

    Then `changes` are smallest sets without repetition: all of them when `all_listed`. `change_count` is how many there
    are, or at least how many when it is not `fully_counted`. If the index is not exact, `changes` holds one set of
    `high` pairs that balances the network and may not be the smallest.
    """

    low: int
    high: int
    changes: tuple[Change, ...]
    change_count: int
    fully_counted: bool

    @property
    def exact(self) -> bool:
        """Whether the index is known."""
        return self.low == self.high

    @property
    def all_listed(self) -> bool:
        """Whether `changes` holds every smallest set."""
        return self.exact and self.fully_counted and self.change_count == len(self.changes)


def frustration_index(
    pairs: Sequence[Pair],
    budget: int = BUDGET,
    cancelled: Callable[[], bool] | None = None,
    limit: int = MAX_CHANGES,
) -> Frustration:
    """Return the index of a network of pairs that are each with or against one another, none mixed.

    Ends early with what is proven by then when `budget` edges were visited or `cancelled` returns True.
    """
    vertices: dict[str, int] = {}
    edges: list[Edge] = []
    for pair in pairs:
        start, end = (vertices.setdefault(actor, len(vertices)) for actor in pair.ends)
        edges.append((start, end, 1 if pair.sign == WITH else -1))
    positions = {edge: position for position, edge in enumerate(edges)}
    components = sorted(biconnected_components(edges), key=len)  # small ones first: they are cheap and then certain
    search_budget = Budget(budget, cancelled)
    solved = [(component, optimal_assignments(component, limit, search_budget)) for component in components]
    alternatives = [
        [_frustrated(component, assignment, positions) for assignment in optimum.assignments]
        for component, optimum in solved
    ]
    exact = all(optimum.low == optimum.high for _, optimum in solved)
    combinations = islice(product(*alternatives), limit if exact else 1)
    changes = sorted(
        sorted(position for frustrated in combination for position in frustrated) for combination in combinations
    )
    return Frustration(
        sum(optimum.low for _, optimum in solved),
        sum(optimum.high for _, optimum in solved),
        tuple(tuple(pairs[position].ends for position in change) for change in changes),
        prod(len(optimum.assignments) for _, optimum in solved),
        exact and all(optimum.all_listed for _, optimum in solved),
    )


def _frustrated(component: Iterable[Edge], assignment: dict[int, int], positions: dict[Edge, int]) -> list[int]:
    """Return the positions of the edges that an assignment frustrates."""
    return [positions[edge] for edge in component if edge[2] * assignment[edge[0]] * assignment[edge[1]] < 0]


def camps(actors: Sequence[str], pairs: Iterable[Pair], change: Change) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the two camps into which a network falls after `change`, each in the order of `actors`.

    Each connected component has one such partition. How the camps of different components go together is open, so the
    first actor of each component is put into the first camp.
    """
    changed = frozenset(change)
    in_first: dict[str, bool] = {}
    for component in connected_components(actors, (pair for pair in pairs if pair.ends not in changed)):
        in_first.update(component)
    return tuple(actor for actor in actors if in_first[actor]), tuple(actor for actor in actors if not in_first[actor])


def connected_components(actors: Sequence[str], pairs: Iterable[Pair]) -> Iterator[dict[str, bool]]:
    """Yield each component as actor -> whether a shortest chain to the component's first actor is friendly.

    A chain is friendly when it has an even number of hostile pairs. In an unbalanced component chains may differ; the
    first one found decides.
    """
    neighbours: dict[str, list[tuple[str, bool]]] = {actor: [] for actor in actors}
    for pair in pairs:
        for start, end in (pair.ends, pair.ends[::-1]):
            neighbours[start].append((end, pair.sign == WITH))
    visited: set[str] = set()
    for root in actors:
        if root in visited:
            continue
        component, queue = {root: True}, [root]
        for actor in queue:
            for neighbour, friendly in neighbours[actor]:
                if neighbour not in component:
                    component[neighbour] = component[actor] == friendly
                    queue.append(neighbour)
        visited.update(component)
        yield component
