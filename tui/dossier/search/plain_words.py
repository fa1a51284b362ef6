"""Words alone, for lists of nothing but names: all have to be there, in any order, as parts of words too."""

from __future__ import annotations

from tui.dossier.search.matched_words import MatchedWords
from tui.dossier.search.query import Value
from tui.dossier.values.fold import fold


def plain_words(text: str) -> list[str]:
    """The words of what is typed, folded, for `contains_all`."""
    return fold(text).split()


def contains_all(folded_text: str, words: list[str]) -> bool:
    """Whether every word occurs in a folded text."""
    return all(word in folded_text for word in words)


def matched_plain_words(text: str) -> MatchedWords:
    """Finds the words of what is typed in a text as it is printed."""
    return MatchedWords(Value(word) for word in plain_words(text))
