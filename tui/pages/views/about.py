"""What Home has no room for: the whole summary, the contents, the editors, and the meaning of each status."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from tui.dossier.kinds import KINDS, Event, Expectation, Quote, Source, Tie
from tui.dossier.values.vocabulary import STATUS_MEANINGS, UNSETTLED, count_noun
from tui.pages.page import BULLET, Addition, Block, Entry, Fields, Page, Para, Section, Span, Spans, Title, joined
from tui.pages.span_builder import FEW, SpanBuilder
from tui.pages.truncation import and_more_line

_SOURCES = 12
"""The most sources that are listed."""
_LEGENDS = (
    ("SIGNS", Tie.TABLE),
    ("LINES", Tie.TABLE),
    ("OUTCOMES", Expectation.TABLE),
    ("VOICES", Expectation.TABLE),
    ("MODES", Quote.TABLE),
    ("DATES", Event.TABLE),
    ("CHANGES", Tie.TABLE),
    ("OTHERS", ""),
)
"""The tables of glyphs explained where there is room, each with the table whose records wear them."""


def about_page(builder: SpanBuilder) -> Page:
    """The dossier as its editors introduce it."""
    dossier = builder.dossier
    head = dossier.head
    blocks: list[Block] = [Title((Span("About this dossier", "strong"),), builder.date(head.as_of, ""))]
    if head.summary:
        blocks.append(Para(builder.prose(head.summary)))
    rows: list[tuple[str, Spans]] = []
    if head.sides:
        rows.append(("Sides", builder.names(head.sides, most=FEW)))
    counts = [(Span(kind.tallied(dossier.tables[table]), "text", f"panel:{table}"),) for table, kind in KINDS.items()]
    rows.append(("Contents", joined(counts)))
    omitted = builder.scope.left_out(dossier)
    if number := sum(omitted.values()):
        statuses = joined(((Span(f"{count:,} "), *builder.status(status)) for status, count in omitted.items()))
        ties = count_noun(number, "unsettled tie" if omitted.keys() <= UNSETTLED else "tie")
        rows.append(("Excluded", (Span(f"{ties}: ", "text", "panel:alliances"), *statuses)))
    for label, words in (
        ("Editors", ", ".join(head.editors)),
        ("Licence", head.licence),
        ("Language", head.lang),
    ):
        if words:
            rows.append((label, (Span(words),)))
    if dossier.warnings:
        explained = Span("; karabakh-tui check FILE explains them", "dim")
        rows.append(("File", (Span(count_noun(dossier.warnings, "warning")), explained)))
    blocks.append(Fields(tuple(rows)))
    statuses_explained = [(builder.status(status)[0], meaning) for status, meaning in STATUS_MEANINGS.items()]
    legend = Fields(
        tuple((status.text, (Span(meaning, "dim"),)) for status, meaning in statuses_explained),
        headings=tuple(status for status, _ in statuses_explained),
    )
    blocks += [Section("How certain a statement is"), legend]
    return Page("about:", tuple(blocks), additions=_additions(builder, len(blocks)))


def _additions(builder: SpanBuilder, at: int) -> tuple[Addition, ...]:
    """The sources, then what the signs mean that records of this dossier wear, as far as there is room."""
    made: list[tuple[Callable[[], list[Block]], int]] = [(partial(_sources, builder), 3)]
    tables = builder.dossier.tables
    made += [(partial(_legend, name), 4) for name, table in _LEGENDS if not table or tables[table]]
    return tuple(Addition(at, at, partial(_made, make), least) for make, least in made)


def _made(make: Callable[[], list[Block]]) -> tuple[Block, ...]:
    return tuple(make())


def _sources(builder: SpanBuilder) -> list[Block]:
    sources = builder.dossier.records_of(Source)
    if not sources:
        return []
    shown = (Entry(BULLET, builder.name(source.id), builder.date(source.issued, "")) for source in sources[:_SOURCES])
    heading = Section("Sources", len(sources) if len(sources) > 1 else None, link="panel:sources")
    return [heading, *shown, *and_more_line(len(sources) - _SOURCES, "panel:sources", indent=2)]


def _legend(name: str) -> list[Block]:
    """The glyphs of one table with their words and meanings."""
    from tui.pages import glyphs

    table: glyphs.Glyphs = getattr(glyphs, name)
    labels = tuple(Span(f"{each.glyph} {each.word}", each.role) for each in table.glyphs)
    rows = tuple((label.text, (Span(each.meaning, "dim"),)) for label, each in zip(labels, table.glyphs, strict=True))
    return [Section(table.title), Fields(rows, headings=labels)]
