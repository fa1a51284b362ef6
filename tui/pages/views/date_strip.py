"""The strip of how much there is when, of events or of whatever has dates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import itemgetter

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Event
from tui.dossier.once import once_per_dossier
from tui.dossier.values.dates import Date
from tui.pages.timeline_blocks import CountStrip, Dated

_FEWEST = 3
"""The fewest different dates of which there is a strip."""
_DOUBT = {"month": 1, "year": 12, "decade": 120, "century": 1200}
"""Precision -> by how many months a date in doubt may be off."""

Months = tuple[int, int]
"""The first and the last month that a date may mean, numbered `12 * year + month - 1`."""


def date_strip(dates: Iterable[tuple[Months | None, str]], noun: str, plural: str = "") -> CountStrip | None:
    """The strip of some dates, of which each leads to a record; None where there are too few.

    `noun` and `plural` as for `CountStrip`. Of several with one date the first is led to.
    """
    numbers: dict[Months, int] = {}
    links: dict[Months, str] = {}
    total = 0
    for months, link in dates:
        total += 1
        if months is not None:
            numbers[months] = numbers.get(months, 0) + 1
            links.setdefault(months, link)
    if len(numbers) < _FEWEST:
        return None
    return CountStrip(tuple(Dated(*at, numbers[at], links[at]) for at in sorted(numbers)), total, noun, plural)


def months_of(date: Date) -> Months | None:
    """The months that the beginning of a date may mean, of what lasts its beginning; None where that is open."""
    begins = date.start if date.is_interval else date
    if begins is None or begins.open_start or begins.latest is None:
        return None
    doubt = _DOUBT.get(begins.doubt, 0)
    return _month(begins.earliest) - doubt, _month(begins.latest) + doubt


def _month(day: tuple[int, int, int]) -> int:
    return 12 * day[0] + day[1] - 1


def event_months(dossier: Dossier) -> Mapping[str, Months | None]:
    """Id of each dated event -> its months, by date."""
    return _event_months(dossier, ())


@once_per_dossier
def _event_months(dossier: Dossier, _: tuple[()]) -> Mapping[str, Months | None]:
    dated = [(event.date.order, event.date, event.id) for event in dossier.records_of(Event) if event.date is not None]
    return {name: months_of(date) for _, date, name in sorted(dated, key=itemgetter(0))}


def events_strip(dossier: Dossier) -> CountStrip | None:
    """The strip of all dated events; None where there are too few."""
    return _of_events(dossier, ())


@once_per_dossier
def _of_events(dossier: Dossier, _: tuple[()]) -> CountStrip | None:
    return date_strip(((months, name) for name, months in event_months(dossier).items()), "event")
