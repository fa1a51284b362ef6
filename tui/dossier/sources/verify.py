"""Verifies that quotations, and the exact words of cites, occur where they are cited in the copies of their sources.

This is the only place where that is decided: `check` prints it, the dossier keeps it, and pages show what it keeps.
"""

from collections.abc import Callable, Mapping
from itertools import islice
from typing import NamedTuple

from tui.dossier.dossier import Occurrence, Verified
from tui.dossier.kinds import Source, Tables
from tui.dossier.kinds.references import cites
from tui.dossier.problems import Problems
from tui.dossier.sources.copies import Passages
from tui.dossier.sources.difference import difference, out_of_order
from tui.dossier.sources.divided_copy import Copy
from tui.dossier.sources.exact_words import ExactWords, exact_words
from tui.dossier.sources.quotation import Quotation
from tui.dossier.sources.quote_match import Match, Remark, find, matches
from tui.dossier.sources.source_rules import (
    EXACT_MOVED,
    EXACT_NOT_FOUND,
    NO_SUCH_PARAGRAPH,
    OCCURS_TWICE,
    QUOTE_MOVED,
    QUOTE_NOT_FOUND,
)
from tui.dossier.values.cite import Cite

_MAX_CITES = 20
"""The most cites that the message of a problem names."""
_MAX_MATCHES = 100
"""The most occurrences in other passages that are looked at."""
_MAX_ELSEWHERE = 5
"""The most paragraphs that a message names."""


class _Verdict(NamedTuple):
    """Where words occur, what is to be remarked, and, if they do not occur, the error."""

    occurrences: tuple[Occurrence, ...]
    remarks: tuple[Remark, ...]
    error: Remark | None = None


def verify(
    tables: Tables,
    passages: Passages,
    problems: Problems,
    told: Callable[[int, int], object] = lambda _done, _total: None,
) -> Verified:
    """Report quotations and exact words that do not occur where they are cited, and paragraphs that do not exist.

    Return where the others occur; words of a headline, which is the title of the source, are in no paragraph of it.
    What may occur in a source without a copy is not decided. `told` hears a hundred times how many of how many quoted
    words have been looked for.
    """
    verified = Verified({}, {})
    _check_paragraphs(tables, passages, problems)
    copies = {source: Copy(copy) for source, copy in passages.items()}
    headlines: dict[str, Copy] = {
        record.id: Copy([record.title]) for _, record in tables["sources"] if isinstance(record, Source)
    }
    known: dict[tuple[str, tuple[Cite, ...], str], _Verdict] = {}
    words = list(exact_words(tables))
    for number, exact in enumerate(words):
        if number and number % (len(words) // 100 + 1) == 0:
            told(number, len(words))
        key = exact.words, exact.cites, exact.kind
        verdict = known.get(key)
        if verdict is None:
            verdict = known[key] = _verdict(exact, copies, headlines)
        if not verdict.occurrences and any(cite.source not in copies for cite in exact.cites):
            continue
        if verdict.error:
            problems.report(verdict.error.rule, exact.position, verdict.error.what, verdict.error.hint)
        for remark in verdict.remarks:
            problems.report(remark.rule, exact.position, remark.what, remark.hint)
        if exact.is_quotation:
            verified.quotations[exact.record] = verdict.occurrences
        else:
            verified.exact[exact.record] = (*verified.exact.get(exact.record, ()), *verdict.occurrences)
    return verified


def _verdict(exact: ExactWords, copies: Mapping[str, Copy], headlines: Mapping[str, Copy]) -> _Verdict:
    """Look for words where they are cited; where no paragraph is cited, in the title of the source as well."""
    context = (exact.cites[0].prefix, exact.cites[0].suffix) if not exact.is_quotation else ("", "")
    quotation = Quotation(exact.words, *context, any_case=exact.kind == "fragment")
    cited = [(cite, copies[cite.source].cited(cite)) for cite in exact.cites if cite.source in copies]
    found = [(cite, match) for cite, passage in cited if (match := find(quotation, passage)) is not None]
    if not found:
        for cite in exact.cites:
            headline = headlines.get(cite.source) if cite.is_whole else None
            if headline is not None and (printed := find(quotation, headline.whole())) is not None:
                return _Verdict((), printed.remarks)
        is_decided = len(cited) == len(exact.cites)
        return _Verdict((), (), _error(exact, quotation, copies) if is_decided else None)
    best = min((match for _, match in found), key=lambda match: len(match.remarks))
    occurrences = (Occurrence(cite.source, *place) for cite, match in found for place in match.places)
    twice = _occurs_twice(exact, quotation, copies, found[0][1])
    return _Verdict(tuple(dict.fromkeys(occurrences)), (*best.remarks, *([twice] if twice else [])))


def _occurs_twice(exact: ExactWords, quotation: Quotation, copies: Mapping[str, Copy], found: Match) -> Remark | None:
    """Return a remark on words that the passage cited has in two places, so that it is not known which is meant.

    A quotation within one paragraph is found there all the same; the exact words of a cite point at one place.
    """
    [cite, *others] = exact.cites
    if others or (exact.is_quotation and cite.first and cite.first == cite.last):
        return None
    first = found.paragraphs[0]
    for match in islice(matches(quotation, copies[cite.source].cited(cite)), 1, _MAX_MATCHES):
        second = match.paragraphs[0]
        if not exact.is_quotation or second != first:
            where = f"¶{first}" if second == first else f"¶{first} and ¶{second}"
            what = (
                "the copy, whose paragraphs no page tells apart" if cite.locator and not cite.first else "what is cited"
            )
            hint = (
                "cite the paragraph that is meant"
                if exact.is_quotation
                else "add `prefix` or `suffix`, or cite one paragraph"
            )
            return Remark(OCCURS_TWICE, f"these words occur twice in {what}: in {where}", hint)
    return None


def _error(exact: ExactWords, quotation: Quotation, copies: Mapping[str, Copy]) -> Remark:
    """Return what is wrong with words that do not occur where they are cited: they are moved, or they are gone."""
    moved, not_found = (QUOTE_MOVED, QUOTE_NOT_FOUND) if exact.is_quotation else (EXACT_MOVED, EXACT_NOT_FOUND)
    where = ", ".join(f"{cite.source} {cite.where}".strip() for cite in exact.cites[:_MAX_CITES])
    for source in dict.fromkeys(cite.source for cite in exact.cites):
        others = islice(matches(quotation, copies[source].whole()), _MAX_MATCHES)
        elsewhere = [*dict.fromkeys(Cite(source, *match.paragraphs) for match in others)]
        if elsewhere:
            places = ", ".join(cite.where for cite in elsewhere[:_MAX_ELSEWHERE])
            more = " and others" if len(elsewhere) > _MAX_ELSEWHERE else ""
            what = f"these words are not in {where}: they are in {places}{more}"
            hint = f"cite {elsewhere[0].short_form}" if len(elsewhere) == 1 else "cite the paragraph that is meant"
            return Remark(moved, what, hint)
    what = f"these words do not occur in {where}"
    cited = [copies[cite.source].cited(cite) for cite in exact.cites]
    if any(out_of_order(quotation, passage) for passage in cited):
        return Remark(not_found, what, "the source has its parts in another order")
    for passage in cited:
        if parting := difference(quotation, passage):
            hint = (
                f"the source’s words are “{parting.fix}”" if parting.fix else "compare it with the source, word by word"
            )
            return Remark(not_found, f"{what}: {parting.what}", hint)
    return Remark(not_found, what, "compare it with the source, word by word")


def _check_paragraphs(tables: Tables, passages: Passages, problems: Problems) -> None:
    """Report cites of a paragraph that a source does not have."""
    for table, rows in tables.items():
        for number, record in rows:
            for cite, path in cites(record):
                copy = passages.get(cite.source)
                if copy is not None and cite.last > len(copy):
                    problems.report(
                        NO_SUCH_PARAGRAPH,
                        (table, number, *path),
                        f"“{cite.source}” has {len(copy)} paragraphs, and {cite.paragraph_words} is cited",
                        "paragraphs are separated by blank lines and count from 1",
                    )
