"""Who stands with an actor and who against it, by its ties alone. Membership and sides are projected onto nobody.

May not know who asks, nor how a sign is shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Tie
from tui.dossier.network.scope import STATUSES
from tui.dossier.network.signed_graph import MIXED
from tui.dossier.values.vocabulary import AGAINST, NEITHER, WITH

SIGNS = (WITH, AGAINST, MIXED, NEITHER)
_FIRM = {status: number for number, status in enumerate(STATUSES)}


class Alignment(NamedTuple):
    """What one actor is to another: a sign, and the status of the firmest tie that gives it."""

    actor: str
    sign: str
    status: str


def alignments(ties: Iterable[Tie], actors: Iterable[str]) -> dict[str, list[Alignment]]:
    """Actor -> whoever it is tied to by `ties`, each once, in the order of the ties."""
    found: dict[str, dict[str, list[Tie]]] = {actor: {} for actor in actors}
    for tie in ties:
        ends = dict.fromkeys(tie.ends)
        for actor in found.keys() & ends.keys():
            for other in ends:
                if other != actor:
                    found[actor].setdefault(other, []).append(tie)
    return {actor: [_standing(other, held) for other, held in others.items()] for actor, others in found.items()}


def _standing(other: str, ties: list[Tie]) -> Alignment:
    signs = {tie.polarity for tie in ties} - {NEITHER}
    sign = MIXED if len(signs) > 1 else next(iter(signs), NEITHER)
    bearing = [tie.status for tie in ties if sign in (MIXED, tie.polarity)]
    # A mixed sign is as firm as the weaker of its two halves, every other one as firm as its firmest tie.
    if sign == MIXED:
        halves = ([tie.status for tie in ties if tie.polarity == half] for half in (WITH, AGAINST))
        return Alignment(other, sign, max((min(half, key=_firm) for half in halves), key=_firm))
    return Alignment(other, sign, min(bearing, key=_firm))


def _firm(status: str) -> int:
    return _FIRM[status]


def most_tied(dossier: Dossier, ties: Iterable[Tie], most: int) -> list[str]:
    """The actors with the most ties, at most so many, for a dossier that names no sides."""
    counts: dict[str, int] = {}
    for tie in ties:
        for end in dict.fromkeys(tie.ends):
            counts[end] = counts.get(end, 0) + 1
    known = [str(actor.id) for actor in dossier.tables["actors"] if actor.id in counts]
    return sorted(known, key=lambda one: -counts[one])[:most]
