"""The line at which a record begins, for an editor."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.dossiers import SMALL
from tui import paths
from tui.dossier.format.record_line import record_line

BUNDLED = Path(paths.content("karabakh.toml")).read_text(encoding="utf-8")


@pytest.mark.parametrize("text", [SMALL, BUNDLED, SMALL.replace("\n", "\r\n")], ids=["small", "bundled", "crlf"])
def test_every_record_is_found_at_the_header_of_its_table(text: str) -> None:
    lines = text.splitlines()
    ids = re.findall(r'^id\s*= "([^"]+)"', text, re.MULTILINE)
    assert ids
    for name in ids:
        line = record_line(text, name)
        assert lines[line - 1].startswith("[["), name
        below = lines[line : line + 3]
        assert any(re.match(rf'id\s*= "{name}"', row) for row in below), name


TEXT = """\
dossier = 1
title = "x"
summary = \"\"\"
[[actors]]
id = "a"
\"\"\"

[[claims]] # about a
text = "id = 'a'"
about = ["a"]
'id' = 'c'
[[actors]]
name = "A"
"id" = 'a'
  [[actors]]
  id="a-b"
"""


@pytest.mark.parametrize(("name", "line"), [("a", 12), ("c", 8), ("a-b", 15), ("", 1), ("b", 1), ("x", 1)])
def test_only_the_key_of_the_record_itself_counts(name: str, line: int) -> None:
    assert record_line(TEXT, name) == line


def test_records_written_as_inline_tables_are_found() -> None:
    text = 'dossier = 1\nactors = [\n  { id = "a", kind = "state" },\n  { kind = "state", id = "b" },\n]\n'
    assert record_line(text, "b") == 4


def test_in_a_broken_text_the_line_of_the_id_is_found() -> None:
    text = TEXT + '[[actors]]\nname = "unclosed\n[[actors]]\nid = "last"\nnote = "id"\n'
    assert record_line(text, "a") == 12
    assert text.splitlines()[record_line(text, "last") - 1] == 'id = "last"'
    assert record_line(text, "nobody") == 1


@pytest.mark.parametrize("name", ["(a+)+$", "[[", "\n", "\x1b"])
def test_any_name_and_any_text_have_an_answer(name: str) -> None:
    assert record_line(TEXT, name) >= 1
    assert record_line("", name) == 1
