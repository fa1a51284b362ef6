"""Records as plain data: for JSON as they were written, for CSV one flat row each. May not know where it goes."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any

from tui.dossier.kinds import Part, Record
from tui.dossier.values.cite import Cite, Cites
from tui.dossier.values.dates import Date

Plain = str | int | bool | float | list["Plain"] | dict[str, "Plain"] | None


def record_values(record: Part) -> dict[str, Any]:
    """A record as it would be written in the file: keys of the format, empty ones left out."""
    found: dict[str, Any] = {}
    for name, key in zip(record.__struct_fields__, record.__struct_encode_fields__, strict=True):
        value = _plain(getattr(record, name))
        if value not in (None, "", [], {}):
            found[key] = value
    return found


def _plain(value: object) -> Any:
    if isinstance(value, Date):
        return value.text
    if isinstance(value, Cites):
        return [_cite(cite) for cite in value]
    if isinstance(value, Part):
        return record_values(value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value


def _cite(cite: Cite) -> Any:
    if not cite.exact:
        return _short(cite)
    found: dict[str, Any] = {"source": str(cite.source)}
    if cite.first:
        found["p"] = cite.first if cite.first == cite.last else f"{cite.first}-{cite.last}"
    for key in ("exact", "prefix", "suffix"):
        if value := getattr(cite, key):
            found[key] = str(value)
    return found


def _short(cite: Cite) -> str:
    if not cite.first:
        return str(cite.source)
    return f"{cite.source}#p{cite.first}" + (f"-{cite.last}" if cite.last != cite.first else "")


def to_csv(kind: type[Record], records: Iterable[Record]) -> str:
    """Records of one kind as CSV: a header, then a row each. Lists are joined with `; `, formulas are defused."""
    import csv

    keys: Sequence[str] = kind.__struct_encode_fields__
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, lineterminator="\n")
    writer.writerow(keys)
    for record in records:
        row = record_values(record)
        writer.writerow([_cell(row.get(key)) for key in keys])
    return sheet.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return _defused("; ".join(_flat(one) for one in value))
    return _defused(str(value))


def _flat(value: Any) -> str:
    if not isinstance(value, dict):
        return str(value)
    if "title" in value:
        return f"{value['title']}, {value['of']}" if "of" in value else str(value["title"])
    where = f"#p{value['p']}" if "p" in value else ""
    return f"{value['source']}{where} “{value['exact']}”"


def _defused(text: str) -> str:
    """A cell that a spreadsheet would take for a formula begins with an apostrophe."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠") else text
