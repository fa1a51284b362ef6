"""Every way out that is not the reader's own: signals, a vanished terminal, an internal error.

Each asks the app to leave in good order and starts a clock; when the app has not left in time, the terminal is given
back by hand and the process ends. A thread keeps the clock and hears of every signal through the wakeup descriptor:
Python runs signal handlers in the main thread only, and nothing wakes the event loop for them when the kernel picked
another thread to interrupt. May not know Textual.
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

from tui.terminal.found import FoundTerminal

__all__ = ["GRACE", "Leaving"]

GRACE: Final = 2.0
"""Seconds the app has to leave in good order."""

_FROM_OUTSIDE: Final = ("SIGTERM", "SIGHUP")
_FROM_KEYS: Final = ("SIGQUIT", "SIGINT")
_OVER: Final = 0
_BEGUN: Final = 255


class Leaving:
    """Ends the app once, in good order if it can and by force if it must.

    `exit` asks the app to leave with a status and is called on the event loop; `last_words` is called before the
    process is ended by force. `status` is the exit status of the first cause, `None` while there is none.
    """

    def __init__(self, exit: Callable[[int], None], found: FoundTerminal, last_words: Callable[[], None]) -> None:
        self.status: int | None = None
        self._exit = exit
        self._found = found
        self._last_words = last_words
        self._loop: asyncio.AbstractEventLoop | None = None
        self._deaf = False
        self._taken: list[int] = []
        self._outside: list[int] = []
        self._pipe: int | None = None

    def listen(self, loop: asyncio.AbstractEventLoop) -> None:
        """Take TERM, HUP, QUIT and INT from now on; one that was ignored by whoever started us stays ignored."""
        self._loop = loop
        self._taken = [number for name in _FROM_OUTSIDE + _FROM_KEYS if (number := _number(name)) is not None]
        self._outside = [number for number in self._taken if signal.Signals(number).name in _FROM_OUTSIDE]
        reading, self._pipe = os.pipe()
        os.set_blocking(self._pipe, False)
        threading.Thread(target=self._watch, args=(reading,), name="watch", daemon=True).start()
        signal.set_wakeup_fd(self._pipe, warn_on_full_buffer=False)
        for number in self._taken:
            signal.signal(number, self._heard)

    def begin(self, status: int) -> None:
        """Leave with this status. Any thread or signal handler may call it; only the first call counts."""
        if self.status is not None:
            return
        self.status = status
        if self._loop is None:
            self._exit(status)
            return
        self._tell(_BEGUN)
        with contextlib.suppress(RuntimeError):  # the loop has closed: the app has left already
            self._loop.call_soon_threadsafe(self._exit, status)

    def silence(self) -> None:
        """Stop the clock and give the signals back; called when the app has left."""
        if self._pipe is None:
            return
        signal.set_wakeup_fd(-1)
        for number in self._taken:
            if self.status is not None:  # on the way out with a status that another signal must not replace
                signal.signal(number, signal.SIG_IGN)
            else:
                signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)
        self._tell(_OVER)

    @contextlib.contextmanager
    def deaf_to_keyboard(self) -> Iterator[None]:
        """Do not take INT and QUIT for us while another program has the keyboard.

        They keep a handler rather than being ignored, because a child would inherit that.
        """
        self._deaf = True
        try:
            yield
        finally:
            self._deaf = False

    def _heard(self, number: int, _frame: FrameType | None = None) -> None:
        if not self._deaf or number in self._outside:
            self.begin(128 + number)

    def _tell(self, word: int) -> None:
        if self._pipe is not None:
            with contextlib.suppress(BlockingIOError):
                os.write(self._pipe, bytes([word]))

    def _watch(self, pipe: int) -> None:
        deadline: float | None = None
        while select.select([pipe], [], [], None if deadline is None else max(0.0, deadline - monotonic()))[0]:
            for word in os.read(pipe, 256):
                if word == _OVER:
                    return
                if word in self._outside:  # heard here, because the main thread may be stuck
                    self._heard(word)
            if deadline is None and self.status is not None:
                deadline = monotonic() + GRACE
            if self._loop is not None:
                with contextlib.suppress(RuntimeError):
                    self._loop.call_soon_threadsafe(_nothing)  # wakes it, to run the signal handlers that wait
        self._by_force()

    def _by_force(self) -> None:
        # In a thread of its own: a terminal that takes no output must not keep us from ending.
        hand = threading.Thread(target=self._by_hand, daemon=True)
        hand.start()
        hand.join(0.5)
        os._exit(self.status or 0)

    def _by_hand(self) -> None:
        self._found.give_back()
        self._last_words()


def _nothing() -> None:
    pass


def _number(name: str) -> int | None:
    number = getattr(signal, name, None)
    return None if number is None or signal.getsignal(number) is signal.SIG_IGN else int(number)
