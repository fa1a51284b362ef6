"""The grammar of one date in EDTF (ISO 8601-2): levels 0 and 1, and the qualified parts of level 2.

Years run from -9999 to 9999 and are counted as astronomers do: 0000 is 1 BC, -0044 is 45 BC.
"""

import datetime
import re
from functools import cache, lru_cache
from typing import NamedTuple

Day = tuple[int, int, int]
"""Year, month and day in the Gregorian calendar; the years before Christ are 0 and less."""

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
"""The months in the language of the program."""
EXPECTED_FORM = 'write "1974", "1974-09", "1974-09-14" or two of them with a slash between'
_LAST_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

UNCERTAIN, APPROXIMATE = 1, 2
"""The bits of a doubt."""
_DOUBTS = {"": 0, "?": UNCERTAIN, "~": APPROXIMATE, "%": UNCERTAIN | APPROXIMATE}
_ALIKE = 1 << 12
"""How many dates are parsed only once each."""
_PRECISIONS = ("year", "month", "day")
_PRECISION_OF_YEARS = {1: "year", 10: "decade", 100: "century"}

_PART = "([?~%]?)([0-9]{2}|XX)([?~%]?)"


@cache
def _single() -> re.Pattern[str]:
    return re.compile(
        rf"([?~%]?)(-?[0-9]{{2}}(?:[0-9]{{2}}|[0-9]X|XX))([?~%]?)"
        rf"(?:-{_PART}(?:-{_PART}(T[0-9:.]+(?:Z|[+-][0-9:]+)?)?)?)?"
    )


@cache
def _with_time() -> re.Pattern[str]:
    return re.compile(r"([-0-9?~%]{10,17})[Tt ](.*?)([?~%]?)")


@cache
def _time_of_day() -> re.Pattern[str]:
    return re.compile(
        r"[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?(?:[Zz]|[+-][0-9]{2}(?::?[0-5][0-9])?)?", re.ASCII
    )


class SingleDate(NamedTuple):
    """A date that is no span, in its parts.

    `year` is the first of `years` years: 1, or 10 and 100 where digits are not specified (`156X`, `15XX`). `month` and
    `day` are 0 where they are not given; `time` is `T07:32:00`, with what follows it, or empty. `doubts` has the bits
    of `UNCERTAIN` and `APPROXIMATE` of the parts given, year first. `widest_doubt` is the precision of the coarsest
    part that a mark stands at, or empty.
    """

    year: int
    years: int = 1
    month: int = 0
    day: int = 0
    time: str = ""
    doubts: tuple[int, ...] = (0,)
    widest_doubt: str = ""

    @property
    def precision(self) -> str:
        """The finest part that is specified: "day", "month", "year", "decade" or "century"."""
        return "day" if self.day else "month" if self.month else _PRECISION_OF_YEARS[self.years]

    @property
    def earliest(self) -> Day:
        """The first day it may be."""
        return self.year, self.month or 1, self.day or 1

    @property
    def latest(self) -> Day:
        """The last day it may be."""
        month = self.month or 12
        return self.year + self.years - 1, month, self.day or days_in_month(self.year + self.years - 1, month)


@lru_cache(_ALIKE)
def parse_single(text: str) -> SingleDate:
    """Parse one date. Raises ValueError with what is wrong and, after "; ", what to write."""
    match = _single().fullmatch(text)
    if not match:
        raise ValueError(_error_message(text))
    before_year, year, after_year, before_month, month, after_month, before_day, day, after_day, time = match.groups("")
    marks = ((before_year, after_year), (before_month, after_month), (before_day, after_day))
    written = "".join(map("".join, marks))
    if year == "-0000":
        raise ValueError("there is no year -0000; write 0000 for 1 BC")
    unspecified = "X" in text
    if unspecified and (time or written != text[-1].strip("0123456789X") or _specified_after_x(year, month, day)):
        raise ValueError(_error_message(text))
    first, years = _years(year)
    parts = SingleDate(first, years, _number(month), _number(day), time)
    if month.isdecimal() and not 1 <= parts.month <= 12:
        raise ValueError(f"there is no month {month}; months run from 01 to 12")
    if day.isdecimal() and not 1 <= parts.day <= days_in_month(first, parts.month):
        month_words = f"{MONTHS[parts.month - 1]} {year_words(first)}"
        last = days_in_month(first, parts.month)
        raise ValueError(f"there is no {parts.day} {month_words}; that month has {last} days")
    if not written:
        return parts
    if unspecified:
        count = 1 + bool(parts.month)
        return parts._replace(doubts=(_DOUBTS[written],) * count, widest_doubt=parts.precision)
    doubts, widest = _doubts(marks[: 1 + bool(month) + bool(day)])
    return parts._replace(doubts=doubts, widest_doubt=widest)


def with_canonical_time(text: str) -> str:
    """A date and time as ISO 8601 writes them, with seconds, and Z for UTC; a text without a time as it is.

    Raises ValueError as `parse_single` does.
    """
    found = _with_time().fullmatch(text) if len(text) > 10 else None
    if found is None:
        return text
    day, written, mark = found.groups()
    try:
        moment = datetime.time.fromisoformat(written.upper() if _time_of_day().fullmatch(written) else "")
    except ValueError:
        raise ValueError(
            f"“{written[:20]}” is not a time of day; write it as in {day}T07:30, or leave it out"
        ) from None
    if marks := mark or day.strip("-0123456789"):
        raise ValueError(f"a date with a time of day takes no mark; leave out the {marks[0]}")
    return f"{day}T{moment.isoformat().replace('+00:00', 'Z')}"


def days_in_month(year: int, month: int) -> int:
    """The number of days of a month, 1 to 12."""
    return _LAST_DAYS[month - 1] + (month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))


def year_words(year: int) -> str:
    """A year as it is read: `1974`, `AD 14`, `45 BC`."""
    if year < 1:
        return f"{1 - year} BC"
    return str(year) if year > 99 else f"AD {year}"


def _specified_after_x(year: str, month: str, day: str) -> bool:
    """Whether digits follow what is not specified, as level 2 of EDTF has it."""
    return ("X" in year and month.isdecimal()) or (not month.isdecimal() and day.isdecimal())


def _years(text: str) -> tuple[int, int]:
    """The first of the years that `text` stands for, and their number: `156X` is 1560 and 10."""
    years: int = 10 ** text.count("X")
    if not text.startswith("-"):
        return int(text.replace("X", "0")), years
    last = -int(text[1:].replace("X", "0"))
    return last - years + 1, years


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0


def _doubts(marks: tuple[tuple[str, str], ...]) -> tuple[tuple[int, ...], str]:
    """Which parts are in doubt, and the coarsest that a mark stands at.

    A mark before a part is of that part, one after it also of all parts before it.
    """
    doubts = [_DOUBTS[before] for before, _ in marks]
    for number, (_, after) in enumerate(marks):
        for part in range(number + 1):
            doubts[part] |= _DOUBTS[after]
    widest = next(_PRECISIONS[number] for number, mark in enumerate(marks) if any(mark))
    return tuple(doubts), widest


def _error_message(text: str) -> str:
    if not text:
        return f"the date is missing; {EXPECTED_FORM}"
    if re.search(r"[?~%]{2,}$", text):
        return "a date takes one mark; write % for both uncertain and approximate"
    if short := re.fullmatch(r"(-?[0-9]{4})((?:-[0-9]{1,2}){1,2})[?~%]?", text):
        full = "-".join(part.zfill(2) for part in short[2].split("-")[1:])
        return f"months and days have two digits; write {short[1]}-{full}"
    return f"“{text[:40]}” is not a date; {EXPECTED_FORM}"
