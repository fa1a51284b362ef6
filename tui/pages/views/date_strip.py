"""The strip of how much there is when, of events or of whatever has dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Event
from tui.dossier.once import once_per_dossier
from tui.dossier.values.dates import Date
from tui.pages.page import CountStrip, Dated

_FEWEST = 3
"""The fewest different dates of which there is a strip."""
_DOUBT = {"month": 1, "year": 12, "decade": 120, "century": 1200}
"""Precision -> by how many months a date in doubt may be off."""


def date_strip(dates: Iterable[Date], noun: str) -> CountStrip | None:
    """The strip of some dates, of what lasts by its beginning; None where there are too few."""
    counts = Counter(map(_months, dates))
    total = counts.total()
    counts.pop(None, None)
    if len(counts) < _FEWEST:
        return None
    return CountStrip(tuple(Dated(*months, count) for months, count in sorted(counts.items()) if months), total, noun)


def _months(date: Date) -> tuple[int, int] | None:
    """The first and the last month that the beginning of a date may mean; None where it is open."""
    begins = date.start if date.is_interval else date
    if begins is None or begins.open_start or begins.latest is None:
        return None
    doubt = _DOUBT.get(begins.doubt, 0)
    return _month(begins.earliest) - doubt, _month(begins.latest) + doubt


def _month(day: tuple[int, int, int]) -> int:
    return 12 * day[0] + day[1] - 1


@once_per_dossier
def _of_events(dossier: Dossier, _: tuple[()]) -> CountStrip | None:
    return date_strip((event.date for event in dossier.records_of(Event) if event.date is not None), "event")


def events_strip(dossier: Dossier) -> CountStrip | None:
    """The strip of all dated events; None where there are too few."""
    return _of_events(dossier, ())


def lit_strip(dossier: Dossier, date: Date | None, words: str) -> CountStrip | None:
    """The strip of all dated events with one date lit, whose `words` stand beside it, and without the counts."""
    strip, months = events_strip(dossier), _months(date) if date is not None else None
    if strip is None:
        return None
    return strip._replace(noun="", lit=(*months, words) if months is not None else None)
