"""The signed network of a dossier: which ties are admitted, and what they make of each two actors.

Membership of a bloc has no sign, so it ties a member to the bloc and never two members to each other. May not know
which view asks, nor which actors are states.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple, cast

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Tie
from tui.dossier.values.vocabulary import NEITHER, UNSETTLED

Ends = tuple[str, str]
"""Two different actors by id, the one that sorts first in front."""

MIXED = "mixed"
"""The sign of a pair that is tied with and against each other; it is never averaged."""

MOST_PAIRS = 200_000
"""A tie between many actors ties every two of them; a network of more pairs than these is not made."""


class TooManyPairs(ValueError):
    """The ties join more pairs of actors than `MOST_PAIRS`."""


class Pair(NamedTuple):
    """Two actors and their signed ties, by id in file order. `sign` is WITH, AGAINST or MIXED."""

    ends: Ends
    ties: tuple[str, ...]
    sign: str


def ends_of(one: str, other: str) -> Ends:
    """The key of two actors, whichever is named first."""
    return (one, other) if one < other else (other, one)


def ties_of(dossier: Dossier) -> tuple[Tie, ...]:
    """All ties of a dossier, in file order."""
    return cast("tuple[Tie, ...]", dossier.tables["alliances"])


def admitted(dossier: Dossier, unsettled: frozenset[str] = frozenset()) -> list[Tie]:
    """The ties that count, with or without a sign: all but contested, denied and inferred ones, save for those in
    `unsettled`, which are switched in."""
    out = UNSETTLED - unsettled
    return [tie for tie in ties_of(dossier) if tie.status not in out]


def left_out(dossier: Dossier, unsettled: frozenset[str] = frozenset(), *, signed: bool = False) -> dict[str, int]:
    """Status -> number of the ties that do not count while `unsettled` are switched in; no status with none of them.

    With `signed` only ties that have a sign are counted, as the others would change no reading of signs.
    """
    found: dict[str, int] = {}
    for tie in ties_of(dossier):
        if tie.status in UNSETTLED - unsettled and (tie.polarity != NEITHER or not signed):
            found[tie.status] = found.get(tie.status, 0) + 1
    return {status: found[status] for status in sorted(found)}


def joined_by(tie: Tie) -> Iterator[Ends]:
    """Every two actors that a tie joins, each once; an actor is never joined to itself."""
    for one, other in combinations(dict.fromkeys(tie.ends), 2):
        yield ends_of(one, other)


def pairs(ties: Iterable[Tie]) -> dict[Ends, Pair]:
    """The signed pairs that the ties make, in the order in which they first appear.

    A tie without a sign makes none. Raises TooManyPairs.
    """
    signed = [tie for tie in ties if tie.polarity != NEITHER]
    if sum(len(tie.ends) * (len(tie.ends) - 1) // 2 for tie in signed) > MOST_PAIRS:
        raise TooManyPairs(f"the ties join more than {MOST_PAIRS:,} pairs of actors")
    found: dict[Ends, list[Tie]] = {}
    for tie in signed:
        for ends in joined_by(tie):
            found.setdefault(ends, []).append(tie)
    return {ends: Pair(ends, tuple(tie.id for tie in held), sign_of(held)) for ends, held in found.items()}


def sign_of(ties: Iterable[Tie]) -> str:
    """What several ties of one pair make of it: WITH, AGAINST or MIXED; NEITHER when none of them has a sign."""
    signs = {tie.polarity for tie in ties} - {NEITHER}
    return MIXED if len(signs) > 1 else min(signs, default=NEITHER)
