"""Records as CSV: a header, then one row per record."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from tui.dossier.kinds import Record
from tui.dossier.values.locators import LOCATORS
from tui.export.record_values import record_values

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_LONE_SIGNS = ("+", "-")
"""The values of `sign`, which no spreadsheet takes for a formula."""


def serialize(kind: type[Record], records: Iterable[Record]) -> str:
    """The records of one kind as CSV. Lists are joined with `; `, and what looks like a formula is escaped."""
    keys: Sequence[str] = kind.__struct_encode_fields__
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(keys)
    for record in records:
        values = record_values(record)
        writer.writerow([_cell(values.get(key)) for key in keys])
    return text.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return escape_formula("; ".join(_list_item(item) for item in value))
    return escape_formula(str(value))


def _list_item(value: Any) -> str:
    """A string as it is; a role as `title, actor`; a cite as `source#p1&page=4 “words” (disputes, B2)`.

    The words around exact words stand between braces: `{before }“words”{ after}`.
    """
    if not isinstance(value, dict):
        return str(value)
    if "title" in value:
        return f"{value['title']}, {value['of']}" if "of" in value else str(value["title"])
    paragraphs = [f"p{value['p']}"] if "p" in value else []
    place = "&".join([*paragraphs, *(f"{key}={value[key]}" for key in value if key in LOCATORS)])
    parts = [f"{value['source']}#{place}" if place else str(value["source"])]
    if "exact" in value:
        before, after = (f"{{{value[key]}}}" if key in value else "" for key in ("prefix", "suffix"))
        parts.append(f"{before}“{value['exact']}”{after}")
    if marks := [value[key] for key in ("stance", "grade") if key in value]:
        parts.append(f"({', '.join(marks)})")
    return " ".join(parts)


def escape_formula(text: str) -> str:
    """Put an apostrophe before a cell that a spreadsheet would compute."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) and text not in _LONE_SIGNS else text
