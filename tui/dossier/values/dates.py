"""Dates in a subset of EDTF (ISO 8601-2): years, months, days and intervals, uncertain or approximate.

Nothing here depends on today's date.
"""

import datetime
import re

Day = tuple[int, int, int]
"""Year, month and day."""

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
"""The months in the language of the program."""
_LAST_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_QUALIFIER_WORDS = {"": "", "?": "perhaps ", "~": "about ", "%": "perhaps about "}
_OPEN = ".."
_FIRST_DAY: Day = (1, 1, 1)
_AFTER_LAST_DAY: Day = (10000, 1, 1)
_SINGLE_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(T[^?~%]+)?)?)?([?~%]?)")
_EXPECTED_FORM = 'write "1974", "1974-09", "1974-09-14" or two of them with a slash between'


class Date:
    """A date as written; equal to dates written the same way, and ordered by time.

    `text` is canonical EDTF, with the time of day where one is given. The date lies between `earliest` and `latest`,
    inclusive; `latest` is None when the end is open, and `earliest` is the first day of the year 1 when the start is.
    `precision` is "day", "month", "year", or "span" for an interval, two different dates with a slash.
    """

    __slots__ = ("approximate", "earliest", "latest", "precision", "text", "uncertain")

    text: str
    earliest: Day
    latest: Day | None
    uncertain: bool
    approximate: bool
    precision: str

    def __init__(self, text: str, earliest: Day, latest: Day | None, precision: str) -> None:
        set_attribute = object.__setattr__
        set_attribute(self, "text", text)
        set_attribute(self, "earliest", earliest)
        set_attribute(self, "latest", latest)
        set_attribute(self, "uncertain", "?" in text or "%" in text)
        set_attribute(self, "approximate", "~" in text or "%" in text)
        set_attribute(self, "precision", precision)

    @property
    def exact(self) -> bool:
        """Whether it is a single day, neither uncertain nor approximate."""
        return self.precision == "day" and not self.uncertain and not self.approximate

    @property
    def order(self) -> tuple[Day, Day]:
        """The sort key: the earliest day, then the latest, open ends last."""
        return self.earliest, self.latest or _AFTER_LAST_DAY

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a Date does not change: {name}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"a Date does not change: {name}")

    def __eq__(self, other: object) -> bool:
        return self.text == other.text if isinstance(other, Date) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.text)

    def __lt__(self, other: object) -> bool:
        return self.order < other.order if isinstance(other, Date) else NotImplemented

    def __repr__(self) -> str:
        return f"parse_date({self.text!r})"

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return parse_date, (self.text,)


def parse_date(value: str | datetime.date | datetime.datetime) -> Date:
    """Parse a date from EDTF, or from a native date or date and time of TOML.

    Raises ValueError with one line of plain English: what is wrong, and after "; " what to write.
    """
    if isinstance(value, datetime.date):
        return _single(value.isoformat())
    if not isinstance(value, str):
        raise ValueError(f"a date must be quoted; {_EXPECTED_FORM}")
    start, slash, end = (part.strip() for part in value.partition("/"))
    if not slash:
        return _single(start)
    if start == end == _OPEN:
        raise ValueError("a span that is open at both ends says nothing; leave the date out")
    first = None if start == _OPEN else _single(start)
    last = None if end == _OPEN else _single(end)
    if first and first == last:
        return first
    if first and last and last.latest and last.latest < first.earliest:
        raise ValueError(f"the span ends before it begins; write {last.text}/{first.text} if it is the other way round")
    text = f"{first.text if first else _OPEN}/{last.text if last else _OPEN}"
    return Date(text, first.earliest if first else _FIRST_DAY, last.latest if last else None, "span")


def date_words(date: Date) -> str:
    """Return the date in plain English: "14 September 1974", "about 1974", "between 30 August and 2 September 1974"."""
    start, slash, end = date.text.partition("/")
    if not slash or start == end:
        return _long_form(start)
    if end == _OPEN:
        return f"from {_long_form(start)} on"
    if start == _OPEN:
        return f"until {_long_form(end)}"
    return f"between {_long_form(start, end)} and {_long_form(end)}"


def short_date(date: Date) -> str:
    """Return the date in a short form for lists: "14 Sep 1974", "~1974", "Apr 1977 –", "30 Aug – 2 Sep 1974"."""
    start, slash, end = date.text.partition("/")
    if not slash or start == end:
        return _short_form(start)
    if end == _OPEN:
        return f"{_short_form(start)} –"
    return f"– {_short_form(end)}" if start == _OPEN else f"{_short_form(start, end)} – {_short_form(end)}"


def _single(text: str) -> Date:
    text = _with_canonical_time(text)
    match = _SINGLE_DATE.fullmatch(text)
    if not match:
        raise ValueError(_error_message(text))
    year, month, day = (int(part) if part else 0 for part in match.groups()[:3])
    if year == 0:
        raise ValueError("there is no year 0000; years run from 0001 to 9999")
    if match[2] and not 1 <= month <= 12:
        raise ValueError(f"there is no month {match[2]}; months run from 01 to 12")
    if not match[2]:
        return Date(text, (year, 1, 1), (year, 12, 31), "year")
    last = _LAST_DAYS[month - 1] + (month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    if not match[3]:
        return Date(text, (year, month, 1), (year, month, last), "month")
    if not 1 <= day <= last:
        raise ValueError(f"there is no {day} {MONTHS[month - 1]} {year}; that month has {last} days")
    if match[4] and match[5]:
        raise ValueError(f"a date with a time of day takes no mark; leave out the {match[5]}")
    return Date(text, (year, month, day), (year, month, day), "day")


def _with_canonical_time(text: str) -> str:
    """A date and time as ISO 8601 writes them, with seconds, and Z for UTC; a text without a time as it is."""
    found = re.fullmatch(r"([0-9-]{10})[Tt ](.*?)([?~%]?)", text) if len(text) > 10 else None
    if found is None:
        return text
    day, written, mark = found.groups()
    try:
        moment = datetime.time.fromisoformat(written if written[2:3] == ":" else "")
    except ValueError:
        raise ValueError(
            f"“{written[:20]}” is not a time of day; write it as in {day}T07:30, or leave it out"
        ) from None
    return f"{day}T{moment.isoformat().replace('+00:00', 'Z')}{mark}"


def _error_message(text: str) -> str:
    if not text:
        return f"the date is missing; {_EXPECTED_FORM}"
    if re.search(r"[?~%]{2,}$", text):
        return "a date takes one mark; write % for both uncertain and approximate"
    if short := re.fullmatch(r"([0-9]{4})((?:-[0-9]{1,2}){1,2})[?~%]?", text):
        full = "-".join(part.zfill(2) for part in short[2].split("-")[1:])
        return f"months and days have two digits; write {short[1]}-{full}"
    return f"“{text[:40]}” is not a date; {_EXPECTED_FORM}"


def _long_form(text: str, following: str = "") -> str:
    """Return a single date in words, without the year or month that it shares with `following`."""
    year, month, day, time, qualifier = _parts(text)
    next_year, next_month, next_day, *_ = _parts(following or text)
    shared = bool(following and month and next_month and not qualifier and not time and year == next_year)
    if shared and month == next_month:
        shared = bool(day and next_day)
    words = str(day) if day else ""
    if month and not (shared and month == next_month):
        words += f" {MONTHS[month - 1]}"
    if not shared:
        words += f" {year}" if year > 99 else f" AD {year}"
    return _QUALIFIER_WORDS[qualifier] + words.lstrip() + time


def _short_form(text: str, following: str = "") -> str:
    """Return a single date with its month cut to three letters, without the year that it shares with `following`."""
    year, month, day, _, qualifier = _parts(text)
    parts = [str(day)] * bool(day) + [MONTHS[month - 1][:3]] * bool(month)
    if not (following and month and not qualifier and _parts(following)[0] == year):
        parts.append(str(year) if year > 99 else f"AD {year}")
    return f"{'~' * (qualifier in tuple('~%'))}{' '.join(parts)}{'?' * (qualifier in tuple('?%'))}"


def _parts(text: str) -> tuple[int, int, int, str, str]:
    """Return year, month, day, the time in words (", 07:32 UTC") and the qualifier; 0 or "" for what is not given."""
    match = _SINGLE_DATE.fullmatch(text)
    if not match:
        raise ValueError(_error_message(text))
    return int(match[1]), int(match[2] or 0), int(match[3] or 0), _time_words(match[4] or ""), match[5]


def _time_words(time: str) -> str:
    """Return `T07:32:00-07:00` as ", 07:32 UTC−07:00"."""
    if not time:
        return ""
    clock, zone = re.fullmatch(r"T([0-9:.]+)(.*)", time).groups()  # type: ignore[union-attr]
    words = f", {clock.removesuffix(':00') if clock.count(':') == 2 else clock}"
    return words + (" UTC" + zone.replace("-", "−").removeprefix("Z") if zone else "")
