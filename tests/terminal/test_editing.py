"""The real program and an editor: the terminal is handed over and taken back, and the file is read again."""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.marks import mostly_long
from tests.terminal.pty_harness import MODERN, PLAIN, Terminal

ROOT = Path(__file__).resolve().parents[2]
ENTER, LEAVE = b"\x1b[?1049h", b"\x1b[?1049l"


def dossier(*names: str) -> str:
    actors = "".join(f'\n[[actors]]\nid = "{name.lower()}"\nkind = "state"\nname = "{name}"\n' for name in names)
    return f'dossier = 1\ntitle = "Edited"\n{actors}'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "a dossier.toml"
    made.write_text(dossier("Alpha", "Beta", "Gamma"), encoding="utf-8")
    return made


_EDITOR = """
import json, os, pathlib, signal, sys, termios, tty
called = pathlib.Path({called!r})
modes = termios.tcgetattr(0)[3]
called.write_text(json.dumps([sys.argv[1:], bool(modes & termios.ICANON and modes & termios.ECHO)]))
{code}
"""


_WITHOUT_OUR_DRIVER = """
import sys
from tests.terminal.renamed import rename
rename(["textual._xterm_parser:XTermParser"])
from tui.cli.main import main
sys.exit(main(sys.argv[1:]))
"""
"""The program in a version of Textual in which our driver does not work, so that Textual's own takes its place."""


@contextmanager
def reading(
    file: Path,
    code: str,
    editor: str = "",
    answers: Mapping[bytes, bytes] = PLAIN,
    program: Sequence[str] = ("-m", "tui"),
) -> Iterator[Terminal]:
    """The program with an editor that runs `code`, at the second actor."""
    script = file.parent / "editor.py"
    script.write_text(_EDITOR.format(called=str(file.parent / "called"), code=code), encoding="utf-8")
    environment = {"XDG_STATE_HOME": str(file.parent), "EDITOR": editor or f"'{sys.executable}' '{script}' -x"}
    argv = [sys.executable, *program, str(file)]
    with Terminal(argv, environment=environment, cwd=ROOT, answers=answers) as terminal:
        terminal.wait_for("Edited")
        terminal.send(b"1")
        terminal.wait_for("Alpha   ")
        terminal.send(b"j\r")
        terminal.wait_until(lambda: "state  beta" in terminal.lines()[2])
        yield terminal


def quits_cleanly(terminal: Terminal) -> None:
    terminal.send(b"q")
    assert terminal.wait_for_end() == 0
    assert terminal.unrestored() == []


def called(file: Path) -> tuple[list[str], bool]:
    """The words the editor was called with, and whether the terminal was as a shell leaves it."""
    words, is_usual = json.loads((file.parent / "called").read_text())
    return words, is_usual


@pytest.mark.long
def test_the_editor_opens_at_the_record_and_what_it_saved_is_shown_there(file: Path) -> None:
    code = """
path = pathlib.Path(sys.argv[-1])
path.write_text(path.read_text().replace('name = "Beta"', 'name = "Better"').replace('[[actors]]', '\\n[[actors]]', 1))
"""
    with reading(file, code) as terminal:
        terminal.send(b"E")
        terminal.wait_until(lambda: "Better" in terminal.lines()[2] and "state  beta" in terminal.lines()[2])
        terminal.wait_for("1 record changed")
        line = dossier("Alpha", "Beta", "Gamma").splitlines().index('id = "beta"')
        assert called(file) == (["-x", f"+{line}", str(file)], True)
        assert terminal.raw.count(ENTER) == 2
        terminal.send(b"\x7f")  # the keyboard is ours again, and so is the way back
        terminal.wait_until(lambda: "state  alpha" in terminal.lines()[2] or "Better" in terminal.lines()[3])
        quits_cleanly(terminal)


_BEHAVIOURS = {
    "leaves every mode on": (
        "tty.setraw(0)\n"
        "sys.stdout.write('\\x1b[?1h\\x1b=\\x1b[?1000;1002;1003;1006h\\x1b[?2004h\\x1b[?1004h\\x1b[?25l\\x1b[5;10r\\x1b[31m')"
    ),
    "is killed on its own screen": (
        "tty.setraw(0)\nsys.stdout.write('\\x1b[?1049h\\x1b[?25lvi')\nsys.stdout.flush()\nos.kill(os.getpid(), 9)"
    ),
    "is interrupted": "signal.signal(signal.SIGINT, signal.SIG_IGN)\nos.killpg(0, signal.SIGINT)",
    "fails": "sys.exit(3)",
}
_TOLD = {"is killed on its own screen": "ended by signal 9", "fails": "ended with status 3"}


@pytest.mark.long
@pytest.mark.parametrize("answers", mostly_long([PLAIN, MODERN], PLAIN, ids=["plain", "modern"]))
@pytest.mark.parametrize("behaviour", mostly_long(_BEHAVIOURS, "leaves every mode on"))
def test_whatever_the_editor_does_the_terminal_is_taken_back_and_restored(
    behaviour: str, answers: Mapping[bytes, bytes], file: Path
) -> None:
    with reading(file, _BEHAVIOURS[behaviour], answers=answers) as terminal:
        before = len(terminal.raw)
        terminal.send(b"E")
        terminal.wait_until(lambda: ENTER in terminal.raw[before:] and "state  beta" in terminal.lines()[2])
        if words := _TOLD.get(behaviour):
            terminal.wait_for(words)
        terminal.send(b"\t\x1b[B")
        terminal.wait_for("state  gamma")
        quits_cleanly(terminal)


@pytest.mark.long
@pytest.mark.parametrize("behaviour", mostly_long(_BEHAVIOURS, "is killed on its own screen"))
def test_so_it_is_with_textuals_own_driver(behaviour: str, file: Path) -> None:
    with reading(file, _BEHAVIOURS[behaviour], program=("-c", _WITHOUT_OUR_DRIVER)) as terminal:
        before = len(terminal.raw)
        terminal.send(b"E")
        terminal.wait_until(lambda: ENTER in terminal.raw[before:] and "state  beta" in terminal.lines()[2])
        terminal.send(b"\t\x1b[B")
        terminal.wait_for("state  gamma")
        quits_cleanly(terminal)


@pytest.mark.long
def test_a_missing_editor_is_one_clear_line(file: Path) -> None:
    with reading(file, "", editor="no-such-editor --wait") as terminal:
        terminal.send(b"E")
        terminal.wait_for("EDITOR names")
        assert terminal.raw.count(ENTER) == 1
        quits_cleanly(terminal)


@pytest.mark.long
def test_a_file_that_is_broken_by_another_program_is_said_to_be_so_until_it_is_repaired(file: Path) -> None:
    code = f"path = pathlib.Path(sys.argv[-1])\npath.write_text({dossier('Alpha', 'Beta', 'Delta')!r})"
    with reading(file, code) as terminal:
        file.write_text(dossier("Alpha", "Beta", "Gamma").replace('"state"', '"stat"', 1), encoding="utf-8")
        terminal.wait_until(lambda: "⊠ 1 error !" in terminal.lines()[0])
        assert "state  beta" in terminal.lines()[2]
        terminal.send(b"!")
        terminal.wait_for("line 6, column 1")
        terminal.send(b"E")
        terminal.wait_until(lambda: "state  beta" in terminal.lines()[2] and "⊠" not in terminal.lines()[0])
        assert called(file)[0][-2:] == ["+6", str(file)]
        terminal.wait_for("The file opens again")
        quits_cleanly(terminal)


@pytest.mark.long
def test_a_signal_while_the_editor_runs_ends_both(file: Path) -> None:
    with reading(file, "import time\ntime.sleep(600)") as terminal:
        terminal.send(b"E")
        terminal.wait_until((file.parent / "called").exists)
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_for_end() == 143
