"""The words of a paragraph that records point at: quotations and the exact words of cites, where they were found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Quote
from tui.dossier.kinds.references import cites
from tui.dossier.values.cite import SUPPORTS
from tui.dossier.values.text import Safe

Span = tuple[int, int]
"""Start and end, as offsets."""

_MAX_EXCERPT = 160
"""The most characters of exact words that are shown where there is no copy."""
_MAX_SPANNED = 20_000
"""The most paragraphs inside spans that are considered; further spans count for their first paragraph only."""
_MAX_EXCERPTS = 100
"""The most words that are searched for excerpts of one paragraph."""


def highlights(dossier: Dossier, source: str, record: str = "") -> dict[int, list[Span]]:
    """Return the spans to highlight in the copy of a source, by paragraph, in order and disjoint.

    They are those of one `record`, or of every one when it is empty.
    """
    found: dict[int, list[Span]] = {}
    every = (name for ids in dossier.links.citing(source).values() for name in ids)
    citing = (record,) if record else dict.fromkeys(every)
    for words in (dossier.verified.quotations, dossier.verified.exact):
        for name in citing:
            for occurrence in words.get(name, ()):
                if occurrence.source == source:
                    found.setdefault(occurrence.paragraph, []).append((occurrence.start, occurrence.end))
    return {paragraph: _merged(spans) for paragraph, spans in found.items()}


class Excerpts:
    """The words known of a source that has no copy, paragraph by paragraph; or of one `paragraph` alone."""

    def __init__(self, dossier: Dossier, source: str, paragraph: int = 0) -> None:
        self._words: dict[int, dict[Safe, None]] = {}
        spanned_left = _MAX_SPANNED
        citing_source = dossier.links.citing(source)
        of_paragraphs = [citing_source.get(paragraph, ())] if paragraph else citing_source.values()
        for citing in dict.fromkeys(name for ids in of_paragraphs for name in ids):
            record = dossier.records[citing]
            for cite in [cite for cite, _ in cites(record) if cite.source == source and cite.first]:
                spanned_left -= cite.last - cite.first
                for number in cite.paragraphs if spanned_left > 0 else (cite.first,):
                    words = self._words.setdefault(number, {})
                    if cite.exact:
                        words[cite.exact] = None
                    if isinstance(record, Quote) and record.mode != "indirect" and cite.stance == SUPPORTS:
                        words[record.text] = None

    def of(self, number: int) -> Sequence[Safe]:
        """Return the words known of paragraph `number`, in file order and none contained in another.

        These are quotations and the exact words of cites, cut when they are long.
        """
        shown: dict[str, Safe] = {}
        for words in islice(self._words.get(number, ()), _MAX_EXCERPTS):
            if len(words) <= _MAX_EXCERPT:
                shown[words] = words
            else:
                start = words[:_MAX_EXCERPT].rsplit(" ", 1)[0].rstrip()
                shown.setdefault(start, Safe(f"{start} …"))
        by_length = sorted(shown, key=len)
        contained = {
            start
            for position, start in enumerate(by_length)
            if any(start in longer for longer in by_length[position + 1 :])
        }
        return [excerpt for start, excerpt in shown.items() if start not in contained]


def _merged(spans: Iterable[Span]) -> list[Span]:
    """Return spans in order, those that touch or overlap merged into one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], end)
        elif start < end:
            merged.append((start, end))
    return merged
