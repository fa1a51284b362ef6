"""A dossier that has every key of every table, made from the record types, and a writer that knows where each stands.

A key that is added to the format is in it by itself, with a value of its type; only one that has to hold something
particular is named in `_PARTICULAR`. Knows no fault: those are the generator's.
"""

from __future__ import annotations

import copy
import datetime
import json
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

from msgspec import inspect

from tui.dossier.kinds import KINDS, Head, Reference, Role
from tui.dossier.kinds.head import SIDES
from tui.dossier.values.cite import Cites

Path = tuple[str | int, ...]
Tree = dict[str, Any]

PER_TABLE = 2
_ABBREVIATIONS = {table: table[:2] for table in KINDS}


class Key(NamedTuple):
    """One key of the format: where it stands in the base, its type, and what it refers to if it does."""

    path: Path
    name: str
    type: inspect.Type
    required: bool
    reference: Reference | None

    @property
    def where(self) -> str:
        """`quotes.speaker`, for the name of a case."""
        return ".".join(str(step) for step in self.path if isinstance(step, str))

    @property
    def table(self) -> str:
        """The table it is in, empty at the top of the file."""
        return str(self.path[0]) if len(self.path) > 1 else ""


class Raw(str):
    """TOML as it is to be written, such as `0x1F` or `nan`."""

    __slots__ = ()


def bare(kind: inspect.Type) -> inspect.Type:
    """A type without its description and without None."""
    while isinstance(kind, inspect.Metadata | inspect.UnionType):
        if isinstance(kind, inspect.Metadata):
            kind = kind.type
        else:
            kind = next(one for one in kind.types if not isinstance(one, inspect.NoneType))
    return kind


def is_prose(key: Key) -> bool:
    """Whether any text may stand there, or a list of them."""
    kind = bare(key.type)
    if isinstance(kind, inspect.VarTupleType):
        kind = bare(kind.item_type)
    return isinstance(kind, inspect.StrType) and kind.pattern is None and key.reference is None


def is_list(key: Key) -> bool:
    """Whether a list stands there."""
    return isinstance(bare(key.type), inspect.VarTupleType)


def ident(table: str, number: int) -> str:
    """The id of a record of the base."""
    return f"{_ABBREVIATIONS[table]}-{number}"


_DROPPED: dict[tuple[str, int], tuple[str, ...]] = {
    ("alliances", 0): ("from", "to"),
    ("alliances", 1): ("between",),
    ("actors", 0): ("part_of",),
    ("events", 0): ("after",),
    ("sources", 1): ("key",),
}
"""Keys that a record of the base must do without, because they exclude others, would run in a circle or may not
be alike."""

_PARTICULAR: dict[str, Any] = {
    "dossier": 1,
    "sides": [ident("actors", 0), ident("actors", 1)],
    "actors.code": "XA",
    "actors.wikidata": "Q42",
    "ledger.of": ident("actors", 1),
    "sources.kind": "report",
    "sources.url": "https://example.org/report",
    "sources.archive": "https://example.org/archive/report",
    "sources.sha256": "0" * 64,
    "sources.grade": "B2",
    "sources.text": "copy.txt",
    "alliances.between": [ident("actors", 0), ident("actors", 1)],
    "alliances.from": ident("actors", 0),
    "alliances.to": ident("actors", 1),
    "alliances.sign": "+",
    **{f"{table}.denied_by": [ident("actors", 1)] for table in ("alliances", "ledger", "claims", "events")},
}
"""Values that the rules ask for; everything else is made from its type."""

CITE: list[Any] = [
    f"{ident('sources', 0)}#p2",
    f"{ident('sources', 1)}#p3-5",
    {"source": ident("sources", 0), "p": 4, "exact": "exact words", "prefix": "before", "suffix": "after"},
]


def _reference(table: str, key: str) -> Reference | None:
    if not table:
        return SIDES if key == SIDES.key else None
    references = (one for kind in KINDS.values() for one in kind.references if (one.part or kind.table) == table)
    return next((one for one in references if one.key == key), None)


def targets(reference: Reference) -> list[str]:
    """The tables that a reference may lead to."""
    return [table for table in KINDS if reference.admits(table)]


def _value(place: str, kind: inspect.Type, reference: Reference | None) -> Any:
    if place in _PARTICULAR:
        return copy.deepcopy(_PARTICULAR[place])
    kind = bare(kind)
    if reference is not None:
        one = ident(targets(reference)[0], 0)
        return [one] if isinstance(kind, inspect.VarTupleType) else one
    match kind:
        case inspect.StrType():
            return f"Words of {place}"
        case inspect.LiteralType(values):
            return "contested" if "reported" in values else sorted(map(str, values))[-1]
        case inspect.BoolType():
            return True
        case inspect.IntType():
            return 1
        case inspect.CustomType(cls):
            return copy.deepcopy(CITE) if cls is Cites else "1974-09-14"
        case inspect.VarTupleType(item):
            return [_value(place, item, None)]
        case inspect.StructType(_, fields):
            table = place.rpartition(".")[2]
            return {
                field.encode_name: _value(
                    f"{place}.{field.encode_name}", field.type, _reference(table, field.encode_name)
                )
                for field in fields
            }
    raise AssertionError(f"tests/hostile/base.py cannot make a value for {place} of type {kind}")


def tree() -> Tree:
    """The base: a valid dossier, without any warning, that has every key. A new copy each time."""
    made: Tree = json.loads(_base())
    return made


@cache
def _base() -> str:
    made: Tree = {}
    for field in _fields(Head):
        made[field.encode_name] = _value(field.encode_name, field.type, _reference("", field.encode_name))
    for table in KINDS:
        made[table] = [_record(table, number) for number in range(PER_TABLE)]
    return json.dumps(made)


def _record(table: str, number: int) -> Tree:
    row: Tree = {}
    for field in _fields(KINDS[table].record_type):
        key = field.encode_name
        if key not in _DROPPED.get((table, number), ()):
            row[key] = (
                ident(table, number) if key == "id" else _value(f"{table}.{key}", field.type, _reference(table, key))
            )
    if table == "actors" and number:  # no two actors have one name or alias
        row["name"], row["aliases"] = f"{row['name']} {number}", [f"{alias} {number}" for alias in row["aliases"]]
    return row


def _fields(kind: type) -> tuple[inspect.Field, ...]:
    info = inspect.type_info(kind)
    assert isinstance(info, inspect.StructType)
    return info.fields


@cache
def keys() -> tuple[Key, ...]:
    """Every key of the format, at the first place of the base that has it; tables themselves apart."""
    return tuple(_keys(tree()))


def _keys(base: Tree) -> Iterator[Key]:
    for field in _fields(Head):
        name = field.encode_name
        yield Key((name,), name, field.type, field.required, _reference("", name))
    for table, kind in KINDS.items():
        for field in _fields(kind.record_type):
            name = field.encode_name
            number = next(number for number, row in enumerate(base[table]) if name in row)
            yield Key((table, number, name), name, field.type, field.required, _reference(table, name))
    for field in _fields(Role):
        name = field.encode_name
        yield Key(("actors", 0, "roles", 0, name), name, field.type, field.required, _reference("roles", name))


def at(whole: Tree, path: Path) -> Any:
    """The value that stands at `path`."""
    found: Any = whole
    for step in path:
        found = found[step]
    return found


def changed(path: Path, value: Any) -> Tree:
    """The base with `value` at `path`."""
    made = tree()
    at(made, path[:-1])[path[-1]] = value
    return made


class Written(NamedTuple):
    """TOML, and the line on which each record and each of its keys begins."""

    text: str
    lines: dict[Path, int]

    def line(self, path: Path) -> int:
        """The line of `path`, or of the nearest table around it that has a line of its own."""
        while path not in self.lines:
            path = path[:-1]
        return self.lines[path]


def write(whole: Tree) -> Written:
    """A tree as TOML 1.0: one line a key, lists and tables inside a record on the line of their key."""
    rows: list[str] = []
    lines: dict[Path, int] = {(): 1}
    tables = {name: rows for name, rows in whole.items() if name in KINDS and _is_table_array(rows)}
    for name, value in whole.items():
        if name not in tables:
            rows.append(f"{_key(name)} = {_toml(value)}")
            lines[name,] = len(rows)
    for name, records in tables.items():
        for number, record in enumerate(records):
            rows += ["", f"[[{_key(name)}]]"]
            lines[name, number] = len(rows)
            for key, value in record.items():
                rows.append(f"{_key(key)} = {_toml(value)}")
                lines[name, number, key] = len(rows)
    return Written("\n".join(rows) + "\n", lines)


def _is_table_array(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) for one in value)


@lru_cache(4096)
def _key(name: str) -> str:
    return name if name and name.replace("_", "a").replace("-", "a").isalnum() and name.isascii() else quoted(name)


@lru_cache(4096)
def quoted(words: str) -> str:
    """A text as a TOML string on one line; what may not stand there as it is becomes an escape."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")


def _toml(value: Any) -> str:
    if isinstance(value, Raw):
        return value
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_key(key)} = {_toml(one)}" for key, one in value.items()) + " }"
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return repr(value)
