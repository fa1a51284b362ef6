"""How two dates of events lie to each other in time, where an interval `a/b` lasts from one date to the other.

A date that is no interval is one that begins and ends at once. Nothing is said to be certain that an imprecise end of
an interval leaves open.
"""

from __future__ import annotations

from tui.dossier.values.dates import Date, date_words
from tui.dossier.values.durations import duration_words, is_before


def begins_before(earlier: Date, later: Date) -> bool:
    """Return whether what is dated `earlier` has certainly begun before what is dated `later`."""
    begun = _beginning(later)
    return begun is not None and any(
        date is not None and is_before(date, begun) for date in (_beginning(earlier), _ending(earlier))
    )


def relation_words(earlier: Date, later: Date, *, adjacent: bool = True) -> str:
    """Return how the second of two events in their order lies to the first; empty where dates do not support the order.

    `17 days later`; after one that lasts `17 days after its end`, `during it`, `begins before its end`. Where they are
    not `adjacent`, the first is named by its date: `17 days after 2 March 1977`, `within 2 to 19 March 1977`.
    """
    begun = _beginning(later)
    if not earlier.is_interval:
        since = "" if adjacent else date_words(earlier)
        if begun is None:
            return _perhaps_simultaneous(since)
        return duration_words(earlier, begun, since)
    named = "" if adjacent else date_words(earlier, lasting=True)
    ended = _ending(earlier)
    if begun and ended and ended.latest and ended.latest < begun.earliest:
        return duration_words(ended, begun, date_words(ended) if named else "its end")
    if later.latest and later.latest < earlier.earliest:
        return ""
    within = f"within {named}" if named else "during it"
    if not later.is_interval:
        return within if _contains(earlier, later) else f"perhaps {within}"
    finished = _ending(later)
    if begun and finished and _contains(earlier, begun):
        if _contains(earlier, finished):
            return within
        return f"begins {within}" if named else "begins before its end"
    return _perhaps_simultaneous(named)


def _beginning(date: Date) -> Date | None:
    """When what lasts begins; None where that is open."""
    return date.start if date.is_interval else date


def _ending(date: Date) -> Date | None:
    """When what lasts ends; None where that is open."""
    return date.end if date.is_interval else date


def _contains(interval: Date, date: Date) -> bool:
    """Return whether `date` certainly lies in an interval, its first and last day included."""
    first, last = interval.start, interval.end
    if first is None or last is None or first.latest is None or not date.latest or date.open_start:
        return False
    return _not_before(date, first) and _not_before(last, date)


def _not_before(later: Date, earlier: Date) -> bool:
    """Return whether one date is certainly not before another: it is after it, or both are exact and the same day."""
    same_day = later.exact and earlier.exact and later.earliest == earlier.earliest
    return same_day or is_before(earlier, later)


def _perhaps_simultaneous(since: str) -> str:
    return f"perhaps at the same time{f' as {since}' if since else ''}"
