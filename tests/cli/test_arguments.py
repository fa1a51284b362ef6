"""Help and version go to stdout; a wrong call is one line on stderr and exit status 2."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

import tui
from tests.cli.calls import ROOT, Result, Run, is_clean
from tests.dossiers import MINIMAL
from tui.cli import DATA_ERROR, OK, USAGE_ERROR
from tui.cli.commands.registry import COMMANDS, load_command
from tui.dossier.format.schema import schema_text


def test_schema_prints_the_schema(run: Run) -> None:
    assert run("schema") == Result(OK, schema_text(), "")


def test_the_version_goes_to_stdout(run: Run) -> None:
    assert run("--version") == Result(OK, f"karabakh-tui {tui.VERSION}\n", "")


def test_help_goes_to_stdout_and_lists_every_command(run: Run) -> None:
    result = run("--help")
    assert (result.status, result.err) == (OK, "")
    for name in COMMANDS:
        assert re.search(rf"^  {name} +{re.escape(load_command(name).SUMMARY)}$", result.out, re.MULTILINE)
    for word in ("--text", "--version", "stdout", "stderr", "Exit status"):
        assert word in result.out
    assert run("-h").out == result.out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_of_its_own(run: Run, command: str) -> None:
    result = run(command, "--help")
    assert (result.status, result.err) == (OK, "")
    assert result.out.startswith(f"usage: karabakh-tui {command}")


@pytest.mark.parametrize(
    "call",
    [
        ("--colour",),
        ("a.toml", "b.toml"),
        ("check", "--format", "xml"),
        ("check", "--form", "json"),
        ("check", "--text", "gazette"),
        ("check", "--text", "=x"),
        ("check", "--text", "gazette="),
        ("check", "--text"),
        ("show",),
        ("show", "a", "b"),
        ("show", "a", "--tour"),
        ("--tour", "--example", "a.toml"),
        ("--tour", "a.toml", "b.toml"),
        ("show", "a", "--width", "wide"),
        ("show", "a", "--width", "5"),
        ("show", "a", "--width", "-40"),
        ("list",),
        ("list", "pacts"),
        ("list", "actors", "--format", "yaml"),
        ("list", "actors", "extra"),
        ("balance", "extra"),
        ("balance", "--format", "csv"),
        ("balance", "--include", "\x1b[31mred"),
        ("balance", "--include"),
        ("schema", "extra"),
        ("check", "--evil\x1b]0;x\x07"),
        ("list", "\x1b[31mred"),
    ],
)
def test_a_wrong_call_is_one_line_that_points_to_help(run: Run, call: tuple[str, ...]) -> None:
    result = run(*call)
    assert (result.status, result.out) == (USAGE_ERROR, "")
    assert re.fullmatch(r"(karabakh-tui(?: \w+)?): .+; see \1 --help\n", result.err)
    assert is_clean(result.err)


def test_a_wrong_kind_is_answered_with_the_kinds(run: Run) -> None:
    assert all(kind in run("list", "pacts").err for kind in MINIMAL)


def test_the_exit_statuses_are_those_that_scripts_rely_on(run: Run) -> None:
    assert (OK, DATA_ERROR, USAGE_ERROR) == (0, 1, 2)
    assert "0 success (warnings are allowed), 1 the dossier has errors" in run("--help").out


_LOADED = """
import sys
from tui.cli.main import main
main(sys.argv[1:])
print("loaded", *sys.modules, file=sys.stderr)
"""


def modules_loaded_by(*arguments: str) -> set[str]:
    command = [sys.executable, "-c", _LOADED, *arguments]
    process = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    return set(process.stderr.rpartition("loaded ")[2].split())


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_load_neither_a_dossier_nor_the_app(option: str) -> None:
    modules = modules_loaded_by(option)
    assert "tui.cli.arguments" in modules
    unwanted = ("tui.dossier", "tui.pages", "tui.app", "textual", "msgspec")
    assert not [name for name in modules if name.startswith(unwanted)]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_call_loads_no_other_command(command: str) -> None:
    modules = modules_loaded_by(command, "--help")
    assert modules & set(COMMANDS.values()) == {COMMANDS[command]}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_declares_what_the_registry_asks_for(name: str) -> None:
    command = load_command(name)
    assert command.SUMMARY[0].islower()
    assert not command.SUMMARY.endswith(".")
    assert all(len(line) <= 80 for line in command.DESCRIPTION.splitlines())
    assert callable(command.add_arguments)
    assert callable(command.run)
