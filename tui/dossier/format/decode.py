"""Decodes the parsed tree into typed records and reports everything that is wrong with its shape.

A valid file is converted table by table. When that fails, the tree is walked field by field, so that one pass finds
all problems; whatever can be read is kept, so that the rules can still be checked on it.
"""

from collections.abc import Container
from functools import cache, lru_cache
from typing import Any, NamedTuple, cast

import msgspec
from msgspec import ValidationError
from msgspec.structs import FieldInfo, fields

from tui.dossier.format.decode_errors import (
    allowed_words,
    explain,
    item_type,
    nearest,
    nearest_term,
    options,
    split_hint,
    type_in_words,
)
from tui.dossier.format.id_index import misspelt_ids
from tui.dossier.format.shape_rules import (
    BAD_CITE,
    BAD_ID,
    MISSING_KEY,
    UNKNOWN_KEY,
    UNREADABLE,
    WRONG_TYPE,
    WRONG_VERSION,
)
from tui.dossier.kinds import KINDS, Head, Part, Record, Tables
from tui.dossier.kinds.head import MULTILINE as HEAD_MULTILINE
from tui.dossier.problems import Problems, TreePath
from tui.dossier.values.cite import BadCite, Cite, Cites, parse_cite, parse_cites
from tui.dossier.values.dates import Date, parse_date
from tui.dossier.values.text import Safe, line

VERSION = 1
MISSING: Any = None
_NO_CITE = Cite(Safe(""))

_COMPARED = 5_000
"""How many unknown keys are compared with the known ones: a quarter of a second's work."""

_ALIKE = 1 << 14
"""How many cites in one string, and how many dates, are read only once each."""

_EXACT_KEYS = frozenset({"status", "mode", "act", "attribution", "outcome", "voiced", "sign"})
"""Keys whose value must be an exact vocabulary term."""


class Decoded(NamedTuple):
    """What could be read: the head of the file, and each table's readable records with their index in it.

    A list element that cannot be read is replaced by `MISSING` or by a cite without a source, so that the others keep
    their index. `is_whole` says that everything could be read.
    """

    head: Head
    tables: Tables
    is_whole: bool = False


def decode_custom(kind: type, value: Any) -> Any:
    """msgspec's hook for custom types. Raises ValueError with what is wrong."""
    if kind is Cites:
        return _cites_written(value) if type(value) is str else parse_cites(value)
    if kind is Date:
        return _date_written(value) if type(value) is str else parse_date(value)
    raise NotImplementedError(kind)


@lru_cache(_ALIKE)
def _cites_written(text: str) -> Cites:
    return parse_cites(text)


@lru_cache(_ALIKE)
def _date_written(text: str) -> Date:
    return parse_date(text)


def decode(tree: dict[str, object], problems: Problems, *, has_line_ends: bool = True) -> Decoded:
    """The records of `tree`; what cannot be read is reported in `problems` and left out.

    Names, titles and other one-line texts are joined into one line in `tree` itself; no text of a record has
    several, unless it `has_line_ends`.
    """
    fold_head(tree)
    for table in KINDS if has_line_ends else ():
        fold_rows(table, tree.get(table))
    try:
        head = convert_head(tree)
        tables: Tables = {table: list(enumerate(convert_rows(table, tree.get(table, [])))) for table in KINDS}
    except ValidationError:
        return _Walk(tree, problems).read()
    if head.dossier != VERSION:
        _note_version(head.dossier, problems)
    return Decoded(head, tables, is_whole=True)


def fold_head(tree: dict[str, object]) -> None:
    """Join the one-line texts of the head into one line."""
    _fold_lines(tree, HEAD_MULTILINE, KINDS)


def fold_rows(table: str, rows: object) -> None:
    """Join the one-line texts of the rows of a table into one line."""
    multiline = KINDS[table].multiline
    for row in rows if isinstance(rows, list) else ():
        if isinstance(row, dict):
            _fold_lines(row, multiline)


def convert_head(tree: dict[str, object]) -> Head:
    """The head of a valid file. Raises ValidationError."""
    return msgspec.convert(_head(tree), Head, dec_hook=decode_custom)


def convert_rows(table: str, rows: object) -> list[Record]:
    """The records of a table whose rows are all valid. Raises ValidationError."""
    record_type = KINDS[table].record_type
    records: list[Record] = msgspec.convert(rows, list[record_type], dec_hook=decode_custom)  # type: ignore[valid-type]
    return records


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
    problems.report(
        WRONG_VERSION,
        ("dossier",),
        f"this is format version {str(version)[:20]}; this program reads version {VERSION}",
        "a newer karabakh-tui may open it"
        if isinstance(version, int) and version > VERSION
        else f"write dossier = {VERSION}",
    )


class _Walk:
    """Reads a tree field by field. An id that is misspelt is reported once, and understood wherever it is cited."""

    def __init__(self, tree: dict[str, object], problems: Problems) -> None:
        self._tree = tree
        self._problems = problems
        self._misspelt = misspelt_ids(tree)
        self._compared = 0

    def read(self) -> Decoded:
        """The whole tree."""
        before = bool(self._problems)
        tables: Tables = {table: self._table(table) for table in KINDS}
        head = cast(Head, self._part(_head(self._tree), Head, ()))
        if isinstance(head.dossier, int) and head.dossier != VERSION:
            _note_version(head.dossier, self._problems)
        if not self._problems and not before:  # an error that the strict conversion finds must never pass unreported
            self._problems.report(UNREADABLE, (), "the file does not have the shape of a dossier")
        return Decoded(head, tables)

    def _table(self, table: str) -> list[tuple[int, Record]]:
        rows, hint = self._tree.get(table, []), f"begin each entry with [[{table}]]"
        if not isinstance(rows, list):
            what = f"`{table}` is {type_in_words(rows)}, not a list of tables"
            self._problems.report(WRONG_TYPE, (table,), what, hint)
            return []
        read = []
        for index, row in enumerate(rows):
            if isinstance(row, dict):
                read.append((index, self._record(row, KINDS[table].record_type, (table, index))))
            else:
                what = f"an entry of `{table}` is {type_in_words(row)}, not a table"
                self._problems.report(WRONG_TYPE, (table, index), what, hint)
        return read

    def _record(self, row: dict[str, object], record_type: type[Record], path: TreePath) -> Record:
        """One record; only an invalid one is read field by field."""
        try:
            return msgspec.convert(row, record_type, dec_hook=decode_custom)
        except ValidationError:
            return cast(Record, self._part(row, record_type, path))

    def _part(self, row: dict[str, object], part_type: type[Part], path: TreePath) -> Part:
        """One table as `part_type`, with every field that can be read; required ones that cannot are `MISSING`."""
        known = _fields(part_type)
        keys = (*known, *(() if path else KINDS))
        values: dict[str, Any] = {}
        for key, value in row.items():
            if (info := known.get(key)) is None:
                self._problems.report(
                    UNKNOWN_KEY,
                    (*path, key),
                    f"unknown key “{key[:60]}” in {_place(part_type, path)}",
                    self._nearest_key(key, keys) or f"it is ignored; known keys: {', '.join(keys)}",
                )
                continue
            read = self._value(value, info.type, (*path, key))
            if read is not MISSING:
                values[info.name] = read
        for name, info in known.items():
            if info.required:
                if name not in row:
                    what = f"{_place(part_type, path)} has no `{name}`"
                    self._problems.report(MISSING_KEY, path, what, _needed(info))
                values.setdefault(info.name, MISSING)
        return part_type(**values)

    def _nearest_key(self, key: str, keys: tuple[str, ...]) -> str:
        """`did you mean “x”?` for an unknown key, or nothing. Comparing is slow; only the first keys are compared."""
        self._compared += 1
        return nearest(key, keys) if self._compared <= _COMPARED else ""

    def _value(self, value: object, kind: Any, path: TreePath) -> Any:
        """`value` as `kind`, or `MISSING` after reporting why not. Lists keep the elements that can be read."""
        try:
            return msgspec.convert(value, kind, dec_hook=decode_custom)
        except ValidationError as error:
            if Cites in options(kind):
                return self._cites(value, path)
            inner = item_type(kind)
            if inner is not None and isinstance(value, list):
                read = (
                    self._part(item, inner, (*path, index))
                    if isinstance(item, dict) and isinstance(inner, type) and issubclass(inner, Part)
                    else self._value(item, inner, (*path, index))
                    for index, item in enumerate(value)
                )
                return tuple(read)
            key = _key(path)
            rule, what, hint = explain(str(error), value, kind, key)
            if rule is BAD_ID and (spelling := self._misspelt.get(str(value))):
                hint = f'write {key} = "{spelling}": {hint}'
            self._problems.report(rule, path, f"`{key}`: {what}", hint)
            return MISSING

    def _cites(self, value: object, path: TreePath) -> Any:
        """Cites, of which those that cannot be read name no source; `MISSING` for a single one that cannot be read."""
        if isinstance(value, list) and value:
            return Cites(self._cite(item, (*path, index)) for index, item in enumerate(value))
        try:
            return parse_cites(self._respelt(value))
        except BadCite as error:
            self._note_bad_cite(error, value, path)
            return MISSING

    def _cite(self, value: object, path: TreePath) -> Cite:
        try:
            return parse_cite(self._respelt(value))
        except BadCite as error:
            self._note_bad_cite(error, value, path)
            return _NO_CITE

    def _note_bad_cite(self, error: BadCite, value: object, path: TreePath) -> None:
        """Report what is wrong with a cite at the key of its table that is at fault, or where it begins."""
        what, hint = split_hint(str(error))
        if near := next(filter(None, (nearest_term(error.word, terms) for terms in error.allowed)), ""):
            hint = f"{near} {hint}"
        place = (*path, error.key) if isinstance(value, dict) and error.key in value else path
        self._problems.report(BAD_CITE, place, f"`{_key(path)}`: {what}", hint)

    def _respelt(self, value: object) -> object:
        """A cite with the valid spelling of its source, where that is known."""
        if isinstance(value, str):
            source, mark, rest = value.partition("#")
            return f"{self._misspelt.get(source, source)}{mark}{rest}"
        if isinstance(value, dict) and isinstance(name := value.get("source"), str):
            return {**value, "source": self._misspelt.get(name, name)}
        return value


@cache
def _fields(part_type: type[Part]) -> dict[str, FieldInfo]:
    return {info.encode_name: info for info in fields(part_type)}


def _place(part_type: type[Part], path: TreePath) -> str:
    if not path:
        return "the dossier"
    return f"this entry of `{path[0]}`" if issubclass(part_type, Record) else f"this entry of `{path[-2]}`"


def _needed(info: FieldInfo) -> str:
    if info.encode_name == "dossier":
        return "begin the file with dossier = 1"
    words = allowed_words(info.type)
    return f"add `{info.encode_name}`" + (f": one of {', '.join(words)}" if words else "")


def _key(path: TreePath) -> str:
    return next((part for part in reversed(path) if isinstance(part, str)), "")
