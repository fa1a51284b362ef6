"""The signed graph of a dossier's ties: each two actors that a signed tie joins, and the sign of the pair.

Membership of a bloc has no sign, so it ties a member to the bloc and never two members to each other.
"""

from collections.abc import Iterable
from itertools import combinations
from typing import NamedTuple

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Tie
from tui.dossier.network.scope import Scope
from tui.dossier.once import once_per_dossier
from tui.dossier.values.vocabulary import NEITHER

Ends = tuple[str, str]
"""Two different actors by id, in alphabetical order."""

MIXED = "mixed"
"""The sign of a pair that is tied with and against each other; it is never averaged."""

MAX_PAIRS = 200_000
"""A tie between many actors joins every two of them; a network of more pairs than these is refused."""


class TooManyPairs(ValueError):
    """The ties join more pairs of actors than `MAX_PAIRS`."""


class Pair(NamedTuple):
    """Two actors and the ids of their signed ties, in file order. `sign` is WITH, AGAINST or MIXED."""

    ends: Ends
    ties: tuple[str, ...]
    sign: str


def ends_of(first: str, second: str) -> Ends:
    """Return the key of two actors, whichever is named first."""
    return (first, second) if first < second else (second, first)


def signed_pairs(ties: Iterable[Tie]) -> dict[Ends, Pair]:
    """Return the pairs that signed ties join, in order of their first tie. Raises TooManyPairs."""
    ties_by_ends = ties_by_pair(tie for tie in ties if tie.polarity != NEITHER)
    return {ends: _pair(ends, tied) for ends, tied in ties_by_ends.items()}


def _pair(ends: Ends, ties: list[Tie]) -> Pair:
    if len(ties) == 1:
        return Pair(ends, (ties[0].id,), ties[0].polarity)
    return Pair(ends, tuple([tie.id for tie in ties]), sign_of(ties))


def ties_by_pair(ties: Iterable[Tie]) -> dict[Ends, list[Tie]]:
    """Return the ties of every two actors that they join, in order of their first tie. Raises TooManyPairs.

    An actor is never joined to itself.
    """
    with_ends = [(tie, tie.ends) for tie in ties]
    if sum([len(ends) * (len(ends) - 1) // 2 for _, ends in with_ends]) > MAX_PAIRS:
        raise TooManyPairs(f"the ties join more than {MAX_PAIRS:,} pairs of actors")
    ties_by_ends: dict[Ends, list[Tie]] = {}
    for tie, ends in with_ends:
        if len(ends) == 2:
            first, second = ends
            if first != second:
                ties_by_ends.setdefault((first, second) if first < second else (second, first), []).append(tie)
        else:
            for first, second in combinations(dict.fromkeys(ends), 2):
                ties_by_ends.setdefault(ends_of(first, second), []).append(tie)
    return ties_by_ends


@once_per_dossier
def counted_pairs(dossier: Dossier, scope: Scope) -> dict[Ends, Pair]:
    """Return the pairs that the signed ties in a scope join, as `signed_pairs`. Raises TooManyPairs."""
    return signed_pairs(scope.ties(dossier))


@once_per_dossier
def unsigned_pairs(dossier: Dossier, scope: Scope) -> dict[Ends, list[Tie]]:
    """Return the ties of the pairs that ties in a scope join, none of which has a sign. Raises TooManyPairs."""
    signed = counted_pairs(dossier, scope)
    unsigned = ties_by_pair(tie for tie in scope.ties(dossier) if tie.polarity == NEITHER)
    return {ends: ties for ends, ties in unsigned.items() if ends not in signed}


def sign_of(ties: Iterable[Tie]) -> str:
    """Return the sign of all ties of one pair: WITH, AGAINST or MIXED; NEITHER when none of them has a sign."""
    signs = {tie.polarity for tie in ties}
    signs.discard(NEITHER)
    return MIXED if len(signs) > 1 else min(signs, default=NEITHER)
