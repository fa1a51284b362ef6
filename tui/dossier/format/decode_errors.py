"""Translates msgspec's error about a value into a message for the author of the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Annotated, Any, get_args, get_origin

from tui.dossier.format.shape_rules import BAD_CITE, BAD_DATE, BAD_ID, EMPTY_TEXT, UNKNOWN_WORD, WRONG_TYPE
from tui.dossier.kinds.record import REFERENCE
from tui.dossier.problems import Rule, did_you_mean
from tui.dossier.values.cite import Cites
from tui.dossier.values.dates import Date


@lru_cache(1024)
def nearest(word: str, words: tuple[str, ...]) -> str:
    """`did_you_mean` among few words, cached because a misspelling is often repeated throughout a file."""
    return did_you_mean(word, words)


@lru_cache(1024)
def nearest_term(word: str, terms: tuple[str, ...]) -> str:
    """`did you mean “x”?` for the term of a vocabulary that `word` stands for or is a slip of, or nothing."""
    from tui.dossier.values.synonyms import meant

    term = meant(word, terms)
    return f"did you mean “{term}”?" if term else did_you_mean(word, terms)


def explain(message: str, value: object, kind: Any, key: str) -> tuple[Rule, str, str]:
    """The broken rule, what is wrong and a hint, for msgspec's error about the `value` of `key`, not a `kind`."""
    if not isinstance(value, list) and item_type(kind) is not None:
        return WRONG_TYPE, f"{type_in_words(value)} where a list is needed", "put it in brackets: […]"
    if words := allowed_words(kind):
        if not isinstance(value, str):
            return WRONG_TYPE, f"{type_in_words(value)} where a word is needed", f"write one of {', '.join(words)}"
        near = nearest_term(value, words)
        return (
            UNKNOWN_WORD,
            f"“{value[:60]}” is not an allowed value",
            f"{near} " * bool(near) + f"allowed values: {', '.join(words)}",
        )
    message = re.sub(r" - at `[^`]*`$", "", message)
    if Date in options(kind):
        from tui.dossier.format.date_hints import date_hint

        what, hint = split_hint(message)
        better = date_hint(value, key) if isinstance(value, str) else None
        return BAD_DATE, *(better or (what, hint))
    if Cites in options(kind):
        return BAD_CITE, *split_hint(message)
    if "matching regex" in message or "length <=" in message:
        return (
            BAD_ID,
            f"“{str(value)[:60]}” is not a valid id",
            "an id has at most 60 characters: lower-case letters and digits, joined by single hyphens",
        )
    if "length >= 1" in message:
        return EMPTY_TEXT, "it is empty", "write some text or leave the key out"
    if isinstance(value, list) and REFERENCE in _metadata(kind):
        return WRONG_TYPE, "a list where one id is needed", "it takes one id; for several write one record each"
    if expected := re.match(r"Expected `([^`]*)`, got `([^`]*)`", message):
        needed, hint = _EXPECTED.get(expected[1].split(" | ")[0], ("something else", ""))
        return WRONG_TYPE, f"{type_in_words(value)} where {needed} is needed", hint
    return WRONG_TYPE, message, ""


def split_hint(message: str) -> tuple[str, str]:
    """Split one of our messages at its last semicolon into what is wrong and the hint; quoted words may hold others."""
    what, mark, hint = message.rpartition("; ")
    return (what, hint) if mark else (hint, "")


def options(kind: Any) -> Iterator[Any]:
    """The types that `kind` is a union of, itself included, without their annotations."""
    yield kind
    if get_origin(kind) is Annotated:
        yield from options(kind.__origin__)
    elif get_origin(kind) is not tuple:
        for option in get_args(kind):
            if not isinstance(option, str):
                yield from options(option)


def item_type(kind: Any) -> Any:
    """The element type when `kind` is a homogeneous tuple."""
    return next((get_args(option)[0] for option in options(kind) if get_origin(option) is tuple), None)


def allowed_words(kind: Any) -> tuple[str, ...]:
    """The allowed words when `kind` is a vocabulary, optional or not."""
    for option in options(kind):
        words = get_args(option)
        if words and all(isinstance(word, str) for word in words):
            return words
    return ()


def _metadata(kind: Any) -> list[Any]:
    """What annotates `kind` or one of its options."""
    return [note for option in options(kind) for note in getattr(option, "__metadata__", ())]


_EXPECTED = {
    "str": ("text", 'write it in quotes: "…"'),
    "int": ("a whole number", "write digits without quotes"),
    "bool": ("true or false", "write true or false without quotes"),
    "array": ("a list", "put it in brackets: […]"),
    "object": ("a table", "write it in braces: { key = … }"),
}
"""msgspec's name of a type -> our name for it, and how it is written."""


def type_in_words(value: object) -> str:
    """What a value is: `text`, `a list`."""
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int | float):
        return "a number"
    if isinstance(value, str):
        return "text"
    if isinstance(value, list):
        return "a list"
    if value is None:
        return "null"
    return "a table" if isinstance(value, dict) else "a date"
