"""Writing an export: the whole of it or nothing, and what is there is only replaced when that is asked."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tui.export_file import NotWritten, suggested_name, write_export

TABLES = {"actors.csv": b"id\n", "quotes.csv": b"id,text\n"}


def contents(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir()}


def test_a_file_is_written_and_not_replaced_unless_asked(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    write_export(str(path), b"one", overwrite=False)
    with pytest.raises(NotWritten, match=r"a\.html exists already") as refused:
        write_export(str(path), b"two", overwrite=False)
    assert refused.value.exists
    assert path.read_bytes() == b"one"
    write_export(str(path), b"two", overwrite=True)
    assert contents(tmp_path) == {"a.html": b"two"}


def test_a_folder_is_written_whole_and_replaced_whole(tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    write_export(f"{folder}/", TABLES, overwrite=False)
    assert contents(folder) == TABLES
    with pytest.raises(NotWritten, match="tables exists already"):
        write_export(str(folder), TABLES, overwrite=False)
    fewer = {"actors.csv": b"id\nx\n", "quotes.csv": b"", "claims.csv": b""}
    write_export(str(folder), fewer, overwrite=True)
    assert contents(folder) == fewer
    assert [each.name for each in tmp_path.iterdir()] == ["tables"]


def test_a_folder_with_other_files_in_it_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "thesis.txt").write_text("years of work")
    with pytest.raises(NotWritten, match=r"holds other files \(thesis.txt\)") as refused:
        write_export(str(tmp_path / "tables"), TABLES, overwrite=True)
    assert not refused.value.exists
    assert contents(tmp_path / "tables") == {"thesis.txt": b"years of work"}


def test_a_folder_is_no_file_and_a_file_no_folder(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("x")
    with pytest.raises(NotWritten, match="is a folder, and this format is one file"):
        write_export(str(tmp_path / "folder"), b"x", overwrite=True)
    with pytest.raises(NotWritten, match="is not a folder, and this format is one"):
        write_export(str(tmp_path / "file"), TABLES, overwrite=True)


@pytest.mark.parametrize("exported", [b"x", TABLES])
@pytest.mark.parametrize("path", ["missing/a", "file/a", "a\0b", "n" * 300])
def test_what_cannot_be_written_is_one_sentence_and_leaves_nothing(
    tmp_path: Path, path: str, exported: bytes | dict[str, bytes]
) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(NotWritten) as refused:
        write_export(str(tmp_path / path), exported, overwrite=False)
    assert "\n" not in str(refused.value)
    assert refused.value.is_misuse
    assert os.listdir(tmp_path) == ["file"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("The Hague, 1999: “peace”", "the-hague-1999-peace.html"),
        ("Ağdam’s fall", "agdams-fall.html"),
        ("Արցախ", "dossier.html"),
        ("The strait, 1966–1975", "the-strait-1966-1975.html"),
        ("../../etc/passwd\n-rf", "etc-passwd-rf.html"),
        ("word " * 40, "word-word-word-word-word-word-word-word-word-word-word-word.html"),
        ("x" * 80, "x" * 60 + ".html"),
    ],
)
def test_a_suggested_name_is_plain(title: str, name: str) -> None:
    assert suggested_name(title, ".html") == name
