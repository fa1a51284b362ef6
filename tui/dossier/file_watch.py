"""Notices that files have changed and then held still: a file that is still being saved is nobody's to read.

Nothing is opened unless something changed, so that looking costs next to nothing however often it is done.
"""

import contextlib
import os
import sys
from collections.abc import Callable, Iterable
from time import monotonic
from typing import Final, NamedTuple

POLL: Final = 0.1
"""Seconds from one look to the next while nothing happens."""
_POLL_CHANGED: Final = 0.05
"""The same while changed files are not read yet."""
SETTLE: Final = 0.2
"""Seconds for which changed files must hold still before they are read."""
SETTLE_LONG: Final = 1.0
"""The same for a file that is missing or empty: many programs empty or replace a file before they write it."""
SETTLE_OPEN: Final = 2.0
"""The same for a file that another program has open for writing, where the system tells."""


class Fingerprint(NamedTuple):
    """What differs once a file has been written, replaced or touched."""

    modified_ns: int
    changed_ns: int
    size: int
    inode: int
    device: int


def fingerprint(path: str) -> Fingerprint | None:
    """Return the fingerprint of the file that `path` leads to; None when there is none to be seen."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return None
    return Fingerprint(status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino, status.st_dev)


Look = dict[str, Fingerprint | None]
"""The files by path as they were at one moment."""


class FileWatch:
    """Compares some files with what they were when they were last read. The first of them is the dossier.

    `describe`, `is_being_written` and `clock` are replaced in tests.
    """

    def __init__(
        self,
        paths: Iterable[str],
        describe: Callable[[str], Fingerprint | None] = fingerprint,
        is_being_written: Callable[[str], bool] | None = None,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._describe = describe
        self._is_being_written = is_being_written or being_written
        self._clock = clock
        self._paths = tuple(dict.fromkeys(paths))
        self.seen: Look = self._look()
        self._read: Look | None = None
        self._since = float("-inf")

    def has_settled(self) -> bool:
        """Look at the files; return whether they have held still for long enough to be read."""
        now, seen = self._clock(), self._look()
        if seen != self.seen:
            self.seen, self._since = seen, now
        still = now - self._since
        if still < SETTLE:
            return False
        if still < SETTLE_LONG and any(found is None or not found.size for found in list(seen.values())[:1]):
            return False
        return still >= SETTLE_OPEN or not any(map(self._is_being_written, self._changed()))

    @property
    def has_changed(self) -> bool:
        """Whether the files, as last looked at, differ from what was read."""
        return self._read is not None and self.seen != self._read

    @property
    def pause(self) -> float | None:
        """Seconds until the next look; None when there is nothing to look at."""
        if not self._paths:
            return None
        return _POLL_CHANGED if self.has_changed else POLL

    def was_read(self, look: Look, paths: Iterable[str]) -> None:
        """Remember that the files were read when they looked like `look`; from now on `paths` are watched."""
        self._paths = tuple(dict.fromkeys(paths))
        self._read = {path: look[path] if path in look else self._describe(path) for path in self._paths}
        self.seen = {path: self.seen.get(path, found) for path, found in self._read.items()}

    def _look(self) -> Look:
        return {path: self._describe(path) for path in self._paths}

    def _changed(self) -> list[str]:
        read = self._read or {}
        return [path for path, found in self.seen.items() if found is not None and found != read.get(path)]


def being_written(path: str) -> bool:
    """Return whether another program has a file open for writing; False where the system does not tell.

    Linux grants a read lease only on a file that nobody writes. The lease is given back at once; a program that opens
    the file in between waits that long, and the signal that announces it is one that does nothing.
    """
    if sys.platform != "linux":
        return False
    import fcntl
    import signal

    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY)
    except (OSError, ValueError):
        return False
    try:
        fcntl.fcntl(descriptor, fcntl.F_SETSIG, signal.SIGURG)  # type: ignore[attr-defined,unused-ignore]
        fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_RDLCK)
    except BlockingIOError:
        return True
    except OSError:  # somebody else's file, or a file system without leases
        return False
    else:
        with contextlib.suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_UNLCK)
        return False
    finally:
        os.close(descriptor)
