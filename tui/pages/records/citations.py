"""Where a record's statements come from: the sources it cites, and the words cited."""

from __future__ import annotations

from collections.abc import Iterable

from tui.dossier.values.cite import Cite, Cites
from tui.pages.page import Block, Para, Span, Spans, joined
from tui.pages.span_builder import SpanBuilder, quoted
from tui.pages.truncation import MANY, and_more_line


def sources_of(builder: SpanBuilder, cites: Cites) -> Spans:
    """Cites with the titles of their sources: `Title ¶5 ¶6`."""
    by_source: dict[str, list[Cite]] = {}
    for cite in cites:
        by_source.setdefault(cite.source, []).append(cite)
    parts: list[Spans] = []
    for source, cited in by_source.items():
        parts.append((Span(builder.dossier.name(source), "text", source), Span(" "), *builder.cites(cited)))
    return joined(parts, "; ")


def exact_words(builder: SpanBuilder, cites: Iterable[Cite] | None) -> list[Block]:
    """The exact words that cites give, each with its passage; nothing for cites of a passage as a whole."""
    exact = [cite for cite in cites or () if cite.exact]
    passages = (Para((Span(quoted(cite.exact), "quote"),), builder.cites((cite,)), 2) for cite in exact[:MANY])
    return [*passages, *and_more_line(len(exact) - MANY, what="exact passages", indent=2)]
