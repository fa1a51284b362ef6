"""The triad census of a network that changes pair by pair: each change costs a few bitwise operations."""

from __future__ import annotations

from tui.dossier.network.balance.triangles import KINDS, KINDS_AT_EDGE, third_actors
from tui.dossier.network.signed_graph import Ends
from tui.dossier.values.vocabulary import AGAINST, WITH


class RunningCensus:
    """`counts`: kind -> number of triangles, after the pairs set so far."""

    def __init__(self) -> None:
        self.counts = dict.fromkeys(KINDS, 0)
        self._numbers: dict[str, int] = {}
        self._friends: list[int] = []
        self._foes: list[int] = []

    def change(self, ends: Ends, before: str, after: str) -> None:
        """Give a pair another sign; any that is neither WITH nor AGAINST means that it is no side of a triangle."""
        first, second = map(self._number, ends)
        for sign, step in ((before, -1), (after, 1)):
            if sign in (WITH, AGAINST):
                thirds = third_actors(self._friends, self._foes, first, second)
                for kind, bits in zip(KINDS_AT_EDGE[sign == WITH], thirds, strict=True):
                    self.counts[kind] += step * bits.bit_count()
                adjacency = self._friends if sign == WITH else self._foes
                adjacency[first] ^= 1 << second
                adjacency[second] ^= 1 << first

    def _number(self, actor: str) -> int:
        if (number := self._numbers.get(actor)) is None:
            number = self._numbers[actor] = len(self._numbers)
            self._friends.append(0)
            self._foes.append(0)
        return number
