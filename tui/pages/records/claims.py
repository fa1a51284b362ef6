"""A claim: who asserts it, who denies it or speaks against it, in their own words, and who has not been heard.

Words against a claim are not taken for an answer to it. May not know how wide the versions are set.
"""

from __future__ import annotations

from tui.dossier.kinds import Claim, Source
from tui.dossier.responses import actors_without_response, is_disputed
from tui.dossier.values.vocabulary import STATUS_MEANINGS
from tui.pages.page import Block, Comparison, Facts, Page, Para, Section, Span, Spans, Title, joined
from tui.pages.records.entries import section
from tui.pages.records.quotes import exact_words, source_of
from tui.pages.span_builder import FEW, SpanBuilder

_WHOLE, _ALL = 1200, 200
"""So much of a quote, and so many of them, are set on the page of a claim; all of it is on the quote's own page."""
ASIDE = "Words spoken against a claim are not taken for an answer to it."


def claim_page(builder: SpanBuilder, claim: Claim) -> Page:
    """The statement, its versions in the mouths of those who speak, what it rests on."""
    me = claim.id
    back = builder.dossier.links.back
    blocks: list[Block] = [Title(builder.speakers(claim.by), (Span("claim", "dim"),)), Para(builder.prose(claim.text))]
    blocks.append(Facts(_facts(builder, claim)))
    blocks += exact_words(builder, claim.cite)
    if claim.note:
        blocks.append(Para((Span("Editor’s note: ", "label"), *builder.prose(claim.note, "dim"))))
    if is_disputed(claim):
        blocks += [Section("Versions side by side"), versions(builder, claim, _WHOLE, _ALL)]
        if claim.counter:
            blocks.append(Para((Span(ASIDE, "dim"),)))
    else:
        blocks += section(builder, "In these words", claim.quotes, me)
    blocks += section(builder, "Said about it", back(me, "said-about"), me)
    blocks += section(builder, "Claims that touch it", back(me, "touched-by"), me)
    return Page(me, tuple(blocks))


def _facts(builder: SpanBuilder, claim: Claim) -> tuple[tuple[str, Spans], ...]:
    meaning = Span(f"  {STATUS_MEANINGS[claim.status]}", "dim")
    rows: list[tuple[str, Spans]] = [("Status", (*builder.status(claim.status), meaning))]
    rows.append(("Says so", builder.speakers(claim.by)))
    if claim.denied_by:
        rows.append(("Denies", builder.speakers(claim.denied_by)))
    if is_disputed(claim) and (silent := actors_without_response(builder.dossier, claim)):
        rows.append(("Not heard", not_heard(builder, silent)))
    if claim.about:
        rows.append(("About", builder.names(claim.about)))
    rows.append(("Stands in", source_of(builder, claim)))
    return tuple(rows)


def not_heard(builder: SpanBuilder, silent: tuple[str, ...]) -> Spans:
    """Those a claim is about who say nothing to it in this dossier."""
    return (*builder.names(silent, most=FEW), Span("; no word of their own about it is printed here", "dim"))


def versions(builder: SpanBuilder, claim: Claim, length: int, most: int) -> Comparison:
    """Those who assert a claim with their words, and those who deny it or speak against it with theirs.

    `length`: the most characters of one quote. `most`: the most speakers and the most quotes of each version.
    """
    spoken = [builder.dossier.quote(name).speaker for name in claim.counter]
    others = [one for one in spoken if one not in claim.denied_by]
    title = "Denied" if claim.denied_by and not others else "Denied, or spoken against"
    against = title if claim.denied_by else "Spoken against"
    own: dict[str, list[Spans]] = {speaker: _own_words(builder, claim, speaker) for speaker in claim.by[:most]}
    denied: dict[str, list[Spans]] = {speaker: [] for speaker in claim.denied_by[:most]}
    left = _mouths(builder, own, claim.quotes, length, most, "asserts it; no words are printed")
    right = _mouths(builder, denied, claim.counter, length, most, "denies it; no words are printed")
    nobody = (Span("nobody in this dossier", "dim"),)
    return Comparison((((Span("Asserted", "label"),), left), ((Span(against, "label"),), right or nobody)))


def _mouths(
    builder: SpanBuilder, words: dict[str, list[Spans]], quotes: tuple[str, ...], length: int, most: int, silent: str
) -> Spans:
    """Each speaker once, with the words below: first those who stand for the version, then others who speak for it."""
    for name in quotes[:most]:
        quote = builder.dossier.quote(name)
        said = (*builder.excerpt(quote, length), Span(" "), *builder.cites(quote.cite, FEW))
        words.setdefault(quote.speaker, []).append(said)
    parts = [
        joined((builder.speakers((speaker,)), *(said or [(Span(silent, "dim"),)])), "\n")
        for speaker, said in words.items()
    ]
    if len(quotes) > most:
        parts.append((Span(f"and {len(quotes) - most:,} more quotes", "dim"),))
    return joined(parts, "\n\n")


def _own_words(builder: SpanBuilder, claim: Claim, speaker: str) -> list[Spans]:
    """The exact words of an author who asserts a claim in the source itself."""
    if speaker not in claim.by or not isinstance(builder.dossier.get(speaker), Source):
        return []
    return [
        (Span(f"“{cite.exact}”", "quote"), Span(" "), *builder.cites((cite,)))
        for cite in claim.cite
        if cite.exact and cite.source == speaker
    ]
