"""A ledger row and an event: what was expected and what came of it, what happened."""

from __future__ import annotations

from tui.dossier.model import Event, Expectation
from tui.dossier.vocabulary import STATUS_MEANINGS, VOICE_GLYPHS, words
from tui.pages.items import place, section
from tui.pages.page import Block, Facts, Page, Para, Span, Spans, Title
from tui.pages.phrases import FEW, Phrases
from tui.pages.quote import exact_words, source_of
from tui.pages.timeline import around

Rows = list[tuple[str, Spans]]


def expectation_page(phrases: Phrases, row: Expectation) -> Page:
    """Who expected what of whom, in whose words, and what came of it."""
    me = row.id
    title = (*phrases.name(row.expecting), Span(" expects of ", "dim"), *phrases.name(row.of))
    rows: Rows = [("Voiced", _voice(phrases, row)), ("Came of it", _came(phrases, row))]
    if row.response:
        rows.append(("Response", phrases.prose(row.response)))
    if row.stated is not None:
        rows.append(
            (
                "Stated",
                (Span("by the one who expects" if row.stated else "no; read from the source by the editor", "dim"),),
            )
        )
    if when := phrases.date(row.date, row.date_text):
        rows.append(("When", when))
    blocks: list[Block] = [Title(title, (Span("ledger", "dim"),)), Para(phrases.prose(row.expected))]
    blocks.append(Facts((*rows, *_backing(phrases, row))))
    blocks += exact_words(phrases, row.cite)
    blocks += _note(phrases, row)
    blocks += section(phrases, "In these words", row.quotes, me)
    blocks += section(phrases, "Against it", row.counter, me)
    blocks += section(phrases, "The tie at stake", (row.alliance,) if row.alliance else (), me)
    blocks += section(phrases, "Said about it", phrases.dossier.links.back(me, "said-about"), me)
    blocks += section(phrases, "Claims that touch it", phrases.dossier.links.back(me, "touched-by"), me)
    return Page(me, tuple(blocks))


def _voice(phrases: Phrases, row: Expectation) -> Spans:
    """In which voice and in whose words; when there are none, that none are printed."""
    voice = Span(f"{VOICE_GLYPHS[row.voiced]} {words(row.voiced)}")
    if not row.quotes:
        return (voice, Span("; no words of it are printed", "dim"))
    said_by = tuple(dict.fromkeys(phrases.dossier.quote(name).speaker for name in row.quotes))
    read = (Span(", as the editor reads them", "dim"),) if row.status == "inferred" else ()
    return (voice, Span(" in the words of ", "dim"), *phrases.names(said_by, most=FEW), *read)


def _came(phrases: Phrases, row: Expectation) -> Spans:
    """What came of it; of nothing recorded, that it is the source that is silent."""
    silent = "; no answer to it is recorded, which is not a refusal"
    return (*phrases.outcome(row.outcome), *((Span(silent, "dim"),) if row.outcome == "none-recorded" else ()))


def event_page(phrases: Phrases, event: Event) -> Page:
    """What happened, when as far as the source says, where, and who took part."""
    me = event.id
    back = phrases.dossier.links.back
    rows: Rows = [("When", phrases.date(event.date, event.date_text) or (Span("undated in the source", "dim"),))]
    if event.date_text and event.date is None:
        rows[0] = ("When", (*rows[0][1], Span("; undated", "dim")))
    if event.place:
        rows.append(("Where", place(phrases, event)))
    if event.actors:
        rows.append(("Who", phrases.names(event.actors)))
    if event.kind:
        rows.append(("Kind", (Span(event.kind),)))
    if event.after:
        rows.append(("After", phrases.names(event.after)))
    if followed := back(me, "followed-by"):
        rows.append(("Before", phrases.names(followed)))
    blocks: list[Block] = [Title((Span(event.title, "strong"),), (Span("event", "dim"),))]
    blocks.append(Facts((*rows, *_backing(phrases, event))))
    blocks += exact_words(phrases, event.cite)
    blocks += _note(phrases, event)
    blocks += around(phrases, event)
    blocks += section(phrases, "Said about it", back(me, "said-about"), me)
    blocks += section(phrases, "Claims that touch it", back(me, "touched-by"), me)
    return Page(me, tuple(blocks))


def _backing(phrases: Phrases, record: Expectation | Event) -> Rows:
    rows: Rows = [("Status", (*phrases.status(record.status), Span(f"  {STATUS_MEANINGS[record.status]}", "dim")))]
    if record.by:
        rows.append(("Says so", phrases.speakers(record.by)))
    if record.denied_by:
        rows.append(("Denies", phrases.speakers(record.denied_by)))
    rows.append(("Stands in", source_of(phrases, record)))
    return rows


def _note(phrases: Phrases, record: Expectation | Event) -> list[Block]:
    if not record.note:
        return []
    return [Para((Span("Editor’s note: ", "label"), *phrases.prose(record.note, "dim")))]
