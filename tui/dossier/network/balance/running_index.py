"""Bounds of the frustration index of a network that changes pair by pair, and the camps that the upper one comes from.

A pair that is added cannot lower the index, and one that is taken away or turned lowers it by one at most. So the lower
bound of a network is one of the next network too, less the pairs that went or turned; the upper bound is what the camps
of the network before, mended where pairs have changed, leave frustrated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tui.dossier.network.signed_graph import Ends, Pair
from tui.dossier.values.vocabulary import AGAINST, WITH

_SIGNS = {WITH: 1, AGAINST: -1}


class RunningIndex:
    """The index lies between `low` and `high`, which is what `camp_of` frustrates: actor -> 1 or −1."""

    def __init__(self) -> None:
        self.low = self.high = 0
        self.camp_of: dict[str, int] = {}
        self._signs_of: dict[str, dict[str, int]] = {}

    @property
    def exact(self) -> bool:
        """Whether the index is known."""
        return self.low == self.high

    def change(self, ends: Ends, before: str, after: str) -> None:
        """Give a pair another sign; any that is neither WITH nor AGAINST means that the pair is not counted."""
        first, second = ends
        old, new = _SIGNS.get(before, 0), _SIGNS.get(after, 0)
        together = self.camp_of.setdefault(first, 1) * self.camp_of.setdefault(second, 1)
        self.high += (new * together < 0) - (old * together < 0)
        self.low = max(0, self.low - abs(old))
        for one, other in (ends, (second, first)):
            signs = self._signs_of.setdefault(one, {})
            if new:
                signs[other] = new
            else:
                signs.pop(other, None)

    def mend(self, actors: Iterable[str]) -> None:
        """Move actors to the other camp as long as that leaves less frustrated, beginning with some."""
        waiting = list(actors)
        while waiting:
            actor = waiting.pop()
            camp, signs = self.camp_of[actor], self._signs_of[actor]
            gain = -camp * sum([sign * self.camp_of[other] for other, sign in signs.items()])
            if gain > 0:
                self.camp_of[actor] = -camp
                self.high -= gain
                waiting += signs

    def learn(self, low: int, camp_of: Mapping[str, int]) -> None:
        """Take over a lower bound and the camps of the actors of a connected part where they are better."""
        self.low = max(self.low, low)
        pairs = list(self.pairs(camp_of))
        saved = _frustrated(pairs, self.camp_of) - _frustrated(pairs, camp_of)
        if saved > 0:
            self.camp_of |= camp_of
            self.high -= saved

    def frustrated(self, pairs: Iterable[Pair]) -> int:
        """Return how many of some pairs are frustrated."""
        return _frustrated(pairs, self.camp_of)

    def members(self) -> set[str]:
        """Return the actors of the pairs that are counted."""
        return {actor for actor, signs in self._signs_of.items() if signs}

    def connected_parts(self, actors: Sequence[str]) -> list[list[str]]:
        """Return the connected parts, the largest first, then in the order of their first ones of `actors`."""
        part_of: dict[str, int] = {}
        parts: list[list[str]] = []
        for root in actors:
            if root not in part_of:
                part_of[root], queue = len(parts), [root]
                for actor in queue:
                    new = [other for other in self._signs_of[actor] if other not in part_of]
                    part_of.update(dict.fromkeys(new, len(parts)))
                    queue += new
                parts.append([])
            parts[part_of[root]].append(root)
        return sorted(parts, key=lambda part: -len(part))

    def pairs(self, actors: Iterable[str]) -> Iterator[Pair]:
        """Yield the pairs of a connected part, without their ties."""
        for one in actors:
            for other, sign in self._signs_of[one].items():
                if one < other:
                    yield Pair((one, other), (), WITH if sign > 0 else AGAINST)


def _frustrated(pairs: Iterable[Pair], camp_of: Mapping[str, int]) -> int:
    return sum((pair.sign == WITH) == (camp_of[pair.ends[0]] != camp_of[pair.ends[1]]) for pair in pairs)
