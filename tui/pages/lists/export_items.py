"""What can be exported from where the reader is, and in which formats, as lines to choose from.

Lines are named `what:list`, `format:json`.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import KINDS
from tui.dossier.marks import Marks
from tui.dossier.values.vocabulary import CHOSEN_GLYPH, UNCHOSEN_GLYPH, count_noun
from tui.pages.list_line import ListGroup, ListLine
from tui.pages.lists.named_lines import in_one_text
from tui.pages.lists.panels import MARKS_VIEW
from tui.pages.page import Page, Role, Span
from tui.pages.phrases import in_few_words
from tui.pages.span_builder import SpanBuilder

_NAME_LENGTH = 50


class Part(NamedTuple):
    """A part of a dossier: what it is in words, the ids of its records (None for all), and what its file is called.

    `query` is the query that found them; `with_marks` when the reader's own marks and notes go with it.
    """

    words: str
    title: str
    ids: tuple[str, ...] | None = None
    query: str = ""
    with_marks: bool = False


def parts(
    builder: SpanBuilder, *, panel: str, listed: Sequence[str], query: str, page: Page | None, target: str, marks: Marks
) -> dict[str, Part]:
    """The parts that there are, by name: `list`, `record`, `page`, `marks`, `whole`.

    `listed` are the lines of the list of `panel` as `query` narrows it, `page` is the open page and `target` what is
    selected on it.
    """
    dossier = builder.dossier
    found: dict[str, Part] = {}
    of_list = _records(dossier, listed)
    if of_list:
        kind = KINDS.get(panel)
        noun = count_noun(len(of_list), kind.singular) if kind is not None else f"the {len(of_list):,} records"
        narrowed = f", narrowed to {in_few_words(query, _NAME_LENGTH)}" if query.strip() else ""
        found["list"] = Part(f"The list: {noun}{narrowed}", f"{dossier.title} {panel}", of_list, query)
    if of_record := _records(dossier, [target]):
        found["record"] = Part(f"The record: {in_one_text(builder, of_record[0])}", of_record[0], of_record)
    if page is not None and page.id != MARKS_VIEW and (of_page := _records(dossier, [page.id, *page.links()])):
        words = f"The page: {count_noun(len(of_page), 'record')} that it shows"
        found["page"] = Part(words, f"{dossier.title} {page.id}", of_page)
    if of_marks := _records(dossier, sorted(marks.names)):
        words = f"Your marks: {count_noun(len(of_marks), 'record')}, with your notes"
        found["marks"] = Part(words, f"{dossier.title} marks", of_marks, with_marks=True)
    total = sum(map(len, dossier.tables.values()))
    whole = "What is reported only" if dossier.whole is not None else "The whole dossier"
    found["whole"] = Part(f"{whole}: {count_noun(total, 'record')}", dossier.title)
    return found


def _records(dossier: Dossier, names: Iterable[str]) -> tuple[str, ...]:
    """The records that names stand for, each once: a record itself, the source of a passage, the actors of a view."""
    ids = (part for name in names for part in name.partition("#")[0].split(":"))
    return tuple(dict.fromkeys(name for name in ids if dossier.get(name) is not None))


class ExportItems:
    """The choice of a part and a format; `formats`: name -> what it is for."""

    def __init__(self, offered: Mapping[str, Part], formats: Mapping[str, str], part: str, chosen_format: str) -> None:
        self._parts = offered
        self._formats = formats
        self.part_name = part if part in offered else next(iter(offered))
        self.format_name = chosen_format if chosen_format in formats else next(iter(formats))

    @property
    def part(self) -> Part:
        """The part chosen."""
        return self._parts[self.part_name]

    def groups(self) -> list[ListGroup]:
        """All lines under their headings."""
        return [
            ListGroup("What", tuple(f"what:{name}" for name in self._parts)),
            ListGroup("Format", tuple(f"format:{name}" for name in self._formats)),
        ]

    def choose(self, line: str) -> None:
        """Choose a line in place of the others under its heading."""
        field, _, name = line.partition(":")
        if field == "what":
            self.part_name = name
        else:
            self.format_name = name

    def line(self, line: str) -> ListLine:
        """A line, with a mark if it is chosen."""
        field, _, name = line.partition(":")
        chosen = name == (self.part_name if field == "what" else self.format_name)
        mark = Span(CHOSEN_GLYPH, "label") if chosen else Span(UNCHOSEN_GLYPH, "dim")
        role: Role = "strong" if chosen else "text"
        if field == "what":
            return ListLine(mark, (Span(self._parts[name].words, role),))
        return ListLine(mark, (Span(f"{name:10}", role), Span(self._formats[name], "dim")))
