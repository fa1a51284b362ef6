"""What to write for what EDTF (ISO 8601-2) has and this format has not: seasons, sets of dates, very long years."""

from __future__ import annotations

import re

from tui.dossier.values.dates import parse_date
from tui.dossier.values.edtf import days_in_month

_OPEN = ".."
_FAR_APART = 1000
"""A span of so many years says nothing."""
_SEASON = re.compile(r"(-?[0-9]{4})-(2[1-9]|3[0-9]|4[01])[?~%]?")
_THREE_MONTHS = ((3, 5), (6, 8), (9, 11), (12, 2))
_MONTHS_OF_SEASON = {
    **dict(zip(range(21, 33), (*2 * _THREE_MONTHS, *_THREE_MONTHS[2:], *_THREE_MONTHS[:2]), strict=True)),
    **{33 + number: (3 * number + 1, 3 * number + 3) for number in range(4)},
    **{37 + number: (4 * number + 1, 4 * number + 4) for number in range(3)},
    **{40 + number: (6 * number + 1, 6 * number + 6) for number in range(2)},
}
"""The number of a season -> its first and its last month: seasons, of the north and the south, quarters and so on."""
_LONG_YEAR = re.compile(r"(?=.*[YES])(Y?)(-?[0-9]+)(E[0-9]+)?(?:S([0-9]+))?", re.IGNORECASE)
_SET = re.compile(r"(?:\[(?=.*\]$)|\{(?=.*\}$))(.*).")
_WITH_DIGITS_MISSING = re.compile(r"(-?)([0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?[?~%]?")

Hint = tuple[str, str] | None
"""What is wrong, with `{}` for the text, and what to write; None when the text is something else."""


def unsupported(text: str, key: str, words_key: str) -> Hint:
    """What to write for a text that EDTF has and this format has not: a date for `key`, or words for `words_key`."""
    in_words = f'leave `{key}` out and write {words_key} = "{text}"'
    return (
        _open_end(text, key)
        or _long_year(text, key, in_words)
        or _season(text, key)
        or _several(text, key)
        or _digits_missing(text, key, in_words)
    )


def _open_end(text: str, key: str) -> Hint:
    if text.endswith("/") and (fixed := _valid(f"{text}..")):
        return "{} has no end", f'write {key} = "{fixed}", if the end is open'
    if text.startswith("/") and (fixed := _valid(f"..{text}")):
        return "{} has no beginning", f'write {key} = "{fixed}", if the beginning is open'
    return None


def _long_year(text: str, key: str, in_words: str) -> Hint:
    found = _LONG_YEAR.fullmatch(text)
    if found is None:
        return None
    _, year, exponent, digits = found.groups()
    fixed = "" if exponent else _valid(f"-{year[1:]:>04}" if year.startswith("-") else f"{year:>04}")
    if digits:
        unknown = 4 - int(digits)
        fixed = _valid(f"{fixed[:-unknown]}{'X' * unknown}") if fixed and unknown in (1, 2) else ""
        return "{}: significant digits are not supported", f'write {key} = "{fixed}"' if fixed else in_words
    if fixed:
        return "{}: a year of four digits takes no Y", f'write {key} = "{fixed}"'
    return "{}: only years from -9999 to 9999 are supported", in_words


def _season(text: str, key: str) -> Hint:
    start, slash, end = (part.strip() for part in text.partition("/"))
    seasons = [_SEASON.fullmatch(part) for part in (start, end)]
    if not any(seasons):
        return None
    first, last = (_months(found) if found else (part, part) for found, part in zip(seasons, (start, end), strict=True))
    fixed = _valid(f"{first[0]}/{last[1]}" if slash else f"[{first[0]}..{first[1]}]")
    such = f', such as {key} = "{fixed}"' if fixed else ""
    return "{}: seasons are not supported", f"write a span of months{such}"


def _months(season: re.Match[str]) -> tuple[str, str]:
    """The first and the last month of a season; a winter of the north ends in the year after."""
    first, last = _MONTHS_OF_SEASON[int(season[2])]
    year = int(season[1])
    return f"{_year(year)}-{first:02}", f"{_year(year + (last < first))}-{last:02}"


def _several(text: str, key: str) -> Hint:
    """Sets of dates, as one of them or as all of them, and spans whose brackets are missing or hold a slash."""
    found = _SET.fullmatch(text)
    if found is None:
        fixed = _valid(f"[{text}]") if _OPEN in text else ""
        return ("{} is not a date", f'write {key} = "{fixed}"') if fixed else None
    bracket, inner = text[0], found[1]
    if bracket == "[" and "," not in inner:
        fixed = _valid(f"[{inner.replace('/', _OPEN)}]") or _valid(inner) if _OPEN not in inner else ""
        return ("{} is not a date", f'write {key} = "{fixed}"') if fixed else None
    ends = [end.strip() for end in re.split(r",|\.\.", inner)]
    dates = [parse_date(end) for end in ends if _valid(end)]
    if not dates or len(dates) < len([end for end in ends if end]):
        return None
    first = min(dates).text if ends[0] else ""
    last = max(dates, key=lambda date: date.latest or date.earliest).text if ends[-1] else ""
    if bracket == "[":
        fixed = _valid(f"[{first}{_OPEN}{last}]")
        hint = f'write the span they lie in: {key} = "{fixed}"'
    else:
        fixed = _valid(f"{first or _OPEN}/{last or _OPEN}")
        hint = f'write a record for each, or their span: {key} = "{fixed}"'
    return ("{}: sets of dates are not supported", hint) if fixed else None


def _digits_missing(text: str, key: str, in_words: str) -> Hint:
    """X anywhere, which is supported only for the last digits of a year, and for a whole month or day."""
    written = re.sub("[xu]", "X", text, flags=re.IGNORECASE)
    found = _WITH_DIGITS_MISSING.fullmatch(written)
    if found is None or "X" not in written:
        return None
    if fixed := _valid(written):
        return "{} is not a date", f'write {key} = "{fixed}"'
    what = "{}: X is supported only for the last digits of a year, a whole month or a whole day"
    span = _days_meant(*found.groups(""))
    return what, f'write {key} = "{span}"' if span else in_words


def _days_meant(sign: str, year: str, month: str, day: str) -> str:
    """The span of the dates that the digits given allow; empty where there is none, or a very long one.

    Its ends have the parts that the date has.
    """
    first, last = sorted(int(sign + year.replace("X", digit)) for digit in "09")
    if last - first >= _FAR_APART:
        return ""
    ends = []
    for number, among in ((first, 0), (last, -1)):
        months = _matching(month, 12) if month else [0]
        days = _matching(day, days_in_month(number, months[among])) if day and months else [0]
        if not months or not days:
            return ""
        ends.append("-".join((_year(number), *(f"{part:02}" for part in (months[among], days[among]) if part))))
    return _valid(f"[{ends[0]}{_OPEN}{ends[1]}]")


def _matching(pattern: str, most: int) -> list[int]:
    """The numbers from 1 to `most` that two digits allow, of which X is any."""
    return [
        number
        for number in range(1, most + 1)
        if all(given in ("X", digit) for given, digit in zip(pattern, f"{number:02}", strict=True))
    ]


def _year(year: int) -> str:
    return f"-{-year:04}" if year < 0 else f"{year:04}"


def _valid(text: str) -> str:
    """A text in its canonical form if it is a date, otherwise nothing."""
    try:
        return parse_date(text).text
    except ValueError:
        return ""
