"""Reading keys from a terminal that may vanish or send bytes that are not UTF-8.

May not know the driver or the app. Relies on Textual's private `_xterm_parser.XTermParser` (`feed`, `tick`), the parser
that `LinuxDriver.run_input_thread` uses; `tests/terminal/test_textual_names.py` watches it.
"""

from __future__ import annotations

import codecs
import os
import selectors
from collections.abc import Callable
from typing import Final

from textual import constants
from textual._xterm_parser import XTermParser
from textual.message import Message

__all__ = ["read_keys"]

_CHUNK: Final = 4096
_LONGEST_SEQUENCE: Final = 32
_HALF_SEQUENCE: Final = constants.ESCAPE_DELAY + 0.001


def read_keys(keys: int, wake: int, deliver: Callable[[Message], None], *, debug: bool = False) -> bool:
    """Read from file descriptor `keys` and deliver messages until `wake` can be read; true when the terminal has gone.

    Sleeps until there is something to read: the only time limit is the one that tells the escape key from the beginning
    of a longer sequence. A sequence the parser chokes on is dropped with its chunk.
    """
    decode = codecs.getincrementaldecoder("utf-8")(errors="replace").decode
    parser = XTermParser(debug)
    tail = ""
    with selectors.SelectSelector() as selector:
        selector.register(keys, selectors.EVENT_READ)
        selector.register(wake, selectors.EVENT_READ)
        while True:
            # Half a sequence waits in the parser only while an escape is among the last characters.
            ready = {key.fd for key, _ in selector.select(_HALF_SEQUENCE if "\x1b" in tail else None)}
            if wake in ready:
                return False
            try:
                if keys in ready:
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
                    for message in parser.feed(text) if text else ():
                        deliver(message)
                else:
                    tail = ""
                    for message in parser.tick():
                        deliver(message)
            except Exception:
                parser = XTermParser(debug)
                tail = ""
