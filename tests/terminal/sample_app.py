"""A tiny program on the app's own base, with keys that do harm: run as a script by the tests of this folder.

Environment: `SAMPLE_FAULT` picks a fault at the start (`load`, `compose` or `css`) or with a
key (`deliver` in the reader thread, `post` on the event loop); `SAMPLE_EXIT_IMMEDIATELY=1` ends
the process as soon as the terminal is restored; `SAMPLE_GRACE` is the grace period of a shutdown in seconds.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tui.terminal.tty_check import no_terminal_reason, prepare_environment

if __name__ == "__main__":
    if (reason := no_terminal_reason()) is not None:
        print(reason, file=sys.stderr)
        raise SystemExit(2)
    prepare_environment()

import asyncio
import os
import sqlite3
import subprocess
import time
from contextlib import suppress
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.driver import Driver
from textual.events import Key, Resize
from textual.geometry import Size
from textual.message import Message
from textual.widgets import Static

from tui.terminal import shutdown
from tui.terminal.app import TerminalApp, run_app
from tui.terminal.driver import TerminalDriver

FAULT = os.environ.get("SAMPLE_FAULT", "")
FOR_EVER = 3600
EDITOR = """
import os, signal, tty
signal.signal(signal.SIGINT, signal.SIG_IGN)
tty.setraw(0)
os.killpg(0, signal.SIGINT)
"""


def fail() -> None:
    """Raise an error that quotes a dossier, as errors do, with a local variable that does so too."""
    passage = "the words of a dossier"
    raise TypeError(f"cannot show {passage!r}\x1b]0;owned\x07")


async def fail_later() -> None:
    """Raise in a task."""
    await asyncio.sleep(0)
    fail()


class FailingDriver(TerminalDriver):
    """Cannot deliver keys."""

    def process_message(self, message: Message) -> None:
        """Fail."""
        if isinstance(message, Key):
            fail()
        super().process_message(message)


class SampleApp(TerminalApp):
    """Shows its process id, its size and the number of keys it has received."""

    CSS = "nonsense {" if FAULT == "css" else ""
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[Any] = [
        ("q", "quit", "Quit"),
        ("x", "fail_in_handler", "Fail in a handler"),
        ("w", "fail_in_worker", "Fail in a worker"),
        ("t", "fail_in_thread", "Fail in a thread"),
        ("s", "fail_alone", "Fail in a task nobody awaits"),
        ("b", "block", "Block"),
        ("z", "suspend_process", "Stop"),
        ("e", "edit", "Lend the terminal"),
        ("v", "edit_and_stop", "Lend the terminal, and stop"),
        ("r", "fail_to_edit", "Fail while lending the terminal"),
        ("c", "fail_to_edit_and_go_on", "Fail while lending the terminal, and catch the error"),
        ("n", "count", "Handle no signals, in C code, for long"),
        ("p", "work", "Work in a thread"),
        ("y", "leave_badly", "Exit as no handler should"),
        ("3", "app.leave(3)", "Exit with status 3"),
    ]
    keys = 0
    shown = Size(0, 0)

    def get_driver_class(self) -> type[Driver]:
        """Use a driver that cannot deliver keys, when told to."""
        return FailingDriver if FAULT == "deliver" else super().get_driver_class()

    def post_message(self, message: Message) -> bool:
        """Fail to take keys, when told to."""
        if FAULT == "post" and isinstance(message, Key):
            fail()
        return super().post_message(message)

    def compose(self) -> ComposeResult:
        """Show two lines, or fail."""
        if FAULT == "compose":
            fail()
        yield Static(id="line")
        yield Static(Content("READY"))

    def on_load(self) -> None:
        """Fail early when told to."""
        if FAULT == "load":
            fail()

    def on_resize(self, event: Resize) -> None:
        """Show the new size."""
        self.shown = event.size
        self.show()

    def on_key(self) -> None:
        """Count."""
        self.keys += 1
        self.show()

    def show(self) -> None:
        """Show the state in the first line."""
        size = f"{self.shown.width}x{self.shown.height}"
        self.query_one("#line", Static).update(Content(f"pid={os.getpid()} size={size} keys={self.keys}"))

    def action_fail_in_handler(self) -> None:
        """Raise on the event loop."""
        fail()

    def action_fail_in_worker(self) -> None:
        """Raise in a coroutine."""
        self.run_worker(fail_later())

    def action_fail_in_thread(self) -> None:
        """Raise in a thread."""
        self.run_worker(fail, thread=True)

    def action_fail_alone(self) -> None:
        """Let a task fail that nobody waits for."""
        asyncio.get_running_loop().create_task(fail_later())

    def action_block(self) -> None:
        """Hold the event loop."""
        Path(os.environ["SAMPLE_MARK"]).touch()
        time.sleep(FOR_EVER)

    def action_edit(self) -> None:
        """Run a program that leaves the terminal raw, while the interrupt key is typed."""
        with self.suspend():
            subprocess.run([sys.executable, "-c", EDITOR], check=False)

    def action_edit_and_stop(self) -> None:
        """Run a program in which the stop key is typed."""
        with self.suspend():
            subprocess.run([sys.executable, "-c", "import os, signal; os.killpg(0, signal.SIGTSTP)"], check=False)

    def action_fail_to_edit(self) -> None:
        """Fail while the terminal is lent."""
        with self.suspend():
            fail()

    def action_fail_to_edit_and_go_on(self) -> None:
        """Fail while the terminal is lent, and survive."""
        with suppress(TypeError), self.suspend():
            fail()

    def action_count(self) -> None:
        """Hold the main thread in C code that lets other threads run, but no signal handler."""
        Path(os.environ["SAMPLE_MARK"]).touch()
        query = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
        sqlite3.connect(":memory:").execute(query)

    def action_work(self) -> None:
        """Start a thread that does not stop when told to."""
        self.run_worker(lambda: time.sleep(FOR_EVER), thread=True)

    def action_leave_badly(self) -> None:
        """Raise what ends the event loop."""
        raise SystemExit(4)

    def action_leave(self, status: int) -> None:
        """Leave with a result."""
        self.exit(status)


if __name__ == "__main__":
    shutdown.GRACE_PERIOD = float(os.environ.get("SAMPLE_GRACE", shutdown.GRACE_PERIOD))  # type: ignore[misc]
    raise SystemExit(run_app(SampleApp(), exit_immediately=os.environ.get("SAMPLE_EXIT_IMMEDIATELY") == "1"))
