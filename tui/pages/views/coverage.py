"""How well the sources cover the dossier: what each paragraph supports, and what rests on one source or none."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from tui.dossier.sources.coverage import Coverage, QuotationCounts, SourceCoverage, coverage, statuses
from tui.dossier.values.vocabulary import PROBLEM_GLYPHS, STATUS_GLYPHS, WITHOUT_STATUS, count_noun
from tui.pages.glyph_bars import glyph_bar, parts_of
from tui.pages.page import Block, Entry, Fields, Page, Para, Section, Span, Spans, Title, joined
from tui.pages.records.sections import named_entry
from tui.pages.span_builder import SpanBuilder, status_role
from tui.pages.truncation import and_more_line

SOURCES = 100
"""The most sources shown one by one."""
PARAGRAPHS = 60
"""The most paragraphs shown of one source; where there are more, those cited most."""
RANGES = 40
"""The most ranges of uncited paragraphs shown."""
LISTED = 60
"""The most records listed under a heading."""
_ROWS = 800
"""About so many paragraphs, and so many records under headings, are shown in all, but a few of each source."""
_FEWEST = 5
"""So many are shown of each source, however many sources there are."""
_BAR = 24
"""The length of the longest bar, in cells."""
_GLYPHS: Mapping[str, Span] = {
    **{status: Span(glyph, status_role(status)) for status, glyph in STATUS_GLYPHS.items()},
    "": Span(WITHOUT_STATUS, "dim"),
}
"""What a record is in a bar, by its status; `""` is one without."""

_RELIABILITY = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability not known",
}
_CREDIBILITY = {
    "1": "verified by others",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "truth not known",
}


def coverage_page(builder: SpanBuilder) -> Page:
    """Each source with its paragraphs, then the records that rest on one source only, then those that rest on none."""
    counts = coverage(builder.dossier)
    number = count_noun(len(counts.sources), "source")
    blocks: list[Block] = [
        Title((Span("Coverage", "strong"),), (Span(number, "dim"),)),
        Para((Span(_summary(counts)),)),
    ]
    if rows := _quotations(counts.quotations):
        blocks.append(Fields(rows))
    shown = counts.sources[:SOURCES]
    most = _share(PARAGRAPHS, sum(bool(covered.cited) for covered in shown))
    numbers = {covered.source.id: _numbers(covered, most) for covered in shown}
    used = {status for name, of_one in numbers.items() for number in of_one for status in _found(builder, name, number)}
    blocks += [Para(_legend(used))] if used else []
    for covered in shown:
        blocks += _source(builder, covered, numbers[covered.source.id])
    blocks += and_more_line(len(counts.sources) - SOURCES, what="sources, not shown here")
    if len(counts.sources) > 1:
        most = _share(LISTED, min(SOURCES, len(counts.single)))
        for source, names in list(counts.single.items())[:SOURCES]:
            blocks += _listed(builder, f"On {builder.dossier.name(source)} alone", names, most)
    blocks += _listed(builder, "Rest on no source", counts.none, LISTED)
    return Page("coverage:", tuple(blocks))


def _summary(counts: Coverage) -> str:
    single = sum(map(len, counts.single.values()))
    cited = single + counts.several
    if not counts.sources:
        return "This dossier names no source, so nothing in it rests on one."
    if not cited:
        return "No record cites a source."
    if len(counts.single) == 1 and not counts.several and counts.none:
        none = f"{len(counts.none):,} on none"
        return f"{count_noun(cited, 'record')} on one source, with no second one to check by; {none}."
    if len(counts.sources) == 1:
        return f"Everything rests on one source: {count_noun(cited, 'record')}, and no second source to check them by."
    if not counts.several:
        return f"No record rests on more than one source; {count_noun(single, 'record')} on one only."
    none = f", {len(counts.none):,} on none" if counts.none else ""
    return f"{count_noun(counts.several, 'record')} on two sources or more, {single:,} on one only{none}."


def _quotations(quotations: QuotationCounts) -> tuple[tuple[str, Spans], ...]:
    if not quotations.total:
        return ()
    exact, verified, absent = quotations.total, quotations.verified, quotations.absent
    if verified == exact:
        return (("Quotations", (Span(f"all {exact:,} with exact words occur in the copy where they are cited"),)),)
    parts: list[Spans] = []
    if verified:
        parts.append((Span(f"{verified:,} of {exact:,} with exact words occur in a copy where they are cited"),))
    if absent:
        parts.append((Span(f"{PROBLEM_GLYPHS['warning']} {absent:,} do not occur there", "outcome-bad"),))
    if unchecked := exact - verified - absent:
        words = "not checked: no copy is available" if unchecked == exact else "not checked: no copy of their source"
        lead = f"{unchecked:,}{' with exact words' if unchecked == exact else ''}"
        parts.append((Span(f"{lead} {words}", "outcome-open"),))
    return (("Quotations", joined(parts, "; ")),)


def _share(most: int, number: int) -> int:
    """How many of each are shown where `number` of them share the page."""
    return max(_FEWEST, min(most, _ROWS // max(1, number)))


def _numbers(covered: SourceCoverage, most: int) -> Sequence[int]:
    """The paragraphs of a source that have bars, in their order: of many the `most` cited; none where none is cited."""
    if not covered.cited or covered.paragraphs <= most:
        return range(1, covered.paragraphs + 1 if covered.cited else 1)
    return sorted(sorted(covered.cited, key=lambda number: (-covered.cited[number], number))[:most])


def _found(builder: SpanBuilder, source: str, number: int) -> Mapping[str, int]:
    return statuses(builder.dossier, source, number)


def _source(builder: SpanBuilder, covered: SourceCoverage, numbers: Sequence[int]) -> list[Block]:
    source = covered.source.id
    parts = (
        (covered.headline, "its headline"),
        (covered.located, "a page or another place but no paragraph"),
        (covered.whole, "it as a whole"),
    )
    cited = [f", {number:,} of them {what}" for number, what in parts if number]
    cited += [f"; it disputes {covered.disputed:,}"] if covered.disputed else []
    cited += [f"; it only mentions {covered.mentioned:,}"] if covered.mentioned else []
    cited_by = (Span(count_noun(len(covered.records), "record"), "name", source), Span("".join(cited)))
    rows: list[tuple[str, Spans]] = [("Cited by", cited_by), ("Grade", _grade(covered.source.grade))]
    if covered.has_copy:
        rows.append(("Paragraphs", (Span(f"{covered.paragraphs:,}, counted in the local copy"),)))
    elif covered.paragraphs:
        known = f"known up to ¶{covered.paragraphs}, the highest cited; without a copy there may be more"
        rows.append(("Paragraphs", (Span(known),)))
    if covered.paragraphs:
        rows.append(("Uncited", _uncited(covered)))
    return [Section(builder.dossier.name(source)), *_paragraphs(builder, covered, numbers), Fields(tuple(rows))]


def _grade(grade: str) -> Spans:
    """The grade of a source, explained where it is an Admiralty code."""
    if not grade:
        return (Span("not given", "dim"),)
    codes = zip((_RELIABILITY, _CREDIBILITY), grade.upper(), strict=False)
    meanings = [meaning[code] for meaning, code in codes if code in meaning]
    return (Span(grade), Span(f"  {', '.join(meanings)}" if len(meanings) == len(grade) == 2 else "", "dim"))


def _uncited(covered: SourceCoverage) -> Spans:
    """The paragraphs that nothing cites, as links: `¶4  ¶7–9`."""
    if not covered.uncited:
        return (Span("none: every paragraph is cited" if covered.has_copy else "none of these", "dim"),)
    links = joined((_link(covered, first, last) for first, last in covered.uncited[:RANGES]), "  ")
    more = len(covered.uncited) - RANGES
    count = sum(last - first + 1 for first, last in covered.uncited)
    rest = f"  and {more:,} more ranges" if more > 0 else ""
    return (*links, Span(f"{rest}  ({count:,} of {covered.paragraphs:,})", "dim"))


def _link(covered: SourceCoverage, first: int, last: int) -> Spans:
    """A range of paragraphs: a link only with a copy, as an uncited paragraph is shown nowhere without one."""
    text = f"¶{first}" if first == last else f"¶{first}–{last}"
    return (Span(text, "cite", f"{covered.source.id}#p{first}" if covered.has_copy else ""),)


def _paragraphs(builder: SpanBuilder, covered: SourceCoverage, numbers: Sequence[int]) -> list[Block]:
    """How many records rest on each paragraph, as a bar of their statuses and a number."""
    blocks: list[Block] = []
    if not covered.cited:
        return []
    highest = max(covered.cited.values())
    notes = [f"the {len(numbers):,} paragraphs cited most"] if len(covered.cited) > len(numbers) else []
    notes += [f"{_BAR} glyphs for {highest:,} records"] if highest > _BAR else []
    if notes:
        words = "; ".join(notes)
        blocks.append(Para((Span(f"{words[0].upper()}{words[1:]}:", "dim"),)))
    digits = len(str(numbers[-1]))
    first_plural = next((number for number in numbers if covered.cited.get(number, 0) > 1), 0)
    for number in numbers:
        count = covered.cited.get(number, 0)
        bar = glyph_bar(parts_of(_GLYPHS, _found(builder, covered.source.id, number)), highest, _BAR)
        target = f"{covered.source.id}#p{number}" if count or covered.has_copy else ""
        name = (Span(" " * (digits - len(str(number)))), Span(f"¶{number}", "cite", target))
        unit = " records" if number == first_plural else ""
        value = (*bar, Span(f" {count:,}{unit}")) if count else (Span("nothing cites it", "dim"),)
        blocks.append(Entry(Span(" "), (*name, Span("  "), *value)))
    return blocks


def _legend(used: Collection[str]) -> Spans:
    """The glyphs of the bars in words."""
    words = {status: status or "no status, such as a quote" for status in _GLYPHS}
    shown = [(term, glyph) for term, glyph in _GLYPHS.items() if term in used]
    return joined(((glyph._replace(text=f"{glyph.text} {words[term]}"),) for term, glyph in shown), "   ")


def _listed(builder: SpanBuilder, title: str, names: Sequence[str], most: int) -> list[Block]:
    """A heading with records, each on one line."""
    if not names:
        return []
    entries = (named_entry(builder, name) for name in names[:most])
    return [Section(title, len(names)), *entries, *and_more_line(len(names) - most, indent=2)]
