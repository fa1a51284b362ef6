"""All words of an actor, or those about one subject: its own first, then those of whoever speaks for it, by speaker."""

from __future__ import annotations

from tui.dossier.kinds import Actor, Quote
from tui.dossier.speech import about, hidden_subjects, parted, words_of
from tui.pages.page import Block, Entry, Page, Para, Section, Span, Spans, Title
from tui.pages.records.sections import entry, listed
from tui.pages.span_builder import SpanBuilder
from tui.pages.speech.words import left_out, tally
from tui.pages.views.registry import said_view_id


def said_page(builder: SpanBuilder, actor: str, subject: str = "") -> Page | None:
    """The view of the words of an actor, about any subject when it is empty; None for any other ids."""
    dossier = builder.dossier
    record = dossier.get(subject)
    if dossier.actor(actor) is None or (subject and record is None):
        return None
    quotes = words_of(dossier, actor)
    quotes = about(dossier, quotes, subject) if subject else quotes
    kept, later = parted(quotes, builder.as_of.counts)
    title: Spans = builder.name(actor)
    if subject:
        title = (*title, Span(" about ", "dim"), *builder.name(subject, inside=True))
    blocks: list[Block] = [Title(title, (Span("said", "dim"),))]
    if not kept:
        blocks.append(Para((Span("No words recorded.", "dim"),)))
    by_speaker: dict[str, list[Quote]] = {actor: []}
    for quote in kept:
        by_speaker.setdefault(quote.speaker, []).append(quote)
    for speaker, of_speaker in by_speaker.items():
        heading = Section(dossier.name(speaker), link=speaker, note=(Span(tally(of_speaker), "dim"),))
        blocks += listed(heading, of_speaker, lambda quote: _entry(builder, quote, subject))
    if subject != actor and isinstance(record, Actor):
        blocks += _in_turn(builder, actor, subject)
    hidden = 0 if subject else hidden_subjects(dossier, kept)
    return Page(said_view_id(actor, subject), (*blocks, *left_out(builder, later, hidden)))


def _entry(builder: SpanBuilder, quote: Quote, subject: str) -> Entry:
    """A quote under the name of its speaker; of a long one the words about the subject."""
    item = entry(builder, quote, quote.speaker)
    first_words, on_subject = builder.excerpt(quote), builder.excerpt(quote, about=subject)
    return item._replace(spans=(*on_subject, *item.spans[len(first_words) :]))


def _in_turn(builder: SpanBuilder, actor: str, subject: str) -> list[Block]:
    """What the subject says about the actor, as a link."""
    quotes, _ = parted(about(builder.dossier, words_of(builder.dossier, subject), actor), builder.as_of.counts)
    if not quotes:
        return []
    name, other = builder.dossier.name(subject), builder.dossier.name_in_sentence(actor)
    link = Span(f"{name} about {other}", "name", said_view_id(subject, actor))
    return [Para((link, Span(f": {tally(quotes)}", "dim")))]
