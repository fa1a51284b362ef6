"""The terminal modes the program turns on, and the escape sequences that turn them on and off."""

from __future__ import annotations

from typing import Final

__all__ = [
    "ALTERNATE_SCREEN",
    "BRACKETED_PASTE",
    "CURSOR",
    "DISABLE_KITTY_KEYS",
    "ENABLE_KITTY_KEYS",
    "FOCUS_REPORTS",
    "FOREIGN_RESET_SEQUENCES",
    "LINE_WRAP",
    "MOUSE",
    "MOUSE_PIXELS",
    "RESET_POINTER_SHAPE",
    "RESET_SEQUENCES",
    "RESIZE_REPORTS",
    "SET_POINTER_SHAPE",
    "SYNCHRONIZED_OUTPUT",
    "disable",
    "enable",
    "query",
]

LINE_WRAP: Final = 7
CURSOR: Final = 25
MOUSE: Final = (1000, 1003, 1015, 1006)
"""Mouse buttons, mouse moves, and two encodings of positions beyond column 223."""
FOCUS_REPORTS: Final = 1004
MOUSE_PIXELS: Final = 1016
ALTERNATE_SCREEN: Final = 1049
BRACKETED_PASTE: Final = 2004
SYNCHRONIZED_OUTPUT: Final = 2026
RESIZE_REPORTS: Final = 2048
"""The terminal reports a resize as input."""

ENABLE_KITTY_KEYS: Final = f"\x1b[>{0b1 | 0b1000 | 0b10000}u"
"""Keys that cannot be mistaken for escape sequences, all of them, with the text they produce
(https://sw.kovidgoyal.net/kitty/keyboard-protocol/#progressive-enhancement)."""
DISABLE_KITTY_KEYS: Final = "\x1b[<u"
SET_POINTER_SHAPE: Final = "\x1b]22;"
RESET_POINTER_SHAPE: Final = f"{SET_POINTER_SHAPE}\x07"


def enable(*modes: int) -> str:
    """Return the sequences that enable private modes."""
    return "".join([f"\x1b[?{mode}h" for mode in modes])


def disable(*modes: int) -> str:
    """Return the sequences that disable private modes."""
    return "".join([f"\x1b[?{mode}l" for mode in modes])


def query(mode: int) -> str:
    """Return the sequence that asks the terminal whether it knows a private mode."""
    return f"\x1b[?{mode}$p"


RESET_SEQUENCES: Final = (
    "\x1b\\"  # ends a string that was cut in half
    + RESET_POINTER_SHAPE
    + disable(SYNCHRONIZED_OUTPUT, BRACKETED_PASTE)
    + enable(LINE_WRAP)
    + disable(*MOUSE, MOUSE_PIXELS, RESIZE_REPORTS)
    + DISABLE_KITTY_KEYS  # before leaving the alternate screen, which has its own stack
    + disable(ALTERNATE_SCREEN)
    + enable(CURSOR)
    + disable(FOCUS_REPORTS)
    + "\x1b[0m"
)
"""Turns off every mode the program may have turned on; each part does nothing where its mode is off."""

FOREIGN_RESET_SEQUENCES: Final = (
    "\x1b\\"
    + disable(SYNCHRONIZED_OUTPUT, BRACKETED_PASTE, *MOUSE, MOUSE_PIXELS, RESIZE_REPORTS, FOCUS_REPORTS)
    + enable(LINE_WRAP, CURSOR)
    + disable(1, 6, 9, 1002, 1005)  # cursor keys and origin as usual; other ways of reporting the mouse
    + "\x1b>\x1b[4l\x1b(B\x0f\x1b[>4m\x1b[0m"  # keypad, overwriting, letters, modified keys and colours as usual
    + "\x1b7\x1b[r\x1b8"  # the whole screen scrolls; the cursor stays
)
"""Turns off what another program may have left on when it was killed; but for the alternate screen and its keys, which
are taken over next and given back when the program ends."""
