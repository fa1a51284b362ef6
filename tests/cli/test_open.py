"""Without a terminal `karabakh-tui [FILE]` prints the overview instead of opening the app."""

from __future__ import annotations

import os
from pathlib import Path

from tests.cli.calls import BROKEN, Run, Write, start_process
from tests.dossiers import SMALL
from tui.cli import DATA_ERROR, OK


def test_without_a_terminal_the_overview_is_printed(small: str) -> None:
    result = start_process(small)
    assert result.returncode == OK
    assert result.stdout.startswith("The locks on the Tamber")
    assert "Grievances and requests" in result.stdout
    assert "9 actors, 3 quotations, 1 reported statement" in result.stdout
    assert "Editors    The testers, A. Second" in result.stdout
    assert "not a terminal" in result.stderr
    assert "karabakh-tui show ID" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_without_arguments_the_bundled_dossier_is_opened(run: Run) -> None:
    result = run()
    assert result.status == OK
    assert result.out.startswith("Nagorno Karabakh")


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


def test_the_overview_is_printed_where_only_stdout_is_not_a_terminal(small: str) -> None:
    controller, terminal = os.openpty()
    try:
        result = start_process(small, stdin=terminal, stderr=terminal, env={"TERM": "xterm"}, timeout=20)
        messages = os.read(controller, 9999).decode()
    finally:
        os.close(controller)
        os.close(terminal)
    assert result.returncode == OK
    assert result.stdout.startswith("The locks on the Tamber")
    assert messages.startswith("Standard output is not a terminal.")
    assert len(messages.splitlines()) == 1
