"""A dossier as an SQLite database: tables with keys between them, a full-text search, views with names in them.

The search looks for words as they are written and folded, so that `aliyev` finds Əliyev. Datasette serves the file
as it is and finds the search by itself: it is an index over the table `records`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing

from tui.dossier.kinds import Source
from tui.export.formats import NotExported
from tui.export.selection import Selection
from tui.export.tables import JOINT, Cell, Column, Table, tables
from tui.export.tables.key_columns import RECORDS

_SEARCH = f"{RECORDS}_search"
_TYPES = {"text": "TEXT", "number": "INTEGER", "truth": "INTEGER"}


def export(selection: Selection) -> bytes:
    """The contents of the database file. Raises NotExported."""
    made = tables(selection)
    with closing(sqlite3.connect(":memory:")) as database:
        for table in made:
            _create(database, table)
        for table in made:
            if any(column.join for column in table.columns):
                database.execute(_view(table))
        if _has_search(database):
            _index(database, next(table for table in made if table.name == RECORDS))
        database.commit()
        try:
            return database.serialize()
        except AttributeError:
            raise NotExported("sqlite cannot be written: the SQLite of this Python lacks serialize()") from None


def remarks(_: Selection) -> Sequence[str]:
    """What the database lacks: the search, where this SQLite has none."""
    with closing(sqlite3.connect(":memory:")) as database:
        if _has_search(database):
            return ()
    return ("the database has no full-text search, because the SQLite of this Python has no FTS5",)


def _has_search(database: sqlite3.Connection) -> bool:
    try:
        database.execute("CREATE VIRTUAL TABLE temp.probe USING fts5(word)")
        database.execute("DROP TABLE temp.probe")
    except sqlite3.OperationalError:
        return False
    return True


def _create(database: sqlite3.Connection, table: Table) -> None:
    """Create a table, fill it, and index the ids in it."""
    stored = [number for number, column in enumerate(table.columns) if column.join is None]
    columns = [table.columns[number] for number in stored]
    lines = [f"{_quoted(column.name)} {_TYPES[column.holds]}{_reference(column)}" for column in columns]
    if table.key:
        lines.append(f"PRIMARY KEY ({', '.join(map(_quoted, table.key))})")
    database.execute(f"CREATE TABLE {_quoted(table.name)} (\n  " + ",\n  ".join(lines) + "\n)")
    places = ", ".join("?" * len(stored))
    rows = ([_stored(row[number]) for number in stored] for row in table.rows())
    database.executemany(f"INSERT INTO {_quoted(table.name)} VALUES ({places})", rows)  # noqa: S608
    for column in columns:
        if column.target and column.name not in table.key[:1]:
            index = _quoted(f"{table.name}_by_{column.name}")
            database.execute(f"CREATE INDEX {index} ON {_quoted(table.name)} ({_quoted(column.name)})")


def _stored(cell: Cell) -> Cell:
    return None if cell == "" else cell


def _reference(column: Column) -> str:
    return f" REFERENCES {_quoted(column.target)} (id)" if column.target else ""


def _index(database: sqlite3.Connection, records: Table) -> None:
    """Make the full-text search of what is searched of each record."""
    searched = ", ".join(_quoted(column.name) for column in records.columns if column.is_searched)
    tokens = 'tokenize="unicode61 remove_diacritics 2"'
    database.execute(f'CREATE VIRTUAL TABLE {_SEARCH} USING fts5({searched}, content="{RECORDS}", {tokens})')
    database.execute(f"INSERT INTO {_SEARCH} ({_SEARCH}) VALUES ('rebuild')")  # noqa: S608


def _view(table: Table) -> str:
    """The view that shows a table with the names of its ids, and its lists, in one row."""
    columns = ",\n  ".join(
        f"{_joined(table, column) if column.join else 'it.' + _quoted(column.name)} AS {_quoted(column.name)}"
        for column in table.columns
        if not column.is_searched
    )
    name, of = _quoted(f"{table.name}_with_names"), _quoted(table.name)
    return f"CREATE VIEW {name} AS SELECT\n  {columns}\nFROM {of} AS it"


def _joined(table: Table, column: Column) -> str:
    """What a column for reading repeats, as an expression in the view of its table."""
    of = f"it.{_quoted(column.of)}"
    sources = _quoted(Source.TABLE)
    match column.join:
        case "name":
            return f"(SELECT name FROM {RECORDS} WHERE id = {of})"  # noqa: S608
        case "short name":
            return f"(SELECT short_name FROM {sources} WHERE id = {of})"  # noqa: S608
        case "title":
            return f"(SELECT title FROM {sources} WHERE id = {of})"  # noqa: S608
        case "ids":
            value, origin = "item.target", "links AS item"
        case "names":
            value, origin = (
                "coalesce(named.name, '')",
                f"links AS item JOIN {RECORDS} AS named ON named.id = item.target",
            )
        case "texts":
            value, origin = "item.value", "list_values AS item"
        case "titles":
            value = f"item.{_quoted(column.lists)}"
            return _list(value, f"{_quoted(f'{table.name}_{column.of}')} AS item", "item.record = it.id")
        case "cites":
            value, origin = "item.cite", "cites AS item"
        case "places":
            value, origin = "coalesce(item.place, '')", "cites AS item"
        case "sources":
            value, origin = "named.short_name", f"cites AS item JOIN {sources} AS named ON named.id = item.source"
        case _:
            value, origin = "named.title", f"cites AS item JOIN {sources} AS named ON named.id = item.source"
    if table.part:
        key = f"'{table.part}[' || it.number || '].{column.of}'"
        return _list(value, origin, f"item.record = it.record AND item.key = {key}")
    return _list(value, origin, f"item.record = it.id AND item.key = '{column.of}'")


def _list(value: str, origin: str, where: str) -> str:
    """The values of the rows of a list, in their order and in one text."""
    values = f"SELECT {value} AS one FROM {origin} WHERE {where} ORDER BY item.number"  # noqa: S608
    return f"(SELECT group_concat(one, '{JOINT}') FROM ({values}))"  # noqa: S608


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
