"""A dossier written as JSON opens as TOML does; what JSON is vague about is refused, in one line at its place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dossiers import MINIMAL, SMALL, loaded, tree_of
from tui.dossier.files import Refused
from tui.dossier.format.notation import is_json, parse
from tui.dossier.format.positions import positions
from tui.dossier.format.record_line import record_line
from tui.dossier.format.schema import json_schema
from tui.dossier.load import Loaded, load_bytes
from tui.dossier.pin import pin
from tui.dossier.sources.copies import sha256
from tui.dossier.values.text import NESTING, Safe

AS_JSON = json.dumps(tree_of(SMALL), default=str, indent=2, ensure_ascii=False)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=12,
)


def refusal(text: str | bytes) -> Refused:
    with pytest.raises(Refused) as refused:
        parse(text.encode() if isinstance(text, str) else text)
    return refused.value


def load_json(text: str) -> Loaded:
    return load_bytes(text.encode(), Safe("d.json"))


def dossier_with(**keys: Any) -> str:
    """A dossier as JSON, a key a line; `keys` are tables of records or keys of the head."""
    return json.dumps({"dossier": 1, "title": "T", **keys}, indent=1)


def test_it_is_the_same_dossier_as_in_toml() -> None:
    read = load_json(AS_JSON)
    assert read.dossier is not None
    assert read.dossier.tables == loaded(SMALL).tables
    assert read.dossier.head == loaded(SMALL).head


@pytest.mark.parametrize("before", ["", "\ufeff", " \n\t", "\ufeff\r\n"])
def test_it_is_known_by_its_beginning_whatever_the_file_is_called(before: str) -> None:
    assert parse((before + AS_JSON).encode()).tree == parse(AS_JSON.encode()).tree


@pytest.mark.parametrize(
    "text", ["", "dossier = 1", '[[actors]]\nid = "a"', "[actors]", '["a b"]\nx = 1', "# {", "\n[ [a] ]"]
)
def test_toml_is_never_taken_for_json(text: str) -> None:
    assert not is_json(text)


def test_the_schema_that_an_editor_is_told_is_no_key_of_the_dossier() -> None:
    text = dossier_with(**{"$schema": "./dossier.schema.json"})
    assert load_json(text).problems == ()
    validator = jsonschema.Draft202012Validator(json_schema())
    assert list(validator.iter_errors(json.loads(text))) == []
    assert list(validator.iter_errors({**json.loads(text), "schema": ""}))


def test_text_is_cleaned_as_that_of_toml() -> None:
    read = load_json(dossier_with(title="a\x1b]0;x\x07\u202eb\r\nc"))
    assert read.dossier is not None
    assert read.dossier.head.title == "a␛]0;x␇\ufffdb c"


def test_a_problem_is_placed_at_the_key_at_fault() -> None:
    text = dossier_with(actors=[MINIMAL["actors"], {**MINIMAL["actors"], "id": "b", "kind": "stat", "colour": 1}])
    lines = text.splitlines()
    placed = [(problem.code, lines[problem.line - 1].strip(), problem.column) for problem in load_json(text).problems]
    assert ("unknown-word", '"kind": "stat",', 4) in placed
    assert ("unknown-key", '"colour": 1', 4) in placed


TWICE = "this key is there twice in one table"
HALF = "half of a character stands here alone"
DEEP = f"lists and tables are nested more than {NESTING} levels deep"
DIGITS = "a number of more than 64 digits"
HOSTILE = {
    "a key twice": ('{"dossier": 1,\n "title": "a",\n "title": "b"}', 3, 2, TWICE),
    "a key twice, escaped": ('{"a": [{"b": 1}, {"c": 1, "\\u0063": 2}]}', 1, 27, TWICE),
    "NaN": ('{"a": "NaN",\n"b": NaN}', 2, 6, "NaN is no number"),
    "infinity": ('{"a": [1, -Infinity]}', 1, 11, "-Infinity is no number"),
    "a huge number": ('{"a":\n  ' + "9" * 5000 + "}", 2, 3, DIGITS),
    "a huge fraction": ('{"a": 0.' + "1" * 5000 + "}", 1, 7, DIGITS),
    "half a character": ('{"a": "\\\\ud800",\n"b": "\\ud83d\\ude00 \\\\\\ud800"}', 2, 22, HALF),
    "the other half": ('{"\\uDE00": 1}', 1, 3, HALF),
    "too deep": ('{"a": ' + "[" * 100 + "]" * 100 + "}", 1, 6 + NESTING, DEEP),
    "far too deep": ('{"a": ' + "[" * 1_000_000, 1, 6 + NESTING, DEEP),
    "two marks": ("\ufeff\ufeff{}", 1, 1, "the file begins with two byte order marks"),
    "a list": ('[{"id": "a"}]', 1, 1, "this is a list, not a dossier: an object with the keys of one"),
    "never closed": ('{"a": 1,\n "b": [1, 2', 2, 7, "the file ends in the middle"),
    "only opened": ("{", 1, 1, "the file ends in the middle"),
    "text never closed": ('{"a": "b\n}', 1, 9, "the line ends before the string does"),
    "text never closed to the end": ('{"a": "b', 1, 7, "the text that opens here is never closed"),
    "a control character": ('{"a": "\x01"}', 1, 8, "a control character"),
    "no escape": (r'{"a": "\x"}', 1, 8, "this is not an escape sequence of JSON"),
    "a comma too many": ('{"a": 1,\n}', 1, 8, "a comma before a closing bracket"),
    "a comma too many in a list": ('{"a": [1, ]}', 1, 9, "a comma before a closing bracket"),
    "a comma too few": ('{"a": 1\n "b": 2}', 2, 2, "“\"b\"” where a comma or a closing bracket is needed"),
    "no colon": ('{"a" 1}', 1, 6, "“1” where a colon is needed"),
    "no key": ("{a: 1}", 1, 2, "“a” where a key is needed"),
    "no value": ('{"a": }', 1, 7, "“}” where a value is needed"),
    "other quotation marks": ("{'a': 1}", 1, 2, "text stands between other quotation marks here"),
    "a comment": ('{ // mine\n"a": 1}', 1, 3, "a comment, which JSON does not have"),
    "Python": ('{"a": None}', 1, 7, "None is no word of JSON"),
    "more behind it": ('{"a": 1}\n{"b": 2}', 2, 1, "something follows after the end of the dossier"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_json_or_vague_is_refused_at_its_place(name: str) -> None:
    text, line, column, what = HOSTILE[name]
    refused = refusal(text)
    assert (refused.what, refused.line, refused.column) == (what, line, column)


def test_utf_16_and_what_is_not_utf_8_is_refused() -> None:
    assert refusal(AS_JSON.encode("utf-16")).code == "utf-16"
    refused = refusal(AS_JSON.encode().replace(b"Barges", b"\xff"))
    assert (refused.code, refused.line) == ("not-utf-8", AS_JSON[: AS_JSON.index("Barges")].count("\n") + 1)


def test_null_is_a_value_that_no_key_has() -> None:
    [problem] = load_json(dossier_with(summary=None)).problems
    assert (problem.code, problem.what, problem.line) == ("wrong-type", "`summary`: null where text is needed", 4)


@given(VALUES)
def test_every_key_and_element_is_located(value: Any) -> None:
    text = json.dumps({"a": value}, indent=1)
    try:
        tree = parse(text.encode()).tree
    except Refused:
        return
    located = positions(text)
    lines = text.splitlines()

    def look(part: Any, path: tuple[str | int, ...]) -> None:
        items = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
        for key, inner in items:
            line, column = located[*path, key]
            at = lines[line - 1][column - 1 :]
            assert at.startswith('"' if isinstance(key, str) else json.dumps(inner)[:1]), (path, key)
            look(inner, (*path, key))

    if "(2)" not in text:  # a key that cleaning had to rename is nowhere
        look(tree, ())


def test_an_editor_is_told_the_line_at_which_a_record_begins() -> None:
    lines = AS_JSON.splitlines()
    for name in loaded(SMALL).records:
        line = record_line(AS_JSON, name)
        assert lines[line - 1].strip() == "{"
        assert f'"id": "{name}"' in lines[line]
    assert record_line(AS_JSON, "nobody") == 1
    broken = AS_JSON.replace("{", "{ ]", 1)
    assert '"id": "c-old"' in lines[record_line(broken, "c-old") - 1]


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("keys", [{"text": "mill.txt"}, {"text": "mill.txt", "sha256": "0" * 64, "note": "n"}])
def test_a_copy_is_pinned_and_nothing_else_changes(tmp_path: Path, indent: int | None, keys: dict[str, str]) -> None:
    (tmp_path / "mill.txt").write_bytes(b"The mill stood still.\n")
    path = tmp_path / "d.json"
    tree = {"dossier": 1, "title": "T", "sources": [{"id": "m", "title": "é", "kind": "book", **keys}]}
    path.write_text(json.dumps(tree, indent=indent, ensure_ascii=False), encoding="utf-8")
    assert pin(str(path), {}).changed == ("m",)
    tree["sources"][0]["sha256"] = sha256(b"The mill stood still.\n")  # type: ignore[index]
    assert path.read_text(encoding="utf-8") == json.dumps(tree, indent=indent, ensure_ascii=False)
