"""What a dossier may read besides itself, by where it comes from."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from tests.dossiers import CAST, HEAD, dossier_of, record
from tui.dossier.load import STDIN, load, load_bytes, shown_name
from tui.dossier.values.text import Safe

WITH_COPY = HEAD + CAST + record("sources", id="book", text="book.txt")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with a copy of a source in it."""
    (tmp_path / "book.txt").write_text("One.\n\nTwo.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_file_finds_copies_in_its_own_folder(folder: Path) -> None:
    (folder / "inside").mkdir()
    for place, found in (("d.toml", ["book"]), ("inside/d.toml", [])):
        (folder / place).write_text(WITH_COPY, encoding="utf-8")
        dossier = load(place).dossier
        assert dossier is not None
        assert list(dossier.passages) == found


def test_a_dossier_from_standard_input_reads_no_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(WITH_COPY.encode())))
    loaded = load(STDIN)
    assert loaded.name == "standard input"
    assert loaded.dossier is not None
    assert loaded.dossier.passages == {}


def test_a_copy_that_is_named_is_read_wherever_the_dossier_comes_from(folder: Path) -> None:
    loaded = load_bytes(WITH_COPY.encode(), Safe("test.toml"), None, {"book": os.fspath(folder / "book.txt")})
    assert loaded.dossier is not None
    assert loaded.dossier.passages == {"book": ["One.", "Two."]}


def test_a_copy_of_no_source_is_an_error_with_the_nearest_source(folder: Path) -> None:
    loaded = load_bytes(WITH_COPY.encode(), Safe("test.toml"), None, {"bok": "book.txt"})
    assert [(problem.code, problem.severity, problem.hint) for problem in loaded.problems] == [
        ("unknown-source", "error", "did you mean “book”?")
    ]


def test_errors_and_warnings_are_counted_apart() -> None:
    text = dossier_of(record("quotes", speaker="nobody"), record("actors", id="c", colour="red"))
    loaded = load_bytes(text.encode(), Safe("test.toml"))
    assert (loaded.errors, loaded.warnings) == (1, 1)
    assert loaded.dossier is None


def test_a_file_is_called_by_what_can_be_printed_of_its_path() -> None:
    assert shown_name("a\n\x1b[31m.toml") == "a ␛[31m.toml"
    assert shown_name("\n") == "a file without a name"
