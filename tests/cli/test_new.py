"""`karabakh-tui new FILE` writes a dossier to start from, and never over one that is there."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest
import tomli

from tests.cli.calls import Run, is_clean
from tui.cli import DATA_ERROR, OK, USAGE_ERROR
from tui.dossier.format.schema import schema_text
from tui.dossier.kinds import KINDS
from tui.dossier.load import load


@pytest.fixture
def started(run: Run, tmp_path: Path) -> Path:
    file = tmp_path / "mine.toml"
    assert run("new", str(file)).status == OK
    return file


def test_the_starter_opens_with_nothing_wrong_and_nothing_unverified(started: Path) -> None:
    loaded = load(started)
    assert loaded.dossier is not None
    assert loaded.problems == ()
    assert loaded.notes == ()


def test_the_starter_passes_check(run: Run, started: Path) -> None:
    result = run("check", str(started))
    assert result.status == OK
    assert result.out == ""
    assert "no problem" in result.err


def test_the_starter_shows_every_kind_of_record(started: Path) -> None:
    dossier = load(started).dossier
    assert dossier is not None
    assert all(dossier.tables[table] for table in KINDS)
    assert dossier.head.sides


def test_the_starter_names_the_schema_and_is_explained_in_few_lines(started: Path) -> None:
    lines = started.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "#:schema ./dossier.schema.json"
    assert len(lines) < 120
    assert max(map(len, lines)) <= 120
    assert sum(line.startswith("#") for line in lines) > len(KINDS)


def test_it_says_what_comes_next(run: Run, tmp_path: Path) -> None:
    result = run("new", str(tmp_path / "d.toml"))
    assert result.out == ""
    assert "d.toml is written" in result.err
    assert "karabakh-tui schema > dossier.schema.json" in result.err


def test_a_file_that_is_there_is_kept(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text("precious")
    result = run("new", str(file))
    assert (result.status, result.out) == (USAGE_ERROR, "")
    assert re.fullmatch(r"karabakh-tui new: .*mine\.toml exists already; --force replaces it\n", result.err)
    assert file.read_text() == "precious"


def test_force_replaces_it_and_keeps_a_link_to_it(run: Run, tmp_path: Path) -> None:
    file, link = tmp_path / "mine.toml", tmp_path / "link.toml"
    file.write_text("precious")
    link.symlink_to(file)
    assert run("new", str(link), "--force").status == OK
    assert link.is_symlink()
    assert file.read_text().startswith("#:schema")


@pytest.mark.parametrize("force", [(), ("--force",)])
@pytest.mark.parametrize("what", ["folder", "fifo", "nowhere/d.toml", "d\0.toml", "bad\x1b[2J/d"])
def test_what_cannot_be_a_dossier_is_refused_in_one_line(
    run: Run, tmp_path: Path, what: str, force: tuple[str, ...]
) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "fifo")
    result = run("new", f"{tmp_path}/{what}", *force)
    assert result.status == USAGE_ERROR
    assert result.err.count("\n") == 1
    assert is_clean(result.err)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["fifo", "folder"]


def test_a_dash_writes_it_to_standard_output(run: Run, started: Path) -> None:
    result = run("new", "-")
    assert (result.status, result.err) == (OK, "")
    assert result.out == started.read_text(encoding="utf-8")
    assert run("check", "-", stdin=result.out).status != DATA_ERROR


def test_editors_that_know_the_schema_find_nothing_wrong_with_the_starter(started: Path) -> None:
    tree = tomli.loads(started.read_text(encoding="utf-8"))
    assert list(jsonschema.Draft202012Validator(json.loads(schema_text())).iter_errors(tree)) == []
