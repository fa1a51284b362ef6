"""What the app is told about its file: where it is, what else belongs to it, and whether it is to be edited."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from tests.dossiers import SMALL
from tui import paths
from tui.cli.reader import Reader

COPY = '[[sources]]\nid = "s"\nkind = "report"\ntitle = "S"\ntext = "texts/s.txt"\n'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "d.toml"
    made.write_text(f'dossier = 1\ntitle = "T"\n{COPY}', encoding="utf-8")
    return made


def test_the_path_is_absolute_and_the_file_may_be_edited(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(file.parent)
    reader = Reader("d.toml", {})
    assert reader.path == str(file)
    assert reader.not_editable == ""


def test_the_copies_of_the_sources_belong_to_the_file_whether_or_not_they_exist(file: Path) -> None:
    reader = Reader(str(file), {})
    assert reader.files(None) == [str(file)]
    assert reader.files(reader.read()) == [str(file), str(file.parent / "texts/s.txt")]


def test_a_copy_named_by_the_reader_takes_the_place_of_the_dossiers_own(file: Path) -> None:
    reader = Reader(str(file), {"s": "/elsewhere.txt"})
    assert reader.files(reader.read()) == [str(file), "/elsewhere.txt"]


def test_while_the_file_cannot_be_parsed_its_copies_are_those_named_before(file: Path) -> None:
    reader = Reader(str(file), {})
    before = reader.files(reader.read())
    file.write_text("dossier = ", encoding="utf-8")
    assert reader.files(reader.read()) == before
    file.write_text('dossier = 1\ntitle = "T"\n', encoding="utf-8")
    assert reader.files(reader.read()) == [str(file)]


def test_a_copy_is_known_although_a_quotation_does_not_occur_in_it(file: Path) -> None:
    (file.parent / "texts").mkdir()
    (file.parent / "texts/s.txt").write_text("Other words.")
    quote = '[[actors]]\nid = "a"\nkind = "person"\nname = "A"\n[[quotes]]\nid = "q"\nspeaker = "a"\ntext = "Words"\n'
    file.write_text(f'dossier = 1\ntitle = "T"\n{COPY}{quote}cite = "s#p1"\n', encoding="utf-8")
    reader = Reader(str(file), {})
    loaded = reader.read()
    assert loaded.dossier is None
    assert reader.files(loaded) == [str(file), str(file.parent / "texts/s.txt")]
    assert reader.read_aside().result().copies == loaded.copies


def test_standard_input_is_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SMALL.encode())))
    reader = Reader("-", {"gazette": "/copy.txt"})
    assert reader.path == ""
    assert list(reader.files(reader.read())) == []
    assert "standard input" in reader.not_editable


def test_the_bundled_dossier_of_a_checkout_may_be_edited() -> None:
    assert Reader(None, {}).not_editable == ""


def test_the_bundled_dossier_of_an_installed_program_is_named_and_not_edited(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundled = tmp_path / "_content" / "karabakh.toml"
    bundled.parent.mkdir()
    bundled.write_text(SMALL)
    monkeypatch.setattr(paths, "_PACKAGE", str(tmp_path))
    for name in (None, str(bundled)):
        assert str(bundled) in Reader(name, {}).not_editable
    link = tmp_path / "link.toml"
    link.symlink_to(bundled)
    assert Reader(str(link), {}).not_editable
