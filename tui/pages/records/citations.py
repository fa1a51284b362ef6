"""Where a record's statements come from: the sources it cites, and the words cited."""

from __future__ import annotations

from collections.abc import Iterable

from tui.dossier.source_names import begins_alike
from tui.dossier.values.cite import SUPPORTS, Cite
from tui.dossier.values.text import Safe
from tui.pages.page import Block, Para, Span, Spans, joined
from tui.pages.phrases import quoted
from tui.pages.span_builder import SpanBuilder
from tui.pages.truncation import MANY, and_more_line


def sources_of(builder: SpanBuilder, cites: Iterable[Cite]) -> Spans:
    """Cites of one stance with the titles of their sources: `Title ¶5 ¶6`, with several `Kyle 1991, Title p. 412`."""
    by_source: dict[str, list[Cite]] = {}
    for cite in cites:
        by_source.setdefault(cite.source, []).append(cite)
    parts: list[Spans] = []
    for source, cited in by_source.items():
        short, name = builder.source_name(source), builder.dossier.name(source)
        if builder.several_sources and not begins_alike(short, name):
            name = Safe(f"{short}, {name}")
        unmarked = (cite._replace(stance=SUPPORTS) for cite in cited)
        parts.append((Span(name, "text", source), Span(" "), *builder.cites(unmarked, named=False), *_grades(cited)))
    return joined(parts, "; ")


def _grades(cites: Iterable[Cite]) -> Spans:
    """The grades that cites of one source have themselves."""
    grades = ", ".join(dict.fromkeys(cite.grade for cite in cites if cite.grade))
    return (Span(f" graded {grades}", "dim"),) if grades else ()


def exact_words(builder: SpanBuilder, cites: Iterable[Cite] | None) -> list[Block]:
    """The exact words that cites give, each with its passage; nothing for cites of a passage as a whole."""
    exact = [cite for cite in cites or () if cite.exact]
    passages = (Para((Span(quoted(cite.exact), "quote"),), builder.cites((cite,)), 2) for cite in exact[:MANY])
    return [*passages, *and_more_line(len(exact) - MANY, what="exact passages", indent=2)]
