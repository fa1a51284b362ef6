"""What was said: the exact words as quotations, and what is reported of somebody as a report."""

from __future__ import annotations

from tui.dossier.kinds import Quote
from tui.dossier.speech import in_order
from tui.export.briefing.inline import escaped, sentence, verses
from tui.export.briefing.writer import Writer
from tui.export.citations import attribution
from tui.pages.phrases import quoted


def what_was_said(writer: Writer) -> list[str]:
    """The section: quotes in the order of their dates, those without one last; later ones are said to be so."""
    quotes = in_order(writer.dossier.records_of(Quote))
    blocks = ["## What was said"]
    if not quotes:
        return [*blocks, "The dossier has no quotes."]
    blocks.append(
        "In the order of the dates; what has no date comes last. Offices are those of the day. What stands without "
        "quotation marks is reported speech, in the words of the dossier."
    )
    now = [quote for quote in quotes if writer.builder.as_of.counts(quote.id)]
    later = [quote for quote in quotes if not writer.builder.as_of.counts(quote.id)]
    blocks += [_block(writer, quote) for quote in now]
    if later:
        blocks += ["### Later than this date", *(_block(writer, quote) for quote in later)]
    return blocks


def spoken(writer: Writer, quote: Quote, *, named: bool = True) -> tuple[str, str]:
    """The words of a quote for a sentence, after who said them where that is `named`, and their footnote."""
    lead = f"{writer.name(quote.speaker, inside=True)}: " if named else ""
    is_report = quote.mode == "indirect"
    said = f"reported: {escaped(quote.text).removesuffix('.')}" if is_report else escaped(quoted(quote.text.strip()))
    return f"{lead}{said}", writer.note(quote.cite)


def _block(writer: Writer, quote: Quote) -> str:
    """A quotation with its speaker below, as a block quotation."""
    is_report = quote.mode == "indirect"
    text = quote.text.strip()
    said = f"Reported: {verses(text)}" if is_report else verses(quoted(text))
    lines = [f"{sentence(said) if is_report else said}{writer.note(quote.cite, quote.note)}"]
    if quote.translation:
        lines.append(f"Translation: {verses(quote.translation)}")
    lines.append(f"— {escaped(attribution(writer.builder, quote))}")
    return "\n>\n".join("\n".join(f"> {line}" for line in paragraph.split("\n")) for paragraph in lines)
