"""Stopped and continued, by a shell or by a signal, the program shows its screen again and leaves a clean terminal."""

from __future__ import annotations

import asyncio
import re
import shlex
import signal
import time
from collections.abc import Callable, Iterator
from functools import partial

import pytest

from tests.marks import mostly_long
from tests.terminal.conftest import SAMPLE, Start
from tests.terminal.pty_harness import Terminal, process_is_gone
from tests.terminal.tmux import Tmux
from tui.terminal.job_control import JobControl
from tui.terminal.saved_terminal import SavedTerminal

ENTER = b"\x1b[?1049h"
LEAVE = b"\x1b[?1049l"


def pid_of(terminal: Terminal) -> int:
    terminal.wait_until(lambda: re.search(r"pid=\d+ ", "\n".join(terminal.lines())) is not None)
    match = re.search(r"pid=(\d+) ", "\n".join(terminal.lines()))
    assert match is not None
    return int(match[1])


def until_it_stopped(terminal: Terminal, before: int = 0) -> None:
    """Wait for the shell to say so after `before` bytes; an answer that nobody has read may stand after it."""
    terminal.wait_until(lambda: b"stopped\r\n" in terminal.raw[before:])


def drawn_since(terminal: Terminal, before: int) -> Callable[[], bool]:
    """Whether the program took the terminal again and drew its text after `before` bytes."""

    def drawn() -> bool:
        _, entered, after = bytes(terminal.raw[before:]).rpartition(ENTER)
        return bool(entered) and b"READY" in after

    return drawn


def a_key_is_received(terminal: Terminal) -> bool:
    terminal.send(b"k")  # once is not enough: what is typed while the terminal is taken again is dropped
    terminal.drain()
    return "keys=0" not in terminal.lines()[0]


def quits_cleanly(terminal: Terminal) -> None:
    terminal.send(b"q")
    assert terminal.wait_for_end() == 0
    assert terminal.unrestored() == []
    assert terminal.raw.count(ENTER) == terminal.raw.count(LEAVE)


@pytest.mark.parametrize("name", mostly_long(["SIGTSTP", "SIGSTOP"], "SIGTSTP"))
def test_fg_shows_the_screen_again(start: Start, name: str) -> None:
    terminal = start(from_shell=True)
    for _ in range(2):
        before = len(terminal.raw)
        terminal.signal(signal.Signals[name], pid_of(terminal))
        until_it_stopped(terminal, before)
        assert name == "SIGSTOP" or terminal.unrestored() == []
        before = len(terminal.raw)
        terminal.send(b"fg\n")
        terminal.wait_until(drawn_since(terminal, before))
    quits_cleanly(terminal)


@pytest.mark.long
def test_a_shell_may_bring_it_to_the_foreground_after_continuing_it(start: Start) -> None:
    terminal = start(from_shell=True)
    terminal.signal(signal.SIGTSTP, pid_of(terminal))
    until_it_stopped(terminal)
    for _ in range(5):  # on a busy machine the moment may be too long, and then it stops again
        before = len(terminal.raw)
        drawn = drawn_since(terminal, before)
        terminal.send(b"late\n")
        terminal.wait_until(partial(drawn_or_stopped, terminal, before, drawn))
        if drawn():
            break
    assert drawn()
    quits_cleanly(terminal)


def drawn_or_stopped(terminal: Terminal, before: int, drawn: Callable[[], bool]) -> bool:
    return drawn() or b"stopped\r\n" in terminal.raw[before:]


def test_started_in_the_background_it_waits_for_the_foreground(tmux: Tmux) -> None:
    tmux.wait_for(r"^\$")
    clean = tmux.modes()
    tmux.type(shlex.join(SAMPLE) + " &\n")
    tmux.wait_until(partial(says_stopped, tmux))
    assert tmux.modes() == clean
    tmux.type("fg\n")
    tmux.wait_for("^READY")
    tmux.type("q")
    tmux.wait_for(r"^\$ *$")
    assert tmux.modes() == clean


def says_stopped(tmux: Tmux) -> bool:
    tmux.type("\n")  # a shell says so before its next prompt
    return "Stopped" in tmux("capture-pane", "-p")


@pytest.mark.long
def test_the_stop_key_gives_the_terminal_to_the_shell(start: Start) -> None:
    terminal = start(from_shell=True)
    terminal.send(b"z")
    until_it_stopped(terminal)
    assert terminal.unrestored() == []
    before = len(terminal.raw)
    terminal.send(b"fg\n")
    terminal.wait_until(drawn_since(terminal, before))
    quits_cleanly(terminal)


@pytest.mark.long
def test_the_stop_key_stops_us_with_the_program_that_has_the_terminal(start: Start) -> None:
    terminal = start(from_shell=True)
    terminal.send(b"v")
    until_it_stopped(terminal)
    assert terminal.unrestored() == []
    before = len(terminal.raw)
    terminal.send(b"fg\n")
    terminal.wait_until(drawn_since(terminal, before))
    quits_cleanly(terminal)


@pytest.mark.parametrize("name", ["SIGTSTP", pytest.param("SIGSTOP", marks=pytest.mark.long)])
def test_a_stopped_program_can_be_ended_from_the_shell(start: Start, name: str) -> None:
    terminal = start(from_shell=True)
    pid = pid_of(terminal)
    terminal.signal(signal.Signals[name], pid)
    until_it_stopped(terminal)
    terminal.send(b"kill\n")
    assert terminal.wait_for_end() == 143
    assert process_is_gone(pid)
    assert terminal.modes.unrestored() == []  # the settings are the shell's, who has the terminal


def test_stop_and_continue_without_a_shell(start: Start) -> None:
    terminal = start()
    for _ in range(3):
        before = len(terminal.raw)
        terminal.signal(signal.SIGSTOP)
        terminal.signal(signal.SIGCONT)
        terminal.wait_until(drawn_since(terminal, before))
    quits_cleanly(terminal)


@pytest.mark.long
def test_a_stop_nobody_could_continue_does_not_stop_the_program(start: Start) -> None:
    terminal = start()
    before = len(terminal.raw)
    terminal.signal(signal.SIGTSTP)
    terminal.wait_until(drawn_since(terminal, before))
    quits_cleanly(terminal)


@pytest.mark.long
def test_a_storm_of_stops_leaves_one_screen(start: Start) -> None:
    terminal = start(from_shell=True)
    pid = pid_of(terminal)
    for _ in range(20):
        terminal.signal(signal.SIGCONT, pid)
        time.sleep(0.005)
    terminal.wait_until(partial(a_key_is_received, terminal))
    quits_cleanly(terminal)


@pytest.mark.parametrize("exit_immediately", ["1", pytest.param("0", marks=pytest.mark.long)])
def test_another_program_may_leave_the_terminal_raw(start: Start, exit_immediately: str) -> None:
    terminal = start(environment={"SAMPLE_EXIT_IMMEDIATELY": exit_immediately})
    before = len(terminal.raw)
    terminal.send(b"e")
    terminal.wait_until(drawn_since(terminal, before))
    quits_cleanly(terminal)


@pytest.mark.long
def test_the_terminal_is_taken_over_again_when_lending_it_fails(start: Start) -> None:
    terminal = start()
    before = len(terminal.raw)
    terminal.send(b"c")
    terminal.wait_until(drawn_since(terminal, before))
    quits_cleanly(terminal)


def test_in_tmux_the_text_is_visible_after_fg(tmux: Tmux) -> None:
    tmux.wait_for(r"^\$")
    clean = tmux.modes()
    tmux.type(shlex.join(SAMPLE) + "; echo status=$?\n")
    tmux.wait_for("^READY")
    taken = tmux.modes()
    assert taken != clean
    tmux.type("z")
    tmux.wait_for("Stopped")
    assert tmux.modes() == clean
    tmux.type("clear; fg\n")
    tmux.wait_for("^READY")
    assert tmux.modes() == taken
    tmux.type("k")
    tmux.wait_for("keys=2")
    tmux.type("q")
    tmux.wait_for(r"^\$ *$")
    assert tmux.modes() == clean


@pytest.fixture
def original_handlers() -> Iterator[None]:
    """Restores the handlers of this process."""
    handlers = {number: signal.getsignal(number) for number in (signal.SIGTSTP, signal.SIGCONT)}
    yield
    for number, handler in handlers.items():
        signal.signal(number, handler)


@pytest.mark.usefixtures("original_handlers")
@pytest.mark.parametrize("over", [False, True])
async def test_a_program_that_is_shutting_down_does_not_stop(over: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    actions: list[str] = []
    monkeypatch.setattr(signal, "raise_signal", lambda number: actions.append(signal.Signals(number).name))
    monkeypatch.setattr(SavedTerminal, "is_foreground", lambda _: False)
    monkeypatch.setattr("tui.terminal.job_control._BACKGROUND_DELAY", 0.0)
    loop = asyncio.get_running_loop()
    JobControl(loop, SavedTerminal(), lambda: actions.append("suspend"), lambda: actions.append("resume"), lambda: over)
    for number in (signal.SIGTSTP, signal.SIGCONT):
        handler = signal.getsignal(number)
        assert callable(handler)
        handler(number, None)
        for _ in range(5):
            await asyncio.sleep(0.001)
    assert actions == ([] if over else ["suspend", "SIGTSTP", "SIGTSTP", "SIGTSTP"])


@pytest.mark.usefixtures("original_handlers")
@pytest.mark.parametrize(
    ("foreground", "expected"),
    [
        ([True], ["resume"]),
        ([False, True], ["resume"]),
        ([False, False], ["SIGTSTP"]),
    ],
    ids=["in the foreground", "brought to the foreground a moment later", "in the background"],
)
async def test_a_continued_program_resumes_in_the_foreground_and_stops_again_only_behind(
    foreground: list[bool], expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    actions: list[str] = []
    answers = iter(foreground)
    monkeypatch.setattr(signal, "raise_signal", lambda number: actions.append(signal.Signals(number).name))
    monkeypatch.setattr(SavedTerminal, "is_foreground", lambda _: next(answers))
    monkeypatch.setattr("tui.terminal.job_control._BACKGROUND_DELAY", 0.0)
    loop = asyncio.get_running_loop()
    JobControl(
        loop, SavedTerminal(), lambda: actions.append("suspend"), lambda: actions.append("resume"), lambda: False
    )
    handler = signal.getsignal(signal.SIGCONT)
    assert callable(handler)
    handler(signal.SIGCONT, None)
    for _ in range(9):
        await asyncio.sleep(0.001)
    assert actions == expected
