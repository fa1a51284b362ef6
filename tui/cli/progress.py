"""Says on stderr what a command is doing when it takes long."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from tui.cli import stdio

_FIRST, _AGAIN = 1.0, 10.0
"""Seconds from the start to the first line, and from each line to the next."""


class Progress:
    """Narrates one command: nothing for a second, then a line, and another every ten seconds."""

    def __init__(self, command: str, now: Callable[[], float] = monotonic) -> None:
        self._command, self._now = command, now
        self._due = now() + _FIRST

    def tell(self, words: Callable[[], str]) -> None:
        """Say what is being done, if it is time to."""
        if (time := self._now()) >= self._due:
            self._due = time + _AGAIN
            stdio.message(f"{self._command}: {words()}")
