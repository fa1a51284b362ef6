"""`keys` prints the file in which a person's own keys are written, and what is wrong with it."""

from __future__ import annotations

from pathlib import Path

from tests.cli.calls import Run
from tui import keys_file
from tui.cli import DATA_ERROR, OK
from tui.keys import GROUPS
from tui.keys_file import parse_own_keys, read_own_keys


def put(text: str) -> None:
    path = Path(keys_file.path())
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")


def test_every_key_is_printed_once_with_its_id_and_what_it_does(run: Run) -> None:
    result = run("keys")
    assert (result.status, result.err) == (OK, "")
    lines = result.out.splitlines()
    for group in GROUPS:
        assert f"# {group.title}" in lines
        for key in group.keys:
            assert sum(f'# "{key.id}" = [' in line for line in lines) == 1
    assert keys_file.path() in lines[0]
    assert "{" not in result.out


def test_what_is_printed_changes_nothing_with_or_without_the_comment_signs(run: Run) -> None:
    text = run("keys").out
    assert parse_own_keys(text.encode()).table.own == {}
    own = parse_own_keys(text.replace('# "', '"').encode())
    assert (own.table.own, own.problems) == ({}, ())


def test_own_keys_stand_in_it_and_can_be_saved_again(run: Run) -> None:
    put("net.blocs = ['ctrl+g', '\"', '\\']\napp.theme = []\n")
    result = run("keys")
    assert (result.status, result.err) == (OK, "")
    assert '"net.blocs" = ["ctrl+g", \'"\', \'\\\']' in result.out
    assert '\n"app.theme" = []' in result.out
    assert parse_own_keys(result.out.encode()).table.own == read_own_keys().table.own


def test_what_is_wrong_with_the_file_is_said_on_stderr(run: Run) -> None:
    put('"net.blcs" = "x"\n')
    result = run("keys")
    path = keys_file.path()
    assert result.status == DATA_ERROR
    assert result.err == f"{path}:1:1: error: no key has the id “net.blcs”; did you mean “net.blocs”?\n"
    assert '"net.blocs"' in result.out
