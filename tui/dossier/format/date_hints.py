"""What to write for a date that cannot be read: dates as people write them, and what EDTF has and this format has not.

No date is recommended that is not one itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from tui.dossier.format.edtf_hints import unsupported
from tui.dossier.values.dates import MONTHS, Date, parse_date

_QUOTED = re.compile('"([^"]+)"')
_LONGEST = 60
"""The longest text that is looked at, in characters."""
_SHOWN = 40
"""How much of it a message repeats, in characters."""

_ABOUT = re.compile(r"(?:circa|ca?\.?|about|around|approx(?:\.|imately)?)\s*([^a-z~].*|[a-z]{3}.*)", re.IGNORECASE)
_PART = re.compile(
    r"(early|mid|late|spring|summer|autumn|fall|winter|(?:beginning|middle|end) of)[ -]+(?:in )?(.+)", re.I
)
_MONTH = rf"({'|'.join(f'{month[:3]}(?:{month[3:]})?' for month in MONTHS)}|Sept)\.?,?"
_DAY = r"([0-9]{1,2})(?:st|nd|rd|th)?,?"
_YEAR = "([0-9]{4})"
_DAY_MONTH_YEAR = re.compile(rf"{_DAY} (?:of )?{_MONTH} {_YEAR}", re.IGNORECASE)
_MONTH_DAY_YEAR = re.compile(rf"{_MONTH} {_DAY} {_YEAR}", re.IGNORECASE)
_MONTH_YEAR = re.compile(rf"{_MONTH} {_YEAR}", re.IGNORECASE)
_NUMBERS = re.compile(r"([0-9]{1,4})[/.-]([0-9]{1,2})[/.-]([0-9]{1,4})")
_DECADE = re.compile(r"(?:the )?([0-9]{3})(?:0s|0[’']s|[xu?])", re.IGNORECASE)
_HUNDRED = re.compile(r"([0-9]{2})(?:xx|uu|\?\?)", re.IGNORECASE)
_CENTURY = re.compile(r"(?:the )?([0-9]{1,2})(?:st|nd|rd|th)[ -]century", re.IGNORECASE)
_BEFORE_CHRIST = re.compile(r"([0-9]{1,4}) ?(?:BCE?|B\.C\.(?:E\.)?)", re.IGNORECASE)
_AFTER_CHRIST = re.compile(
    r"(?:A\.?D\.? ?(?=[0-9]+$)|(?=[0-9]+ ?[AC]))([0-9]{1,4})(?: ?(?:CE|A\.?D\.?))?", re.IGNORECASE
)
_SHORT_YEAR = re.compile(r"-([0-9]{1,3})")
_TWO_YEARS = re.compile(r"([0-9]{4}) ?[-–—] ?([0-9]{4})")
_ON_AND_ON = re.compile(r"(.+)/ ?(?:open|unknown|present|now|today|ongoing)", re.IGNORECASE)


def date_hint(value: str, key: str) -> tuple[str, str] | None:
    """What is wrong with the text `value` of `key`, and what to write; None when nothing better is known.

    The words as printed go into `date_text`; only a date that they give is written as a date.
    """
    if len(value) > _LONGEST:
        return None
    text = " ".join(value.split())
    found = unsupported(text, key, _words_key(key)) or _as_people_write(text, key)
    return (found[0].format(f"“{text[:_SHOWN]}”"), found[1]) if found else None


def typed_date(text: str) -> Date:
    """The date that somebody typed. Raises ValueError with what is wrong, and what to type where that is known."""
    try:
        return parse_date(text)
    except ValueError:
        wrong, fix = date_hint(text, "date") or ("", "")
        dates = [quoted for quoted in _QUOTED.findall(fix) if _valid([quoted])]
        if not dates:
            raise
        raise ValueError(f"{wrong}; type {' or '.join(dates)}") from None


def _as_people_write(text: str, key: str) -> tuple[str, str] | None:
    wrong = "{} is not a date"
    if (about := _ABOUT.fullmatch(text)) and (readings := _readings(about[1])):
        return wrong, f'write {key} = "{readings[0]}~"'
    if (part := _PART.fullmatch(text)) and (readings := _readings(part[2])):
        return wrong, f'write {key} = "{readings[0]}" and {_words_key(key)} = "{text}"'
    if (years := _TWO_YEARS.fullmatch(text)) and years[1] < years[2]:
        return wrong, f"write {_span_of(years[1], years[2], key)}"
    if (year := _SHORT_YEAR.fullmatch(text)) and int(year[1]):
        return "{}: years have four digits", f'write {key} = "-{year[1]:>04}" for {int(year[1]) + 1} BC'
    readings = _readings(text)
    if len(readings) == 2:
        hint = f'write {key} = "{readings[0]}" or "{readings[1]}"'
        return f"{wrong}: {_unclear(text)}", hint
    return (wrong, f'write {key} = "{readings[0]}"') if readings else None


def _span_of(start: str, end: str, key: str) -> str:
    """How a span is written under `key`, of which only the date of an event says that something lasts."""
    some_day = f'{key} = "[{start}..{end}]"'
    return f'{some_day} for some day between, or "{start}/{end}" for an event that lasts' if key == "date" else some_day


def _unclear(text: str) -> str:
    return "which number is the month is not clear" if _NUMBERS.fullmatch(text) else "ten years or a hundred?"


def _words_key(key: str) -> str:
    """Where the words of the source go that cannot be written as a date under `key`."""
    return "date_text" if key in ("date", "start", "end") else "note"


def _readings(text: str) -> list[str]:
    """The dates that `text` may stand for, in EDTF: none, one, or two when it can be read in two ways."""
    if found := _NUMBERS.fullmatch(text):
        first, second, third = found.groups()
        if len(first) == 4:
            return _standard((first, second, third))
        return _standard((third, first, second), (third, second, first))
    for pattern, reading in _YEAR_READINGS:
        if found := pattern.fullmatch(text):
            return _valid(reading(found))
    if found := _DAY_MONTH_YEAR.fullmatch(text):
        return _standard((found[3], _number(found[2]), found[1]))
    if found := _MONTH_DAY_YEAR.fullmatch(text):
        return _standard((found[3], _number(found[1]), found[2]))
    if found := _MONTH_YEAR.fullmatch(text):
        return _standard((found[2], _number(found[1])))
    return _standard((text,))


def _decades(found: re.Match[str]) -> list[str]:
    """`1930s` is a decade; `1900s` may be a hundred years."""
    tens = f"{found[1]}X"
    return [tens, f"{found[1][:2]}XX"] if found[1].endswith("0") and found[0][-1] == "s" else [tens]


_YEAR_READINGS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], list[str]]], ...] = (
    (_DECADE, _decades),
    (_HUNDRED, lambda found: [f"{found[1]}XX"]),
    (_CENTURY, lambda found: [f"[{int(found[1]) * 100 - 99:04}..{int(found[1]) * 100:04}]"]),
    (_BEFORE_CHRIST, lambda found: [f"-{int(found[1]) - 1:04}" if int(found[1]) > 1 else "0000"]),
    (_AFTER_CHRIST, lambda found: [f"{int(found[1]):04}"]),
    (_ON_AND_ON, lambda found: [f"{found[1].strip()}/.."]),
)


def _standard(*candidates: tuple[str, ...]) -> list[str]:
    """Those of some dates, given as year, month and day, that exist, in EDTF, each once."""
    return _valid("-".join(part.zfill(2) for part in parts) for parts in candidates)


def _valid(candidates: Iterable[str]) -> list[str]:
    """Those of some texts that are dates, in their canonical form, each once."""
    dates: dict[str, None] = {}
    for text in candidates:
        try:
            dates[parse_date(text).text] = None
        except ValueError:
            continue
    return list(dates)


def _number(month: str) -> str:
    """The number of a month that is given by its name or the beginning of it."""
    return next(str(number) for number, name in enumerate(MONTHS, 1) if name[:3] == month[:3].capitalize())
