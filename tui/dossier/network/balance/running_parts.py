"""The connected parts of a network that changes pair by pair, each solved anew only where its pairs have changed."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from tui.dossier.network.balance.best_splits import Camps, best_splits
from tui.dossier.network.balance.budget import Budget
from tui.dossier.network.balance.frustration import Component, Signed, Start, signed_ends, solved_components
from tui.dossier.network.balance.parts import Network, camps
from tui.dossier.network.balance.running_index import RunningIndex

_FEW = 30
"""A part of no more pairs than these is solved at once, whatever else is left unsolved."""
_LEAST = 100_000
"""The edges visited without a budget, for a small part or for the best splits where the index is known."""


class SolvedPart(NamedTuple):
    """A connected part: its camps as far as all best splits agree, and the actors that these leave open.

    Where it was not `searched` its camps are the best known, and no less than `low`, 0, pairs are frustrated.
    """

    actors: tuple[str, ...]
    camps: Camps
    either_camp: tuple[str, ...]
    low: int = 0
    components: tuple[Component, ...] = ()
    searched: bool = False


class RunningParts:
    """The parts of the network of `index`; `order` are all actors."""

    def __init__(self, index: RunningIndex, order: Sequence[str]) -> None:
        self._index, self._order = index, order
        self._solved: dict[str, SolvedPart] = {}

    def solve(self, touched: AbstractSet[str], budget: Budget | None) -> list[SolvedPart]:
        """Return the parts, the largest first, and tell the index what is found; `touched` are ends of changed pairs.

        The small ones are solved first. Without a budget only these are, or all if the index is known already.
        """
        members = self._index.members()
        parts = self._index.connected_parts([actor for actor in self._order if actor in members])
        solved: dict[str, SolvedPart] = {}
        known = {
            signed_ends(component.pairs): component for part in self._solved.values() for component in part.components
        }
        for actors in reversed(parts):
            before = self._solved.get(actors[0])
            if before is not None and before.searched and touched.isdisjoint(actors):
                solved[actors[0]] = before
            else:
                solved[actors[0]] = self._part(Network(tuple(actors), tuple(self._index.pairs(actors))), known, budget)
        self._solved = solved
        self._index.learn(sum(part.low for part in solved.values()), {})
        return [solved[actors[0]] for actors in parts]

    def _part(self, network: Network, known: dict[frozenset[Signed], Component], budget: Budget | None) -> SolvedPart:
        if budget is None and len(network.pairs) > _FEW and not self._index.exact:
            return self._unsolved(network)
        work = budget or Budget(_LEAST)
        components = solved_components(network.pairs, work, known=known, start=self._start(network))
        change = tuple(ends for component in components for ends in component.frustration.changes[0])
        first, second = camps(network, change)
        self._index.learn(0, dict.fromkeys(first, 1) | dict.fromkeys(second, -1))
        best = best_splits(network.actors, network.pairs, components)
        placed = frozenset(actor for camp in best.camps for actor in camp)
        either = tuple(actor for actor in network.actors if actor not in placed)
        low = sum(component.frustration.low for component in components)
        return SolvedPart(network.actors, best.camps, either, low, tuple(components), searched=True)

    def _unsolved(self, network: Network) -> SolvedPart:
        camp_of = self._index.camp_of
        sides = tuple(tuple(actor for actor in network.actors if camp_of[actor] == side) for side in (1, -1))
        first, second = sides if network.actors[0] in sides[0] else sides[::-1]
        return SolvedPart(network.actors, (first, second), ())

    def _start(self, network: Network) -> Start:
        """Where to begin: what is known of the whole network, less what other parts may frustrate of it."""
        index = self._index
        elsewhere = index.high - index.frustrated(network.pairs)
        return Start(index.camp_of, max(0, index.low - elsewhere))
