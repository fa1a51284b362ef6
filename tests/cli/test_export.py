"""`export` writes a dossier to a file, a folder or stdout, whole or not at all, or says in one line why not."""

from __future__ import annotations

import errno
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.calls import ROOT, Run, Write, is_clean, start_process
from tests.dossiers import SMALL, loaded
from tests.marks import mostly_long
from tui.cli import BROKEN_PIPE, DATA_ERROR, OK, OUTPUT_ERROR, USAGE_ERROR
from tui.export.formats import FORMATS, Format, format_of_path

DOSSIER = loaded(SMALL)
TEXTS = [name for name, each in FORMATS.items() if each.text and not each.is_folder]
BINARIES = [name for name, each in FORMATS.items() if not each.text]
FOLDERS = [name for name, each in FORMATS.items() if each.is_folder]


def place_of(folder: Path, name: str) -> Path:
    """A path in a folder for an export in a format."""
    return folder / f"export{FORMATS[name].suffix}"


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written_to_the_place_that_is_named(run: Run, small: str, empty: Path, name: str) -> None:
    place = place_of(empty, name)
    result = run("export", "--format", name, "-d", small, "-o", str(place))
    assert (result.status, result.out) == (OK, "")
    assert result.err.startswith(f"karabakh-tui export: {place} is written")
    assert list(empty.iterdir()) == [place]
    assert place.is_dir() == FORMATS[name].is_folder


@pytest.mark.parametrize("name", mostly_long(TEXTS, "json"))
def test_text_goes_to_stdout_as_it_is_written_to_a_file(small: str, empty: Path, run: Run, name: str) -> None:
    run("export", "--format", name, "-d", small, "-o", str(place_of(empty, name)))
    for output in ((), ("-o", "-")):
        result = start_process("export", "--format", name, "-d", small, *output, env={"LC_ALL": "C", "PYTHONUTF8": "0"})
        assert result.returncode == OK
        assert result.stdout == place_of(empty, name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a.json", "json"),
        ("a.csl.json", "csl"),
        ("A.XLSX", "excel"),
        ("a.sqlite", "sqlite"),
        ("a.db", "sqlite"),
        ("a.md", "markdown"),
        ("a.csv", ""),
        ("a", ""),
        ("", ""),
    ],
)
def test_the_end_of_the_path_tells_the_format(path: str, name: str) -> None:
    assert format_of_path(path) == name


def test_a_format_that_is_named_counts_more_than_the_end_of_the_path(run: Run, small: str, empty: Path) -> None:
    assert run("export", "-d", small, "-o", str(empty / "a.json")).status == OK
    assert json.loads((empty / "a.json").read_text())["title"] == DOSSIER.title
    assert run("export", "--format", "json", "-d", small, "-o", str(empty / "a.txt")).status == OK
    assert (empty / "a.txt").read_bytes() == (empty / "a.json").read_bytes()
    assert run("export", "--excel-csv", "-d", small, "-o", str(empty / "t")).status == OK
    assert (empty / "t" / "actors.csv").read_bytes().startswith(b"\xef\xbb\xbfid;")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "write --format and one of "),
        (("-o", "x.csv"), "what x.csv ends with does not tell the format; write --format and one of "),
        (("--format", "csv"), "csv is a folder of files; name it with -o"),
        (("--excel-csv",), "excel-csv is a folder of files; name it with -o"),
        (("--format", "json", "--open", "-o", "x"), "a browser does not show json; --open is for "),
        (("--format", "html", "--open"), "--open opens the file that -o names; name one"),
        (("--format", "json", "--where", "speeker:x a:"), ""),
    ],
)
def test_a_call_that_asks_for_what_there_is_not_is_one_line(
    run: Run, small: str, arguments: tuple[str, ...], message: str
) -> None:
    result = run("export", "-d", small, *arguments)
    assert (result.status, result.out) == (USAGE_ERROR, "")
    assert result.err.startswith(f"karabakh-tui export: {message}")
    assert result.err.count("\n") == 1


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_there_is_kept_unless_it_is_to_be_replaced(run: Run, small: str, empty: Path, name: str) -> None:
    place = place_of(empty, name)
    call = ("export", "--format", name, "-d", small, "-o", str(place))
    assert run(*call).status == OK
    for file in empty.rglob("*"):
        if file.is_file():
            file.write_bytes(b"mine")
    before = contents(empty)
    result = run(*call)
    assert (result.status, result.err) == (
        USAGE_ERROR,
        f"karabakh-tui export: {place} exists already; --force replaces it\n",
    )
    assert contents(empty) == before
    assert run(*call, "--force").status == OK
    assert b"mine" not in contents(empty).values()


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("force", [(), ("--force",)])
@pytest.mark.parametrize(
    ("name", "path", "reason"),
    [
        ("json", "folder", "folder is a folder, and this format is one file"),
        ("json", "folder/", "folder/ is a folder, and this format is one file"),
        ("json", "new/", "new/ is a folder, and this format is one file"),
        ("json", "nowhere/x.json", "there is no folder"),
        ("csv", "nowhere/x", "there is no folder"),
        ("json", "file/x.json", "there is no folder"),
        ("json", "d\0.json", "cannot be written"),
        ("csv", "d\0", "cannot be written"),
        ("json", "x" * 300, "cannot be written"),
        ("csv", "x" * 300, "cannot be written"),
        ("json", "bad\x1b[2J/d", "there is no folder"),
    ],
)
def test_a_place_where_it_cannot_be_is_one_line(
    run: Run, small: str, empty: Path, name: str, path: str, reason: str, force: tuple[str, ...]
) -> None:
    (empty / "folder").mkdir()
    (empty / "file").write_text("mine")
    result = run("export", "--format", name, "-d", small, "-o", f"{empty}/{path}", *force)
    assert (result.status, result.out) == (USAGE_ERROR, "")
    assert reason in result.err
    assert result.err.count("\n") == 1
    assert is_clean(result.err)
    assert sorted(each.name for each in empty.iterdir()) == ["file", "folder"]


def test_what_is_no_such_export_is_not_replaced_even_when_asked(run: Run, small: str, empty: Path) -> None:
    (empty / "file").write_text("mine")
    os.mkfifo(empty / "fifo")
    (empty / "thesis").mkdir()
    (empty / "thesis" / "thesis.txt").write_text("years")
    (empty / "nested").mkdir()
    (empty / "nested" / "actors.csv").mkdir()
    for name, path, reason in (
        ("csv", "file", "is not a folder, and this format is one"),
        ("json", "fifo", "is not an ordinary file, and is not replaced"),
        ("csv", "thesis", "holds other files (thesis.txt), and is not replaced"),
        ("csv", "nested", "holds other files (actors.csv), and is not replaced"),
    ):
        result = run("export", "--format", name, "-d", small, "-o", str(empty / path), "--force")
        assert (result.status, result.err) == (USAGE_ERROR, f"karabakh-tui export: {empty / path} {reason}\n")
    assert (empty / "file").read_text() == "mine"
    assert (empty / "thesis" / "thesis.txt").read_text() == "years"


def test_a_link_stays_and_leads_to_the_export(run: Run, small: str, empty: Path) -> None:
    (empty / "real.json").write_text("old")
    (empty / "link.json").symlink_to("real.json")
    assert run("export", "-d", small, "-o", str(empty / "link.json"), "--force").status == OK
    assert (empty / "link.json").is_symlink()
    assert json.loads((empty / "real.json").read_text())["dossier"] == 1


@pytest.mark.parametrize("name", ["json", "csv", "sqlite"])
@pytest.mark.parametrize(("number", "words"), [(errno.ENOSPC, "no space left"), (errno.EROFS, "read-only")])
def test_a_disk_that_does_not_take_it_is_one_line_and_leaves_nothing(
    run: Run, small: str, empty: Path, monkeypatch: pytest.MonkeyPatch, name: str, number: int, words: str
) -> None:
    def fails(_: int) -> None:
        raise OSError(number, os.strerror(number))

    place = place_of(empty, name)
    call = ("export", "--format", name, "-d", small, "-o", str(place))
    assert run(*call).status == OK
    before = contents(empty)
    monkeypatch.setattr(os, "fsync", fails)
    result = run(*call, "--force")
    assert result.status == OUTPUT_ERROR
    assert result.err.startswith(f"karabakh-tui export: {place} cannot be written: {words}")
    assert result.err.count("\n") == 1
    assert contents(empty) == before
    assert list(empty.iterdir()) == [place]


def test_a_folder_without_permission_is_one_line(
    run: Run, small: str, empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    for name, function in (("json", "tempfile.mkstemp"), ("csv", "tempfile.mkdtemp")):
        monkeypatch.setattr(function, forbidden)
        result = run("export", "--format", name, "-d", small, "-o", str(place_of(empty, name)))
        assert result.status == OUTPUT_ERROR
        assert result.err == f"karabakh-tui export: {place_of(empty, name)} cannot be written: permission denied\n"


def test_a_query_that_finds_nothing_says_so_as_list_does(run: Run, small: str) -> None:
    result = run("export", "--format", "json", "-d", small, "--where", "nonesuch")
    listed = run("list", "actors", "-d", small, "--where", "nonesuch")
    assert (result.status, result.err) == (OK, "karabakh-tui export: nothing matches\n")
    assert (listed.status, "nothing matches" in listed.err) == (OK, True)
    assert "quotes" not in json.loads(result.out)


def test_it_says_how_much_reported_leaves_out(run: Run, small: str) -> None:
    result = run("export", "--format", "json", "-d", small, "--reported")
    tree = json.loads(result.out)
    left = sum(len(rows) for rows in tree.values() if isinstance(rows, list) and rows and isinstance(rows[0], dict))
    total = len(DOSSIER.records)
    assert result.err == (
        f"karabakh-tui export: {total - left} of {total} records not written, "
        "because no source reports them in its own voice\n"
    )


def test_a_dossier_with_errors_is_not_exported(run: Run, write: Write, empty: Path) -> None:
    result = run("export", "-d", write("dossier = 1"), "-o", str(empty / "a.json"))
    assert (result.status, result.out) == (DATA_ERROR, "")
    assert list(empty.iterdir()) == []


def test_what_was_exported_as_json_is_opened_by_every_command(run: Run, small: str, empty: Path) -> None:
    path = str(empty / "a.json")
    run("export", "-d", small, "-o", path)
    for call in (("list", "actors"), ("show", "brenn"), ("search", "pilot"), ("export", "--format", "json")):
        assert run(*call, "-d", path).out == run(*call, "-d", small).out
    assert run("check", path).status == OK
    assert run("list", "actors", "-d", "-", stdin=Path(path).read_text()).out == run("list", "actors", "-d", small).out


@pytest.mark.parametrize("name", mostly_long(BINARIES, "sqlite"))
def test_what_is_no_text_goes_to_a_pipe_and_never_to_a_terminal(small: str, name: str) -> None:
    call = [sys.executable, "-m", "tui", "export", "--format", name, "-d", small]
    piped = subprocess.run(call, cwd=ROOT, capture_output=True, timeout=60, check=False)
    assert piped.returncode == OK
    assert piped.stdout.startswith((b"PK", b"SQLite format 3"))
    ours, theirs = pty.openpty()
    try:
        shown = subprocess.run(call, cwd=ROOT, stdout=theirs, stderr=subprocess.PIPE, timeout=60, check=False)
    finally:
        os.close(theirs)
        os.close(ours)
    assert shown.returncode == USAGE_ERROR
    assert shown.stderr.decode().startswith(f"karabakh-tui export: {name} is not for a terminal; name a file with -o")


def test_a_reader_that_leaves_early_and_a_full_disk_behind_stdout(small: str) -> None:
    closed = f'{sys.executable} -m tui export --format json -d {small} | head -c 1; exit "${{PIPESTATUS[0]}}"'
    many = subprocess.run(["bash", "-c", closed], cwd=ROOT, capture_output=True, timeout=60, check=False)
    assert many.returncode in (OK, BROKEN_PIPE)
    assert many.stderr == b""
    with open("/dev/full", "w", encoding="utf-8") as full:
        result = start_process("export", "--format", "json", "-d", small, stdout=full)
    assert result.returncode == OUTPUT_ERROR
    assert result.stderr == "karabakh-tui: the output could not be written: no space left on device\n"


def test_the_page_is_opened_when_it_is_written(
    run: Run, small: str, empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def opens(path: str) -> str:
        opened.append(path)
        return ""

    page = Format("a page", "tui.export.json", ".html")
    monkeypatch.setitem(FORMATS, "html", page)
    monkeypatch.setattr("tui.browser.open_file_in_browser", opens)
    path = str(empty / "a.html")
    assert run("export", "-d", small, "-o", path, "--open").status == OK
    assert opened == [path]
    monkeypatch.setattr("tui.browser.open_file_in_browser", lambda _: "there is no browser")
    result = run("export", "-d", small, "-o", path, "--open", "--force")
    assert result.status == OK
    assert result.err.endswith(f"karabakh-tui export: {path} is not opened: there is no browser\n")
    assert result.err.count("\n") == 2
