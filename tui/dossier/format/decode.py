"""From the parsed tree to typed records, and every way in which the tree's shape is wrong.

A good file is converted in one go. When that fails the tree is walked field by field, so that
one pass tells all problems; what can be read is kept, so that the rules can go on with it.
May not know what the values refer to.
"""

from __future__ import annotations

from collections.abc import Container
from functools import cache
from typing import Any, NamedTuple, cast, get_args

import msgspec
from msgspec import NODEFAULT, ValidationError
from msgspec.structs import FieldInfo, fields

from tui.dossier.format.decode_errors import allowed_words, explain, item_type, nearest, split_hint, type_in_words
from tui.dossier.kinds import MANY_LINES, TABLES, Document, Part, Record
from tui.dossier.problems import Path, Problems
from tui.dossier.values.cite import Cite, Cites, parse_cite, parse_cites
from tui.dossier.values.dates import Date, parse_date
from tui.dossier.values.text import Safe, line

VERSION = 1
MISSING: Any = None
_NO_CITE = Cite(Safe(""))


_WORDS = frozenset({"status", "mode", "act", "attribution", "outcome", "voiced", "sign"})
"""Keys that hold a word of a vocabulary, which is right to the letter or wrong."""


class Decoded(NamedTuple):
    """What could be read: the head of the file, and each table's readable records with their index in it.

    An element of a list that cannot be read keeps its place, as `MISSING` or as a cite without a source, so that the
    others are still found where they stand.
    """

    head: Document
    tables: dict[str, list[tuple[int, Record]]]


def decode_custom(kind: type, value: Any) -> Any:
    """msgspec's hook for the types it does not know. Raises ValueError with what is wrong."""
    if kind is Cites:
        return parse_cites(value)
    if kind is Date:
        return parse_date(value)
    raise NotImplementedError(kind)


def decode(tree: dict[str, object], problems: Problems) -> Decoded:
    """The records of `tree`; what cannot be read is noted in `problems` and left out.

    Names, titles and other texts that stand on one line are folded to one in `tree` itself.
    """
    _fold_lines(tree, TABLES)
    for table in TABLES:
        rows = tree.get(table)
        for row in rows if isinstance(rows, list) else ():
            if isinstance(row, dict):
                _fold_lines(row)
    try:
        document = msgspec.convert(tree, Document, dec_hook=decode_custom)
    except ValidationError:
        return _walk(tree, problems)
    if document.dossier != VERSION:
        _note_version(document.dossier, problems)
    return Decoded(document, {table: list(enumerate(getattr(document, table))) for table in TABLES})


def _fold_lines(row: dict[str, Any], but: Container[str] = ()) -> None:
    for key, value in row.items():
        if type(value) is str:
            if "\n" in value and key not in MANY_LINES and key not in _WORDS:
                row[key] = line(value)
        elif type(value) is list and key not in but:
            for index, one in enumerate(value):
                if type(one) is str:
                    if "\n" in one:
                        value[index] = line(one)
                elif type(one) is dict and key != "cite":
                    _fold_lines(one)


def _note_version(version: object, problems: Problems) -> None:
    problems.error(
        ("dossier",),
        "wrong-version",
        f"this is format version {str(version)[:20]}; this program reads version {VERSION}",
        "a newer karabakh-tui may open it"
        if isinstance(version, int) and version > VERSION
        else f"write dossier = {VERSION}",
    )


def _walk(tree: dict[str, object], problems: Problems) -> Decoded:
    before = bool(problems)
    tables: dict[str, list[tuple[int, Record]]] = {}
    for table, kind in TABLES.items():
        rows = tree.get(table, [])
        tables[table] = []
        if not isinstance(rows, list):
            problems.error(
                (table,),
                "wrong-type",
                f"`{table}` is {type_in_words(rows)}, not a list of tables",
                f"write [[{table}]] over each entry",
            )
            continue
        for index, row in enumerate(rows):
            if isinstance(row, dict):
                tables[table].append((index, _read_record(row, kind, (table, index), problems)))
            else:
                problems.error(
                    (table, index),
                    "wrong-type",
                    f"an entry of `{table}` is {type_in_words(row)}, not a table",
                    f"write [[{table}]]",
                )
    head = {key: value for key, value in tree.items() if key not in TABLES}
    document = cast(Document, _read_part(head, Document, (), problems))
    if isinstance(document.dossier, int) and document.dossier != VERSION:
        _note_version(document.dossier, problems)
    if not problems and not before:  # never let a fault pass that the strict conversion saw
        problems.error((), "unreadable", "the file does not have the shape of a dossier")
    return Decoded(document, tables)


def _read_record(row: dict[str, object], kind: type[Record], path: Path, problems: Problems) -> Record:
    """One record; only one that is not as it should be is looked at field by field."""
    try:
        return msgspec.convert(row, kind, dec_hook=decode_custom)
    except ValidationError:
        return cast(Record, _read_part(row, kind, path, problems))


@cache
def _known(kind: type[Part]) -> dict[str, FieldInfo]:
    return {info.encode_name: info for info in fields(kind)}


def _read_part(row: dict[str, object], kind: type[Part], path: Path, problems: Problems) -> Part:
    """One table as `kind`, with every field that can be read; required ones that cannot are `MISSING`."""
    known = _known(kind)
    values: dict[str, Any] = {}
    for key, value in row.items():
        if (info := known.get(key)) is None:
            problems.warning(
                (*path, key),
                "unknown-key",
                f"unknown key “{key[:60]}” in {_place(kind, path)}",
                nearest(key, tuple(known)) or f"it is not used; known keys: {', '.join(known)}",
            )
            continue
        read = _read_value(value, info.type, (*path, key), problems)
        if read is not MISSING:
            values[info.name] = read
    for name, info in known.items():
        if info.default is NODEFAULT and info.default_factory is NODEFAULT:
            if name not in row:
                problems.error(path, "missing-key", f"{_place(kind, path)} has no `{name}`", _needed(info))
            values.setdefault(info.name, MISSING)
    return kind(**values)


def _place(kind: type[Part], path: Path) -> str:
    if not path:
        return "the dossier"
    return f"this entry of `{path[0]}`" if issubclass(kind, Record) else f"this entry of `{path[-2]}`"


def _needed(info: FieldInfo) -> str:
    if info.encode_name == "dossier":
        return "begin the file with dossier = 1"
    words = allowed_words(info.type)
    return f"add `{info.encode_name}`" + (f", one of {', '.join(words)}" if words else "")


def _read_value(value: object, kind: Any, path: Path, problems: Problems) -> Any:
    """`value` as `kind`, or `MISSING` after noting why not. Lists keep the elements that can be read."""
    try:
        return msgspec.convert(value, kind, dec_hook=decode_custom)
    except ValidationError as error:
        if Cites in (kind, *get_args(kind)) and isinstance(value, list) and value:
            return Cites(_read_cite(one, (*path, index), problems) for index, one in enumerate(value))
        inner = item_type(kind)
        if inner is not None and isinstance(value, list):
            read = (
                _read_part(item, inner, (*path, index), problems)
                if isinstance(item, dict) and isinstance(inner, type) and issubclass(inner, Part)
                else _read_value(item, inner, (*path, index), problems)
                for index, item in enumerate(value)
            )
            return tuple(read)
        code, what, hint = explain(str(error), value, kind)
        problems.error(path, code, f"`{_key(path)}`: {what}", hint)
        return MISSING


def _read_cite(value: object, path: Path, problems: Problems) -> Cite:
    """One element of a list of cites, or a cite without a source after noting what is wrong with it."""
    try:
        return parse_cite(value)
    except ValueError as error:
        what, hint = split_hint(str(error))
        problems.error(path, "bad-cite", f"`{_key(path)}`: {what}", hint)
        return _NO_CITE


def _key(path: Path) -> str:
    return next((part for part in reversed(path) if isinstance(part, str)), "")
