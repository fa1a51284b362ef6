"""The state of the terminal before the program used it, and the means to restore that state without Textual."""

from __future__ import annotations

import contextlib
import os
import select
import sys
from typing import Any, Final

from tui.terminal.modes import FOREIGN_RESET_SEQUENCES, RESET_SEQUENCES

if sys.platform != "win32":
    import termios
    import tty

__all__ = ["SavedTerminal"]

_WRITE_TIMEOUT: Final = 0.2
"""Seconds to wait for a terminal that does not accept output."""


class SavedTerminal:
    """The terminal settings from before the program started, and whether the program is using the terminal now.

    `attributes` are the saved termios attributes (`None` before `save`, and when standard input is not a terminal);
    `in_use` is true from the first byte the program draws until the last.
    """

    def __init__(self, input_fd: int = 0, output_fd: int = 2) -> None:
        self.input_fd = input_fd
        self.output_fd = output_fd
        self.in_use = False
        self.attributes: list[Any] | None = None

    def save(self) -> None:
        """Save the termios attributes the first time this is called in the foreground.

        In the background they are those with which the shell edits its command line.
        """
        if sys.platform != "win32" and self.attributes is None and self.is_foreground():
            with contextlib.suppress(termios.error):
                self.attributes = termios.tcgetattr(self.input_fd)

    def is_foreground(self) -> bool:
        """Return whether this process may change the terminal's settings without being stopped by the kernel."""
        if sys.platform == "win32":
            return True
        try:
            return os.tcgetpgrp(self.input_fd) == os.getpgrp()
        except OSError:  # not our controlling terminal, or gone: nothing would stop us
            return True

    def enter_raw_mode(self) -> None:
        """Deliver keys one by one, unprocessed and without echo; ctrl+c, ctrl+z, ctrl+s and ctrl+q are keys."""
        if sys.platform == "win32":
            return
        with contextlib.suppress(termios.error):
            attributes = termios.tcgetattr(self.input_fd)
            attributes[tty.IFLAG] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
            attributes[tty.LFLAG] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
            attributes[tty.CC][termios.VMIN] = 1  # some systems share this slot with ctrl+d, and would wait for 4 bytes
            termios.tcsetattr(self.input_fd, termios.TCSANOW, attributes)

    def discard_input(self) -> None:
        """Discard what was typed and not yet read, unless the program is in the background."""
        if sys.platform != "win32" and self.is_foreground():
            with contextlib.suppress(termios.error):
                termios.tcflush(self.input_fd, termios.TCIFLUSH)

    def restore_attributes(self) -> None:
        """Restore the termios attributes, unless the program is in the background."""
        if sys.platform != "win32" and self.attributes is not None and self.is_foreground():
            with contextlib.suppress(termios.error):
                termios.tcsetattr(self.input_fd, termios.TCSANOW, self.attributes)

    def restore(self) -> None:
        """Restore whatever the driver has not; pending output is discarded if the terminal accepts none."""
        self.restore_attributes()
        if not self.in_use:
            return
        if self._write(RESET_SEQUENCES):
            self.in_use = False

    def restore_after_other_program(self) -> None:
        """Restore what a program to which the terminal was lent has left changed, unless we are in the background."""
        self.restore_attributes()
        if self.is_foreground():
            self._write(FOREIGN_RESET_SEQUENCES)

    def _write(self, sequences: str) -> bool:
        """Write to the terminal, in place of pending output if it accepts none; whether that succeeded."""
        try:
            if sys.platform != "win32" and not select.select([], [self.output_fd], [], _WRITE_TIMEOUT)[1]:
                with contextlib.suppress(termios.error):
                    termios.tcflush(self.output_fd, termios.TCOFLUSH)
            os.write(self.output_fd, sequences.encode("ascii"))
        except OSError:
            return False
        return True
