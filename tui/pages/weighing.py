"""The balance of a dossier's ties for each choice of statuses switched in, each worked out once.

Small networks are worked out when asked for; a large one only by `weigh`, which may take seconds and belongs where
nobody waits. May not know who waits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress

from tui.dossier.balance.reading import Balance, balance
from tui.dossier.dossier import Dossier
from tui.dossier.pairs import TooManyPairs
from tui.dossier.scope import Scope
from tui.dossier.vocabulary import UNSETTLED

AT_ONCE = 200
"""Up to so many ties a balance is worked out when asked for: it takes a few milliseconds."""

Unsettled = frozenset[str]


class Weighing:
    """The balances of one dossier; `hopeless` once its ties turned out to join too many pairs of actors."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._known: dict[Unsettled, Balance] = {}
        self.hopeless = False

    def known(self, unsettled: Unsettled) -> Balance | None:
        """The balance with the statuses in `unsettled` switched in; None when it is large and not yet worked out."""
        if unsettled not in self._known and not self.hopeless and len(self._dossier.tables["alliances"]) <= AT_ONCE:
            with suppress(TooManyPairs):
                self.weigh(unsettled)
        return self._known.get(unsettled)

    def weigh(self, unsettled: Unsettled, stopped: Callable[[], bool] | None = None) -> Balance:
        """Work a balance out, however long it takes, or until `stopped` says so. Raises TooManyPairs."""
        found = self._known.get(unsettled)
        if found is None:
            try:
                found = balance(self._dossier, unsettled, stopped=stopped)
            except TooManyPairs:
                self.hopeless = True
                raise
            if stopped is None or not stopped():
                self._known[unsettled] = found
        return found

    def missing(self, scope: Scope) -> Iterator[Unsettled]:
        """The choices that the panel shows under `scope` and that `known` does not know."""
        for number, one in enumerate(choices(scope)):
            if self.known(one) is None and not self.hopeless and not (number and self.is_same(scope)):
                yield one

    def is_same(self, scope: Scope) -> bool:
        """Whether the balance is known and leaves nothing out that could be switched in, nor has anything in."""
        found = self.known(switched_in(scope))
        return found is not None and not (found.unsettled or found.left_out)


def switched_in(scope: Scope) -> Unsettled:
    """The unsettled statuses that a scope lets in."""
    return UNSETTLED - scope.statuses


def choices(scope: Scope) -> tuple[Unsettled, ...]:
    """The choice of a scope, and the one to compare it with: all unsettled ties switched in, or none."""
    chosen = switched_in(scope)
    return chosen, frozenset() if chosen else UNSETTLED
