"""Streams that are closed, full, interrupted or without UTF-8 end in an exit status, never in a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.calls import ROOT, Result, Run, Write, start_process
from tests.dossiers import dossier_of, record
from tests.marks import mostly_long
from tui.cli import BROKEN_PIPE, INTERRUPTED, OK, OUTPUT_ERROR, USAGE_ERROR, stdio


@pytest.mark.parametrize(
    "command",
    mostly_long(
        [("show", "armenia"), ("list", "quotes"), ("schema",), ("check", "gone"), ("--help",), ()],
        ("show", "armenia"),
        ("--help",),
    ),
)
@pytest.mark.parametrize("unbuffered", mostly_long(["", "1"], "", ids=["buffered", "unbuffered"]))
def test_a_closed_pipe_ends_the_command_quietly(command: tuple[str, ...], unbuffered: str) -> None:
    read, write = os.pipe()
    os.close(read)
    try:
        result = start_process(*command, stdout=write, env={"PYTHONUNBUFFERED": unbuffered})
    finally:
        os.close(write)
    assert result.returncode == BROKEN_PIPE == 141
    assert result.stderr == ""


@pytest.mark.parametrize("command", mostly_long([("show", "armenia"), ("schema",), ("check", "gone")], ("schema",)))
@pytest.mark.parametrize("unbuffered", ["", "1"], ids=["buffered", "unbuffered"])
def test_a_full_disk_is_one_line(command: tuple[str, ...], unbuffered: str) -> None:
    with open("/dev/full", "w", encoding="utf-8") as full:
        result = start_process(*command, stdout=full, env={"PYTHONUNBUFFERED": unbuffered})
    assert result.returncode == OUTPUT_ERROR == 1
    assert result.stderr == "karabakh-tui: the output could not be written: no space left on device\n"


@pytest.mark.parametrize("closed", mostly_long([">&-", "2>&-", "<&-", ">&- 2>&-"], ">&-", "2>&-"))
def test_a_closed_stream_is_not_an_error(closed: str, small: str) -> None:
    result = subprocess.run(
        ["sh", "-c", f'"$@" {closed}', "sh", sys.executable, "-m", "tui", "list", "actors", "-d", small],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert (result.returncode, result.stderr) == (OK, "")
    assert bool(result.stdout) == (">&-" not in closed.replace("2>&-", ""))


@pytest.mark.parametrize("unbuffered", ["", "1"], ids=["buffered", "unbuffered"])
def test_stderr_that_is_full_does_not_spoil_the_data(unbuffered: str, small: str) -> None:
    with open("/dev/full", "w", encoding="utf-8") as full:
        env = {"PYTHONUNBUFFERED": unbuffered}
        result = start_process("check", "--format", "json", small, stderr=full, env=env)
    assert result.returncode == OK
    assert json.loads(result.stdout)["files"][0]["problems"] == []


NO_UTF8 = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@pytest.mark.parametrize("encoding", mostly_long(["ascii", "latin-1"], "ascii"))
@pytest.mark.parametrize("command", mostly_long([("show", "x"), ("list", "actors")], ("list", "actors")))
def test_text_with_letters_that_its_encoding_lacks_is_one_line_and_a_usage_error(
    command: tuple[str, ...], encoding: str, write: Write
) -> None:
    name = write(dossier_of(record("actors", id="x", name="Հայաստան – é")))
    env = {**NO_UTF8, "PYTHONIOENCODING": encoding}
    result = start_process(*command, "-d", name, env=env, encoding="latin-1")
    assert (result.returncode, result.stdout) == (USAGE_ERROR, "")
    assert result.stderr.splitlines() == [
        rf"karabakh-tui: \u201c\u0540\u201d cannot be written in {encoding}, the encoding of standard output; "
        "set PYTHONIOENCODING=utf-8"
        if encoding == "ascii"
        else result.stderr.rstrip()
    ]
    env = {**NO_UTF8, "PYTHONIOENCODING": "utf-8"}
    assert "Հայաստան – é" in start_process(*command, "-d", name, env=env).stdout


@pytest.mark.parametrize("output", ["csv", "json"])
def test_data_is_utf_8_whatever_the_locale(output: str, write: Write) -> None:
    name = write(dossier_of(record("actors", id="x", name="Azərbaycan")))
    result = start_process("list", "actors", "--format", output, "-d", name, env=NO_UTF8)
    assert (result.returncode, result.stderr) == (OK, "")
    printed = result.stdout.encode().decode("unicode-escape") if output == "json" else result.stdout
    assert "Azərbaycan" in printed


def test_ctrl_c_ends_the_command_quietly(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt() -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("tui.dossier.format.schema.schema_text", interrupt)
    assert run("schema") == Result(INTERRUPTED, "", "")


def test_the_command_does_not_run_what_lies_in_the_folder_where_it_is_called(tmp_path: Path, small: str) -> None:
    for name in ("tomli", "csv", "msgspec", "argparse"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('a stranger ran')", encoding="utf-8")
    result = subprocess.run(
        [sys.executable, "-m", "tui", "check", small],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert result.returncode == OK
    assert "stranger" not in result.stderr


@pytest.mark.parametrize(("columns", "width"), [(200, 80), (81, 80), (80, 80), (42, 42), (10, 10), (3, 10), (0, 10)])
def test_text_is_as_wide_as_the_terminal_but_at_most_80(
    columns: int, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", sys.__stdout__)
    monkeypatch.setattr(os, "get_terminal_size", lambda descriptor: os.terminal_size((columns, 24)))
    assert stdio.text_width() == width


def test_text_is_80_wide_where_stdout_is_not_a_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open(tmp_path / "out", "w", encoding="utf-8") as file:
        monkeypatch.setattr(sys, "stdout", file)
        assert stdio.text_width() == 80
