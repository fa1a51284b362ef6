"""The state of the terminal before the program used it, and the means to restore that state without Textual."""

from __future__ import annotations

import contextlib
import os
import select
import sys
from typing import Any, Final

if sys.platform != "win32":
    import termios

__all__ = ["RESET_SEQUENCES", "SavedTerminal"]

RESET_SEQUENCES: Final = (
    "\x1b\\"  # ends a string that was cut in half
    "\x1b]22;\x07"  # pointer shape
    "\x1b[?2026l"  # synchronized output
    "\x1b[?2004l\x1b[?7h"  # bracketed paste, line wrap
    "\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l"  # mouse
    "\x1b[?2048l"  # in-band resize reports
    "\x1b[<u"  # kitty keyboard protocol; before leaving the alternate screen, which has its own stack
    "\x1b[?1049l\x1b[?25h\x1b[?1004l\x1b[0m"  # alternate screen, cursor, focus reports, style
)
"""KeyQueue off every mode the program may have turned on; each part does nothing where its mode is off."""

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
        with contextlib.suppress(OSError):
            if sys.platform != "win32" and not select.select([], [self.output_fd], [], _WRITE_TIMEOUT)[1]:
                with contextlib.suppress(termios.error):
                    termios.tcflush(self.output_fd, termios.TCOFLUSH)
            os.write(self.output_fd, RESET_SEQUENCES.encode("ascii"))
            self.in_use = False
