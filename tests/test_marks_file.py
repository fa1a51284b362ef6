"""Marks and notes are kept by dossier, privately; broken files and folders cost a line, and two programs lose none."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.project.code import ROOT
from tui import marks_file, paths
from tui.dossier.marks import NO_MARKS, Change, Marks, rename, set_mark, set_note
from tui.marks_file import MarksFile


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    file = tmp_path / "Suez crisis.toml"
    file.write_text("dossier = 1\n")
    return file


@pytest.fixture
def folder(state_folder: Path) -> Path:
    return state_folder / "marks"


def mark(name: str) -> Change:
    return set_mark(name, marked=True)


def kept(dossier: Path | str) -> Marks:
    """What a program started now finds."""
    file = MarksFile(str(dossier))
    assert file.read() == ""
    return file.marks


def file_in(folder: Path) -> Path:
    [file] = folder.glob("*.json")
    return file


def test_nothing_is_there_at_first_and_reading_writes_nothing(dossier: Path, state_folder: Path) -> None:
    assert kept(dossier) == NO_MARKS
    assert not state_folder.exists()


def test_marks_and_notes_are_found_again(dossier: Path) -> None:
    file = MarksFile(str(dossier))
    assert file.change(mark("a")) == file.change(mark("s#p5")) == file.change(set_note("b", "two\nlines")) == ""
    assert kept(dossier) == file.marks == Marks(frozenset({"a", "s#p5"}), {"b": "two\nlines"})  # type: ignore[dict-item]


def test_only_ids_and_notes_are_kept_in_a_private_file_named_after_the_dossier(dossier: Path, folder: Path) -> None:
    MarksFile(str(dossier)).change(mark("a"))
    file = file_in(folder)
    assert file.name == f"{str(dossier).replace('/', '%2f').replace(' ', '%20')}.json"
    assert json.loads(file.read_text()) == {"format": 1, "dossier": str(dossier), "marks": ["a"], "notes": {}}
    assert [stat.S_IMODE(path.stat().st_mode) for path in (folder.parent, folder, file)] == [0o700, 0o700, 0o600]


def test_when_the_last_is_removed_no_file_is_left(dossier: Path, folder: Path) -> None:
    file = MarksFile(str(dossier))
    file.change(mark("a"))
    file.change(set_mark("a", marked=False))
    assert list(folder.glob("*.json")) == []


# Which dossier


def test_a_dossier_is_known_by_its_path_however_that_is_written(
    dossier: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    MarksFile(str(dossier)).change(mark("a"))
    (tmp_path / "link.toml").symlink_to(dossier)
    monkeypatch.chdir(tmp_path)
    assert kept("Suez crisis.toml") == kept(tmp_path / "link.toml") == kept(dossier) != NO_MARKS
    dossier.write_text("dossier = 1\ntitle = 'Another'\n")
    assert kept(dossier) != NO_MARKS


def test_a_long_path_and_one_that_is_no_text_have_files_of_their_own(tmp_path: Path, folder: Path) -> None:
    deep = tmp_path / ("x" * 200)
    deep.mkdir()
    files = [deep / "a.toml", deep / "b.toml", Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.toml"))]
    for number, file in enumerate(files):
        file.write_text("")
        assert MarksFile(str(file)).change(mark(f"a-{number}")) == ""
    assert [kept(file).marked for file in files] == [{"a-0"}, {"a-1"}, {"a-2"}]
    assert len(list(folder.glob("*.json"))) == 3


def test_a_copy_of_a_dossier_has_marks_of_its_own(dossier: Path, tmp_path: Path) -> None:
    MarksFile(str(dossier)).change(mark("a"))
    copy = tmp_path / "copy.toml"
    copy.write_bytes(dossier.read_bytes())
    assert kept(copy) == NO_MARKS


def test_a_bundled_dossier_is_known_by_its_name_wherever_the_program_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    MarksFile(paths.content(paths.BUNDLED)).change(mark("armenia"))
    package = tmp_path / "elsewhere" / "tui"
    (package / "_content").mkdir(parents=True)
    (package / "_content" / paths.BUNDLED).write_text("")
    monkeypatch.setattr(paths, "_PACKAGE", str(package))
    assert kept(paths.content(paths.BUNDLED)) == Marks(frozenset({"armenia"}))
    own = tmp_path / paths.BUNDLED
    own.write_text("")
    assert kept(own) == NO_MARKS, "a file of the reader is not the bundled one"


@pytest.mark.parametrize("path", ["", "/dev/null", "no such file", "nul\0"])
def test_on_a_dossier_without_a_file_they_last_until_the_end(path: str, state_folder: Path) -> None:
    file = MarksFile(path)
    assert "last until you quit" in file.change(mark("a"))
    assert file.change(mark("b")) == "", "it is said once"
    assert file.marks.marked == {"a", "b"}
    assert not state_folder.exists()


# Broken and hostile files

BROKEN = [
    b"",
    b"{",
    b"[]",
    b"\xff\xfe\x00",
    b"\x00" * 4096,
    b'{"format": "x"}',
    b'{"format": 1, "marks": "a"}',
    b'{"format": 1, "marks": [1]}',
    b'{"format": 1, "notes": ["a"]}',
    b'{"format": 1, "notes": {"a": null}}',
    b'{"format": 1, "marks": ' + b"[" * 100_000,
    b'{"format": 1, "marks": ["' + b"a" * marks_file.MAX_BYTES + b'"]}',
]


@pytest.fixture
def damage(dossier: Path, folder: Path) -> Path:
    """The path of the file of marks, which is gone."""
    MarksFile(str(dossier)).change(mark("lost"))
    file = file_in(folder)
    file.unlink()
    return file


@pytest.mark.parametrize("broken", BROKEN, ids=range(len(BROKEN)))
def test_a_damaged_file_costs_one_line_and_is_kept(broken: bytes, dossier: Path, damage: Path) -> None:
    damage.write_bytes(broken)
    file = MarksFile(str(dossier))
    notice = file.read()
    assert notice.endswith(f"It is kept as {damage}.damaged")
    assert "\n" not in notice
    assert Path(f"{damage}.damaged").read_bytes() == broken
    assert (file.marks, file.read(), file.change(mark("a"))) == (NO_MARKS, "", "")
    assert kept(dossier) == Marks(frozenset({"a"}))


def test_every_damaged_file_is_kept(dossier: Path, damage: Path) -> None:
    for text in ("first", "second", "third"):
        damage.write_text(text)
        assert MarksFile(str(dossier)).change(mark("a"))
    names = [f"{damage.name}.damaged", f"{damage.name}.damaged-2", f"{damage.name}.damaged-3"]
    assert [damage.with_name(name).read_text() for name in names] == ["first", "second", "third"]


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo], ids=["folder", "pipe"])
def test_what_is_no_file_is_moved_out_of_the_way(make: object, dossier: Path, damage: Path) -> None:
    make(damage)  # type: ignore[operator]
    assert "kept as" in MarksFile(str(dossier)).read()
    assert MarksFile(str(dossier)).change(mark("a")) == ""


def test_a_file_of_a_later_version_is_left_alone(dossier: Path, damage: Path) -> None:
    damage.write_text('{"format": 2, "everything": "else"}')
    file = MarksFile(str(dossier))
    assert file.read() == "Your marks and notes cannot be read: a later version of this program wrote them"
    assert "last until you quit" in file.change(mark("a"))
    assert file.marks.marked == {"a"}
    assert damage.read_text() == '{"format": 2, "everything": "else"}'


def test_what_a_file_says_is_cleaned(dossier: Path, damage: Path) -> None:
    document = {
        "format": 1,
        "dossier": "\x1b]0;x\x07",
        "marks": ["a\x1b[31m", "", "b\nc"],
        "notes": {"a": "\x1b[2Jx\ry", "b": " \n", "": "z"},
    }
    damage.write_text(json.dumps(document))
    assert kept(dossier) == Marks(frozenset({"a␛[31m", "b c"}), {"a": "␛[2Jx\ny"})  # type: ignore[dict-item]


# Folders that cannot be written


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_told_once(dossier: Path, state_folder: Path) -> None:
    state_folder.mkdir(parents=True)
    state_folder.chmod(0o500)
    file = MarksFile(str(dossier))
    try:
        notices = [file.change(mark("a")), file.change(mark("b"))]
    finally:
        state_folder.chmod(0o700)
    assert notices == ["Marks and notes cannot be saved, and last until you quit: permission denied", ""]
    assert file.marks.marked == {"a", "b"}


def test_a_file_in_place_of_the_folder_is_left_alone(dossier: Path, state_folder: Path) -> None:
    state_folder.write_text("in the way")
    file = MarksFile(str(dossier))
    assert file.read() == ""
    assert "cannot be saved" in file.change(mark("a"))
    assert state_folder.read_text() == "in the way"


def test_a_full_disk_leaves_what_was_saved_and_the_rest_is_written_when_there_is_room(
    dossier: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = MarksFile(str(dossier))
    file.change(mark("a"))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        told = [file.change(mark("b")), file.change(set_note("b", "why?"))]
    assert told == ["Marks and notes cannot be saved, and last until you quit: no space left on device", ""]
    assert kept(dossier) == Marks(frozenset({"a"}))
    assert {path.name for path in folder.iterdir()} == {".lock", file_in(folder).name}
    assert file.read() == file.change(mark("c")) == "", "there is room again"
    assert kept(dossier) == file.marks == Marks(frozenset("abc"), {"b": "why?"})  # type: ignore[dict-item]


def test_more_than_can_be_read_again_is_not_written(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marks_file, "MAX_BYTES", 200)
    assert "more than" in MarksFile(str(dossier)).change(set_note("a", "x" * 300))
    assert kept(dossier) == NO_MARKS


# Several programs


def test_two_programs_lose_nothing_of_each_other(dossier: Path) -> None:
    one, other = MarksFile(str(dossier)), MarksFile(str(dossier))
    one.read(), other.read()
    one.change(mark("a"))
    other.change(mark("b"))
    one.change(set_note("c", "first"))
    other.change(set_note("c", "second"))
    other.change(rename({"a": "z"}))
    assert kept(dossier) == other.marks == Marks(frozenset({"z", "b"}), {"c": "first\n\nsecond"})  # type: ignore[dict-item]
    one.read()
    assert one.marks == other.marks


_MARKER = """
import sys
from tui import marks_file
from tui.dossier.marks import set_mark
marks_file._LOCK_SECONDS = 60
file = marks_file.MarksFile(sys.argv[1])
for number in range(30):
    assert not file.change(set_mark(f"{sys.argv[2]}-{number}", marked=True))
"""


@pytest.mark.long
def test_programs_that_mark_at_the_same_time_lose_nothing(dossier: Path) -> None:
    call = [sys.executable, "-c", _MARKER, str(dossier)]
    started = [subprocess.Popen([*call, name], cwd=ROOT) for name in ("a", "b", "c")]
    assert [process.wait(60) for process in started] == [0, 0, 0]
    assert kept(dossier).marked == {f"{name}-{number}" for name in "abc" for number in range(30)}


def test_the_app_loads_nothing_of_it_before_its_first_paint() -> None:
    call = [sys.executable, "-c", "import sys, tui.app; print(*sys.modules)"]
    loaded = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    assert "tui.screens.browse" in loaded
    assert [name for name in loaded if name.startswith("tui.") and name.rpartition(".")[2] in _OF_MARKS] == []


_OF_MARKS = ("marks", "marks_file", "marking", "reader_marks", "note_dialog", "note_field")


def test_a_program_that_holds_the_lock_for_long_is_not_waited_for(
    dossier: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    file = MarksFile(str(dossier))
    file.change(mark("a"))
    monkeypatch.setattr(marks_file, "_LOCK_SECONDS", 0.02)
    with (folder / ".lock").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert file.change(mark("b")).endswith("another program is writing them")
    assert file.change(mark("c")) == ""
    assert kept(dossier).marked == {"a", "b", "c"}
