"""How well the dossier is covered by its sources: what each paragraph carries, and what rests on little or nothing.

May not know how anything is counted.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.dossier.sources.coverage import Coverage, QuotationCounts, SourceCoverage, coverage
from tui.dossier.values.vocabulary import count_noun
from tui.pages.page import Block, Entry, Facts, Page, Para, Section, Span, Spans, Title, joined
from tui.pages.records.sections import named_entry
from tui.pages.span_builder import SpanBuilder

SOURCES = 100
"""So many sources are shown one by one."""
PARAGRAPHS = 60
"""Of so many paragraphs the count is shown; of a source that has more, of those that carry most."""
RANGES = 40
"""So many stretches of paragraphs that nothing cites are shown."""
LISTED = 60
"""So many records are listed under a heading."""
_BAR = 24

_RELIABLE = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability not known",
}
_CREDIBLE = {
    "1": "confirmed by others",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "truth not known",
}


def coverage_page(builder: SpanBuilder) -> Page:
    """Each source with its paragraphs, then the records that rest on one source only, then those that rest on none."""
    found = coverage(builder.dossier)
    count = count_noun(len(found.sources), "source")
    blocks: list[Block] = [Title((Span("Coverage", "strong"),), (Span(count, "dim"),))]
    blocks += [Para((Span(sentence),)) for sentence in _summary(found)]
    if rows := _quotations(found.quotations):
        blocks.append(Facts(rows))
    for covered in found.sources[:SOURCES]:
        blocks += _source(builder, covered)
    if len(found.sources) > SOURCES:
        blocks.append(Para((Span(f"{len(found.sources) - SOURCES:,} more sources are not shown here.", "dim"),)))
    if len(found.sources) > 1:
        for source, names in list(found.single.items())[:SOURCES]:
            blocks += _listed(builder, f"On {builder.dossier.name(source)} alone", names)
    blocks += _listed(builder, "Rest on no source", found.none)
    return Page("", tuple(blocks))


def _summary(found: Coverage) -> list[str]:
    single = sum(map(len, found.single.values()))
    cited = single + found.several
    if not found.sources:
        return ["This dossier names no source, so nothing in it rests on one. Press 0 to 9 for another panel."]
    if not cited:
        return ["No record cites a source."]
    if len(found.single) == 1 and not found.several and found.none:
        return [
            f"{count_noun(cited, 'record')} on one source, and no second one to check by; {len(found.none):,} on none."
        ]
    if len(found.sources) == 1:
        return [
            f"Everything rests on one source: {count_noun(cited, 'record')}, and no second source to check them by."
        ]
    if not found.several:
        return [f"No record rests on more than one source; {count_noun(single, 'record')} on one only."]
    return [
        f"{count_noun(found.several, 'record')} on two sources or more, {single:,} on one only"
        + (f", {len(found.none):,} on none." if found.none else ".")
    ]


def _quotations(quotations: QuotationCounts) -> tuple[tuple[str, Spans], ...]:
    if not quotations.total:
        return ()
    total, verified, absent = quotations
    if verified == total:
        return (("Quotations", (Span(f"✓ all {total:,} with exact words stand in the copy where they are cited"),)),)
    parts: list[Spans] = []
    if verified:
        parts.append((Span(f"✓ {verified:,} of {total:,} with exact words stand in a copy where they are cited"),))
    if absent:
        parts.append((Span(f"✗ {absent:,} do not stand there", "outcome-bad"),))
    if left := total - verified - absent:
        what = "not checked: there is no copy at hand" if left == total else "could not be checked"
        parts.append((Span(f"○ {left:,}{' with exact words' if left == total else ''} {what}", "outcome-open"),))
    return (("Quotations", joined(parts, "; ")),)


def _source(builder: SpanBuilder, covered: SourceCoverage) -> list[Block]:
    me = covered.source.id
    whole = f", {covered.whole:,} of them on it as a whole" if covered.whole else ""
    carries = (Span(count_noun(len(covered.records), "record"), "name", me), Span(whole))
    rows: list[tuple[str, Spans]] = [("Carries", carries), ("Grade", _grade(covered.source.grade))]
    if covered.has_copy:
        rows.append(("Paragraphs", (Span(f"{covered.paragraphs:,}, counted in the copy at hand"),)))
    elif covered.paragraphs:
        known = f"known up to ¶{covered.paragraphs}, the highest cited; without a copy there may be more"
        rows.append(("Paragraphs", (Span(known),)))
    if covered.paragraphs:
        rows.append(("Uncited", _uncited(covered)))
    return [Section(builder.dossier.name(me)), Facts(tuple(rows)), *_paragraphs(covered)]


def _grade(grade: str) -> Spans:
    """The Admiralty code with its meaning, where it is one."""
    if not grade:
        return (Span("not given", "dim"),)
    meaning = [table[one] for table, one in zip((_RELIABLE, _CREDIBLE), grade.upper(), strict=False) if one in table]
    return (Span(grade), Span(f"  {', '.join(meaning)}" if len(meaning) == len(grade) == 2 else "", "dim"))


def _uncited(covered: SourceCoverage) -> Spans:
    """The paragraphs that nothing cites, as links: `¶4  ¶7–9`."""
    if not covered.uncited:
        return (Span("none: every paragraph is cited" if covered.has_copy else "none of these", "dim"),)
    shown = joined((_link(covered, *span) for span in covered.uncited[:RANGES]), "  ")
    more = len(covered.uncited) - RANGES
    count = sum(last - first + 1 for first, last in covered.uncited)
    rest = f"  and {more:,} more stretches" if more > 0 else ""
    return (*shown, Span(f"{rest}  ({count:,} of {covered.paragraphs:,})", "dim"))


def _link(covered: SourceCoverage, first: int, last: int) -> Spans:
    """A stretch of paragraphs; without a copy an uncited one is nowhere to be seen, and no link."""
    text = f"¶{first}" if first == last else f"¶{first}–{last}"
    return (Span(text, "cite", f"{covered.source.id}#p{first}" if covered.has_copy else ""),)


def _paragraphs(covered: SourceCoverage) -> list[Block]:
    """How many records rest on each paragraph, as a bar and a number."""
    numbers: Sequence[int] = range(1, covered.paragraphs + 1)
    blocks: list[Block] = []
    if not covered.cited:
        return []
    if len(numbers) > PARAGRAPHS:
        most = sorted(covered.cited, key=lambda number: (-covered.cited[number], number))[:PARAGRAPHS]
        numbers = sorted(most)
        if len(covered.cited) > PARAGRAPHS:
            blocks.append(Para((Span(f"The {PARAGRAPHS} paragraphs that carry most:", "dim"),)))
    top = max(covered.cited.values())
    size = len(str(numbers[-1]))
    first = next((number for number in numbers if covered.cited.get(number, 0) > 1), 0)
    for number in numbers:
        count = covered.cited.get(number, 0)
        bar = "━" * max(count > 0, round(_BAR * count / max(top, _BAR)))
        target = f"{covered.source.id}#p{number}" if count or covered.has_copy else ""
        name = (Span(" " * (size - len(str(number)))), Span(f"¶{number}", "cite", target))
        unit = " records" if number == first else ""
        said = (Span(f"{bar} ", "dim"), Span(f"{count:,}{unit}")) if count else (Span("nothing cites it", "dim"),)
        blocks.append(Entry(Span(" "), (*name, Span("  "), *said)))
    return blocks


def _listed(builder: SpanBuilder, title: str, names: Sequence[str]) -> list[Block]:
    """A heading with records, each in one line."""
    if not names:
        return []
    blocks: list[Block] = [Section(title, len(names)), *(named_entry(builder, name) for name in names[:LISTED])]
    if len(names) > LISTED:
        blocks.append(Para((Span(f"and {len(names) - LISTED:,} more", "dim"),), (), 2))
    return blocks
