"""The balance of a dossier's ties for each choice of unsettled statuses to include, each computed once.

A balance that takes a moment is computed on request; any other only by `compute`, which may take seconds and belongs in
a worker. The number of ties does not tell which: fifty actors with random signs take longer than two hundred in order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tui.dossier.dossier import Dossier
from tui.dossier.network.balance import Balance, compute_balance
from tui.dossier.network.scope import Scope
from tui.dossier.network.signed_graph import TooManyPairs
from tui.dossier.values.vocabulary import UNSETTLED
from tui.pages.page import Page

MAX_TIES_AT_ONCE = 200
"""With more ties than these, no balance is attempted on request."""
_BUDGET_AT_ONCE = 200_000
"""The steps an attempt may take: about ten milliseconds."""

Statuses = frozenset[str]


class BalanceCache:
    """The balances of one dossier. `too_many_pairs` is set once its ties turn out to join too many pairs of actors.

    `pages` are the pages made of them, by the statuses included and those of the alternative that is compared, if any.
    """

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._balances: dict[Statuses, Balance] = {}
        self._attempted: set[Statuses] = set()
        self.too_many_pairs = False
        self.pages: dict[tuple[Statuses, Statuses | None], Page] = {}

    def get(self, included: Statuses) -> Balance | None:
        """The balance with the unsettled statuses `included`; None while it is slow and not computed yet."""
        if included not in self._balances and included not in self._attempted and not self.too_many_pairs:
            self._attempt(included)
        return self._balances.get(included)

    def _attempt(self, included: Statuses) -> None:
        self._attempted.add(included)
        if len(self._dossier.tables["alliances"]) <= MAX_TIES_AT_ONCE:
            try:
                result = compute_balance(self._dossier, included, _BUDGET_AT_ONCE)
            except TooManyPairs:
                self.too_many_pairs = True
            else:
                if result.complete:
                    self._balances[included] = result

    def compute(self, included: Statuses, stopped: Callable[[], bool] | None = None) -> Balance:
        """Compute a balance, however long it takes, or until `stopped` says so. Raises TooManyPairs."""
        result = self._balances.get(included)
        if result is None:
            try:
                result = compute_balance(self._dossier, included, cancelled=stopped)
            except TooManyPairs:
                self.too_many_pairs = True
                raise
            if stopped is None or not stopped():
                self._balances[included] = result
        return result

    def missing(self, scope: Scope) -> Iterator[Statuses]:
        """The choices that the panel shows under `scope` and that are not computed yet."""
        chosen, compared = compared_choices(scope)
        if self.get(chosen) is None and not self.too_many_pairs:
            yield chosen
        if self.get(compared) is None and not self.too_many_pairs and not self.has_no_alternative(scope):
            yield compared

    def has_no_alternative(self, scope: Scope) -> bool:
        """Whether the balance is known and no unsettled tie is included or left out, so there is none to compare."""
        result = self.get(included_statuses(scope))
        if result is None:
            return False
        return not result.unsettled if result.included else not result.left_out


def included_statuses(scope: Scope) -> Statuses:
    """The unsettled statuses that a scope admits."""
    return UNSETTLED - scope.statuses


def compared_choices(scope: Scope) -> tuple[Statuses, Statuses]:
    """The choice of a scope, and the one to compare it with: all unsettled ties included, or none."""
    chosen = included_statuses(scope)
    return chosen, frozenset() if chosen else UNSETTLED
