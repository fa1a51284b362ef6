"""The words of a paragraph that records point at: the exact words of their cites, and quotations.

Words that do not occur in the paragraph are not highlighted; reporting them is up to `verify`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Quote
from tui.dossier.kinds.references import cites
from tui.dossier.sources.quote_match import PreparedParagraph, Span, quotation_pieces
from tui.dossier.values.text import Safe

_BUDGET = 60_000
"""Short paragraphs that are searched for one source, a tenth of a second's work; later words are not highlighted."""
_OMISSION_COST = 50
"""How many times longer a search takes in a paragraph in which words are omitted."""
_MIN_PIECE = 12
"""The fewest characters of a piece of a quotation over several paragraphs that is highlighted by itself."""
_MAX_EXCERPT = 160
"""The most characters of exact words that are shown where there is no copy."""
_MAX_SPANNED = 20_000
"""The most paragraphs inside spans that are considered; further spans count for their first paragraph only."""
_MAX_EXCERPTS = 100
"""The most pointers that are searched for excerpts of one paragraph."""


class _Pointer(NamedTuple):
    """Words that a record points at. `in_pieces`: they may continue over several paragraphs."""

    words: Safe
    prefix: str = ""
    suffix: str = ""
    in_pieces: bool = False
    is_quotation: bool = False


class Highlights:
    """The words of one source that records point at, paragraph by paragraph."""

    def __init__(self, dossier: Dossier, source: str) -> None:
        self._budget = _BUDGET
        self._pointers: dict[int, list[_Pointer]] = {}
        spanned_left = _MAX_SPANNED
        for citing in dict.fromkeys(name for ids in dossier.links.citing(source).values() for name in ids):
            record = dossier.records[citing]
            for cite in [cite for cite, _ in cites(record) if cite.source == source and cite.first]:
                spanned_left -= cite.last - cite.first
                for number in cite.paragraphs if spanned_left > 0 else (cite.first,):
                    if cite.exact:
                        self._add(number, _Pointer(cite.exact, cite.prefix, cite.suffix))
                    if isinstance(record, Quote) and record.mode != "indirect":
                        in_pieces = len(record.cite) > 1 or cite.last > cite.first
                        self._add(number, _Pointer(record.text, in_pieces=in_pieces, is_quotation=True))

    def _add(self, number: int, pointer: _Pointer) -> None:
        self._pointers.setdefault(number, []).append(pointer)

    def spans(self, number: int, paragraph: str) -> list[Span]:
        """Return the spans to highlight in paragraph `number` with the text `paragraph`, in order and disjoint."""
        spans: list[Span] = []
        prepared: PreparedParagraph | None = None
        for pointer in dict.fromkeys(self._pointers.get(number, ())):
            if prepared is None:
                self._budget -= len(paragraph) // 20
                prepared = PreparedParagraph(paragraph)
            has_omission = "…" in prepared.normalized or "..." in prepared.normalized
            self._budget -= (1 + (len(paragraph) + len(pointer.words)) // 200) * (_OMISSION_COST if has_omission else 1)
            if self._budget < 0:
                break
            matches = prepared.spans(pointer.words, pointer.prefix, pointer.suffix)
            if not matches and pointer.in_pieces:
                for piece in quotation_pieces(pointer.words):
                    if len(piece) >= _MIN_PIECE and piece in prepared.normalized:
                        matches += prepared.spans(piece)
            spans += matches
        return _merged(spans)

    def excerpts(self, number: int) -> list[Safe]:
        """Return the words known of a paragraph that has no copy, in file order and none contained in another.

        These are the exact words of cites, cut when they are long, and short quotations.
        """
        excerpts: dict[Safe, None] = {}
        for pointer in self._pointers.get(number, ())[:_MAX_EXCERPTS]:
            if len(pointer.words) <= _MAX_EXCERPT:
                excerpts[pointer.words] = None
            elif not pointer.is_quotation:
                excerpts[Safe(pointer.words[:_MAX_EXCERPT].rstrip() + " …")] = None
        by_length = sorted(excerpts, key=len)
        contained = {
            excerpt
            for position, excerpt in enumerate(by_length)
            if any(excerpt in longer for longer in by_length[position + 1 :])
        }
        return [excerpt for excerpt in excerpts if excerpt not in contained]


def _merged(spans: Iterable[Span]) -> list[Span]:
    """Return spans in order, those that touch or overlap merged into one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], end)
        elif start < end:
            merged.append((start, end))
    return merged
