"""However the program ends, the terminal is restored and the exit status says why."""

from __future__ import annotations

import asyncio
import signal
import time
from pathlib import Path

import pytest

from tests.marks import mostly_long
from tests.terminal.conftest import SHORT_GRACE_PERIOD, Start
from tests.terminal.pty_harness import MODERN, TIMEOUT
from tui.terminal import shutdown
from tui.terminal.modes import RESET_SEQUENCES
from tui.terminal.saved_terminal import SavedTerminal

BOTH_EXITS = pytest.mark.parametrize("exit_immediately", mostly_long(["0", "1"], "1", ids=["orderly", "immediate"]))


@BOTH_EXITS
def test_quitting_leaves_a_clean_terminal_and_status_0(start: Start, exit_immediately: str) -> None:
    terminal = start(environment={"SAMPLE_EXIT_IMMEDIATELY": exit_immediately})
    terminal.send(b"q")
    assert terminal.wait_for_end() == 0
    assert terminal.unrestored() == []
    assert terminal.printed_after_exit() == ""


@pytest.mark.long
@BOTH_EXITS
def test_a_result_is_the_exit_status(start: Start, exit_immediately: str) -> None:
    terminal = start(environment={"SAMPLE_EXIT_IMMEDIATELY": exit_immediately})
    terminal.send(b"3")
    assert terminal.wait_for_end() == 3
    assert terminal.unrestored() == []


@pytest.mark.long
def test_a_busy_thread_does_not_delay_an_immediate_exit(start: Start) -> None:
    terminal = start(environment={"SAMPLE_EXIT_IMMEDIATELY": "1"})
    terminal.send(b"pq")
    assert terminal.wait_for_end() == 0
    assert terminal.unrestored() == []


@pytest.mark.long
def test_a_busy_thread_delays_a_signal_by_no_more_than_the_grace_period(start: Start) -> None:
    terminal = start(environment={"SAMPLE_GRACE": SHORT_GRACE_PERIOD})
    terminal.send(b"pk")
    terminal.wait_for("keys=2")
    terminal.signal(signal.SIGTERM)
    assert terminal.wait_for_end() == 143
    assert terminal.unrestored() == []


@pytest.mark.long
def test_an_exit_that_ends_the_event_loop_still_restores_the_terminal(start: Start) -> None:
    terminal = start()
    terminal.send(b"y")
    assert terminal.wait_for_end() == 4
    assert terminal.unrestored() == []


@pytest.mark.long
def test_modes_of_modern_terminals_are_turned_off_too(start: Start) -> None:
    terminal = start(answers=MODERN)
    terminal.wait_until(lambda: {1016, 2048} <= {mode for mode, on in terminal.modes.private.items() if on})
    terminal.send(b"\x1b[<35;100;100M")
    terminal.send(b"q")
    assert terminal.wait_for_end() == 0
    assert terminal.unrestored() == []


@pytest.mark.parametrize(
    ("name", "exit_immediately"),
    [
        ("SIGTERM", "0"),
        pytest.param("SIGTERM", "1", marks=pytest.mark.long),
        *(pytest.param(name, "0", marks=pytest.mark.long) for name in ("SIGHUP", "SIGQUIT", "SIGINT")),
    ],
)
def test_a_signal_exits_in_an_orderly_way_with_its_status(start: Start, name: str, exit_immediately: str) -> None:
    number = signal.Signals[name]
    terminal = start(environment={"SAMPLE_EXIT_IMMEDIATELY": exit_immediately})
    terminal.signal(number)
    assert terminal.wait_for_end() == 128 + number
    assert RESET_SEQUENCES.encode() not in terminal.raw, "it was ended by force"
    assert terminal.unrestored() == []
    assert terminal.printed_after_exit() == ""


@pytest.mark.long
def test_the_first_of_two_signals_names_the_status(start: Start) -> None:
    terminal = start()
    terminal.signal(signal.SIGQUIT)
    terminal.signal(signal.SIGTERM)
    assert terminal.wait_for_end() in (131, 143)  # sent together, they may be handled in either order
    assert terminal.unrestored() == []


@pytest.mark.long
def test_a_second_signal_does_not_replace_the_status(start: Start, tmp_path: Path) -> None:
    terminal = start(environment={"SAMPLE_GRACE": SHORT_GRACE_PERIOD})
    terminal.send(b"b")
    terminal.wait_until((tmp_path / "mark").exists)
    terminal.signal(signal.SIGTERM)
    time.sleep(0.1)  # sent together, they may be handled in either order
    terminal.signal(signal.SIGHUP)
    assert terminal.wait_for_end() == 143
    assert terminal.unrestored() == []


def test_only_the_first_cause_counts() -> None:
    statuses: list[int] = []
    first = shutdown.Shutdown(statuses.append, SavedTerminal(), lambda: None)
    first.begin(131)
    first.begin(143)
    assert (first.status, statuses) == (131, [131])


@pytest.mark.parametrize("status", [None, pytest.param(143, marks=pytest.mark.quick)])
async def test_once_the_app_is_over_a_signal_ends_the_process_unless_that_has_an_exit_status_already(
    status: int | None,
) -> None:
    numbers = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
    before = {number: signal.signal(number, signal.SIG_DFL) for number in (*numbers, signal.SIGINT)}
    ending = shutdown.Shutdown(lambda _: None, SavedTerminal(), lambda: None)
    try:
        ending.install_signal_handlers(asyncio.get_running_loop())
        ending.status = status
        ending.restore_signal_handlers()
        assert {signal.getsignal(number) for number in numbers} == {signal.SIG_IGN if status else signal.SIG_DFL}
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("SIGTERM", b"n"),
        *(pytest.param(name, b"b", marks=pytest.mark.long) for name in ("SIGTERM", "SIGINT")),
    ],
)
def test_a_signal_ends_a_program_that_is_stuck(start: Start, tmp_path: Path, name: str, key: bytes) -> None:
    terminal = start(environment={"SAMPLE_GRACE": SHORT_GRACE_PERIOD})
    terminal.send(key)
    terminal.wait_until((tmp_path / "mark").exists)
    terminal.signal(signal.Signals[name])
    assert terminal.wait_for_end() == 128 + signal.Signals[name]
    assert RESET_SEQUENCES.encode() in terminal.raw, "it was not ended by force"
    assert terminal.unrestored() == []


def test_the_grace_period_is_two_seconds() -> None:
    assert shutdown.GRACE_PERIOD == 2.0


@pytest.mark.long
def test_a_signal_ends_a_program_whose_terminal_takes_no_output(start: Start) -> None:
    terminal = start(columns=200, rows=60, environment={"SAMPLE_GRACE": SHORT_GRACE_PERIOD})
    for width in range(100, 200):  # each size is drawn anew, and nobody reads
        terminal.resize(width, 60)
        terminal.send(b"a")
        time.sleep(0.01)
    terminal.signal(signal.SIGTERM)
    assert terminal.program.wait(TIMEOUT) == 143


@pytest.mark.parametrize("ignored", mostly_long([(), (signal.SIGHUP,)], (), ids=["", "with HUP ignored"]))
def test_a_closed_terminal_ends_the_program(start: Start, ignored: tuple[signal.Signals, ...]) -> None:
    terminal = start(ignored=ignored)
    terminal.hang_up()
    assert terminal.wait_for_end() == 129


@pytest.mark.long
@pytest.mark.parametrize("ignored", [(signal.SIGHUP,)], ids=["with HUP ignored"])
def test_a_signal_ignored_from_the_start_stays_ignored(start: Start, ignored: tuple[signal.Signals, ...]) -> None:
    terminal = start(ignored=ignored)
    terminal.signal(signal.SIGHUP)
    terminal.send(b"k")
    terminal.wait_for("keys=1")
    terminal.send(b"q")
    assert terminal.wait_for_end() == 0
