"""Reads the file of an open dossier in a thread of its own: at the start, when asked, and after it was saved.

So no key waits for a file, be it large or on a network drive that does not answer.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping
from time import monotonic, sleep
from typing import TYPE_CHECKING, Final, Protocol

from tui.dossier.file_watch import FileWatch
from tui.dossier.load import Loaded
from tui.dossier.progress import Progress, Told, nobody

if TYPE_CHECKING:
    from tui.dossier.aside import AsideReading

ASIDE_SIZE: Final = 256 << 10
"""The size in bytes from which on a file is read in a process of its own: Python lets go of the interpreter too seldom
to parse more of it beside an app that draws."""
_IDLE_WAIT: Final = 0.5
"""The most seconds a reading waits for keys that are being handled."""
_IDLE_POLL: Final = 0.002
"""Seconds between two checks of whether all keys have been handled."""


class DossierFile(Protocol):
    """The file of one dossier."""

    def read(self) -> Loaded:
        """Load the dossier as the file is now."""

    def result_within(self, seconds: float) -> Loaded | None:
        """A large file whose reading was begun, if it is remembered and there in that time."""

    def read_aside(self) -> AsideReading:
        """Begin to load the dossier so that nothing else has to wait; go on with what was begun at the start."""

    @property
    def size(self) -> int:
        """The size of the file in bytes; 0 when it is unknown."""

    @property
    def is_large(self) -> bool:
        """Whether the file takes so long to load that the app should open before."""

    @property
    def path(self) -> str:
        """The absolute path of the file; empty when there is none."""

    @property
    def copies(self) -> Mapping[str, str]:
        """The copies that were named for its sources, beside those that the file names: source id -> path."""

    @property
    def not_editable(self) -> str:
        """Why the file is not to be edited, in one sentence; empty when it may be."""

    def files(self, loaded: Loaded | None) -> Iterable[str]:
        """The paths of the dossier, first, and of the copies of its sources; none where nothing can change."""


class LiveFile:
    """Keeps one dossier up to date from `start` to `stop`.

    Made before the file is first read. `deliver` is called in the thread with each result and whether somebody asked
    for it; `is_idle` says whether no key is being handled, `on_error` is called with an error that ended the thread,
    and `told` hears in the thread how far the reading of a large file is. A result that was out of date before it was
    there is not delivered: the file is read again.
    """

    def __init__(
        self,
        file: DossierFile,
        deliver: Callable[[Loaded, bool], None],
        is_idle: Callable[[], bool],
        on_error: Callable[[Exception], None],
        told: Told = nobody,
    ) -> None:
        self._file = file
        self._deliver = deliver
        self._is_idle = is_idle
        self._on_error = on_error
        self._told = told
        self._watch = FileWatch(file.files(None))
        self._wake = threading.Event()
        self._due = self._asked = self._stopped = False
        self.aside: AsideReading | None = None
        """The reading of a large file that is going on, if there is one."""

    def start(self, loaded: Loaded | None) -> None:
        """Start; `loaded` is what was read of the file since this object was made, None when nothing was."""
        if loaded is None:
            self._due = True
        else:
            self._watch.was_read(self._watch.seen, self._file.files(loaded))
        threading.Thread(target=self._run, args=(loaded,), name="live-file", daemon=True).start()

    def ask(self) -> None:
        """Read the file for somebody as soon as it holds still, whether or not it has changed."""
        self._asked = True
        self.refresh()

    def refresh(self) -> None:
        """Read the file as soon as it holds still, whether or not it has changed."""
        self._due = True
        self._wake.set()

    def stop(self) -> None:
        """End; a result that is not there yet never comes."""
        self._stopped = True
        self._wake.set()
        if (aside := self.aside) is not None:
            aside.stop()

    def _run(self, loaded: Loaded | None) -> None:
        try:
            if loaded is not None and loaded.dossier is not None and self._file.is_large:
                loaded.dossier.prepare()
            while not self._stopped:
                if self._watch.has_settled() and (self._due or self._watch.has_changed):
                    self._read()
                else:
                    self._wake.wait(self._watch.pause)
                    self._wake.clear()
        except Exception as error:
            self._on_error(error)

    def _read(self) -> None:
        look, asked = self._watch.seen, self._asked
        self._due = self._asked = False
        end = monotonic() + _IDLE_WAIT
        while not self._is_idle() and monotonic() < end:
            sleep(_IDLE_POLL)
        loaded = self._load()
        if not self._watch.has_settled():
            self._due, self._asked = True, self._asked or asked
        elif not self._stopped:
            self._watch.was_read(look, self._file.files(loaded))
            self._deliver(loaded, asked)

    def _load(self) -> Loaded:
        if self._file.size < ASIDE_SIZE:
            loaded = self._file.read()
        else:
            self.aside = self._file.read_aside()
            if self._stopped:
                self.aside.stop()
            loaded = self.aside.result(self._told)
            self.aside = None
            self._told(Progress("prepare", 0, 0))
        if loaded.dossier is not None:
            loaded.dossier.prepare()
        return loaded
