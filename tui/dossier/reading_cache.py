"""Remembers what large files say by themselves, so that they open again without being parsed and checked.

Nothing about the local copies of sources is remembered: those may have changed. A reading is found by the hash of the
file it is of, and by the program that made it. The folder and its files are the person's alone; what is anybody else's,
damaged, or of another program counts as not there. Nothing here ever fails: the file is read then.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from time import time
from typing import Final

from tui import VERSION
from tui.dossier.load import Checked, Key
from tui.dossier.packed import Begin, RecordReader, Rows, Unreadable, Verdict, Whole, framed, frames, record_frames

SMALLEST: Final = 1 << 20
"""The size in bytes from which on a file is remembered: a smaller one is read as fast."""
LARGEST: Final = 256 << 20
"""The most bytes of all readings together; the one that was not used for longest is removed first."""
_SUFFIX = ".reading"
_UNFINISHED = ".part"
_ABANDONED = 3600.0
"""Seconds after which what was not written to its end is removed."""
_MAGIC = b"karabakh-tui reading 1\n"
_HASH = 32
"""The bytes of a hash."""
_READ = os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK


class ReadingCache:
    """The readings in one folder, which is made when it is needed."""

    def __init__(self, folder: str) -> None:
        self._folder = folder

    def may_have(self, size: int) -> bool:
        """Whether there may be a reading of a file of so many bytes; a look that reads nothing."""
        if size < SMALLEST:
            return False
        with contextlib.suppress(OSError), self._opened() as folder:
            return any(name.startswith(f"{size}-") for name in os.listdir(folder))
        return False

    def find(self, data: bytes) -> Checked | None:
        """What the file with these bytes says by itself, if that is remembered; it is used now."""
        if not self.may_have(len(data)):
            return None
        with contextlib.suppress(OSError, *Unreadable), self._opened() as folder:
            name = _name(data)
            packed = _read(folder, name)
            checked = _unpacked(memoryview(packed))
            os.utime(name, dir_fd=folder)
            return checked
        return None

    def key(self, data: bytes) -> Key | None:
        """What the file with these bytes is remembered by; None for a small one."""
        return _name(data) if len(data) >= SMALLEST else None

    def remember(self, key: Key, checked: Checked) -> None:
        """Remember what the file with that key says by itself."""
        with contextlib.suppress(OSError, *Unreadable):
            os.makedirs(self._folder, mode=0o700, exist_ok=True)
            with self._opened() as folder:
                _write(folder, key, _packed(checked))
                _tidy(folder)

    @contextlib.contextmanager
    def _opened(self) -> Iterator[int]:
        """The folder, if it is one, the person's own, and closed to others. Raises OSError."""
        folder = os.open(self._folder, _READ | os.O_DIRECTORY)
        try:
            _check_own(os.fstat(folder), 0o077)
            yield folder
        finally:
            os.close(folder)


def _check_own(status: os.stat_result, others: int) -> None:
    if status.st_uid != os.geteuid() or status.st_mode & others:
        raise PermissionError


def _name(data: bytes) -> Key:
    """The name of the reading of a file by this program."""
    return Key(f"{len(data)}-{_hash(data).hex()}-{program()}{_SUFFIX}")


def program() -> str:
    """What tells this program from another that may read a file in another way: its version, and its code as it is."""
    folder = os.path.dirname(os.path.abspath(__file__))
    found = [VERSION, sys.version]
    for place, folders, files in os.walk(folder):
        folders.sort()
        for file in sorted(files):
            if file.endswith(".py"):
                with contextlib.suppress(OSError):
                    status = os.stat(os.path.join(place, file))
                    found.append(f"{os.path.relpath(place, folder)}/{file} {status.st_size} {status.st_mtime_ns}")
    return _hash("\n".join(found).encode()).hex()[:16]


def _hash(data: bytes | memoryview) -> bytes:
    from hashlib import sha256

    return sha256(data).digest()


def _read(folder: int, name: str) -> bytes:
    """The bytes of a reading, of which those of its hash are taken off. Raises OSError or ValueError."""
    with os.fdopen(os.open(name, _READ, dir_fd=folder), "rb", buffering=0) as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST:
            raise PermissionError
        _check_own(status, 0o077)
        written = file.readall()
    begin = len(_MAGIC) + _HASH
    packed = memoryview(written)[begin:]
    if written[:begin] != _MAGIC + _hash(packed):
        raise ValueError("damaged")
    return written[begin:]


def _packed(checked: Checked) -> Iterator[bytes]:
    yield from record_frames(checked.head, checked.tables)
    yield framed(Verdict(list(checked.problems), checked.counted, checked.offsets))


def _unpacked(packed: memoryview) -> Checked:
    """What was packed. Raises one of `Unreadable` when it is something else."""
    reader, checked = RecordReader(), None
    for frame in frames(packed):
        if checked is not None:
            raise ValueError("a frame too many")
        if isinstance(frame, Begin | Rows | Whole):
            reader.read(frame)
        elif isinstance(frame, Verdict) and not frame.counted.errors:
            checked = reader.checked(frame)
        else:
            raise ValueError("no reading")
    if checked is None:
        raise ValueError("cut off")
    return checked


def _write(folder: int, name: str, pieces: Iterable[bytes]) -> None:
    """Write a reading as a whole, or leave things as they were. Nothing waits for the disk: a hash tells damage."""
    from hashlib import sha256

    whole = sha256()
    unfinished = f"{os.getpid()}-{name[:40]}{_UNFINISHED}"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC | os.O_NOFOLLOW
    with contextlib.suppress(FileNotFoundError):
        os.unlink(unfinished, dir_fd=folder)
    try:
        with os.fdopen(os.open(unfinished, flags, 0o600, dir_fd=folder), "wb") as file:
            file.write(_MAGIC + bytes(_HASH))
            for piece in pieces:
                whole.update(piece)
                file.write(piece)
            file.seek(len(_MAGIC))
            file.write(whole.digest())
        os.replace(unfinished, name, src_dir_fd=folder, dst_dir_fd=folder)
    finally:
        with contextlib.suppress(OSError):
            os.unlink(unfinished, dir_fd=folder)


def _tidy(folder: int) -> None:
    """Remove what was abandoned, and the readings that were not used for longest, until few enough are left."""
    readings: list[tuple[float, int, str]] = []
    for name in os.listdir(folder):
        with contextlib.suppress(OSError):
            status = os.stat(name, dir_fd=folder, follow_symlinks=False)
            if name.endswith(_SUFFIX):
                readings.append((status.st_mtime, status.st_size, name))
            elif name.endswith(_UNFINISHED) and time() - status.st_mtime > _ABANDONED:
                os.unlink(name, dir_fd=folder)
    left = LARGEST
    for _, size, name in sorted(readings, reverse=True):
        left -= size
        if left < 0:
            with contextlib.suppress(OSError):
                os.unlink(name, dir_fd=folder)
