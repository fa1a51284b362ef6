"""A source: what it is, its paragraphs, and what rests on each."""

from __future__ import annotations

from tui.dossier.model import Source
from tui.dossier.vocabulary import words
from tui.pages.items import section
from tui.pages.page import Block, Facts, Page, Para, Section, Span, Spans, Title
from tui.pages.phrases import Phrases


def source_page(phrases: Phrases, source: Source) -> Page:
    """The source, then each paragraph with its words where a local copy is at hand, and the records that cite it."""
    me = source.id
    blocks: list[Block] = [Title((Span(source.title, "strong"),), (Span(words(source.kind), "dim"),))]
    blocks.append(Facts(_facts(phrases, source)))
    if source.note:
        blocks.append(Para(phrases.prose(source.note, "dim")))
    citing = phrases.dossier.links.citing(me)
    passages = phrases.dossier.passages.get(me, [])
    blocks += section(phrases, "Cited as a whole by", citing.get(0, ()), me)
    numbers = sorted({*range(1, len(passages) + 1), *(number for number in citing if number)})
    if len(numbers) > 1 and not passages:
        blocks.append(Para((Span("No copy of the text is at hand, so only its paragraph numbers are shown.", "dim"),)))
    for number in numbers:
        ids = citing.get(number, ())
        blocks.append(Section(f"Paragraph {number}", len(ids), f"p{number}"))
        if number <= len(passages):
            blocks.append(Para(phrases.prose(passages[number - 1], "quote"), (), 2))
        blocks += section(phrases, "", ids, me)[1:]
        if not ids:
            blocks.append(Para((Span("nothing in the dossier cites it", "dim"),), (), 2))
    asserted = phrases.dossier.links.back(me, "asserts")
    blocks += section(phrases, "What its author says in its own voice", asserted, me)
    blocks += section(phrases, "What its author denies", phrases.dossier.links.back(me, "denies"), me)
    blocks += section(phrases, "Said about it", phrases.dossier.links.back(me, "said-about"), me)
    blocks += section(phrases, "Claims that touch it", phrases.dossier.links.back(me, "touched-by"), me)
    return Page(me, tuple(blocks))


def _facts(phrases: Phrases, source: Source) -> tuple[tuple[str, Spans], ...]:
    rows: list[tuple[str, Spans]] = []
    unknown = (Span("not given", "dim"),)
    rows.append(("Author", (Span(", ".join(source.author)),) if source.author else unknown))
    rows.append(("In", (Span(source.container),) if source.container else unknown))
    if source.publisher:
        rows.append(("Publisher", (Span(source.publisher),)))
    rows.append(("Issued", phrases.date(source.issued, "") or unknown))
    if source.accessed:
        rows.append(("Accessed", phrases.date(source.accessed, "")))
    for label, value in (("Address", source.url), ("Language", source.lang), ("Grade", source.grade)):
        if value:
            rows.append((label, (Span(value),)))
    return tuple(rows)
