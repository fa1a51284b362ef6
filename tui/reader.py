"""Where the dossier that the app shows is read from, and read again. May not know Textual."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping

from tui import paths
from tui.dossier.load import Loaded, load, load_bytes, refusal
from tui.dossier.reading import Refused, read_stdin
from tui.dossier.text import Safe

BUNDLED = "karabakh.toml"
_NAME = Safe("standard input")


def read(file: str | None, copies: Mapping[str, str]) -> Loaded:
    """Load FILE, or the bundled dossier when none is named."""
    return load(paths.content(BUNDLED) if file is None else file, copies)


def from_standard_input(copies: Mapping[str, str]) -> Callable[[], Loaded]:
    """Take in standard input once, then give the keyboard its place. The result loads the same bytes each time."""
    try:
        data = read_stdin()
    except Refused as refused:
        refused_loaded = refusal(_NAME, refused)
        _keyboard_for_stdin()
        return lambda: refused_loaded
    _keyboard_for_stdin()
    return lambda: load_bytes(data, _NAME, None, copies)


def _keyboard_for_stdin() -> None:
    """Put the controlling terminal, if there is one, where the pipe was."""
    if sys.__stdin__ is None or sys.__stdin__.isatty():
        return
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        return
    os.dup2(terminal, 0)
    os.close(terminal)
