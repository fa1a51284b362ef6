"""A Textual driver that always restores the terminal and exits without delay.

Unlike Textual's own driver for Linux and macOS it

- accepts any bytes as input, and treats EOF as a hangup (status 129);
- stops and continues on the event loop, never enters the alternate screen twice, and restores the termios attributes
  from the start of the program, not those another program left;
- wakes the reader thread through a pipe, where Textual waits for two polls of 0.1 s;
- limits the screen to `MAX_SIZE`; asks the terminal that is drawn on for its size, only when it tells the app, so that
  the last of many resizes wins, and also when the terminal promised to report resizes as input;
- gives what is copied to tmux where the program runs in it, and to no terminal that has no clipboard;
- drops what is written while another program has the terminal, and outlives a terminal that accepts no more bytes.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
from collections.abc import Iterator
from typing import Any, Final, Protocol, cast

from textual import constants
from textual.app import App
from textual.driver import Driver
from textual.events import Resize
from textual.geometry import Size
from textual.message import Message
from textual.messages import InBandWindowResize

from tui.terminal import modes
from tui.terminal.clipboard import SET_CLIPBOARD, TerminalClipboard
from tui.terminal.job_control import JobControl
from tui.terminal.reader import KeyReader
from tui.terminal.saved_terminal import SavedTerminal
from tui.terminal.shutdown import Shutdown
from tui.terminal.sync_buffer import SyncUpdateBuffer
from tui.terminal.writer import TerminalWriter

__all__ = ["MAX_SIZE", "DriverHost", "TerminalDriver"]

MAX_SIZE: Final = Size(1000, 500)
"""The largest screen that is drawn, in columns and rows; a larger terminal shows it in its corner."""

_HANGUP_STATUS: Final = 128 + signal.SIGHUP


class DriverHost(Protocol):
    """What the driver needs of the app besides what every Textual app has."""

    saved_terminal: SavedTerminal
    shutdown: Shutdown

    def post_message(self, message: Message) -> bool:
        """Post a message to the app; on the event loop only."""

    def abort(self, error: Exception) -> None:
        """Shut down on an internal error. May be called in any thread."""

    def discard_typed_ahead(self) -> None:
        """Called when the terminal is given up: what was typed before is not meant for the app when it is back."""

    def terminal_released(self) -> None:
        """Called when the app is over and the terminal is restored."""


class TerminalDriver(Driver):
    """The driver of `TerminalApp` on everything but Windows."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        self._host = cast(DriverHost, app)
        self._saved = self._host.saved_terminal
        super().__init__(app, debug=debug, mouse=mouse, size=size or self._terminal_size())
        self._event_loop = asyncio.get_running_loop()
        self._mouse_enabled = mouse
        self._writer: TerminalWriter | None = None
        self._reader: KeyReader | None = None
        self._sync_buffer = SyncUpdateBuffer()
        self._clipboard = TerminalClipboard(self._write_later)
        self._finished = False
        self._resize_scheduled = False
        self._resize_reports = False
        self._mouse_pixels_on = False
        self._pointer_shape_set = False
        self._job_control = JobControl(
            self._event_loop, self._saved, self.suspend_application_mode, self._resume, self._is_over
        )

    @property
    def can_suspend(self) -> bool:
        """Whether the app can lend the terminal to another program."""
        return True

    @property
    def is_active(self) -> bool:
        """Whether the app has the terminal now."""
        return self._writer is not None

    # ------------------------------------------------------------------ taking over and restoring the terminal

    def start_application_mode(self) -> None:
        """Take the terminal over; in the background, wait until the shell brings the program to the foreground."""
        if self.is_active or self._finished:
            return
        if not self._saved.is_foreground():
            self._job_control.resume_in_foreground()
            return
        signal.signal(signal.SIGTTOU, signal.SIG_DFL)
        self._saved.save()
        self._saved.restore_attributes()  # another program may have left the terminal raw
        self._saved.in_use = True
        self._writer = TerminalWriter(self._saved.output_fd, self._on_hangup)
        signal.signal(signal.SIGWINCH, self._on_resize_signal)
        self._report_size()
        self.write(modes.enable(modes.ALTERNATE_SCREEN))
        self._write_mouse_modes()
        self._saved.enter_raw_mode()
        self.write(modes.disable(modes.CURSOR) + modes.enable(modes.FOCUS_REPORTS))
        if not constants.DISABLE_KITTY_KEY:
            self.write(modes.ENABLE_KITTY_KEYS)
        self._reader = KeyReader(self._saved.input_fd, self.process_message, self._on_hangup, self._host.abort)
        if os.environ.get("TERM_PROGRAM") != "Apple_Terminal":  # which would print the query's last letter
            self.write(modes.query(modes.SYNCHRONIZED_OUTPUT))
        self.write(modes.query(modes.RESIZE_REPORTS))
        self.write(modes.enable(modes.BRACKETED_PASTE) + modes.disable(modes.LINE_WRAP))
        self._write_mouse_modes()  # again, because iTerm 3.5.0 needs it here

    def stop_application_mode(self) -> None:
        """Restore the terminal for good."""
        self._clipboard.finish()
        self.suspend_application_mode()
        self._finished = True
        self._host.terminal_released()

    def suspend_application_mode(self) -> None:
        """Restore the terminal until `start_application_mode` is called again."""
        if not self.is_active:
            return
        if not self._saved.is_foreground():
            # Writing must not stop the program now that a shell has the terminal: nothing would continue it.
            signal.signal(signal.SIGTTOU, signal.SIG_IGN)
        if self._mouse_pixels_on:
            self.write(modes.disable(modes.MOUSE_PIXELS))
            self._mouse_pixels_on = False
        if self._pointer_shape_set:
            self.write(modes.RESET_POINTER_SHAPE)
            self._pointer_shape_set = False
        self.write(modes.disable(modes.BRACKETED_PASTE) + modes.enable(modes.LINE_WRAP))
        if self._resize_reports:
            self.write(modes.disable(modes.RESIZE_REPORTS))
        self.disable_input()
        self._saved.restore_attributes()
        self.write(modes.DISABLE_KITTY_KEYS)  # before leaving the alternate screen, which has its own stack
        self.write(modes.disable(modes.ALTERNATE_SCREEN))
        self.write(modes.enable(modes.CURSOR) + modes.disable(modes.FOCUS_REPORTS))
        self.close()

    def disable_input(self) -> None:
        """Stop reading keys; what is typed after the terminal has been restored is left to the shell."""
        if self._reader is None:
            return
        signal.signal(signal.SIGWINCH, signal.SIG_DFL)
        if self._mouse_enabled:
            self.write(modes.disable(*modes.MOUSE))
        self._reader.stop()
        self._reader = None
        self._saved.discard_input()
        self._host.discard_typed_ahead()

    def close(self) -> None:
        """Write what is queued and stop the writer thread."""
        if self._writer is not None:
            self._writer.stop()
            self._writer = None
        self._saved.in_use = False

    def _write_mouse_modes(self) -> None:
        if self._mouse_enabled:
            self.write(modes.enable(*modes.MOUSE))

    @contextlib.contextmanager
    def no_automatic_restart(self) -> Iterator[None]:
        """Do not take the terminal over while the app lends it to another program."""
        with self._job_control.lend_terminal():
            yield

    def _resume(self) -> None:
        self.suspend_application_mode()  # if it was stopped without notice, nobody knows what is on the screen
        self.start_application_mode()
        self.send_message(self.SignalResume())

    def _is_over(self) -> bool:
        return self._finished or self._host.shutdown.status is not None

    # ------------------------------------------------------------------ input and output

    def write(self, data: str) -> None:
        """Write to the terminal; what is written while another program has it is dropped."""
        if data.startswith(SET_CLIPBOARD):
            self._clipboard.copy(data)
        else:
            self._write(data)

    def _write_later(self, data: str) -> None:
        """Write, from any thread, on the event loop."""
        with contextlib.suppress(RuntimeError):  # the app is over
            self._event_loop.call_soon_threadsafe(self._write, data)

    def _write(self, data: str) -> None:
        data = self._sync_buffer.add(data)
        if data and self._writer is not None:
            if data.startswith(modes.SET_POINTER_SHAPE):
                self._pointer_shape_set = True
            self._writer.write(data)

    def send_message(self, message: Message) -> None:
        """Post a message to the app. May be called in any thread."""
        self._event_loop.call_soon_threadsafe(self._post_message, message)

    def process_message(self, message: Message) -> None:
        """Send a message from the terminal to the app; called in the reader thread."""
        if isinstance(message, Resize):
            size = _limited(*message.size)
            message = Resize(size, size, size, message.pixel_size)
        elif isinstance(message, InBandWindowResize) and message.supported:
            self._resize_reports = True
            if not message.enabled:
                self.write(modes.enable(modes.RESIZE_REPORTS))
                message = InBandWindowResize(True, True)
            if self._mouse_enabled:
                self.write(modes.enable(modes.MOUSE_PIXELS))
                self._mouse_pixels_on = True
        super().process_message(message)

    def _post_message(self, message: Message) -> None:
        try:
            self._host.post_message(message)
        except Exception as error:
            self._host.abort(error)

    def _on_resize_signal(self, *_: object) -> None:
        if not self._resize_scheduled:
            self._resize_scheduled = True
            self._event_loop.call_soon_threadsafe(self._report_size)

    def _report_size(self) -> None:
        self._resize_scheduled = False
        size = self._terminal_size()
        self.send_message(Resize(size, size))

    def _terminal_size(self) -> Size:
        for fd in (self._saved.output_fd, self._saved.input_fd):
            with contextlib.suppress(OSError):
                size = os.get_terminal_size(fd)
                return _limited(size.columns or 80, size.lines or 24)
        return Size(80, 24)

    def _on_hangup(self) -> None:
        self._host.shutdown.begin(_HANGUP_STATUS)


def _limited(columns: int, rows: int) -> Size:
    return Size(max(1, min(columns, MAX_SIZE.width)), max(1, min(rows, MAX_SIZE.height)))
