"""What the front page has no room for: the whole summary, what the dossier holds, who made it, how to read it."""

from __future__ import annotations

from tui.dossier.kinds import KINDS
from tui.dossier.values.vocabulary import STATUS_MEANINGS
from tui.pages.page import Block, Facts, Page, Para, Section, Span, Spans, Title, joined
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
    rows.append(("Holds", joined(counts)))
    left_out = builder.scope.left_out(dossier)
    if number := sum(left_out.values()):
        kinds = joined(((*builder.status(status), Span(f" {count:,}", "dim")) for status, count in left_out.items()))
        tie = f"{number:,} tie{'s' * (number != 1)}, from every count: "
        rows.append(("Left out", (Span(tie, "text", "panel:alliances"), *kinds)))
    for label, words in (
        ("Editors", ", ".join(head.editors)),
        ("Licence", head.licence),
        ("Language", head.lang),
    ):
        if words:
            rows.append((label, (Span(words),)))
    blocks.append(Facts(tuple(rows)))
    meanings = ((builder.status(status)[0], meaning) for status, meaning in STATUS_MEANINGS.items())
    legend = [(span, (Span(meaning, "dim"),)) for span, meaning in meanings]
    facts = Facts(tuple((span.text, words) for span, words in legend), heads=tuple(span for span, _ in legend))
    return Page("about:", (*blocks, Section("How sure a statement is"), facts))
