"""Everything in a dossier that has a date, in order: ties and offices as they begin and end, quotes, events."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from tui.dossier.as_of import tie_dates, tie_lifetime
from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Actor, Event, Quote, Record, Role, Tie
from tui.dossier.once import once_per_dossier
from tui.dossier.values.dates import Date

Sort = Literal["events", "ties", "quotes", "offices"]
What = Literal["happens", "begins", "ends"]


class Occurrence(NamedTuple):
    """One record at one of its dates. `role` is the office that its actor takes or leaves there, if it is one.

    `span` is from when to when a tie or an office is there; of what happens it is the date twice.
    """

    record: Record
    date: Date
    what: What
    span: tuple[Date | None, Date | None]
    role: Role | None = None


@once_per_dossier
def occurrences(dossier: Dossier, sorts: tuple[Sort, ...]) -> list[Occurrence]:
    """What is dated of some sorts, by date; of equal dates in the order of the sorts, then of the file.

    The list is kept, and not to be changed.
    """
    found = (occurrence for sort in sorts for occurrence in _FINDERS[sort](dossier))
    return sorted(found, key=lambda occurrence: occurrence.date.order)


def is_any_dated(dossier: Dossier, sort: Sort) -> bool:
    """Whether anything of a sort has a date."""
    return next(iter(_FINDERS[sort](dossier)), None) is not None


def undated(dossier: Dossier, sort: Sort) -> list[Record]:
    """The records of a sort without a date, in file order; of the offices their actors, once for each."""
    return list(_UNDATED[sort](dossier))


def certainly_earlier(one: Occurrence, other: Occurrence) -> bool:
    """Whether dates prove that one occurs, or begins, before the other."""
    first, second = (_beginning(occurrence) for occurrence in (one, other))
    return bool(first and second and first.latest and first.latest < second.earliest)


def _beginning(occurrence: Occurrence) -> Date | None:
    lasts = isinstance(occurrence.record, Event) and occurrence.date.is_interval
    return occurrence.date.start if lasts else occurrence.date


def _happening(record_type: type[Event] | type[Quote]) -> Callable[[Dossier], Iterator[Occurrence]]:
    def found(dossier: Dossier) -> Iterator[Occurrence]:
        for record in dossier.records_of(record_type):
            if record.date is not None:
                yield Occurrence(record, record.date, "happens", (record.date, record.date))

    return found


def _both_ends(
    record: Record,
    dates: tuple[Date | None, Date | None],
    span: tuple[Date | None, Date | None],
    role: Role | None = None,
) -> list[Occurrence]:
    ends: tuple[tuple[What, Date | None], ...] = (("begins", dates[0]), ("ends", dates[1]))
    return [Occurrence(record, date, what, span, role) for what, date in ends if date is not None]


def _ties(dossier: Dossier) -> Iterator[Occurrence]:
    for tie in dossier.records_of(Tie):
        yield from _both_ends(tie, tie_dates(dossier, tie), tie_lifetime(dossier, tie))


def _offices(dossier: Dossier) -> Iterator[Occurrence]:
    for actor in dossier.records_of(Actor):
        for role in actor.roles:
            dates = role.since, role.until
            yield from _both_ends(actor, dates, dates, role)


_FINDERS: Mapping[Sort, Callable[[Dossier], Iterator[Occurrence]]] = MappingProxyType(
    {"events": _happening(Event), "ties": _ties, "quotes": _happening(Quote), "offices": _offices}
)
_UNDATED: Mapping[Sort, Callable[[Dossier], Iterable[Record]]] = MappingProxyType(
    {
        "events": lambda dossier: (event for event in dossier.records_of(Event) if event.date is None),
        "ties": lambda dossier: (tie for tie in dossier.records_of(Tie) if tie_dates(dossier, tie) == (None, None)),
        "quotes": lambda dossier: (quote for quote in dossier.records_of(Quote) if quote.date is None),
        "offices": lambda dossier: (
            actor
            for actor in dossier.records_of(Actor)
            for role in actor.roles
            if role.since is None and role.until is None
        ),
    }
)
