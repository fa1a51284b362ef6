"""Finds the words of a query again in a text as it is printed, in its own columns, so that they can be highlighted."""

from __future__ import annotations

from collections.abc import Iterable

from tui.dossier.search.query import Query, Value
from tui.dossier.values.fold_map import fold_line, fold_map

Span = tuple[int, int]
"""Columns of a text, from the first to before the last."""
_MOST_SHOWN = 64_000
"""The most characters of one text that are looked through for words to mark."""


class MatchedWords:
    """The words that a query looks for."""

    def __init__(self, words: Iterable[Value]) -> None:
        self._words = tuple(dict.fromkeys(words))

    def __bool__(self) -> bool:
        return bool(self._words)

    def spans(self, text: str) -> list[Span]:
        """The columns of every occurrence of every word in `text`, in order, joined where they touch.

        Of a very long text only the beginning is looked at, which is all that is ever shown of it.
        """
        if not self._words:
            return []
        folded = fold_map(text[:_MOST_SHOWN])
        return _joined(
            folded.original(*place)
            for word in self._words
            for place in folded.occurrences(word.folded)
            if is_meant(folded.folded, *place, word)
        )

    def matched(self, text: str) -> frozenset[Value]:
        """Those of the words that occur in `text`."""
        folded = fold_line(text) if self._words else ""
        return frozenset(word for word in self._words if occurs(folded, word) >= 0)

    def only(self, words: Iterable[Value]) -> MatchedWords:
        """Some of the words alone."""
        return MatchedWords(words)

    @property
    def all(self) -> frozenset[Value]:
        """The words."""
        return frozenset(self._words)


def matched_words(query: Query) -> MatchedWords:
    """The words that `query` looks for."""
    return MatchedWords(query.words)


def is_meant(folded: str, start: int, end: int, word: Value) -> bool:
    """Whether an occurrence is one of `word`: of an exact one only whole words count, but the last one that is open."""
    if not word.exact:
        return True
    begins = not start or not _goes_on(folded[start - 1], folded[start])
    return begins and (word.open or end == len(folded) or not _goes_on(folded[end - 1], folded[end]))


def _goes_on(one: str, other: str) -> bool:
    """Whether there is no end of a word between two characters."""
    return _is_of_word(one) and _is_of_word(other)


def _is_of_word(character: str) -> bool:
    if character.isalnum():
        return True
    from unicodedata import category

    return not character.isascii() and category(character)[0] == "M"


def occurs(folded: str, word: Value) -> int:
    """Where a word first occurs in a folded text; -1 where it does not."""
    at = folded.find(word.folded)
    if word.exact:
        while at >= 0 and not is_meant(folded, at, at + len(word.folded), word):
            at = folded.find(word.folded, at + 1)
    return at


def _joined(spans: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined
