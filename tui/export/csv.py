r"""Records as CSV: a header, then one row per record. Nothing is lost.

What a record has several of is joined with `; `. A backslash stands before a semicolon or a backslash that belongs to
one of them; in a cite or a table also before a mark that would mean something else there.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Any

from msgspec.structs import fields

from tui.dossier.kinds import Part, Record
from tui.dossier.values.cite import SUPPORTS, Cite, Cites
from tui.dossier.values.dates import Date
from tui.export.csv_cells import cell_text
from tui.export.tables.table import JOINT

_IN_LISTS = re.compile(r"[\\;]")
_IN_TABLES = re.compile(r"[\\;,]")
_IN_CITES = re.compile(r"[\\;,(){}“”]")


def serialize(kind: type[Record], records: Iterable[Record]) -> str:
    """The records of one kind as CSV; what looks like a formula is escaped."""
    attributes: Sequence[str] = kind.__struct_fields__
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(kind.__struct_encode_fields__)
    for record in records:
        writer.writerow([cell_text(_value(getattr(record, attribute))) for attribute in attributes])
    return text.getvalue()


def _value(value: Any) -> Any:
    if isinstance(value, Date):
        return value.text
    if isinstance(value, Cites):
        return JOINT.join(map(_cite, value))
    if isinstance(value, tuple):
        return JOINT.join(_table(item) if isinstance(item, Part) else _escaped(item, _IN_LISTS) for item in value)
    return value


def _table(part: Part) -> str:
    """A table in a list: `envoy, of=league, since=1975, cite=gazette#p2`. The first key that each has goes unnamed."""
    written = []
    for number, info in enumerate(fields(part)):
        value = getattr(part, info.name)
        for item in value if isinstance(value, tuple) else (value,):
            if item not in (None, ""):
                text = _escaped(_cite(item) if isinstance(item, Cite) else _plain(item), _IN_TABLES)
                written.append(text if not number and info.required else f"{info.encode_name}={text}")
    return ", ".join(written)


def _plain(value: object) -> str:
    """A value of a table in a list as text."""
    if isinstance(value, Date):
        return value.text
    return str(value).lower() if isinstance(value, bool) else str(value)


def _cite(cite: Cite) -> str:
    """`source#p1&page=4 {before }“words”{ after} (disputes, B2)`; a stance that is left out means that it supports."""
    parts = [_escaped(cite.short_form, _IN_CITES)]
    if cite.exact:
        before, after = (f"{{{_escaped(text, _IN_CITES)}}}" if text else "" for text in (cite.prefix, cite.suffix))
        parts.append(f"{before}“{_escaped(cite.exact, _IN_CITES)}”{after}")
    marks: list[str] = [cite.stance] if cite.stance != SUPPORTS or cite.grade else []
    marks += [_escaped(cite.grade, _IN_CITES)] if cite.grade else []
    if marks:
        parts.append(f"({', '.join(marks)})")
    return " ".join(parts)


def _escaped(text: str, marks: re.Pattern[str]) -> str:
    return marks.sub(r"\\\g<0>", text)
