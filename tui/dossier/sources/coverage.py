"""How much rests on each source: paragraphs cited and uncited, and records that rest on one source only or on none."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import NamedTuple

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Claim, Event, Expectation, Quote, Record, Source, Tie, counted_as
from tui.dossier.kinds.references import cited, cites
from tui.dossier.once import once_per_dossier
from tui.dossier.sources.headline import without_paragraph
from tui.dossier.values.cite import STANCES, SUPPORTS
from tui.dossier.values.vocabulary import Stance

Run = tuple[int, int]
"""The first and the last of consecutive paragraphs."""


class SourceCoverage(NamedTuple):
    """How far one source is used.

    `paragraphs`: how many it has by its copy; without one (`has_copy` is false) only the highest one cited is
    known. `cited`: paragraph -> number of records that cite it. `uncited`: those that nothing cites. `headline`,
    `located` and `whole`: number of records that cite its headline, a place in its own terms such as a page, and no
    place in it. `records`: all that cite it, in file order. `disputed` and `mentioned`: how many of these it does not
    support, because it disputes them, or only mentions them.
    """

    source: Source
    paragraphs: int
    has_copy: bool
    cited: dict[int, int]
    uncited: tuple[Run, ...]
    whole: int
    records: tuple[str, ...]
    headline: int = 0
    located: int = 0
    disputed: int = 0
    mentioned: int = 0


class QuotationCounts(NamedTuple):
    """How many quotations give exact words, and how many of these occur in a copy where they are cited.

    `absent` have a copy and do not occur there; for the others no copy is at hand.
    """

    total: int
    verified: int
    absent: int


class Coverage(NamedTuple):
    """What a dossier rests on.

    `single`: source -> the records that rest on it alone. `several`: number of records on more than one source. `none`:
    those that no source supports.
    """

    sources: tuple[SourceCoverage, ...]
    single: dict[str, tuple[str, ...]]
    several: int
    none: tuple[str, ...]
    quotations: QuotationCounts


def coverage(dossier: Dossier) -> Coverage:
    """Count what rests on which source. A source itself is not counted as a record that rests on one."""
    return _coverage(dossier, ())


@once_per_dossier
def _coverage(dossier: Dossier, _: tuple[()]) -> Coverage:
    single: dict[str, list[str]] = {}
    none: list[str] = []
    in_doubt: set[str] = set()
    several = 0
    for record in dossier.records.values():
        if isinstance(record, Source):
            continue
        all_cites = cited(record)
        supports = [cite.source for cite in all_cites if cite.stance == SUPPORTS]
        if len(supports) < len(all_cites):
            in_doubt.add(record.id)
        if not supports:
            none.append(record.id)
        elif len(supports) == 1 or len(set(supports)) == 1:
            single.setdefault(supports[0], []).append(record.id)
        else:
            several += 1
    return Coverage(
        tuple(_source_coverage(dossier, source, in_doubt) for source in dossier.records_of(Source)),
        {source: tuple(ids) for source, ids in single.items()},
        several,
        tuple(none),
        _quotation_counts(dossier),
    )


def _source_coverage(dossier: Dossier, source: Source, in_doubt: Container[str]) -> SourceCoverage:
    """The coverage of one source; `in_doubt` are the records that some source does not support."""
    citing = dossier.links.citing(source.id)
    headline, located, whole = without_paragraph(dossier, source.id)
    records = tuple(dict.fromkeys(record for ids in citing.values() for record in ids))
    stances = Counter(_stance(dossier, source.id, record) for record in records if record in in_doubt)
    cited = {number: len(ids) for number, ids in citing.items() if number}
    copy = dossier.passages.get(source.id)
    paragraphs = max(cited, default=0) if copy is None else len(copy)
    return SourceCoverage(
        source,
        paragraphs,
        copy is not None,
        cited,
        tuple(missing_runs(cited, paragraphs)),
        len(whole),
        records,
        len(headline),
        len(located),
        stances["disputes"],
        stances["mentions"],
    )


def statuses(dossier: Dossier, source: str, paragraph: int) -> Mapping[str, int]:
    """How many of the records that cite a paragraph count as of each status; `""` has those that have none."""
    return Counter(_status(dossier.records[name]) for name in dossier.links.citing(source).get(paragraph, ()))


def _status(record: Record) -> str:
    """The status as which a record counts; empty for one that has none."""
    return counted_as(record) if isinstance(record, (Tie, Expectation, Claim, Event)) else ""


def _stance(dossier: Dossier, source: str, record: str) -> Stance:
    """The stance of a source on a record: that of the cite of it which goes furthest in support."""
    stances = {cite.stance for cite, _ in cites(dossier.records[record]) if cite.source == source}
    return next(stance for stance in STANCES if stance in stances)


def missing_runs(numbers: Iterable[int], last: int) -> Iterator[Run]:
    """Yield the runs of numbers from 1 to `last` that are not among `numbers`."""
    first = 1
    for number in sorted(set(numbers)):
        if number > last:
            break
        if number > first:
            yield first, number - 1
        first = number + 1
    if first <= last:
        yield first, last


def _quotation_counts(dossier: Dossier) -> QuotationCounts:
    quotations = [quote for quote in dossier.records_of(Quote) if quote.mode != "indirect"]
    compared = [
        dossier.verified.quotations[quote.id] for quote in quotations if quote.id in dossier.verified.quotations
    ]
    verified = sum(map(bool, compared))
    return QuotationCounts(len(quotations), verified, len(compared) - verified)
