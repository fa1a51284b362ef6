"""Dates as EDTF (ISO 8601-2) writes them: years, months, days, intervals and spans, uncertain or approximate.

Nothing here depends on today's date.
"""

from __future__ import annotations

import datetime
import re

from tui.dossier.values.edtf import (
    APPROXIMATE,
    EXPECTED_FORM,
    MONTHS,
    UNCERTAIN,
    Day,
    SingleDate,
    days_in_month,
    parse_single,
    with_canonical_time,
    year_words,
)

__all__ = ["MONTHS", "Date", "Day", "date_words", "day_number", "parse_date", "short_date"]

_DOUBT_WORDS = ("", "perhaps ", "about ", "perhaps about ")
_PART_DOUBT_WORDS = ("", "uncertain", "approximate", "uncertain and approximate")
_OPEN = ".."
_BEFORE_FIRST_DAY: Day = (-10000, 1, 1)
_AFTER_LAST_DAY: Day = (10000, 1, 1)
_PLAIN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?[?~%]?")
"""The dates that nearly every dossier has: they are read without `parse_single`."""


class Date:
    """A date as written; equal to dates written the same way, and ordered by time.

    `text` is canonical EDTF, with the time of day where one is given. The date lies between `earliest` and `latest`,
    inclusive; `latest` is None when the end is open, and `earliest` is before all years when the start is.
    `precision` is "day", "month", "year", "decade", "century", or "span" for two different dates. `order` is the sort
    key: the earliest day, then the latest, open ends last.
    """

    __slots__ = ("approximate", "earliest", "latest", "order", "precision", "text", "uncertain")

    text: str
    earliest: Day
    latest: Day | None
    uncertain: bool
    approximate: bool
    precision: str
    order: tuple[Day, Day]

    def __init__(self, text: str, earliest: Day, latest: Day | None, precision: str) -> None:
        set_attribute = object.__setattr__
        set_attribute(self, "text", text)
        set_attribute(self, "earliest", earliest)
        set_attribute(self, "latest", latest)
        set_attribute(self, "uncertain", "?" in text or "%" in text)
        set_attribute(self, "approximate", "~" in text or "%" in text)
        set_attribute(self, "precision", precision)
        set_attribute(self, "order", (earliest, latest or _AFTER_LAST_DAY))

    @property
    def exact(self) -> bool:
        """Whether it is a single day, neither uncertain nor approximate."""
        return self.precision == "day" and not self.uncertain and not self.approximate

    @property
    def is_interval(self) -> bool:
        """Whether it is written with a slash, as what lasts from one date to another: `a/b`, not `[a..b]`."""
        return "/" in self.text

    @property
    def start(self) -> Date | None:
        """The first date of an interval or a span, None where it is open; a single date itself."""
        return self._end(0)

    @property
    def end(self) -> Date | None:
        """The last date of an interval or a span, None where it is open; a single date itself."""
        return self._end(1)

    @property
    def open_start(self) -> bool:
        """Whether no start is given; `latest` is None when no end is."""
        return self.earliest == _BEFORE_FIRST_DAY

    @property
    def doubt(self) -> str:
        """The precision of the coarsest part that a mark makes doubtful: "year" for `1974?-09-14`; empty without one.

        Of an interval or a span it is that of either end.
        """
        if not (self.uncertain or self.approximate):
            return ""
        found = {parse_single(text).widest_doubt for text in _ends(self.text) if text}
        return next(unit for unit in ("century", "decade", "year", "month", "day") if unit in found)

    def _end(self, number: int) -> Date | None:
        if self.precision != "span":
            return self
        text = _ends(self.text)[number]
        return _single(text) if text else None

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
        raise ValueError(f"a date must be quoted; {EXPECTED_FORM}")
    text = value.strip()
    if text.startswith("[") and text.endswith("]") and _OPEN in text:
        start, _, end = text[1:-1].partition(_OPEN)
        return _span("[{}..{}]", start.strip(), end.strip())
    start, slash, end = text.partition("/")
    if not slash:
        return _single(text)
    start, end = start.rstrip(), end.lstrip()
    if not start or not end:
        raise ValueError(f"“{text[:40]}” has an end that is missing; write .. for an open end")
    return _span("{}/{}", "" if start == _OPEN else start, "" if end == _OPEN else end)


def day_number(day: Day) -> int:
    """The number of a day, as `datetime.date.toordinal` counts them: 1 January of the year 1 is 1, the day before 0."""
    year, month, day_of_month = day
    cycles = (year - 1) // 400
    return datetime.date(year - 400 * cycles, month, day_of_month).toordinal() + 146_097 * cycles


def numbered_day(number: int) -> Day:
    """The day with a number, as `day_number` counts them."""
    cycles = (number - 1) // 146_097
    day = datetime.date.fromordinal(number - 146_097 * cycles)
    return day.year + 400 * cycles, day.month, day.day


def date_words(date: Date, *, lasting: bool = False) -> str:
    """Return the date in plain English: "14 September 1974", "about 1974", "between 30 August and 2 September 1974".

    With `lasting`, it is the date of what lasts through an interval: "30 August to 2 September 1974".
    """
    if date.precision != "span":
        return _long_form(date.text)
    start, end = _ends(date.text)
    if lasting and date.is_interval:
        if not end:
            return f"from {_nested_form(start)} on"
        return f"{_nested_form(start, end)} to {_nested_form(end)}" if start else f"until {_nested_form(end)}"
    if not end:
        return f"{_nested_form(start)} or later"
    return f"between {_nested_form(start, end)} and {_nested_form(end)}" if start else f"{_nested_form(end)} or earlier"


def short_date(date: Date, *, lasting: bool = False) -> str:
    """Return the date in a short form for lists: "14 Sep 1974", "~1974", "between 30 Aug and 2 Sep 1974".

    With `lasting`, it is the date of what lasts through an interval: "30 Aug – 2 Sep 1974", "Apr 1977 –".
    """
    if date.precision != "span":
        return _short_form(date.text)
    start, end = _ends(date.text)
    if lasting and date.is_interval:
        if not end:
            return f"{_short_form(start)} –"
        return f"{_short_form(start, end)} – {_short_form(end)}" if start else f"– {_short_form(end)}"
    if not end:
        return f"{_short_form(start)} or later"
    return f"between {_short_form(start, end)} and {_short_form(end)}" if start else f"{_short_form(end)} or earlier"


def _single(text: str) -> Date:
    match = _PLAIN.fullmatch(text)
    if match is None:
        text = with_canonical_time(text)
        parts = parse_single(text)
        return Date(text, parts.earliest, parts.latest, parts.precision)
    year, month, day = match.groups()
    number = int(year)
    if month is None:
        return Date(text, (number, 1, 1), (number, 12, 31), "year")
    if not "00" < month < "13":
        parse_single(text)
    month_number = int(month)
    last = days_in_month(number, month_number)
    if day is None:
        return Date(text, (number, month_number, 1), (number, month_number, last), "month")
    only: Day = (number, month_number, int(day))
    if not 1 <= only[2] <= last:
        parse_single(text)
    return Date(text, only, only, "day")


def _span(form: str, start: str, end: str) -> Date:
    """An interval or a span of two dates, each of which is empty where it is open."""
    if not start and not end:
        raise ValueError("a span that is open at both ends says nothing; leave the date out")
    first = _single(start) if start else None
    last = _single(end) if end else None
    if first and first == last:
        return first
    if first and last and last.latest and last.latest < first.earliest:
        other_way = form.format(last.text, first.text)
        raise ValueError(f"the span ends before it begins; write {other_way} if it is the other way round")
    is_interval = "/" in form
    text = form.format(*(date.text if date else _OPEN * is_interval for date in (first, last)))
    return Date(text, first.earliest if first else _BEFORE_FIRST_DAY, last.latest if last else None, "span")


def _ends(text: str) -> tuple[str, str]:
    """The two dates of a canonical interval or span, empty where it is open; a single date twice."""
    if text.startswith("["):
        start, _, end = text[1:-1].partition(_OPEN)
        return start, end
    start, slash, end = text.partition("/")
    return (start.removeprefix(_OPEN), end.removeprefix(_OPEN)) if slash else (text, text)


def _long_form(text: str) -> str:
    """Return a single date in words."""
    parts = parse_single(text)
    if parts.years > 1 and not _names_a_decade(parts) and not any(parts.doubts):
        return f"between {year_words(parts.year)} and {year_words(parts.year + parts.years - 1)}"
    return _nested_form(text)


def _nested_form(text: str, following: str = "") -> str:
    """Return a single date in words that fit into a span, without the year or month that it shares with `following`."""
    parts = parse_single(text)
    shared = _shared(parts, following)
    words = str(parts.day) if parts.day else ""
    if parts.month and shared != "month":
        words += f" {MONTHS[parts.month - 1]}"
    if not shared:
        words += f" {_years_words(parts, 'the ')}"
    doubts = set(parts.doubts)
    whole = _DOUBT_WORDS[parts.doubts[0]] if len(doubts) == 1 else ""
    return f"{whole}{words.lstrip()}{_time_words(parts.time)}{_partial_doubts(parts) if len(doubts) > 1 else ''}"


def _short_form(text: str, following: str = "") -> str:
    """Return a single date with its month cut to three letters, without what it shares with `following`."""
    parts = parse_single(text)
    shared = _shared(parts, following)
    words = [str(parts.day)] if parts.day else []
    if parts.month and shared != "month":
        words.append(MONTHS[parts.month - 1][:3])
    if not shared:
        words.append(_years_words(parts))
    doubt = 0
    for bits in parts.doubts:
        doubt |= bits
    return f"{'~' * bool(doubt & APPROXIMATE)}{' '.join(words)}{'?' * bool(doubt & UNCERTAIN)}"


def _shared(parts: SingleDate, following: str) -> str:
    """What a date leaves to the one that follows it in a span: its "year", its "month" too, or nothing."""
    if not following or not parts.month or parts.time or any(parts.doubts):
        return ""
    after = parse_single(following)
    if after.year != parts.year or after.years > 1 or not after.month:
        return ""
    if after.month != parts.month:
        return "year"
    return "month" if parts.day and after.day else ""


def _years_words(parts: SingleDate, article: str = "") -> str:
    """Return the year, or the years: "1974", "the 1560s", "1500–1599"."""
    if parts.years == 1:
        return year_words(parts.year)
    if _names_a_decade(parts):
        return f"{article}{parts.year}s"
    return f"{year_words(parts.year)}–{year_words(parts.year + parts.years - 1)}"


def _names_a_decade(parts: SingleDate) -> bool:
    """Whether the first year with an s names the years: not of a century, nor of a decade that would be read as one."""
    return parts.years == 10 and parts.year > 99 and parts.year % 100 != 0


def _partial_doubts(parts: SingleDate) -> str:
    """Return which parts are in doubt: " (year and month approximate)"."""
    said: dict[int, list[str]] = {}
    for bits, name in zip(parts.doubts, ("year", "month", "day"), strict=False):
        if bits:
            said.setdefault(bits, []).append(name)
    return f" ({', '.join(' and '.join(names) + ' ' + _PART_DOUBT_WORDS[bits] for bits, names in said.items())})"


def _time_words(time: str) -> str:
    """Return `T07:32:00-07:00` as ", 07:32 UTC−07:00"."""
    if not time:
        return ""
    clock, zone = re.fullmatch(r"T([0-9:.]+)(.*)", time).groups()  # type: ignore[union-attr]
    words = f", {clock.removesuffix(':00') if clock.count(':') == 2 else clock}"
    return words + (" UTC" + zone.replace("-", "−").removeprefix("Z") if zone else "")
