"""What Home has no room for: the whole summary, the contents, the editors, and the meaning of each status."""

from __future__ import annotations

from tui.dossier.kinds import KINDS, Quote
from tui.dossier.values.vocabulary import STATUS_MEANINGS, count_noun
from tui.pages.page import Block, Fields, Page, Para, Section, Span, Spans, Title, joined
from tui.pages.span_builder import FEW, SpanBuilder


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
    counts = [
        (Span(kind.counted(len(dossier.tables[table])), "text", f"panel:{table}"),) for table, kind in KINDS.items()
    ]
    rows.append(("Contents", joined(counts)))
    if quotes := dossier.records_of(Quote):
        reported = sum(quote.mode == "indirect" for quote in quotes)
        words = f"{count_noun(len(quotes) - reported, 'quotation')}, {count_noun(reported, 'reported statement')}"
        rows.append(("Quotes", (Span(words),)))
    omitted = builder.scope.left_out(dossier)
    if number := sum(omitted.values()):
        statuses = joined(((*builder.status(status), Span(f" {count:,}", "dim")) for status, count in omitted.items()))
        rows.append(("Excluded", (Span(f"{count_noun(number, 'tie')}: ", "text", "panel:alliances"), *statuses)))
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
    return Page("about:", (*blocks, Section("How certain a statement is"), legend))
