"""Finds the words of a query again in a text as it is printed, in its own columns, so that they can be highlighted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tui.dossier.search.query import Query, Value
from tui.dossier.values.fold_map import fold_map

Span = tuple[int, int]
"""Columns of a text, from the first to before the last."""


class MatchedWords:
    """The words that a query looks for."""

    def __init__(self, words: Iterable[Value]) -> None:
        self._words = tuple(dict.fromkeys(words))

    def __bool__(self) -> bool:
        return bool(self._words)

    def spans(self, text: str) -> list[Span]:
        """The columns of every occurrence of every word in `text`, in order, joined where they touch."""
        return _joined(span for found in self._found(text) for span in found.spans)

    def matched(self, text: str) -> frozenset[Value]:
        """Those of the words that occur in `text`."""
        return frozenset(found.word for found in self._found(text) if found.spans)

    def only(self, words: Iterable[Value]) -> MatchedWords:
        """Some of the words alone."""
        return MatchedWords(words)

    @property
    def all(self) -> frozenset[Value]:
        """The words."""
        return frozenset(self._words)

    def _found(self, text: str) -> Iterator[_Found]:
        if self._words:
            folded = fold_map(text)
            for word in self._words:
                places = folded.occurrences(word.folded)
                yield _Found(
                    word, [folded.original(*place) for place in places if is_meant(folded.folded, *place, word)]
                )


class _Found(NamedTuple):
    word: Value
    spans: list[Span]


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
