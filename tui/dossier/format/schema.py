"""The JSON Schema of the format, for editors that complete and check TOML, generated from the registry of kinds."""

from __future__ import annotations

from typing import Any

from tui.dossier.kinds import KINDS, Head
from tui.dossier.values.cite import Cites
from tui.dossier.values.dates import Date

_SPAN = "[a-z0-9]+(-[a-z0-9]+)*"
_ONE_CITE: dict[str, Any] = {
    "anyOf": [
        {"type": "string", "pattern": f"^{_SPAN}(#p[1-9][0-9]{{0,5}}(-[1-9][0-9]{{0,5}})?)?$"},
        {
            "type": "object",
            "properties": {
                "source": {"type": "string", "pattern": f"^{_SPAN}$"},
                "p": {
                    "anyOf": [
                        {"type": "integer", "minimum": 1},
                        {"type": "string", "pattern": "^[1-9][0-9]{0,5}(-[1-9][0-9]{0,5})?$"},
                    ]
                },
                "exact": {"type": "string", "minLength": 1},
                "prefix": {"type": "string"},
                "suffix": {"type": "string"},
            },
            "required": ["source"],
            "additionalProperties": False,
        },
    ]
}


def _custom(kind: type) -> dict[str, Any]:
    if kind is Cites:
        return {
            "description": "Where the source says so: source, source#p5, source#p5-6, a table, or a list of these.",
            "anyOf": [*_ONE_CITE["anyOf"], {"type": "array", "items": _ONE_CITE, "minItems": 1}],
        }
    if kind is Date:
        return {
            "description": "EDTF: 1974, 1974-09, 1974-09-14, a/b, a/.., each with ? ~ or % at its end. "
            "Only a date the source prints.",
            "type": "string",
            "pattern": r"^(\.\.|[0-9]{4}(-[0-9]{2}){0,2}[?~%]?)(/(\.\.|[0-9]{4}(-[0-9]{2}){0,2}[?~%]?))?$",
        }
    raise NotImplementedError(kind)


def json_schema() -> dict[str, Any]:
    """The schema of format version 1 (JSON Schema 2020-12): the head's keys, then the tables in their order."""
    from msgspec.json import schema_components

    _, definitions = schema_components(
        [Head, *(kind.record_type for kind in KINDS.values())],
        schema_hook=_custom,
        ref_template="#/$defs/{name}",
    )
    head = definitions.pop(Head.__name__)
    head["properties"]["dossier"]["const"] = 1
    for kind in KINDS.values():
        name = kind.record_type.__name__
        definitions[name]["title"] = kind.singular.capitalize()
        head["properties"][kind.table] = {
            "type": "array",
            "items": {"$ref": f"#/$defs/{name}"},
            "default": [],
        }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **head,
        "title": "Conflict dossier, version 1",
        "description": "The whole file.",
        "$defs": definitions,
    }


def schema_text() -> str:
    """The text of the bundled schema file: indented JSON with a final line feed."""
    import json

    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"
