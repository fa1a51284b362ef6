"""What to write for a date that is not EDTF: dates as people write them, and parts of EDTF that are not supported."""

from __future__ import annotations

import re

from tui.dossier.values.dates import MONTHS, parse_date

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

_DECADE = re.compile(r"(?:the )?([0-9]{3})(?:X|0s|0[’']s)", re.IGNORECASE)
_CENTURY = re.compile(r"([0-9]{2})XX", re.IGNORECASE)
_BEFORE_CHRIST = re.compile(r"-[0-9]{4}.*|[0-9]+ ?(?:BCE?|B\.C\.)", re.IGNORECASE)
_LONG_YEAR = re.compile(r"Y-?[0-9].*", re.IGNORECASE)
_SEASON = re.compile(r"([0-9]{4})-(2[1-9]|3[0-9]|4[01])")
_UNKNOWN_DIGITS = re.compile(r"([0-9]{4}(?:-[0-9]{2})?)(?:-XX){1,2}", re.IGNORECASE)


def date_hint(value: str, key: str) -> tuple[str, str] | None:
    """What is wrong with the text `value` of `key`, and what to write; None when nothing better is known.

    The words as printed go into `date_text`; only a date that they give is written as a date.
    """
    if len(value) > _LONGEST:
        return None
    text = " ".join(value.split())
    return _unsupported(text, key) or _as_people_write(text, key)


def _as_people_write(text: str, key: str) -> tuple[str, str] | None:
    wrong = f"“{text[:_SHOWN]}” is not a date"
    if (about := _ABOUT.fullmatch(text)) and (readings := _readings(about[1])):
        return wrong, f'write {key} = "{readings[0]}~"'
    if (part := _PART.fullmatch(text)) and (readings := _readings(part[2])):
        return wrong, f'write {key} = "{readings[0]}" and {_words_key(key)} = "{text}"'
    readings = _readings(text)
    if len(readings) == 2:
        hint = f'write {key} = "{readings[0]}" or "{readings[1]}"'
        return f"{wrong}: which number is the month is not clear", hint
    return (wrong, f'write {key} = "{readings[0]}"') if readings else None


def _unsupported(text: str, key: str) -> tuple[str, str] | None:
    """What is said of dates that EDTF has and this format has not."""
    shown = f"“{text[:_SHOWN]}”"
    if text.endswith("/"):
        return f"{shown} has no end", f'write {key} = "{text}..", if the end is open'
    if text.startswith("/"):
        return f"{shown} has no beginning", f'write {key} = "..{text}", if the beginning is open'
    in_words = f'leave `{key}` out and write {_words_key(key)} = "{text}"'
    if _BEFORE_CHRIST.fullmatch(text):
        return f"{shown}: years before Christ are not supported", in_words
    if _LONG_YEAR.fullmatch(text):
        return f"{shown}: only years from 0001 to 9999 are supported", in_words
    if found := _DECADE.fullmatch(text):
        hint = f'write {key} = "{found[1]}0/{found[1]}9", the span of its years'
        return f"{shown}: decades are not supported", hint
    if found := _CENTURY.fullmatch(text):
        hint = f'write {key} = "{found[1]}00/{found[1]}99", the span of its years'
        return f"{shown}: centuries are not supported", hint
    if found := _SEASON.fullmatch(text):
        hint = f'write a span of months, such as {key} = "{found[1]}-06/{found[1]}-08"'
        return f"{shown}: seasons are not supported", hint
    if found := _UNKNOWN_DIGITS.fullmatch(text):
        return f"{shown}: X for unknown digits is not supported", f'write {key} = "{found[1]}"'
    return None


def _words_key(key: str) -> str:
    """Where the words of the source go that cannot be written as a date under `key`."""
    return "date_text" if key in ("date", "start", "end") else "note"


def _readings(text: str) -> list[str]:
    """The dates that `text` may stand for, in EDTF: none, one, or two when the month may be either number."""
    if found := _NUMBERS.fullmatch(text):
        first, second, third = found.groups()
        if len(first) == 4:
            return _standard((first, second, third))
        return _standard((third, first, second), (third, second, first))
    if found := _DAY_MONTH_YEAR.fullmatch(text):
        return _standard((found[3], _number(found[2]), found[1]))
    if found := _MONTH_DAY_YEAR.fullmatch(text):
        return _standard((found[3], _number(found[1]), found[2]))
    if found := _MONTH_YEAR.fullmatch(text):
        return _standard((found[2], _number(found[1])))
    return _standard((text,))


def _standard(*candidates: tuple[str, ...]) -> list[str]:
    """Those of some dates, given as year, month and day, that exist, in EDTF, each once."""
    dates: dict[str, None] = {}
    for parts in candidates:
        try:
            dates[parse_date("-".join(part.zfill(2) for part in parts)).text] = None
        except ValueError:
            continue
    return list(dates)


def _number(month: str) -> str:
    """The number of a month that is given by its name or the beginning of it."""
    return next(str(number) for number, name in enumerate(MONTHS, 1) if name[:3] == month[:3].capitalize())
