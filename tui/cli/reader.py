"""Where the dossier that the app shows is read from, at the start and again. May not know Textual."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from tui import paths
from tui.dossier.files import Refused, read_stdin
from tui.dossier.load import Loaded, load, load_bytes, refusal, shown_name

if TYPE_CHECKING:
    from tui.dossier.load_worker import LoadWorker

BUNDLED = "karabakh.toml"
STDIN = "-"
ASIDE = 2 << 20
"""From this many bytes on a file is read in a process of its own."""


class Reader:
    """Reads one dossier, as often as asked. FILE None is the bundled one, `-` standard input (taken in once)."""

    def __init__(self, file: str | None, copies: Mapping[str, str]) -> None:
        self._file = paths.content(BUNDLED) if file is None else file
        self._copies = copies
        self._data: bytes | None = None
        self._refused: Loaded | None = None
        self.name = shown_name(self._file)
        if file == STDIN:
            try:
                self._data = read_stdin()
            except Refused as refused:
                self._refused = refusal(self.name, refused)
            _keyboard_for_stdin()

    def read(self) -> Loaded:
        """What the file says now."""
        if self._refused is not None:
            return self._refused
        if self._data is not None:
            return load_bytes(self._data, self.name, None, self._copies)
        return load(self._file, self._copies)

    @property
    def size(self) -> int:
        """How many bytes there are to read; 0 when that cannot be told."""
        if self._data is not None:
            return len(self._data)
        try:
            return os.stat(self._file).st_size
        except (OSError, ValueError):
            return 0

    @property
    def slow(self) -> bool:
        """Whether reading takes so long that it is better done aside."""
        return self.size >= ASIDE

    def aside(self) -> LoadWorker:
        """Begin to read in a process of its own."""
        from tui.dossier.load_worker import LoadWorker

        return LoadWorker(self._file, self.name, self._data, self._copies)


def read(file: str | None, copies: Mapping[str, str]) -> Loaded:
    """Load FILE once, or the bundled dossier when none is named. Standard input stays what it is."""
    return load(paths.content(BUNDLED) if file is None else file, copies)


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
