"""Reading keys from a terminal that may vanish or send bytes that are not UTF-8."""

from __future__ import annotations

import codecs
import os
import selectors
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread
from time import monotonic
from typing import Final

from textual.message import Message

from tui.terminal.input_decoder import InputDecoder
from tui.terminal.input_splitter import InputSplitter

__all__ = ["KeyReader", "read_keys"]

_CHUNK_SIZE: Final = 4096


class KeyReader:
    """Reads a terminal in a thread of its own, which starts immediately.

    All callbacks are called in that thread: `deliver` with each message, `on_hangup` when the terminal has gone, and
    `on_error` with the error that ended the thread, such as one raised by `deliver`.
    """

    def __init__(
        self,
        fd: int,
        deliver: Callable[[Message], None],
        on_hangup: Callable[[], None],
        on_error: Callable[[Exception], None],
    ) -> None:
        self._fd = fd
        self._deliver = deliver
        self._on_hangup = on_hangup
        self._on_error = on_error
        self._wake_read, self._wake_write = os.pipe()
        self._thread = Thread(target=self._run, name="key-reader", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End the thread."""
        os.write(self._wake_write, b".")
        self._thread.join()
        os.close(self._wake_read)
        os.close(self._wake_write)

    def _run(self) -> None:
        try:
            if read_keys(self._fd, self._wake_read, self._deliver):
                self._on_hangup()
        except Exception as error:
            self._on_error(error)


def read_keys(fd: int, wake_fd: int, deliver: Callable[[Message], None]) -> bool:
    """Read from `fd` and deliver messages until `wake_fd` is readable; return whether the terminal has gone.

    Treats EOF as a hangup. Sleeps until there is something to read, or something incomplete is given up. An error
    raised by `deliver` is not caught.
    """
    decode_bytes = codecs.getincrementaldecoder("utf-8")(errors="replace").decode
    splitter, decoder = InputSplitter(), InputDecoder()
    with _open_non_blocking(fd) as fd, selectors.SelectSelector() as selector:
        selector.register(fd, selectors.EVENT_READ)
        selector.register(wake_fd, selectors.EVENT_READ)
        while True:
            timeout = None if splitter.deadline is None else max(0.0, splitter.deadline - monotonic())
            ready = {key.fd for key, _ in selector.select(timeout)}
            if wake_fd in ready:
                return False
            if fd not in ready:
                parts = splitter.expire(monotonic())
            else:
                try:
                    data = os.read(fd, _CHUNK_SIZE)
                except BlockingIOError:
                    continue
                except OSError:
                    return True
                if not data:
                    return True
                parts = splitter.feed(decode_bytes(data), monotonic())
            for part in parts:
                for message in decoder.decode(part):
                    deliver(message)


@contextmanager
def _open_non_blocking(fd: int) -> Iterator[int]:
    """Open the terminal again, so as not to block when another program reads what was typed while we are stopped.

    Making `fd` itself non-blocking would make it so for the shell and everything else that shares it.
    """
    try:
        own_fd = os.open(os.ttyname(fd), os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY)
    except OSError:
        yield fd
        return
    try:
        yield own_fd
    finally:
        os.close(own_fd)
