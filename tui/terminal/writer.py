"""Writing to a terminal that may vanish, stall for a while, or use an encoding other than UTF-8."""

from __future__ import annotations

import os
import select
from collections.abc import Callable
from queue import Queue
from threading import Thread
from typing import Final

__all__ = ["TerminalWriter"]

_MAX_QUEUED: Final = 30
"""Writes that wait for the terminal before `write` blocks, so that a slow one is not sent more than it can show."""


class TerminalWriter:
    """Writes text to a file descriptor in a thread of its own, which starts immediately.

    `on_disconnect` is called, in that thread, when the terminal accepts no more bytes; what is written afterwards is
    discarded.
    """

    def __init__(self, fd: int, on_disconnect: Callable[[], None]) -> None:
        self._fd = fd
        self._on_disconnect = on_disconnect
        self._queue: Queue[str | None] = Queue(_MAX_QUEUED)
        self._disconnected = False
        self._thread = Thread(target=self._run, name="terminal-writer", daemon=True)
        self._thread.start()

    def write(self, text: str) -> None:
        """Queue text to be written as UTF-8, whatever the locale."""
        self._queue.put(text)

    def stop(self) -> None:
        """Write what is queued and end the thread."""
        self._queue.put(None)
        self._thread.join()

    def _run(self) -> None:
        stopped = False
        while not stopped:
            parts = [self._queue.get()]
            while not self._queue.empty():
                parts.append(self._queue.get())
            stopped = parts[-1] is None
            self._write_all("".join(part for part in parts if part is not None).encode("utf-8", "replace"))

    def _write_all(self, encoded: bytes) -> None:
        data = memoryview(encoded)
        while data and not self._disconnected:
            try:
                data = data[os.write(self._fd, data) :]
            except BlockingIOError:  # another program left the terminal non-blocking
                select.select([], [self._fd], [], 1.0)
            except OSError:
                self._disconnected = True
                self._on_disconnect()
