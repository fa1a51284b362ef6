"""From a path or standard input to a cleaned tree, or to one refusal that says why not and where.

Nothing but Refused comes out, whatever the file is: no pipe makes it wait, no size and no nesting makes it grow
without bound. It may not know what a dossier holds; what the tree should look like is checked elsewhere.
"""

import errno
import gc
import os
import stat
import sys
from collections.abc import Callable
from typing import NamedTuple

import tomli

from tui.dossier.values.text import NESTING, Safe, clean, clean_tree
from tui.dossier.values.text import line as one_line

LIMIT = 64 << 20
"""The largest file that is read, in bytes."""

_WIDTH = 200
_CHUNK = 1 << 20
_BOM = b"\xef\xbb\xbf"


class Refused(Exception):
    """Why a file is not read: a short `code`, `what` is wrong, a `hint` or "", `line` and `column` from 1 if known."""

    def __init__(
        self, code: str, what: str, hint: str = "", line: int | None = None, column: int | None = None
    ) -> None:
        super().__init__(what)
        self.code = code
        self.what: Safe = _cut(one_line(what[: 4 * _WIDTH]))
        self.hint: Safe = _cut(one_line(hint[: 4 * _WIDTH]))
        self.line = line
        self.column = column

    def __str__(self) -> str:
        return self.what


class Parsed(NamedTuple):
    """A text that is TOML: its `tree`, every string cleaned, and the `text` as it was decoded, for positions."""

    tree: dict[str, object]
    text: str


def read_file(path: str | os.PathLike[str], limit: int = LIMIT) -> bytes:
    """Return the bytes of an ordinary file of at most `limit` bytes; Refused otherwise.

    Opens no device and never waits.
    """
    try:
        # looked at before it is opened, for some devices act on that; pathlib would take longer to import than to read
        _check_ordinary(os.stat(path), limit)
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY)
        with os.fdopen(descriptor, "rb", buffering=0) as file:
            _check_ordinary(os.fstat(descriptor), limit)
            return _read(file.read, limit)
    except OSError as error:
        raise _unreadable(error) from None
    except ValueError:  # a NUL in it, or characters the file system cannot spell
        raise Refused("bad-name", "this is not a file name") from None


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


def decode(data: bytes) -> str:
    """Return UTF-8 `data` as text without a byte order mark; Refused with the place of the first byte that is none."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or (data[:2].count(0) == 1 and len(data) > 1):
        raise Refused("utf-16", "the text is UTF-16, not UTF-8", "save it as UTF-8", 1, 1)
    data = data.removeprefix(_BOM)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        start = data.rfind(b"\n", 0, error.start) + 1
        column = len(data[start : error.start].decode()) + 1
        what = f"the byte 0x{data[error.start]:02x} is not UTF-8"
        raise Refused("not-utf-8", what, "save the file as UTF-8", data.count(b"\n", 0, start) + 1, column) from None


def parse(data: bytes) -> Parsed:
    """Return the tree and the text of a TOML file; Refused, with line and column where they can be known."""
    text = decode(data)
    if _suspicious(data):
        from tui.dossier.format import syntax_errors

        if fault := syntax_errors.overlong(text):
            raise _refused("too-long", text, *fault)
    collecting = gc.isenabled()
    gc.disable()  # a big tree is built twice as fast, and leaves no garbage
    try:
        return Parsed(clean_tree(tomli.loads(text)), text)
    except tomli.TOMLDecodeError as error:
        from tui.dossier.format import syntax_errors

        text = text.replace("\r\n", "\n")
        raise _refused("syntax", text, *syntax_errors.explain(error.msg, text, error.pos)) from None
    except RecursionError:
        from tui.dossier.format import syntax_errors

        what = f"lists and tables are nested more than {NESTING} deep"
        raise _refused("too-deep", text, what, "", syntax_errors.first_deeper(text, NESTING)) from None
    except MemoryError:
        raise Refused("no-memory", "there is not enough memory to read it") from None
    except ValueError as error:
        raise Refused("syntax", str(error)) from None
    finally:
        if collecting:
            gc.enable()


def source_line(text: str, n: int) -> Safe:
    """Return line `n` of `text`, counted from 1, cleaned and cut to 200 characters for display; "" if there is none."""
    start = 0
    for _ in range(n - 1):
        start = text.find("\n", start) + 1
        if not start:
            return Safe("")
    end = text.find("\n", start)
    return _cut(clean(text[start : end if end >= 0 else None][: 4 * _WIDTH].rstrip("\r")))


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
        raise Refused("not-a-file", "this is a pipe, not a file", "send it to standard input, and read it with -")
    if not stat.S_ISREG(mode):
        kind = "a socket" if stat.S_ISSOCK(mode) else "a device"
        raise Refused("not-a-file", f"this is {kind}, not a file")
    if status.st_size > limit:
        raise _too_big(limit)


def _too_big(limit: int) -> Refused:
    size = f"{limit >> 20} MiB" if limit >= 1 << 20 else f"{limit} bytes"
    return Refused("too-big", f"it is larger than {size}, which is the most that is read")


def _unreadable(error: OSError) -> Refused:
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return Refused("no-such-file", "there is no such file")
    if error.errno in (errno.EACCES, errno.EPERM):
        return Refused("not-permitted", "you have no permission to read it")
    if error.errno == errno.ELOOP:
        return Refused("link-loop", "its links lead in a circle")
    if error.errno == errno.ENAMETOOLONG:
        return Refused("bad-name", "the name is too long")
    if error.errno == errno.ENXIO:
        return Refused("not-a-file", "this is not an ordinary file")
    return Refused("unreadable", f"it cannot be read: {(error.strerror or 'input error').lower()}")


def _suspicious(data: bytes) -> bool:
    """Whether `data` may hold a number of more than 64 digits or a key of more than 32 parts: looked at as bytes, fast.

    Such numbers break when they are shown, and such keys take the parser quadratic time. A text that merely quotes
    one is suspicious too.
    """
    digits = b"0123456789abcdefABCDEF_"
    if b"0" * 65 in data.translate(bytes(48 if byte in digits else 32 for byte in range(256))):
        return True
    return b"." * 32 in data.translate(None, bytes(byte for byte in range(256) if byte not in b".\n"))


def _refused(code: str, text: str, what: str, hint: str, offset: int | None) -> Refused:
    if offset is None:
        return Refused(code, what, hint)
    return Refused(code, what, hint, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def _cut(s: Safe) -> Safe:
    return s if len(s) <= _WIDTH else Safe(s[: _WIDTH - 1] + "…")
