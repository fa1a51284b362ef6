"""Claims: who asserts each and who denies it, in their own words, contrasting quotes, and who has no words recorded.

A contrasting quote is not presented as a reply.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from tui.dossier.kinds import Claim
from tui.dossier.responses import (
    Voice,
    actors_without_response,
    is_disputed,
    is_only_cited,
    known_only_from,
    opponents,
    opposing_voices,
    supporting_voices,
)
from tui.dossier.values.cite import disputing
from tui.dossier.values.vocabulary import STATUS_GLYPHS, count_noun
from tui.pages.list_line import ListLine, one_line
from tui.pages.page import Block, Entry, Fields, Page, Para, Section, Span, Spans, Title, joined
from tui.pages.phrases import quoted
from tui.pages.records.citations import exact_words
from tui.pages.records.record_view import RecordView
from tui.pages.records.sections import related
from tui.pages.records.statements import editors_note, quoted_sections, source_rows, speaker_rows, status_row
from tui.pages.span_builder import FEW, SpanBuilder, first_of
from tui.pages.truncation import and_more, brief

if TYPE_CHECKING:
    from tui.pages.diagram_blocks import Comparison

_QUOTE_LENGTH, _MOST_QUOTES = 1200, 200
"""The most characters of a quote, and the most quotes, on the page of a claim; the quote's own page has all of it."""
CITED = "Cited for it"


def claim_page(builder: SpanBuilder, claim: Claim) -> Page:
    """The statement as the title, who makes it, its versions in the speakers' own words, and its sources."""
    me = claim.id
    named = builder.prose(claim.text, "strong")
    statement = tuple(span._replace(role="strong") if span.role == "mention" else span for span in named)
    blocks: list[Block] = [Title(statement, (Span("claim", "dim"),)), Fields(_fields(builder, claim))]
    blocks += exact_words(builder, claim.cite)
    blocks += editors_note(builder, claim)
    if is_disputed(claim):
        blocks += [Section("Versions side by side"), versions(builder, claim, _QUOTE_LENGTH, _MOST_QUOTES)]
        blocks += caveat(builder, [claim])
    else:
        blocks += quoted_sections(builder, claim.quotes, me, claim.by)
    blocks += related(builder, me)
    return Page(me, tuple(blocks))


def _fields(builder: SpanBuilder, claim: Claim) -> tuple[tuple[str, Spans], ...]:
    rows = [status_row(builder, claim), *speaker_rows(builder, claim)]
    if is_disputed(claim) and (silent := actors_without_response(builder.dossier, claim)):
        rows.append(("Response", without_words(builder, claim, silent)))
    if claim.about:
        rows.append(("About", builder.names(claim.about)))
    return (*rows, *source_rows(builder, claim.cite))


def without_words(builder: SpanBuilder, claim: Claim, actors: tuple[str, ...]) -> Spans:
    """That this dossier records no words on a claim from some of the actors that the claim is about.

    A group of which only those speak who assert the claim is named in quotation marks: it exists in their words.
    """

    def name(actor: str) -> Spans:
        spans = builder.name(actor, inside=True)
        if known_only_from(builder.dossier, claim.by, actor):
            return (Span("“", "dim"), *spans, Span("”", "dim"))
        return spans

    return (
        Span("no words on this recorded from ", "dim"),
        *first_of(FEW, actors, name, builder.separator(actors[:FEW])),
    )


def caveat(builder: SpanBuilder, claims: Iterable[Claim]) -> list[Block]:
    """What does not follow from the quotes for and against some claims; nothing where there are none."""
    claims = list(claims)
    words = []
    if any(is_only_cited(builder.dossier, claim, voice) for claim in claims for voice in _supporting(builder, claim)):
        words.append("Who is cited for a claim does not necessarily assert it.")
    if any(claim.counter for claim in claims):
        words.append("A contrasting quote is not necessarily a reply.")
    return [Para((Span(" ".join(words), "dim"),))] if words else []


def _supporting(builder: SpanBuilder, claim: Claim) -> list[Voice]:
    return supporting_voices(builder.dossier, claim, _MOST_QUOTES)


def versions(builder: SpanBuilder, claim: Claim, length: int, most: int) -> Comparison:
    """Those who assert a claim and, beside them, those who deny it or are quoted in contrast, each in their own words.

    Below those who assert it are those who are only cited for it.
    `length`: the most characters of one quote. `most`: the most speakers and the most quotes of each version.
    """
    from tui.pages.diagram_blocks import Comparison

    speakers = [builder.dossier.quote(name).speaker for name in claim.counter]
    critics = [speaker for speaker in speakers if speaker not in claim.denied_by]
    title = "Denied" if claim.denied_by and not critics else "Denials and contrasting quotes"
    against = title if claim.denied_by else "Contrasting quotes"
    opposing = opposing_voices(builder.dossier, claim, most)
    if any(voice.as_source for voice in opposing):
        against = f"{against}, and disputing sources" if claim.denied_by or critics else "Disputed"
    supporting = supporting_voices(builder.dossier, claim, most)
    cited = [voice for voice in supporting if is_only_cited(builder.dossier, claim, voice)]
    asserting = [voice for voice in supporting if voice not in cited]
    asserted = _version(builder, asserting, length, "asserts it; not quoted")
    cited_for_it = ((Span(f"{CITED}\n", "label"), *_version(builder, cited, length, "")),) if cited else ()
    more = _more(claim.quotes, claim.by, most, claim.id, "who assert it")
    left = joined((asserted, *cited_for_it, *more), "\n\n")
    denied = _version(builder, opposing, length, "denies it; not quoted")
    right = joined((denied, *_more(claim.counter, claim.denied_by, most, claim.id, "who deny it")), "\n\n")
    none = (Span("none in this dossier", "dim"),)
    return Comparison((((Span("Asserted", "label"),), left), ((Span(against, "label"),), right or none)))


def _more(quotes: tuple[str, ...], speakers: tuple[str, ...], most: int, claim: str, who: str) -> Iterator[Spans]:
    """How many quotes and speakers of a version are not shown."""
    yield and_more(len(quotes) - most, what="quotes")
    yield and_more(len(speakers) - most, claim, who)


def _version(builder: SpanBuilder, voices: Iterable[Voice], length: int, silent: str) -> Spans:
    """Each speaker once, with the words below, or that they are not quoted."""
    return joined(
        (
            joined((_voice(builder, voice), *(_words(builder, voice, length) or [(Span(silent, "dim"),)])), "\n")
            for voice in voices
        ),
        "\n\n",
    )


def _voice(builder: SpanBuilder, voice: Voice) -> Spans:
    if voice.as_source:
        return (Span(builder.source_name(voice.speaker), "name", voice.speaker),)
    return builder.speakers((voice.speaker,), opening=True)


def _words(builder: SpanBuilder, voice: Voice, length: int) -> list[Spans]:
    """What is quoted of a speaker: the exact words that are cited in a source itself or only where, then quotes."""
    said: list[Spans] = []
    for cite in voice.cites:
        lead = (Span(quoted(cite.exact), "quote"), Span(" ")) if cite.exact else ()
        said.append((*lead, *builder.cites((cite,))))
    for quote in voice.quotes:
        said.append((*builder.excerpt(quote, length, labelled=True), Span(" "), *builder.cites(quote.cite, FEW)))
    return said


def _line(builder: SpanBuilder, claim: Claim) -> ListLine:
    """The statement, and how many deny or dispute it: `1 denial, 2 contrasting, 1 source disputes it`."""
    denials = len(set(claim.denied_by))
    contrasting = len(opponents(builder.dossier, claim)) - denials
    counts: list[Spans] = [(Span(count_noun(denials, "denial"), "dim"),)] if denials else []
    counts += [(Span(f"{contrasting:,} contrasting", "dim"),)] if contrasting else []
    if sources := {cite.source for cite in disputing(claim.cite)} - set(claim.denied_by):
        words = "source disputes it" if len(sources) == 1 else "sources dispute it"
        counts.append((Span(f"{len(sources):,} {words}", "dim"),))
    remark = joined(counts, ", ")
    by = Span("".join(span.text for span in builder.speakers(claim.by, most=2, opening=True, cites=claim.cite)), "dim")
    mark = Span(STATUS_GLYPHS[claim.status], builder.status(claim.status)[0].role)
    return ListLine(mark, (Span(one_line(claim.text)),), remark, joined(((by,), remark), " · "))


def _entry(builder: SpanBuilder, claim: Claim, page: str) -> Entry:
    """The statement, who asserts and who denies it."""
    below = [(Span("said by ", "dim"), *builder.speakers(claim.by, page, FEW, cites=claim.cite))]
    if claim.denied_by:
        below.append((Span("denied by ", "dim"), *builder.speakers(claim.denied_by, page, FEW)))
    [status] = builder.status(claim.status)
    spans = (Span(brief(claim.text), "text", claim.id),)
    tail = builder.backing(claim.status, claim.cite)
    return Entry(Span(STATUS_GLYPHS[claim.status], status.role), spans, tail, joined(below, " · "), apart=True)


RECORD_VIEW = RecordView(
    page=claim_page,
    line=_line,
    entry=_entry,
    heading=lambda builder, claim: f"{STATUS_GLYPHS[claim.status]} {claim.status}",
    headings=tuple(
        f"{STATUS_GLYPHS[status]} {status}"
        for status in ("contested", "denied", "attributed", "judgement", "inferred", "reported")
    ),
    relations={"about-of": "Related claims"},
)
