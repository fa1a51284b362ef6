"""Records as JSON: an array with an object for each record, with the keys and values of the dossier."""

from __future__ import annotations

import json
from collections.abc import Iterable

from tui.dossier.kinds import Record
from tui.export.record_values import record_values


def serialize(kind: type[Record], records: Iterable[Record]) -> str:
    """The records as JSON in ASCII; `kind` is the type of all of them."""
    return json.dumps([record_values(record) for record in records], indent=2, allow_nan=False) + "\n"
