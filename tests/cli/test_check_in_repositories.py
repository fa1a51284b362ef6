"""`check` where dossiers are kept in a repository: workflow commands of GitHub, and the hook of pre-commit."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.cli.calls import BROKEN, ROOT, WARNED, Run, Write, start_process
from tests.dossiers import SMALL, dossier_of, record
from tui.cli import DATA_ERROR, OK
from tui.dossier import problems

# Workflow commands.


def test_each_problem_is_a_command_with_its_place(run: Run, write: Write) -> None:
    name = write(BROKEN)
    result = run("check", "--format", "github", name)
    assert result.status == DATA_ERROR
    shown = [re.fullmatch(r".*?:(\d+):(\d+): (error): (.*)", line) for line in run("check", name).out.splitlines()]
    codes = ("dangling-reference", "missing-denied-by")
    assert result.out.splitlines() == [
        f"::error file={name},line={found[1]},col={found[2]},title={code}::{found[4]}"
        for found, code in zip(filter(None, shown), codes, strict=True)
    ]
    assert result.err.startswith(f"{name}: 2 errors\n")


def test_a_warning_is_one_and_with_strict_an_error(run: Run, write: Write) -> None:
    name = write(WARNED)
    result = run("check", "--format=github", name)
    assert (result.status, result.out.partition(" ")[0]) == (OK, "::warning")
    result = run("check", "--format=github", "--strict", name)
    assert (result.status, result.out.partition(" ")[0]) == (DATA_ERROR, "::error")


def test_what_would_end_a_property_or_a_message_is_escaped(run: Run, write: Write) -> None:
    name = write(dossier_of(record("quotes", speaker="50%\n::error::x, y")), "a,b:c%.toml")
    [command] = run("check", "--format=github", name).out.splitlines()
    properties, _, message = command.removeprefix("::error ").partition("::")
    assert f"file={name[:-11]}a%2Cb%3Ac%25.toml," in properties
    assert "“50%25 ::error::x, y”" in message


def test_standard_input_and_a_file_that_cannot_be_read_have_no_line(run: Run, tmp_path: Path) -> None:
    assert run("check", "-", "--format=github", stdin="x").out.startswith("::error line=1,col=")
    command = run("check", str(tmp_path / "gone.toml"), "--format=github").out
    assert command == f"::error file={tmp_path}/gone.toml,title=no-such-file::there is no such file\n"


def test_equal_problems_are_grouped(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    name = write(dossier_of(*(record("actors", id=f"x-{number}", kind="war") for number in range(30))))
    lines = run("check", "--format=github", name).out.splitlines()
    assert len(lines) == 6
    assert lines[5].startswith(f"::error file={name},title=unknown-word::and 25 more of these: `kind`: “war” is not")
    monkeypatch.setattr(problems, "MOST", 10)
    name = write("".join(f"k{number} = 0\n" for number in range(12)) + "dossier = 1\ntitle = 'T'\n")
    last = run("check", "--format=github", name).out.splitlines()[-1]
    assert last == f"::warning file={name},title=more::and 2 more warnings, too many to list"


def test_a_dossier_without_problems_gives_no_command(run: Run, small: str) -> None:
    assert run("check", "--format=github", small).out == ""


# Files that are no dossiers.


@pytest.mark.parametrize(
    "text",
    ["dossier = 1\ntitle = ", '\ufeffdossier = 1\ntitle = "T"', '"dossier"=1', "# x\r\n\tdossier  = 2", SMALL],
)
def test_a_file_with_the_key_of_dossiers_is_one_however_broken(run: Run, write: Write, text: str) -> None:
    name = write(text)
    result = run("check", "--only-dossiers", name)
    assert "passed over" not in result.err
    assert result.status == run("check", name).status


@pytest.mark.parametrize("text", ["", '[project]\nname = "x"', "# dossier = 1", "[tool]\ndossiers = 1", "\xff[[["])
def test_any_other_file_is_passed_over(run: Run, write: Write, text: str) -> None:
    name = write(text, "pyproject.toml")
    result = run("check", "--only-dossiers", name)
    assert (result.status, result.out, result.err) == (OK, "", f"{name}: passed over, no dossier\n")
    assert run("check", name).status == DATA_ERROR


def test_a_file_that_cannot_be_read_is_not_passed_over(run: Run, tmp_path: Path) -> None:
    assert run("check", "--only-dossiers", str(tmp_path)).status == DATA_ERROR


def test_only_dossiers_are_pinned(run: Run, write: Write) -> None:
    other, dossier = write("[x]\n", "x.toml"), write('dossier = 1\ntitle = "T"\n', "d.toml")
    result = run("check", "--only-dossiers", "--pin", other, dossier)
    assert result.status == OK
    assert result.err.splitlines()[-1] == f"{dossier}: it has no sources"


# The hook.


def hook() -> dict[str, str]:
    """The keys of the one hook that the repository offers."""
    text = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    [entry] = re.split(r"^- ", text, flags=re.MULTILINE)[1:]
    return dict(re.findall(r"^ *(\w+): (.*)$", entry, re.MULTILINE))


def test_the_entry_of_the_hook_checks_dossiers_and_nothing_else(tmp_path: Path) -> None:
    keys = hook()
    assert (keys["id"], keys["language"], keys["types"]) == ("karabakh-check", "python", "[toml]")
    program, *arguments = shlex.split(keys["entry"])
    assert program == "karabakh-tui"
    for name, text in (("good.toml", SMALL), ("pyproject.toml", "[project]\n"), ("broken.toml", BROKEN)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    others, broken = [str(tmp_path / "good.toml"), str(tmp_path / "pyproject.toml")], str(tmp_path / "broken.toml")
    assert start_process(*arguments, *others).returncode == OK
    process = start_process(*arguments, *others, broken)
    assert process.returncode == DATA_ERROR
    assert all(line.startswith(f"{broken}:") for line in process.stdout.splitlines())
