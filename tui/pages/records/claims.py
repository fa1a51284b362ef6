"""Claims: who asserts each and who denies it, in their own words, contrasting quotes, and who has no words recorded.

A contrasting quote is not presented as a reply.
"""

from __future__ import annotations

from collections.abc import Collection

from tui.dossier.kinds import Claim, Source
from tui.dossier.responses import actors_without_response, is_disputed, known_only_from, opponents
from tui.dossier.values.cite import Cite, disputing, supporting
from tui.dossier.values.vocabulary import STATUS_GLYPHS, count_noun
from tui.pages.list_line import ListLine, one_line
from tui.pages.page import Block, Comparison, Entry, Fields, Page, Para, Section, Span, Spans, Title, joined
from tui.pages.phrases import quoted
from tui.pages.records.citations import exact_words
from tui.pages.records.record_view import RecordView
from tui.pages.records.sections import related
from tui.pages.records.statements import editors_note, quoted_sections, source_rows, speaker_rows, status_row
from tui.pages.span_builder import FEW, SpanBuilder, first_of
from tui.pages.truncation import and_more, brief

_QUOTE_LENGTH, _MOST_QUOTES = 1200, 200
"""The most characters of a quote, and the most quotes, on the page of a claim; the quote's own page has all of it."""
ASIDE = "A contrasting quote is not necessarily a reply."


def claim_page(builder: SpanBuilder, claim: Claim) -> Page:
    """The statement, its versions in the speakers' own words, and its sources."""
    me = claim.id
    blocks: list[Block] = [
        Title(builder.speakers(claim.by, opening=True, cites=claim.cite), (Span("claim", "dim"),)),
        Para(builder.prose(claim.text)),
    ]
    blocks.append(Fields(_fields(builder, claim)))
    blocks += exact_words(builder, claim.cite)
    blocks += editors_note(builder, claim)
    if is_disputed(claim):
        blocks += [Section("Versions side by side"), versions(builder, claim, _QUOTE_LENGTH, _MOST_QUOTES)]
        if claim.counter:
            blocks.append(Para((Span(ASIDE, "dim"),)))
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


def versions(builder: SpanBuilder, claim: Claim, length: int, most: int) -> Comparison:
    """Those who assert a claim and, beside them, those who deny it or are quoted in contrast, each in their own words.

    `length`: the most characters of one quote. `most`: the most speakers and the most quotes of each version.
    """
    speakers = [builder.dossier.quote(name).speaker for name in claim.counter]
    critics = [speaker for speaker in speakers if speaker not in claim.denied_by]
    title = "Denied" if claim.denied_by and not critics else "Denials and contrasting quotes"
    against = title if claim.denied_by else "Contrasting quotes"
    disputes = _disputes(builder, claim, most)
    if disputes.keys() - set(claim.denied_by):
        against = f"{against}, and disputing sources" if claim.denied_by or critics else "Disputed"
    own: dict[str, list[Spans]] = {speaker: _own_words(builder, claim, speaker) for speaker in claim.by[:most]}
    denied: dict[str, list[Spans]] = {speaker: [] for speaker in claim.denied_by[:most]}
    denied |= disputes
    left = _version(builder, own, claim.quotes, length, most, "asserts it; not quoted")
    left = joined((left, and_more(len(claim.by) - most, claim.id, "who assert it")), "\n\n")
    sources = disputes.keys() - set(claim.denied_by)
    right = _version(builder, denied, claim.counter, length, most, "denies it; not quoted", sources)
    right = joined((right, and_more(len(claim.denied_by) - most, claim.id, "who deny it")), "\n\n")
    none = (Span("none in this dossier", "dim"),)
    return Comparison((((Span("Asserted", "label"),), left), ((Span(against, "label"),), right or none)))


def _version(
    builder: SpanBuilder,
    words: dict[str, list[Spans]],
    quotes: tuple[str, ...],
    length: int,
    most: int,
    silent: str,
    sources: Collection[str] = (),
) -> Spans:
    """Each speaker once, with the words below: first those who assert the version, then others who support it.

    `sources` are named as such: what is cited in them need not be in the voice of their author.
    """
    for name in quotes[:most]:
        quote = builder.dossier.quote(name)
        said = (*builder.excerpt(quote, length, labelled=True), Span(" "), *builder.cites(quote.cite, FEW))
        words.setdefault(quote.speaker, []).append(said)
    parts = [
        joined((_voice(builder, speaker, sources), *(said or [(Span(silent, "dim"),)])), "\n")
        for speaker, said in words.items()
    ]
    return joined((*parts, and_more(len(quotes) - most, what="quotes")), "\n\n")


def _voice(builder: SpanBuilder, speaker: str, sources: Collection[str]) -> Spans:
    if speaker in sources:
        return (Span(builder.source_name(speaker), "name", speaker),)
    return builder.speakers((speaker,), opening=True)


def _own_words(builder: SpanBuilder, claim: Claim, speaker: str) -> list[Spans]:
    """The exact words of an author who asserts a claim in the source itself."""
    if speaker not in claim.by or not isinstance(builder.dossier.get(speaker), Source):
        return []
    return [
        (Span(quoted(cite.exact), "quote"), Span(" "), *builder.cites((cite,)))
        for cite in supporting(claim.cite)
        if cite.exact and cite.source == speaker
    ]


def _disputes(builder: SpanBuilder, claim: Claim, most: int) -> dict[str, list[Spans]]:
    """By source the exact words with which it disputes a claim, or that it does, and where.

    Left out is a passage that a contrasting quote is printed in: its words are those of the quote's speaker.
    """
    quoted_in = {_place(cite) for name in claim.counter[:most] for cite in builder.dossier.quote(name).cite}
    disputes: dict[str, list[Spans]] = {}
    for cite in disputing(claim.cite)[:most]:
        if cite.is_whole or _place(cite) not in quoted_in:
            lead = (Span(quoted(cite.exact), "quote"), Span(" ")) if cite.exact else ()
            disputes.setdefault(cite.source, []).append((*lead, *builder.cites((cite,))))
    return disputes


def _place(cite: Cite) -> tuple[str, str]:
    return cite.source, cite.where


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
