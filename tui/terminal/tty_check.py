"""Checks that there is a terminal to draw on, and prepares the environment in which Textual is imported.

The command line runs these checks before it pays for importing Textual.
"""

from __future__ import annotations

import io
import os
import sys
from typing import TextIO

__all__ = ["DEVELOPER_SWITCH", "DISPLAY_VARIABLES", "no_terminal_reason", "prepare_environment"]

DEVELOPER_SWITCH = "KARABAKH_TUI_DEVELOPER"
"""The environment variable that, set to 1, lets Textual's variables for developers through."""

_TERMS_WITHOUT_SCREEN = frozenset({"dumb", "unknown"})
_COLOR_SYSTEMS = frozenset({"auto", "standard", "256", "truecolor", "windows"})
_DEFAULTS = {"TEXTUAL_FPS": "10000", "TEXTUAL_ANIMATIONS": "none"}
DISPLAY_VARIABLES = {
    *_DEFAULTS,
    "TEXTUAL_COLOR_SYSTEM",
    "TEXTUAL_DIM_FACTOR",
    "TEXTUAL_DISABLE_KITTY_KEY",
    "TEXTUAL_FILTERS",
    "TEXTUAL_SMOOTH_SCROLL",
    "TEXTUAL_SPEEDUPS",
    "TEXTUAL_THEME",
}
"""Variables of Textual that change nothing but what it shows. The others write files, press keys, quit, open sockets or
name code to run."""


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


def prepare_environment() -> list[str]:
    """Set the environment and standard error so that Textual starts well; must be called before Textual is imported.

    Drops `COLUMNS` and `LINES` (Rich prefers them to the real size and then ignores every resize), a
    `TEXTUAL_COLOR_SYSTEM` that Rich does not know, and Textual's variables for developers unless `DEVELOPER_SWITCH` is
    1; sets `TEXTUAL_FPS` and `TEXTUAL_ANIMATIONS` if unset; makes standard error UTF-8. Returns what to tell the reader
    about variables that are ignored, one line each.
    """
    for name in ("COLUMNS", "LINES"):
        os.environ.pop(name, None)
    if os.environ.get("TEXTUAL_COLOR_SYSTEM", "auto") not in _COLOR_SYSTEMS:
        del os.environ["TEXTUAL_COLOR_SYSTEM"]
    notices = _unusable_log() if os.environ.get(DEVELOPER_SWITCH) == "1" else _drop_developer_variables()
    for name, value in _DEFAULTS.items():
        os.environ.setdefault(name, value)
    for stream in (sys.__stderr__, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    return notices


def _drop_developer_variables() -> list[str]:
    names = sorted(name for name in os.environ if name.partition("_")[0] == "TEXTUAL" and name not in DISPLAY_VARIABLES)
    for name in names:
        del os.environ[name]
    return [f"{', '.join(names)} ignored: for developers, who set {DEVELOPER_SWITCH}=1"] if names else []


def _unusable_log() -> list[str]:
    """Drop `TEXTUAL_LOG` if Textual would fail to write to it, and say so."""
    if (log := os.environ.get("TEXTUAL_LOG")) is None:
        return []
    try:
        with open(log, "a", encoding="utf-8"):
            return []
    except (OSError, ValueError) as error:
        del os.environ["TEXTUAL_LOG"]
        return [f"TEXTUAL_LOG ignored: {log} cannot be written ({getattr(error, 'strerror', None) or error})"]


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False
