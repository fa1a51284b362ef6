"""The balance of one dossier: what was counted and left out, the triad census, the frustration index, the parts."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from tui.dossier.dossier import Dossier
from tui.dossier.network.alignment import firmness
from tui.dossier.network.balance.best_splits import Camps, best_splits
from tui.dossier.network.balance.budget import Budget
from tui.dossier.network.balance.frustration import (
    BUDGET,
    Change,
    Frustration,
    combined,
    solved_components,
)
from tui.dossier.network.balance.parts import MAX_SPLITS, Network, Part, camps, connected_parts, loose_actors
from tui.dossier.network.balance.support import support_of
from tui.dossier.network.balance.triangles import TriadCensus, triad_census
from tui.dossier.network.scope import Scope
from tui.dossier.network.signed_graph import MIXED, Ends, Pair, counted_pairs
from tui.dossier.values.dates import Date
from tui.dossier.values.vocabulary import STATUSES, UNSETTLED


class Place(NamedTuple):
    """Where the best splits put an actor: the numbers of its part and of its group there, and 0 or 1 for its camp.

    Two actors of one group are in the same camp in all of the splits, or in none; of others it is open.
    """

    part: int
    group: int
    side: int

    def same_camp(self, other: "Place") -> bool | None:
        """Whether two actors are in one camp; None where the best splits do not agree, or no pair joins their parts."""
        return self.side == other.side if self[:2] == other[:2] else None


class Balance(NamedTuple):
    """The balance of a dossier's signed ties, with the unsettled statuses in `included` counted.

    `pairs`: the pairs that are with or against one another, in file order of their first tie; `mixed`: those that are
    both, which are not counted. `actors`: those in a counted pair, in file order. `unsettled`: status -> number of
    signed ties with a status in `included`; `left_out`: of those with another unsettled status. `uncounted`: the pairs
    with signed ties that are left out for their status, and these ties. `weak`: the counted pairs that rest on no
    reported tie -> the firmest status of their ties. `parts`: the largest first. `complete`: whether the budget
    sufficed for all of it. `moment`: the date as of which ties are counted, None for all that ever were. `facets`: the
    query that they are narrowed to, empty for none.
    """

    included: frozenset[str]
    actors: tuple[str, ...]
    pairs: dict[Ends, Pair]
    mixed: dict[Ends, Pair]
    unsettled: dict[str, int]
    left_out: dict[str, int]
    uncounted: dict[Ends, Pair]
    weak: dict[Ends, str]
    census: TriadCensus
    frustration: Frustration
    parts: tuple[Part, ...]
    complete: bool
    moment: Date | None = None
    facets: str = ""

    @property
    def ties(self) -> tuple[str, ...]:
        """Ids of the ties counted: those of a pair that is not mixed."""
        return tuple(dict.fromkeys(tie for pair in self.pairs.values() for tie in pair.ties))

    @property
    def mixed_ties(self) -> tuple[str, ...]:
        """Ids of the ties of mixed pairs that are in no counted pair."""
        counted = frozenset(self.ties)
        in_mixed = dict.fromkeys(tie for pair in self.mixed.values() for tie in pair.ties)
        return tuple(tie for tie in in_mixed if tie not in counted)

    def ties_of(self, change: Change) -> tuple[str, ...]:
        """Return the ids of all ties of the pairs to change; a tie between many may be meant for one pair of them."""
        return tuple(dict.fromkeys(tie for ends in change for tie in self.pairs[ends].ties))

    @property
    def place_of(self) -> dict[str, Place]:
        """Actor -> its place."""
        return {
            actor: Place(part, group, side)
            for part, of_part in enumerate(self.parts)
            for group, camps_of_group in enumerate(of_part.best.groups)
            for side, camp in enumerate(camps_of_group)
            for actor in camp
        }

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
            "hangs_on": [
                {"ties": list(self.ties_of((ends,))), "status": self.weak[ends]}
                for part in self.parts
                for ends in (*part.support.singly, *part.support.jointly)
            ],
            "camps": [[list(camp) for camp in part.best.camps] for part in self.parts],
            "either_camp": [list(part.either_camp) for part in self.parts],
        }


def compute_balance(
    dossier: Dossier,
    included: frozenset[str] = frozenset(),
    budget: int = BUDGET,
    cancelled: Callable[[], bool] | None = None,
    moment: Date | None = None,
    facets: str = "",
    *,
    with_support: bool = True,
) -> Balance:
    """Compute the balance of a dossier at a moment with the unsettled statuses in `included` counted.

    Only ties that the query `facets` finds are counted, with an empty one all.

    Ends early, with what is proven by then, when `budget` steps are spent or `cancelled` returns True. What the answer
    hangs on, which takes longest, is worked out `with_support` only. Raises TooManyPairs.
    """
    work = Budget(budget, cancelled)
    scope = Scope(statuses=UNSETTLED - included, moment=moment, facets=facets)
    every_pair = counted_pairs(dossier, scope)
    uncounted = counted_pairs(dossier, scope._replace(statuses=frozenset(STATUSES) - scope.statuses))
    work.pause()
    counted = {ends: pair for ends, pair in every_pair.items() if pair.sign != MIXED}
    members = {end for ends in counted for end in ends}
    actors = tuple(actor.id for actor in dossier.tables["actors"] if actor.id in members)
    weak = _weak_pairs(dossier, counted)
    work.pause()
    census = triad_census(actors, counted.values(), work.pause)
    work.pause()
    networks = connected_parts(actors, tuple(counted.values()))
    work.pause()
    unsolved = Balance(
        included,
        actors,
        counted,
        {ends: pair for ends, pair in every_pair.items() if pair.sign == MIXED},
        scope._replace(statuses=included).left_out(dossier, signed=True),
        scope.left_out(dossier, signed=True),
        uncounted,
        weak,
        census,
        combined((), ()),
        (),
        False,
        moment,
        facets,
    )
    return _solved(unsolved, networks, work, with_support=with_support)


def compute_further(
    balance: Balance,
    budget: int = BUDGET,
    cancelled: Callable[[], bool] | None = None,
    *,
    with_support: bool = True,
) -> Balance:
    """Compute a balance, of which something was worked out with less, as `compute_balance` does with this budget."""
    networks = [Network(part.actors, part.pairs) for part in balance.parts]
    return _solved(balance, networks, Budget(budget, cancelled), with_support=with_support)


def _solved(balance: Balance, networks: list[Network], work: Budget, *, with_support: bool) -> Balance:
    parts = _parts(networks, balance.weak, work, work if with_support else Budget(0))
    return balance._replace(
        frustration=combined([part.frustration for part in parts], balance.pairs.values()),
        parts=parts,
        complete=not work.exhausted and (with_support or all(part.support.complete for part in parts)),
    )


def _weak_pairs(dossier: Dossier, pairs: Mapping[Ends, Pair]) -> dict[Ends, str]:
    """Return the pairs without a reported tie, and the firmest status of each."""
    firmest = {ends: firmness([dossier.tie(tie) for tie in pair.ties]) for ends, pair in pairs.items()}
    return {ends: status for ends, status in firmest.items() if status != STATUSES[0]}


def _parts(networks: list[Network], weak: Mapping[Ends, str], budget: Budget, for_support: Budget) -> tuple[Part, ...]:
    """Solve each part, the small ones first: they are certain even where the budget ends before the large ones are."""
    solved = {
        number: _part(network, weak, budget, for_support) for number, network in reversed(list(enumerate(networks)))
    }
    return tuple(solved[number] for number in range(len(networks)))


def _part(network: Network, weak: Mapping[Ends, str], budget: Budget, for_support: Budget) -> Part:
    components = solved_components(network.pairs, budget)
    index = combined([component.frustration for component in components], network.pairs)
    budget.pause()
    support = support_of(components, weak, for_support)
    splits = tuple(_splits(network, index.changes[:MAX_SPLITS], budget))
    best = best_splits(network.actors, network.pairs, components)
    return Part(network.actors, network.pairs, index, best, splits, support, loose_actors(network, weak))


def _splits(network: Network, changes: Iterable[Change], budget: Budget) -> Iterable[Camps]:
    for number, change in enumerate(changes):
        if number and not budget.take(len(network.pairs)):
            return
        yield camps(network, change)


def balance_to_compare(
    dossier: Dossier, balance: Balance, budget: int = BUDGET, cancelled: Callable[[], bool] | None = None
) -> Balance | None:
    """Compute the balance to show beside another: without unsettled ties if it counts some, or else with all of them.

    None when that would change nothing. Raises TooManyPairs.
    """
    if not (balance.unsettled if balance.included else balance.left_out):
        return None
    included = frozenset() if balance.included else frozenset(balance.left_out)
    return compute_balance(dossier, included, budget, cancelled, balance.moment, balance.facets)
