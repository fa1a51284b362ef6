"""The frustration index: the fewest pairs whose change balances a network, and the sets of so few pairs.

To change a pair is to end its ties or to reverse their sign; either takes the same number of pairs.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice, product
from math import prod
from typing import NamedTuple

from tui.dossier.network.balance.budget import Budget
from tui.dossier.network.balance.solver.biconnected import Edge, biconnected_components
from tui.dossier.network.balance.solver.branch_and_bound import Known, optimal_assignments
from tui.dossier.network.signed_graph import Ends, Pair
from tui.dossier.values.vocabulary import WITH

MAX_CHANGES = 1_000
"""The most smallest sets that are listed."""
MAX_LISTED_PAIRS = 100_000
"""The most pairs in all sets listed: of large sets fewer are listed."""
_MAX_LISTED_EDGES = 500_000
"""The most edges in all assignments listed of one component."""

BUDGET = 40_000_000
"""Edges visited before the search gives up: some five seconds, where a network of 150 states takes a tenth of one."""

Change = tuple[Ends, ...]
"""Pairs whose change leaves no unbalanced cycle, in the order of the pairs given."""

Signed = tuple[Ends, str]
"""Two actors and the sign of their pair."""


class Frustration(NamedTuple):
    """The frustration index lies between `low` and `high`; it is known exactly when they are equal.

    Then `changes` are smallest sets without repetition, those that change the fewest hostile pairs first: all of them
    when `all_listed`. `change_count` is how many there are, or at least how many when it is not `fully_counted`;
    `shared` are the pairs that all of them change, when they are fully counted. If the index is not exact, `changes`
    holds one set of `high` pairs that balances the network and may not be the smallest.
    """

    low: int
    high: int
    changes: tuple[Change, ...]
    change_count: int
    fully_counted: bool
    shared: Change = ()

    @property
    def exact(self) -> bool:
        """Whether the index is known."""
        return self.low == self.high

    @property
    def all_listed(self) -> bool:
        """Whether `changes` holds every smallest set."""
        return self.exact and self.fully_counted and self.change_count == len(self.changes)


class Start(NamedTuple):
    """Where a search begins: the camp of each actor, 1 or −1, and what the index is known not to fall below.

    It makes a search shorter and its answer no other, unless the search is cut short.
    """

    camp_of: Mapping[str, int]
    low: int = 0


class Component(NamedTuple):
    """Pairs of which every two lie on a common cycle, and their index: no cycle leaves them."""

    pairs: tuple[Pair, ...]
    frustration: Frustration


def frustration_index(
    pairs: Sequence[Pair], budget: Budget | None = None, limit: int = MAX_CHANGES, start: Start | None = None
) -> Frustration:
    """Return the index of a network of pairs that are each with or against one another, none mixed.

    Ends early with what is proven by then when the budget (`BUDGET` when None) is spent or cancelled.
    """
    components = solved_components(pairs, Budget(BUDGET) if budget is None else budget, limit, start=start)
    return combined([component.frustration for component in components], pairs, limit)


def solved_components(
    pairs: Sequence[Pair],
    budget: Budget,
    limit: int = MAX_CHANGES,
    known: Mapping[frozenset[Signed], Component] | None = None,
    start: Start | None = None,
) -> list[Component]:
    """Return the parts of a network that have cycles, each with its index; small ones first.

    Small ones are cheap, and certain even where the budget ends before the large ones are solved. One of those `known`
    is not solved again.
    """
    vertices: dict[str, int] = {}
    edges: list[Edge] = []
    for pair in pairs:
        first, second = (vertices.setdefault(actor, len(vertices)) for actor in pair.ends)
        edges.append((first, second, 1 if pair.sign == WITH else -1))
    pair_of = dict(zip(edges, pairs, strict=True))
    found = [
        [(edge, pair_of[edge]) for edge in component] for component in sorted(biconnected_components(edges), key=len)
    ]
    highest = [_frustrated(component, start.camp_of) for component in found] if start is not None else []
    solved: list[Component] = []
    for number, component in enumerate(found):
        result = known.get(signed_ends(pair for _, pair in component)) if known else None
        if result is None:
            begin = None
            if start is not None:
                begin = start._replace(low=max(0, start.low - sum(highest) + highest[number]))
            result = _solved(component, budget, limit, begin)
        if highest:
            highest[number] = result.frustration.high
        solved.append(result)
    return solved


def _frustrated(component: list[tuple[Edge, Pair]], camp_of: Mapping[str, int]) -> int:
    """Return how many pairs of a component the camps violate."""
    return sum(sign * camp_of[pair.ends[0]] * camp_of[pair.ends[1]] < 0 for (_, _, sign), pair in component)


def signed_ends(pairs: Iterable[Pair]) -> frozenset[Signed]:
    """Return what the solution of a network depends on: which actors are paired, with which sign."""
    return frozenset((pair.ends, pair.sign) for pair in pairs)


def _solved(component: list[tuple[Edge, Pair]], budget: Budget, limit: int, start: Start | None) -> Component:
    pairs = tuple(pair for _, pair in component)
    most = min(limit, max(1, _MAX_LISTED_EDGES // len(component)))
    known = None
    if start is not None:
        ends = (end for (first, second, _), pair in component for end in zip((first, second), pair.ends, strict=True))
        known = Known({vertex: start.camp_of[actor] for vertex, actor in ends}, start.low)
    optimum = optimal_assignments([edge for edge, _ in component], most, budget, known)
    changes = [
        tuple(pair.ends for (start, end, sign), pair in component if sign * assignment[start] * assignment[end] < 0)
        for assignment in optimum.assignments
    ]
    exact = optimum.low == optimum.high
    shared = frozenset(changes[0]).intersection(*changes[1:]) if exact and optimum.all_listed else frozenset()
    frustration = Frustration(
        optimum.low,
        optimum.high,
        _ordered(changes, pairs),
        len(changes),
        exact and optimum.all_listed,
        tuple(ends for ends in changes[0] if ends in shared),
    )
    return Component(pairs, frustration)


def combined(parts: Sequence[Frustration], pairs: Iterable[Pair], limit: int = MAX_CHANGES) -> Frustration:
    """Return the index of a network from those of parts that share no cycle: every choice of one fits any of another.

    `pairs` are those of the network, whose order the changes follow.
    """
    pairs = tuple(pairs)
    low, high = sum(part.low for part in parts), sum(part.high for part in parts)
    fully_counted = all(part.fully_counted for part in parts)
    most = min(limit, max(1, MAX_LISTED_PAIRS // max(high, 1))) if low == high else 1
    choices = islice(product(*(part.changes for part in parts if part.high)), most)
    positions = {pair.ends: position for position, pair in enumerate(pairs)}

    def merged(changes: Iterable[Change]) -> Change:
        return tuple(sorted((ends for change in changes for ends in change), key=positions.__getitem__))

    return Frustration(
        low,
        high,
        _ordered(list(map(merged, choices)), pairs),
        prod(part.change_count for part in parts),
        fully_counted,
        merged(part.shared for part in parts) if fully_counted else (),
    )


def _ordered(changes: list[Change], pairs: Sequence[Pair]) -> tuple[Change, ...]:
    """Return changes in order: those that change fewer hostile pairs first, then by the places of their pairs."""
    places: Mapping[Ends, tuple[int, bool]] = {
        pair.ends: (place, pair.sign != WITH) for place, pair in enumerate(pairs)
    }

    def rank(change: Change) -> tuple[int, list[int]]:
        return sum(places[ends][1] for ends in change), [places[ends][0] for ends in change]

    return tuple(sorted(changes, key=rank))
