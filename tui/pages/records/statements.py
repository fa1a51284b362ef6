"""A ledger row and an event: what was expected and what came of it, what happened."""

from __future__ import annotations

from tui.dossier.kinds import Event, Expectation
from tui.dossier.values.vocabulary import STATUS_MEANINGS, VOICE_GLYPHS, words
from tui.pages.page import Block, Facts, Page, Para, Span, Spans, Title
from tui.pages.records.entries import place, section
from tui.pages.records.quotes import exact_words, source_of
from tui.pages.span_builder import FEW, SpanBuilder
from tui.pages.views.timeline import around

Rows = list[tuple[str, Spans]]


def expectation_page(builder: SpanBuilder, row: Expectation) -> Page:
    """Who expected what of whom, in whose words, and what came of it."""
    me = row.id
    title = (*builder.name(row.expecting), Span(" expects of ", "dim"), *builder.name(row.of))
    rows: Rows = [("Voiced", _voice(builder, row)), ("Came of it", _came(builder, row))]
    if row.response:
        rows.append(("Response", builder.prose(row.response)))
    if row.stated is not None:
        rows.append(
            (
                "Stated",
                (Span("by the one who expects" if row.stated else "no; read from the source by the editor", "dim"),),
            )
        )
    if when := builder.date(row.date, row.date_text):
        rows.append(("When", when))
    blocks: list[Block] = [Title(title, (Span("ledger", "dim"),)), Para(builder.prose(row.expected))]
    blocks.append(Facts((*rows, *_backing(builder, row))))
    blocks += exact_words(builder, row.cite)
    blocks += _note(builder, row)
    blocks += section(builder, "In these words", row.quotes, me)
    blocks += section(builder, "Against it", row.counter, me)
    blocks += section(builder, "The tie at stake", (row.alliance,) if row.alliance else (), me)
    blocks += section(builder, "Said about it", builder.dossier.links.back(me, "said-about"), me)
    blocks += section(builder, "Claims that touch it", builder.dossier.links.back(me, "touched-by"), me)
    return Page(me, tuple(blocks))


def _voice(builder: SpanBuilder, row: Expectation) -> Spans:
    """In which voice and in whose words; when there are none, that none are printed."""
    voice = Span(f"{VOICE_GLYPHS[row.voiced]} {words(row.voiced)}")
    if not row.quotes:
        return (voice, Span("; no words of it are printed", "dim"))
    said_by = tuple(dict.fromkeys(builder.dossier.quote(name).speaker for name in row.quotes))
    read = (Span(", as the editor reads them", "dim"),) if row.status == "inferred" else ()
    return (voice, Span(" in the words of ", "dim"), *builder.names(said_by, most=FEW), *read)


def _came(builder: SpanBuilder, row: Expectation) -> Spans:
    """What came of it; of nothing recorded, that it is the source that is silent."""
    silent = "; no answer to it is recorded, which is not a refusal"
    return (*builder.outcome(row.outcome), *((Span(silent, "dim"),) if row.outcome == "none-recorded" else ()))


def event_page(builder: SpanBuilder, event: Event) -> Page:
    """What happened, when as far as the source says, where, and who took part."""
    me = event.id
    back = builder.dossier.links.back
    rows: Rows = [("When", builder.date(event.date, event.date_text) or (Span("undated in the source", "dim"),))]
    if event.date_text and event.date is None:
        rows[0] = ("When", (*rows[0][1], Span("; undated", "dim")))
    if event.place:
        rows.append(("Where", place(builder, event)))
    if event.actors:
        rows.append(("Who", builder.names(event.actors)))
    if event.kind:
        rows.append(("Kind", (Span(event.kind),)))
    if event.after:
        rows.append(("After", builder.names(event.after)))
    if followed := back(me, "followed-by"):
        rows.append(("Before", builder.names(followed)))
    blocks: list[Block] = [Title((Span(event.title, "strong"),), (Span("event", "dim"),))]
    blocks.append(Facts((*rows, *_backing(builder, event))))
    blocks += exact_words(builder, event.cite)
    blocks += _note(builder, event)
    blocks += around(builder, event)
    blocks += section(builder, "Said about it", back(me, "said-about"), me)
    blocks += section(builder, "Claims that touch it", back(me, "touched-by"), me)
    return Page(me, tuple(blocks))


def _backing(builder: SpanBuilder, record: Expectation | Event) -> Rows:
    rows: Rows = [("Status", (*builder.status(record.status), Span(f"  {STATUS_MEANINGS[record.status]}", "dim")))]
    if record.by:
        rows.append(("Says so", builder.speakers(record.by)))
    if record.denied_by:
        rows.append(("Denies", builder.speakers(record.denied_by)))
    rows.append(("Stands in", source_of(builder, record)))
    return rows


def _note(builder: SpanBuilder, record: Expectation | Event) -> list[Block]:
    if not record.note:
        return []
    return [Para((Span("Editor’s note: ", "label"), *builder.prose(record.note, "dim")))]
