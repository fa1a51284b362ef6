"""The copy of a source, divided into tokens as far as it is compared, so that none of it is divided twice."""

from __future__ import annotations

from collections.abc import Sequence

from tui.dossier.sources.passage import Passage
from tui.dossier.sources.tokens import Tokens
from tui.dossier.values.cite import Cite

_MOST_SPANS = 8
"""How many spans of several paragraphs a copy keeps at hand."""


class Copy:
    """The copy of one source, divided into tokens as far as it is compared."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        self._paragraphs = paragraphs
        self._tokens: dict[int, Tokens] = {}
        self._passages: dict[tuple[int, int], Passage] = {}
        self._spans: dict[tuple[int, int], Passage] = {}

    def __len__(self) -> int:
        return len(self._paragraphs)

    def whole(self) -> Passage:
        """Return all paragraphs."""
        return self._passage(1, len(self))

    def cited(self, cite: Cite) -> Passage:
        """Return the paragraphs that a cite points at, as far as there are any."""
        if not cite.first:
            return self.whole()
        return self._passage(min(cite.first, len(self) + 1), min(cite.last, len(self)))

    def _passage(self, first: int, last: int) -> Passage:
        is_kept = first == last or (first, last) == (1, len(self))
        kept = self._passages if is_kept else self._spans
        if (first, last) not in kept:
            if not is_kept and len(kept) >= _MOST_SPANS:
                del kept[next(iter(kept))]
            kept[first, last] = Passage([self._at(number) for number in range(first, last + 1)], first)
        return kept[first, last]

    def _at(self, number: int) -> Tokens:
        if number not in self._tokens:
            self._tokens[number] = Tokens(self._paragraphs[number - 1])
        return self._tokens[number]
