"""Charts beside Home where there is room: when it happens, where it stands in a source, who speaks about whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate

from tui.dossier.kinds import Event, Quote, Source, Tie
from tui.dossier.values.vocabulary import SIGN_GLYPHS, count_noun
from tui.pages.block_spans import spans_of
from tui.pages.chart_blocks import BarRow, Bars, Column, CrossTable, Histogram
from tui.pages.home.crowd import most_tied_bars
from tui.pages.page import Block, Entry, Fields, Para, Section, Span, Spans, joined
from tui.pages.span_builder import SpanBuilder
from tui.pages.views.registry import said_view_id

LARGE = 3000
"""With more records than this, what needs an index of the links or all quotes is left to the other views."""
_COLUMNS = 36
"""The most columns of a chart."""
_HEIGHT = 3
_SPEAKERS, _SUBJECTS = 6, 5
_NAMED = 2
"""The most paragraphs that are named of those that are cited most, or least."""
_LONGEST_SOURCE = 17
"""A longer name of a source is not in its heading."""
_FEWEST = 3
"""With fewer dated ties or cited paragraphs than this, a chart has no shape."""


def charts(builder: SpanBuilder, ties: Sequence[Tie], pictures: Iterable[Block]) -> list[Block]:
    """The charts there is something to draw in, each under a heading that leads to the view with all of it.

    A sign in them that is in none of the `pictures` of Home has its word below.
    """
    blocks = _time(builder)
    if len(builder.dossier.records) <= LARGE:
        blocks += _paragraphs(builder)
        blocks += speakers(builder)
    if builder.dossier.head.sides:  # without sides they stand in the middle of Home
        blocks += (bars := most_tied_bars(builder, ties, legend=False))
        if signs := _signs_in(bars) - _signs_in(pictures):
            words = [builder.sign_words(sign) for sign, glyph in SIGN_GLYPHS.items() if glyph in signs]
            blocks.append(Entry(Span(" "), joined(words, "  ")))
    return blocks


def _signs_in(blocks: Iterable[Block]) -> set[str]:
    spans = (span for block in blocks for span in spans_of(block))
    return {span.text.partition(" ")[0] for span in spans if span.role.startswith("sign-")}


def _time(builder: SpanBuilder) -> list[Block]:
    """How many events there are when."""
    counts_now = builder.as_of.counts
    if not any(event.date is not None for event in builder.dossier.records_of(Event)):
        return []
    from tui.pages.views.date_strip import date_strip, event_months

    months = event_months(builder.dossier)
    strip = date_strip(((at, name) for name, at in months.items() if counts_now(name)), "event")
    return [Section("When it happens", link="timeline:", compact=True), strip] if strip is not None else []


def ties_in_time(builder: SpanBuilder) -> list[Block]:
    """How many ties there are in each year, or at most in a year of each run of years; nothing for few dated ties."""
    spans: list[tuple[int, int | None]] = []
    for tie in builder.dossier.tables[Tie.TABLE]:
        lifetime = builder.as_of.lifetime(tie.id)
        if lifetime is not None and lifetime.begins is not None and not lifetime.begins.open_start:
            last_day = lifetime.ends.latest if lifetime.ends else None
            spans.append((lifetime.begins.earliest[0], last_day[0] if last_day else None))
    if len(spans) < _FEWEST:
        return []
    first = min(start for start, _ in spans)
    last = max(end or start for start, end in spans)
    changes = Counter(start for start, _ in spans)
    changes.subtract(end + 1 for _, end in spans if end is not None)
    in_year = list(accumulate(changes[year] for year in range(first, last + 1)))
    run = -(-len(in_year) // _COLUMNS)
    counts = [max(in_year[at : at + run]) for at in range(0, len(in_year), run)]
    columns = tuple(Column(_year(first + at * run), number) for at, number in enumerate(counts))
    most = in_year.index(max(in_year))
    words: Spans = (Span(f"most in {_year(first + most)}: {count_noun(in_year[most], 'tie')}", "dim"),)
    note = (Span(f"{len(spans):,} whose beginning is known", "dim"),)
    return [
        Section("Ties over time", link="timeline-ties:", compact=True, note=note),
        Histogram(columns, _HEIGHT, (Para(words),)),
        Para(words),
    ]


def _year(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BC"


def _paragraphs(builder: SpanBuilder) -> list[Block]:
    """How many records cite each paragraph of the source that is cited most."""
    dossier = builder.dossier
    cited = {
        str(source.id): {number: len(ids) for number, ids in dossier.links.citing(source.id).items() if number}
        for source in dossier.records_of(Source)
    }
    source = max(cited, key=lambda name: sum(cited[name].values()), default="")
    counts = cited.get(source, {})
    last = max(max(counts, default=0), len(dossier.passages.get(source) or ()))
    if len(counts) < _FEWEST or last > _COLUMNS:
        return []
    columns = tuple(
        Column(
            f"¶{number}" if number == 1 else str(number) if number % 5 == 0 else "",
            counts.get(number, 0),
            f"{source}#p{number}",
            f"¶{number} · {count_noun(counts.get(number, 0), 'record')}",
        )
        for number in range(1, last + 1)
    )
    by_number: dict[int, list[int]] = {}
    for number in range(1, last + 1):
        by_number.setdefault(counts.get(number, 0), []).append(number)
    most, fewest = max(by_number), min(by_number)
    words: Spans = (Span("most cited ", "dim"), *_paragraphs_with(source, by_number[most], most))
    if fewest < most:
        words = (*words, Span(", least ", "dim"), *_paragraphs_with(source, by_number[fewest], fewest))
    else:
        words = (Span(f"each cited by {count_noun(most, 'record')}", "dim"),)
    name = builder.source_name(source) if len(cited) > 1 else "the source"
    title = f"Where it stands in {name}" if len(name) <= _LONGEST_SOURCE else "Where it stands in one source"
    return [
        Section(title, link="coverage:", compact=True),
        Histogram(columns, _HEIGHT, (Para(words),)),
        Para(words),
    ]


def _paragraphs_with(source: str, numbers: list[int], count: int) -> Spans:
    """`¶22 (16)`, of a few `¶22, ¶24 (16 each)`, of more how many there are: `3, in 5 paragraphs`."""
    if len(numbers) > _NAMED:
        return (Span(f"{count:,}, in {count_noun(len(numbers), 'paragraph')}", "dim"),)
    names = joined((Span(f"¶{number}", "cite", f"{source}#p{number}"),) for number in numbers)
    return (*names, Span(f" ({count:,}{' each' if len(numbers) > 1 else ''})", "dim"))


def speakers(builder: SpanBuilder) -> list[Block]:
    """Who speaks most, and about whom most: how many quotes, each number a link to the words."""
    from tui.dossier.subjects import subjects_of
    from tui.pages.network.column_labels import column_labels

    dossier, counts_now = builder.dossier, builder.as_of.counts
    said: Counter[str] = Counter()
    about: Counter[str] = Counter()
    both: Counter[tuple[str, str]] = Counter()
    for quote in dossier.records_of(Quote):
        if counts_now(quote.id):
            said[quote.speaker] += 1
            for subject in subjects_of(dossier, quote):
                if dossier.actor(subject) is not None:
                    about[subject] += 1
                    both[quote.speaker, subject] += 1
    speaking = [name for name, _ in said.most_common(_SPEAKERS)]
    subjects = [name for name, _ in about.most_common(_SUBJECTS)]
    if len(speaking) < 2 or not subjects:
        return []
    labels = column_labels((name, dossier.actor(name)) for name in subjects)
    rows = tuple(
        (builder.short_name(speaker)[0], tuple(_number(speaker, subject, both) for subject in subjects))
        for speaker in speaking
    )
    heads = tuple(Span(labels[name], "label", name) for name in subjects)
    key = joined(((Span(f"{labels[name]} ", "label"), *builder.short_name(name)) for name in subjects), "  ")
    lead, longest = f"about{_of_all(len(subjects), len(about))}", max(len(name.text) for name, _ in rows)
    note = _of_all(len(speaking), len(said)).strip()
    twin = tuple(_spoken(builder, speaker, said[speaker], subjects, both) for speaker in speaking)
    return [
        Section("Who speaks about whom", link="speakers:", compact=True, note=(Span(note, "dim"),) if note else ()),
        CrossTable(heads, rows, key, twin, lead=lead if len(lead) <= longest else ""),
    ]


def _of_all(shown: int, number: int) -> str:
    """` 6 of 13`; nothing where all are shown."""
    return f" {shown} of {number:,}" if shown < number else ""


def most_words(builder: SpanBuilder) -> list[Block]:
    """Those with the most quotes, and how many these are."""
    counts_now = builder.as_of.counts
    said = Counter(quote.speaker for quote in builder.dossier.records_of(Quote) if counts_now(quote.id))
    rows = tuple(
        BarRow(
            builder.short_name(speaker)[0],
            ((Span("━", "axis"), number),),
            (Span(count_noun(number, "quote"), "dim", said_view_id(speaker)),),
        )
        for speaker, number in said.most_common(_SPEAKERS)
    )
    if len(rows) < 2:
        return []
    words = Fields(tuple((row.label.text, row.tail) for row in rows), headings=tuple(row.label for row in rows))
    return [Section("Who speaks most", link="speakers:", compact=True), Bars(rows, (words,))]


def _number(speaker: str, subject: str, both: Counter[tuple[str, str]]) -> Spans:
    number = both[speaker, subject]
    return (Span(f"{number:,}", "text", said_view_id(speaker, subject)),) if number else ()


def _spoken(
    builder: SpanBuilder, speaker: str, number: int, subjects: Iterable[str], both: Counter[tuple[str, str]]
) -> Entry:
    """`Dmitry Rogozin 2: Armenia 2, Russia 2`."""
    about = joined(
        (*builder.short_name(subject), Span(" "), *_number(speaker, subject, both))
        for subject in subjects
        if both[speaker, subject]
    )
    colon = ": " if about else ""
    return Entry(Span(" "), (*builder.short_name(speaker), Span(f" {number:,}{colon}", "dim"), *about))
