"""The dossier in one page: what it is about, its sides, who stands where, what is open and what is contested."""

from __future__ import annotations

from tui.dossier.model import Expectation
from tui.dossier.vocabulary import UNSETTLED
from tui.pages.items import section
from tui.pages.page import Block, Facts, Page, Para, Span, Spans, Title, joined
from tui.pages.panels import PANELS
from tui.pages.phrases import Phrases

_LET_DOWN = ("unmet", "refused", "no-response", "partly")


def overview_page(phrases: Phrases) -> Page:
    """The whole dossier at a glance."""
    dossier = phrases.dossier
    head = dossier.head
    blocks: list[Block] = [Title((Span(head.title, "strong"),), phrases.date(head.as_of, ""))]
    if head.summary:
        blocks.append(Para(phrases.prose(head.summary)))
    rows: list[tuple[str, Spans]] = []
    if head.sides:
        rows.append(("Sides", phrases.names(head.sides)))
    counts = (
        (Span(panel.counted(len(dossier.tables[panel.table]))),) for panel in PANELS if panel.table in dossier.tables
    )
    rows.append(("Holds", joined(counts)))
    unsettled = sum(
        tie.status in UNSETTLED for tie in map(dossier.tie, (record.id for record in dossier.tables["alliances"]))
    )
    if unsettled:
        rows.append(("Left out", (Span(f"{unsettled} contested, denied or inferred ties, from every count"),)))
    if head.editors:
        rows.append(("Editors", (Span(", ".join(head.editors)),)))
    if head.licence:
        rows.append(("Licence", (Span(head.licence),)))
    blocks.append(Facts(tuple(rows)))
    let_down = [row.id for row in dossier.tables["ledger"] if isinstance(row, Expectation) and row.outcome in _LET_DOWN]
    blocks += section(phrases, "Who feels let down", let_down, "")
    contested = [record.id for record in dossier.tables["claims"] if getattr(record, "status", "") in UNSETTLED]
    blocks += section(phrases, "Contested", contested, "")
    return Page("", tuple(blocks))
