"""The balance of a dossier's ties for each choice of unsettled statuses to include and of a moment, each computed once.

A balance that takes a moment is computed on request; any other only by `compute`, which may take seconds and belongs in
a worker. The number of ties does not tell which: fifty actors with random signs take longer than two hundred in order.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from tui.dossier.as_of import lifetimes_of
from tui.dossier.dossier import Dossier
from tui.dossier.network.balance import (
    BUDGET,
    Balance,
    By,
    Row,
    balance_over_time,
    compute_balance,
    compute_further,
    number_of_changes,
)
from tui.dossier.network.scope import Scope
from tui.dossier.network.signed_graph import TooManyPairs
from tui.dossier.values.dates import Date
from tui.dossier.values.vocabulary import UNSETTLED
from tui.pages.page import Page

MAX_TIES_AT_ONCE = 200
"""With more ties than these, no balance is attempted in full on request."""
MAX_TIES_OF_FIRST = 6_000
"""With more ties than these, not even a first answer is worked out on request."""
_BUDGET_AT_ONCE = 50_000
"""The steps an attempt may take: about ten milliseconds."""
_BUDGET_OF_FIRST = 1_000_000
"""The steps a first answer may take that is worked out aside: about a tenth of a second."""
_ROWS_AT_ONCE = 40
"""With more moments than these, the balance at all of them is not attempted on request."""
_MOST_CHANGES = 400
"""With more changes than these, the balance over time is worked out for the end of each year."""

_MOST = 48
"""The most balances that are kept, and the most first answers."""


class Choice(NamedTuple):
    """What a balance counts: settled ties and those with the unsettled statuses `included`, as of `moment`.

    Of these only what the query `facets` finds, with an empty one all.
    """

    included: frozenset[str] = frozenset()
    moment: Date | None = None
    facets: str = ""


class First(NamedTuple):
    """A first answer for a choice: what is certain of it before the search has ended."""

    choice: Choice


class History(NamedTuple):
    """The balance at all moments, of settled ties and those with the unsettled statuses `included`, and of `facets`."""

    included: frozenset[str] = frozenset()
    facets: str = ""


Task = Choice | First | History
"""What may take long, and is worked out aside."""


class Moments(NamedTuple):
    """The balance at all moments: `by` says which these are."""

    by: By
    rows: tuple[Row, ...]


class BalanceCache:
    """The latest balances of one dossier.

    `too_many_pairs` is set once its ties turn out to join too many pairs of actors. `pages` are the pages made of the
    balances, by the choice, the alternative that is compared with it, if any, and whether the search has ended.
    """

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._balances: dict[Choice, Balance] = {}
        self._first: dict[Choice, Balance] = {}
        self._rough: dict[Choice, Balance] = {}
        self._attempted: set[Choice] = set()
        self.too_many_pairs = False
        self.pages: dict[tuple[Choice, Choice | None, bool], Page] = {}
        self._histories: dict[History, Moments] = {}
        self._histories_attempted: set[History] = set()

    def get(self, choice: Choice) -> Balance | None:
        """The balance of a choice; None while it is slow and not computed yet."""
        if choice not in self._balances and choice not in self._attempted and not self.too_many_pairs:
            self._attempted.add(choice)
            if self._number_of_ties(choice) <= MAX_TIES_AT_ONCE:
                self._work_out(choice, _BUDGET_AT_ONCE)
        return self._balances.get(choice)

    def so_far(self, choice: Choice) -> Balance | None:
        """The balance of a choice, or its first answer while the search for it goes on; None while there is neither.

        Of a first answer all is certain but what it says of the smallest changes, unless these are all counted.
        """
        result = self.get(choice) or self._first.get(choice) or self._rough.get(choice)
        if result is None and not self.too_many_pairs and self._number_of_ties(choice) <= MAX_TIES_OF_FIRST:
            self._work_out(choice, _BUDGET_AT_ONCE, with_support=False)
            result = self._balances.get(choice) or self._rough.get(choice)
        return result

    def _number_of_ties(self, choice: Choice) -> int:
        scope = Scope(statuses=UNSETTLED - choice.included, moment=choice.moment, facets=choice.facets)
        return len(scope.ties(self._dossier))

    def _work_out(
        self,
        choice: Choice,
        budget: int = BUDGET,
        stopped: Callable[[], bool] | None = None,
        *,
        with_support: bool = True,
        in_full: bool = False,
    ) -> None:
        """Compute a balance within a budget, and keep it, or what is certain of it; nothing once it is `stopped`."""
        try:
            if (known := self._first.get(choice) or self._rough.get(choice)) is not None:
                result = compute_further(known, budget, stopped, with_support=with_support)
            else:
                result = compute_balance(
                    self._dossier, budget=budget, cancelled=stopped, with_support=with_support, **choice._asdict()
                )
        except TooManyPairs:
            self.too_many_pairs = True
            return
        if stopped is not None and stopped():
            return
        if in_full or result.complete:
            self._keep(choice, result)
        else:
            _keep_few(self._rough if budget <= _BUDGET_AT_ONCE else self._first, choice, result)
            self._drop_pages(choice)

    def compute(self, task: Choice | First, stopped: Callable[[], bool] | None = None) -> None:
        """Compute a balance or a first answer, however long it takes, or until `stopped` says so."""
        if isinstance(task, First):
            if task.choice not in self._first:
                self._work_out(task.choice, _BUDGET_OF_FIRST, stopped, with_support=False)
        elif task not in self._balances:
            self._work_out(task, stopped=stopped, in_full=True)

    def history(self, wanted: History) -> Moments | None:
        """The balance at all moments; None while it is slow and not computed yet."""
        if wanted not in self._histories_attempted and not self.too_many_pairs:
            self._histories_attempted.add(wanted)
            if not lifetimes_of(self._dossier).by_id:
                self._keep_history(wanted, Moments("change", ()))
                return self._histories[wanted]
            scope = Scope(statuses=UNSETTLED - wanted.included, facets=wanted.facets)
            if len(scope.ties(self._dossier)) <= MAX_TIES_AT_ONCE:
                found = balance_over_time(self._dossier, wanted.included, budget=_BUDGET_AT_ONCE, facets=wanted.facets)
                rows = tuple(islice(found, _ROWS_AT_ONCE + 1))
                if len(rows) <= _ROWS_AT_ONCE and all(row.exact for row in rows):
                    self._keep_history(wanted, Moments("change", rows))
        return self._histories.get(wanted)

    def compute_history(
        self, wanted: History, stopped: Callable[[], bool], told: Callable[[int, int], object] | None = None
    ) -> None:
        """Compute the balance at all moments, or until `stopped` says so; of very many, at the end of each year.

        `told` hears how many of how many moments are worked out.
        """
        try:
            changes = number_of_changes(self._dossier, wanted.included, wanted.facets)
            by: By = "change" if changes <= _MOST_CHANGES else "year"
            found = balance_over_time(
                self._dossier, wanted.included, by, cancelled=stopped, facets=wanted.facets, told=told
            )
            rows = tuple(found)
        except TooManyPairs:
            self.too_many_pairs = True
            return
        if not stopped():
            self._keep_history(wanted, Moments(by, rows))

    def _keep_history(self, wanted: History, moments: Moments) -> None:
        """Keep the balance at all moments; the pages made without it are dropped, and of too many the oldest."""
        while len(self._histories) >= _MOST:
            oldest = next(iter(self._histories))
            del self._histories[oldest]
            self._histories_attempted.discard(oldest)
        self._histories[wanted] = moments
        self.pages = {key: page for key, page in list(self.pages.items()) if history_of(key[0]) != wanted}

    def _keep(self, choice: Choice, result: Balance) -> None:
        """Keep a balance; of too many the oldest, and the pages made of it, are dropped."""
        self._first.pop(choice, None)
        self._rough.pop(choice, None)
        for gone in (choice, *_keep_few(self._balances, choice, result)):
            self._attempted.discard(gone)
            self._drop_pages(gone)

    def _drop_pages(self, choice: Choice) -> None:
        self.pages = {key: page for key, page in list(self.pages.items()) if choice not in key[:2]}

    def missing(self, scope: Scope, ahead: Iterable[Date] = ()) -> Iterator[Choice | First]:
        """The balance of a scope while it is not computed yet, after the first answers of it and of moments `ahead`."""
        if self.too_many_pairs:
            return
        chosen = choice_of(scope)
        self.so_far(chosen)
        for choice in (chosen, *(chosen._replace(moment=moment) for moment in ahead)):
            if choice not in self._balances and not self._has_first(choice) and not self.too_many_pairs:
                yield First(choice)
        if self.get(chosen) is None and not self.too_many_pairs:
            yield chosen

    def missing_later(self, scope: Scope, ahead: Iterable[Date] = ()) -> Iterator[Choice]:
        """What is compared with the balance of a scope, and the balances of moments `ahead`, if not computed yet."""
        if self.too_many_pairs:
            return
        chosen, compared = compared_choices(scope)
        if self.get(compared) is None and not self.has_no_alternative(scope):
            yield compared
        for choice in (chosen._replace(moment=moment) for moment in ahead):
            if choice not in self._balances:
                yield choice

    def _has_first(self, choice: Choice) -> bool:
        """Whether a first answer is worked out that is as good as it gets in a tenth of a second."""
        rough = self._rough.get(choice)
        return choice in self._first or (rough is not None and rough.frustration.all_listed)

    def missing_history(self, scope: Scope) -> History | None:
        """The balance at all moments, if the panel shows it under `scope` and it is not computed yet."""
        wanted = history_of(choice_of(scope))
        return wanted if self.history(wanted) is None and not self.too_many_pairs else None

    def has_no_alternative(self, scope: Scope) -> bool:
        """Whether the balance is known and no unsettled tie is included or left out, so there is none to compare."""
        result = self.get(choice_of(scope))
        if result is None:
            return False
        return not result.unsettled if result.included else not result.left_out


def _keep_few(balances: dict[Choice, Balance], choice: Choice, result: Balance) -> list[Choice]:
    """Keep a balance as the latest; return those that were dropped because there are too many."""
    balances.pop(choice, None)
    balances[choice] = result
    dropped = list(balances)[: max(0, len(balances) - _MOST)]
    for oldest in dropped:
        del balances[oldest]
    return dropped


def choice_of(scope: Scope) -> Choice:
    """The choice that a scope stands for."""
    return Choice(UNSETTLED - scope.statuses, scope.moment, scope.facets)


def history_of(choice: Choice) -> History:
    """What is counted at all moments as it is in a choice."""
    return History(choice.included, choice.facets)


def compared_choices(scope: Scope) -> tuple[Choice, Choice]:
    """The choice of a scope, and the one to compare it with: all unsettled ties included, or none."""
    chosen = choice_of(scope)
    return chosen, chosen._replace(included=frozenset() if chosen.included else UNSETTLED)
