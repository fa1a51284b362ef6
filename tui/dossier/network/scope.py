"""Which ties a diagram or an analysis counts: kinds, statuses, sides and the moment, as the reader has chosen."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from typing import NamedTuple

from tui.dossier.as_of import AsOf, as_of, default_moment
from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Tie, counted_as
from tui.dossier.once import once_per_dossier
from tui.dossier.values.dates import Date
from tui.dossier.values.lifetimes import State
from tui.dossier.values.vocabulary import NEITHER, STATUSES, UNSETTLED


class Scope(NamedTuple):
    """What is left out; by default ties that are not settled, and nothing else.

    `kinds`: tie kinds left out. `statuses`: those that the ties left out are counted as. `sides`: when there are any,
    only ties with an end that is one of these actors or belongs to its side are counted. `moment`: only ties that are
    there at that date are counted; with None all that ever were. `facets`: a query of values chosen in fields
    (`sign:against year:1956`); only ties that it finds are counted.
    """

    kinds: frozenset[str] = frozenset()
    statuses: frozenset[str] = UNSETTLED
    sides: frozenset[str] = frozenset()
    moment: Date | None = None
    facets: str = ""

    def admits(self, dossier: Dossier, tie: Tie) -> bool:
        """Return whether a tie is counted."""
        return bool(self.counted(dossier, (tie,)))

    def counted(self, dossier: Dossier, ties: Iterable[Tie]) -> list[Tie]:
        """Return those of some ties that are counted, in their order.

        A tie between more than two actors is counted for those of them that are there at the moment.
        """
        return self._without_moment(dossier, self.as_of(dossier).ties(ties))

    def _without_moment(self, dossier: Dossier, ties: Iterable[Tie]) -> list[Tie]:
        kinds, statuses = self.kinds, self.statuses
        counted = [tie for tie in ties if counted_as(tie) not in statuses and tie.kind not in kinds]
        if self.sides:
            counted = [tie for tie in counted if not self.sides.isdisjoint(sides_of(dossier, tie))]
        return list(filter(_finds(dossier, self.facets), counted)) if self.facets else counted

    def as_of(self, dossier: Dossier) -> AsOf:
        """Return the dossier at the moment of the scope."""
        return as_of(dossier, self.moment)

    def ties(self, dossier: Dossier) -> list[Tie]:
        """Return the ties that are counted, in file order; the list is kept, and not to be changed."""
        return _ties(dossier, self)

    def left_out(self, dossier: Dossier, *, signed: bool = False) -> dict[str, int]:
        """Return status -> number of ties that only their status keeps out, in the order of the vocabulary.

        With `signed`, ties without a sign are not counted.
        """
        by_status = self.left_out_ties(dossier)
        counts = {
            status: sum(tie.polarity != NEITHER or not signed for tie in ties) for status, ties in by_status.items()
        }
        return {status: count for status, count in counts.items() if count}

    def left_out_ties(self, dossier: Dossier) -> dict[str, list[Tie]]:
        """Return status -> the ties that only their status keeps out, in the order of the vocabulary; read only."""
        return _left_out(dossier, self)

    def unsettled_left_out(self, dossier: Dossier) -> list[Tie]:
        """Return the unsettled ties that only their status keeps out, in file order; to be read only."""
        return _unsettled_left_out(dossier, self)


@once_per_dossier
def _finds(dossier: Dossier, facets: str) -> Callable[[Tie], bool]:
    """Whether a tie is found by a query."""
    from tui.dossier.search.filter import Filter
    from tui.dossier.search.index import Item
    from tui.dossier.search.query import parse_query

    admits = Filter(dossier, parse_query(facets)).admits
    return lambda tie: admits(Item(tie.id, tie))


@once_per_dossier
def _unsettled_left_out(dossier: Dossier, scope: Scope) -> list[Tie]:
    unsettled = {tie.id for status, ties in scope.left_out_ties(dossier).items() if status in UNSETTLED for tie in ties}
    return [tie for tie in scope._replace(statuses=frozenset()).ties(dossier) if tie.id in unsettled]


@once_per_dossier
def _ties(dossier: Dossier, scope: Scope) -> list[Tie]:
    return scope._without_moment(dossier, present_ties(dossier, scope.moment))


@once_per_dossier
def _left_out(dossier: Dossier, scope: Scope) -> dict[str, list[Tie]]:
    return by_status(scope._replace(statuses=frozenset()).ties(dossier), scope.statuses)


def by_status(ties: Iterable[Tie], statuses: Collection[str]) -> dict[str, list[Tie]]:
    """Return status -> those of some ties that are counted as it, of these statuses, in the order of the vocabulary."""
    found: dict[str, list[Tie]] = {status: [] for status in STATUSES if status in statuses}
    for tie in ties:
        if (status := counted_as(tie)) in found:
            found[status].append(tie)
    return {status: counted for status, counted in found.items() if counted}


@once_per_dossier
def counted_states(dossier: Dossier, scope: Scope) -> Counter[State]:
    """Return how many of the ties that a scope counts are in each state at its moment; nothing outside of time."""
    return scope.as_of(dossier).states(tie.id for tie in scope.ties(dossier))


@once_per_dossier
def present_ties(dossier: Dossier, moment: Date | None) -> list[Tie]:
    """Return the ties that are there at a moment, whatever their kind and status; the list is not to be changed."""
    return as_of(dossier, moment).ties(dossier.records_of(Tie))


@once_per_dossier
def tie_states(dossier: Dossier, moment: Date | None) -> Counter[State]:
    """Return how many of all ties are in each state at a moment; nothing outside of time."""
    return as_of(dossier, moment).states(tie.id for tie in dossier.records_of(Tie))


DEFAULT_SCOPE = Scope()
"""All settled ties that ever were."""


def present_scope(dossier: Dossier) -> Scope:
    """Return the scope that a dossier opens with: its settled ties, as of its own date."""
    return Scope(moment=default_moment(dossier))


def sides_of(dossier: Dossier, tie: Tie) -> set[str]:
    """Return the actors that are ends of a tie, and the sides that its ends belong to."""
    touched: set[str] = set(tie.ends)
    for end in tie.ends:
        actor = dossier.actor(end)
        if actor is not None and actor.side:
            touched.add(actor.side)
    return touched
