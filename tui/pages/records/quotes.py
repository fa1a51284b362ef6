"""What somebody said: the words as printed, the circumstances, what it is evidence for, who disputes it."""

from __future__ import annotations

from collections.abc import Iterable

from tui.dossier.kinds import Claim, Event, Expectation, Quote, Tie
from tui.dossier.values.cite import Cite
from tui.dossier.values.vocabulary import words
from tui.pages.page import Block, Entry, Facts, Page, Para, Quotation, Span, Spans, Title, joined
from tui.pages.records.entries import listed, section
from tui.pages.span_builder import FEW, SpanBuilder
from tui.pages.truncation import MANY

_MODES = {
    "direct": "exact words",
    "fragment": "exact words inside the author’s sentence",
    "indirect": "reported, in the dossier’s words",
}
_ATTRIBUTIONS = {
    "named": "named beside the words",
    "pronoun": "by a pronoun in the source",
    "continued": "continued from the words before",
    "editor": "by the dossier’s editor",
}


def quote_page(builder: SpanBuilder, quote: Quote) -> Page:
    """Speaker with office, the words, to whom and about whom, when, where it stands, what rests on it."""
    back = builder.dossier.links.back
    me = quote.id
    blocks: list[Block] = [Title(builder.name(quote.speaker), (Span(words(quote.act or "said"), "dim"),))]
    office = builder.office(builder.dossier.actor(quote.speaker))
    when = builder.date(quote.date, quote.date_text)
    channel = (Span(quote.channel),) if quote.channel else ()
    if above := joined((office, when, channel), " · "):
        blocks.append(Para(above))
    blocks.append(Quotation(builder.prose(quote.text, "quote", quote.speaker), builder.marks(quote)))
    if quote.translation:
        blocks.append(Quotation(builder.prose(quote.translation, "quote", quote.speaker), ("", "")))
    blocks.append(Facts(_facts(builder, quote)))
    blocks += exact_words(builder, quote.cite)
    if quote.note:
        blocks.append(Para((Span("Editor’s note: ", "label"), *builder.prose(quote.note, "dim"))))
    bearing = back(me, "evidence-for")
    denying = [name for name in bearing if _denies(builder, quote, name)]
    blocks += section(builder, "Evidence for", [name for name in bearing if name not in denying], me)
    blocks += section(builder, "Speaks against", [*denying, *back(me, "counter-to")], me)
    blocks += _disputed(builder, quote)
    blocks += _set_against(builder, quote)
    shown = frozenset(bearing)
    claims = [name for name in back(me, "touched-by") if name not in shown]
    blocks += section(builder, "Claims that touch it", claims, me)
    blocks += section(builder, "Said about it", back(me, "said-about"), me)
    same = [name for name in back(quote.speaker, "said") if name != me]
    blocks += section(builder, "Also said by the same speaker", same, me)
    return Page(me, tuple(blocks))


def _facts(builder: SpanBuilder, quote: Quote) -> tuple[tuple[str, Spans], ...]:
    rows: list[tuple[str, Spans]] = []
    if quote.to:
        rows.append(("To", builder.names(quote.to)))
    if quote.about:
        rows.append(("About", builder.names(quote.about)))
    form = [_MODES[quote.mode]]
    if quote.attribution != "named":
        form.append(f"attributed {_ATTRIBUTIONS[quote.attribution]}")
    if quote.lang:
        form.append(f"in {quote.lang}")
    rows.append(("Form", (Span("; ".join(form), "dim"),)))
    rows.append(("Stands in", source_of(builder, quote)))
    return tuple(rows)


def source_of(builder: SpanBuilder, record: Quote | Tie | Claim | Expectation | Event) -> Spans:
    """The cites of a record with the titles of their sources: `Title ¶5 ¶6`."""
    by_source: dict[str, list[int]] = {}
    for number, cite in enumerate(record.cite):
        by_source.setdefault(cite.source, []).append(number)
    parts: list[Spans] = []
    for source, numbers in by_source.items():
        marks = builder.cites([record.cite[number] for number in numbers])
        parts.append((Span(builder.dossier.name(source), "text", source), Span(" "), *marks))
    return joined(parts, "; ")


def exact_words(builder: SpanBuilder, cites: Iterable[Cite] | None) -> list[Block]:
    """The very words that cites point at, each with its passage; nothing for cites of a passage as a whole."""
    exact = [cite for cite in cites or () if cite.exact]
    made = (Para((Span(f"“{cite.exact}”", "quote"),), builder.cites((cite,)), 2) for cite in exact[:MANY])
    more = len(exact) - MANY
    return [*made, *([Para((Span(f"and {more:,} more exact passages", "dim"),), (), 2)] if more > 0 else ())]


def _denies(builder: SpanBuilder, quote: Quote, name: str) -> bool:
    """Whether a record that names the quote as bearing on it is denied by its speaker."""
    record = builder.dossier.get(name)
    return isinstance(record, Tie | Claim | Expectation) and quote.speaker in (record.denied_by or ())


def _bearing(builder: SpanBuilder, quote: Quote) -> list[Tie | Claim | Expectation]:
    """What the quote is evidence for."""
    names = (name for name in builder.dossier.links.back(quote.id, "evidence-for"))
    found = (builder.dossier.get(name) for name in names if not _denies(builder, quote, name))
    return [record for record in found if isinstance(record, Tie | Claim | Expectation)]


def _disputed(builder: SpanBuilder, quote: Quote) -> list[Block]:
    """Those who deny what this quote is evidence for, in their words where they are given."""
    entries: dict[Entry, None] = {}
    for record in _bearing(builder, quote):
        counter = [builder.dossier.quote(one) for one in getattr(record, "counter", ())]
        for one in record.denied_by or ():
            said = [other for other in counter if other.speaker == one]
            who, mark = builder.speakers((one,)), Span("×", "status-denied")
            for other in said:
                entries[_quoted(builder, other, who, mark)] = None
            if not said:
                what = (Span("denies ", "dim"), Span(builder.dossier.name(record.id), "text", record.id))
                entries[Entry(mark, joined((who, what), " "))] = None
        if len(entries) > MANY:
            break
    return listed("Who disputes it", list(entries), lambda entry: entry)


def _set_against(builder: SpanBuilder, quote: Quote) -> list[Block]:
    """Words set against what this quote is evidence for, in a claim or in the ledger; they need be no answer to it."""
    entries: dict[Entry, None] = {}
    for record in _bearing(builder, quote):
        for one in getattr(record, "counter", ()):
            other = builder.dossier.quote(one)
            if other.speaker not in (record.denied_by or ()) and other.speaker != quote.speaker:
                entries[_quoted(builder, other, builder.name(other.speaker), Span("·", "dim"))] = None
        if len(entries) > MANY:
            break
    return listed("Set against it", list(entries), lambda entry: entry)


def _quoted(builder: SpanBuilder, quote: Quote, who: Spans, mark: Span) -> Entry:
    return Entry(mark, who, builder.cites(quote.cite, FEW), builder.excerpt(quote))
