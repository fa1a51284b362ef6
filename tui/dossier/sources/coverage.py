"""What rests on which source: paragraphs that are cited and that are not, records on one source only or on none.

Counts and nothing else: may not know how a count is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Quote, Source
from tui.dossier.kinds.references import cites
from tui.dossier.sources.quote_match import normalized, occurs_in, quotation_pieces

Span = tuple[int, int]
"""The first and the last of paragraphs that follow each other."""

_COMPARED = 3_000_000
"""So many characters of copies are compared with quotations, about a tenth of a second's work."""
_LOST = 10
"""A paragraph in which words are lost counts so many times."""


class Covered(NamedTuple):
    """How far one source is used.

    `paragraphs`: how many it has by its copy; without one (`copy` is false) only the highest that is cited is known.
    `cited`: paragraph -> number of records that cite it. `uncited`: those that nothing cites. `whole`: number of
    records that cite it without a paragraph. `records`: all that rest on it, in file order.
    """

    source: Source
    paragraphs: int
    copy: bool
    cited: dict[int, int]
    uncited: tuple[Span, ...]
    whole: int
    records: tuple[str, ...]


class Quotations(NamedTuple):
    """How many quotations give exact words, and of these how many stand in a copy where they are cited.

    `absent` have a copy and do not stand there; the others could not be compared.
    """

    exact: int
    found: int
    absent: int


class Coverage(NamedTuple):
    """What a dossier rests on. `single`: source -> the records that rest on it alone; `none`: those without a cite."""

    sources: tuple[Covered, ...]
    single: dict[str, tuple[str, ...]]
    several: int
    none: tuple[str, ...]
    quotations: Quotations


def coverage(dossier: Dossier) -> Coverage:
    """Count what rests on what. A source is itself no record that rests on something."""
    single: dict[str, list[str]] = {}
    none: list[str] = []
    several = 0
    for record in dossier.records.values():
        if isinstance(record, Source):
            continue
        sources = {str(cite.source) for cite, _ in cites(record)}
        if not sources:
            none.append(record.id)
        elif len(sources) == 1:
            single.setdefault(sources.pop(), []).append(record.id)
        else:
            several += 1
    return Coverage(
        tuple(_covered(dossier, source) for source in dossier.tables["sources"] if isinstance(source, Source)),
        {source: tuple(ids) for source, ids in single.items()},
        several,
        tuple(none),
        _quotations(dossier),
    )


def _covered(dossier: Dossier, source: Source) -> Covered:
    citing = dossier.links.citing(source.id)
    numbers = [number for number in citing if number]
    copy = dossier.passages.get(source.id)
    highest = max(numbers, default=0)
    known = highest if copy is None else len(copy)
    return Covered(
        source,
        known,
        copy is not None,
        {number: len(citing[number]) for number in numbers},
        tuple(gaps(numbers, known)),
        len(citing.get(0, ())),
        tuple(dict.fromkeys(name for ids in citing.values() for name in ids)),
    )


def gaps(numbers: Iterable[int], last: int) -> Iterable[Span]:
    """The runs of numbers from 1 to `last` that are not among `numbers`."""
    free = 1
    for number in sorted(set(numbers)):
        if number > last:
            break
        if number > free:
            yield free, number - 1
        free = number + 1
    if free <= last:
        yield free, last


def _quotations(dossier: Dossier) -> Quotations:
    quotes = [quote for quote in dossier.tables["quotes"] if isinstance(quote, Quote) and quote.mode != "indirect"]
    copies = _Copies(dossier)
    verdicts = [copies.stands(quote) for quote in quotes] if dossier.passages else []
    return Quotations(len(quotes), verdicts.count(True), verdicts.count(False))


class _Copies:
    """The copies as they are compared."""

    def __init__(self, dossier: Dossier) -> None:
        self._passages = dossier.passages
        self._plain: dict[tuple[str, int], str] = {}
        self._left = _COMPARED

    def stands(self, quote: Quote) -> bool | None:
        """Whether the words of a quotation stand in one of the places cited, None when that cannot be told."""
        pieces = quotation_pieces(quote.text)
        if any(cite.source not in self._passages for cite in quote.cite):
            return None
        for cite in quote.cite:
            copy = self._passages[cite.source]
            numbers = range(cite.first, min(cite.last, len(copy)) + 1) if cite.first else range(1, len(copy) + 1)
            texts = []
            for number in numbers:
                texts.append(self._text(cite.source, number, copy))
                self._left -= len(texts[-1]) * (_LOST if "…" in texts[-1] else 1)
                if self._left < 0:
                    return None
            if any(occurs_in(pieces, text) for text in (*texts, *([" ".join(texts)] if cite.first else []))):
                return True
        return False

    def _text(self, source: str, number: int, copy: Sequence[str]) -> str:
        if (source, number) not in self._plain:
            self._plain[source, number] = normalized(copy[number - 1])
        return self._plain[source, number]
