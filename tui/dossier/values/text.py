"""Text as it may reach a terminal: the one door through which every word of a dossier comes in.

A string in a dossier may hold anything TOML can spell: escape sequences, characters that turn the reading direction,
invisible ones. What leaves this file is plain, printable text of its own type, so that mypy sees where a raw string
would slip through. This file knows neither TOML nor the dossier's shape, and no Textual and no Rich.
"""

import re
from functools import cache, lru_cache
from typing import Any, NewType, TypeVar

Safe = NewType("Safe", str)
"""Text that `clean` or `line` has passed: printable characters, and line feeds if it came from `clean`."""

NESTING = 64
"""How many levels of tables and arrays `clean_tree` follows; a dossier needs six."""

T = TypeVar("T")

_BREAKS = "\x85\u2028\u2029"
_JOINERS = "\u200c\u200d"

# Invisible, and dropped: soft hyphen, grapheme joiner, zero-width space, direction marks, word joiner, byte order mark;
# Khmer and Mongolian invisibles; variation selectors and the keycap, on whose width terminals disagree.
_DROPPED = r"\xad\u034f\u061c\u200b\u200e\u200f\u2060\ufeff\u17b4\u17b5\u180b-\u180f\ufe00-\ufe0f\u20e3"
_DROPPED_ABOVE = r"\U0001f3fb-\U0001f3ff\U000e0000-\U000e0fff"  # skin tones; tags and more variation selectors

# Replaced by U+FFFD: C1 controls; embeddings, overrides, isolates; invisible operators; fillers that look like space;
# annotation marks; half characters and non-characters; formatting of shorthand, music and hieroglyphs.
_REPLACED = (
    r"\x80-\x84\x86-\x9f\u202a-\u202e\u2061-\u206f\u115f\u1160\u3164\uffa0\ufff0-\ufffb"
    r"\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
)
_REPLACED_ABOVE = r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U00013430-\U0001343f" + "".join(
    rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(1, 17)
)

_STACKED = 3
_MARKS = 6


@cache
def _suspect() -> re.Pattern[str]:
    """Every unwanted character, and all above U+FFFF: so few ranges outside the BMP are five times as fast."""
    return re.compile(rf"[\x00-\x09\x0b-\x1f\x7f{_BREAKS}{_DROPPED}{_REPLACED}\U00010000-\U0010ffff]")


@cache
def _dropped() -> re.Pattern[str]:
    return re.compile(f"[{_DROPPED}{_DROPPED_ABOVE}]")


@cache
def _replaced() -> re.Pattern[str]:
    return re.compile(f"[{_REPLACED}{_REPLACED_ABOVE}]")


@cache
def _crowd() -> re.Pattern[str]:
    """Runs that may hold too many combining marks: no mark in Unicode is a word character to `re`."""
    return re.compile(r"[^\w\x00-\x7f]{4,}")


@cache
def _joints() -> re.Pattern[str]:
    """Runs of joiners, with whether they stand between letters of the scripts that need them: Arabic to Sinhala."""
    return re.compile(rf"(?<=[\u0600-\u0dff])([{_JOINERS}])[{_JOINERS}]*(?=[\u0600-\u0dff])|[{_JOINERS}]+")


def clean(s: str) -> Safe:
    """Return text safe to print, its lines parted by line feeds; cleaning twice changes nothing more.

    Control characters become their pictures, direction changes and non-characters U+FFFD, every kind of line end a
    line feed, a tab one space. What is invisible is dropped, joiners stay where Arabic and Indic scripts need them.
    One base keeps at most three marks that stack on it and six marks in all.
    """
    if s.isascii() and (s.isprintable() or s.replace("\n", "").isprintable()):
        return Safe(s)
    s = _suspect().sub(_stand_in, s.replace("\r\n", "\n"))
    if not s.isascii():
        s = _crowd().sub(_thinned, s)
        if "\u200c" in s or "\u200d" in s:
            s = _joints().sub(_joint, s)
    return Safe(s)


def line(s: str) -> Safe:
    """Return text safe to print on one line, every run of white space folded to a single space."""
    return Safe(" ".join(clean(s).split()))


def distinct(name: Safe, taken: dict[str, Any], tries: dict[str, int]) -> Safe:
    """Return `name`, or if that is taken `name (2)`, `name (3)` and so on; `tries` remembers where counting stopped."""
    free = name
    while free in taken:
        tries[name] = tries.get(name, 1) + 1
        free = Safe(f"{name} ({tries[name]})")
    return free


def clean_tree(value: T) -> T:
    """Return a copy of what a TOML parser gave, every key and every string in it cleaned.

    Two keys of a table that look the same once cleaned are both kept: the second reads `key (2)`. Raises
    RecursionError when tables and arrays are nested more than NESTING levels deep.
    """
    names: dict[str, Safe] = {}
    root: list[Any] = []
    level: list[tuple[Any, Any]] = [([value], root)]
    depth = 0
    while level:
        if depth > NESTING:
            raise RecursionError(f"more than {NESTING} levels of tables and arrays")
        depth += 1
        below: list[tuple[Any, Any]] = []
        for source, target in level:
            if type(source) is list:
                for item in source:
                    target.append(_copied(item, below))
                continue
            tries: dict[str, int] = {}
            for key, item in source.items():
                name = names.get(key)
                if name is None:
                    name = names[key] = clean(key)
                if name in target:
                    name = distinct(name, target, tries)
                target[name] = _copied(item, below)
        level = below
    copy: T = root[0]
    return copy


def _copied(item: Any, below: list[tuple[Any, Any]]) -> Any:
    """Return a cleaned string, any other plain value as it is, or an empty container noted in `below` to be filled."""
    kind = type(item)
    if kind is str:
        return item if item.isascii() and item.isprintable() else clean(item)
    if kind is dict or kind is list:
        copy: Any = kind()
        if item:
            below.append((item, copy))
        return copy
    return item


def _stand_in(match: re.Match[str]) -> str:
    return _shown(match[0])


@lru_cache(4096)
def _shown(char: str) -> str:
    """Return what stands for one suspect character."""
    if char in "\r" + _BREAKS:
        return "\n"
    if char == "\t":
        return " "
    if char < " ":
        return chr(0x2400 + ord(char))
    if char == "\x7f":
        return "\u2421"
    if _dropped().match(char):
        return ""
    return "\ufffd" if _replaced().match(char) else char


def _thinned(match: re.Match[str]) -> str:
    from unicodedata import category, combining

    kept = []
    stacked = marks = 0
    for char in match[0]:
        kind = category(char)
        if kind[0] == "M" or char in _JOINERS:
            marks += 1
            # class 1 is drawn over the base, from 200 on marks pile up around it; the rest have a place of their own
            stacked += kind == "Me" or combining(char) == 1 or combining(char) >= 200
            if stacked > _STACKED or marks > _MARKS:
                continue
        else:
            stacked = marks = 0
        kept.append(char)
    return "".join(kept)


def _joint(match: re.Match[str]) -> str:
    return match[1] or ("\u200c" if "\u200c" in match[0] else "")
