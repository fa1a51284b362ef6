"""The manual page has everything that `--help` says, and is free of faults."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from tests.cli.calls import Run
from tui.cli import OK
from tui.cli.commands.registry import COMMANDS, load_command
from tui.cli.declared import declared
from tui.cli.manual import manual


def plain(roff: str) -> str:
    """What roff prints, on one line."""
    text = (
        re.sub(r"\\f[BIR]", "", roff).replace(r"\-", "-").replace(r"\(dq", '"').replace(r"\&", "").replace(r"\e", "\\")
    )
    return " ".join(text.split())


def test_man_prints_the_manual_page(run: Run) -> None:
    result = run("man")
    assert (result.status, result.out, result.err) == (OK, manual(), "")


@pytest.mark.parametrize("command", COMMANDS)
def test_the_page_has_every_command_with_every_option(command: str) -> None:
    _, section = manual().split(f"\n.SS {command}\n")
    section = plain(re.split(r"\n\.S[SH] ", section)[0])
    assert plain(load_command(command).DESCRIPTION) in re.sub(r" \.(?:nf|fi|PP|sp)(?= |$)", "", section)
    for argument in declared(command).arguments:
        assert ".TP " + " ".join(filter(None, (", ".join(argument.flags), argument.value))) in section
        assert argument.help in section


def test_the_page_has_the_exit_statuses_and_the_folders() -> None:
    text = plain(manual())
    assert "0 success (warnings are allowed), 1 the dossier has errors" in text
    for word in ("XDG_STATE_HOME", "XDG_CACHE_HOME", "VISUAL, EDITOR", "NO_COLOR"):
        assert word in text


def test_a_hyphen_is_one_that_can_be_copied_into_a_shell() -> None:
    assert re.findall(r"(?<!\\)-", manual().partition(".SH NAME")[2]) == []


def test_no_line_of_text_is_a_request() -> None:
    known = {".TH", ".nh", ".ad", ".SH", ".SS", ".PP", ".TP", ".B", ".br", ".nf", ".fi", ".sp"}
    requests = {line.split()[0] for line in manual().splitlines() if line[0] in ".'"}
    assert requests <= known


@pytest.mark.long
@pytest.mark.parametrize(
    "command",
    [
        ["mandoc", "-Tlint", "-W", "warning"],
        ["groff", "-man", "-Tutf8", "-k", "-ww", "-z"],
        ["man", "-l", "-"],
    ],
    ids=lambda command: command[0],
)
def test_the_programs_that_show_the_page_find_no_fault_in_it(command: list[str]) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    process = subprocess.run(command, input=manual(), text=True, capture_output=True, check=False, timeout=60)
    faults = process.stderr + process.stdout * (command[0] == "mandoc")
    assert [fault for fault in faults.splitlines() if "missing date" not in fault] == []
