"""Reads CSV back into records, by the rules that the guide states: so that nothing may be lost on the way out."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec

from tui.dossier.dossier import Dossier
from tui.dossier.format.decode import decode_custom
from tui.dossier.kinds import KINDS, Head, Part, Record
from tui.export.tables.keys import Key, keys_of

Row = dict[str, str]


def rows_of(text: str, delimiter: str = ",") -> list[Row]:
    """The rows of a CSV file, with what protects cells from being computed taken off again."""
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    return [{name: unescaped_formula(cell) for name, cell in row.items()} for row in reader]


def unescaped_formula(cell: str) -> str:
    """A cell without the apostrophe that protects it."""
    return cell[1:] if re.match(r"'+[=+\-@\t\r\n＝＋－＠]", cell) else cell


def split(text: str, mark: str) -> list[str]:
    """The parts of a text between marks that have no backslash before them, with their backslashes."""
    return re.findall(rf"(?:^|{re.escape(mark)})((?:[^\\{mark[0]}]|\\.)*)", text, re.DOTALL) if text else []


def plain(text: str) -> str:
    """A text without the backslashes before its marks."""
    return re.sub(r"\\(.)", r"\1", text, flags=re.DOTALL)


def record_of_row(table: str, row: Mapping[str, str]) -> Record:
    """The record of a row that `list --format csv` printed."""
    values: dict[str, Any] = {"id": row["id"]}
    for key in keys_of(KINDS[table]):
        value = _listed(table, key, row[key.name])
        if value or (value == [] and key.name == "by" and table == "claims"):
            values[key.name] = value
    kind: type[Record] = KINDS[table].record_type
    return convert(values, kind)


P = TypeVar("P", bound=Part)


def convert(values: Any, kind: type[P]) -> P:
    """Plain values as a record."""
    return msgspec.convert(values, kind, dec_hook=decode_custom, strict=False)


def _listed(table: str, key: Key, cell: str) -> Any:
    if not key.is_list:
        return cell
    items = split(cell, "; ")
    match key.shape:
        case "cites":
            return [_cite(item) for item in items]
        case "parts":
            return [_part(keys_of(KINDS[table], key.name), item) for item in items]
    return list(map(plain, items))


def _part(keys: tuple[Key, ...], item: str) -> dict[str, Any]:
    known = {key.name: key for key in keys}
    first, *others = split(item, ", ")
    values: dict[str, Any] = {keys[0].name: plain(first)}
    for other in others:
        name, _, value = other.partition("=")
        if known[name].shape == "cites":
            values.setdefault(name, []).append(_cite(plain(value)))
        else:
            values[name] = plain(value)
    return values


_CITE = re.compile(
    r"(?P<place>(?:[^\\“{(]|\\.)*?)"
    r"(?: (?:\{(?P<prefix>(?:[^\\}]|\\.)*)\})?“(?P<exact>(?:[^\\”]|\\.)*)”(?:\{(?P<suffix>(?:[^\\}]|\\.)*)\})?)?"
    r"(?: \((?P<stance>\w+)(?:, (?P<grade>(?:[^\\)]|\\.)*))?\))?",
    re.DOTALL,
)


def _cite(item: str) -> dict[str, Any]:
    match = _CITE.fullmatch(item)
    assert match is not None, item
    found = {name: plain(value) for name, value in match.groupdict().items() if value is not None}
    source, _, place = found.pop("place").partition("#")
    values: dict[str, Any] = {"source": source, **found}
    for part in filter(None, place.split("&")):
        name, mark, value = part.partition("=")
        values |= {name: value} if mark else {"p": part.removeprefix("p")}
    return values


def dossier_of_files(files: Mapping[str, str], delimiter: str = ",") -> Dossier:
    """The dossier of a folder of CSV, name -> text."""
    return dossier_of_tables({name.removesuffix(".csv"): rows_of(text, delimiter) for name, text in files.items()})


def dossier_of_tables(tables: Mapping[str, list[Any]]) -> Dossier:
    """The dossier of tables of rows, column -> value; of its columns only those that are its own are read."""
    head: dict[str, Any] = {}
    for row in tables["dossier"]:
        if not row["key"].startswith("exported_"):
            head.setdefault(row["key"], []).append(row["value"])
    lists: dict[tuple[str, str], list[Any]] = {}
    for row in tables["links"]:
        lists.setdefault((row["record"], row["key"]), []).append(row["target"])
    for row in tables["list_values"]:
        lists.setdefault((row["record"], row["key"]), []).append(row["value"])
    for row in tables["cites"]:
        lists.setdefault((row["record"], row["key"]), []).append(_cite_of_row(row))
    for table, kind in KINDS.items():
        for part in kind.parts:
            for row in tables[f"{table}_{part}"]:
                key = f"{part}[{row['number']}]."
                values = _values(row, keys_of(kind, part), lists, row["record"], key)
                lists.setdefault((row["record"], part), []).append(values)
    made: dict[str, list[tuple[int, Record]]] = {}
    for table, kind in KINDS.items():
        made[table] = [
            (number, convert({"id": row["id"], **_values(row, keys_of(kind), lists, row["id"], "")}, kind.record_type))
            for number, row in enumerate(tables[table])
        ]
    one = {key: values if key in ("editors", "sides") else values[0] for key, values in head.items()}
    return Dossier(convert(one, Head), made)


def _values(
    row: Mapping[str, Any], keys: tuple[Key, ...], lists: Mapping[tuple[str, str], list[Any]], record: str, before: str
) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key in keys:
        if key.is_list:
            if (items := lists.get((record, before + key.name))) is not None or key.name == "by":
                values[key.name] = items or []
        elif row[key.name] not in (None, ""):
            values[key.name] = row[key.name]
    return values


def _cite_of_row(row: Mapping[str, Any]) -> dict[str, Any]:
    values = {key: row[key] for key in ("source", "exact", "prefix", "suffix", "stance", "grade") if row[key]}
    if row["first_paragraph"]:
        values["p"] = f"{row['first_paragraph']}-{row['last_paragraph']}"
    for part in filter(None, (row["locator"] or "").split("&")):
        name, _, value = part.partition("=")
        values[name] = value
    return values
