"""The balance of a dossier's ties for each choice of statuses switched in, each worked out once.

What takes a moment is worked out when asked for; all else only by `weigh`, which may take seconds and belongs where
nobody waits. How many ties there are does not tell: fifty actors with signs at random take longer than two hundred in
order. May not know who waits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tui.dossier.dossier import Dossier
from tui.dossier.network.balance import Balance, compute_balance
from tui.dossier.network.scope import Scope
from tui.dossier.network.signed_graph import TooManyPairs
from tui.dossier.values.vocabulary import UNSETTLED

AT_ONCE = 200
"""With more ties than these a balance is not tried when asked for."""
_MOMENT = 200_000
"""The steps it may then take; some ten milliseconds."""

Unsettled = frozenset[str]


class BalanceCache:
    """The balances of one dossier; `hopeless` once its ties turned out to join too many pairs of actors."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._known: dict[Unsettled, Balance] = {}
        self._long: set[Unsettled] = set()
        self.hopeless = False

    def known(self, unsettled: Unsettled) -> Balance | None:
        """The balance with the statuses in `unsettled` switched in; None while it takes long and is not worked out."""
        if unsettled not in self._known and unsettled not in self._long and not self.hopeless:
            self._try(unsettled)
        return self._known.get(unsettled)

    def _try(self, unsettled: Unsettled) -> None:
        self._long.add(unsettled)
        if len(self._dossier.tables["alliances"]) <= AT_ONCE:
            try:
                found = compute_balance(self._dossier, unsettled, _MOMENT)
            except TooManyPairs:
                self.hopeless = True
            else:
                if found.frustration.exact:
                    self._known[unsettled] = found

    def weigh(self, unsettled: Unsettled, stopped: Callable[[], bool] | None = None) -> Balance:
        """Work a balance out, however long it takes, or until `stopped` says so. Raises TooManyPairs."""
        found = self._known.get(unsettled)
        if found is None:
            try:
                found = compute_balance(self._dossier, unsettled, cancelled=stopped)
            except TooManyPairs:
                self.hopeless = True
                raise
            if stopped is None or not stopped():
                self._known[unsettled] = found
        return found

    def missing(self, scope: Scope) -> Iterator[Unsettled]:
        """The choices that the panel shows under `scope` and that `known` does not know."""
        for number, one in enumerate(compared_choices(scope)):
            if self.known(one) is None and not self.hopeless and not (number and self.is_same(scope)):
                yield one

    def is_same(self, scope: Scope) -> bool:
        """Whether the balance is known and leaves nothing out that could be switched in, nor has anything in."""
        found = self.known(included_statuses(scope))
        return found is not None and not (found.included or found.left_out)


def included_statuses(scope: Scope) -> Unsettled:
    """The unsettled statuses that a scope lets in."""
    return UNSETTLED - scope.statuses


def compared_choices(scope: Scope) -> tuple[Unsettled, ...]:
    """The choice of a scope, and the one to compare it with: all unsettled ties switched in, or none."""
    chosen = included_statuses(scope)
    return chosen, frozenset() if chosen else UNSETTLED
