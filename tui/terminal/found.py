"""The terminal as it was found, and the means to put it back when nobody else will.

May not know Textual: it must work when Textual cannot.
"""

from __future__ import annotations

import contextlib
import os
import select
import sys
from typing import Any, Final

if sys.platform != "win32":
    import termios

__all__ = ["RELEASE", "FoundTerminal"]

RELEASE: Final = (
    "\x1b\\"  # ends a string that was cut in half
    "\x1b]22;\x07"  # pointer shape
    "\x1b[?2026l"  # synchronized output
    "\x1b[?2004l\x1b[?7h"  # bracketed paste, line wrap
    "\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l"  # mouse
    "\x1b[?2048l"  # resizes as input
    "\x1b[<u"  # kitty keys; before leaving the alternate screen, which has its own stack
    "\x1b[?1049l\x1b[?25h\x1b[?1004l\x1b[0m"
)
"""What turns off every mode this program may have turned on; each part does nothing where it was not on."""

_PATIENCE: Final = 0.2


class FoundTerminal:
    """How the terminal was before the app, and whether the app holds it now.

    `attributes` are the termios settings found (`None` before `look` and when standard input is no terminal); `taken`
    is true from the first byte the app draws until the last.
    """

    def __init__(self, keys: int = 0, screen: int = 2) -> None:
        self.keys = keys
        self.screen = screen
        self.taken = False
        self.attributes: list[Any] | None = None

    def look(self) -> None:
        """Keep the settings, once, and only in the foreground: behind a shell they are those it edits its line with."""
        if sys.platform != "win32" and self.attributes is None and self.in_front():
            with contextlib.suppress(termios.error):
                self.attributes = termios.tcgetattr(self.keys)

    def in_front(self) -> bool:
        """Say whether this process is in the terminal's foreground, where touching its settings is allowed."""
        if sys.platform == "win32":
            return True
        try:
            return os.tcgetpgrp(self.keys) == os.getpgrp()
        except OSError:  # not our controlling terminal, or gone: then nothing stops us either
            return True

    def restore_settings(self) -> None:
        """Put the termios settings back, unless a shell holds the terminal by now."""
        if sys.platform != "win32" and self.attributes is not None and self.in_front():
            with contextlib.suppress(termios.error):
                termios.tcsetattr(self.keys, termios.TCSANOW, self.attributes)

    def give_back(self) -> None:
        """Put back by hand what the app has not put back; a stuck terminal loses what was on its way to it."""
        self.restore_settings()
        if not self.taken:
            return
        with contextlib.suppress(OSError):
            if sys.platform != "win32" and not select.select([], [self.screen], [], _PATIENCE)[1]:
                with contextlib.suppress(termios.error):
                    termios.tcflush(self.screen, termios.TCOFLUSH)
            os.write(self.screen, RELEASE.encode("ascii"))
            self.taken = False
