"""Reading keys from a terminal that may vanish or send bytes that are not UTF-8."""

from __future__ import annotations

import codecs
import os
import re
import selectors
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Final

from textual import constants
from textual.message import Message

from tui.terminal import compat

__all__ = ["KeyReader", "read_keys"]

_CHUNK_SIZE: Final = 4096
_MAX_SEQUENCE_LENGTH: Final = 32
_SEQUENCE_OR_TEXT: Final = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]?|\x1b|[^\x1b]+")


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

    Treats EOF as a hangup. Sleeps until there is something to read: the only timeout is the one that tells the escape
    key from the beginning of a longer sequence. A sequence that the parser fails on is dropped; an error raised by
    `deliver` is not caught.
    """
    decode = codecs.getincrementaldecoder("utf-8")(errors="replace").decode
    parser = compat.new_key_parser()
    recent_text = ""
    with _open_non_blocking(fd) as fd, selectors.SelectSelector() as selector:
        selector.register(fd, selectors.EVENT_READ)
        selector.register(wake_fd, selectors.EVENT_READ)
        while True:
            # The parser holds an incomplete sequence only while there is an escape among the last characters.
            timeout = constants.ESCAPE_DELAY + 0.001 if "\x1b" in recent_text else None
            ready = {key.fd for key, _ in selector.select(timeout)}
            if wake_fd in ready:
                return False
            if fd not in ready:
                recent_text = ""
                if not _deliver_parsed(parser.tick(), deliver):
                    parser = compat.new_key_parser()
                continue
            try:
                data = os.read(fd, _CHUNK_SIZE)
            except BlockingIOError:
                continue
            except OSError:
                return True
            if not data:
                return True
            text = decode(data)
            recent_text = (recent_text + text)[-_MAX_SEQUENCE_LENGTH:]
            for piece in _SEQUENCE_OR_TEXT.findall(text):
                if not _deliver_parsed(parser.feed(piece), deliver):
                    parser = compat.new_key_parser()


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


def _deliver_parsed(messages: Iterable[Message], deliver: Callable[[Message], None]) -> bool:
    """Deliver what the parser returns; return false if the parser failed, after which it is of no use."""
    iterator = iter(messages)
    while True:
        try:
            message = next(iterator)
        except StopIteration:
            return True
        except Exception:
            return False
        deliver(message)
