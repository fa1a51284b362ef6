"""The balance of a dossier's ties for each choice of unsettled statuses to include and of a moment, each computed once.

A balance that takes a moment is computed on request; any other only by `compute`, which may take seconds and belongs in
a worker. The number of ties does not tell which: fifty actors with random signs take longer than two hundred in order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import NamedTuple

from tui.dossier.as_of import lifetimes_of
from tui.dossier.dossier import Dossier
from tui.dossier.network.balance import Balance, By, Row, balance_over_time, compute_balance, number_of_changes
from tui.dossier.network.scope import Scope
from tui.dossier.network.signed_graph import TooManyPairs
from tui.dossier.values.dates import Date
from tui.dossier.values.vocabulary import UNSETTLED
from tui.pages.page import Page

MAX_TIES_AT_ONCE = 200
"""With more ties than these, no balance is attempted on request."""
_BUDGET_AT_ONCE = 200_000
"""The steps an attempt may take: about ten milliseconds."""
_ROWS_AT_ONCE = 40
"""With more moments than these, the balance at all of them is not attempted on request."""
_MOST_CHANGES = 400
"""With more changes than these, the balance over time is worked out for the end of each year."""

_MOST = 48
"""The most balances that are kept."""


class Choice(NamedTuple):
    """What a balance counts: settled ties and those with the unsettled statuses `included`, as of `moment`."""

    included: frozenset[str] = frozenset()
    moment: Date | None = None


class History(NamedTuple):
    """The balance at all moments, of settled ties and those with the unsettled statuses `included`."""

    included: frozenset[str] = frozenset()


class Moments(NamedTuple):
    """The balance at all moments: `by` says which these are."""

    by: By
    rows: tuple[Row, ...]


class BalanceCache:
    """The latest balances of one dossier.

    `too_many_pairs` is set once its ties turn out to join too many pairs of actors. `pages` are the pages made of the
    balances, by the choice and the alternative that is compared with it, if any.
    """

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._balances: dict[Choice, Balance] = {}
        self._attempted: set[Choice] = set()
        self.too_many_pairs = False
        self.pages: dict[tuple[Choice, Choice | None], Page] = {}
        self._histories: dict[History, Moments] = {}
        self._histories_attempted: set[History] = set()

    def get(self, choice: Choice) -> Balance | None:
        """The balance of a choice; None while it is slow and not computed yet."""
        if choice not in self._balances and choice not in self._attempted and not self.too_many_pairs:
            self._attempt(choice)
        return self._balances.get(choice)

    def _attempt(self, choice: Choice) -> None:
        self._attempted.add(choice)
        scope = Scope(statuses=UNSETTLED - choice.included, moment=choice.moment)
        if len(scope.ties(self._dossier)) <= MAX_TIES_AT_ONCE:
            try:
                result = compute_balance(self._dossier, choice.included, _BUDGET_AT_ONCE, moment=choice.moment)
            except TooManyPairs:
                self.too_many_pairs = True
            else:
                if result.complete:
                    self._keep(choice, result)

    def compute(self, choice: Choice, stopped: Callable[[], bool] | None = None) -> Balance:
        """Compute a balance, however long it takes, or until `stopped` says so. Raises TooManyPairs."""
        result = self._balances.get(choice)
        if result is None:
            try:
                result = compute_balance(self._dossier, choice.included, cancelled=stopped, moment=choice.moment)
            except TooManyPairs:
                self.too_many_pairs = True
                raise
            if stopped is None or not stopped():
                self._keep(choice, result)
        return result

    def history(self, wanted: History) -> Moments | None:
        """The balance at all moments; None while it is slow and not computed yet."""
        if wanted not in self._histories_attempted and not self.too_many_pairs:
            self._histories_attempted.add(wanted)
            if not lifetimes_of(self._dossier).by_id:
                self._keep_history(wanted, Moments("change", ()))
            elif len(Scope(statuses=UNSETTLED - wanted.included).ties(self._dossier)) <= MAX_TIES_AT_ONCE:
                found = balance_over_time(self._dossier, wanted.included, budget=_BUDGET_AT_ONCE)
                rows = tuple(islice(found, _ROWS_AT_ONCE + 1))
                if len(rows) <= _ROWS_AT_ONCE and all(row.exact for row in rows):
                    self._keep_history(wanted, Moments("change", rows))
        return self._histories.get(wanted)

    def compute_history(self, wanted: History, stopped: Callable[[], bool]) -> None:
        """Compute the balance at all moments, or until `stopped` says so; of very many, at the end of each year."""
        by: By = "change" if number_of_changes(self._dossier, wanted.included) <= _MOST_CHANGES else "year"
        rows = tuple(balance_over_time(self._dossier, wanted.included, by, cancelled=stopped))
        if not stopped():
            self._keep_history(wanted, Moments(by, rows))

    def _keep_history(self, wanted: History, moments: Moments) -> None:
        """Keep the balance at all moments; the pages made without it are dropped."""
        self._histories[wanted] = moments
        self.pages = {choices: page for choices, page in self.pages.items() if choices[0].included != wanted.included}

    def _keep(self, choice: Choice, result: Balance) -> None:
        """Keep a balance; of too many, the oldest and the pages made of it are dropped."""
        while len(self._balances) >= _MOST:
            oldest = next(iter(self._balances))
            del self._balances[oldest]
            self._attempted.discard(oldest)
            self.pages = {choices: page for choices, page in self.pages.items() if oldest not in choices}
        self._balances[choice] = result

    def missing(self, scope: Scope) -> Iterator[Choice | History]:
        """What the panel shows under `scope` and is not computed yet."""
        chosen, compared = compared_choices(scope)
        if self.get(chosen) is None and not self.too_many_pairs:
            yield chosen
        if self.get(compared) is None and not self.too_many_pairs and not self.has_no_alternative(scope):
            yield compared
        if self.history(History(chosen.included)) is None and not self.too_many_pairs:
            yield History(chosen.included)

    def has_no_alternative(self, scope: Scope) -> bool:
        """Whether the balance is known and no unsettled tie is included or left out, so there is none to compare."""
        result = self.get(choice_of(scope))
        if result is None:
            return False
        return not result.unsettled if result.included else not result.left_out


def choice_of(scope: Scope) -> Choice:
    """The choice that a scope stands for."""
    return Choice(UNSETTLED - scope.statuses, scope.moment)


def compared_choices(scope: Scope) -> tuple[Choice, Choice]:
    """The choice of a scope, and the one to compare it with: all unsettled ties included, or none."""
    chosen = choice_of(scope)
    return chosen, chosen._replace(included=frozenset() if chosen.included else UNSETTLED)
