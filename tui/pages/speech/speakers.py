"""Who speaks about whom: a table with the number of quotes, as a bar and in figures, each a link to the words.

Words count for whoever says them; those of the actors who speak for another have rows of their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Set

from tui.dossier.kinds import Tie
from tui.dossier.speakers import Speakers, speakers
from tui.dossier.subjects import subjects_of
from tui.dossier.values.vocabulary import count_noun
from tui.pages.diagram_blocks import Grid
from tui.pages.glyph_bars import height_bar
from tui.pages.network.column_labels import WIDTH, column_labels
from tui.pages.page import Block, Fields, Page, Para, Section, Span, Spans, Title, joined
from tui.pages.span_builder import SpanBuilder
from tui.pages.speech.words import left_out
from tui.pages.truncation import and_more_line
from tui.pages.views.registry import said_view_id

TITLE = "Who speaks about whom"
_ROWS, _COLUMNS = 40, 40
"""The most speakers, and the most actors spoken of; those of whom there is most come first."""
_SHORT_KEY = 216
"""The most characters of a key to the columns that stands above them: more would move the table out of sight."""
_OF_TIES = "A quote about a tie is counted as about each actor that it joins."
_ALL = "all"
"""The label over the number of all quotes of a speaker."""


def speakers_page(builder: SpanBuilder) -> Page:
    """The table, whom its columns stand for, and how many quotes are about no actor."""
    found = speakers(builder.dossier, builder.scope.moment)
    number = sum(found.said.values())
    several = "; one may be about several" if sum(found.spoken_of.values()) > number - found.unnamed else ""
    blocks: list[Block] = [Title((Span(TITLE, "strong"),), (Span(f"{count_noun(number, 'quote')}{several}", "dim"),))]
    if number and not found.spoken_of:
        blocks.append(Para((Span("No quote names an actor as its subject.", "dim"),)))
    if most := _most_shown(found):
        blocks.append(Para((Span(most, "dim"),)))
    table = _table(builder, found) if number else [Para((Span("No words recorded.", "dim"),))]
    blocks += table
    counts = (found.elsewhere, "about something else than an actor"), (found.unnamed, "without a recorded subject")
    if words := [f"{count_noun(count, 'quote')} {what}" for count, what in counts if count]:
        blocks.append(Para((Span("Not in the columns: ", "label"), Span(", ".join(words)))))
    width = max((block.width for block in table if isinstance(block, Grid)), default=0)
    return Page("speakers:", (*blocks, *left_out(builder, len(found.later))), table_width=width)


def _most_shown(found: Speakers) -> str:
    """That the table has only the first of many speakers, or of those whom they speak of; empty where it has all."""
    parts = (
        (len(found.said), _ROWS, "speakers with the most quotes"),
        (len(found.spoken_of), _COLUMNS, "actors spoken of most"),
    )
    told = [f"the {most:,} {which} of {number:,}" for number, most, which in parts if number > most]
    return f"Only {' and '.join(told)}" if told else ""


def _table(builder: SpanBuilder, found: Speakers) -> list[Block]:
    """The table and, below it, how many quotes are about each of those for whom its columns stand.

    Above it is whom they stand for, where that takes only a few rows.
    """
    dossier = builder.dossier
    columns = tuple(found.spoken_of)[:_COLUMNS]
    labels = column_labels((name, dossier.actor(name)) for name in columns)
    said = tuple(found.said.items())[:_ROWS]
    shared = {speaker: _shared(builder, speaker, columns, found.later) for speaker, _ in said}
    most = max((number for numbers in shared.values() for number in numbers.values()), default=1)
    rows = tuple(_row(builder, speaker, count, shared[speaker], most) for speaker, count in said)
    heads = (Span(_ALL, "dim"), *(Span(labels[name], "label", name) for name in columns))
    widest = max(WIDTH, len(f"{max(found.said.values()):,}"), 1 + len(f"{most:,}"))
    key = joined(((Span(f"{labels[name]} ", "label"), *builder.short_name(name)) for name in columns), "  ")
    is_short = sum(len(span.text) for span in key) <= _SHORT_KEY
    blocks: list[Block] = [*([Para(key)] if key and is_short else []), Grid(heads, rows, widest + 1)]
    blocks += and_more_line(len(found.said) - _ROWS, "panel:quotes", "speakers")
    if columns:
        legend = tuple((labels[name], _legend(builder, name, found.spoken_of[name])) for name in columns)
        more = len(found.spoken_of) - len(columns)
        note = (Span(f"{len(columns)} have columns, {more:,} more do not", "dim"),) if more else ()
        blocks += [Section("Spoken of", len(found.spoken_of), note=note), Fields(legend)]
        if any(dossier.links.back(tie.id, "said-about") for tie in dossier.records_of(Tie)):
            blocks.append(Para((Span(_OF_TIES, "dim"),)))
    return [*blocks, *and_more_line(len(found.spoken_of) - _COLUMNS, "panel:actors", "actors spoken of")]


def _shared(builder: SpanBuilder, speaker: str, actors: Iterable[str], later: Set[str]) -> dict[str, int]:
    """How many quotes of a speaker are about each of some actors, without those that are said `later`."""
    dossier = builder.dossier
    said = (dossier.quote(name) for name in dossier.links.back(speaker, "said") if name not in later)
    counts = Counter(subject for quote in said for subject in subjects_of(dossier, quote))
    return {actor: counts[actor] for actor in actors}


def _row(builder: SpanBuilder, speaker: str, count: int, shared: dict[str, int], most: int) -> tuple[Span, Spans]:
    """The short name of a speaker, the number of all its quotes, and that of those about each actor behind a bar."""
    width = len(f"{most:,}")
    cells = [Span(f"{count:,}", "dim", said_view_id(speaker))]
    for subject, number in shared.items():
        words = f"{height_bar(number, most)}{number:<{width},}"
        cells.append(Span(words, "text", said_view_id(speaker, subject)) if number else Span(""))
    return builder.short_name(speaker)[0], tuple(cells)


def _legend(builder: SpanBuilder, actor: str, count: int) -> Spans:
    return (*builder.name(actor), Span(f"  {count_noun(count, 'quote')}", "dim"))
