"""Folded text with the way back: which columns of the original text a part of the folded text stands for."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.dossier.values.fold import fold


class FoldMap(NamedTuple):
    """A text as it is searched, every run of blanks as one, and where its characters come from.

    `origins[i]` is the offset in the original of the character that `folded[i]` comes from; None when every character
    stands for itself. Characters that fold to nothing, such as an accent of its own, belong to the one before.
    """

    text: str
    folded: str
    origins: Sequence[int] | None = None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The columns, start and end, of the shortest part of the original that folds to `folded[start:end]` or more.

        It is more where one character folds to several (`ß` to `ss`), and accents of the last one are part of it.
        """
        if self.origins is None:
            return start, end
        first, last = self.origins[start], self.origins[end - 1] + 1
        while last < len(self.text) and not fold(self.text[last]):
            last += 1
        return first, last

    def occurrences(self, folded_word: str) -> Iterator[tuple[int, int]]:
        """Where a folded word occurs in `folded`, start and end, one after the other."""
        step = len(folded_word)
        at = self.folded.find(folded_word) if step else -1
        while at >= 0:
            yield at, at + step
            at = self.folded.find(folded_word, at + step)


def fold_map(text: str) -> FoldMap:
    """Fold a text and keep the way back."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return FoldMap(text, text.lower())
    parts: list[str] = []
    origins: list[int] = []
    after_blank = False
    for offset, character in enumerate(text):
        for folded in fold(character):
            if folded == " " and after_blank:
                continue
            after_blank = folded == " "
            parts.append(folded)
            origins.append(offset)
    return FoldMap(text, "".join(parts), origins)


def fold_line(text: str) -> str:
    """Fold a text, with every run of blanks as one: what `fold_map` finds a word in."""
    folded = fold(text)
    while "  " in folded:
        folded = folded.replace("  ", " ")
    return folded
