"""Where to start: the views that a reader of a dossier opens first, with their keys while there are keys."""

from __future__ import annotations

from tui.dossier.dossier import Dossier
from tui.dossier.values.vocabulary import VIEW_GLYPH
from tui.pages.page import Block, Entry, Span, Spans, joined
from tui.pages.span_builder import SpanBuilder

TOUR = "tour:"
"""The link that begins the tour."""
_MARK = Span(VIEW_GLYPH, "label")
_MOST = 3
"""The most ways on: all of them on one row of 74 cells."""


def start_blocks(builder: SpanBuilder) -> list[Block]:
    """One line that leads on, at its end to the tour as long as that is offered; nothing without records."""
    if not builder.dossier.records:
        return []
    parts = [_way(builder, *way) for way in _ways(builder.dossier)[:_MOST]]
    if builder.offers_tour:
        parts.append(_way(builder, "tour.next", "the tour", TOUR))
    elif builder.key_name("app.help"):
        parts.append(_way(builder, "app.help", "the signs", ""))
    return [Entry(_MARK, joined(((Span("Start here", "label"),), *parts), "  "), apart=True)]


def _ways(dossier: Dossier) -> list[tuple[str, str, str]]:
    """The key of each way on, what it leads to in words, and as a link; only those that lead to something."""
    tables = dossier.tables
    sources = "the source" if len(tables["sources"]) == 1 else f"{len(tables['sources']):,} sources"
    ways = (
        ("panel.network", "the picture", "panel:network", "alliances"),
        ("panel.ledger", "the grievances", "panel:ledger", "ledger"),
        ("panel.claims", "who denies", "panel:claims", "claims"),
        ("panel.quotes", "the words", "panel:quotes", "quotes"),
        ("panel.sources", sources, "panel:sources", "sources"),
    )
    return [(key, words, link) for key, words, link, table in ways if tables[table]]


def _way(builder: SpanBuilder, key: str, words: str, link: str) -> Spans:
    name = builder.key_name(key)
    return (*((Span(name, "strong"), Span(" ")) if name else ()), Span(words, "dim" if not link else "name", link))
