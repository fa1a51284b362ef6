"""The clipboard of a terminal: through the terminal itself (OSC 52), or inside tmux through its buffer.

What is copied is sent to the terminal encoded in base64, so that no text can end the sequence. Inside tmux it is given
to `tmux load-buffer -w -` on its standard input; tmux keeps it and passes it on to the terminal around it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from threading import Thread
from typing import Final

__all__ = ["SET_CLIPBOARD", "TerminalClipboard", "has_clipboard"]

SET_CLIPBOARD: Final = "\x1b]52;c;"
"""Begins the sequence with which Textual copies: base64 and a BEL follow."""
_END: Final = "\a"
_PATIENCE: Final = 2.0
"""Seconds that tmux has to take the text."""
_WITHOUT: Final = ("linux", "vt", "cons", "screen", "dumb", "unknown", "rxvt", "Eterm")
"""How TERM begins on terminals that let no program write to a clipboard, or that have none."""
_PROGRAMS_WITHOUT: Final = frozenset({"Apple_Terminal"})
"""The same for TERM_PROGRAM."""


def has_clipboard(environment: Mapping[str, str]) -> bool:
    """Whether text that is copied arrives in a clipboard, as far as the environment tells.

    No terminal answers whether it does. GNU screen (STY), the console of Linux, rxvt, Terminal of macOS and terminals
    with the VTE library do not.
    """
    if environment.get("TMUX"):
        return True
    if environment.get("STY") or environment.get("VTE_VERSION"):
        return False
    term = environment.get("TERM", "")
    return bool(term) and not term.startswith(_WITHOUT) and environment.get("TERM_PROGRAM") not in _PROGRAMS_WITHOUT


class TerminalClipboard:
    """Copies for the driver. `write` writes to the terminal and may be called in any thread."""

    def __init__(self, write: Callable[[str], None], environment: Mapping[str, str] = os.environ) -> None:
        self._write = write
        self._environment = environment
        self._thread: Thread | None = None

    def copy(self, sequence: str) -> None:
        """Copy the text in a sequence that begins with `SET_CLIPBOARD`; nothing happens where there is no clipboard."""
        if not has_clipboard(self._environment):
            return
        if self._environment.get("TMUX"):
            self._thread = Thread(target=self._copy_in_tmux, args=(sequence,), name="tmux", daemon=True)
            self._thread.start()
        else:
            self._write(sequence)

    def finish(self) -> None:
        """Wait until tmux has what was copied last, as long as it may take, before the program ends."""
        if self._thread is not None:
            self._thread.join(_PATIENCE)

    def _copy_in_tmux(self, sequence: str) -> None:
        """Give the text to tmux; should that fail, ask it to pass the sequence on to the terminal around it."""
        from base64 import b64decode

        data = b64decode(sequence.removeprefix(SET_CLIPBOARD).removesuffix(_END))
        if not (_load_buffer(data, "-w") or _load_buffer(data)):  # tmux before 3.2 does not know -w
            doubled = sequence.replace("\x1b", "\x1b\x1b")
            self._write(f"\x1bPtmux;{doubled}\x1b\\{sequence}")


def _load_buffer(data: bytes, *options: str) -> bool:
    """Put bytes into a buffer of the tmux that we run in; whether that succeeded."""
    import subprocess

    try:
        done = subprocess.run(  # noqa: S603
            ["tmux", "load-buffer", *options, "-"],  # noqa: S607
            input=data,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            start_new_session=True,
            check=False,
        )
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
