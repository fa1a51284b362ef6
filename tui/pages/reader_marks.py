"""The reader's own marks and notes in lists and on pages, where a glyph and a word keep them apart."""

from __future__ import annotations

import re

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Actor, Quote, Source, kind_of
from tui.dossier.marks import Marks
from tui.dossier.values.text import Safe
from tui.pages.list_line import ListLine
from tui.pages.lists.panels import MARKS_VIEW
from tui.pages.page import Block, Entry, Page, Para, Section, Span, Spans, Title
from tui.pages.truncation import cut
from tui.pages.views.registry import ids_in

MARK_GLYPH, NOTE_GLYPH = "★", "✎"
MARKED = f"{MARK_GLYPH} marked"
NOTE_TITLE = "Your note"
"""The heading over a note on the page of a record."""
_NOT_THE_DOSSIER = "not part of the dossier"
_NAME_LENGTH = 60
"""The most characters of a name in a sentence about it."""
_PARAGRAPH = re.compile(r"p[1-9][0-9]{0,5}")


def glyphs(marks: Marks, name: str) -> str:
    """What a record or a paragraph wears: a mark, a note, both or nothing."""
    return MARK_GLYPH * (name in marks.marked) + NOTE_GLYPH * (name in marks.notes)


def marked_speakers(dossier: Dossier, marks: Marks | None) -> tuple[str, ...]:
    """The actors that are marked, and the speakers of the quotes that are, each once, in the order of the file."""
    found: set[str] = set()
    for name in marks.marked if marks is not None else ():
        quote = dossier.find(Quote, name)
        found.add(quote.speaker if quote is not None else name)
    return tuple(actor.id for actor in dossier.records_of(Actor) if actor.id in found)


def line_with_marks(marks: Marks, name: str, line: ListLine) -> ListLine:
    """The line of a record with its glyphs before the words; that of a view of one actor with those of the actor."""
    about = ids_in(name) if ":" in name else (name,)
    if len(about) != 1 or not (worn := glyphs(marks, about[0])):
        return line
    return line._replace(spans=(Span(f"{worn} ", "strong"), *line.spans))


def entry_with_marks(marks: Marks, name: str, entry: Entry) -> Entry:
    """An entry about a record with its glyphs behind the words."""
    worn = glyphs(marks, name)
    return entry._replace(spans=(*entry.spans, Span(f"  {worn}", "strong"))) if worn else entry


def page_with_marks(dossier: Dossier, marks: Marks, page: Page) -> Page:
    """The page of a record with its mark beside the title and its note before the first section.

    Marks and notes of paragraphs are at these.
    """
    title, *blocks = page.blocks
    if page.id in marks.marked and isinstance(title, Title):
        gap = (Span("  "),) if title.kind else ()
        title = title._replace(kind=(*title.kind, *gap, Span(MARKED, "strong")))
    if note := marks.notes.get(page.id):
        first = next((number for number, block in enumerate(blocks) if isinstance(block, Section)), len(blocks))
        heading = Section(NOTE_TITLE, note=(Span(_NOT_THE_DOSSIER, "dim"),))
        blocks[first:first] = [heading, Para(_note_spans(note))]
    if dossier.find(Source, page.id) is not None and any(name.startswith(f"{page.id}#") for name in marks.names):
        blocks = _with_paragraphs(marks, page.id, blocks)
    return page._replace(blocks=(title, *blocks))


def _with_paragraphs(marks: Marks, source: str, blocks: list[Block]) -> list[Block]:
    made: list[Block] = []
    note: Safe | None = None
    for block in blocks:
        if note is not None and not isinstance(block, Para):
            made.append(note_block(note))
            note = None
        if isinstance(block, Section):
            name = f"{source}#{block.anchor}"
            note = marks.notes.get(name)
            if name in marks.marked:
                block = block._replace(note=(*block.note, Span(MARKED, "strong")))
        made.append(block)
    return [*made, *([note_block(note)] if note is not None else [])]


def note_block(note: str) -> Para:
    """A note below what it is about."""
    return Para((Span(f"{NOTE_GLYPH} {NOTE_TITLE}: ", "label"), *_note_spans(note)), indent=2)


def _note_spans(note: str) -> Spans:
    kept, remark = cut(note)
    return (Span(kept), Span(remark, "dim")) if remark else (Span(kept),)


def mark_target(dossier: Dossier, name: str, link: str = "", part: str = "") -> str:
    """What a mark or a note on the page of `name` is about, while `link` is selected there; empty when nothing is.

    On the page of a record that is the record; on that of a source the paragraph that the reader is at, if `part` is
    one; in the view of the marks the one that `part` names; in any other view what `link` leads to, or else the only
    actor that the view is of.
    """
    if name == MARKS_VIEW:
        return part
    record, _, passage = name.partition("#")
    if dossier.get(record) is None:
        candidates = (link, *_only(ids_in(link)), *_only(ids_in(name)))
        name = next((each for each in candidates if dossier.get(each.partition("#")[0]) is not None), "")
        record, _, passage = name.partition("#")
    elif _PARAGRAPH.fullmatch(part):
        passage = part
    is_passage = _PARAGRAPH.fullmatch(passage) and dossier.find(Source, record) is not None
    return f"{record}#{passage}" if is_passage else record


def _only(names: tuple[str, ...]) -> tuple[str, ...]:
    return names if len(names) == 1 else ()


def target_words(dossier: Dossier, name: str) -> str:
    """What a mark is about in a sentence: `Armenia`, `¶5 of The Hague Report`."""
    record, _, passage = name.partition("#")
    words = dossier.name(record)
    words = Safe(words if len(words) <= _NAME_LENGTH else f"{words[:_NAME_LENGTH].rstrip()} …")
    return f"¶{passage.removeprefix('p')} of {words}" if passage else words


def whole_target_words(dossier: Dossier, name: str, most: int) -> str:
    """What a mark is about, whole: its name if it is of at most so many characters, or else what it is: `a quote`."""
    record, _, passage = name.partition("#")
    whole = dossier.name(record)
    if passage:
        number = f"¶{passage.removeprefix('p')}"
        return f"{number} of {whole}" if len(number) + 4 + len(whole) <= most else number
    return whole if len(whole) <= most else kind_of(dossier.records[record]).singular_with_article
