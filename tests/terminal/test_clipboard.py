"""Copying reaches a clipboard by the terminal or by tmux, and where there is none the text is shown instead."""

from __future__ import annotations

import base64
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.dossiers import SMALL
from tests.terminal.pty_harness import TIMEOUT, Terminal
from tests.terminal.tmux import Tmux
from tui.terminal import clipboard
from tui.terminal.clipboard import SET_CLIPBOARD, TerminalClipboard, has_clipboard

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = [sys.executable, "-m", "tui"]
TEXT = "“Շատ լավ” —\nno `$(x)` \x1b]0;x"
IN_TMUX = {"TMUX": "/run/x,1,0", "TERM": "tmux-256color"}
COPIED = "“We shall not ask twice.” — Ada Brenn"


def sequence(text: str) -> str:
    """What Textual writes to copy a text."""
    return f"{SET_CLIPBOARD}{base64.b64encode(text.encode()).decode()}\a"


def until(happens: Callable[[], object]) -> None:
    end = time.monotonic() + TIMEOUT
    while not happens():
        assert time.monotonic() < end
        time.sleep(0.01)


@pytest.mark.parametrize(
    ("environment", "there"),
    [
        ({"TERM": "xterm-256color"}, True),
        ({"TERM": "xterm-kitty"}, True),
        ({"TERM": "tmux-256color"}, True),
        ({"TERM": "linux"}, False),
        ({"TERM": "dumb"}, False),
        ({"TERM": "screen-256color"}, False),
        ({"TERM": "screen-256color", "TMUX": "/run/x,1,0"}, True),
        ({"TERM": "xterm-256color", "STY": "1.pts"}, False),
        ({"TERM": "xterm-256color", "VTE_VERSION": "7006"}, False),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, False),
        ({"TERM": "rxvt-unicode-256color"}, False),
        ({}, False),
    ],
)
def test_the_environment_tells_whether_a_clipboard_is_there(environment: dict[str, str], there: bool) -> None:
    assert has_clipboard(environment) == there
    written: list[str] = []
    if "TMUX" not in environment:
        TerminalClipboard(written.append, environment).copy(sequence("x"))
        assert written == ([sequence("x")] if there else [])


@pytest.fixture
def fake_tmux(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Puts a program in the place of tmux that notes its arguments and its input, then runs some code."""

    def put(code: str) -> Path:
        noted = tmp_path / "noted"
        program = tmp_path / "tmux"
        note = f"open({str(noted)!r}, 'a').write(json.dumps([sys.argv[1:], sys.stdin.buffer.read().decode()]) + '\\n')"
        program.write_text(f"#!{sys.executable}\nimport json, sys, time\n{note}\n{code}\n")
        program.chmod(0o755)
        return noted

    monkeypatch.setenv("PATH", str(tmp_path))
    return put


def test_tmux_is_given_the_text_on_its_input_and_the_terminal_nothing(fake_tmux: Callable[[str], Path]) -> None:
    noted, written = fake_tmux(""), list[str]()
    TerminalClipboard(written.append, IN_TMUX).copy(sequence(TEXT))
    until(lambda: noted.exists() and noted.read_text().endswith("\n"))
    assert json.loads(noted.read_text()) == [["load-buffer", "-w", "-"], TEXT]
    assert written == []


def test_a_program_that_ends_waits_until_tmux_has_the_text(fake_tmux: Callable[[str], Path]) -> None:
    noted = fake_tmux("time.sleep(0.3)\nopen(sys.argv[0] + '.done', 'w')")
    copying = TerminalClipboard(lambda _: None, IN_TMUX)
    copying.copy(sequence(TEXT))
    copying.finish()
    assert (noted.parent / "tmux.done").exists()


def test_an_older_tmux_is_asked_without_the_option_that_it_does_not_know(fake_tmux: Callable[[str], Path]) -> None:
    noted, written = fake_tmux("sys.exit('-w' in sys.argv)"), list[str]()
    TerminalClipboard(written.append, IN_TMUX).copy(sequence(TEXT))
    until(lambda: noted.exists() and noted.read_text().count("\n") == 2)
    assert json.loads(noted.read_text().splitlines()[1]) == [["load-buffer", "-"], TEXT]
    assert written == []


@pytest.mark.parametrize("code", ["sys.exit(1)", "time.sleep(60)", None])
def test_where_tmux_does_not_take_it_the_terminal_around_it_is_asked(
    fake_tmux: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch, code: str | None
) -> None:
    monkeypatch.setattr(clipboard, "_PATIENCE", 0.3)
    if code is not None:
        fake_tmux(code)
    written: list[str] = []
    TerminalClipboard(written.append, IN_TMUX).copy(sequence("x"))
    until(lambda: written)
    assert written == [f"\x1bPtmux;\x1b{sequence('x')}\x1b\\{sequence('x')}"]


# The program


def reading(tmp_path: Path, **environment: str | None) -> Terminal:
    file = tmp_path / "d.toml"
    file.write_text(SMALL)
    changes = {"XDG_STATE_HOME": str(tmp_path / "state"), **environment}
    return Terminal([*PROGRAM, str(file)], environment=changes, cwd=ROOT)


def at_the_quote(terminal: Terminal) -> None:
    terminal.wait_for("The locks on the Tamber")
    terminal.send(b"2")
    terminal.wait_for("They promised")
    terminal.send(b"j")
    terminal.wait_for("q-twice")


@pytest.mark.long
def test_a_copy_is_the_only_thing_that_is_written_past_the_screen(tmp_path: Path) -> None:
    with reading(tmp_path) as terminal:
        at_the_quote(terminal)
        terminal.send(b"y")
        terminal.wait_for("Copied: “We shall not ask twice.”")
        encoded = terminal.raw.split(SET_CLIPBOARD.encode())[1].partition(b"\a")[0]
        assert base64.b64decode(encoded).decode().startswith(COPIED)
        assert terminal.raw.count(b"\x1b]52;") == 1
        terminal.send(b"q")
        assert terminal.wait_for_end() == 0
        assert terminal.unrestored() == []


@pytest.mark.long
@pytest.mark.parametrize("environment", [{"TERM": "linux"}, {"STY": "1.x"}])
def test_without_a_clipboard_the_text_stands_on_the_screen_to_be_selected(
    tmp_path: Path, environment: dict[str, str | None]
) -> None:
    with reading(tmp_path, **environment) as terminal:
        at_the_quote(terminal)
        terminal.send(b"y")
        terminal.wait_for("No clipboard here")
        terminal.wait_for(COPIED)
        assert b"\x1b]52;" not in terminal.raw
        terminal.send(b"q")
        terminal.wait_for("2/4")
        terminal.send(b"q")
        assert terminal.wait_for_end() == 0


@pytest.mark.long
def test_what_was_copied_just_before_leaving_is_there(tmp_path: Path) -> None:
    with reading(tmp_path) as terminal:
        at_the_quote(terminal)
        terminal.send(b"yq")
        assert terminal.wait_for_end() == 0
        assert terminal.raw.count(SET_CLIPBOARD.encode()) == 1


@pytest.mark.long
def test_in_tmux_the_text_is_in_its_buffer(tmux: Tmux, tmp_path: Path) -> None:
    file = tmp_path / "d.toml"
    file.write_text(SMALL)
    tmux.type(f"cd '{ROOT}' && XDG_STATE_HOME='{tmp_path}' '{sys.executable}' -m tui '{file}'\n")
    tmux("send-keys", "Enter")
    tmux.wait_for("Help")
    tmux.type("2")
    tmux.wait_for("They promised")
    tmux.type("j")
    tmux.wait_for("q-twice")
    tmux.type("y")
    tmux.wait_for("Copied: “We shall not ask twice.”")
    tmux.wait_until(lambda: tmux("list-buffers"))
    assert tmux("show-buffer").startswith(COPIED)
    assert not tmux("show-buffer").endswith("\n")
    tmux("delete-buffer")
    tmux.type("Y")
    tmux.wait_for("As it is copied")
    tmux.type("jjjj")
    tmux("send-keys", "Enter")
    tmux.wait_until(lambda: tmux("list-buffers"))
    assert tmux("show-buffer").startswith('[[quotes]]\nid = "q-twice"')
