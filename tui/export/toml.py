"""A record as TOML, with the keys that its file has."""

from __future__ import annotations

import json
import re
from typing import Any

from tui.dossier.kinds import Record
from tui.export.record_values import record_values

_BARE_KEY = re.compile("[A-Za-z0-9_-]+")


def record_as_toml(record: Record) -> str:
    """A record as a table of a dossier, as `[[quotes]]`, without a line feed at its end."""
    lines = [f"{_key(key)} = {_value(value)}" for key, value in record_values(record).items()]
    return "\n".join([f"[[{record.TABLE}]]", *lines])


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)  # a string of JSON is one of TOML
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{_key(key)} = {_value(each)}' for key, each in value.items())} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    return str(value)


def _key(key: str) -> str:
    return key if _BARE_KEY.fullmatch(key) else json.dumps(key, ensure_ascii=False)
