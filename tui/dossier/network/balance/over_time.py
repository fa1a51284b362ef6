"""The balance of a dossier from one moment to the next, and what changed between them.

Each row is what `compute_balance` says of a single day. A step costs what it changes: the triangles are counted on from
those of the row before, and parts of the network whose pairs have the same signs are not solved again.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple

from tui.dossier.dossier import Dossier
from tui.dossier.network.balance.best_splits import Camps
from tui.dossier.network.balance.budget import Allowance
from tui.dossier.network.balance.dated_pairs import DatedPairs, Step
from tui.dossier.network.balance.running_census import RunningCensus
from tui.dossier.network.balance.running_index import RunningIndex
from tui.dossier.network.balance.running_parts import RunningParts
from tui.dossier.network.balance.triangles import BALANCED_KINDS
from tui.dossier.network.scope import Scope
from tui.dossier.network.signed_graph import Ends
from tui.dossier.values.dates import Date, day_number, numbered_day, parse_date
from tui.dossier.values.vocabulary import UNSETTLED

By = Literal["change", "year", "month"]
"""Which days have a row: those on which something that counts begins or is gone, or the last of each year or month."""

BUDGET_OF_ALL = 200_000_000
"""Edges visited for all rows: less than half a minute. What earlier rows do not need is shared by the later ones."""
BUDGET_OF_ROW = 4_000_000
"""The most edges visited for one row before its frustration index is left a range: some half a second."""
_LEAST = 500_000
"""The fewest edges that are worth a search after one that was cut short; rows before it have the bounds that follow."""
_FIRST, _LAST = day_number((-9999, 1, 1)), day_number((9999, 12, 31))
"""The first and the last day that a row is made for."""


class Row(NamedTuple):
    """The balance on one day, and the step to it from the row before, or from the day before the first change.

    `actors` and `ties` are the numbers of those in the pairs that are counted, `mixed` that of the pairs that are not.
    `triangles`: kind -> number. The frustration index lies between `low` and `high`. `camps` are those of each part as
    far as all equally good splits agree, `either_camp` the other actors of each; where the index is not known, `camps`
    are those of the best split found. Of the signed ties that are there,
    `undated` have no date, and `perhaps` are there only perhaps.
    """

    date: Date
    actors: int
    ties: int
    mixed: int
    triangles: dict[str, int]
    low: int
    high: int
    camps: tuple[Camps, ...]
    either_camp: tuple[tuple[str, ...], ...]
    undated: int
    perhaps: int
    step: Step

    @property
    def exact(self) -> bool:
        """Whether the frustration index is known."""
        return self.low == self.high

    @property
    def total(self) -> int:
        """The number of triangles."""
        return sum(self.triangles.values())

    @property
    def unbalanced(self) -> int:
        """The number of unbalanced triangles."""
        return self.total - sum(self.triangles[kind] for kind in BALANCED_KINDS)

    @property
    def balanced_share(self) -> float | None:
        """The share of balanced triangles, from 0 to 1; None when there is no triangle."""
        return (self.total - self.unbalanced) / self.total if self.total else None


def balance_over_time(
    dossier: Dossier,
    included: frozenset[str] = frozenset(),
    by: By = "change",
    budget: int = BUDGET_OF_ALL,
    cancelled: Callable[[], bool] | None = None,
    facets: str = "",
    told: Callable[[int, int], object] | None = None,
) -> Iterator[Row]:
    """Yield the balance at each moment, with the unsettled statuses in `included` counted, from the first change on.

    Only ties that the query `facets` finds are counted, with an empty one all.

    Each row may take its share of the `budget` that the rows before it leave, `BUDGET_OF_ROW` at most. Ends early when
    `cancelled` returns True. There are no rows where nothing that counts has a date. `told` hears before each row how
    many there are already, and how many there will be. Raises TooManyPairs.
    """
    pairs = DatedPairs(dossier, Scope(statuses=UNSETTLED - included, facets=facets))
    order = [actor.id for actor in dossier.tables["actors"]]
    days = list(_days(pairs.changes, by))
    state = _State(pairs, order, Allowance(budget, len(days), BUDGET_OF_ROW, _LEAST, cancelled))
    row: Row | None = None
    for number, day in enumerate(days):
        if told is not None:
            told(number, len(days))
        step = pairs.step(day)
        row = state.row(_date(day), step, row)
        if cancelled is not None and cancelled():
            return
        yield row


def number_of_changes(dossier: Dossier, included: frozenset[str] = frozenset(), facets: str = "") -> int:
    """Return how many rows there are by change. Raises TooManyPairs."""
    return len(DatedPairs(dossier, Scope(statuses=UNSETTLED - included, facets=facets)).changes)


class _State:
    """What goes from row to row: the census, the bounds of the index, and the parts as solved."""

    def __init__(self, pairs: DatedPairs, order: Sequence[str], allowance: Allowance) -> None:
        self._pairs, self._allowance = pairs, allowance
        self._census, self._index = RunningCensus(), RunningIndex()
        self._parts = RunningParts(self._index, order)
        for pair in pairs.pairs():
            self._turn(pair.ends, "", pair.sign)
        members = self._index.members()
        self._index.mend(actor for actor in order if actor in members)

    def _turn(self, ends: Ends, before: str, after: str) -> None:
        self._census.change(ends, before, after)
        self._index.change(ends, before, after)

    def row(self, date: Date, step: Step, before: Row | None) -> Row:
        was_exact = self._index.exact
        for turn in step.signs:
            self._turn(*turn)
        undated, perhaps = len(self._pairs.undated), len(self._pairs.perhaps)
        budget = self._allowance.budget(is_hard=not was_exact)
        if before is not None and step == Step():
            return before._replace(date=date, undated=undated, perhaps=perhaps, step=step)
        ties, mixed = self._pairs.counted_ties, self._pairs.mixed
        if before is not None and not step.signs:
            return before._replace(date=date, ties=ties, mixed=mixed, undated=undated, perhaps=perhaps, step=step)
        touched = dict.fromkeys(end for turn in step.signs for end in turn.ends)
        self._index.mend(touched)
        parts = self._parts.solve(touched.keys(), budget)
        if budget is not None:
            self._allowance.spend(budget)
        return Row(
            date,
            sum(len(part.actors) for part in parts),
            ties,
            mixed,
            dict(self._census.counts),
            self._index.low,
            self._index.high,
            tuple(part.camps for part in parts),
            tuple(part.either_camp for part in parts),
            undated,
            perhaps,
            step,
        )


def _days(changes: list[int], by: By) -> Iterator[int]:
    """Yield the days that have a row, by number."""
    days = sorted({max(day, _FIRST) for day in changes if day <= _LAST})
    if by == "change" or not days:
        yield from days
        return
    (year, month, _), (last_year, last_month, _) = numbered_day(days[0]), numbered_day(days[-1])
    every = range(year * 12, last_year * 12 + 1, 12) if by == "year" else None
    for first in every or range(year * 12 + month - 1, last_year * 12 + last_month):
        after, month_after = divmod(first + (12 if by == "year" else 1), 12)
        yield day_number((after, month_after + 1, 1)) - 1


def _date(day: int) -> Date:
    year, month, day_of_month = numbered_day(day)
    return parse_date(f"{'-' * (year < 0)}{abs(year):04}-{month:02}-{day_of_month:02}")
