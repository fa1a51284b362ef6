"""The best splits of a connected part, and the actors that all of them place alike.

Equally good are the splits that leave the fewest pairs out of line and, of those, separate as many hostile pairs as
any. To take one of them for the answer would put an actor in a camp by the order of the file.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import prod
from typing import NamedTuple

from tui.dossier.network.balance.frustration import Change, Component
from tui.dossier.network.signed_graph import Ends, Pair
from tui.dossier.values.vocabulary import AGAINST, WITH

Camps = tuple[tuple[str, ...], tuple[str, ...]]
"""Two camps, the first actor in the first; the second may be empty."""

Neighbours = dict[str, list[tuple[str, bool]]]
"""Actor -> its neighbours, and whether it is in one camp with each."""


class BestSplits(NamedTuple):
    """The equally good splits of a part.

    `number` is how many there are, at least how many unless `all_known`. Each of `groups` are actors that stand to one
    another alike in every split known, as two camps: the largest group first, then in the order of the actors. Two
    actors of different groups are in one camp in some of the splits, and in different ones in others.
    """

    number: int
    all_known: bool
    groups: tuple[Camps, ...]

    @property
    def camps(self) -> Camps:
        """The camps as far as all splits agree: those of the largest group; both empty where no two actors agree."""
        largest = self.groups[0]
        return largest if sum(map(len, largest)) > 1 else ((), ())

    @property
    def agreed(self) -> bool:
        """Whether all splits known are one."""
        return len(self.groups) == 1


def best_splits(actors: Sequence[str], pairs: Iterable[Pair], components: Iterable[Component]) -> BestSplits:
    """Return the best splits of a connected part of a network, whose `components` are solved.

    A choice in one component goes with any in another, so two actors agree in all splits when a chain joins them of
    actors that agree within one component or over a pair on no cycle.
    """
    solved = list(components)
    on_cycles = {pair.ends for component in solved for pair in component.pairs}
    alike = {pair.ends: pair.sign == WITH for pair in pairs if pair.ends not in on_cycles}
    counts = []
    for component in solved:
        best = _best(component)
        counts.append(len(best))
        alike |= _alike(component, best)
    return BestSplits(
        prod(counts), all(component.frustration.all_listed for component in solved), _groups(actors, alike)
    )


def _best(component: Component) -> list[Change]:
    """Return the changes, of those listed, that leave the fewest hostile pairs in one camp."""
    hostile = frozenset(pair.ends for pair in component.pairs if pair.sign == AGAINST)
    inside = [len(hostile.intersection(change)) for change in component.frustration.changes]
    least = min(inside)
    return [change for change, number in zip(component.frustration.changes, inside, strict=True) if number == least]


def _alike(component: Component, changes: Sequence[Change]) -> Mapping[Ends, bool]:
    """Return pairs of actors that all changes place alike, enough to join all that are: whether in one camp."""
    every = (1 << len(changes)) - 1
    apart = {pair.ends: 0 if pair.sign == WITH else every for pair in component.pairs}
    for number, change in enumerate(changes):
        for ends in change:
            apart[ends] ^= 1 << number
    neighbours: dict[str, list[tuple[str, int]]] = {}
    for (first, second), bits in apart.items():
        neighbours.setdefault(first, []).append((second, bits))
        neighbours.setdefault(second, []).append((first, bits))
    root = component.pairs[0].ends[0]
    from_root, queue = {root: 0}, [root]
    for actor in queue:
        for neighbour, bits in neighbours[actor]:
            if neighbour not in from_root:
                from_root[neighbour] = from_root[actor] ^ bits
                queue.append(neighbour)
    first_with: dict[int, tuple[str, bool]] = {}
    alike: dict[Ends, bool] = {}
    for actor, bits in from_root.items():
        key = min(bits, bits ^ every)
        other, side = first_with.setdefault(key, (actor, bits == key))
        if other != actor:
            alike[other, actor] = side == (bits == key)
    return alike


def _groups(actors: Sequence[str], alike: Mapping[Ends, bool]) -> tuple[Camps, ...]:
    neighbours: Neighbours = {actor: [] for actor in actors}
    for (first, second), together in alike.items():
        neighbours[first].append((second, together))
        neighbours[second].append((first, together))
    positions = {actor: position for position, actor in enumerate(actors)}
    groups: list[Camps] = []
    placed: set[str] = set()
    for root in actors:
        if root not in placed:
            in_first = reached(root, neighbours)
            placed |= in_first.keys()
            ordered = sorted(in_first, key=positions.__getitem__)
            first_camp = tuple(actor for actor in ordered if in_first[actor])
            groups.append((first_camp, tuple(actor for actor in ordered if not in_first[actor])))
    return tuple(sorted(groups, key=lambda group: -len(group[0]) - len(group[1])))


def reached(root: str, neighbours: Neighbours) -> dict[str, bool]:
    """Return every actor that chains lead to from `root`: whether it is then in one camp with it."""
    found, queue = {root: True}, [root]
    for actor in queue:
        for neighbour, together in neighbours[actor]:
            if neighbour not in found:
                found[neighbour] = found[actor] == together
                queue.append(neighbour)
    return found
