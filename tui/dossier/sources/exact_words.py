"""The exact words of a dossier: quotations, and the `exact` words of cites, which must occur where they are cited."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tui.dossier.dossier import Verified
from tui.dossier.kinds import Quote, Tables
from tui.dossier.kinds.references import cited, cites
from tui.dossier.problems import TreePath
from tui.dossier.values.cite import Cite, supporting
from tui.dossier.values.text import Safe, line

_MAX_NOTES = 5
"""Up to this many sources without a copy get a note each; more share one."""


class ExactWords(NamedTuple):
    """Words that must occur in a source, the cites that say where, and their position in the file."""

    record: str
    words: str
    cites: tuple[Cite, ...]
    position: TreePath
    kind: str

    @property
    def is_quotation(self) -> bool:
        """Whether they are the text of a quote, and not the `exact` words of a cite."""
        return self.kind != "exact"


def exact_words(tables: Tables) -> Iterator[ExactWords]:
    """Yield the exact words of all records, in the order of the tables.

    A quotation is printed by the sources that support it; one that disputes or mentions it need not have its words.
    """
    for table, rows in tables.items():
        for number, record in rows:
            if isinstance(record, Quote) and (printed := _printed_by(record)):
                yield ExactWords(record.id, record.text, printed, (table, number, "text"), record.mode)
            for cite, path in cites(record) if any(cite.exact for cite in cited(record)) else ():
                if cite.exact:
                    yield ExactWords(record.id, cite.exact, (cite,), (table, number, *path), "exact")


def _printed_by(quote: Quote) -> tuple[Cite, ...]:
    """The cites of sources that must have the words of a quote; none when it is a report, or its text is missing."""
    return supporting(quote.cite) if quote.mode != "indirect" and quote.text else ()


def unverified(tables: Tables, missing: Mapping[str, str], verified: Verified) -> list[Safe]:
    """Return a note for each source whose exact words are not verified; `missing`: source -> why it has no copy."""
    counts: dict[str, int] = {}
    for rows in tables.values():
        for _, record in rows:
            if isinstance(record, Quote) and record.id not in verified.quotations:
                for source in {cite.source for cite in _printed_by(record)}:
                    counts[source] = counts.get(source, 0) + 1
            for cite in cited(record):
                if cite.exact:
                    counts[cite.source] = counts.get(cite.source, 0) + 1
    concerned = [(source, counts[source], reason) for source, reason in missing.items() if source in counts]
    if len(concerned) > _MAX_NOTES:
        total = sum(count for _, count, _ in concerned)
        return [line(f"{_exact_passages(total)} of {len(concerned):,} sources not verified: no readable local copy")]
    return [
        line(f"{_exact_passages(count)} of “{source}” not verified: {reason} (--text {source}=PATH names one)")
        for source, count, reason in concerned
    ]


def _exact_passages(count: int) -> str:
    return "1 quotation or exact passage" if count == 1 else f"{count:,} quotations and exact passages"
