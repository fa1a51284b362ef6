"""Home: what a dossier is about, who stands where, the grievances, what is contested, and where to start.

Every start shows it, so it counts in single passes and needs no index of the links where a dossier is large. Every list
on it is bounded, and what is left off is one link away.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tui.dossier.kinds import KINDS, Quote, Source
from tui.dossier.values.vocabulary import count_noun
from tui.pages.home.additions import Parts, additions
from tui.pages.home.certainty import Certainty
from tui.pages.home.charts import charts
from tui.pages.home.grievance_table import grievance_blocks
from tui.pages.home.standing import counted, picture_with_ties, standing_blocks
from tui.pages.home.start import start_blocks
from tui.pages.moment_marks import moment_words
from tui.pages.omissions import absent_ties
from tui.pages.page import Block, Lead, Page, Para, Span, Spans, Title, joined
from tui.pages.span_builder import SpanBuilder

_TITLE_ROW = 72
"""The most cells of the title and what stands beside it."""
_SUMMARY = 150
"""A longer summary, in characters, is shown up to the end of a sentence; the view about the dossier has all of it."""
_STOPS, _CLOSERS = ".!?…։。", '”»")]'


def overview_page(builder: SpanBuilder) -> Page:
    """The whole dossier at a glance; every item is a link."""
    head = builder.dossier.head
    blocks: list[Block] = [Title((Span(head.title, "strong", "about:"),), _masthead(builder))]
    if head.summary:
        blocks.append(Para(builder.prose(opening(head.summary)), (Span("Read on", "dim", "about:"),)))
    blocks += start_blocks(builder)
    found, picture = counted(builder), len(blocks)
    blocks += standing_blocks(builder, found)
    raised, lines = len(blocks), grievance_blocks(builder)
    blocks += lines
    start, certainty = len(blocks), Certainty(builder)
    blocks += certainty.blocks()
    end = len(blocks)
    if not builder.dossier.records:
        words = "Nothing is written in this dossier yet. It is read again whenever it is saved; ? shows the keys."
        blocks.append(Para((Span(words, "dim"),)))
    aside = tuple(charts(builder, found.ties, blocks[picture:raised]))
    pictures = (*blocks[picture:raised], *aside)
    parts = Parts(found, certainty, start, end, raised if len(lines) > 1 else None, picture, pictures)
    more = additions(builder, parts, beside=bool(aside))
    lead = Lead(picture + 1, partial(picture_with_ties, builder, found)) if len(found.sides) == 2 and aside else None
    return Page("overview:", tuple(blocks), aside, more, lead=lead)


def opening(summary: str) -> str:
    """The first sentences of a summary: as many as there is room for, and at least one."""
    text = " ".join(summary[: 8 * _SUMMARY].split())
    if len(text) <= _SUMMARY:
        return text
    ends = list(_sentence_ends(text))
    if fitting := [end for end in ends if end <= _SUMMARY]:
        return text[: fitting[-1]]
    if ends and ends[0] <= 2 * _SUMMARY:
        return text[: ends[0]]
    return f"{text[:_SUMMARY].rsplit(' ', 1)[0]} …"


def _sentence_ends(text: str) -> Iterator[int]:
    """The offsets at which sentences end. A full stop after a short word may belong to an abbreviation (`Dr.`)."""
    for offset, mark in enumerate(text):
        if mark in _STOPS:
            end = offset + 1
            while text[end : end + 1] and text[end] in _CLOSERS:
                end += 1
            word = text[max(0, offset - 6) : offset].rstrip(_CLOSERS)[-4:]
            if mark == "。" or (text[end : end + 1] in ("", " ") and len(word) == 4 and word.isalnum()):
                yield end


def _masthead(builder: SpanBuilder) -> Spans:
    tables = builder.dossier.tables
    parts: list[Spans] = [_moment(builder)]
    of_kind = {
        table: (Span(KINDS[table].tallied(tables[table]), "dim", f"panel:{table}"),)
        for table in (Source.TABLE, Quote.TABLE)
        if tables[table]
    }
    used = sum(len(span.text) for span in joined((*parts, *of_kind.values()), " · "))
    if len(builder.dossier.head.title) + 2 + used > _TITLE_ROW and len(of_kind) > 1:
        del of_kind[Source.TABLE]  # the line that says where to start names them
    parts += of_kind.values()
    if warnings := builder.dossier.warnings:
        parts.append((Span(count_noun(warnings, "warning"), "dim", "about:"),))
    return joined(parts, " · ")


def _moment(builder: SpanBuilder) -> Spans:
    """The moment as of which everything is counted, and how many ties are not there then."""
    moment = builder.scope.moment
    if moment is None:
        return builder.date(builder.dossier.head.as_of, "")
    absent = absent_ties(builder)
    parts: list[Spans] = [(Span(moment_words(moment)),)]
    parts += [(Span(words, "dim", "panel:alliances"),) for words in ([f"ties: {', '.join(absent)}"] if absent else [])]
    return joined(parts, " · ")
