"""What is wrong with a value, in our words: the one place that knows how msgspec puts it.

May not know where the value stands.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, get_args, get_origin

from tui.dossier.problems import did_you_mean
from tui.dossier.values.cite import Cites
from tui.dossier.values.dates import Date


@lru_cache(1024)
def nearest(word: str, words: tuple[str, ...]) -> str:
    """`did_you_mean` among few words, remembered: the same slip is often made all through a file."""
    return did_you_mean(word, words)


def explain(message: str, value: object, kind: Any) -> tuple[str, str, str]:
    """Code, what and hint in our words for msgspec's complaint about `value`."""
    if not isinstance(value, list) and item_type(kind) is not None:
        return "wrong-type", f"{type_in_words(value)} where a list is needed", "put it in brackets: […]"
    if words := allowed_words(kind):
        if not isinstance(value, str):
            return "wrong-type", f"{type_in_words(value)} where a word is needed", f"one of {', '.join(words)}"
        near = nearest(value, words)
        return (
            "unknown-word",
            f"“{value[:60]}” is not one of its words",
            f"{near} " * bool(near) + f"allowed: {', '.join(words)}",
        )
    message = re.sub(r" - at `[^`]*`$", "", message)
    for custom, code in ((Cites, "bad-cite"), (Date, "bad-date")):
        if custom in (kind, *get_args(kind)):
            return code, *split_hint(message)
    if "matching regex" in message or "length <=" in message:
        return (
            "bad-id",
            f"“{str(value)[:60]}” is no id",
            "ids are lower-case letters and digits joined by single hyphens, at most 60",
        )
    if "length >= 1" in message:
        return "empty-text", "it is empty", "write the text or leave the key out"
    if expected := re.match(r"Expected `([^`]*)`, got `([^`]*)`", message):
        needed, hint = _EXPECTED.get(expected[1].split(" | ")[0], ("something else", ""))
        return "wrong-type", f"{type_in_words(value)} where {needed} is needed", hint
    return "wrong-type", message, ""


def split_hint(message: str) -> tuple[str, str]:
    """What is wrong and what to do, from a message of ours; the words quoted in it may hold a semicolon too."""
    what, mark, hint = message.rpartition("; ")
    return (what, hint) if mark else (hint, "")


def item_type(kind: Any) -> Any:
    """The element type when `kind` is a homogeneous tuple."""
    return get_args(kind)[0] if get_origin(kind) is tuple else None


def allowed_words(kind: Any) -> tuple[str, ...]:
    """The allowed words when `kind` is a vocabulary, perhaps optional."""
    options = [kind, *get_args(kind)]
    for option in options:
        words = get_args(option)
        if words and all(isinstance(word, str) for word in words):
            return words
    return ()


_EXPECTED = {
    "str": ("a text", 'write it between quotation marks: "…"'),
    "int": ("a whole number", "write digits, without quotation marks"),
    "bool": ("true or false", "write true or false, without quotation marks"),
    "array": ("a list", "put it in brackets: […]"),
    "object": ("a table", "write it between braces: { key = … }"),
}
"""A type in msgspec's words: what it is in ours, and how it is written."""


def type_in_words(value: object) -> str:
    """What stands there: `a text`, `a list`."""
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int | float):
        return "a number"
    if isinstance(value, str):
        return "a text"
    if isinstance(value, list):
        return "a list"
    return "a table" if isinstance(value, dict) else "a date"
