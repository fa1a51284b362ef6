"""Checks that there is a terminal to draw on, and prepares the environment in which Textual is imported.

The command line runs these checks before it pays for importing Textual.
"""

from __future__ import annotations

import io
import os
import sys
from typing import TextIO

__all__ = ["no_terminal_reason", "prepare_environment"]

_TERMS_WITHOUT_SCREEN = frozenset({"dumb", "unknown"})
_COLOR_SYSTEMS = frozenset({"auto", "standard", "256", "truecolor", "windows"})
_DEFAULTS = {"TEXTUAL_FPS": "10000", "TEXTUAL_ANIMATIONS": "none"}


def no_terminal_reason() -> str | None:
    """Return one plain sentence that says why the app cannot run here, or `None` if it can.

    Keys come from standard input and Textual draws on standard error, so both must be terminals; standard output may be
    anything.
    """
    if not _is_terminal(sys.__stdin__):
        return "Keys are read from standard input, and it is not a terminal."
    if not _is_terminal(sys.__stderr__):
        return "The screen is drawn on standard error, and it is not a terminal."
    if sys.platform == "win32":
        return None
    term = os.environ.get("TERM", "").strip().lower()
    if not term:
        return "TERM is not set, so nothing is known about this terminal."
    if term in _TERMS_WITHOUT_SCREEN:
        return f"TERM is {term}, and such a terminal cannot show a full screen."
    return None


def prepare_environment() -> None:
    """Set the environment and standard error so that Textual starts well; must be called before Textual is imported.

    Drops `COLUMNS` and `LINES` (Rich prefers them to the real size and then ignores every resize), `TEXTUAL_DRIVER`
    (it names code to run) and a `TEXTUAL_COLOR_SYSTEM` that Rich does not know; sets `TEXTUAL_FPS` and
    `TEXTUAL_ANIMATIONS` if unset; makes standard error UTF-8.
    """
    for name in ("COLUMNS", "LINES", "TEXTUAL_DRIVER"):
        os.environ.pop(name, None)
    if os.environ.get("TEXTUAL_COLOR_SYSTEM", "auto") not in _COLOR_SYSTEMS:
        del os.environ["TEXTUAL_COLOR_SYSTEM"]
    for name, value in _DEFAULTS.items():
        os.environ.setdefault(name, value)
    for stream in (sys.__stderr__, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False
