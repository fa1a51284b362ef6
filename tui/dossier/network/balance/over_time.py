"""The balance of a dossier from one moment to the next, and what changed between them.

Each row is what `compute_balance` says of a single day. A step costs what it changes: the triangles are counted on from
those of the row before, and parts of the network whose pairs have the same signs are not solved again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple

from tui.dossier.dossier import Dossier
from tui.dossier.network.balance.best_splits import Camps, best_splits
from tui.dossier.network.balance.budget import Budget
from tui.dossier.network.balance.dated_pairs import DatedPairs, Step
from tui.dossier.network.balance.frustration import Component, Signed, signed_ends, solved_components
from tui.dossier.network.balance.parts import Network, connected_parts
from tui.dossier.network.balance.running_census import RunningCensus
from tui.dossier.network.balance.triangles import BALANCED_KINDS
from tui.dossier.network.scope import Scope
from tui.dossier.network.signed_graph import MIXED
from tui.dossier.values.dates import Date, day_number, numbered_day, parse_date
from tui.dossier.values.vocabulary import UNSETTLED

By = Literal["change", "year", "month"]
"""Which days have a row: those on which something that counts begins or is gone, or the last of each year or month."""

BUDGET_OF_ALL = 200_000_000
"""Edges visited for all rows: less than half a minute. What earlier rows do not need is shared by the later ones."""
BUDGET_OF_ROW = 4_000_000
"""The most edges visited for one row before its frustration index is left a range: some half a second."""
_FIRST, _LAST = day_number((-9999, 1, 1)), day_number((9999, 12, 31))
"""The first and the last day that a row is made for."""


class Row(NamedTuple):
    """The balance on one day, and the step to it from the row before, or from the day before the first change.

    `actors` and `ties` are the numbers of those in the pairs that are counted, `mixed` that of the pairs that are not.
    `triangles`: kind -> number. The frustration index lies between `low` and `high`. `camps` are those of each part as
    far as all equally good splits agree, `either_camp` the other actors of each. Of the signed ties that are there,
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
) -> Iterator[Row]:
    """Yield the balance at each moment, with the unsettled statuses in `included` counted, from the first change on.

    Each row may take its share of the `budget` that the rows before it leave, `BUDGET_OF_ROW` at most. Ends early when
    `cancelled` returns True. There are no rows where nothing that counts has a date. Raises TooManyPairs.
    """
    pairs = DatedPairs(dossier, Scope(statuses=UNSETTLED - included))
    order = [actor.id for actor in dossier.tables["actors"]]
    state = _State(pairs, order)
    row: Row | None = None
    days = list(_days(pairs.changes, by))
    for number, day in enumerate(days):
        step = pairs.step(day)
        share = min(budget // (len(days) - number), BUDGET_OF_ROW)
        work = Budget(share, cancelled)
        row = state.row(_date(day), step, row, work)
        budget -= share - max(work.left, 0)
        if cancelled is not None and cancelled():
            return
        yield row


def number_of_changes(dossier: Dossier, included: frozenset[str] = frozenset()) -> int:
    """Return how many rows there are by change. Raises TooManyPairs."""
    return len(DatedPairs(dossier, Scope(statuses=UNSETTLED - included)).changes)


class _State:
    """What goes from row to row: the census, and the solutions of the row before."""

    def __init__(self, pairs: DatedPairs, order: Sequence[str]) -> None:
        self._pairs, self._order = pairs, order
        self._census = RunningCensus()
        for pair in pairs.pairs():
            self._census.change(pair.ends, "", pair.sign)
        self._parts: dict[frozenset[Signed], _Part] = {}
        self._components: dict[frozenset[Signed], Component] = {}

    def row(self, date: Date, step: Step, before: Row | None, budget: Budget) -> Row:
        for turn in step.signs:
            self._census.change(*turn)
        undated, perhaps = len(self._pairs.undated), len(self._pairs.perhaps)
        if before is not None and step == Step():
            return before._replace(date=date, undated=undated, perhaps=perhaps, step=step)
        every = self._pairs.pairs()
        counted = [pair for pair in every if pair.sign != MIXED]
        ties = len({tie for pair in counted for tie in pair.ties})
        mixed = len(every) - len(counted)
        if before is not None and not step.signs:
            return before._replace(date=date, ties=ties, mixed=mixed, undated=undated, perhaps=perhaps, step=step)
        members = {end for pair in counted for end in pair.ends}
        actors = [actor for actor in self._order if actor in members]
        parts = self._solved(connected_parts(actors, counted), budget)
        return Row(
            date,
            len(actors),
            ties,
            mixed,
            dict(self._census.counts),
            sum(part.low for part in parts),
            sum(part.high for part in parts),
            tuple(part.camps for part in parts),
            tuple(part.either_camp for part in parts),
            undated,
            perhaps,
            step,
        )

    def _solved(self, networks: list[Network], budget: Budget) -> list[_Part]:
        """Solve each part, the small ones first, or take it from the row before."""
        components: dict[frozenset[Signed], Component] = {}
        solved: dict[frozenset[Signed], _Part] = {}
        keys = [signed_ends(network.pairs) for network in networks]
        for key, network in reversed(list(zip(keys, networks, strict=True))):
            solved[key] = self._parts.get(key) or self._part(network, budget)
            components |= {signed_ends(component.pairs): component for component in solved[key].components}
        self._parts, self._components = solved, components
        return [solved[key] for key in keys]

    def _part(self, network: Network, budget: Budget) -> _Part:
        components = solved_components(network.pairs, budget, known=self._components)
        best = best_splits(network.actors, network.pairs, components)
        placed = frozenset(actor for camp in best.camps for actor in camp)
        return _Part(
            tuple(components),
            sum(component.frustration.low for component in components),
            sum(component.frustration.high for component in components),
            best.camps,
            tuple(actor for actor in network.actors if actor not in placed),
        )


class _Part(NamedTuple):
    """A connected part of one row, as solved."""

    components: tuple[Component, ...]
    low: int
    high: int
    camps: Camps
    either_camp: tuple[str, ...]


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
