"""The balance of one dossier: what was counted and left out, the triangles, the index, the camps.

May not know how any of it is shown.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from tui.dossier.dossier import Dossier
from tui.dossier.network.balance.frustration import BUDGET, Change, Frustration, camps, connected, frustration
from tui.dossier.network.balance.triangles import Census, census
from tui.dossier.network.signed_graph import MIXED, Ends, Pair, admitted, left_out, pairs

Camps = tuple[tuple[str, ...], tuple[str, ...]]


class Balance(NamedTuple):
    """What the signs of a dossier's ties add up to while the statuses in `unsettled` are switched in.

    `pairs` are the pairs that are with or against one another, in file order of their first tie, and `actors` those
    who stand in one, in file order; mixed pairs are kept apart in `mixed`. `left_out`: status -> number of signed ties.
    """

    unsettled: frozenset[str]
    actors: tuple[str, ...]
    pairs: dict[Ends, Pair]
    mixed: dict[Ends, Pair]
    left_out: dict[str, int]
    census: Census
    frustration: Frustration

    @property
    def ties(self) -> tuple[str, ...]:
        """Ids of the ties counted: those that make a pair which is not mixed."""
        return tuple(dict.fromkeys(tie for pair in self.pairs.values() for tie in pair.ties))

    def ties_of(self, change: Change) -> tuple[str, ...]:
        """Ids of the ties to change, all ties of each pair together; a tie between many may be meant for one pair."""
        return tuple(dict.fromkeys(tie for ends in change for tie in self.pairs[ends].ties))

    def camps(self, number: int = 0) -> Camps:
        """The camps of the best split that goes with the listed change of this number; see `frustration.camps`."""
        changes = self.frustration.changes
        return camps(self.actors, self.pairs.values(), changes[number] if changes else ())

    @property
    def parts(self) -> int:
        """How many parts of the network no pair joins."""
        return sum(1 for _ in connected(self.actors, self.pairs.values()))

    def across(self, camps: Camps) -> tuple[Pair, ...]:
        """The pairs that a split parts."""
        first = frozenset(camps[0])
        return tuple(pair for pair in self.pairs.values() if (pair.ends[0] in first) != (pair.ends[1] in first))

    def plain(self) -> dict[str, Any]:
        """The balance as plain data for JSON: the shape that `karabakh-tui balance --format json` promises."""
        index = self.frustration
        return {
            "actors": len(self.actors),
            "ties": len(self.ties),
            "left_out": self.left_out,
            "mixed_pairs": [list(ends) for ends in self.mixed],
            "triangles": self.census.counts,
            "balanced": self.census.balanced,
            "frustration": {
                "exact": index.exact,
                "low": index.low,
                "high": index.high,
                "changes": list(map(list, dict.fromkeys(map(self.ties_of, index.changes)))),
            },
            "camps": [list(camp) for camp in self.camps()],
        }


def compared_with(
    dossier: Dossier, found: Balance, budget: int = BUDGET, stopped: Callable[[], bool] | None = None
) -> Balance | None:
    """What to hold beside a balance: all that it leaves out switched in, or, when some is, all of that left out.

    None when that would change nothing. Raises TooManyPairs.
    """
    if found.unsettled:
        return balance(dossier, frozenset(), budget, stopped)
    return balance(dossier, frozenset(found.left_out), budget, stopped) if found.left_out else None


def balance(
    dossier: Dossier,
    unsettled: frozenset[str] = frozenset(),
    budget: int = BUDGET,
    stopped: Callable[[], bool] | None = None,
) -> Balance:
    """Read the signs of a dossier. `budget` and `stopped` are those of `frustration`. Raises TooManyPairs."""
    found = pairs(admitted(dossier, unsettled))
    counted = {ends: pair for ends, pair in found.items() if pair.sign != MIXED}
    standing = {end for ends in counted for end in ends}
    actors = tuple(record.id for record in dossier.tables["actors"] if record.id in standing)
    return Balance(
        unsettled,
        actors,
        counted,
        {ends: pair for ends, pair in found.items() if pair.sign == MIXED},
        left_out(dossier, unsettled, signed=True),
        census(actors, counted.values()),
        frustration(tuple(counted.values()), budget, stopped),
    )
