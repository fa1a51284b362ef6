"""Records as JSON, with the keys and values of the dossier: those of one kind in an array, or a whole dossier."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from tui.dossier.kinds import Record
from tui.dossier.values.dates import Date
from tui.export.record_values import record_values
from tui.export.selection import Selection


def serialize(kind: type[Record], records: Iterable[Record]) -> str:
    """The records as JSON in ASCII; `kind` is the type of all of them."""
    return json.dumps([record_values(record) for record in records], indent=2, allow_nan=False) + "\n"


def export(selection: Selection) -> bytes:
    """The dossier as JSON in UTF-8: an object with the keys that the TOML file has, which opens as it does.

    Where another moment than that of the dossier was asked for, it is `as_of`.
    """
    dossier = selection.dossier
    values: dict[str, Any] = record_values(dossier.head)
    if selection.moment_given and isinstance(moment := selection.scope.moment, Date):
        values["as_of"] = moment.text
    for table, records in dossier.tables.items():
        if records:
            values[table] = [record_values(record) for record in records]
    return (json.dumps(values, indent=2, ensure_ascii=False, allow_nan=False) + "\n").encode()
