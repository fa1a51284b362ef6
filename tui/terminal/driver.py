"""Textual's Linux driver, made to give the terminal back whatever happens, and to leave at once.

May not know what is drawn. It differs from `LinuxDriver` in that it

- reads any bytes, and takes the end of input for the end of the terminal (status 129);
- stops and continues on the event loop, never enters the alternate screen twice, and puts back the termios settings
  found at the start, not those another program left;
- wakes the reading thread through a pipe, where Textual waits out two polls of 0.1 s;
- limits the screen to `LIMIT` cells; asks the terminal that is drawn on for its size, only when it tells the app, so
  that the last of many resizes wins, and also when the terminal promised to report resizes as input;
- drops what is written while the terminal is not ours, and outlives a terminal that takes no more bytes.

Private names of Textual relied on, watched by `tests/terminal/test_textual_names.py`: `Driver._app`, `_loop`, `_debug`,
`_size`, `_auto_restart`; `LinuxDriver._file`, `_writer_thread`, `_mouse_pixels`, `_get_terminal_size`; and
that `disable_input` joins the thread that runs `run_input_thread`.
"""

from __future__ import annotations

import contextlib
import os
import signal
from typing import Any, Final, Protocol, cast

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Resize
from textual.geometry import Size
from textual.message import Message

from tui.terminal.reader import read_keys
from tui.terminal.saved_terminal import SavedTerminal
from tui.terminal.shutdown import Shutdown
from tui.terminal.sync_buffer import SyncUpdateBuffer
from tui.terminal.writer import TerminalWriter

__all__ = ["LIMIT", "Host", "TerminalDriver"]

LIMIT: Final = Size(1000, 500)
"""The largest screen that is drawn, in columns and rows; a larger terminal shows it in its corner."""

_GONE: Final = 128 + signal.SIGHUP
_BEHIND: Final = 0.1
_POINTER_SHAPE: Final = "\x1b]22;"


class Host(Protocol):
    """What the driver needs of the app beside what every Textual app has."""

    saved_terminal: SavedTerminal
    shutdown: Shutdown

    def terminal_released(self) -> None:
        """Hear that the app is over and the terminal is as it was found."""


class TerminalDriver(LinuxDriver):
    """The driver of `TerminalApp`, on everything but Windows."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._host = cast(Host, app)
        self._saved = self._host.saved_terminal
        self._file = cast(Any, TerminalWriter(self._saved.output_fd, self._terminal_gone))
        self._size = self._size or self._get_terminal_size()
        self._wake: tuple[int, int] | None = None
        self._finished = False
        self._return_is_due = False
        self._resize_is_due = False
        self._pointer_shaped = False
        self._updates = SyncUpdateBuffer()
        self._host.shutdown.install_signal_handlers(self._loop)
        signal.signal(signal.SIGTSTP, self._asked_to_stop)
        signal.signal(signal.SIGCONT, self._continued)

    @property
    def drawing(self) -> bool:
        """Whether the terminal is ours to draw on now."""
        return self._writer_thread is not None and self._writer_thread.is_alive()

    # ------------------------------------------------------------------ taking and giving back

    def start_application_mode(self) -> None:
        """Take the terminal; does nothing when it is ours, or when a shell has it."""
        if self.drawing or self._finished:
            return
        self._saved.save()
        self._saved.restore_attributes()  # another program may have left it raw
        self._wake = os.pipe()
        self._saved.in_use = True
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if not self.drawing:  # started in the background: continued later
            self._saved.in_use = False
            self._close_wake()
            return
        signal.signal(signal.SIGWINCH, self._resized)

    def stop_application_mode(self) -> None:
        """Give the terminal back, for good unless called by `suspend_application_mode`."""
        self._release()
        self.close()
        self._finished = True
        self._host.terminal_released()

    def suspend_application_mode(self) -> None:
        """Give the terminal back for a while."""
        self._release()
        self.close()

    def disable_input(self) -> None:
        """Stop reading keys; what was typed since the terminal was given back is the shell's."""
        if self._finished:
            return
        if self._wake is not None:
            os.write(self._wake[1], b".")
        super().disable_input()
        self._close_wake()

    def close(self) -> None:
        """Write what is left and stop the writing thread."""
        if self.drawing:
            super().close()
        self._saved.in_use = False

    def _release(self) -> None:
        if not self.drawing:
            return
        if not self._saved.is_foreground():
            # A shell has the terminal: its settings are the shell's, and touching them would stop us for ever.
            signal.signal(signal.SIGTTOU, signal.SIG_IGN)
            self.attrs_before = None
        if self._mouse_pixels:
            self.write("\x1b[?1016l")
            self._mouse_pixels = False
        if self._pointer_shaped:
            self.write(f"{_POINTER_SHAPE}\x07")
            self._pointer_shaped = False
        super().stop_application_mode()

    def _close_wake(self) -> None:
        if self._wake is not None:
            for end in self._wake:
                os.close(end)
            self._wake = None

    # ------------------------------------------------------------------ stopping and continuing

    def _asked_to_stop(self, *_: object) -> None:
        # Not here: a signal may interrupt the code that holds the writing queue's lock, which giving back needs.
        if self._auto_restart:
            self._loop.call_soon_threadsafe(self._stop)
        else:  # another program has the terminal, and the event loop waits for it
            self._stop_process()

    def _continued(self, *_: object) -> None:
        if self._auto_restart and not self._return_is_due:
            self._return_is_due = True
            self._loop.call_soon_threadsafe(self._return)

    def _stop(self) -> None:
        if self._over:
            return
        if self.drawing:
            self.suspend_application_mode()
        # Due even without CONT: nobody continues a process that has no shell above it, so the kernel does not stop it.
        self._return_is_due = True
        self._loop.call_soon(self._return)
        self._stop_process()

    def _stop_process(self) -> None:
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        signal.raise_signal(signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, self._asked_to_stop)

    def _return(self) -> None:
        self._return_is_due = False
        if self._over or not self._auto_restart:
            return
        if not self._saved.is_foreground():
            self._loop.call_later(_BEHIND, self._stay_behind)
            return
        if self.drawing:  # stopped without notice: nobody knows what the screen is now, so leave and come again
            self.suspend_application_mode()
        self.start_application_mode()
        if self.drawing:
            self.send_message(self.SignalResume())

    def _stay_behind(self) -> None:
        # Only now: a shell that ends a stopped program sends TERM and CONT, and they may be heard in either order.
        if not self._over and self._auto_restart and not self._saved.is_foreground():
            self._stop_process()

    @property
    def _over(self) -> bool:
        return self._finished or self._host.shutdown.status is not None

    # ------------------------------------------------------------------ reading and writing

    def write(self, data: str) -> None:
        """Write to the terminal; what is written while it is not ours is dropped."""
        data = self._updates.add(data)
        if data and self.drawing:
            if data.startswith(_POINTER_SHAPE):
                self._pointer_shaped = True
            super().write(data)

    def send_message(self, message: Message) -> None:
        """Hand a message to the app, from any thread."""
        self._loop.call_soon_threadsafe(self._app.post_message, message)

    def run_input_thread(self) -> None:
        """Deliver keys until the terminal is given back or goes away."""
        wake = self._wake
        if wake is not None and read_keys(self.fileno, wake[0], self.process_message, debug=self._debug):
            self._terminal_gone()

    def process_message(self, message: Message) -> None:
        """Pass a message on, with the size of a reported resize limited."""
        if isinstance(message, Resize):
            size = _limited(*message.size)
            message = Resize(size, size, size, message.pixel_size)
        super().process_message(message)

    def _resized(self, *_: object) -> None:
        if not self._resize_is_due:
            self._resize_is_due = True
            self._loop.call_soon_threadsafe(self._report_size)

    def _report_size(self) -> None:
        self._resize_is_due = False
        size = Size(*self._get_terminal_size())
        self.send_message(Resize(size, size))

    def _get_terminal_size(self) -> tuple[int, int]:
        for fileno in (self._saved.output_fd, self._saved.input_fd):
            with contextlib.suppress(OSError):
                size = os.get_terminal_size(fileno)
                return _limited(size.columns or 80, size.lines or 24)
        return 80, 24

    def _terminal_gone(self) -> None:
        self._host.shutdown.begin(_GONE)


def _limited(columns: int, rows: int) -> Size:
    return Size(max(1, min(columns, LIMIT.width)), max(1, min(rows, LIMIT.height)))
