"""Shutting down on a signal, a vanished terminal or an internal error.

The app is asked to exit in an orderly way. If it has not done so within a grace period, the terminal is restored
without it and the process ends. A watchdog thread keeps the time and learns of signals through the wakeup descriptor:
Python runs signal handlers in the main thread only, and the event loop does not wake up for them when the kernel
interrupted another thread.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import select
import signal
import threading
from collections.abc import Callable, Iterator
from time import monotonic
from types import FrameType
from typing import Final

from tui.terminal.saved_terminal import SavedTerminal

__all__ = ["GRACE_PERIOD", "Shutdown"]

GRACE_PERIOD: Final = 2.0
"""Seconds the app has to exit in an orderly way."""

_EXTERNAL_SIGNALS: Final = ("SIGTERM", "SIGHUP")
_KEYBOARD_SIGNALS: Final = ("SIGQUIT", "SIGINT")
_STOP_WATCHDOG: Final = 0
_SHUTDOWN_BEGUN: Final = 255
"""Bytes in the watchdog's pipe that are not signal numbers."""


class Shutdown:
    """Ends the app exactly once: in an orderly way if possible, by force after `GRACE_PERIOD`.

    `exit_app` asks the app to exit with a status and is called on the event loop; `print_error` is called before the
    process is ended by force. `status` is the exit status of the first cause, `None` while there is none.
    """

    def __init__(
        self, exit_app: Callable[[int], None], saved_terminal: SavedTerminal, print_error: Callable[[], None]
    ) -> None:
        self.status: int | None = None
        self._exit_app = exit_app
        self._saved_terminal = saved_terminal
        self._print_error = print_error
        self._loop: asyncio.AbstractEventLoop | None = None
        self._ignoring_keyboard = False
        self._handled_signals: list[int] = []
        self._external_signals: list[int] = []
        self._pipe: int | None = None

    def install_signal_handlers(self, loop: asyncio.AbstractEventLoop) -> None:
        """Handle TERM, HUP, QUIT and INT from now on, except those that were ignored when the program started."""
        self._loop = loop
        names = _EXTERNAL_SIGNALS + _KEYBOARD_SIGNALS
        self._handled_signals = [number for name in names if (number := _signal_number(name)) is not None]
        self._external_signals = [
            number for number in self._handled_signals if signal.Signals(number).name in _EXTERNAL_SIGNALS
        ]
        read_end, self._pipe = os.pipe()
        os.set_blocking(self._pipe, False)
        threading.Thread(target=self._run_watchdog, args=(read_end,), name="watchdog", daemon=True).start()
        signal.set_wakeup_fd(self._pipe, warn_on_full_buffer=False)
        for number in self._handled_signals:
            signal.signal(number, self._handle_signal)

    def begin(self, status: int) -> None:
        """Begin to shut down with an exit status. May be called in any thread or signal handler; only once counts."""
        if self.status is not None:
            return
        self.status = status
        if self._loop is None:
            self._exit_app(status)
            return
        self._notify_watchdog(_SHUTDOWN_BEGUN)
        with contextlib.suppress(RuntimeError):  # the loop is closed: the app has exited already
            self._loop.call_soon_threadsafe(self._exit_app, status)

    def restore_signal_handlers(self) -> None:
        """Stop the watchdog and restore the default signal handlers; to be called when the app has exited.

        During a shutdown the signals are ignored instead, so that they cannot replace its exit status.
        """
        if self._pipe is None:
            return
        signal.set_wakeup_fd(-1)
        for number in self._handled_signals:
            if self.status is not None:
                signal.signal(number, signal.SIG_IGN)
            else:
                signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)
        self._notify_watchdog(_STOP_WATCHDOG)

    @contextlib.contextmanager
    def ignore_keyboard_signals(self) -> Iterator[None]:
        """Do nothing on INT and QUIT while another program has the keyboard.

        They keep a handler instead of being set to `SIG_IGN`, which a child process would inherit.
        """
        self._ignoring_keyboard = True
        try:
            yield
        finally:
            self._ignoring_keyboard = False

    def _handle_signal(self, number: int, _frame: FrameType | None = None) -> None:
        if not self._ignoring_keyboard or number in self._external_signals:
            self.begin(128 + number)

    def _notify_watchdog(self, byte: int) -> None:
        if self._pipe is not None:
            with contextlib.suppress(BlockingIOError):
                os.write(self._pipe, bytes([byte]))

    def _run_watchdog(self, pipe: int) -> None:
        deadline: float | None = None
        while select.select([pipe], [], [], None if deadline is None else max(0.0, deadline - monotonic()))[0]:
            for byte in os.read(pipe, 256):
                if byte == _STOP_WATCHDOG:
                    return
                if byte in self._external_signals:  # handled here, because the main thread may be stuck
                    self._handle_signal(byte)
            if deadline is None and self.status is not None:
                deadline = monotonic() + GRACE_PERIOD
            if self._loop is not None:
                with contextlib.suppress(RuntimeError):
                    self._loop.call_soon_threadsafe(_do_nothing)  # wakes the loop to run pending signal handlers
        self._exit_by_force()

    def _exit_by_force(self) -> None:
        # The terminal is restored in its own thread: one that accepts no output must not prevent the exit.
        thread = threading.Thread(target=self._restore_terminal, daemon=True)
        thread.start()
        thread.join(0.5)
        os._exit(self.status or 0)

    def _restore_terminal(self) -> None:
        self._saved_terminal.restore()
        self._print_error()


def _do_nothing() -> None:
    pass


def _signal_number(name: str) -> int | None:
    number = getattr(signal, name, None)
    return None if number is None or signal.getsignal(number) is signal.SIG_IGN else int(number)
