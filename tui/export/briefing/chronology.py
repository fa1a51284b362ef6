"""What happened: the events in their order, as far as the sources support one."""

from __future__ import annotations

from tui.dossier.kinds import Event
from tui.dossier.timeline import Moment
from tui.dossier.values.dates import date_words
from tui.export.briefing.inline import bold, capital, escaped, sentence
from tui.export.briefing.writer import Writer
from tui.pages.phrases import quoted
from tui.pages.records.events import IN_NO_ORDER, PARTLY_ORDERED, event_heading

_LATER = "Later than this date"
_REMARKS = {
    PARTLY_ORDERED: "The sources give no dates for these, only which came after which.",
    IN_NO_ORDER: "For these the sources give neither a date nor an order.",
}
_APART = "These too are in sequence; what came before or after those above is not known."


def what_happened(writer: Writer) -> list[str]:
    """The section: events with dates, then those of which only the sequence is known, then the others."""
    moments = writer.builder.timeline.moments
    blocks = ["## Timeline"]
    if not moments:
        return [*blocks, "The dossier has no events."]
    groups: dict[tuple[str, int], list[Moment]] = {}
    for moment in moments:
        is_later = not writer.builder.as_of.counts(moment.event.id)
        key = (_LATER, 0) if is_later else (event_heading(moment), moment.run)
        groups.setdefault(key, []).append(moment)
    before = ""
    for (heading, _), alike in groups.items():
        if heading == before:
            blocks.append(_APART)
        else:
            blocks += [f"### {heading}"] if len(groups) > 1 or heading in _REMARKS else []
            blocks += [_REMARKS[heading]] if heading in _REMARKS else []
        before = heading
        blocks.append("\n".join(f"- {_event(writer, moment, first=not place)}" for place, moment in enumerate(alike)))
    return blocks


def _event(writer: Writer, moment: Moment, *, first: bool) -> str:
    """`**14 September 1974.** *Contested (…):* fighting breaks out (Sarn).`"""
    event = moment.event
    when = [date_words(event.date, lasting=True)] if event.date is not None else []
    when += [f"{quoted(event.date_text)} as printed"] if event.date_text else []
    dates = escaped(capital(", ".join(when)))
    lead = f"{bold(f'{dates}.')} " if when else ""
    order = ""
    if event.date is None and event.after:
        if moment.order_known and len(event.after) == 1 and not first:
            lead = f"Then: {lead}"
        else:
            order = f" It came after: {writer.names(event.after)}."
    text = sentence(f"{escaped(event.title)}{_place(writer, event)}")
    return f"{lead}{writer.standing(event)}{text}{order}{writer.note(event.cite, event.note)}"


def _place(writer: Writer, event: Event) -> str:
    """Where it happened, unless the title says so."""
    if not event.place:
        return ""
    place = writer.dossier.name(event.place) if writer.dossier.get(event.place) else event.place
    return "" if place in event.title else f" ({escaped(place)})"
