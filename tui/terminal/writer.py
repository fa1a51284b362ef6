"""Writing to a terminal that may vanish, stall for a while, or speak no UTF-8.

May not know Textual. It has just the methods that Textual's writer thread calls on a file.
"""

from __future__ import annotations

import os
import select
from collections.abc import Callable

__all__ = ["TerminalWriter"]


class TerminalWriter:
    """A file for the writer thread that never raises: were the thread to die, everybody who writes would wait for ever.

    `gone` is called, in the writer thread, when the terminal takes no more bytes.
    """

    def __init__(self, fileno: int, gone: Callable[[], None]) -> None:
        self._fileno = fileno
        self._gone = gone
        self._pending: list[str] = []
        self._lost = False

    def write(self, text: str) -> int:
        """Keep text for the next flush."""
        self._pending.append(text)
        return len(text)

    def flush(self) -> None:
        """Write everything kept, as UTF-8 whatever the locale says."""
        data = memoryview("".join(self._pending).encode("utf-8", "replace"))
        self._pending.clear()
        while data and not self._lost:
            try:
                data = data[os.write(self._fileno, data) :]
            except BlockingIOError:  # another program left the terminal non-blocking
                select.select([], [self._fileno], [], 1.0)
            except OSError:
                self._lost = True
                self._gone()

    def fileno(self) -> int:
        """Return the file descriptor written to."""
        return self._fileno

    def isatty(self) -> bool:
        """Say that this is a terminal; nothing else is given to it."""
        return True
