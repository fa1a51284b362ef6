"""Blocs, their members, and an order of actors that puts those of one camp and one bloc next to each other.

Only what a tie itself states is used: nobody is placed beside a friend of a friend.
"""

from collections.abc import Iterable
from typing import NamedTuple

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Actor, Tie
from tui.dossier.network.signed_graph import sign_of
from tui.dossier.values.vocabulary import NEITHER, WITH

MEMBERSHIP = "bloc-membership"

Members = dict[str, dict[str, Tie]]
"""Bloc -> member -> the tie that states it (the first in the file), blocs and members in file order."""


class Group(NamedTuple):
    """Actors next to each other in the order. `camp` is the number of their camp, `bloc` their first bloc (or `""`).

    `side` is the side whose camp it is, `""` in the middle.
    """

    camp: int
    bloc: str
    actors: tuple[str, ...]
    side: str = ""


def members(dossier: Dossier, ties: Iterable[Tie]) -> Members:
    """Return the members of each bloc by these ties. Every organisation is a bloc, even one without a member.

    A tie from one actor to another makes the first a member of the second. A tie between several makes those that are
    no organisation members of the first that is: between two states, nothing tells which is the bloc.
    """
    organisations = {actor.id for actor in dossier.records_of(Actor) if actor.kind == "igo"}
    positions = _positions(dossier)
    by_bloc: Members = {actor: {} for actor in positions if actor in organisations}
    for tie in ties:
        if tie.kind != MEMBERSHIP:
            continue
        if tie.directed:
            blocs, joining = tie.ends[1:], tie.ends[:1]
        else:
            blocs = tuple(end for end in tie.ends if end in organisations)
            joining = tuple(end for end in tie.ends if end not in organisations)
        for bloc in blocs[:1]:
            for member in joining:
                by_bloc.setdefault(bloc, {}).setdefault(member, tie)
    return {bloc: by_bloc[bloc] for bloc in sorted(by_bloc, key=lambda bloc: positions.get(bloc, len(positions)))}


def _positions(dossier: Dossier) -> dict[str, int]:
    """Return actor -> its position in the file."""
    return {actor.id: position for position, actor in enumerate(dossier.tables["actors"])}


def groups(dossier: Dossier, ties: Iterable[Tie], actors: Iterable[str]) -> list[Group]:
    """Return `actors` in an order that keeps camps and blocs together: by camp, then by bloc, then as in the file.

    The camps are: the first side and its own actors; those with it and with no other side; all with no side, with
    several, or against; those with the last side only; the last side and its own actors. Of more than two sides, the
    first half comes before the middle and the rest after it, in the same way. Being against one side does not place an
    actor beside the other. A bloc comes before its members.
    """
    ties = list(ties)
    sides: list[str] = list(dict.fromkeys(dossier.head.sides))
    bloc_of: dict[str, str] = {}
    by_bloc = members(dossier, ties)
    for bloc, bloc_members in by_bloc.items():
        if bloc_members:
            bloc_of.setdefault(bloc, bloc)
        for member in bloc_members:
            bloc_of.setdefault(member, bloc)
    bloc_order = {bloc: position for position, bloc in enumerate(by_bloc)}
    camps = _camps(dossier, ties, sides)
    positions = _positions(dossier)
    middle = 2 * ((len(sides) + 1) // 2)

    def sort_key(actor: str) -> tuple[int, int, bool, int]:
        bloc = bloc_of.get(actor, "")
        bloc_position = bloc_order.get(bloc, len(bloc_order))
        return camps.get(actor, middle), bloc_position, actor != bloc, positions.get(actor, len(positions))

    grouped: dict[tuple[int, str], list[str]] = {}
    for actor in sorted(dict.fromkeys(actors), key=sort_key):
        grouped.setdefault((camps.get(actor, middle), bloc_of.get(actor, "")), []).append(actor)
    side_of_camp = {camps[side] + step: side for side in sides for step in _steps(camps[side], middle)}
    return [Group(camp, bloc, tuple(group), side_of_camp.get(camp, "")) for (camp, bloc), group in grouped.items()]


def _steps(camp: int, middle: int) -> tuple[int, int]:
    """From the camp of a side to itself, and to the camp of those with it, which is towards the middle."""
    return (0, 1) if camp < middle else (0, -1)


def _camps(dossier: Dossier, ties: Iterable[Tie], sides: list[str]) -> dict[str, int]:
    """Return actor -> number of its camp, for those outside the middle."""
    half = (len(sides) + 1) // 2
    camp_of_side = {side: 2 * number + (number >= half) * 2 for number, side in enumerate(sides)}
    camp_of_friends = {
        side: camp + (1 if number < half else -1) for number, (side, camp) in enumerate(camp_of_side.items())
    }
    camps: dict[str, int] = {}
    for actor, by_side in ties_with_sides(ties, sides).items():
        friendly_sides = [side for side, shared in by_side.items() if any(tie.polarity == WITH for tie in shared)]
        if len(friendly_sides) == 1 and sign_of(by_side[friendly_sides[0]]) == WITH:
            camps[actor] = camp_of_friends[friendly_sides[0]]
    for record in dossier.records_of(Actor):
        if record.side in camp_of_side:
            camps[record.id] = camp_of_side[record.side]
    return camps | camp_of_side


def ties_with_sides(ties: Iterable[Tie], sides: Iterable[str]) -> dict[str, dict[str, list[Tie]]]:
    """Return actor -> side -> the signed ties they share, for every actor that shares one with a side."""
    side_set = frozenset(sides)
    shared: dict[str, dict[str, list[Tie]]] = {}
    for tie in ties:
        tied = tie.ends
        if side_set.isdisjoint(tied) or tie.polarity == NEITHER:
            continue
        ends = dict.fromkeys(tied)
        for side in side_set.intersection(ends):
            for actor in ends:
                if actor != side:
                    shared.setdefault(actor, {}).setdefault(side, []).append(tie)
    return shared
