"""The frustration index: the fewest pairs whose change would leave no unbalanced cycle, and every choice of so few.

To change a pair is to end what ties it or to turn its sign; either takes the same number. May not know what ties a
pair, nor what the actors are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice, product
from math import prod
from typing import NamedTuple

from tui.dossier.network.balance.solver.biconnected import Edge, blocks
from tui.dossier.network.balance.solver.branch_and_bound import best_colourings
from tui.dossier.network.balance.solver.budget import Budget
from tui.dossier.network.signed_graph import Ends, Pair
from tui.dossier.values.vocabulary import WITH

MOST_CHANGES = 1_000
"""So many sets of pairs are listed."""

BUDGET = 40_000_000
"""Edges looked at before the search gives up: some five seconds, where a network of 150 states takes a tenth."""

Change = tuple[Ends, ...]
"""Pairs whose change leaves no unbalanced cycle, in the order of the pairs given."""


class Frustration(NamedTuple):
    """The index lies between `low` and `high`; it is known exactly when they are the same.

    Then `changes` are the smallest sets, none twice: all of them when `all_listed`. `number` says how many there are,
    or, when it was not `counted`, how many at least. Otherwise `changes` is one set of `high` pairs that would do,
    perhaps not the smallest.
    """

    low: int
    high: int
    changes: tuple[Change, ...]
    number: int
    counted: bool

    @property
    def exact(self) -> bool:
        """Whether the index is known."""
        return self.low == self.high

    @property
    def all_listed(self) -> bool:
        """Whether `changes` holds every smallest set."""
        return self.exact and self.counted and self.number == len(self.changes)


def frustration(
    pairs: Sequence[Pair], budget: int = BUDGET, stopped: Callable[[], bool] | None = None, most: int = MOST_CHANGES
) -> Frustration:
    """The index of a network of pairs that are each with or against one another, none mixed.

    Ends before its time when `budget` edges were looked at or `stopped` says so, with what is proven by then.
    """
    numbers: dict[str, int] = {}
    edges: list[Edge] = []
    for pair in pairs:
        one, other = (numbers.setdefault(end, len(numbers)) for end in pair.ends)
        edges.append((one, other, 1 if pair.sign == WITH else -1))
    places = {edge: place for place, edge in enumerate(edges)}
    parts = sorted(blocks(edges), key=len)  # the small ones first: they cost little and are then certain
    purse = Budget(budget, stopped)
    solved = [(part, best_colourings(part, most, purse)) for part in parts]
    choices = [[_lost(part, colours, places) for colours in best.colourings] for part, best in solved]
    exact = all(best.low == best.high for _, best in solved)
    listed = islice(product(*choices), most if exact else 1)
    changes = sorted(sorted(place for lost in chosen for place in lost) for chosen in listed)
    return Frustration(
        sum(best.low for _, best in solved),
        sum(best.high for _, best in solved),
        tuple(tuple(pairs[place].ends for place in change) for change in changes),
        prod(len(best.colourings) for _, best in solved),
        exact and all(best.all_listed for _, best in solved),
    )


def _lost(part: Iterable[Edge], colours: dict[int, int], places: dict[Edge, int]) -> list[int]:
    """The edges that a colouring loses, by their places."""
    return [places[edge] for edge in part if edge[2] * colours[edge[0]] * colours[edge[1]] < 0]


def camps(actors: Sequence[str], pairs: Iterable[Pair], change: Change) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The two camps into which a network falls once `change` is made, each in the order of `actors`.

    Within a connected part of the network there is one such split; how the camps of different parts go together is
    open, so the first actor of each part stands in the first camp.
    """
    out = frozenset(change)
    first: dict[str, bool] = {}
    for part in connected(actors, (pair for pair in pairs if pair.ends not in out)):
        first.update(part)
    return tuple(one for one in actors if first[one]), tuple(one for one in actors if not first[one])


def connected(actors: Sequence[str], pairs: Iterable[Pair]) -> Iterator[dict[str, bool]]:
    """The connected parts of a network: actor -> whether a chain of pairs makes it a friend of the part's first actor.

    Where two chains differ, that is what one of the shortest makes of it.
    """
    around: dict[str, list[tuple[str, bool]]] = {actor: [] for actor in actors}
    for pair in pairs:
        for one, other in (pair.ends, pair.ends[::-1]):
            around[one].append((other, pair.sign == WITH))
    seen: set[str] = set()
    for root in actors:
        if root in seen:
            continue
        part, reached = {root: True}, [root]
        for actor in reached:
            for other, friendly in around[actor]:
                if other not in part:
                    part[other] = part[actor] == friendly
                    reached.append(other)
        seen.update(part)
        yield part
