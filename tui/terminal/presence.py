"""Is there a terminal to draw on, and what environment should Textual be imported in?

May not know Textual or Rich: the command line asks before it pays for them.
"""

from __future__ import annotations

import importlib
import io
import os
import sys
from typing import TextIO

__all__ = ["import_asyncio_without_tls", "prepare_environment", "why_not"]

_NO_SCREEN = frozenset({"dumb", "unknown"})
_COLOR_SYSTEMS = frozenset({"auto", "standard", "256", "truecolor", "windows"})
_DEFAULTS = {"TEXTUAL_FPS": "1000", "TEXTUAL_ANIMATIONS": "none"}


def why_not() -> str | None:
    """Return one plain sentence saying why the screen cannot be drawn here, or `None` when it can.

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
    if term in _NO_SCREEN:
        return f"TERM is {term}, and such a terminal cannot show a full screen."
    return None


def prepare_environment() -> None:
    """Set the environment and standard error so that Textual starts well; call it before Textual is imported.

    Drops `COLUMNS` and `LINES` (Rich believes them and then ignores every resize) and a `TEXTUAL_COLOR_SYSTEM` that
    Rich would not know; sets `TEXTUAL_FPS` and `TEXTUAL_ANIMATIONS` if unset; makes standard error UTF-8.
    """
    for name in ("COLUMNS", "LINES"):
        os.environ.pop(name, None)
    if os.environ.get("TEXTUAL_COLOR_SYSTEM", "auto") not in _COLOR_SYSTEMS:
        del os.environ["TEXTUAL_COLOR_SYSTEM"]
    for name, value in _DEFAULTS.items():
        os.environ.setdefault(name, value)
    for stream in (sys.__stderr__, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def import_asyncio_without_tls() -> None:
    """Import asyncio as Python does where it was built without TLS, which takes a fiftieth of the start to load.

    Nothing here opens a connection. asyncio stays without TLS; whoever else imports `ssl` later gets it. Does nothing
    when either is imported already.
    """
    if "asyncio" in sys.modules or "ssl" in sys.modules:
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]
    try:
        importlib.import_module("asyncio")
    finally:
        del sys.modules["ssl"]


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False
