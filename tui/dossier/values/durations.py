"""The time between two dates in plain English, no more exact than the dates are.

May not know what happened on either.
"""

from __future__ import annotations

import datetime

from tui.dossier.values.dates import Date, Day

_DAYS = 45
"""Up to so many days are counted one by one."""
_UNITS = ((14.0, 1.0, "day"), (61.0, 7.0, "week"), (730.0, 30.44, "month"), (float("inf"), 365.25, "year"))
"""Below so many days, so many days make one of these."""
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def duration_words(earlier: Date, later: Date, to: str = "") -> str:
    """`17 days later`, `about two months later`, `in the same year`; with `to`, `17 days after <to>`.

    Empty when `later` is before `earlier`, or when an open end leaves nothing to say.
    """
    exact = earlier.exact and later.exact
    least = _days(later.earliest) - _days(earlier.latest) if earlier.latest else None
    began = not earlier.text.startswith("..")
    most = _days(later.latest) - _days(earlier.earliest) if later.latest and began else None
    if later.latest and later.latest < earlier.earliest:
        return ""
    if least is None or least < 1:
        return _together(earlier, later, exact, to)
    behind = f"after {to}" if to else "later"
    if exact and least == 1:
        return f"the day {behind}" if to else "the next day"
    if exact and least <= _DAYS:
        return f"{_number(least)} days {behind}"
    if most is None:
        return f"at least {_counted(least)} {behind}"
    middle = (least + most) / 2
    perhaps = "" if is_before(earlier, later) else "perhaps "
    if 2 * (most - least) <= middle:
        return f"{perhaps}about {_counted(middle, 0.5)} {behind}"
    return f"{perhaps}some {_unit(middle)[1]}s {behind}"


def is_before(earlier: Date, later: Date) -> bool:
    """Whether one date is surely before another: by a date in doubt at least by as much as that date spans."""
    if not earlier.latest or not earlier.latest < later.earliest:
        return False
    between = _days(later.earliest) - _days(earlier.latest)
    doubted = [date for date in (earlier, later) if date.uncertain or date.approximate]
    return all(between >= _days(date.latest or date.earliest) - _days(date.earliest) for date in doubted)


def _together(earlier: Date, later: Date, exact: bool, to: str) -> str:
    """Words for two dates that may be the same."""
    behind = f" as {to}" if to else ""
    if exact:
        return f"on the same day{behind}"
    if not (earlier.latest and later.latest) or "/" in earlier.text + later.text:
        return f"perhaps at the same time{behind}"
    doubt = "perhaps " if earlier.text[-1] in "?~%" or later.text[-1] in "?~%" else ""
    days = {earlier.earliest, earlier.latest, later.earliest, later.latest}
    for size, word in ((3, "on the same day"), (2, "in the same month"), (1, "in the same year")):
        if len({day[:size] for day in days}) == 1:
            return f"{doubt}{word}{behind}"
    return f"perhaps at the same time{behind}"


def _days(day: Day) -> int:
    return datetime.date(*day).toordinal()


def _unit(days: float) -> tuple[float, str]:
    return next((size, word) for below, size, word in _UNITS if days < below)


def _counted(days: float, rounding: float = 0) -> str:
    """So many whole units, with half of one added to round."""
    size, word = _unit(days)
    count = max(1, int(days / size + rounding))
    return f"{_number(count)} {word}{'s' * (count != 1)}"


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"
