"""Reading a dossier for a command or for the app, from a file or from standard input."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from tests.dossiers import CAST, HEAD, dossier_of, record
from tui import paths
from tui.cli import main as command_line
from tui.cli.reader import LARGE_FILE, Reader, read_dossier

TEXT = HEAD + CAST + record("claims", status="judgement") + record("claims", id="d")


@pytest.fixture
def piped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard input holds a dossier, and there is no terminal to turn to after it."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    monkeypatch.setattr(sys, "__stdin__", None)


@pytest.fixture
def copies(tmp_path: Path) -> dict[str, str]:
    """A local copy of the source `s`."""
    copy = tmp_path / "copy.txt"
    copy.write_text("One.\n\nTwo.\n", encoding="utf-8")
    return {"s": str(copy)}


@pytest.mark.usefixtures("piped")
def test_standard_input_is_read_once_and_loaded_as_often_as_asked(copies: dict[str, str]) -> None:
    reader = Reader("-", copies)
    assert (reader.name, reader.size, reader.is_large) == ("standard input", len(TEXT), False)
    for _ in range(2):
        dossier = reader.read().dossier
        assert dossier is not None
        assert dossier.passages == {"s": ["One.", "Two."]}


def test_a_file_is_read_anew_each_time(tmp_path: Path, copies: dict[str, str]) -> None:
    file = tmp_path / "d.toml"
    reader = Reader(str(file), copies)
    assert [problem.code for problem in reader.read().problems] == ["no-such-file"]
    assert reader.size == 0
    file.write_text(TEXT + "# a comment\n" * (LARGE_FILE // 12), encoding="utf-8")
    dossier = reader.read().dossier
    assert dossier is not None
    assert dossier.passages == {"s": ["One.", "Two."]}
    assert reader.is_large


def test_a_command_is_told_the_errors_and_not_the_warnings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "d.toml"
    file.write_text(dossier_of(record("actors", id="c", colour="red"), record("quotes", speaker="x")), encoding="utf-8")
    assert read_dossier(str(file), {}) is None
    [line] = capsys.readouterr().err.splitlines()
    assert ": error: " in line


@pytest.mark.parametrize(("reported", "claims"), [(False, ["c", "d"]), (True, ["d"])])
def test_a_command_may_ask_for_what_is_reported_only(tmp_path: Path, reported: bool, claims: list[str]) -> None:
    file = tmp_path / "d.toml"
    file.write_text(TEXT, encoding="utf-8")
    dossier = read_dossier(str(file), {}, reported)
    assert dossier is not None
    assert [claim.id for claim in dossier.tables["claims"]] == claims


@pytest.mark.parametrize(
    "command", [["check"], ["show", "overview", "-d"], ["list", "actors", "-d"], ["balance", "-d"]]
)
def test_no_cache_does_without_it(command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, folder = tmp_path / "d.toml", Path(paths.cache_folder())
    path.write_text(TEXT + "# " + "x" * (1 << 20), encoding="utf-8")
    said = []
    for option in (["--no-cache"], [], []):
        assert command_line.main([*command, str(path), *option]) == 0
        said.append(capsys.readouterr())
        assert folder.exists() == (not option)
    assert said[0] == said[1] == said[2], "and what is said is the same"
