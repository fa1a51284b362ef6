"""The balance of one dossier: what was counted and left out, the triad census, the frustration index, the camps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from tui.dossier.dossier import Dossier
from tui.dossier.network.balance.frustration import (
    BUDGET,
    Change,
    Frustration,
    camps,
    connected_components,
    frustration_index,
)
from tui.dossier.network.balance.triangles import TriadCensus, triad_census
from tui.dossier.network.scope import Scope
from tui.dossier.network.signed_graph import MIXED, Ends, Pair, signed_pairs
from tui.dossier.values.vocabulary import UNSETTLED

Camps = tuple[tuple[str, ...], tuple[str, ...]]


class Balance(NamedTuple):
    """The balance of a dossier's signed ties, with the unsettled statuses in `included` counted.

    `pairs`: the pairs that are with or against one another, in file order of their first tie; `mixed`: those that are
    both, which are not counted. `actors`: those in a counted pair, in file order. `left_out`: status -> number of
    signed ties.
    """

    included: frozenset[str]
    actors: tuple[str, ...]
    pairs: dict[Ends, Pair]
    mixed: dict[Ends, Pair]
    left_out: dict[str, int]
    census: TriadCensus
    frustration: Frustration

    @property
    def ties(self) -> tuple[str, ...]:
        """Ids of the ties counted: those of a pair that is not mixed."""
        return tuple(dict.fromkeys(tie for pair in self.pairs.values() for tie in pair.ties))

    def ties_of(self, change: Change) -> tuple[str, ...]:
        """Return the ids of all ties of the pairs to change; a tie between many may be meant for one pair of them."""
        return tuple(dict.fromkeys(tie for ends in change for tie in self.pairs[ends].ties))

    def camps(self, number: int = 0) -> Camps:
        """Return the camps that go with the listed change of this number; see `frustration.camps`."""
        changes = self.frustration.changes
        return camps(self.actors, self.pairs.values(), changes[number] if changes else ())

    @property
    def component_count(self) -> int:
        """The number of connected components of the network."""
        return sum(1 for _ in connected_components(self.actors, self.pairs.values()))

    def pairs_between(self, camps: Camps) -> tuple[Pair, ...]:
        """Return the pairs with an actor in each of two camps."""
        first = frozenset(camps[0])
        return tuple(pair for pair in self.pairs.values() if (pair.ends[0] in first) != (pair.ends[1] in first))

    def json_data(self) -> dict[str, Any]:
        """Return the balance in the shape that `karabakh-tui balance --format json` promises."""
        index = self.frustration
        return {
            "actors": len(self.actors),
            "ties": len(self.ties),
            "left_out": self.left_out,
            "mixed_pairs": [list(ends) for ends in self.mixed],
            "triangles": self.census.counts,
            "balanced": self.census.balanced_share,
            "frustration": {
                "exact": index.exact,
                "low": index.low,
                "high": index.high,
                "changes": list(map(list, dict.fromkeys(map(self.ties_of, index.changes)))),
            },
            "camps": [list(camp) for camp in self.camps()],
        }


def compute_balance(
    dossier: Dossier,
    included: frozenset[str] = frozenset(),
    budget: int = BUDGET,
    cancelled: Callable[[], bool] | None = None,
) -> Balance:
    """Compute the balance of a dossier with the unsettled statuses in `included` counted.

    `budget` and `cancelled` are those of `frustration_index`. Raises TooManyPairs.
    """
    scope = Scope(statuses=UNSETTLED - included)
    every_pair = signed_pairs(scope.ties(dossier))
    counted = {ends: pair for ends, pair in every_pair.items() if pair.sign != MIXED}
    members = {end for ends in counted for end in ends}
    actors = tuple(actor.id for actor in dossier.tables["actors"] if actor.id in members)
    return Balance(
        included,
        actors,
        counted,
        {ends: pair for ends, pair in every_pair.items() if pair.sign == MIXED},
        scope.left_out(dossier, signed=True),
        triad_census(actors, counted.values()),
        frustration_index(tuple(counted.values()), budget, cancelled),
    )


def balance_to_compare(
    dossier: Dossier, balance: Balance, budget: int = BUDGET, cancelled: Callable[[], bool] | None = None
) -> Balance | None:
    """Compute the balance to show beside another: without unsettled ties if it counts some, or else with all of them.

    None when that would change nothing. Raises TooManyPairs.
    """
    if balance.included:
        return compute_balance(dossier, frozenset(), budget, cancelled)
    if balance.left_out:
        return compute_balance(dossier, frozenset(balance.left_out), budget, cancelled)
    return None
