"""Ledger rows: what was expected of whom, in whose words, and with what outcome."""

from __future__ import annotations

from tui.dossier.grievances import asserting
from tui.dossier.kinds import Expectation
from tui.dossier.values.dates import date_words, short_date
from tui.dossier.values.vocabulary import OUTCOME_GLYPHS, STATUS_GLYPHS, VOICE_CONNECTIVES, VOICE_GLYPHS, words
from tui.pages.list_line import ListLine, one_line
from tui.pages.page import Block, Entry, Fields, Page, Para, Span, Spans, Title, joined
from tui.pages.phrases import READ_BY_EDITOR
from tui.pages.records.citations import exact_words
from tui.pages.records.record_view import RecordView
from tui.pages.records.sections import related, section
from tui.pages.records.statements import Rows, contrasting_heading, editors_note, quoted_sections, statement_rows
from tui.pages.span_builder import FEW, SpanBuilder
from tui.pages.truncation import brief
from tui.pages.when import happened


def ledger_page(builder: SpanBuilder, row: Expectation) -> Page:
    """Who expected what of whom, in whose words, and with what outcome."""
    me = row.id
    title = (*builder.name(row.expecting), Span(" expects of ", "dim"), *builder.name(row.of, inside=True))
    fields: Rows = [("Voiced", _voice(builder, row)), ("Outcome", _outcome(builder, row))]
    if row.response:
        later = builder.as_of.expectation(row).outcome != row.outcome
        fields.append(("Response, later" if later else "Response", builder.prose(row.response)))
    if row.stated is not None:
        inferred = "not stated; read by the editor from the complaint or the context"
        fields.append(("Expectation", (Span("stated by the one who expects" if row.stated else inferred, "dim"),)))
    if when := builder.date(row.date, row.date_text):
        fields.append(("When", when))
    blocks: list[Block] = [Title(title, (Span("ledger", "dim"),)), Para(builder.prose(row.expected))]
    but = "; but what was expected is the editor’s reading" if row.stated is False and row.status == "reported" else ""
    blocks.append(Fields((*fields, *statement_rows(builder, row, but))))
    blocks += exact_words(builder, row.cite)
    blocks += editors_note(builder, row)
    blocks += quoted_sections(builder, row.quotes, me)
    blocks += section(builder, contrasting_heading(inferred=row.status == "inferred"), row.counter, me)
    blocks += section(builder, "The tie concerned", (row.alliance,) if row.alliance else (), me)
    blocks += related(builder, me)
    return Page(me, tuple(blocks))


def _voice(builder: SpanBuilder, row: Expectation) -> Spans:
    """How it is voiced and in whose words, or that it is not quoted."""
    voice = Span(f"{VOICE_GLYPHS[row.voiced]} {words(row.voiced)}")
    if not row.quotes:
        return (voice,) if row.voiced == "none" else (voice, Span("; not quoted", "dim"))
    quotes = [builder.dossier.quote(name) for name in row.quotes]
    ids = dict.fromkeys(quote.speaker for quote in quotes)
    speakers = builder.speakers(ids, most=FEW)
    its_words = "reported speech" if all(quote.mode == "indirect" for quote in quotes) else "words"
    if row.status != "inferred":
        return (voice, Span(f" in the {its_words} of ", "dim"), *speakers)
    if its_words == "reported speech":
        return (voice, Span(", inferred by the editor from what is reported of ", "dim"), *speakers)
    if len(ids) == 1:
        return (voice, Span(", inferred from ", "dim"), *speakers, Span("’s words", "dim"))
    return (voice, Span(", inferred from the words of ", "dim"), *speakers)


def _outcome(builder: SpanBuilder, row: Expectation) -> Spans:
    """The outcome and, if none is recorded, that this is not a refusal."""
    silence = "; no answer is recorded, which is not a refusal"
    now = builder.as_of.expectation(row).outcome
    if now != row.outcome:
        return (*builder.outcome(now), Span("; later: ", "dim"), *_dated_outcome(builder, row))
    return (*_dated_outcome(builder, row), *((Span(silence, "dim"),) if row.outcome == "none-recorded" else ()))


def _outcome_now(builder: SpanBuilder, row: Expectation) -> Spans:
    """`✓ met 7 Apr 1975`; at a moment before, `○ open until 7 Apr 1975`."""
    now = builder.as_of.expectation(row).outcome
    if row.outcome_date is None:
        return builder.outcome(now)
    until = "until " if now != row.outcome else ""
    return (*builder.outcome(now), Span(f" {until}{short_date(row.outcome_date)}", "dim"))


def _dated_outcome(builder: SpanBuilder, row: Expectation) -> Spans:
    """`✓ met, 7 April 1975`."""
    when = (Span(f", {date_words(row.outcome_date)}", "dim"),) if row.outcome_date is not None else ()
    return (*builder.outcome(row.outcome), *when)


def _line(builder: SpanBuilder, row: Expectation) -> ListLine:
    """`! Russia  arms that were paid for  ↯ ●`, under the name of who expects it.

    What nobody states is dimmed, and where all rows have room for that it is said to be the editor's reading.
    """
    now = builder.as_of.expectation(row).outcome
    [outcome] = builder.outcome(now)
    [status] = builder.status(row.status)
    of = tuple(Span(span.text, span.role) for span in builder.name(row.of, inside=True))
    is_read = row.stated is False
    expected = Span(one_line(row.expected), "dim" if is_read else "text")
    spans = (*of, Span(f"  {READ_BY_EDITOR if is_read else ''}", "dim"), expected)
    brief_spans = (*of, Span("  "), expected) if is_read else ()
    remark = (Span(OUTCOME_GLYPHS[now], outcome.role), Span(f" {STATUS_GLYPHS[row.status]}", status.role))
    when = (*happened(row.date), Span("  ")) if row.date is not None else ()
    voice = Span(f"{VOICE_GLYPHS[row.voiced]} {words(row.voiced)}  ", "dim")
    long_remark = (*when, voice, outcome, Span(f"  {status.text:12}", status.role))
    return ListLine(Span(VOICE_GLYPHS[row.voiced], "dim"), spans, remark, long_remark, brief_spans=brief_spans)


def _entry(builder: SpanBuilder, row: Expectation, page: str) -> Entry:
    """`! Armenia about Russia: …` and the outcome; on the page of either actor only the other one is named."""
    expecting = builder.name(row.expecting) if row.expecting != page else ()
    connective = VOICE_CONNECTIVES[row.voiced]
    of = (Span(f"{connective} ", "dim"), *builder.name(row.of, inside=True)) if row.of != page else ()
    spans = (*joined((expecting, of), " "), Span(": ", "dim"), Span(brief(row.expected), "text", row.id))
    below = joined(((Span(words(row.voiced), "dim"),), _outcome_now(builder, row)), " → ")
    read = (Span("expectation not stated", "dim"),) if row.stated is False else ()
    below = joined((happened(row.date), below, read), " · ")
    mark = Span(VOICE_GLYPHS[row.voiced], "dim")
    backing = builder.backing(row.status, row.cite, asserting(builder.dossier, row), row.denied_by)
    return Entry(mark, spans, backing, below, apart=True)


RECORD_VIEW = RecordView(
    page=ledger_page,
    line=_line,
    entry=_entry,
    heading=lambda builder, row: f"{builder.dossier.name(row.expecting)} expects of",
    lead="{} ",
    relations={"at-stake-in": "Grievances and requests under this tie"},
)
