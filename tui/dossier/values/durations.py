"""The time between two dates in plain English, no more precise than the dates are."""

from __future__ import annotations

from tui.dossier.values.dates import Date, day_number

_MAX_COUNTED_DAYS = 45
"""The longest duration between exact dates that is given in days."""
_UNITS = ((14.0, 1.0, "day"), (61.0, 7.0, "week"), (730.0, 30.44, "month"), (float("inf"), 365.25, "year"))
"""(upper bound in days, length in days, unit): the unit in which a duration below the bound is given."""
_DAYS_OF_DOUBT = {"month": 27, "year": 364}
"""Precision of the part in doubt -> the fewest days between its first and its last, where a date spans less itself."""
_CALENDAR = ("day", "month", "year", "decade", "century")
"""The precisions of dates that are whole units of the calendar, from the finest to the coarsest."""
_MOST_MONTHS = 23
"""More months of the calendar are told in years."""
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def duration_words(earlier: Date, later: Date, since: str = "") -> str:
    """Return the time between two dates in words; empty when `later` is before `earlier`.

    `17 days later`, `in the same year`; with `since`, `17 days after <since>`. Dates known by the month or the year
    are as far apart as these: `the next year`, `three years later`. Elsewhere it is told between which bounds:
    `one to 14 months later`.
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
    if (unit := _coarsest(earlier, later)) != "day" and (words := _by_calendar(earlier, later, unit, since)):
        return words
    middle = (shortest + longest) / 2
    perhaps = "" if is_before(earlier, later) else "perhaps "
    if 2 * (longest - shortest) <= middle:
        return f"{perhaps}about {_counted(middle, 0.5)} {suffix}"
    return f"{perhaps}{_between(shortest, longest)} {suffix}"


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


def _coarsest(earlier: Date, later: Date) -> str:
    """Return the unit of the calendar by which two dates can be told apart: that of the coarser one, or of its doubt.

    "day" for a span of any two dates, which is no such unit, as well.
    """
    units = [unit for date in (earlier, later) for unit in (date.precision, date.doubt) if unit]
    return max(units, key=_CALENDAR.index) if "span" not in units else "day"


def _by_calendar(earlier: Date, later: Date, unit: str, since: str) -> str:
    """Return how many months, years, decades or centuries of the calendar lie between; empty where they have no number.

    `the next year` may be the next day, and says so: of a date that is known by its year only the years are counted.
    """
    first, second = _number_of(earlier, unit), _number_of(later, unit)
    if first is None or second is None:
        return ""
    count = second - first
    if unit == "month" and count > _MOST_MONTHS:
        return ""
    doubtful = bool(earlier.doubt or later.doubt)
    perhaps = "perhaps " if doubtful and (count < 2 or not is_before(earlier, later)) else ""
    if count < 1:
        return f"{perhaps}in the same {unit}{f' as {since}' if since else ''}"
    if count == 1:
        return f"{perhaps}the next {unit}{f', after {since}' if since else ''}"
    about = "about " if doubtful else ""
    units = "centuries" if unit == "century" else f"{unit}s"
    return f"{perhaps}{about}{_number(count)} {units} {f'after {since}' if since else 'later'}"


def _number_of(date: Date, unit: str) -> int | None:
    """Return the number of the unit that a date lies in; None for decades and centuries before Christ."""
    year, month, _ = date.earliest
    if unit in ("month", "year"):
        return 12 * year + month if unit == "month" else year
    return year // (10 if unit == "decade" else 100) if year >= 0 else None


def _between(shortest: int, longest: int) -> str:
    """Return the bounds of a duration in words: `one day to 23 months`, `two to five years`."""
    low, high = _counted(shortest), _counted(longest, 1 - 1e-9)
    if low == high:
        return low
    number, _, unit = low.partition(" ")
    return f"{number if unit.rstrip('s') == high.partition(' ')[2].rstrip('s') else low} to {high}"


def _margin(date: Date) -> int:
    """By how many days a date in doubt may be off: as many as it spans, or as the part of it that is in doubt does."""
    span = day_number(date.latest) - day_number(date.earliest) if date.latest else 0
    return max(span, _DAYS_OF_DOUBT.get(date.doubt, 0))


def _counted(days: float, rounding: float = 0) -> str:
    """Return a duration in whole units; `rounding` is the fraction of a unit added before rounding down."""
    size, word = next((size, word) for bound, size, word in _UNITS if days < bound)
    count = max(1, int(days / size + rounding))
    return f"{_number(count)} {word}{'s' * (count != 1)}"


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"
