"""The moments at which something in a dossier begins or ends, and what differs between two moments.

What begins at a date is there from that date on. What ends at a date is there up to it, so the first moment without it
is the day, month or year after.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from typing import Literal, NamedTuple, cast

from tui.dossier.as_of import default_moment, lifetimes_of
from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Expectation
from tui.dossier.network.scope import Scope
from tui.dossier.network.signed_graph import Ends, TooManyPairs, counted_pairs
from tui.dossier.once import once_per_dossier
from tui.dossier.values.calendar import Unit, shifted, unit_date
from tui.dossier.values.dates import Date, Day, day_number
from tui.dossier.values.lifetimes import Lifetime

Step = Literal["change", "month", "year", "decade"]
LAST_YEAR = 9999
"""The last year that a date can be in."""

Change = Literal["came", "went", "turned"]


class ChangePoint(NamedTuple):
    """A moment, and the ids of the records that begin and that have ended then."""

    moment: Date
    begins: tuple[str, ...]
    ends: tuple[str, ...]


class ChangePoints(NamedTuple):
    """The change points of a dossier in their order, and the years from the first to the last of them.

    `keys` are their sort keys.
    """

    points: tuple[ChangePoint, ...]
    keys: tuple[tuple[Day, Day], ...]
    first_year: int
    last_year: int

    def stepped(self, moment: Date, step: Step, by: int) -> Date | None:
        """The moment to step to, one step after `moment` or before it; None at the end of the span."""
        if step == "change":
            return self._next_change(moment, by)
        unit: Unit = "month" if step == "month" else "year"
        start = (moment.latest or moment.earliest) if by > 0 else moment.earliest
        found = shifted(unit, start, by * (10 if step == "decade" else 1))
        year = found.earliest[0]
        if self.first_year <= year <= self.last_year:
            return found
        edge = self.last_year if by > 0 else self.first_year
        return unit_date("year", (edge, 1, 1)) if step == "decade" and start[0] != edge else None

    def _next_change(self, moment: Date, by: int) -> Date | None:
        key = _key(moment)
        place = bisect_right(self.keys, key) if by > 0 else bisect_left(self.keys, key) - 1
        return self.points[place].moment if 0 <= place < len(self.points) else None


def _key(moment: Date) -> tuple[Day, Day]:
    return moment.earliest, moment.latest or moment.earliest


def change_points(dossier: Dossier) -> ChangePoints | None:
    """The change points of a dossier; None when it gives no date."""
    return _change_points(dossier.whole or dossier, ())


@once_per_dossier
def _change_points(dossier: Dossier, _: tuple[()]) -> ChangePoints | None:
    begins: dict[Date, list[str]] = {}
    ends: dict[Date, list[str]] = {}
    for name, span in lifetimes_of(dossier).by_id.items():
        if (beginning := _beginning(span)) is not None:
            begins.setdefault(beginning, []).append(name)
        if (end := _end(span)) is not None:
            ends.setdefault(end, []).append(name)
    for row in dossier.records_of(Expectation):
        if row.outcome_date is not None and not row.outcome_date.open_start:
            begins.setdefault(unit_date(_unit(row.outcome_date), row.outcome_date.earliest), []).append(row.id)
    moments = sorted({*begins, *ends}, key=_key)
    own = default_moment(dossier)
    if not moments or own is None:
        return None
    years = [_key(moment)[end][0] for moment in (moments[0], moments[-1], own) for end in (0, 1)]
    points = (ChangePoint(moment, tuple(begins.get(moment, ())), tuple(ends.get(moment, ()))) for moment in moments)
    return ChangePoints(tuple(points), tuple(map(_key, moments)), min(years), max(years))


def _beginning(span: Lifetime) -> Date | None:
    """The moment from which something that begins is seen: the date as it is written, without its qualifier."""
    date = span.begins
    if date is None or date.open_start:
        return None
    return unit_date(_unit(date), date.earliest)


def _end(span: Lifetime) -> Date | None:
    """The first moment at which something that ended is certainly gone: the unit after its date, if there is one."""
    date = span.ends
    if date is None or date.latest is None:
        return None
    after = shifted(_unit(date), date.latest, 1)
    return after if after.earliest[0] <= LAST_YEAR else None


def _unit(date: Date) -> Unit:
    return cast(Unit, date.precision) if date.precision in ("day", "month", "year") else "day"


def histogram(points: ChangePoints, columns: int, first: int, last: int) -> tuple[list[int], list[int]]:
    """How much begins and how much ends in each of so many equal parts of the days from `first` to `last`."""
    begins, ends = [0] * columns, [0] * columns
    for moment, beginning, ending in points.points:
        column = column_of(day_number(moment.earliest), columns, first, last)
        begins[column] += len(beginning)
        ends[column] += len(ending)
    return begins, ends


def column_of(day: int, columns: int, first: int, last: int) -> int:
    """The part of the days from `first` to `last` that a day lies in; the nearest when it lies outside."""
    return max(0, min(columns - 1, (day - first) * columns // max(1, last - first + 1)))


class Differences(NamedTuple):
    """What differs from one moment to another, of the ties that a scope counts.

    `came`, `went`: ids of ties. `pairs`: each pair that has a sign at one of the two moments and not at the other, or
    another one -> "came", "went" or "turned"; `turned` are those with another one.
    """

    since: Date | None
    came: frozenset[str]
    went: frozenset[str]
    pairs: Mapping[Ends, Change]
    turned: tuple[Ends, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the two moments are alike."""
        return not (self.came or self.went or self.pairs)


@once_per_dossier
def _differences(dossier: Dossier, scopes: tuple[Scope, Scope]) -> Differences:
    before, after = scopes
    ids_before = frozenset(str(tie.id) for tie in before.ties(dossier))
    ids_after = frozenset(str(tie.id) for tie in after.ties(dossier))
    pairs: dict[Ends, Change] = {}
    try:
        signs_before, signs_after = counted_pairs(dossier, before), counted_pairs(dossier, after)
    except TooManyPairs:
        signs_before = signs_after = {}
    for ends, pair in signs_after.items():
        if ends not in signs_before:
            pairs[ends] = "came"
        elif signs_before[ends].sign != pair.sign:
            pairs[ends] = "turned"
    pairs |= dict.fromkeys((ends for ends in signs_before if ends not in signs_after), "went")
    turned = tuple(ends for ends, change in pairs.items() if change == "turned")
    return Differences(before.moment, ids_after - ids_before, ids_before - ids_after, pairs, turned)


def differences(dossier: Dossier, before: Date | None, scope: Scope) -> Differences:
    """What differs at the moment of `scope` from what it counts at the moment `before`."""
    return _differences(dossier, (scope._replace(moment=before), scope))
