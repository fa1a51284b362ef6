"""Sections of a page: a heading over entries, each of which is one record as an item among others."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TypeVar

from tui.dossier.kinds import KINDS, Actor, Event, Record, Tie, kind_of
from tui.pages.moment_marks import marked_entry
from tui.pages.page import BULLET, Block, Entry, Role, Section, Span, Spans
from tui.pages.records.record_view import record_view
from tui.pages.span_builder import SpanBuilder
from tui.pages.truncation import BRIEF, MANY, and_more_line, briefly

T = TypeVar("T")

_ENTRY_LENGTH = 2 * BRIEF
"""The most characters of either line of an entry."""
_NAME_LENGTH = 80
"""The most characters of a record's name in an entry that shows little else."""


def listed(title: str | Section, items: Sequence[T], make: Callable[[T], Block], most: int = MANY) -> list[Block]:
    """A heading with the block of each item; of more than `most` only the first, and how many more there are.

    A title becomes a heading with the number of items.
    """
    if not items:
        return []
    heading = title if isinstance(title, Section) else Section(title, len(items))
    return [heading, *map(make, items[:most]), *and_more_line(len(items) - most, indent=2)]


def section(builder: SpanBuilder, title: str, ids: Iterable[str], page: str) -> list[Block]:
    """A heading with the entries of records on the page of `page`, which is left out; nothing when there are none."""
    records = [record for name in ids if name != page and (record := builder.dossier.get(name)) is not None]
    heading = counted_heading(title, records)
    if remark := _remark(builder, records):
        heading = heading._replace(note=(*heading.note, Span(remark, "dim")))
    return listed(heading, records, lambda record: entry(builder, record, page), builder.most_listed)


def _remark(builder: SpanBuilder, records: Sequence[Record]) -> str:
    """What a heading says about all of the records under it, where they are of one kind."""
    tables = {record.TABLE for record in records}
    remark = record_view(*tables).remark if len(tables) == 1 else None
    return remark(builder, records) if remark is not None else ""


def counted_heading(title: str, records: Sequence[Record]) -> Section:
    """The title with the number of records; in words where they are of one kind that is counted by sorts."""
    kinds = list(dict.fromkeys(map(kind_of, records)))
    if len(kinds) == 1 and kinds[0].tally is not None:
        return Section(title, note=(Span(kinds[0].tallied(records), "dim"),))
    return Section(title, len(records))


def related(builder: SpanBuilder, page: str, elsewhere: Collection[str] = (), but: Collection[str] = ()) -> list[Block]:
    """Sections with the records that refer to `page`, by relation, in the order of the kinds.

    Left out are the relations that the page displays `elsewhere`, and the records `but`.
    """
    blocks: list[Block] = []
    relations, records = builder.dossier.links.relations(page), builder.dossier.records
    for table, kind in KINDS.items():
        for relation in dict.fromkeys(reference.inverse for reference in kind.references):
            if relation in relations and relation not in elsewhere:
                names = [name for name in relations[relation] if name not in but and kind_of(records[name]) is kind]
                if names:
                    heading = record_view(table).relations.get(relation, kind.title)
                    blocks += section(builder, heading, names, page)
    return blocks


def entry(builder: SpanBuilder, record: Record, page: str) -> Entry:
    """A record as an item on the page of `page`; texts that are far too long are cut."""
    whole = record_view(record.TABLE).entry(builder, record, page)
    short = whole._replace(spans=briefly(whole.spans, _ENTRY_LENGTH), below=briefly(whole.below, _ENTRY_LENGTH))
    return _with_marks(builder, record.id, short)


def line_entry(builder: SpanBuilder, record: Record) -> Entry:
    """A record as an item in one line, which is one link: who says it, its name, its category and its status.

    An undated event has a bullet: alone among records of other kinds, nothing says what a blank mark stands for.
    """
    kind, view = kind_of(record), record_view(record.TABLE)
    name = " ".join(builder.dossier.name(record.id)[:BRIEF].split())
    if view.lead and view.heading is not None and not kind.named_in_sentence:
        name = f"{view.lead.format(view.heading(builder, record))}{name}"
    category = kind.category_of(record)
    remark = f"  {category}" if kind.has_status and category not in (kind.singular, "") else ""
    status = builder.status(getattr(record, "status", "")) if kind.has_status else ()
    spans = _named_in_line(builder, record, name, remark)
    mark = BULLET if isinstance(record, Event) and record.date is None else view.line(builder, record).mark
    return _with_marks(builder, record.id, Entry(mark, spans, status, in_one_row=True))


def _named_in_line(builder: SpanBuilder, record: Record, name: str, remark: str) -> Spans:
    """The name of a record, which is the link, and what it is.

    The names of actors have the colours of their sides; those of the ends of a tie too, and what it is is the link.
    """
    if isinstance(record, Tie) and remark:
        ends = tuple(span._replace(link="") for span in builder.ends(record))
        if "".join(span.text for span in ends) == name:
            return (*ends, Span("  "), Span(remark.strip(), "text", record.id))
    role: Role = builder.name(record.id)[0].role if isinstance(record, Actor) else "text"
    return (Span(name, role, record.id), *((Span(remark, "dim"),) if remark else ()))


def _with_marks(builder: SpanBuilder, name: str, item: Entry) -> Entry:
    """An item about a record with what it wears at the moment, and the reader's marks."""
    marked = marked_entry(builder, name, item)
    if builder.reader_marks is None:
        return marked
    from tui.pages.reader_marks import entry_with_marks

    return entry_with_marks(builder.reader_marks, name, marked)


def named_entry(builder: SpanBuilder, name: str) -> Entry:
    """A record as its name and category only."""
    record = builder.dossier.records[name]
    spans = tuple(span._replace(text=_cut_name(span.text)) for span in builder.name(name))
    return Entry(BULLET, spans, (Span(kind_of(record).category_of(record), "dim"),))


def _cut_name(name: str) -> str:
    return name if len(name) <= _NAME_LENGTH else f"{name[:_NAME_LENGTH].rsplit(' ', 1)[0]} …"
