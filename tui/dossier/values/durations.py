"""The time between two dates in plain English, no more precise than the dates are."""

from __future__ import annotations

from tui.dossier.values.dates import Date, day_number

_MAX_COUNTED_DAYS = 45
"""The longest duration between exact dates that is given in days."""
_UNITS = ((14.0, 1.0, "day"), (61.0, 7.0, "week"), (730.0, 30.44, "month"), (float("inf"), 365.25, "year"))
"""(upper bound in days, length in days, unit): the unit in which a duration below the bound is given."""
_DAYS_OF_DOUBT = {"month": 27, "year": 364}
"""Precision of the part in doubt -> the fewest days between its first and its last, where a date spans less itself."""
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def duration_words(earlier: Date, later: Date, since: str = "") -> str:
    """Return the time between two dates in words; empty when `later` is before `earlier`.

    `17 days later`, `about two months later`, `in the same year`; with `since`, `17 days after <since>`.
    """
    exact = earlier.exact and later.exact
    shortest = day_number(later.earliest) - day_number(earlier.latest) if earlier.latest else None
    bounded = later.latest and not earlier.open_start
    longest = day_number(later.latest) - day_number(earlier.earliest) if later.latest and bounded else None
    if later.latest and later.latest < earlier.earliest:
        return ""
    if shortest is None or shortest < 1:
        return _possibly_simultaneous(earlier, later, exact, since)
    suffix = f"after {since}" if since else "later"
    if exact and shortest == 1:
        return f"the day {suffix}" if since else "the next day"
    if exact and shortest <= _MAX_COUNTED_DAYS:
        return f"{_number(shortest)} days {suffix}"
    if longest is None:
        return f"at least {_counted(shortest)} {suffix}"
    middle = (shortest + longest) / 2
    perhaps = "" if is_before(earlier, later) else "perhaps "
    if 2 * (longest - shortest) <= middle:
        return f"{perhaps}about {_counted(middle, 0.5)} {suffix}"
    return f"{perhaps}some {_unit(middle)[1]}s {suffix}"


def is_before(earlier: Date, later: Date) -> bool:
    """Return whether one date is certainly before another.

    A date in doubt must be apart from the other by at least as much time as it spans itself.
    """
    if not earlier.latest or not earlier.latest < later.earliest:
        return False
    distance = day_number(later.earliest) - day_number(earlier.latest)
    doubtful = [date for date in (earlier, later) if date.uncertain or date.approximate]
    return all(distance >= _margin(date) for date in doubtful)


def _possibly_simultaneous(earlier: Date, later: Date, exact: bool, since: str) -> str:
    """Return words for two dates that may be the same."""
    suffix = f" as {since}" if since else ""
    if exact:
        return f"on the same day{suffix}"
    if "span" in (earlier.precision, later.precision):
        return f"perhaps at the same time{suffix}"
    perhaps = "perhaps " if earlier.doubt or later.doubt else ""
    days = {day for date in (earlier, later) for day in (date.earliest, date.latest) if day is not None}
    for size, word in ((3, "on the same day"), (2, "in the same month"), (1, "in the same year")):
        if len({day[:size] for day in days}) == 1:
            return f"{perhaps}{word}{suffix}"
    return f"perhaps at the same time{suffix}"


def _margin(date: Date) -> int:
    """By how many days a date in doubt may be off: as many as it spans, or as the part of it that is in doubt does."""
    span = day_number(date.latest) - day_number(date.earliest) if date.latest else 0
    return max(span, _DAYS_OF_DOUBT.get(date.doubt, 0))


def _unit(days: float) -> tuple[float, str]:
    return next((size, word) for bound, size, word in _UNITS if days < bound)


def _counted(days: float, rounding: float = 0) -> str:
    """Return a duration in whole units; `rounding` is the fraction of a unit added before rounding down."""
    size, word = _unit(days)
    count = max(1, int(days / size + rounding))
    return f"{_number(count)} {word}{'s' * (count != 1)}"


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"
