"""Stopping and continuing the program from a shell, and waiting in the background."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import Callable, Iterator
from typing import Final

from tui.terminal.saved_terminal import SavedTerminal

__all__ = ["JobControl"]

_BACKGROUND_DELAY: Final = 0.1
"""Seconds before a program that was continued in the background stops again."""


class JobControl:
    """Handles TSTP and CONT on the event loop.

    `suspend` restores the terminal before the program stops; `resume` takes it over when the program is in the
    foreground again. Neither is called once `is_over` returns true, or while the app lends the terminal.
    """

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        saved_terminal: SavedTerminal,
        suspend: Callable[[], None],
        resume: Callable[[], None],
        is_over: Callable[[], bool],
    ) -> None:
        self._loop = loop
        self._saved_terminal = saved_terminal
        self._suspend = suspend
        self._resume = resume
        self._is_over = is_over
        self._lending = False
        self._resume_scheduled = False
        signal.signal(signal.SIGTSTP, self._on_stop_signal)
        signal.signal(signal.SIGCONT, self._on_continue_signal)

    @contextlib.contextmanager
    def lend_terminal(self) -> Iterator[None]:
        """Leave the terminal to another program: only stop and continue with it."""
        before = self._lending
        self._lending = True
        try:
            yield
        finally:
            self._lending = before

    def resume_in_foreground(self) -> None:
        """Resume soon; stop until then if the program is in the background."""
        self._resume_scheduled = True
        self._loop.call_soon(self._resume_or_wait)

    def _on_stop_signal(self, *_: object) -> None:
        if self._lending:  # the event loop waits for the other program
            self._stop_process()
        else:  # not in the signal handler: it may have interrupted code that holds the lock of the writer's queue
            self._loop.call_soon_threadsafe(self._suspend_and_stop)

    def _on_continue_signal(self, *_: object) -> None:
        if not self._lending and not self._resume_scheduled:
            self._resume_scheduled = True
            self._loop.call_soon_threadsafe(self._resume_or_wait)

    def _suspend_and_stop(self) -> None:
        if self._is_over():
            return
        self._suspend()
        # Also without CONT: the kernel does not stop a process that has no shell to continue it.
        self.resume_in_foreground()
        self._stop_process()

    def _stop_process(self) -> None:
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        signal.raise_signal(signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, self._on_stop_signal)

    def _resume_or_wait(self) -> None:
        if self._saved_terminal.is_foreground():
            self._resume_now()
        else:
            # A shell that ends a stopped program sends TERM and CONT, and CONT may arrive first. Others bring the
            # program to the foreground only after CONT.
            self._loop.call_later(_BACKGROUND_DELAY, self._resume_or_stop)

    def _resume_or_stop(self) -> None:
        if self._saved_terminal.is_foreground():
            self._resume_now()
            return
        self._resume_scheduled = False
        if not self._is_over() and not self._lending:
            self._stop_process()

    def _resume_now(self) -> None:
        self._resume_scheduled = False
        if not self._is_over() and not self._lending:
            self._resume()
