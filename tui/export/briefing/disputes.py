"""What is contested: each version in the words of those who give it, and who was not heard."""

from __future__ import annotations

from collections.abc import Sequence

from tui.dossier.disputes import Dispute, disputes
from tui.dossier.kinds import Claim, Expectation, Quote, Record, Tie, is_disputed_by_a_source, kind_of
from tui.dossier.responses import (
    Voice,
    actors_without_response,
    is_only_cited,
    known_only_from,
    opposing_voices,
    supporting_voices,
)
from tui.dossier.values.vocabulary import words
from tui.export.briefing.inline import bold, capital, escaped, listing, sentence
from tui.export.briefing.quotations import spoken
from tui.export.briefing.writer import Writer
from tui.pages.moment_marks import absence
from tui.pages.phrases import quoted


def what_is_contested(writer: Writer) -> list[str]:
    """The section: a part for each matter, in which claims that contradict each other stand together."""
    matters = disputes(writer.dossier)
    blocks = ["## What is contested"]
    if not matters:
        return [*blocks, "Nothing in this dossier is contested, denied or contradicted."]
    blocks.append(
        "Both versions are given, each with its source; which of them is true is not decided here. Who is cited for a "
        "claim does not necessarily assert it, and a contrasting statement is not necessarily a reply."
    )
    for number, matter in enumerate(matters, 1):
        blocks += _matter(writer, number, matter)
    return blocks


def _matter(writer: Writer, number: int, matter: Dispute) -> list[str]:
    first, *others = matter.records
    blocks = [f"### {number}\\. {_heading(writer, first)}", *_record(writer, first)]
    for other in others:
        blocks += [f"{bold('On the same matter.')} {sentence(_heading(writer, other))}", *_record(writer, other)]
    if matter.covered:
        named = listing([f"the {kind_of(record).singular} {writer.name(record.id)}" for record in matter.covered])
        blocks.append(f"Also recorded on this matter: {named}.")
    return blocks


def _heading(writer: Writer, record: Record) -> str:
    """`Contested: Meriden sent rifles to Orvane`: never the statement alone."""
    status = str(getattr(record, "status", ""))
    if status not in ("contested", "denied"):
        is_denied = getattr(record, "denied_by", ()) or is_disputed_by_a_source(record)
        status = f"{status}, but {'denied or disputed' if is_denied else 'contradicted'}"
    when = absence(writer.builder, record.id)
    return f"{capital(status)}: {_statement(writer, record).removesuffix('.')}{f' ({escaped(when)})' if when else ''}"


def _statement(writer: Writer, record: Record) -> str:
    if isinstance(record, Tie):
        return f"{words(record.kind)}, {writer.name(record.id)}"
    if isinstance(record, Expectation):
        return f"{writer.name(record.id)}: {escaped(record.expected)}"
    return writer.name(record.id) if not isinstance(record, Claim) else escaped(record.text)


def _record(writer: Writer, record: Record) -> list[str]:
    """A record in dispute by itself: who says and who denies it, and the quotes that bear on it."""
    if isinstance(record, Claim):
        return _versions(writer, record)
    terms = getattr(record, "terms", "") or getattr(record, "response", "")
    parts = [f"{writer.standing(record)}{sentence(escaped(terms))}"] if terms else []  # type: ignore[arg-type]
    for key, lead in (("quotes", "Words that bear on it"), ("counter", "Words that dispute it")):
        quotes = [quote for name in getattr(record, key, ()) if (quote := writer.dossier.find(Quote, name)) is not None]
        if quotes:
            parts.append(f"{lead}: {_series([spoken(writer, quote) for quote in quotes])}")
    basis = writer.note(getattr(record, "cite", None))
    return [f"{' '.join(parts) or 'As it is recorded.'}{basis}", *_remark(record)]


def _versions(writer: Writer, claim: Claim) -> list[str]:
    """Those who assert a claim, those who deny or contradict it, and of whom no words on it are recorded."""
    asserted = supporting_voices(writer.dossier, claim)
    opposed = opposing_voices(writer.dossier, claim)
    lines = []
    for voice in sorted(asserted, key=lambda voice: is_only_cited(writer.dossier, claim, voice)):
        lead = "Cited for it:" if is_only_cited(writer.dossier, claim, voice) else "Asserted"
        lines.append(f"- {bold(lead)} {'' if lead.endswith(':') else 'by '}{_voice(writer, voice)}")
    for voice in opposed:
        if voice.speaker in claim.denied_by:
            lead = f"{bold('Denied')} by"
        else:
            lead = f"{bold('Disputed')} in" if voice.as_source else f"{bold('In contrast,')}"
        lines.append(f"- {lead} {_voice(writer, voice)}")
    if not opposed:
        lines.append(f"- {bold('Other version:')} none in this dossier.")
    if silent := actors_without_response(writer.dossier, claim):
        names = [_silent(writer, claim, actor) for actor in silent]
        lines.append(f"- {bold('Not heard:')} no words on this are recorded from {listing(names, 'or')}.")
    said = {cite[:3] for voice in (*asserted, *opposed) for quote in voice.quotes for cite in quote.cite}
    if any(cite.exact or cite[:3] not in said for cite in claim.cite):
        lines.append(f"- {bold('On record')} as cited.{writer.note(claim.cite)}")
    return ["\n".join(lines), *_remark(claim)]


def _remark(record: Record) -> list[str]:
    return [f"Editors’ note: {sentence(escaped(record.note))}"] if record.note else []


def _silent(writer: Writer, claim: Claim, actor: str) -> str:
    """An actor of whom no words are recorded; a group that exists only in the words of others is in quotation marks."""
    name = writer.name(actor, inside=True)
    return quoted(name) if known_only_from(writer.dossier, claim.by, actor) else name


def _voice(writer: Writer, voice: Voice) -> str:
    """Who gives a version, and the words in which they do."""
    source = writer.builder.source_name(voice.speaker) if voice.as_source else ""
    named = escaped(source) or writer.speakers((voice.speaker,))
    said = [(escaped(quoted(cite.exact)) if cite.exact else "so cited", writer.note((cite,))) for cite in voice.cites]
    said += [spoken(writer, quote, named=False) for quote in voice.quotes]
    return f"{named}: {_series(said)}" if said else f"{named}; not quoted."


def _series(parts: Sequence[tuple[str, str]]) -> str:
    """Words with their footnotes, separated by semicolons, as the end of a sentence."""
    *first, (words, note) = parts
    return "; ".join((*(f"{said}{mark}" for said, mark in first), f"{sentence(words)}{note}"))
