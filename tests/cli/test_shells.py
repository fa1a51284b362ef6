"""Completion in real shells: what a person gets who presses tab."""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.calls import ROOT
from tui.cli.shell_scripts import SCRIPTS

pytestmark = pytest.mark.long

_SETUP = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], "PS1='> '; source <(karabakh-tui completion bash)"),
    "zsh": (
        ["zsh", "-f", "-i"],
        "PS1='> '; bindkey -e; autoload -U compinit; compinit -u -D; source <(karabakh-tui completion zsh)",
    ),
}
_LONGEST_WAIT = 20.0
"""Seconds."""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """An environment in which `karabakh-tui` is the program of this checkout."""
    program = tmp_path / "bin" / "karabakh-tui"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tui "$@"\n')
    program.chmod(0o755)
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "notes of mine.toml").touch()
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    home = str(tmp_path / "home")
    return {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "HOME": home, "TERM": "dumb", "LC_ALL": "C.UTF-8"}


def needs(shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")


class Terminal:
    """A shell at a terminal."""

    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        self.pid, self._file = pty.fork()
        if self.pid == 0:
            os.chdir(environment["HOME"])
            os.execvpe(command[0], command, environment)  # noqa: S606
        self._seen = b""

    def type(self, text: str) -> None:
        """Press keys."""
        os.write(self._file, text.encode())

    def wait_for(self, pattern: str) -> None:
        """Wait until the output since the last wait has the pattern."""
        end = time.monotonic() + _LONGEST_WAIT
        while (found := re.search(pattern.encode(), self._seen)) is None:
            assert time.monotonic() < end, self._seen.decode(errors="replace")
            if select.select([self._file], [], [], 0.1)[0]:
                self._seen += os.read(self._file, 65536)
        self._seen = self._seen[found.end() :]

    def close(self) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._file)


@pytest.mark.parametrize("shell", _SETUP)
@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("sho", "show "),
        ("show armenia-d", "show armenia-defense-ministry "),
        ("show ego:armenia-d", "show ego:armenia-defense-ministry "),
        ("show eg", "show ego:"),
        ("list quo", "list quotes "),
        ("export --format=gra", "export --format=graphml "),
        ("export --format gra", "export --format graphml "),
        ("check --stri", "check --strict "),
        ("list quotes --where spea", "list quotes --where speaker:"),
        ("show -d no", "show -d notes\\ of\\ mine.toml "),
        ("show --dossier=no", "show --dossier=notes\\ of\\ mine.toml "),
        ("show --text article=no", "show --text article=notes\\ of\\ mine.toml "),
        ("check no", "check notes\\ of\\ mine.toml "),
    ],
)
def test_tab_completes_the_word(shell: str, typed: str, line: str, environment: dict[str, str]) -> None:
    needs(shell)
    command, setup = _SETUP[shell]
    terminal = Terminal(command, environment)
    try:
        terminal.type(f"{setup}; echo rea''dy\n")
        terminal.wait_for("ready\r?\n")
        terminal.wait_for("> ")
        terminal.type(f"karabakh-tui {typed}\t")
        terminal.wait_for(re.escape(f"karabakh-tui {line}"))
    finally:
        terminal.close()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("karabakh-tui sho", ["show"]),
        ("karabakh-tui show armenia-d", ["armenia-defense-ministry"]),
        ("karabakh-tui show ego:armenia-d", ["ego:armenia-defense-ministry"]),
        ("karabakh-tui export --format=gra", ["--format=graphml"]),
        ("karabakh-tui check --stri", ["--strict"]),
        ("karabakh-tui show -d no", ["notes of mine.toml"]),
        ("karabakh-tui show --dossier=no", ["--dossier=notes of mine.toml"]),
    ],
)
def test_fish_completes_the_word(typed: str, words: list[str], environment: dict[str, str]) -> None:
    needs("fish")
    script = f"karabakh-tui completion fish | source; complete -C '{typed}'"
    process = subprocess.run(
        ["fish", "--no-config", "-c", script],
        env=environment,
        cwd=environment["HOME"],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert [line.partition("\t")[0] for line in process.stdout.splitlines()] == words


@pytest.mark.parametrize("shell", SCRIPTS)
def test_the_script_has_no_fault_of_syntax(shell: str) -> None:
    needs(shell)
    process = subprocess.run([shell, "-n"], input=SCRIPTS[shell], text=True, capture_output=True, check=False)
    assert (process.returncode, process.stderr) == (0, "")
