"""Cleaning: every string of a dossier passes through here before it can reach a terminal.

A string in a dossier may contain anything that TOML can express: escape sequences, direction overrides, invisible
characters. What is returned is plain, printable text with a type of its own, so that mypy reports where an uncleaned
string would be used.
"""

import re
from functools import cache, lru_cache
from typing import Any, NewType, TypeVar

Safe = NewType("Safe", str)
"""Text returned by `clean` or `line`: printable characters, and line feeds if it comes from `clean`."""

NESTING = 64
"""The levels of tables and arrays that `clean_tree` follows; a dossier needs six."""

T = TypeVar("T")

LINE_BREAKS = "\x85\u2028\u2029"
"""The characters that cleaning makes a line feed of, besides those that TOML takes for one."""
_JOINERS = "\u200c\u200d"

# Dropped, as invisible: soft hyphen, grapheme joiner, zero-width space, direction marks, word joiner, byte order mark;
# Khmer and Mongolian invisibles; variation selectors and the keycap, on whose width terminals disagree.
_DROPPED = r"\xad\u034f\u061c\u200b\u200e\u200f\u2060\ufeff\u17b4\u17b5\u180b-\u180f\ufe00-\ufe0f\u20e3"
_DROPPED_ABOVE = r"\U0001f3fb-\U0001f3ff\U000e0000-\U000e0fff"  # skin tones; tags and more variation selectors

# Replaced by U+FFFD: C1 controls; embeddings, overrides, isolates; invisible operators; fillers that look like space;
# annotation marks; surrogates and non-characters; formatting of shorthand, music and hieroglyphs.
_REPLACED = (
    r"\x80-\x84\x86-\x9f\u202a-\u202e\u2061-\u206f\u115f\u1160\u3164\uffa0\ufff0-\ufffb"
    r"\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
)
_REPLACED_ABOVE = r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U00013430-\U0001343f" + "".join(
    rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(1, 17)
)

_MAX_STACKED_MARKS = 3
"""The most combining marks on one base that are drawn over it or pile up around it."""
_MAX_MARKS = 6
"""The most combining marks on one base."""


@cache
def _suspect() -> re.Pattern[str]:
    """Every unwanted character, and all above U+FFFF: few ranges beyond the BMP make it five times as fast."""
    return re.compile(rf"[\x00-\x09\x0b-\x1f\x7f{LINE_BREAKS}{_DROPPED}{_REPLACED}\U00010000-\U0010ffff]")


@cache
def _dropped() -> re.Pattern[str]:
    return re.compile(f"[{_DROPPED}{_DROPPED_ABOVE}]")


@cache
def _replaced() -> re.Pattern[str]:
    return re.compile(f"[{_REPLACED}{_REPLACED_ABOVE}]")


@cache
def _mark_runs() -> re.Pattern[str]:
    """Runs that may contain too many combining marks: no mark in Unicode is a word character to `re`."""
    return re.compile(r"[^\w\x00-\x7f]{4,}")


@cache
def _joiner_runs() -> re.Pattern[str]:
    """Runs of joiners; group 1 is set between letters of the scripts that need them, Arabic to Sinhala."""
    return re.compile(rf"(?<=[\u0600-\u0dff])([{_JOINERS}])[{_JOINERS}]*(?=[\u0600-\u0dff])|[{_JOINERS}]+")


def clean(text: str) -> Safe:
    """Return text that is safe to print, its lines separated by line feeds. Cleaning is idempotent.

    Control characters become their pictures, direction changes and non-characters U+FFFD, every kind of line break a
    line feed, a tab one space. Invisible characters are dropped, but joiners stay where Arabic and Indic scripts need
    them. A base character keeps at most three marks that stack on it and six marks in all.
    """
    if text.isascii() and (text.isprintable() or text.replace("\n", "").isprintable()):
        return Safe(text)
    text = _suspect().sub(_replacement, text.replace("\r\n", "\n"))
    if not text.isascii():
        text = _mark_runs().sub(_limit_marks, text)
        if "\u200c" in text or "\u200d" in text:
            text = _joiner_runs().sub(_limit_joiners, text)
    return Safe(text)


def line(text: str) -> Safe:
    """Return text that is safe to print on one line, every run of white space collapsed into a single space."""
    return Safe(" ".join(clean(text).split()))


def distinct(name: Safe, taken: dict[str, Any], tries: dict[str, int]) -> Safe:
    """Return `name`, or `name (2)`, `name (3)` and so on if it is taken; `tries` keeps the last number tried."""
    candidate = name
    while candidate in taken:
        tries[name] = tries.get(name, 1) + 1
        candidate = Safe(f"{name} ({tries[name]})")
    return candidate


def clean_tree(value: T) -> T:
    """Return a copy of a parsed TOML document with every key and every string cleaned.

    Two keys of a table that look the same once cleaned are both kept: the second reads `key (2)`. Raises
    RecursionError when tables and arrays are nested more than NESTING levels deep.
    """
    clean_keys: dict[str, Safe] = {}
    root: list[Any] = []
    level: list[tuple[Any, Any]] = [([value], root)]
    depth = 0
    while level:
        if depth > NESTING:
            raise RecursionError(f"more than {NESTING} levels of tables and arrays")
        depth += 1
        next_level: list[tuple[Any, Any]] = []
        for source, target in level:
            if type(source) is list:
                for item in source:
                    target.append(_copied(item, next_level))
                continue
            tries: dict[str, int] = {}
            for key, item in source.items():
                cleaned = clean_keys.get(key)
                if cleaned is None:
                    cleaned = clean_keys[key] = clean(key)
                if cleaned in target:
                    cleaned = distinct(cleaned, target, tries)
                target[cleaned] = _copied(item, next_level)
        level = next_level
    copy: T = root[0]
    return copy


def _copied(item: Any, unfilled: list[tuple[Any, Any]]) -> Any:
    """Return a cleaned string, any other scalar unchanged, or an empty container that is noted in `unfilled`."""
    kind = type(item)
    if kind is str:
        return item if item.isascii() and item.isprintable() else clean(item)
    if kind is dict or kind is list:
        copy: Any = kind()
        if item:
            unfilled.append((item, copy))
        return copy
    return item


def _replacement(match: re.Match[str]) -> str:
    return _replacement_of(match[0])


@lru_cache(4096)
def _replacement_of(char: str) -> str:
    """Return the replacement of a suspect character, perhaps itself."""
    if char in "\r" + LINE_BREAKS:
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


def _limit_marks(match: re.Match[str]) -> str:
    """Drop the combining marks beyond `_MAX_STACKED_MARKS` and `_MAX_MARKS` on each base."""
    from unicodedata import category, combining

    kept = []
    stacked = marks = 0
    for char in match[0]:
        kind = category(char)
        if kind[0] == "M" or char in _JOINERS:
            marks += 1
            # class 1 is drawn over the base, from 200 on marks pile up around it; the others have their own positions
            stacked += kind == "Me" or combining(char) == 1 or combining(char) >= 200
            if stacked > _MAX_STACKED_MARKS or marks > _MAX_MARKS:
                continue
        else:
            stacked = marks = 0
        kept.append(char)
    return "".join(kept)


def _limit_joiners(match: re.Match[str]) -> str:
    return match[1] or ("\u200c" if "\u200c" in match[0] else "")
