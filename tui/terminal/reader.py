"""Reading keys from a terminal that may vanish or send bytes that are not UTF-8.

May not know the driver or the app. Relies on Textual's private `_xterm_parser.XTermParser` (`feed`, `tick`), the parser
that `LinuxDriver.run_input_thread` uses; `tests/terminal/test_textual_names.py` watches it.
"""

from __future__ import annotations

import codecs
import os
import re
import selectors
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Final

from textual import constants
from textual._xterm_parser import XTermParser
from textual.message import Message

__all__ = ["read_keys"]

_CHUNK: Final = 4096
_LONGEST_SEQUENCE: Final = 32
_PIECE: Final = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]?|\x1b|[^\x1b]+")
_HALF_SEQUENCE: Final = constants.ESCAPE_DELAY + 0.001


def read_keys(keys: int, wake: int, deliver: Callable[[Message], None], *, debug: bool = False) -> bool:
    """Read from file descriptor `keys` and deliver messages until `wake` can be read; true when the terminal has gone.

    Sleeps until there is something to read: the only time limit is the one that tells the escape key from the beginning
    of a longer sequence. A sequence the parser chokes on is dropped.
    """
    decode = codecs.getincrementaldecoder("utf-8")(errors="replace").decode
    parser = XTermParser(debug)
    tail = ""
    with _never_blocking(keys) as keys, selectors.SelectSelector() as selector:
        selector.register(keys, selectors.EVENT_READ)
        selector.register(wake, selectors.EVENT_READ)
        while True:
            # Half a sequence waits in the parser only while an escape is among the last characters.
            ready = {key.fd for key, _ in selector.select(_HALF_SEQUENCE if "\x1b" in tail else None)}
            if wake in ready:
                return False
            if keys not in ready:
                tail = ""
                if not _deliver_all(parser.tick(), deliver):
                    parser = XTermParser(debug)
                continue
            try:
                data = os.read(keys, _CHUNK)
            except BlockingIOError:
                continue
            except OSError:
                return True
            if not data:
                return True
            text = decode(data)
            tail = (tail + text)[-_LONGEST_SEQUENCE:]
            for piece in _PIECE.findall(text):
                if not _deliver_all(parser.feed(piece), deliver):
                    parser = XTermParser(debug)


@contextmanager
def _never_blocking(keys: int) -> Iterator[int]:
    """Open the terminal once more, so as not to block when another program, while we were stopped, took what was typed.

    Setting the mode of the descriptor we were given would set it for the shell and everybody else who shares it.
    """
    try:
        own = os.open(os.ttyname(keys), os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY)
    except OSError:
        yield keys
        return
    try:
        yield own
    finally:
        os.close(own)


def _deliver_all(messages: Iterable[Message], deliver: Callable[[Message], None]) -> bool:
    """Deliver what a parser makes of its input; false when it raised, which leaves it of no use."""
    try:
        for message in messages:
            deliver(message)
    except Exception:
        return False
    return True
