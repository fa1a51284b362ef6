"""Which words of a paragraph records point at: the exact words of their cites, and quotations.

May not know how words are lit, nor whether the copy is right: what is not found is not lit.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from tui.dossier.dossier import Dossier
from tui.dossier.model import Quote
from tui.dossier.passages import Readied, Span, wanted
from tui.dossier.references import cites
from tui.dossier.text import Safe

_WORK = 60_000
"""So many short paragraphs are searched for one source, a tenth of a second's work; what comes later is not lit."""
_LOST = 50
"""Searching a paragraph in which words are lost takes so many times as long."""
_WHOLE = 12
"""Of a quotation over several paragraphs a piece of at least so many characters is lit by itself."""
_SHORT = 160
"""The most characters of exact words that are shown where there is no copy."""
_KNOWN = 100
"""So many of these are shown of one paragraph, or a few more."""


class Lights:
    """The lit words of one source, paragraph by paragraph."""

    def __init__(self, dossier: Dossier, source: str) -> None:
        self._dossier = dossier
        self._source = source
        self._left = _WORK

    def spans(self, number: int, paragraph: str, citing: Iterable[str]) -> list[Span]:
        """Start and end of the words of paragraph `number` that the records `citing` it point at, in order, apart."""
        found: list[Span] = []
        ready: Readied | None = None
        for selected in self._pointers(number, citing):
            if ready is None:
                self._left -= len(paragraph) // 20
                ready = Readied(paragraph)
            lost = _LOST if "…" in ready.plain or "..." in ready.plain else 1
            self._left -= (1 + len(paragraph) // 200) * lost
            if self._left < 0:
                break
            words, prefix, suffix, several = selected
            spans = ready.spans(words, prefix, suffix)
            if not spans and several:
                pieces = [piece for piece in wanted(words) if len(piece) >= _WHOLE and piece in ready.plain]
                spans = [span for piece in pieces for span in ready.spans(piece)]
            found += spans
        return _apart(found)

    def _pointers(self, number: int, citing: Iterable[str]) -> Iterable[tuple[str, str, str, bool]]:
        """Words, what stands before and after them, and whether they may go over several paragraphs."""
        for name in citing:
            record = self._dossier.get(name)
            if record is None:
                continue
            here = [cite for cite, _ in cites(record) if cite.source == self._source and number in cite.paragraphs]
            for cite in here:
                if cite.exact:
                    yield cite.exact, cite.prefix, cite.suffix, False
            if here and isinstance(record, Quote) and record.mode != "indirect":
                yield record.text, "", "", len(record.cite) > 1 or any(len(cite.paragraphs) > 1 for cite in here)


def known_words(dossier: Dossier, source: str, number: int, citing: Iterable[str]) -> list[Safe]:
    """Where there is no copy: the words of a paragraph that are known, none inside another, in file order.

    The exact words of cites, cut when they are long, and short quotations; of very many the first.
    """
    found: dict[Safe, None] = {}
    for name in citing:
        if len(found) >= _KNOWN:
            break
        record = dossier.get(name)
        if record is None:
            continue
        for cite, _ in islice(cites(record), _KNOWN):
            if cite.exact and cite.source == source and number in cite.paragraphs:
                cut = cite.exact if len(cite.exact) <= _SHORT else Safe(cite.exact[:_SHORT].rstrip() + " …")
                found[cut] = None
        if isinstance(record, Quote) and record.mode != "indirect" and len(record.text) <= _SHORT:
            found[record.text] = None
    held = sorted(found, key=len)
    whole = [one for place, one in enumerate(held) if not any(one in other for other in held[place + 1 :])]
    return [one for one in found if one in whole]


def _apart(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, those that touch or overlap made one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], end)
        elif start < end:
            found.append((start, end))
    return found
