"""The tables of a dossier: one for each kind of record, and those that hold what a record may have several of.

They are made from the declarations of the kinds. `records` lists all records; `links`, `list_values` and `cites` hold
the lists of ids, of texts and of cites under every key of every kind, each item with its number from 1; a list of
tables has a table of its own, such as `actors_roles`. A key in one of those tables is called `roles[1].cite`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from tui import VERSION
from tui.dossier.as_of import AsOf, as_of, has_state, lifetimes_of
from tui.dossier.kinds import KINDS, AnyKind, Part, Record, Source
from tui.dossier.search.documents import Documents
from tui.dossier.values.cite import Cite
from tui.dossier.values.dates import Date, Day
from tui.dossier.values.fold import fold
from tui.dossier.values.vocabulary import SIGN_WORDS
from tui.export.record_values import record_values
from tui.export.selection import Selection
from tui.export.tables.key_columns import RECORDS, KeyCells, columns_of
from tui.export.tables.keys import Key, keys_of
from tui.export.tables.table import Cell, Column, Table

_NUMBER = Column("number", "Its number in the list, from 1.", "number")


def tables(selection: Selection) -> tuple[Table, ...]:
    """The tables of what is exported, those of the kinds in their order."""
    return _Maker(selection).tables()


class _Maker:
    """Makes the tables of one selection."""

    def __init__(self, selection: Selection) -> None:
        self._selection = selection
        self._dossier = selection.dossier
        self._as_of: AsOf = as_of(selection.dossier, selection.scope.moment)
        self._cells = KeyCells(selection.dossier)

    def tables(self) -> tuple[Table, ...]:
        """All tables. The last describes the columns of the others."""
        kinds = [self._kind(kind) for kind in KINDS.values()]
        parts = [self._parts(kind, part) for kind in KINDS.values() for part in kind.parts]
        made = [
            self._head(),
            self._records(),
            *kinds,
            *parts,
            self._cites(),
            self._links(),
            self._list_values(),
            *([self._marks()] if self._selection.marks.names else []),
        ]
        return *made, _columns(made)

    def _head(self) -> Table:
        """The head of the dossier, and what was exported of it: a row for each value of a key."""
        columns = (
            Column("key", "A key at the top of the dossier; exported_… says what was exported."),
            Column("number", "Which of several values of the key it is, from 1.", "number"),
            Column("value", "The value."),
        )

        def rows() -> Iterator[tuple[Cell, ...]]:
            for key, value in {**record_values(self._dossier.head), **self._exported()}.items():
                for number, item in enumerate(value if isinstance(value, list) else (value,), 1):
                    yield key, number, str(item)

        return Table(
            "dossier", "The dossier as a whole, and what was exported of it.", columns, rows, ("key", "number")
        )

    def _exported(self) -> dict[str, Any]:
        selection, moment = self._selection, self._selection.scope.moment
        facts = {
            "exported_by": f"karabakh-tui {VERSION}",
            "exported_as_of": moment.text if isinstance(moment, Date) else "all",
            "exported_query": selection.query,
            "exported_chosen": "" if selection.chosen is None else str(len(selection.chosen)),
            "exported_reported_only": "what no source reports in its own voice is left out"
            if selection.is_reported_only
            else "",
        }
        return {key: value for key, value in facts.items() if value}

    def _records(self) -> Table:
        """All records of every kind."""
        columns = (
            Column("id", "The id of the record."),
            Column("kind", "Its table."),
            Column("name", "What it is called.", own=False),
            Column("category", "What it is, in a word or two.", own=False),
            Column("status", "How firm the statement is.", own=False),
            Column("begins", "When it begins or happens, as EDTF; lent where it has no date itself.", own=False),
            Column("ends", "When it ends, as EDTF.", own=False),
            Column("earliest", "The first day on which it may begin.", own=False),
            Column("latest", "The last day on which it may end, or may have happened.", own=False),
            Column("state", "What it is at the moment of the export.", own=False),
            Column(
                "chosen", "Whether it was chosen itself, or is there because another refers to it.", "truth", own=False
            ),
            Column("text", "All that is searched of it.", own=False, is_searched=True),
            Column("folded", "The same without accents and case.", own=False, is_searched=True),
        )
        documents, lifetimes, chosen = (
            Documents(self._dossier),
            lifetimes_of(self._dossier).by_id,
            self._selection.chosen,
        )

        def rows() -> Iterator[tuple[Cell, ...]]:
            for table, kind in KINDS.items():
                for record in self._dossier.tables[table]:
                    span = lifetimes.get(record.id)
                    begins, ends = (span.begins, span.ends) if span is not None else (None, None)
                    last = ends if ends is not None or (span is not None and not span.happens) else begins
                    text = "\n".join(part.text for part in documents.parts(record))
                    yield (
                        record.id,
                        table,
                        self._dossier.name(record.id),
                        kind.category_of(record),
                        getattr(record, "status", None),
                        begins.text if begins is not None else None,
                        ends.text if ends is not None else None,
                        _day(begins.earliest) if begins is not None and not begins.open_start else None,
                        _day(last.latest) if last is not None and last.latest is not None else None,
                        self._state(kind, record),
                        chosen is None or record.id in chosen,
                        text,
                        fold(text),
                    )

        return Table(RECORDS, "Every record, of whatever kind.", columns, rows, ("id",))

    def _kind(self, kind: AnyKind) -> Table:
        """The records of one kind, with a column or more for each of their keys."""
        keys = keys_of(kind)
        has_polarity = hasattr(kind.record_type, "polarity")
        columns = [Column("id", "The id of the record.", target=RECORDS)]
        for key in keys:
            columns += columns_of(key)
            if key.name == "sign" and has_polarity:
                columns.append(Column("sign_word", "The sign of the tie, that of its kind or its own.", own=False))
        if kind.record_type is Source:
            columns.append(Column("short_name", "Its name in lists and cites.", own=False))
        if has_state(kind):
            columns.append(Column("state", "What it is at the moment of the export.", own=False))

        def rows() -> Iterator[tuple[Cell, ...]]:
            for record in self._dossier.tables[kind.table]:
                cells: list[Cell] = [record.id]
                for key in keys:
                    cells += self._cells.of(key, getattr(record, key.attribute))
                    if key.name == "sign" and has_polarity:
                        cells.append(SIGN_WORDS[record.polarity])  # type: ignore[attr-defined]
                if kind.record_type is Source:
                    cells.append(self._cells.short_names[record.id])
                if has_state(kind):
                    cells.append(self._state(kind, record))
                yield tuple(cells)

        meaning = f"{kind.title}: one row a record."
        return Table(kind.table, meaning, _told_apart(columns), rows, ("id",), kind.table)

    def _parts(self, kind: AnyKind, part: str) -> Table:
        """The tables in the records of a kind that are listed under one key."""
        keys = keys_of(kind, part)
        columns = [Column("record", f"The {kind.singular} it is of.", target=kind.table), _NUMBER]
        for key in keys:
            columns += columns_of(key)

        def rows() -> Iterator[tuple[Cell, ...]]:
            for record in self._dossier.tables[kind.table]:
                for number, item in enumerate(getattr(record, part), 1):
                    cells: list[Cell] = [record.id, number]
                    for key in keys:
                        cells += self._cells.of(key, getattr(item, key.attribute))
                    yield tuple(cells)

        meaning = next(key.meaning for key in keys_of(kind) if key.name == part)
        return Table(f"{kind.table}_{part}", meaning, tuple(columns), rows, ("record", "number"), kind.table, part)

    def _cites(self) -> Table:
        """Every cite of every record."""
        columns = (
            Column("record", "The record that rests on it.", target=RECORDS),
            Column("key", "The key it is under."),
            _NUMBER,
            Column("source", "The source.", target=Source.TABLE),
            Column("source_name", "Its short name.", own=False, join="short name", of="source"),
            Column("source_title", "Its title.", own=False, join="title", of="source"),
            Column("first_paragraph", "The first paragraph of the copy.", "number"),
            Column("last_paragraph", "The last paragraph of the copy.", "number"),
            Column("locator", "Where it is, in the terms of the source, as locators of CSL."),
            Column("place", "Paragraphs and locators in words.", own=False),
            Column("exact", "The words that stand there."),
            Column("prefix", "The words before them."),
            Column("suffix", "The words after them."),
            Column("stance", "Whether the source supports what the record says, disputes it, or only mentions it."),
            Column("grade", "A rating of this item in the Admiralty code."),
            Column("cite", "Source and place as the dossier writes them in one string.", own=False),
        )

        def rows() -> Iterator[tuple[Cell, ...]]:
            for record, name, key, holder in self._holders():
                if key.shape == "cites":
                    for number, cite in enumerate(getattr(holder, key.attribute) or (), 1):
                        yield record.id, name, number, *self._cite(cite)

        return Table("cites", "Where a source says so: one row a cite.", columns, rows, ("record", "key", "number"))

    def _cite(self, cite: Cite) -> tuple[Cell, ...]:
        return (
            cite.source,
            self._cells.source_name(cite),
            self._cells.source_title(cite),
            cite.first or None,
            cite.last or None,
            cite.locator,
            cite.where,
            cite.exact,
            cite.prefix,
            cite.suffix,
            cite.stance,
            cite.grade,
            cite.short_form,
        )

    def _links(self) -> Table:
        """The ids in lists."""
        columns = (
            Column("record", "The record that refers to another.", target=RECORDS),
            Column("key", "The key it does so under."),
            _NUMBER,
            Column("target", "The record it refers to.", target=RECORDS),
            Column("target_name", "What that is called.", own=False, join="name", of="target"),
        )

        def rows() -> Iterator[tuple[Cell, ...]]:
            for record, name, key, holder in self._holders():
                if key.shape == "ids":
                    for number, target in enumerate(getattr(holder, key.attribute), 1):
                        yield record.id, name, number, target, self._dossier.name(target)

        return Table(
            "links", "What records list of others, under every key that lists ids.", columns, rows,
            ("record", "key", "number"),
        )  # fmt: skip

    def _list_values(self) -> Table:
        """The texts and words in lists."""
        columns = (
            Column("record", "The record.", target=RECORDS),
            Column("key", "The key, such as aliases or tags."),
            _NUMBER,
            Column("value", "The text."),
        )

        def rows() -> Iterator[tuple[Cell, ...]]:
            for record, name, key, holder in self._holders():
                if key.shape == "texts":
                    for number, value in enumerate(getattr(holder, key.attribute), 1):
                        yield record.id, name, number, value

        return Table(
            "list_values", "What records list that is no id: aliases, tags, authors and the like.", columns, rows,
            ("record", "key", "number"),
        )  # fmt: skip

    def _marks(self) -> Table:
        """The reader's own marks and notes."""
        columns = (
            Column("place", "The record, or a paragraph of a source."),
            Column("record", "The record.", target=RECORDS),
            Column("name", "What it is called.", own=False, join="name", of="record"),
            Column("marked", "Whether it is marked.", "truth"),
            Column("note", "The note of the reader, who need not be the editor."),
        )
        marks = self._selection.marks

        def rows() -> Iterator[tuple[Cell, ...]]:
            for place in sorted(marks.names):
                record = place.partition("#")[0]
                if record in self._dossier.records:
                    yield place, record, self._dossier.name(record), place in marks.marked, marks.notes.get(place)

        return Table("marks", "Marks and notes of a reader, no part of the dossier.", columns, rows, ("place",))

    def _holders(self) -> Iterator[tuple[Record, str, Key, Part]]:
        """Every record with each of its lists: the record, the name and the form of the key, and what has the key."""
        for kind in KINDS.values():
            keys = [key for key in keys_of(kind) if key.is_list]
            inner = {part: [key for key in keys_of(kind, part) if key.is_list] for part in kind.parts}
            for record in self._dossier.tables[kind.table]:
                yield from ((record, key.name, key, record) for key in keys if key.shape != "parts")
                for part, part_keys in inner.items():
                    for number, item in enumerate(getattr(record, part), 1):
                        yield from ((record, f"{part}[{number}].{key.name}", key, item) for key in part_keys)

    def _state(self, kind: AnyKind, record: Record) -> str | None:
        """What a record is at the moment; of what happens, that it is later rather than not begun."""
        if self._selection.scope.moment is None or not has_state(kind):
            return None
        state = self._as_of.state(record.id)
        span = self._as_of.lifetime(record.id)
        return "later" if state == "not begun" and span is not None and span.happens else state


def _columns(described: Iterable[Table]) -> Table:
    """What the columns of the other tables mean."""
    columns = (Column("table"), Column("column"), Column("meaning"))
    described = tuple(described)

    def rows() -> Iterator[tuple[Cell, ...]]:
        for table in described:
            yield table.name, "", table.meaning
            for column in table.columns:
                yield table.name, column.name, column.meaning

    return Table("columns", "What tables and columns hold.", columns, rows, ("table", "column"))


def _told_apart(columns: Iterable[Column]) -> tuple[Column, ...]:
    """Columns no two of which have the same name: one that is worked out gives way to a key of that name."""
    columns = tuple(columns)
    taken = {column.name.casefold() for column in columns if column.own}
    told = []
    for column in columns:
        name = column.name
        while not column.own and name.casefold() in taken:
            name += "_"
        taken.add(name.casefold())
        told.append(column._replace(name=name))
    return tuple(told)


def _day(day: Day) -> str:
    year, month, day_of_month = day
    return f"{'-' * (year < 0)}{abs(year):04}-{month:02}-{day_of_month:02}"
