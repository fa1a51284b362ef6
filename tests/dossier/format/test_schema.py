"""The JSON Schema for editors: valid, complete, and of one mind with the loader about what a dossier may be."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from msgspec.structs import fields

from tests.dossiers import MINIMAL, SMALL, Raw, codes_of, dossier_of, load_text, record, toml, tree_of
from tui import paths
from tui.dossier.format.schema import schema_text
from tui.dossier.kinds import KINDS, Head, Part, Role
from tui.dossier.values.vocabulary import TIE_SIGNS

KEYS = {
    "": "dossier title summary as_of lang licence editors sides",
    "sources": "id key title kind author container publisher issued accessed url lang text grade note",
    "actors": "id name kind aliases code wikidata side part_of roles summary cite",
    "roles": "title of since until cite",
    "quotes": "id speaker text cite mode to about act attribution channel lang translation date date_text note",
    "alliances": "id between from to kind status cite sign provisions terms level start end date_text by denied_by "
    "quotes note",
    "events": "id title cite date date_text kind actors place after status",
    "ledger": "id expecting of expected outcome voiced cite stated response quotes counter alliance status date "
    "date_text",
    "claims": "id text by status cite denied_by about quotes counter",
}
"""The keys that the design of the format gives each table."""

REQUIRED = {
    "": "dossier title",
    "sources": "id title kind",
    "actors": "id name kind",
    "roles": "title",
    "quotes": "id speaker text cite",
    "alliances": "id kind status cite",
    "events": "id title cite",
    "ledger": "id expecting of expected outcome voiced cite",
    "claims": "id text by status cite",
}


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    made: dict[str, Any] = json.loads(schema_text())
    return made


@pytest.fixture(scope="module")
def validator(schema: dict[str, Any]) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(schema)


def as_json(value: Any) -> Any:
    """A TOML tree as an editor shows it to the schema: dates are strings."""
    if isinstance(value, dict):
        return {key: as_json(one) for key, one in value.items()}
    if isinstance(value, list):
        return [as_json(one) for one in value]
    return value.isoformat() if isinstance(value, datetime.date | datetime.time) else value


def table_in(schema: dict[str, Any], table: str) -> dict[str, Any]:
    """The part of the schema about one table."""
    if not table:
        return schema
    kind: type[Part] = Role if table == "roles" else KINDS[table].record_type
    part: dict[str, Any] = schema["$defs"][kind.__name__]
    return part


def test_it_is_valid_and_says_which_draft_it_follows(schema: dict[str, Any]) -> None:
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(schema)


def test_its_text_is_json_that_ends_in_a_line_feed() -> None:
    text = schema_text()
    assert json.loads(text)["title"] == "Conflict dossier, version 1"
    assert text.endswith("\n}\n")


def test_it_stands_beside_the_bundled_dossier_which_names_it() -> None:
    with open(paths.content("karabakh.toml"), encoding="utf-8") as file:
        assert file.readline() == "#:schema ./dossier.schema.json\n"
    with open(paths.content("dossier.schema.json"), encoding="utf-8") as file:
        assert file.read() == schema_text()


@pytest.mark.parametrize("table", KEYS)
def test_it_has_every_key_of_the_format(schema: dict[str, Any], table: str) -> None:
    assert set(KEYS[table].split()) <= set(table_in(schema, table)["properties"])


@pytest.mark.parametrize(
    "kind", [Role, *(kind.record_type for kind in KINDS.values())], ids=lambda kind: str(kind.__name__)
)
def test_it_has_exactly_the_keys_that_the_loader_reads(schema: dict[str, Any], kind: type[Part]) -> None:
    assert set(schema["$defs"][kind.__name__]["properties"]) == {info.encode_name for info in fields(kind)}


def test_its_top_has_the_keys_of_the_head_and_the_tables_in_their_order(schema: dict[str, Any]) -> None:
    assert list(schema["properties"]) == [*(info.encode_name for info in fields(Head)), *KINDS]


def properties(schema: Any) -> Iterator[tuple[str, Any]]:
    """Every property that a schema declares, wherever, except where a condition only narrows one."""
    if isinstance(schema, dict):
        for key, value in schema.items():
            if key == "properties":
                yield from value.items()
            if key not in ("allOf", "oneOf"):
                yield from properties(value)
    elif isinstance(schema, list):
        for item in schema:
            yield from properties(item)


def test_every_property_has_a_description(schema: dict[str, Any]) -> None:
    found = list(properties(schema))
    assert len(found) >= 119
    assert [name for name, value in found if not value.get("description")] == []


@pytest.mark.parametrize("kind", ["aid", "hostility"])
def test_it_knows_the_sign_of_a_kind_of_tie(validator: jsonschema.Draft202012Validator, kind: str) -> None:
    for sign in "+-":
        text = dossier_of(record("alliances", kind=kind, sign=sign))
        assert validator.is_valid(as_json(tree_of(text))) == (TIE_SIGNS[kind] == sign) == (not codes_of(text))


def test_a_tie_with_a_direction_is_one_shape_and_between_the_other(validator: jsonschema.Draft202012Validator) -> None:
    text = dossier_of(record("alliances", between=None, from_="a", to="b"), record("alliances", id="u"))
    assert validator.is_valid(as_json(tree_of(text)))
    assert codes_of(text) == []


@pytest.mark.parametrize("table", REQUIRED)
def test_it_demands_what_the_format_stars(schema: dict[str, Any], table: str) -> None:
    assert set(table_in(schema, table)["required"]) == set(REQUIRED[table].split())


@pytest.mark.parametrize("table", ["", *KINDS])
def test_the_small_dossier_uses_every_key_of_it(schema: dict[str, Any], table: str) -> None:
    tree = tree_of(SMALL)
    used = {key for row in tree[table] for key in row} if table else set(tree)
    assert set(table_in(schema, table)["properties"]) - used == set()


def _bundled() -> str:
    with open(paths.content("karabakh.toml"), encoding="utf-8") as file:
        return file.read()


GOOD = {
    "the small dossier": SMALL,
    "the bundled dossier": _bundled(),
    "a dossier of nothing": 'dossier = 1\ntitle = "T"\n',
    "minimal records": dossier_of(*map(record, ("quotes", "alliances", "events", "ledger", "claims"))),
}


@pytest.mark.parametrize("text", GOOD.values(), ids=GOOD)
def test_it_accepts(validator: jsonschema.Draft202012Validator, text: str) -> None:
    assert list(validator.iter_errors(as_json(tree_of(text)))) == []
    assert load_text(text).problems == ()


@pytest.mark.parametrize("table", MINIMAL)
@pytest.mark.parametrize("fault", ["unknown", "missing"])
def test_it_rejects_an_unknown_and_a_missing_key(
    validator: jsonschema.Draft202012Validator, table: str, fault: str
) -> None:
    for key in REQUIRED[table].split() if fault == "missing" else ["nonesuch"]:
        text = dossier_of(record(table, **{"id": "z", key: None if fault == "missing" else "x"}))
        assert not validator.is_valid(as_json(tree_of(text))), key


BAD_VALUES = [
    ("", "dossier", 2),
    ("", "dossier", "1"),
    ("", "title", ""),
    ("", "editors", "one"),
    ("", "editors", [""]),
    ("", "sides", [""]),
    ("", "as_of", "soon"),
    ("sources", "issued", "1974-9"),
    ("sources", "author", "one"),
    ("actors", "id", "No Id"),
    ("actors", "id", "x" * 61),
    ("actors", "id", 5),
    ("actors", "name", ""),
    ("actors", "kind", "stat"),
    ("actors", "aliases", [5]),
    ("actors", "part_of", ""),
    ("actors", "roles", [{"of": "a"}]),
    ("actors", "roles", [{"title": ""}]),
    ("actors", "cite", []),
    ("quotes", "speaker", ""),
    ("quotes", "text", ""),
    ("quotes", "text", 5),
    ("quotes", "mode", "verbatim"),
    ("quotes", "act", "say"),
    ("quotes", "attribution", "guess"),
    ("quotes", "to", "b"),
    ("quotes", "date", "14.9.1974"),
    ("quotes", "date", "1974-13"),
    ("quotes", "date", "1974-00"),
    ("quotes", "date", "-0000"),
    ("quotes", "date", "1974-XX-04"),
    ("quotes", "date", "156X-12"),
    ("quotes", "date", "1974-21"),
    ("quotes", "date", "[1974]"),
    ("quotes", "date", "[1974,1975]"),
    ("quotes", "date", "[..]"),
    ("quotes", "date", "1974..1975"),
    ("quotes", "date", "Y17000"),
    ("quotes", "date", "1974-09-31"),
    ("quotes", "date", "1974-02-30"),
    ("quotes", "date", "1974-09-14T25:00"),
    ("quotes", "date", "1974-09-14T07:32?"),
    ("quotes", "date", "../.."),
    ("quotes", "text", " "),
    ("quotes", "note", " "),
    ("quotes", "cite", {"source": "s", "exact": " "}),
    ("quotes", "cite", {"source": "s", "prefix": "x"}),
    ("quotes", "cite", {"source": "s", "suffix": "x"}),
    ("quotes", "cite", {"source": "s", "p": 1_000_000}),
    ("alliances", "between", ["a"]),
    ("alliances", "between", ["a", "b", "a"]),
    ("alliances", "between", None),
    ("alliances", "between", []),
    ("alliances", "from", "a"),
    ("alliances", "to", "a"),
    ("alliances", "status", "contested"),
    ("alliances", "status", "denied"),
    ("alliances", "status", "attributed"),
    ("events", "status", "attributed"),
    ("ledger", "status", "contested"),
    ("claims", "status", "denied"),
    ("claims", "by", []),
    ("quotes", "date", ""),
    ("quotes", "cite", ""),
    ("quotes", "cite", "s#5"),
    ("quotes", "cite", "s#p0"),
    ("quotes", "cite", 5),
    ("quotes", "cite", {"p": 5}),
    ("quotes", "cite", {"source": "s", "p": 0}),
    ("quotes", "cite", {"source": "s", "para": 1}),
    ("quotes", "cite", {"source": "s", "exact": ""}),
    ("quotes", "cite", ["s", 5]),
    ("alliances", "kind", "friendship"),
    ("alliances", "status", "likely"),
    ("alliances", "sign", "±"),
    ("alliances", "provisions", ["defence"]),
    ("alliances", "between", "a"),
    ("alliances", "start", "1974/"),
    ("events", "status", "true"),
    ("events", "after", "e"),
    ("ledger", "outcome", "nothing"),
    ("ledger", "voiced", "shout"),
    ("ledger", "stated", "yes"),
    ("claims", "by", "a"),
    ("claims", "status", ""),
]


@pytest.mark.parametrize(("table", "key", "value"), BAD_VALUES)
def test_it_rejects_what_the_loader_rejects(
    validator: jsonschema.Draft202012Validator, table: str, key: str, value: Any
) -> None:
    if table:
        text = dossier_of(record(table, **{"id": "z", key: value}))
    else:
        head = {"dossier": 1, "title": "T", key: value}
        text = "".join(f"{name} = {toml(one)}\n" for name, one in head.items())
    assert not validator.is_valid(as_json(tree_of(text)))
    assert load_text(text).dossier is None


GOOD_VALUES = [
    ("quotes", "date", date)
    for date in (
        *(
            "1974",
            "1974~",
            "1974-09?",
            "1974-09-14%",
            "1974/1975-03",
            "1974/..",
            "../1974-09-14",
            "1974 / 1975",
            " 1974",
        ),
        *("0000", "-0044", "-0044-03-15~", "156X", "15XX?", "1974-XX", "1974-XX-XX", "1974-09-XX~", "-004X"),
        *("2004?-06", "2004-06-~01", "?2004-06-~11", "2004?/2005~", "2004-06/..", "../2004", "[1974..1975-03]"),
        *("[ 1974 .. 1975 ]", "[1974..]", "[..1974-09-14]", "1974-09-14T07:32+0430", "1974-09-14T07:32-04"),
        *("1974-09-14T07:32", "1974-09-14 07:32:05.5Z", "1974-09-14T23:32:00-07:00", Raw("1974-09-14T23:32:00-07:00")),
        *(Raw("1974-09-14"), Raw("1974-09-14T07:32:00"), Raw("1974-09-14 07:32:00Z"), "2000-02-29"),
    )
] + [
    ("quotes", "cite", cite)
    for cite in (
        "s",
        "s#p5",
        "s#p5-6",
        {"source": "s", "p": "5-6", "exact": "x", "suffix": "y"},
        ["s", {"source": "s"}],
    )
]


@pytest.mark.parametrize(("table", "key", "value"), GOOD_VALUES)
def test_it_accepts_what_the_loader_accepts(
    validator: jsonschema.Draft202012Validator, table: str, key: str, value: Any
) -> None:
    text = dossier_of(record(table, **{key: value}))
    assert list(validator.iter_errors(as_json(tree_of(text)))) == []
    assert load_text(text).problems == ()
