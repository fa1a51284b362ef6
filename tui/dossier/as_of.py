"""What holds in a dossier at a moment: which ties, actors and statements have begun, and which have ended.

A tie that gives no date of its own has that of the event that begins or ends it, and it does not outlive the actors
that it joins. Quotes, events and ledger rows happen: from their date on they are there. A claim whose quotes all have
dates is made with the first of them. What has no date always is there.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import KINDS, Actor, AnyKind, Claim, Event, Expectation, Quote, Record, Tie, is_settled
from tui.dossier.once import once_per_dossier
from tui.dossier.values.dates import Date
from tui.dossier.values.lifetimes import COUNTED, Lifetime, State, bounds, lifetime, occurrence


class Lifetimes(NamedTuple):
    """Id -> lifetime, of the records of a dossier that give a date or are lent one; `actors` are those among them."""

    by_id: Mapping[str, Lifetime]
    actors: tuple[str, ...]


class AsOf:
    """What holds at one `moment`; None is outside of time, where everything counts that was ever there."""

    def __init__(self, lifetimes: Lifetimes, moment: Date | None) -> None:
        self.moment = moment
        self._lifetimes = lifetimes.by_id if moment is not None else {}
        self._bounds = bounds(moment) if moment is not None else (0, 0)
        self.absent = frozenset(actor for actor in lifetimes.actors if not self.counts(actor))
        """The actors that are not there yet, or no longer."""

    def state(self, name: str) -> State:
        """The state of the record with the id `name`; "undated" for one that gives no date."""
        span = self._lifetimes.get(name)
        return span.state(self._bounds) if span is not None else "undated"

    def counts(self, name: str) -> bool:
        """Whether a record counts: it has begun and not ended, as far as the dossier says."""
        return self.state(name) in COUNTED

    def lifetime(self, name: str) -> Lifetime | None:
        """From when to when a record is there, as far as the dossier says; None outside of time."""
        return self._lifetimes.get(name)

    def ties(self, ties: Iterable[Tie]) -> list[Tie]:
        """Those of some ties that count, in their order; of a tie between many, without the actors that are not there.

        A tie is not there while fewer than two of its actors are.
        """
        return list(self._present(ties)) if self._lifetimes else list(ties)

    def _present(self, ties: Iterable[Tie]) -> Iterator[Tie]:
        lifetimes, (first, last), absent = self._lifetimes, self._bounds, self.absent
        for tie in ties:
            span = lifetimes.get(tie.id)
            if span is not None and (span.begin_low > last or span.end_high < first):
                continue
            if absent and len(tie.between) > 2 and not absent.isdisjoint(tie.between):
                present = tuple(end for end in tie.between if end not in absent)
                if len(present) > 1:
                    yield replace(tie, between=present)
            else:
                yield tie

    def expectation(self, row: Expectation) -> Expectation:
        """A ledger row with the outcome that it has at the moment: open while its own is certainly still to come."""
        if self.moment is None or row.outcome_date is None or bounds(row.outcome_date)[0] <= self._bounds[1]:
            return row
        return replace(row, outcome="open")

    def uncounted(self, names: Iterable[str]) -> set[str]:
        """Those of some records that do not count."""
        lifetimes, (first, last) = self._lifetimes, self._bounds
        absent: set[str] = set()
        for name in names if lifetimes else ():
            span = lifetimes.get(name)
            if span is not None and (span.begin_low > last or span.end_high < first):
                absent.add(name)
        return absent

    def states(self, names: Iterable[str]) -> Counter[State]:
        """How many of some records are in each state; nothing outside of time."""
        return Counter(map(self.state, names)) if self.moment is not None else Counter()


@once_per_dossier
def as_of(dossier: Dossier, moment: Date | None) -> AsOf:
    """`dossier` at a moment."""
    return AsOf(lifetimes_of(dossier), moment)


def has_state(kind: AnyKind) -> bool:
    """Whether records of a kind begin, end or happen: by a date of their own, or by those of what they rest on."""
    return bool(kind.begins) or kind.record_type is Claim


def default_moment(dossier: Dossier) -> Date | None:
    """The moment as of which a dossier is read: its `as_of`, or else the latest date it gives; None without dates."""
    return _default_moment(dossier.whole or dossier, ())


@once_per_dossier
def _default_moment(dossier: Dossier, _: tuple[()]) -> Date | None:
    if dossier.head.as_of is not None:
        return dossier.head.as_of
    return max(all_dates(dossier), key=lambda date: (date.latest or date.earliest, date.earliest), default=None)


def all_dates(dossier: Dossier) -> Iterator[Date]:
    """Every date at which something in the dossier begins, ends or happens, offices included."""
    for kind in KINDS.values():
        for key in filter(None, (kind.begins, kind.ends)):
            yield from (date for record in dossier.tables[kind.table] if (date := getattr(record, key)) is not None)
    for actor in dossier.records_of(Actor):
        for role in actor.roles:
            yield from filter(None, (role.since, role.until))
    yield from (row.outcome_date for row in dossier.records_of(Expectation) if row.outcome_date is not None)


def lifetimes_of(dossier: Dossier) -> Lifetimes:
    """The lifetimes of the records of a dossier; of a part, those of the whole."""
    return _lifetimes(dossier.whole or dossier, ())


@once_per_dossier
def _lifetimes(dossier: Dossier, _: tuple[()]) -> Lifetimes:
    by_id: dict[str, Lifetime] = {}
    for kind in KINDS.values():
        if kind.begins and kind.record_type is not Tie:
            for record in dossier.tables[kind.table]:
                if (span := _own_lifetime(kind, record)) is not None:
                    by_id[record.id] = span
    for claim in dossier.records_of(Claim):
        dates = [quote.date if (quote := dossier.find(Quote, name)) is not None else None for name in claim.quotes]
        known = [date for date in dates if date is not None]
        if known and len(known) == len(dates):
            by_id[claim.id] = occurrence(min(known, key=lambda date: bounds(date)))
    begun, ended = _dates_lent(dossier, "begins"), _dates_lent(dossier, "ends")
    for tie in dossier.records_of(Tie):
        span = lifetime(tie.start or begun.get(tie.id), tie.end or ended.get(tie.id))
        for end in tie.ends if len(tie.between) <= 2 else ():
            if (of_actor := by_id.get(end)) is not None:
                span = span.within(of_actor) if span is not None else of_actor
        if span is not None:
            by_id[tie.id] = span
    return Lifetimes(by_id, tuple(actor.id for actor in dossier.records_of(Actor) if actor.id in by_id))


def _own_lifetime(kind: AnyKind, record: Record) -> Lifetime | None:
    begins: Date | None = getattr(record, kind.begins)
    if kind.ends:
        return lifetime(begins, getattr(record, kind.ends))
    return occurrence(begins, lasts=isinstance(record, Event) and begins.is_interval) if begins is not None else None


def tie_dates(dossier: Dossier, tie: Tie) -> tuple[Date | None, Date | None]:
    """When a tie begins and ends: by its own dates, or by those of the events that begin or end it."""
    whole = dossier.whole or dossier
    begins = tie.start or _dates_lent(whole, "begins").get(tie.id)
    return begins, tie.end or _dates_lent(whole, "ends").get(tie.id)


def tie_lifetime(dossier: Dossier, tie: Tie) -> tuple[Date | None, Date | None]:
    """From when to when a tie is there: `tie_dates`, and not after one of the two actors that it joins has ended."""
    begins, ends = tie_dates(dossier, tie)
    span = lifetimes_of(dossier).by_id.get(tie.id)
    return begins, ends if span is None else span.ends


@once_per_dossier
def _dates_lent(dossier: Dossier, key: str) -> dict[str, Date]:
    """Tie -> the date of the first settled event that begins it, or that ends it."""
    lent: dict[str, Date] = {}
    for event in dossier.records_of(Event):
        if event.date is not None and is_settled(event):
            for name in getattr(event, key):
                lent.setdefault(name, event.date)
    return lent
