"""Reading the dossier that a command or the app was called with."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from tui import paths
from tui.cli import stdio
from tui.dossier.file_watch import Fingerprint, fingerprint
from tui.dossier.files import Refused, is_zip_file, read_stdin
from tui.dossier.load import STDIN, Loaded, load, load_bytes, refusal, shown_name

if TYPE_CHECKING:
    from tui.dossier.aside import AsideReading
    from tui.dossier.dossier import Dossier
    from tui.dossier.load import Readings
    from tui.export.selection import Origin

_MOST_COPIES = 500
"""The most local copies whose changes are noticed."""
LARGE_FILE = 2 << 20
"""The size in bytes from which on a file is read in a process of its own."""
_REMEMBERED = 1 << 20
"""The size in bytes from which on it is asked whether a file is remembered; the cache decides what it remembers."""


class Reader:
    """Reads one dossier as often as asked.

    `file` None is the bundled dossier, `-` is standard input, which is read only once. `copies`: source id -> path of
    a local copy of its text. What large files say is remembered in the folder `cache`, unless that is empty.
    """

    def __init__(self, file: str | None, copies: Mapping[str, str], cache: str = "") -> None:
        self._file = paths.content(paths.BUNDLED) if file is None else file
        self._copies = copies
        self._cache = cache
        self._begun: tuple[Fingerprint | None, AsideReading] | None = None
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
            return load_bytes(self._data, self.name, None, self._copies, _readings(self._cache, self.size))
        return load(self._file, self._copies, _readings(self._cache, self.size))

    @property
    def size(self) -> int:
        """The size of the file in bytes; 0 when it is unknown."""
        if self._data is not None:
            return len(self._data)
        return _size(self._file)

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
    def copies(self) -> Mapping[str, str]:
        """The copies that were named for its sources: source id -> path."""
        return self._copies

    @property
    def not_editable(self) -> str:
        """Why the file is not to be edited, in one sentence; empty when it may be."""
        if self._is_stdin:
            return "This dossier came from standard input: there is no file to edit"
        if is_zip_file(self.path):
            return f"This dossier is in a bundle, which is not changed. Unpack it to edit what is in it: {self.name}"
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

    def begin(self) -> None:
        """Begin to read a large file, before the app is there to show it."""
        if self.is_large and self._refusal is None:
            self._begun = fingerprint(self._file), self._aside()

    def result_within(self, seconds: float) -> Loaded | None:
        """What was begun, if it is remembered from an earlier start and there in that time."""
        if self._begun is None or self._begun[0] != fingerprint(self._file):
            return None
        loaded = self._begun[1].result_within(seconds)
        if loaded is not None:
            self._begun = None
        return loaded

    def read_aside(self) -> AsideReading:
        """Begin to load the dossier so that nothing else has to wait; go on with what was begun at the start."""
        begun, self._begun = self._begun, None
        if begun is not None:
            if begun[0] == fingerprint(self._file):
                return begun[1]
            begun[1].stop()  # the file has changed since
        return self._aside()

    def _aside(self) -> AsideReading:
        from tui.dossier.aside import AsideReading

        return AsideReading(self._file, self.name, self._data, self._copies, self._cache)


def _size(file: str) -> int:
    """The size of a file in bytes, that of a bundle when unpacked; 0 when it is unknown."""
    try:
        size = os.stat(file).st_size
    except (OSError, ValueError):
        return 0
    if not is_zip_file(file):
        return size
    from tui.dossier.bundle import unpacked_size

    return max(size, unpacked_size(file))


def _readings(cache: str, size: int) -> Readings | None:
    """What is remembered in the folder `cache` of a file so large; None where nothing ever is."""
    if not cache or size < _REMEMBERED:
        return None
    from tui.dossier.reading_cache import ReadingCache

    return ReadingCache(cache)


def read(file: str | None, copies: Mapping[str, str], cache: str = "") -> Loaded:
    """Load `file` once, or the bundled dossier when it is None, and leave standard input as it is.

    `cache` is the folder where large files are remembered, or empty.
    """
    if file is None:
        return load(paths.content(paths.BUNDLED), copies)
    return load(file, copies, _readings(cache, _REMEMBERED if file == STDIN else _size(file)))


def origin_of(file: str | None, copies: Mapping[str, str]) -> Origin | None:
    """Where what `read` reads with these copies comes from; None for standard input, which cannot be read again."""
    from tui.export.selection import Origin

    if file == STDIN:
        return None
    return Origin(paths.content(paths.BUNDLED) if file is None else file, copies)


def read_dossier(
    file: str | None, copies: Mapping[str, str], reported: bool = False, cache: str = ""
) -> Dossier | None:
    """Load a dossier for a command that prints some of it; None after its errors were written to stderr.

    With `reported` it holds only what a source reports in its own voice. `cache` is as for `read`.
    """
    loaded = read(file, copies, cache)
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
