"""Writes a file as a whole or leaves things as they were: no reader ever sees half of it."""

from __future__ import annotations

import contextlib
import os


def write_atomically(path: str, data: bytes, *, overwrite: bool, mode: int | None = None) -> None:
    """Write `data` to `path`, and to the disk.

    With `overwrite` it replaces what is there, a symbolic link itself and not where it leads. A new file has the
    permissions `mode`; None stands for the usual ones, and for those of the file that is replaced. Raises
    FileExistsError when there is something that may not be replaced, OSError or ValueError when it cannot be written.
    """
    import tempfile

    if not overwrite and os.path.lexists(path):
        raise FileExistsError(path)
    handle, temporary = tempfile.mkstemp(dir=os.path.dirname(os.path.abspath(path)), prefix=".karabakh-tui.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, _permissions(path) if mode is None else mode)
        if overwrite:
            os.replace(temporary, path)
        else:
            _move_to_free_name(temporary, path)
    finally:
        with contextlib.suppress(OSError):
            os.unlink(temporary)


def _permissions(path: str) -> int:
    try:
        return os.stat(path).st_mode & 0o777
    except OSError:
        os.umask(umask := os.umask(0o077))
        return 0o666 & ~umask


def _move_to_free_name(temporary: str, path: str) -> None:
    """Give a file its name unless that is taken, also by something that appeared a moment ago."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC))
        os.replace(temporary, path)
