"""Which actors are with another and which against it, by their own ties alone; memberships and sides prove nothing."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Tie, counted_as
from tui.dossier.network.signed_graph import MIXED, sign_of
from tui.dossier.values.vocabulary import AGAINST, NEITHER, STATUSES, WITH

SIGNS = (WITH, AGAINST, MIXED, NEITHER)
"""The signs of an alignment, in the order in which they are listed."""


class Alignment(NamedTuple):
    """The relation of an actor to the one it is listed for: a sign, and the firmest status that supports it."""

    actor: str
    sign: str
    status: str


def alignments(ties: Iterable[Tie], actors: Iterable[str]) -> dict[str, list[Alignment]]:
    """Return actor -> the actors it is tied to by `ties`, each once, in the order of the ties."""
    ties_of: dict[str, dict[str, list[Tie]]] = {actor: {} for actor in actors}
    for tie in ties:
        ends = dict.fromkeys(tie.ends)
        for actor in ties_of.keys() & ends.keys():
            for counterpart in ends:
                if counterpart != actor:
                    ties_of[actor].setdefault(counterpart, []).append(tie)
    return {
        actor: [_alignment(counterpart, shared) for counterpart, shared in counterparts.items()]
        for actor, counterparts in ties_of.items()
    }


def _alignment(actor: str, ties: list[Tie]) -> Alignment:
    return Alignment(actor, sign_of(ties), firmness(ties))


def firmness(ties: Collection[Tie]) -> str:
    """Return the status on which the sign of some ties of one pair rests.

    A sign is as firm as the firmest tie that gives it, and a mixed sign as firm as the weaker of its halves.
    """
    statuses = {counted_as(tie) for tie in ties}
    if len(statuses) == 1:
        return statuses.pop()
    sign = sign_of(ties)
    halves = (WITH, AGAINST) if sign == MIXED else (sign,)
    firmest = [min((counted_as(tie) for tie in ties if tie.polarity == half), key=STATUSES.index) for half in halves]
    return max(firmest, key=STATUSES.index)


def most_tied(dossier: Dossier, ties: Iterable[Tie], limit: int) -> list[str]:
    """Return the actors with the most ties, at most `limit`, for a dossier that names no sides."""
    counts: dict[str, int] = {}
    for tie in ties:
        for end in dict.fromkeys(tie.ends):
            counts[end] = counts.get(end, 0) + 1
    tied = [str(actor.id) for actor in dossier.tables["actors"] if actor.id in counts]
    return sorted(tied, key=lambda actor: -counts[actor])[:limit]
