"""Without a terminal `karabakh-tui [FILE]` prints the overview instead of opening the app."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.cli.calls import BROKEN, ROOT, Run, Write, start_process
from tests.dossiers import SMALL
from tests.marks import mostly_long
from tests.terminal.pty_harness import Terminal
from tui.cli import BROKEN_PIPE, DATA_ERROR, OK


def test_without_a_terminal_the_overview_is_printed(small: str) -> None:
    result = start_process(small)
    assert result.returncode == OK
    assert result.stdout.startswith("The locks on the Tamber")
    assert "Grievances and requests" in result.stdout
    assert "8 actors, 1 place, 3 quotations, 1 reported statement" in result.stdout
    assert "Editors    The testers, A. Second" in result.stdout
    assert "not a terminal" in result.stderr
    assert "karabakh-tui show ID" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_without_arguments_the_bundled_dossier_is_opened(run: Run) -> None:
    result = run()
    assert result.status == OK
    assert result.out.startswith("Nagorno Karabakh")


def test_a_tour_is_through_the_example_unless_a_file_is_named(run: Run, small: str) -> None:
    result = run("--tour")
    assert (result.status, result.out) == (OK, run("--example").out)
    assert "not a terminal" in result.err
    assert run("--tour", small).out == run(small).out
    assert run("--tour", "--example").out == result.out


def test_a_broken_file_without_a_terminal_is_its_problems_on_stderr(write: Write) -> None:
    result = start_process(write(BROKEN))
    assert (result.returncode, result.stdout) == (DATA_ERROR, "")
    assert [line.partition(": ")[2][:5] for line in result.stderr.splitlines()] == ["error", "error"]


def test_standard_input_is_read_once_and_shown_without_a_terminal() -> None:
    result = start_process("-", input=SMALL)
    assert result.returncode == OK
    assert result.stdout.startswith("The locks on the Tamber")


def test_a_local_copy_of_a_source_may_be_named(run: Run, small: str, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_text("Something else.", encoding="utf-8")
    result = run(small, "--text", f"gazette={tmp_path}/bad.txt")
    assert result.status == DATA_ERROR
    assert "these words do not occur in gazette" in result.err


@pytest.mark.parametrize(
    ("redirection", "status"),
    mostly_long(
        [("> out.txt", OK), ("| cat > out.txt", OK), ("| head -n 1 > out.txt", BROKEN_PIPE)],
        ("> out.txt", OK),
        unpack=True,
    ),
)
def test_the_overview_is_printed_where_only_stdout_is_not_a_terminal(
    redirection: str, status: int, small: str, tmp_path: Path
) -> None:
    call = (
        f"set -o pipefail; {sys.executable} -m tui {small} {redirection.replace('out.txt', str(tmp_path / 'out.txt'))}"
    )
    with Terminal(["bash", "-c", call], cwd=ROOT) as terminal:
        assert terminal.wait_for_end() in (status, OK)  # OK where the reader was still there at the last write
        assert b"\x1b" not in terminal.raw
        messages = bytes(terminal.raw).decode()
    assert (tmp_path / "out.txt").read_text(encoding="utf-8").startswith("The locks on the Tamber")
    assert messages.startswith("Standard output is not a terminal.") or status == BROKEN_PIPE
    assert len(messages.splitlines()) <= 1


def test_help_says_when_the_overview_is_printed(run: Run) -> None:
    assert "Where standard output is\na file or a pipe, or there is no terminal, it prints Home" in run("--help").out
