"""Quotes: the words as printed, the circumstances, what each is cited for, who disputes it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Quote, Record, Tie
from tui.dossier.speech import date_order
from tui.dossier.values.vocabulary import MODE_GLYPHS, STATUS_GLYPHS, act_words
from tui.pages.list_line import ListLine, one_line
from tui.pages.page import BULLET, Block, Entry, Fields, Page, Para, Quotation, Role, Span, Spans, Title, joined
from tui.pages.phrases import kind_words, quoted
from tui.pages.records.citations import exact_words
from tui.pages.records.record_view import RecordView
from tui.pages.records.sections import listed, related, section
from tui.pages.records.statements import contrasting_heading, editors_note, source_rows
from tui.pages.span_builder import FEW, SpanBuilder, first_of
from tui.pages.truncation import briefly
from tui.pages.when import happened

_MODES = {
    "direct": "exact words",
    "fragment": "exact words inside the author’s sentence",
    "indirect": "reported, in the dossier’s words",
}
_ATTRIBUTIONS = {
    "named": "attributed by name",
    "pronoun": "attributed by a pronoun or a description in the source",
    "continued": "continues the previous quotation",
    "editor": "attributed by the dossier’s editor",
}


def quote_page(builder: SpanBuilder, quote: Quote) -> Page:
    """Speaker with office, the words, to whom and about whom, when, the source, what the quote is cited for."""
    back = builder.dossier.links.back
    me = quote.id
    blocks: list[Block] = [
        Title(builder.name(quote.speaker), (Span(act_words(quote.act) if quote.act else "said", "dim"),))
    ]
    office = builder.office(builder.dossier.actor(quote.speaker), quote.date)
    when = builder.date(quote.date, quote.date_text)
    if above := joined((office, when), " · "):
        blocks.append(Para(above))
    blocks.append(Quotation(builder.prose(quote.text, "quote", quote.speaker), builder.marks(quote)))
    if quote.translation:
        blocks.append(Quotation(builder.prose(quote.translation, "quote", quote.speaker), ("", "")))
    blocks.append(Fields(_fields(builder, quote)))
    blocks += exact_words(builder, quote.cite)
    blocks += editors_note(builder, quote)
    citing = back(me, "evidence-for")
    supported = _supported(builder.dossier, quote)
    for_ids = dict.fromkeys(record.id for record in supported)
    against_ids = [name for name in citing if name not in for_ids]
    blocks += section(builder, "Cited for", for_ids, me)
    denied, contrasting = _countered(builder, quote)
    blocks += section(builder, "Cited against", dict.fromkeys((*against_ids, *denied)), me)
    blocks += section(builder, "Contrasts with", contrasting, me)
    in_whole = _supported(builder.dossier.whole or builder.dossier, quote)
    blocks += _disputes(builder, in_whole)
    blocks += _contrasts(builder, quote, in_whole, contrasting)
    blocks += related(builder, me, ("evidence-for", "counter-to"), but=frozenset(citing))
    said = in_order_of_dates(builder, back(quote.speaker, "said"))
    blocks += section(builder, "Also said by the same speaker", said, me)
    return Page(me, tuple(blocks))


def in_order_of_dates(builder: SpanBuilder, quotes: Iterable[str]) -> list[str]:
    """Quotes by id in the order of their dates, those without a date after them, in the order given."""
    return sorted(quotes, key=lambda name: date_order(builder.dossier.quote(name)))


def _fields(builder: SpanBuilder, quote: Quote) -> tuple[tuple[str, Spans], ...]:
    rows: list[tuple[str, Spans]] = []
    if quote.to:
        rows.append(("To", builder.names(quote.to)))
    if quote.about:
        rows.append(("About", builder.names(quote.about)))
    if quote.channel:
        rows.append(("Channel", (Span(quote.channel),)))
    form = [_MODES[quote.mode]]
    if quote.attribution != "named":
        form.append(_ATTRIBUTIONS[quote.attribution])
    if quote.lang:
        form.append(f"in {quote.lang}")
    rows.append(("Form", (Span("; ".join(form), "dim"),)))
    return (*rows, *source_rows(builder, quote.cite))


def _supported(dossier: Dossier, quote: Quote) -> list[Record]:
    """The records that cite the quote, except those that its own speaker denies."""
    citing = (dossier.get(name) for name in dossier.links.back(quote.id, "evidence-for"))
    return [record for record in citing if record is not None and quote.speaker not in _deniers(record)]


def _countered(builder: SpanBuilder, quote: Quote) -> tuple[list[str], list[str]]:
    """The records that name the quote as their counter: those that its speaker denies, and the others."""
    names = builder.dossier.links.back(quote.id, "counter-to")
    denied: list[str] = []
    others: list[str] = []
    for name in names:
        (denied if quote.speaker in _deniers(builder.dossier.records[name]) else others).append(name)
    return denied, others


def _deniers(record: Record) -> tuple[str, ...]:
    return getattr(record, "denied_by", ())


def _disputes(builder: SpanBuilder, supported: list[Record]) -> list[Block]:
    """Those who deny what a quote is cited for, each once, in their own words where they are quoted.

    In a part of the dossier that leaves out what is denied, only their words are there.
    """
    denials: dict[str, tuple[dict[Quote, None], list[Record]]] = {}
    for record in supported:
        if not (deniers := dict.fromkeys(_deniers(record))):
            continue
        is_shown = builder.dossier.get(record.id) is not None
        by_speaker: dict[str, list[Quote]] = {}
        for name in (*getattr(record, "counter", ()), *getattr(record, "quotes", ())):
            quote = builder.dossier.quote(name)
            by_speaker.setdefault(quote.speaker, []).append(quote)
        for denier in deniers:
            if not is_shown and denier not in by_speaker:
                continue
            quotes, records = denials.setdefault(denier, ({}, []))
            quotes.update(dict.fromkeys(by_speaker.get(denier, ())))
            records.append(record)
    return listed("Who disputes it", list(denials), lambda denier: _denial(builder, denier, *denials[denier]))


def _denial(builder: SpanBuilder, denier: str, quotes: Iterable[Quote], records: list[Record]) -> Entry:
    """Who denies, in exact or reported words; what is denied where there are none."""
    speaker, mark = builder.speakers((denier,), opening=True), Span(STATUS_GLYPHS["denied"], "status-denied")
    if words_of_denial := list(quotes):
        return _attributed(builder, words_of_denial, speaker, mark)
    denied = briefly(first_of(FEW, records, lambda record: _denied(builder, record), "; "))
    return Entry(mark, (*speaker, Span(" denies ", "dim"), *denied))


def _denied(builder: SpanBuilder, record: Record) -> Spans:
    """The name of what is denied; a tie is said to be one, and of which kind."""
    name = Span(builder.dossier.name(record.id), "text", record.id)
    if not isinstance(record, Tie):
        return (name,)
    return (Span("the tie ", "dim"), name, Span(f" ({kind_words(record)})", "dim"))


def _contrasts(builder: SpanBuilder, quote: Quote, supported: list[Record], contrasting: list[str]) -> list[Block]:
    """Quotes that count against what this one is cited for; they need not be a reply to it.

    Left out are those cited for a record that the page shows as `contrasting` already.
    """
    voiced = {name for record in contrasting for name in getattr(builder.dossier.records[record], "quotes", ())}
    counters: dict[Quote, bool] = {}
    for record in supported:
        inferred = getattr(record, "status", "") == "inferred"
        if inferred and builder.dossier.get(record.id) is None:
            continue
        without = {*_deniers(record), quote.speaker}
        for counter in map(builder.dossier.quote, getattr(record, "counter", ())):
            if counter.speaker not in without and counter.id not in voiced:
                counters[counter] = counters.get(counter, True) and inferred
    blocks: list[Block] = []
    for inferred in (False, True):
        blocks += listed(
            contrasting_heading(inferred=inferred),
            [counter for counter, by_inference in counters.items() if by_inference == inferred],
            lambda counter: _attributed(builder, [counter], builder.name(counter.speaker), BULLET),
        )
    return blocks


def _attributed(builder: SpanBuilder, quotes: Sequence[Quote], speaker: Spans, mark: Span) -> Entry:
    """A speaker, the passages, and the words below."""
    cites = dict.fromkeys(cite for quote in quotes for cite in quote.cite)
    excerpts = first_of(FEW, quotes, lambda quote: builder.excerpt(quote, labelled=True), " · ")
    return Entry(mark, speaker, builder.cites(cites, FEW), excerpts)


def _line(builder: SpanBuilder, quote: Quote) -> ListLine:
    """The words, and where they are printed; where there is little room, the date in its place."""
    mark = Span(MODE_GLYPHS[quote.mode], "dim")
    where = builder.first_cite(quote.cite)
    act = (Span(f"{act_words(quote.act)} ", "dim"),) if quote.act else ()
    when = happened(quote.date)
    gap = (Span("  "),) if when else ()
    return ListLine(mark, (Span(one_line(quote.text)),), when or (where,), (*act, *when, *gap, where))


def _entry(builder: SpanBuilder, quote: Quote, page: str) -> Entry:
    """The words, then who said them to whom, how and where."""
    below = [builder.name(quote.speaker, page)]
    if quote.act:
        below.append((Span(act_words(quote.act), "dim"),))
    if quote.mode == "indirect":
        below.append((Span("reported speech", "dim"),))
    if quote.to:
        below.append((Span("to ", "dim"), *builder.speakers(quote.to, page, FEW)))
    below.append(happened(quote.date))
    if quote.date_text:
        below.append((Span(quoted(quote.date_text), "dim"),))
    mark = Span(MODE_GLYPHS["indirect"] if quote.mode == "indirect" else " ", "dim")
    return Entry(
        mark, builder.excerpt(quote, about=page), builder.cites(quote.cite, FEW), joined(below, " · "), apart=True
    )


def _speaker_role(builder: SpanBuilder, quote: Quote) -> Role:
    """The role of a heading that names the speaker: the colour of a side, or that of any heading."""
    role = builder.name(quote.speaker)[0].role
    return role if role.startswith("side-") else "label"


RECORD_VIEW = RecordView(
    page=quote_page,
    line=_line,
    entry=_entry,
    heading=lambda builder, quote: builder.dossier.name(quote.speaker),
    heading_role=_speaker_role,
    lead="{}: ",
    sort_key=lambda _, quote: date_order(quote),
    relations={"said-about": "Said about it"},
)
