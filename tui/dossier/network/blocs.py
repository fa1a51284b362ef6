"""Blocs, who belongs to them, and an order of actors in which those who belong together stand together.

Only what a tie itself says is used: nobody is put beside a friend of a friend. May not know what is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Actor, Tie
from tui.dossier.values.vocabulary import NEITHER, WITH

MEMBERSHIP = "bloc-membership"

Members = dict[str, dict[str, Tie]]
"""Bloc -> member -> the tie that says so (the first in the file), blocs and members in file order."""


class Group(NamedTuple):
    """Actors that stand together in the order. `camp` counts the camps, `bloc` is their first one (or `""`)."""

    camp: int
    bloc: str
    actors: tuple[str, ...]


def members(dossier: Dossier, ties: Iterable[Tie]) -> Members:
    """Who belongs to what, by these ties. Every organisation is a bloc, even one to which nobody is said to belong.

    A tie from an actor to another says that the first belongs to the second; one between several says so only of an
    organisation among them and those who are none: between two states nobody could tell which is the bloc.
    """
    found: Members = {one.id: {} for one in dossier.tables["actors"] if isinstance(one, Actor) and one.kind == "igo"}
    for tie in ties:
        if tie.kind != MEMBERSHIP:
            continue
        if tie.directed:
            blocs, belonging = tie.ends[1:], tie.ends[:1]
        else:
            blocs = tuple(end for end in tie.ends if _is_igo(dossier, end))
            belonging = tuple(end for end in tie.ends if not _is_igo(dossier, end))
        for bloc in blocs[:1]:
            for member in belonging:
                found.setdefault(bloc, {}).setdefault(member, tie)
    places = _places(dossier)
    return {bloc: found[bloc] for bloc in sorted(found, key=lambda bloc: places.get(bloc, len(places)))}


def _is_igo(dossier: Dossier, name: str) -> bool:
    actor = dossier.actor(name)
    return actor is not None and actor.kind == "igo"


def _places(dossier: Dossier) -> dict[str, int]:
    """Actor -> its place in the file."""
    return {record.id: number for number, record in enumerate(dossier.tables["actors"])}


def groups(dossier: Dossier, ties: Iterable[Tie], actors: Iterable[str]) -> list[Group]:
    """`actors` in an order that shows who stands together: by camp, in a camp by bloc, in a bloc as in the file.

    The camps are: the first side and its own; those who are with it and with no other side; all who are with none, with
    several, or against; those who are with the last side only; the last side and its own. With more sides than two,
    those of the first half come before the middle and the others after it, in the same way. Being against one side does
    not put an actor beside the other. A bloc stands before its members.
    """
    ties = list(ties)
    sides: list[str] = list(dict.fromkeys(dossier.head.sides))
    belongs: dict[str, str] = {}
    held = members(dossier, ties)
    for bloc, inside in held.items():
        if inside:
            belongs.setdefault(bloc, bloc)
        for member in inside:
            belongs.setdefault(member, bloc)
    blocs = {bloc: number for number, bloc in enumerate(held)}
    camps = _camps(dossier, ties, sides)
    places = _places(dossier)
    found: dict[tuple[int, str], list[str]] = {}
    middle = 2 * ((len(sides) + 1) // 2)

    def key(name: str) -> tuple[int, int, bool, int]:
        bloc = belongs.get(name, "")
        return camps.get(name, middle), blocs.get(bloc, len(blocs)), name != bloc, places.get(name, len(places))

    for name in sorted(dict.fromkeys(actors), key=key):
        found.setdefault((camps.get(name, middle), belongs.get(name, "")), []).append(name)
    return [Group(camp, bloc, tuple(names)) for (camp, bloc), names in found.items()]


def _camps(dossier: Dossier, ties: Iterable[Tie], sides: list[str]) -> dict[str, int]:
    """Actor -> number of its camp, for those who are not in the middle."""
    half = (len(sides) + 1) // 2
    own = {side: 2 * number + (number >= half) * 2 for number, side in enumerate(sides)}
    friends = {side: camp + (1 if number < half else -1) for number, (side, camp) in enumerate(own.items())}
    camps: dict[str, int] = {}
    for name, held in standing(ties, sides).items():
        signs = {side: {tie.polarity for tie in some} for side, some in held.items()}
        some_with = [side for side in signs if WITH in signs[side]]
        if len(some_with) == 1 and signs[some_with[0]] == {WITH}:
            camps[name] = friends[some_with[0]]
    for record in dossier.tables["actors"]:
        if isinstance(record, Actor) and record.side in own:
            camps[record.id] = own[record.side]
    return camps | own


def standing(ties: Iterable[Tie], sides: Iterable[str]) -> dict[str, dict[str, list[Tie]]]:
    """Actor -> side -> their ties with each other that have a sign, for all who have any with a side."""
    known = frozenset(sides)
    found: dict[str, dict[str, list[Tie]]] = {}
    for tie in ties:
        if tie.polarity == NEITHER:
            continue
        ends = dict.fromkeys(tie.ends)
        for side in known.intersection(ends):
            for name in ends:
                if name != side:
                    found.setdefault(name, {}).setdefault(side, []).append(tie)
    return found
