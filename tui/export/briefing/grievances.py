"""Grievances and requests, by what became of them: who expected what of whom, in which voice, and what came."""

from __future__ import annotations

from tui.dossier.grievances import speakers
from tui.dossier.kinds import Expectation, Quote
from tui.dossier.values.dates import date_words
from tui.dossier.values.vocabulary import VOICE_CONNECTIVES, words
from tui.export.briefing.inline import bold, capital, escaped, sentence
from tui.export.briefing.writer import EDITORS, Writer
from tui.pages.phrases import quoted
from tui.pages.when import some_day

_HEADINGS = {
    "met": "Met",
    "partly": "Partly met",
    "unmet": "Not met",
    "refused": "Not met",
    "no-response": "Not met",
    "open": "Open",
    "contested": "The parties disagree about what came",
    "none-recorded": "No outcome recorded",
}
"""Outcome -> the heading it stands under, in their order."""
_OUTCOMES = {"partly": "Partly met", "unmet": "Not met"}
_SILENCE = "The sources record no answer to these, which is not a refusal."


def grievances_by_outcome(writer: Writer) -> list[str]:
    """The section; rows that are later than the moment are only counted."""
    at = writer.builder.as_of
    rows = writer.dossier.records_of(Expectation)
    blocks = ["## Grievances and requests"]
    if not rows:
        return [*blocks, "The dossier records nothing that one actor expected of another."]
    by_heading: dict[str, list[Expectation]] = {heading: [] for heading in _HEADINGS.values()}
    for row in rows:
        if at.counts(row.id):
            by_heading[_HEADINGS[at.expectation(row).outcome]].append(row)
    for heading, alike in by_heading.items():
        if alike:
            blocks.append(f"### {heading}")
            if heading == _HEADINGS["none-recorded"]:
                blocks.append(_SILENCE)
            blocks.append("\n".join(f"- {_row(writer, row)}" for row in alike))
    later = len(rows) - sum(map(len, by_heading.values()))
    if later:
        blocks.append(f"{later:,} of a later time {'is' if later == 1 else 'are'} left out.")
    return blocks


def _row(writer: Writer, row: Expectation) -> str:
    """`**Armenia about Russia** (complaint, in the words of …). Expected: that … Refused: Russia defended … `."""
    whom = (writer.name(row.expecting), VOICE_CONNECTIVES[row.voiced], writer.name(row.of, inside=True))
    reading = f", as {EDITORS} read it" if row.stated is False else ""
    expected = f"Expected{reading}: {sentence(escaped(row.expected))}"
    parts = [f"{bold(' '.join(whom))} ({_voice(writer, row)}).", expected, *_outcome(writer, row)]
    return f"{writer.standing(row)}{' '.join(filter(None, parts))}{writer.note(row.cite, row.note)}"


def _voice(writer: Writer, row: Expectation) -> str:
    """How it is voiced, in whose words and when; of what is inferred, from whose words."""
    parts = [words(row.voiced)]
    named = writer.speakers(speakers(writer.dossier, row))
    quotes = [quote for name in row.quotes if (quote := writer.dossier.find(Quote, name)) is not None]
    if quotes:
        said = "reported speech" if all(quote.mode == "indirect" for quote in quotes) else "words"
        lead = "inferred from" if row.status == "inferred" else "in"
        parts.append(f"{lead} the {said} of {named}")
    if row.date is not None:
        parts.append(escaped(some_day(date_words(row.date))))
    if row.date_text:
        parts.append(escaped(f"{quoted(row.date_text)} as printed"))
    return ", ".join(parts)


def _outcome(writer: Writer, row: Expectation) -> list[str]:
    """What became of it by the moment, and what came later."""
    now = writer.builder.as_of.expectation(row).outcome
    response = sentence(escaped(row.response)) if row.response else ""
    if now == row.outcome == "none-recorded":
        return [response]
    date = escaped(f", {some_day(date_words(row.outcome_date))}") if row.outcome_date is not None else ""
    came = f"{_OUTCOMES.get(row.outcome) or capital(words(row.outcome))}{date}{f': {response}' if response else '.'}"
    return [came] if now == row.outcome else [f"{capital(words(now))} at this time.", f"Later: {came}"]
