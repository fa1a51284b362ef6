"""The local copies of sources, normalised paragraph by paragraph and searched within a budget."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tui.dossier.sources.quote_match import find_span, normalize, occurs_in, quotation_pieces
from tui.dossier.values.cite import Cite
from tui.dossier.values.text import Safe

Passages = dict[str, list[Safe]]
"""Source id -> its paragraphs; the first is paragraph 1."""


class OverBudget(Exception):
    """The budget for comparisons is exhausted."""


class Passage(NamedTuple):
    """A paragraph, or several joined: as printed, normalised, whether words are omitted in it, and the search cost."""

    text: str
    normalized: str
    has_omission: bool
    cost: int


PassageTest = Callable[[Passage], bool]


class Copies:
    """The copies of `passages`; `budget` is how many short paragraphs may be compared, about a million per second."""

    def __init__(self, passages: Mapping[str, Sequence[Safe]], budget: int) -> None:
        self._passages = passages
        self._prepared: dict[tuple[str, int], Passage] = {}
        self._budget = budget

    def has(self, cites: Sequence[Cite]) -> bool:
        """Return whether there is a copy of every source cited."""
        return all(cite.source in self._passages for cite in cites)

    def paragraphs(self, source: str) -> Iterator[Passage]:
        """Yield the paragraphs of a source."""
        return (self._paragraph(source, number) for number in range(1, len(self._passages[source]) + 1))

    def cited(self, cite: Cite) -> Iterator[Passage]:
        """Yield what a cite points at: each paragraph, then a span of several joined."""
        if not cite.first:
            yield from self.paragraphs(cite.source)
            return
        last = min(cite.last, len(self._passages[cite.source]))
        span = [self._paragraph(cite.source, number) for number in range(cite.first, last + 1)]
        yield from span
        if len(span) > 1:
            yield _prepare(" ".join(part.text for part in span), " ".join(part.normalized for part in span))

    def contain(self, matches: PassageTest, cites: Sequence[Cite]) -> bool:
        """Return whether a passage that one of `cites` points at matches. Raises OverBudget."""
        return any(matches(passage) for cite in cites for passage in self.cited(cite))

    def quotation(self, words: str) -> PassageTest:
        """Return a test of whether a passage contains a quotation, as `occurs_in` defines it."""
        pieces = quotation_pieces(words)

        def matches(passage: Passage) -> bool:
            self._spend(passage.cost * (len(pieces) if passage.has_omission else 1))
            if not passage.has_omission and pieces and pieces[0] not in passage.normalized:
                return False
            return occurs_in(pieces, passage.normalized)

        return matches

    def selector(self, cite: Cite) -> PassageTest:
        """Return a test of whether a passage contains the exact words of a cite between its prefix and its suffix."""

        def matches(passage: Passage) -> bool:
            self._spend(20 + len(passage.text) // 3)
            return find_span(cite.exact, passage.text, cite.prefix, cite.suffix) is not None

        return matches

    def _paragraph(self, source: str, number: int) -> Passage:
        key = source, number
        if key not in self._prepared:
            text = self._passages[source][number - 1]
            self._prepared[key] = _prepare(text, normalize(text))
        return self._prepared[key]

    def _spend(self, cost: int) -> None:
        self._budget -= cost
        if self._budget < 0:
            raise OverBudget


def _prepare(text: str, normalized: str) -> Passage:
    omissions = normalized.count("…") + normalized.count("...") + normalized.count(". . .")
    return Passage(text, normalized, omissions > 0, 1 + len(normalized) // 200 + 50 * min(omissions, 1000))
