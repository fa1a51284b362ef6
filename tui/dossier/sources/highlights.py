"""Which words of a paragraph records point at: the exact words of their cites, and quotations.

May not know how words are lit, nor whether the copy is right: what is not found is not lit.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Quote
from tui.dossier.kinds.references import cites
from tui.dossier.sources.quote_match import PreparedParagraph, Span, quotation_pieces
from tui.dossier.values.text import Safe

_WORK = 60_000
"""So many short paragraphs are searched for one source, a tenth of a second's work; what comes later is not lit."""
_LOST = 50
"""Searching a paragraph in which words are lost takes so many times as long."""
_WHOLE = 12
"""Of a quotation over several paragraphs a piece of at least so many characters is lit by itself."""
_SHORT = 160
"""The most characters of exact words that are shown where there is no copy."""
_SPANNED = 20_000
"""So many paragraphs inside spans are looked at one by one; further spans at their first paragraph only."""
_KNOWN = 100
"""Among so many of these those that are shown of one paragraph are found."""


class _Pointer(NamedTuple):
    """Words that a record points at. `several`: they may go over more than one paragraph."""

    words: Safe
    prefix: str = ""
    suffix: str = ""
    several: bool = False
    quoted: bool = False


class Highlights:
    """The words of one source that records point at, paragraph by paragraph."""

    def __init__(self, dossier: Dossier, source: str) -> None:
        self._left = _WORK
        self._at: dict[int, list[_Pointer]] = {}
        room = _SPANNED
        for name in dict.fromkeys(name for ids in dossier.links.citing(source).values() for name in ids):
            record = dossier.records[name]
            here = [cite for cite, _ in cites(record) if cite.source == source and cite.first]
            for cite in here:
                room -= cite.last - cite.first
                for number in cite.paragraphs if room > 0 else (cite.first,):
                    if cite.exact:
                        self._add(number, _Pointer(cite.exact, cite.prefix, cite.suffix))
                    if isinstance(record, Quote) and record.mode != "indirect":
                        several = len(record.cite) > 1 or cite.last > cite.first
                        self._add(number, _Pointer(record.text, several=several, quoted=True))

    def _add(self, number: int, pointer: _Pointer) -> None:
        self._at.setdefault(number, []).append(pointer)

    def lit(self, number: int, paragraph: str) -> list[Span]:
        """Start and end of the words in paragraph `number`, which reads `paragraph`, in order and apart."""
        found: list[Span] = []
        ready: PreparedParagraph | None = None
        for pointer in dict.fromkeys(self._at.get(number, ())):
            if ready is None:
                self._left -= len(paragraph) // 20
                ready = PreparedParagraph(paragraph)
            lost = _LOST if "…" in ready.plain or "..." in ready.plain else 1
            self._left -= (1 + (len(paragraph) + len(pointer.words)) // 200) * lost
            if self._left < 0:
                break
            spans = ready.spans(pointer.words, pointer.prefix, pointer.suffix)
            if not spans and pointer.several:
                pieces = [
                    piece for piece in quotation_pieces(pointer.words) if len(piece) >= _WHOLE and piece in ready.plain
                ]
                spans = [span for piece in pieces for span in ready.spans(piece)]
            found += spans
        return _apart(found)

    def known(self, number: int) -> list[Safe]:
        """What is known of a paragraph of which there is no copy, none inside another, in file order.

        The exact words of cites, cut when they are long, and short quotations; of very many the first.
        """
        found: dict[Safe, None] = {}
        for pointer in self._at.get(number, ())[:_KNOWN]:
            if len(pointer.words) <= _SHORT:
                found[pointer.words] = None
            elif not pointer.quoted:
                found[Safe(pointer.words[:_SHORT].rstrip() + " …")] = None
        held = sorted(found, key=len)
        inside = {one for place, one in enumerate(held) if any(one in other for other in held[place + 1 :])}
        return [one for one in found if one not in inside]


def _apart(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, those that touch or overlap made one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], end)
        elif start < end:
            found.append((start, end))
    return found
