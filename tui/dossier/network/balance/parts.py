"""The connected parts of a network, and the two camps into which each falls once it is balanced.

No pair joins two parts, so nothing says how their camps stand to one another: each part has camps of its own.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from typing import NamedTuple

from tui.dossier.network.balance.frustration import Change, Frustration
from tui.dossier.network.balance.support import Support
from tui.dossier.network.signed_graph import Ends, Pair
from tui.dossier.values.vocabulary import WITH

MAX_SPLITS = 20
"""The most splits of a part that are worked out."""

Camps = tuple[tuple[str, ...], tuple[str, ...]]
"""Two camps, the first actor of the part in the first; the second may be empty."""


class Network(NamedTuple):
    """Actors in the order of the file, and the pairs between them in that of their first ties."""

    actors: tuple[str, ...]
    pairs: tuple[Pair, ...]


class Part(NamedTuple):
    """A connected part with its index, the camps that go with its first changes, and what its answer hangs on.

    `loose` are the actors that no chain of pairs with a reported tie joins to the greater part of the others.
    """

    actors: tuple[str, ...]
    pairs: tuple[Pair, ...]
    frustration: Frustration
    splits: tuple[Camps, ...]
    support: Support
    loose: tuple[str, ...]

    @property
    def camps(self) -> Camps:
        """The camps of the first change: of those listed, the one that separates the most hostile pairs."""
        return self.splits[0]

    def camp_of(self, actor: str) -> int:
        """Return 0 or 1."""
        return int(actor not in frozenset(self.camps[0]))


def connected_parts(actors: Sequence[str], pairs: Sequence[Pair]) -> list[Network]:
    """Return the connected parts, the largest first, then in the order of their first actors."""
    part_of: dict[str, int] = {}
    members: list[list[str]] = []
    neighbours = _neighbours(actors, pairs, ())
    for root in actors:
        if root not in part_of:
            found = _reached(root, neighbours)
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
    in_first = _reached(part.actors[0], _neighbours(part.actors, part.pairs, frozenset(change)))
    first = tuple(actor for actor in part.actors if in_first[actor])
    return first, tuple(actor for actor in part.actors if not in_first[actor])


def loose_actors(part: Network, firm: Container[Ends]) -> tuple[str, ...]:
    """Return the actors that no chain of `firm` pairs joins to the largest group that such chains hold together."""
    groups = connected_parts(part.actors, [pair for pair in part.pairs if pair.ends in firm])
    held = frozenset(groups[0].actors)
    return tuple(actor for actor in part.actors if actor not in held)


_Neighbours = dict[str, list[tuple[str, bool]]]
"""Actor -> its neighbours, and whether each is a friend."""


def _neighbours(actors: Iterable[str], pairs: Iterable[Pair], changed: Container[Ends]) -> _Neighbours:
    neighbours: _Neighbours = {actor: [] for actor in actors}
    for pair in pairs:
        friendly = (pair.sign == WITH) != (pair.ends in changed)
        first, second = pair.ends
        neighbours[first].append((second, friendly))
        neighbours[second].append((first, friendly))
    return neighbours


def _reached(root: str, neighbours: _Neighbours) -> dict[str, bool]:
    """Return every actor that chains lead to from `root`: whether its chain has an even number of hostile pairs."""
    reached, queue = {root: True}, [root]
    for actor in queue:
        for neighbour, friendly in neighbours[actor]:
            if neighbour not in reached:
                reached[neighbour] = reached[actor] == friendly
                queue.append(neighbour)
    return reached
