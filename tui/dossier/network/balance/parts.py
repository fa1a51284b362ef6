"""The connected parts of a network, and the two camps into which each falls once it is balanced.

No pair joins two parts, so nothing says how their camps stand to one another: each part has camps of its own.
"""

from collections.abc import Container, Iterable, Mapping, Sequence
from typing import NamedTuple

from tui.dossier.network.balance.best_splits import BestSplits, Camps, Neighbours, reached
from tui.dossier.network.balance.frustration import Change, Frustration
from tui.dossier.network.balance.support import Support
from tui.dossier.network.signed_graph import Ends, Pair
from tui.dossier.values.vocabulary import AGAINST, STATUSES, WITH

MAX_SPLITS = 20
"""The most splits of a part that are worked out."""


class Network(NamedTuple):
    """Actors in the order of the file, and the pairs between them in that of their first ties."""

    actors: tuple[str, ...]
    pairs: tuple[Pair, ...]


class Part(NamedTuple):
    """A connected part with its index, the camps that go with its first changes, and what its answer hangs on.

    `best` are the splits to choose from, `splits` those of the first changes. `loose` are the actors that no chain of
    pairs with a reported tie joins to the greater part of the others -> the status of the firmest ties that do.
    """

    actors: tuple[str, ...]
    pairs: tuple[Pair, ...]
    frustration: Frustration
    best: BestSplits
    splits: tuple[Camps, ...]
    support: Support
    loose: dict[str, str]

    @property
    def either_camp(self) -> tuple[str, ...]:
        """The actors that the best splits do not all place alike, in order."""
        placed = frozenset(actor for camp in self.best.camps for actor in camp)
        return tuple(actor for actor in self.actors if actor not in placed)

    @property
    def has_camps(self) -> bool:
        """Whether a hostile pair is counted: without one there is nothing to tell camps apart by."""
        return any(pair.sign == AGAINST for pair in self.pairs)


def connected_parts(actors: Sequence[str], pairs: Sequence[Pair]) -> list[Network]:
    """Return the connected parts, the largest first, then in the order of their first actors."""
    part_of: dict[str, int] = {}
    members: list[list[str]] = []
    neighbours = _neighbours(actors, pairs, ())
    for root in actors:
        if root not in part_of:
            found = reached(root, neighbours)
            part_of.update(dict.fromkeys(found, len(members)))
            members.append([])
        members[part_of[root]].append(root)
    inside: list[list[Pair]] = [[] for _ in members]
    for pair in pairs:
        inside[part_of[pair.ends[0]]].append(pair)
    parts = [Network(tuple(names), tuple(own)) for names, own in zip(members, inside, strict=True)]
    return sorted(parts, key=lambda part: -len(part.actors))


def camps(part: Network, change: Change) -> Camps:
    """Return the camps of a connected part once the pairs of `change`, which balances it, have the other sign."""
    in_first = reached(part.actors[0], _neighbours(part.actors, part.pairs, frozenset(change)))
    first = tuple(actor for actor in part.actors if in_first[actor])
    return first, tuple(actor for actor in part.actors if not in_first[actor])


def loose_actors(part: Network, weak: Mapping[Ends, str]) -> dict[str, str]:
    """Return the actors that no chain of pairs with a reported tie joins to the largest group that such chains join.

    Each has the status of the least firm pair on the firmest chain that does. `weak` are the pairs without a reported
    tie -> their status. Where all are such, every actor is loose.
    """
    used: list[Pair] = []
    held: frozenset[str] = frozenset()
    status_of: dict[str, str] = {}
    for status in STATUSES:
        further = [pair for pair in part.pairs if weak.get(pair.ends, STATUSES[0]) == status]
        if further:
            used += further
            groups = connected_parts(part.actors, used)
            joined = next(frozenset(group.actors) for group in groups if held.issubset(group.actors))
            status_of |= dict.fromkeys(joined - held, status)
            held = joined
    return {actor: status_of[actor] for actor in part.actors if status_of[actor] != STATUSES[0]}


def _neighbours(actors: Iterable[str], pairs: Iterable[Pair], changed: Container[Ends]) -> Neighbours:
    neighbours: Neighbours = {actor: [] for actor in actors}
    for pair in pairs:
        friendly = (pair.sign == WITH) != (pair.ends in changed)
        first, second = pair.ends
        neighbours[first].append((second, friendly))
        neighbours[second].append((first, friendly))
    return neighbours
