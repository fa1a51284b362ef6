"""Locators: where in a source something is, in the terms in which it is printed or recorded.

They are the locators of CSL 1.0.2, such as `page=412-413`, and the time of W3C media fragments, `t=00:12:30`. They are
kept as they are written in a cite, several joined by `&`, and say nothing about the paragraphs of a copy.
"""

import re
from functools import cache, lru_cache
from types import MappingProxyType
from typing import NamedTuple, get_args

from tui.dossier.values.vocabulary import Locator

LOCATORS: tuple[str, ...] = get_args(Locator)
"""Every locator, in the order of the vocabulary."""

TIMES = ("t", "timestamp")
"""The locators whose value is a time, or a span of time."""
TEXTS = ("sub-verbo", "title-locator", "version")
"""The locators whose value is any text on one line."""

_MARKS = MappingProxyType(
    {
        "act": ("act", "acts"),
        "appendix": ("app.", "apps."),
        "article-locator": ("art.", "arts."),
        "book": ("bk.", "bks."),
        "canon": ("can.", "cans."),
        "chapter": ("ch.", "chs."),
        "column": ("col.", "cols."),
        "elocation": ("loc.", "locs."),
        "equation": ("eq.", "eqs."),
        "figure": ("fig.", "figs."),
        "folio": ("fol.", "fols."),
        "issue": ("no.", "nos."),
        "line": ("l.", "ll."),
        "note": ("n.", "nn."),
        "opus": ("op.", "opp."),
        "page": ("p.", "pp."),
        "paragraph": ("para.", "paras."),
        "part": ("pt.", "pts."),
        "rule": ("r.", "rr."),
        "scene": ("sc.", "scs."),
        "section": ("§", "§§"),
        "sub-verbo": ("s.v.", "s.v."),
        "supplement": ("suppl.", "suppls."),
        "table": ("table", "tables"),
        "title-locator": ("tit.", "tit."),
        "verse": ("v.", "vv."),
        "version": ("version", "version"),
        "volume": ("vol.", "vols."),
    }
)
"""Locator -> how it is abbreviated for one place and for a span. Times stand for themselves."""

_PLAIN = r"[^\s#&=,;–!-'*-/:-@\\-`{-~§¶-][^\s#&=,;–-]{0,19}"
_TEXT = r"[^\s#&]([^#&\r\n]{0,98}[^\s#&])?"
_TIME = r"(([0-9]{1,4}:)?[0-5]?[0-9]:[0-5][0-9](\.[0-9]{1,6})?|[0-9]{1,7}(\.[0-9]{1,6})?)"


def value_pattern(locator: str) -> str:
    """Return the pattern of the values of a locator, without anchors, as Python and ECMAScript read it.

    It is a number, a numeral, a letter or a span of two without the abbreviation of the locator (`412-413`, `II.3`,
    `12r`), a time or a span of time (`10,20`, `,20` from the beginning), or any text on one line.
    """
    if locator in TIMES:
        return f"(npt:)?({_TIME}([,–-]{_TIME})?|,{_TIME})"
    if locator in TEXTS:
        return _TEXT
    marks = "|".join(re.escape(mark) for mark in _MARKS[locator] if mark.endswith("."))
    return (f"(?!{marks})" if marks else "") + f"{_PLAIN}([–-]{_PLAIN})*"


@cache
def _values(locator: str) -> re.Pattern[str]:
    """The compiled pattern of the values of a locator: few dossiers use more than two or three of them."""
    return re.compile(value_pattern(locator))


_ROMAN = "(?=[ivxlcdm])m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})"
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_LETTERS_FIRST = frozenset("CDLM")
"""Single capitals that number appendices and sections by the alphabet far more often than as numerals."""
_ROMAN_CLASS, _NUMBER_CLASS, _TEXT_CLASS = range(3)

Key = tuple[tuple[int, float, str], ...]
"""A sort key: class, number and text of each piece."""


class Place(NamedTuple):
    """One locator with its value, as written: `("page", "412-413")`."""

    locator: str
    value: str


def places(written: str) -> tuple[Place, ...]:
    """Take apart what `fault` finds no fault in, such as `page=412&line=20`; nothing for an empty text."""
    return tuple(Place(*part.partition("=")[::2]) for part in written.split("&")) if written else ()


def fault(locator: str, value: str) -> str:
    """Return what is wrong with the value of a known locator and, after "; ", what to write; "" when nothing is."""
    if not value.strip():
        return f"`{locator}` of a cite is empty; write where it is, such as {_example(locator)}, or leave it out"
    if locator in TIMES and value.startswith(("smpte", "clock:")):
        return f"`{locator}` counts frames or names a time of day; write seconds, mm:ss or hh:mm:ss, such as 00:12:30"
    if _values(locator).fullmatch(value) is None:
        return f"“{value[:60]}” is not a value of `{locator}`; write {_form(locator)}"
    if (span := _span(locator, value)) and _key(locator, span[1]) < _key(locator, span[0]):
        return f"`{locator}` {value[:60]} runs backwards; write both in full, the earlier one first"
    return ""


def _example(locator: str) -> str:
    return "00:12:30" if locator in TIMES else "“Weir”" if locator in TEXTS else "412 or 412-413"


def _form(locator: str) -> str:
    if locator in TIMES:
        return "seconds, mm:ss or hh:mm:ss, or two of them with a comma between, such as 00:12:30"
    if locator in TEXTS:
        return "up to 100 characters on one line, without # and &"
    return "one place or a span without spaces, such as 412, II.3, 12r or 412-413; for several places a cite each"


@lru_cache(4096)
def in_words(written: str) -> str:
    """Return locators as a scholar prints them: `p. 412`, `pp. 412–413`, `§ II.3`, `12:30`, `p. 412, l. 20`."""
    return ", ".join(_in_words(*place) for place in places(written))


def _in_words(locator: str, value: str) -> str:
    span = _span(locator, value)
    if locator in TIMES:
        return "–".join(_clock(_seconds(time)) for time in span or (value,))
    one, several = _MARKS[locator]
    if locator in TEXTS:
        return f"{one} {value}"
    return f"{several} {'–'.join(span)}" if span else f"{one} {value}"


@lru_cache(4096)
def sort_key(written: str) -> tuple[tuple[int, Key], ...]:
    """Return the key by which locators sort: numbers and roman numerals by value, `12r` before `12v`."""
    return tuple(
        (LOCATORS.index(locator), _key(locator, part))
        for locator, value in places(written)
        for part in _span(locator, value) or (value,)
    )


def _span(locator: str, value: str) -> tuple[str, str] | None:
    """The two ends of a span; None for one place, also for one whose number has a hyphen in it, such as `A-12`."""
    if locator in TEXTS:
        return None
    if locator in TIMES:
        first, mark, last = value.removeprefix("npt:").replace("–", ",").replace("-", ",").partition(",")
        return (first or "0", last) if mark else None
    first, mark, last = value.replace("–", "-").partition("-")
    alike = mark and "-" not in last and _shape(_key(locator, first)) == _shape(_key(locator, last))
    return (first, last) if alike else None


def _shape(key: Key) -> tuple[int, ...]:
    return tuple(kind for kind, _, _ in key)


def _key(locator: str, value: str) -> Key:
    if locator in TIMES:
        return ((_NUMBER_CLASS, _seconds(value), ""),)
    return tuple(piece for word in re.findall(r"\w+|\W+", value) for piece in _pieces(word))


def _pieces(word: str) -> list[tuple[int, float, str]]:
    """The pieces of a word: one if it is a roman numeral, else its runs of digits and of other characters."""
    if numeral := _roman(word):
        return [(_ROMAN_CLASS, numeral, "")]
    return [
        (_NUMBER_CLASS, int(run), "") if run.isdecimal() else (_TEXT_CLASS, 0, run)
        for run in re.findall(r"\d+|\D+", word)
    ]


def _roman(word: str) -> int:
    """The value of a roman numeral in one case, 0 for any other word."""
    letters = word.lower()
    if word not in (letters, word.upper()) or word in _LETTERS_FIRST or re.fullmatch(_ROMAN, letters) is None:
        return 0
    values = [_ROMAN_VALUES[letter] for letter in letters]
    return sum(
        -value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True)
    )


def _seconds(time: str) -> float:
    seconds = 0.0
    for part in time.removeprefix("npt:").split(":"):
        seconds = 60 * seconds + float(part)
    return seconds


def _clock(seconds: float) -> str:
    """Seconds as `12:30` or `1:02:03`, with the fraction where there is one."""
    whole = int(seconds)
    fraction = f"{seconds - whole:.3f}".rstrip("0").rstrip(".")[1:]
    hours, rest = divmod(whole, 3600)
    clock = f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"
    return clock + fraction
