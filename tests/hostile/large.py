"""Dossiers whose fields are far too long: every text of one shape in every key that takes any text."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tests.hostile import texts
from tests.hostile.base import Tree, at, is_list, tree

ENTRIES = 100_000
"""So many entries has a list that is far too long."""

SHAPES: Mapping[str, Callable[[int], str]] = {
    "word": lambda size: "x" * size,
    "words": lambda size: "word " * (size // 5),
    "wide-word": lambda size: "文" * (size // 3),
    "wide-words": lambda size: "文 " * (size // 4),
    "letters": lambda size: "Հայ " * (size // 7),
    "lines": lambda size: "a" + "\n" * size + "b",
    "rows": lambda size: "a\n" * (size // 2),
    "marks": lambda size: "e\u0301" * (size // 3),
    "escapes": lambda size: "\x1b[2J" * (size // 4),
}
"""A text of about so many bytes, by name."""


def filled(words: str) -> Tree:
    """The base with `words` in every prose key of the first records, and in their exact words."""
    made = tree()
    for key in texts.prose():
        at(made, key.path[:-1])[key.name] = [words] if is_list(key) else words
    for rows in made.values():
        for row in rows[:1] if isinstance(rows, list) and isinstance(rows[0], dict) else ():
            for cite in row.get("cite", ()):
                if isinstance(cite, dict):
                    cite |= {"exact": words, "prefix": words, "suffix": words}
    return made


def listed(entries: int = ENTRIES) -> Tree:
    """The base with very many texts in every list of texts, and half as many offices."""
    made = tree()
    for key in texts.prose():
        if is_list(key):
            at(made, key.path[:-1])[key.name] = [f"{key.name} {number}" for number in range(entries)]
    for actor in made["actors"]:
        actor["roles"] = [{"title": "Office", "of": actor["id"]}] * (entries // 2)
    return made
