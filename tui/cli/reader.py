"""Reading the dossier that a command or the app was called with."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from tui import paths
from tui.cli import stdio
from tui.dossier.files import Refused, read_stdin
from tui.dossier.load import STDIN, Loaded, load, load_bytes, refusal, shown_name

if TYPE_CHECKING:
    from tui.dossier.dossier import Dossier
    from tui.dossier.load_worker import LoadWorker

_MOST_COPIES = 500
"""The most local copies whose changes are noticed."""
LARGE_FILE = 2 << 20
"""The size in bytes from which on a file is read in a process of its own."""


class Reader:
    """Reads one dossier as often as asked.

    `file` None is the bundled dossier, `-` is standard input, which is read only once. `copies`: source id -> path of
    a local copy of its text.
    """

    def __init__(self, file: str | None, copies: Mapping[str, str]) -> None:
        self._file = paths.content(paths.BUNDLED) if file is None else file
        self._copies = copies
        self._named_copies: tuple[str, ...] = ()
        self._data: bytes | None = None
        self._refusal: Loaded | None = None
        self.name = shown_name(self._file)
        if file == STDIN:
            try:
                self._data = read_stdin()
            except Refused as refused:
                self._refusal = refusal(self.name, refused)
            _connect_stdin_to_terminal()

    def read(self) -> Loaded:
        """Load the dossier as the file is now."""
        if self._refusal is not None:
            return self._refusal
        if self._data is not None:
            return load_bytes(self._data, self.name, None, self._copies)
        return load(self._file, self._copies)

    @property
    def size(self) -> int:
        """The size of the file in bytes; 0 when it is unknown."""
        if self._data is not None:
            return len(self._data)
        try:
            return os.stat(self._file).st_size
        except (OSError, ValueError):
            return 0

    @property
    def is_large(self) -> bool:
        """Whether the file takes long enough to load that a process of its own should do it."""
        return self.size >= LARGE_FILE

    @property
    def path(self) -> str:
        """The absolute path of the file; empty when the dossier came from standard input."""
        if self._is_stdin:
            return ""
        try:
            return os.path.abspath(self._file)
        except OSError:  # the current folder is gone
            return self._file

    @property
    def not_editable(self) -> str:
        """Why the file is not to be edited, in one sentence; empty when it may be."""
        if self._is_stdin:
            return "This dossier came from standard input: there is no file to edit"
        if paths.is_installed(self.path):
            what = "it and the texts it names" if self._named_copies else "it"
            return f"This dossier is part of the program. Copy {what} to edit it: {shown_name(self.path)}"
        return ""

    def files(self, loaded: Loaded | None) -> list[str]:
        """The paths of the file, first, and of the local copies of its sources; none for standard input.

        The copies are those that `loaded` names or, when it could not be parsed, those named before.
        """
        if self._is_stdin:
            return []
        if loaded is not None and (loaded.dossier is not None or loaded.copies):
            self._named_copies = loaded.copies[:_MOST_COPIES]
        folder = os.path.dirname(self.path)
        copies = (os.path.join(folder, copy) for copy in self._named_copies)
        return [self.path, *copies, *list(self._copies.values())[:_MOST_COPIES]]

    @property
    def _is_stdin(self) -> bool:
        return self._data is not None or self._refusal is not None

    def start_worker(self) -> LoadWorker:
        """Start to load the dossier in a process of its own."""
        from tui.dossier.load_worker import LoadWorker

        return LoadWorker(self._file, self.name, self._data, self._copies)


def read(file: str | None, copies: Mapping[str, str]) -> Loaded:
    """Load `file` once, or the bundled dossier when it is None, and leave standard input as it is."""
    return load(paths.content(paths.BUNDLED) if file is None else file, copies)


def read_dossier(file: str | None, copies: Mapping[str, str], reported: bool = False) -> Dossier | None:
    """Load a dossier for a command that prints some of it; None after its errors were written to stderr.

    With `reported` it holds only what a source reports in its own voice.
    """
    loaded = read(file, copies)
    if loaded.dossier is None:
        from tui.cli.problem_lines import problem_lines

        for line in problem_lines(loaded, errors_only=True):
            stdio.message(line)
        return None
    if reported:
        from tui.dossier.reported_only import reported_only

        return reported_only(loaded.dossier)
    return loaded.dossier


def _connect_stdin_to_terminal() -> None:
    """Replace a piped standard input by the controlling terminal, if there is one, so that keys can be read."""
    if sys.__stdin__ is None or sys.__stdin__.isatty():
        return
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        return
    os.dup2(terminal, 0)
    os.close(terminal)
