"""Decodes the parsed tree into typed records and reports everything that is wrong with its shape.

A valid file is converted table by table. When that fails, the tree is walked field by field, so that one pass finds
all problems; whatever can be read is kept, so that the rules can still be checked on it.
"""

from __future__ import annotations

from collections.abc import Container
from functools import cache
from typing import Any, NamedTuple, cast, get_args

import msgspec
from msgspec import NODEFAULT, ValidationError
from msgspec.structs import FieldInfo, fields

from tui.dossier.format.decode_errors import allowed_words, explain, item_type, nearest, split_hint, type_in_words
from tui.dossier.kinds import KINDS, Head, Part, Record, Tables
from tui.dossier.kinds.head import MULTILINE as HEAD_MULTILINE
from tui.dossier.problems import Problems, TreePath
from tui.dossier.values.cite import Cite, Cites, parse_cite, parse_cites
from tui.dossier.values.dates import Date, parse_date
from tui.dossier.values.text import Safe, line

VERSION = 1
MISSING: Any = None
_NO_CITE = Cite(Safe(""))

_EXACT_KEYS = frozenset({"status", "mode", "act", "attribution", "outcome", "voiced", "sign"})
"""Keys whose value must be an exact vocabulary term."""


class Decoded(NamedTuple):
    """What could be read: the head of the file, and each table's readable records with their index in it.

    A list element that cannot be read is replaced by `MISSING` or by a cite without a source, so that the others keep
    their index.
    """

    head: Head
    tables: Tables


def decode_custom(kind: type, value: Any) -> Any:
    """msgspec's hook for custom types. Raises ValueError with what is wrong."""
    if kind is Cites:
        return parse_cites(value)
    if kind is Date:
        return parse_date(value)
    raise NotImplementedError(kind)


def decode(tree: dict[str, object], problems: Problems) -> Decoded:
    """The records of `tree`; what cannot be read is reported in `problems` and left out.

    Names, titles and other one-line texts are joined into one line in `tree` itself.
    """
    _fold_lines(tree, HEAD_MULTILINE, KINDS)
    for table, kind in KINDS.items():
        rows = tree.get(table)
        for row in rows if isinstance(rows, list) else ():
            if isinstance(row, dict):
                _fold_lines(row, kind.multiline)
    try:
        head = msgspec.convert(_head(tree), Head, dec_hook=decode_custom)
        tables: Tables = {table: _convert_rows(tree.get(table, []), kind.record_type) for table, kind in KINDS.items()}
    except ValidationError:
        return _walk(tree, problems)
    if head.dossier != VERSION:
        _note_version(head.dossier, problems)
    return Decoded(head, tables)


def _convert_rows(rows: object, record_type: type[Record]) -> list[tuple[int, Record]]:
    records: list[Record] = msgspec.convert(rows, list[record_type], dec_hook=decode_custom)  # type: ignore[valid-type]
    return list(enumerate(records))


def _head(tree: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in tree.items() if key not in KINDS}


def _fold_lines(row: dict[str, Any], multiline: Container[str], but: Container[str] = ()) -> None:
    for key, value in row.items():
        if type(value) is str:
            if "\n" in value and key not in multiline and key not in _EXACT_KEYS:
                row[key] = line(value)
        elif type(value) is list and key not in but:
            for index, item in enumerate(value):
                if type(item) is str:
                    if "\n" in item:
                        value[index] = line(item)
                elif type(item) is dict and key != "cite":
                    _fold_lines(item, multiline)


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
    tables: Tables = {}
    for table, kind in KINDS.items():
        rows = tree.get(table, [])
        tables[table] = []
        if not isinstance(rows, list):
            problems.error(
                (table,),
                "wrong-type",
                f"`{table}` is {type_in_words(rows)}, not a list of tables",
                f"begin each entry with [[{table}]]",
            )
            continue
        for index, row in enumerate(rows):
            if isinstance(row, dict):
                tables[table].append((index, _read_record(row, kind.record_type, (table, index), problems)))
            else:
                problems.error(
                    (table, index),
                    "wrong-type",
                    f"an entry of `{table}` is {type_in_words(row)}, not a table",
                    f"begin each entry with [[{table}]]",
                )
    head = cast(Head, _read_part(_head(tree), Head, (), problems))
    if isinstance(head.dossier, int) and head.dossier != VERSION:
        _note_version(head.dossier, problems)
    if not problems and not before:  # an error that the strict conversion finds must never pass unreported
        problems.error((), "unreadable", "the file does not have the shape of a dossier")
    return Decoded(head, tables)


def _read_record(row: dict[str, object], record_type: type[Record], path: TreePath, problems: Problems) -> Record:
    """One record; only an invalid one is read field by field."""
    try:
        return msgspec.convert(row, record_type, dec_hook=decode_custom)
    except ValidationError:
        return cast(Record, _read_part(row, record_type, path, problems))


@cache
def _fields(part_type: type[Part]) -> dict[str, FieldInfo]:
    return {info.encode_name: info for info in fields(part_type)}


def _read_part(row: dict[str, object], part_type: type[Part], path: TreePath, problems: Problems) -> Part:
    """One table as `part_type`, with every field that can be read; required ones that cannot are `MISSING`."""
    known = _fields(part_type)
    keys = (*known, *(() if path else KINDS))
    values: dict[str, Any] = {}
    for key, value in row.items():
        if (info := known.get(key)) is None:
            problems.warning(
                (*path, key),
                "unknown-key",
                f"unknown key “{key[:60]}” in {_place(part_type, path)}",
                nearest(key, keys) or f"it is ignored; known keys: {', '.join(keys)}",
            )
            continue
        read = _read_value(value, info.type, (*path, key), problems)
        if read is not MISSING:
            values[info.name] = read
    for name, info in known.items():
        if info.default is NODEFAULT and info.default_factory is NODEFAULT:
            if name not in row:
                problems.error(path, "missing-key", f"{_place(part_type, path)} has no `{name}`", _needed(info))
            values.setdefault(info.name, MISSING)
    return part_type(**values)


def _place(part_type: type[Part], path: TreePath) -> str:
    if not path:
        return "the dossier"
    return f"this entry of `{path[0]}`" if issubclass(part_type, Record) else f"this entry of `{path[-2]}`"


def _needed(info: FieldInfo) -> str:
    if info.encode_name == "dossier":
        return "begin the file with dossier = 1"
    words = allowed_words(info.type)
    return f"add `{info.encode_name}`" + (f": one of {', '.join(words)}" if words else "")


def _read_value(value: object, kind: Any, path: TreePath, problems: Problems) -> Any:
    """`value` as `kind`, or `MISSING` after reporting why not. Lists keep the elements that can be read."""
    try:
        return msgspec.convert(value, kind, dec_hook=decode_custom)
    except ValidationError as error:
        if Cites in (kind, *get_args(kind)) and isinstance(value, list) and value:
            return Cites(_read_cite(item, (*path, index), problems) for index, item in enumerate(value))
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


def _read_cite(value: object, path: TreePath, problems: Problems) -> Cite:
    """One element of a list of cites, or a cite without a source after reporting what is wrong."""
    try:
        return parse_cite(value)
    except ValueError as error:
        what, hint = split_hint(str(error))
        problems.error(path, "bad-cite", f"`{_key(path)}`: {what}", hint)
        return _NO_CITE


def _key(path: TreePath) -> str:
    return next((part for part in reversed(path) if isinstance(part, str)), "")
