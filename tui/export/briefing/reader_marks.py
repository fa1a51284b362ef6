"""The reader's own marks and notes, which are no part of the dossier."""

from __future__ import annotations

from tui.dossier.kinds import Quote, Source, kind_of
from tui.dossier.values.cite import Cite, Cites
from tui.dossier.values.text import Safe
from tui.export.briefing.inline import bold, escaped, paragraphs, sentence
from tui.export.briefing.writer import Writer
from tui.export.citations import attribution
from tui.pages.phrases import quoted
from tui.pages.views.marks import by_heading


def marks_and_notes(writer: Writer) -> list[str]:
    """The section: what is marked, by kind in the order of the file, each with its note; nothing without marks."""
    marks = writer.selection.marks
    if not marks.names:
        return []
    blocks = ["## Marks and notes", "The reader’s own; they are not part of the dossier."]
    headings, left_out = by_heading(writer.dossier, marks.names)
    for heading, names in headings.items():
        blocks.append(f"### {heading}")
        for name in names:
            lines = [_marked(writer, name)]
            lines += [f"Note: {part}" if not number else part for number, part in enumerate(_note(writer, name))]
            # the paragraphs of one item of a list are indented
            blocks.append("- " + "\n\n  ".join(lines))
    if left_out:
        blocks.append(f"{left_out:,} more marked or noted, left out because no source reports them in its own voice.")
    return blocks


def _note(writer: Writer, name: str) -> list[str]:
    return paragraphs(writer.selection.marks.notes.get(name, ""))


def _marked(writer: Writer, name: str) -> str:
    """What is marked in words, with its kind and where it is printed."""
    record = writer.dossier.get(name.partition("#")[0])
    if record is None:
        return escaped(name)
    if isinstance(record, Source):
        return _passage(writer, record, name)
    note = writer.note(getattr(record, "cite", None))
    if isinstance(record, Quote):
        said = (
            escaped(quoted(record.text)) if record.mode != "indirect" else f"Reported: {sentence(escaped(record.text))}"
        )
        return f"{said} — {escaped(attribution(writer.builder, record))}{note}"
    standing = writer.standing(record) if hasattr(record, "status") else ""  # type: ignore[arg-type]
    text = escaped(str(getattr(record, "expected", "")))
    more = f": {sentence(text)}" if text else ""
    return f"{standing}{bold(writer.name(record.id))} ({kind_of(record).singular}){more}{note}"


def _passage(writer: Writer, source: Source, name: str) -> str:
    number = name.partition("#p")[2]
    first = int(number) if number else 0
    passages = writer.dossier.passages.get(source.id, [])
    text = escaped(quoted(passages[first - 1])) if 0 < first <= len(passages) else bold(writer.name(source.id))
    return f"{text}{writer.note(Cites((Cite(Safe(source.id), first, first),)))}"
