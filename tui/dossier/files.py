"""Reads a file or standard input into bytes, and bytes into text, and replaces a file, or refuses with one reason.

Nothing but Refused is raised, whatever the file is; no pipe or device is waited for, and no more than a limit is read.
"""

import errno
import os
import re
import stat
import sys
from collections.abc import Callable

from tui.dossier.values.text import Safe
from tui.dossier.values.text import line as one_line

LIMIT = 64 << 20
"""The largest file that is read, in bytes."""

WIDTH = 200
"""The longest message and the longest line of a file that is displayed, in characters."""

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
"""How a zip file begins, and how an empty one does; no TOML or JSON begins so."""
_CHUNK = 1 << 20
_BOM = b"\xef\xbb\xbf"
_DOSSIER = re.compile(rb"""^(?:\xef\xbb\xbf)?[ \t]*(["']?)dossier\1[ \t]*=""", re.MULTILINE)


class Refused(Exception):
    """Why a file is not read: a short `code`, `what` is wrong, a `hint` or "", `line` and `column` from 1 if known."""

    def __init__(
        self, code: str, what: str, hint: str = "", line: int | None = None, column: int | None = None
    ) -> None:
        super().__init__(what)
        self.code = code
        self.what: Safe = cut(one_line(what[: 4 * WIDTH]))
        self.hint: Safe = cut(one_line(hint[: 4 * WIDTH]))
        self.line = line
        self.column = column

    @classmethod
    def at(cls, code: str, text: str, what: str, hint: str, offset: int | None) -> "Refused":
        """What is wrong at an offset in a text; None when it is nowhere in particular."""
        if offset is None:
            return cls(code, what, hint)
        return cls(code, what, hint, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))

    def __str__(self) -> str:
        return self.what


def read_file(path: str | os.PathLike[str], limit: int = LIMIT) -> bytes:
    """Return the bytes of an ordinary file of at most `limit` bytes; Refused otherwise.

    Opens no device and never waits.
    """
    try:
        # checked before it is opened, because opening some devices has effects; importing pathlib would take longer
        _check_ordinary(os.stat(path), limit)
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY)
        with os.fdopen(descriptor, "rb", buffering=0) as file:
            _check_ordinary(os.fstat(descriptor), limit)
            return _read(file.read, limit)
    except OSError as error:
        raise _unreadable(error) from None
    except ValueError:  # a NUL in it, or characters the file system cannot spell
        raise Refused("bad-name", "this is not a valid file name") from None


def is_dossier(path: str | os.PathLike[str]) -> bool:
    """Whether a file has a line that begins with `dossier =`, which says that it is one, or cannot be read."""
    try:
        return _DOSSIER.search(read_file(path)) is not None
    except Refused:
        return True


def read_stdin(limit: int = LIMIT) -> bytes:
    """Return all of standard input, at most `limit` bytes; Refused otherwise. Waits for whoever writes there."""
    source = getattr(sys.stdin, "buffer", None)
    if source is None:
        raise Refused("unreadable", "there is no standard input")
    try:
        return _read(source.read, limit)
    except OSError as error:
        raise _unreadable(error) from None
    except ValueError:
        raise Refused("unreadable", "standard input is closed") from None


def is_zip(data: bytes) -> bool:
    """Return whether bytes begin as a zip file does, which is read as a bundle."""
    return data.startswith(_ZIP)


def is_zip_file(path: str | os.PathLike[str]) -> bool:
    """Return whether the ordinary file at `path` begins as a zip file does; False when it cannot be read."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY)
        with os.fdopen(descriptor, "rb", buffering=0) as file:
            return stat.S_ISREG(os.fstat(descriptor).st_mode) and is_zip(file.read(len(_ZIP[0])) or b"")
    except (OSError, ValueError):
        return False


def decode(data: bytes) -> str:
    """Return UTF-8 `data` as text without its byte order mark; Refused, with the place of the first invalid byte."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or (data[:2].count(0) == 1 and len(data) > 1):
        raise Refused("utf-16", "the text is UTF-16, not UTF-8", "save it as UTF-8", 1, 1)
    data = data.removeprefix(_BOM)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        start = data.rfind(b"\n", 0, error.start) + 1
        column = len(data[start : error.start].decode()) + 1
        what = f"the byte 0x{data[error.start]:02x} is not valid UTF-8"
        raise Refused("not-utf-8", what, "save the file as UTF-8", data.count(b"\n", 0, start) + 1, column) from None


def cut(text: Safe) -> Safe:
    """`text` as it is displayed: at most `WIDTH` characters."""
    return text if len(text) <= WIDTH else Safe(f"{text[: WIDTH - 1]}…")


def _read(read: Callable[[int], bytes | None], limit: int) -> bytes:
    chunks: list[bytes] = []
    size = 0
    while chunk := read(_CHUNK):
        size += len(chunk)
        if size > limit:
            raise _too_big(limit)
        chunks.append(chunk)
    return b"".join(chunks)


def _check_ordinary(status: os.stat_result, limit: int) -> None:
    mode = status.st_mode
    if stat.S_ISDIR(mode):
        raise Refused("directory", "this is a directory, not a file")
    if stat.S_ISFIFO(mode):
        raise Refused("not-a-file", "this is a pipe, not a file", "pipe it to standard input and pass - as the file")
    if not stat.S_ISREG(mode):
        kind = "a socket" if stat.S_ISSOCK(mode) else "a device"
        raise Refused("not-a-file", f"this is {kind}, not a file")
    if status.st_size > limit:
        raise _too_big(limit)


def _too_big(limit: int) -> Refused:
    size = f"{limit >> 20} MiB" if limit >= 1 << 20 else f"{limit} bytes"
    return Refused("too-big", f"it is larger than the limit of {size}")


def _unreadable(error: OSError) -> Refused:
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return Refused("no-such-file", "there is no such file")
    if error.errno in (errno.EACCES, errno.EPERM):
        return Refused("not-permitted", "you do not have permission to read it")
    if error.errno == errno.ELOOP:
        return Refused("link-loop", "its symbolic links form a loop")
    if error.errno == errno.ENAMETOOLONG:
        return Refused("bad-name", "the name is too long")
    if error.errno == errno.ENXIO:
        return Refused("not-a-file", "this is not an ordinary file")
    return Refused("unreadable", f"it cannot be read: {(error.strerror or 'input error').lower()}")
