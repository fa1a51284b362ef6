"""What the reader has marked and noted: by kind, in the order of the file, each with its note."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import KINDS, Source
from tui.dossier.marks import NO_MARKS, Marks
from tui.dossier.values.vocabulary import count_noun
from tui.pages.lists.panels import MARKS_VIEW
from tui.pages.lists.record_groups import record_line
from tui.pages.page import Block, Entry, Page, Para, Section, Span, Title, joined
from tui.pages.reader_marks import glyphs, note_block
from tui.pages.records.record_view import record_view
from tui.pages.span_builder import SpanBuilder
from tui.pages.truncation import MANY, and_more_line, brief

TITLE = "Marks and notes"
_TEXT_LENGTH = 160
"""The most characters of what is marked."""
_NOWHERE = "Not in the dossier"


def marks_page(builder: SpanBuilder) -> Page:
    """Every mark and note, each part under the id it is about as its anchor."""
    marks = builder.reader_marks or NO_MARKS
    counts = [count_noun(len(names), noun) for names, noun in ((marks.marked, "mark"), (marks.notes, "note")) if names]
    blocks: list[Block] = [Title((Span(TITLE, "strong"),), (Span(", ".join(counts), "dim"),))]
    blocks.append(Para((Span("Your own, kept on this computer; they are not part of the dossier.", "dim"),)))
    if not marks.names:
        how = "In the app a record or a paragraph of a source can be marked, and a note be written on it."
        return Page(MARKS_VIEW, (*blocks, Para((Span(f"Nothing is marked. {how}"),))))
    headings, left_out = by_heading(builder.dossier, marks.names)
    for heading, names in headings.items():
        blocks.append(Section(heading, len(names)))
        for name in names[:MANY]:
            blocks.append(_entry(builder, marks, name, known=heading != _NOWHERE))
            if note := marks.notes.get(name):
                blocks.append(note_block(brief(note)))
        blocks += and_more_line(len(names) - MANY, indent=2)
    if left_out:
        blocks.append(Para((Span(f"Reported only: {left_out:,} more marked or noted, left out.", "dim"),)))
    return Page(MARKS_VIEW, tuple(blocks))


def by_heading(dossier: Dossier, names: Collection[str]) -> tuple[Mapping[str, list[str]], int]:
    """What is marked under the headings of the view, in the order of the file, and how much of it is left out."""
    records = {name.partition("#")[0] for name in names}
    order = {name: number for number, name in enumerate(filter(records.__contains__, dossier.records))}
    headings: dict[str, list[str]] = {kind.title: [] for kind in KINDS.values()}
    headings |= {"Paragraphs": [], _NOWHERE: []}
    left_out = 0
    for name in sorted(names, key=lambda name: _place(order, name)):
        record, mark, _ = name.partition("#")
        if (found := dossier.get(record)) is not None:
            headings["Paragraphs" if mark else KINDS[found.TABLE].title].append(name)
        elif dossier.whole is not None and dossier.whole.get(record) is not None:
            left_out += 1
        else:
            headings[_NOWHERE].append(name)
    return {heading: listed for heading, listed in headings.items() if listed}, left_out


def _place(order: Mapping[str, int], name: str) -> tuple[int, int, str]:
    record, _, passage = name.partition("#p")
    return order.get(record, len(order)), int(passage[:6]) if passage.isdecimal() else 0, name


def _entry(builder: SpanBuilder, marks: Marks, name: str, *, known: bool) -> Entry:
    """One mark as one link."""
    worn = Span(glyphs(marks, name)[0], "strong")
    if not known:
        return Entry(worn, (Span(brief(name, _TEXT_LENGTH), "dim", f"{MARKS_VIEW}#{name}"),), anchor=name)
    record = builder.dossier.records[name.partition("#")[0]]
    if isinstance(record, Source) and record.id != name:
        return _paragraph(builder, worn, record, name)
    view = record_view(record.TABLE)
    line = record_line(builder, name)
    lead = view.lead.format(view.heading(builder, record)) if view.lead and view.heading else ""
    words = lead + "".join(span.text for span in line.spans)
    spans = (line.mark, Span(" "), Span(brief(words, _TEXT_LENGTH), "text", name))
    return Entry(worn, spans, line.long_remark or line.remark, anchor=name)


def _paragraph(builder: SpanBuilder, worn: Span, source: Source, name: str) -> Entry:
    number = int(name.partition("#p")[2])
    passages = builder.dossier.passages.get(source.id, [])
    place = Span(f"{builder.source_name(source.id)} ¶{number}", "cite", name)
    words = (Span(brief(passages[number - 1], _TEXT_LENGTH), "quote"),) if number <= len(passages) else ()
    return Entry(worn, joined(((place,), words), "  "), anchor=name)
