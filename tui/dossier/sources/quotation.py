"""A quotation as its author wrote it: pieces of exact words, and between them what is omitted or added in brackets."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from tui.dossier.sources.characters import other_cases
from tui.dossier.sources.passage import Passage
from tui.dossier.sources.tokens import ELLIPSIS, GAP, Tokens, tokens_of

_QUOTATION_MARKS = ("'", '"')
_STOPS = (",", ".")
_REMARKS = frozenset({"sic", "!", "?"})
"""What an editor sets in brackets as a remark: [sic], [!], [?]."""

LONGEST_BRACKET = 100
"""The most tokens in brackets that are taken for the words of an editor."""

Words = tuple[str, ...]
"""Tokens that stand one after the other."""


class _Bracket(NamedTuple):
    """Tokens in square brackets, and their text as written. `word`: the rest of the word of which they are a part."""

    inside: Words
    text: str
    word: str = ""


class Pieces(NamedTuple):
    """A quotation as it is compared with one passage.

    `pieces` follow one another in the passage. `between` is what stands after each but the last: "" for an omission,
    or words in brackets that the passage does not print. `outside` are such words before the first piece or after the
    last.
    """

    pieces: tuple[Words, ...]
    between: tuple[str, ...]
    outside: tuple[str, ...]


class Quotation:
    """Words that are said to occur in a source, after `prefix` and before `suffix` where these are given.

    `any_case`: the case of the first letter does not count.
    """

    def __init__(self, words: str, prefix: str = "", suffix: str = "", *, any_case: bool = False) -> None:
        self.words = words
        self.prefix, self.suffix = tuple(tokens_of(prefix)), tuple(tokens_of(suffix))
        self.any_case = any_case
        self._parts = list(_parts(Tokens(words)))

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The tokens of the quotation."""
        found = set(self.prefix + self.suffix)
        for part in self._parts:
            found.update(part.inside if isinstance(part, _Bracket) else part)
        return frozenset(found)

    def alternatives(self, passage: Passage) -> Iterator[Pieces]:
        """Yield the ways to read the quotation against a passage, the one as written first."""
        for changed_case in (True, False) if self._has_changed_letters else (False,):
            pieces = self._pieces(passage, changed_case)
            if not pieces.pieces:
                return
            yield pieces
            if self.any_case:
                first, *others = pieces.pieces
                for word in _other_cases(first[0]):
                    yield pieces._replace(pieces=((word, *first[1:]), *others))

    @cached_property
    def _has_changed_letters(self) -> bool:
        return any(isinstance(part, _Bracket) and part.word for part in self._parts)

    def _pieces(self, passage: Passage, changed_case: bool) -> Pieces:
        pieces: list[list[str]] = [[]]
        marks: list[str] = []  # what stands between the pieces
        for part in self._parts:
            if not isinstance(part, _Bracket):
                if part:
                    pieces[-1] += part
                else:
                    marks.append("")
                    pieces.append([])
                continue
            printed = ("[", *part.inside, "]", part.word) if part.word else ("[", *part.inside, "]")
            if " ".join(printed) in passage.brackets:
                pieces[-1] += printed
            elif part.word and (word := _word_with(part, passage, changed_case)):
                pieces[-1].append(word)
            elif not _is_remark(part.inside):
                marks.append(part.text)
                pieces.append([part.word] if part.word else [])
        last = len(pieces) - 1
        trimmed = [
            _trimmed(piece, start=bool(number or not self.prefix), end=bool(number < last or not self.suffix))
            for number, piece in enumerate(pieces)
        ]
        return _assembled(trimmed, marks)


def _word_with(bracket: _Bracket, passage: Passage, changed_case: bool) -> str:
    """Return the word that begins in brackets as the passage has it, or "" where it has no such word."""
    written = bracket.inside[0] + bracket.word
    changed = next((word for word in _other_cases(written) if word in passage.vocabulary), "")
    same = written if written in passage.vocabulary else ""
    return (changed or same) if changed_case else (same or changed)


def _assembled(pieces: Sequence[Words], marks: Sequence[str]) -> Pieces:
    """Return the pieces that have words, with the marks between them."""
    kept: list[Words] = []
    between: list[str] = []
    outside: list[str] = []
    pending: list[str] = []
    for number, piece in enumerate(pieces):
        if piece:
            if kept:
                between.append(" … ".join(filter(None, pending)) if all(pending) else "")
            else:
                outside += filter(None, pending)
            kept.append(piece)
            pending = []
        pending += marks[number : number + 1]
    return Pieces(tuple(kept), tuple(between), (*outside, *filter(None, pending)))


def _parts(tokens: Tokens) -> Iterator[Words | _Bracket]:
    """Yield words, nothing for an omission, and what is in square brackets."""
    words = tokens.form.split()
    spans = tokens.spans
    start = position = 0
    while position < len(words):
        word = words[position]
        if word in (ELLIPSIS, GAP):
            yield tuple(words[start:position])
            yield ()
            start = position + 1
        elif word == "[" and (end := _closing(words, position)):
            yield tuple(words[start:position])
            inside = tuple(words[position + 1 : end])
            text = tokens.text[spans[position + 1][0] : spans[end - 1][1]]
            start = end + 1
            follows = start < len(words) and spans[end][1] == spans[start][0] and words[start][0].isalpha()
            if follows and len(inside) == 1 and inside[0].isalpha():
                yield _Bracket(inside, text, words[start])
                start += 1
            else:
                yield _Bracket(inside, text)
            position = start - 1
        position += 1
    yield tuple(words[start:])


def _closing(words: Sequence[str], position: int) -> int:
    """Return the index of the bracket that closes the one at `position`, before any other opens, or 0."""
    for index in range(position + 1, min(len(words), position + 1 + LONGEST_BRACKET)):
        if words[index] == "]":
            return index if index > position + 1 else 0
        if words[index] == "[":
            return 0
    return 0


def _is_remark(inside: Words) -> bool:
    return all(token.casefold() in _REMARKS or token in (".", ",", "-") for token in inside)


def _other_cases(word: str) -> Iterator[str]:
    size = 2 if word.startswith("I\u0307") else 1
    return (first + word[size:] for first in other_cases(word[:size]))


def _trimmed(piece: Sequence[str], *, start: bool, end: bool) -> Words:
    """Return a piece without the quotation marks around it, and one stop at its end."""
    low, high = 0, len(piece)
    while end and high > low and piece[high - 1] in _QUOTATION_MARKS:
        high -= 1
    if end and high > low and piece[high - 1] in _STOPS:
        high -= 1
        while high > low and piece[high - 1] in _QUOTATION_MARKS:
            high -= 1
    while start and low < high and piece[low] in _QUOTATION_MARKS:
        low += 1
    return tuple(piece[low:high])
