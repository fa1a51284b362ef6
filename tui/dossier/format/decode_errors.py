"""Translates msgspec's error about a value into a message for the author of the file."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, get_args, get_origin

from tui.dossier.problems import did_you_mean
from tui.dossier.values.cite import Cites
from tui.dossier.values.dates import Date


@lru_cache(1024)
def nearest(word: str, words: tuple[str, ...]) -> str:
    """`did_you_mean` among few words, cached because a misspelling is often repeated throughout a file."""
    return did_you_mean(word, words)


def explain(message: str, value: object, kind: Any) -> tuple[str, str, str]:
    """The code, the message and the hint for msgspec's error about `value`, which should be a `kind`."""
    if not isinstance(value, list) and item_type(kind) is not None:
        return "wrong-type", f"{type_in_words(value)} where a list is needed", "put it in brackets: […]"
    if words := allowed_words(kind):
        if not isinstance(value, str):
            return "wrong-type", f"{type_in_words(value)} where a word is needed", f"write one of {', '.join(words)}"
        near = nearest(value, words)
        return (
            "unknown-word",
            f"“{value[:60]}” is not an allowed value",
            f"{near} " * bool(near) + f"allowed values: {', '.join(words)}",
        )
    message = re.sub(r" - at `[^`]*`$", "", message)
    for custom, code in ((Cites, "bad-cite"), (Date, "bad-date")):
        if custom in (kind, *get_args(kind)):
            return code, *split_hint(message)
    if "matching regex" in message or "length <=" in message:
        return (
            "bad-id",
            f"“{str(value)[:60]}” is not a valid id",
            "an id has at most 60 characters: lower-case letters and digits, joined by single hyphens",
        )
    if "length >= 1" in message:
        return "empty-text", "it is empty", "write some text or leave the key out"
    if expected := re.match(r"Expected `([^`]*)`, got `([^`]*)`", message):
        needed, hint = _EXPECTED.get(expected[1].split(" | ")[0], ("something else", ""))
        return "wrong-type", f"{type_in_words(value)} where {needed} is needed", hint
    return "wrong-type", message, ""


def split_hint(message: str) -> tuple[str, str]:
    """Split one of our messages at its last semicolon into what is wrong and the hint; quoted words may hold others."""
    what, mark, hint = message.rpartition("; ")
    return (what, hint) if mark else (hint, "")


def item_type(kind: Any) -> Any:
    """The element type when `kind` is a homogeneous tuple."""
    return get_args(kind)[0] if get_origin(kind) is tuple else None


def allowed_words(kind: Any) -> tuple[str, ...]:
    """The allowed words when `kind` is a vocabulary, optional or not."""
    options = [kind, *get_args(kind)]
    for option in options:
        words = get_args(option)
        if words and all(isinstance(word, str) for word in words):
            return words
    return ()


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
    return "a table" if isinstance(value, dict) else "a date"
