"""The JSON Schema of the format, for editors that complete and check TOML, generated from the registry of kinds.

It says what JSON Schema can say. What it cannot is listed in the guide to the format: that references lead somewhere,
the order of dates, that quotations stand in their source.
"""

from __future__ import annotations

from typing import Any

from tui.dossier.kinds import KINDS, Head, Tie
from tui.dossier.values.cite import STANCES, Cites
from tui.dossier.values.dates import Date
from tui.dossier.values.locators import LOCATORS, TEXTS, TIMES, value_pattern
from tui.dossier.values.vocabulary import AGAINST, TIE_SIGNS, WITH

Schema = dict[str, Any]

_ID = "[a-z0-9]+(-[a-z0-9]+)*"
_NUMBER = "[1-9][0-9]{0,5}"
_SOME_TEXT = r"\S"
_NO_BLANK_TEXT = r"^$|\S"

_MARK = "[?~%]?"
_YEAR = "(?!-0000)-?[0-9]{4}"
_TIME = r"[Tt ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.,][0-9]+)?)?([Zz]|[+-]([01][0-9]|2[0-3])(:?[0-5][0-9])?)?"
_DAYS_OF_MONTHS = (
    ("0[13578]|1[02]", "0[1-9]|[12][0-9]|3[01]"),
    ("0[469]|11", "0[1-9]|[12][0-9]|30"),
    ("02", "0[1-9]|[12][0-9]"),
)
_DAYS = "|".join(f"({months})-({days})" for months, days in _DAYS_OF_MONTHS)
_MARKED = "|".join(f"{_MARK}({months}){_MARK}(-{_MARK}({days}){_MARK})?" for months, days in _DAYS_OF_MONTHS)
_DATE = (
    f"({_MARK}{_YEAR}{_MARK}(-({_MARKED}))?"
    f"|{_YEAR}-({_DAYS}){_TIME}"
    f"|(-?[0-9]{{2}}([0-9]X|XX)(-XX(-XX)?)?|{_YEAR}-(XX(-XX)?|(0[1-9]|1[0-2])-XX)){_MARK})"
)
"""One date: years, months and days with their marks; a day with a time; a date with digits that are not specified."""
_INTERVAL = rf"({_DATE} */ *({_DATE}|\.\.)|\.\. */ *{_DATE})"
_SPAN = rf"\[ *({_DATE} *\.\. *({_DATE})?|\.\. *{_DATE}) *\]"

_DATE_SCHEMA: Schema = {
    "description": "EDTF: 1974, 1974-09, 1974-09-14, 197X, -0044, each with ? ~ or % at its end; a day with a time; "
    "a/b, a/.., [a..b], [a..]. Only a date the source prints.",
    "type": "string",
    "pattern": f"^ *({_INTERVAL}|{_SPAN}|{_DATE}) *$",
}

_LOCATOR = f"({'|'.join(f'{locator}={value_pattern(locator)}' for locator in LOCATORS)})"
_PLACE = f"(p{_NUMBER}(-{_NUMBER})?(&{_LOCATOR})*|{_LOCATOR}(&{_LOCATOR})*)"


def _locator(locator: str) -> Schema:
    """What the key `locator` of a cite may be: a text of its form, or a number."""
    number: Schema = {"type": "integer", "minimum": 0, "maximum": 999_999}
    what, example = f"The {locator.replace('-', ' ')} in the source, as printed", '`412` or `"412-413"`'
    if locator in TIMES:
        what, example = "The time in a recording: seconds, `mm:ss` or `hh:mm:ss`", '`"00:12:30"` or `"10,20"`'
        number = {"type": "number", "minimum": 0, "exclusiveMaximum": 1_000_000}
    elif locator in TEXTS:
        example = "any text on one line"
    return {
        "description": f"{what}: {example}. No paragraph of a copy.",
        "anyOf": [number, {"type": "string", "pattern": f"^{value_pattern(locator)}$"}],
    }


_ONE_CITE: Schema = {
    "anyOf": [
        {"type": "string", "pattern": f"^{_ID}(#{_PLACE})?$"},
        {
            "type": "object",
            "properties": {
                "source": {"description": "The id of a source.", "type": "string", "pattern": f"^{_ID}$"},
                "p": {
                    "description": 'The number of a paragraph, from 1, or a span of them: `5` or `"5-6"`.',
                    "anyOf": [
                        {"type": "integer", "minimum": 1, "maximum": 999_999},
                        {"type": "string", "pattern": f"^{_NUMBER}(-{_NUMBER})?$"},
                    ],
                },
                "exact": {
                    "description": "Words that stand there exactly so.",
                    "type": "string",
                    "pattern": _SOME_TEXT,
                },
                "prefix": {"description": "The words before them.", "type": "string"},
                "suffix": {"description": "The words after them.", "type": "string"},
                **{locator: _locator(locator) for locator in LOCATORS},
                "stance": {
                    "description": "Whether the source supports what the record says (when left out), disputes it, or "
                    "only mentions it.",
                    "enum": list(STANCES),
                },
                "grade": {
                    "description": "Your rating of this item in the Admiralty code, such as `B2`: a letter from A to F "
                    "for the source, a digit from 1 to 6 for what it says here.",
                    "type": "string",
                },
            },
            "required": ["source"],
            "dependentRequired": {"prefix": ["exact"], "suffix": ["exact"]},
            "additionalProperties": False,
        },
    ]
}


_CITES_SCHEMA: Schema = {
    "description": "Where the source says so: source, source#p5, source#p5-6, source#page=412, a table, or a list of "
    "these.",
    "anyOf": [{"$ref": "#/$defs/Cite"}, {"type": "array", "items": {"$ref": "#/$defs/Cite"}, "minItems": 1}],
}


def json_schema() -> Schema:
    """The schema of format version 1 (JSON Schema 2020-12): the head's keys, then the tables in their order."""
    from msgspec.json import schema_components

    _, definitions = schema_components(
        [Head, *(kind.record_type for kind in KINDS.values())],
        schema_hook=_custom,
        ref_template="#/$defs/{name}",
    )
    definitions = {name: _without_null(_with_texts(definition)) for name, definition in definitions.items()}
    head = definitions.pop(Head.__name__)
    head["properties"]["dossier"]["const"] = 1
    head["patternProperties"] = {
        r"^\$schema$": {"description": "Of a dossier in JSON: where its schema is.", "type": "string"}
    }
    for kind in KINDS.values():
        definition = definitions[kind.record_type.__name__]
        definition["title"] = kind.singular.capitalize()
        if conditions := _conditions(kind.has_status, definition):
            definition["allOf"] = conditions
        head["properties"][kind.table] = {
            "description": f"{definition['description']} Each entry begins with `[[{kind.table}]]`.",
            "type": "array",
            "items": {"$ref": f"#/$defs/{kind.record_type.__name__}"},
            "default": [],
        }
    tie = definitions[Tie.__name__]
    tie["properties"]["between"] |= {"minItems": 2, "uniqueItems": True}
    tie["oneOf"] = [
        {"required": ["between"], "properties": {"from": False, "to": False}},
        {"required": ["from", "to"], "properties": {"between": False}},
    ]
    tie["allOf"] += [_sign_of_kind(sign) for sign in (WITH, AGAINST)]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **head,
        "title": "Conflict dossier, version 1",
        "description": "The whole file.",
        "$defs": {**definitions, "Date": _DATE_SCHEMA, "Cites": _CITES_SCHEMA, "Cite": _ONE_CITE},
    }


def schema_text() -> str:
    """The text of the bundled schema file: indented JSON with a final line feed."""
    import json

    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


def _custom(kind: type) -> Schema:
    """The schema of a type of ours."""
    if kind in (Cites, Date):
        return {"$ref": f"#/$defs/{kind.__name__}"}
    raise NotImplementedError(kind)


def _with_texts(schema: Any) -> Any:
    """A schema in which no text may be only white space."""
    if isinstance(schema, list):
        return [_with_texts(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: _with_texts(value) for key, value in schema.items()}
    if made.get("type") == "string" and not made.keys() & {"pattern", "enum"}:
        made["pattern"] = _SOME_TEXT if made.pop("minLength", 0) else _NO_BLANK_TEXT
    return made


def _without_null(definition: Schema) -> Schema:
    """A definition whose optional keys do not offer null, which TOML has not."""
    for key, found in definition["properties"].items():
        if {"type": "null"} not in found.get("anyOf", ()):
            continue
        options = [option for option in found["anyOf"] if option != {"type": "null"}]
        rest = {name: value for name, value in found.items() if name not in ("anyOf", "default")}
        definition["properties"][key] = {**options[0], **rest} if len(options) == 1 else {"anyOf": options, **rest}
    return definition


def _conditions(has_status: bool, definition: Schema) -> list[Schema]:
    """What the status of a statement demands."""
    if not has_status:
        return []
    filled: Schema = {"minItems": 1}
    by: Schema = {"required": ["by"], "properties": {"by": filled}}
    quoted: Schema = {"required": ["quotes"], "properties": {"quotes": filled}}
    attributed = {"anyOf": [by, quoted]} if "quotes" in definition["properties"] else by
    if "by" in definition["required"]:  # an empty list of speakers says nothing, whatever the status
        definition["properties"]["by"]["minItems"] = 1
    return [
        _when_status_is(["contested", "denied"], by),
        _when_status_is(["denied"], {"required": ["denied_by"], "properties": {"denied_by": filled}}),
        _when_status_is(["attributed"], attributed),
    ]


def _when_status_is(statuses: list[str], demanded: Schema) -> Schema:
    return {"if": {"required": ["status"], "properties": {"status": {"enum": statuses}}}, "then": demanded}


def _sign_of_kind(sign: str) -> Schema:
    """That a kind of tie with a sign of its own has no other."""
    kinds = [kind for kind, own in TIE_SIGNS.items() if own == sign]
    return {
        "if": {"required": ["kind"], "properties": {"kind": {"enum": kinds}}},
        "then": {"properties": {"sign": {"const": sign}}},
    }
