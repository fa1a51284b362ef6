"""Writes a file or a folder as a whole or leaves things as they were: no reader ever sees half of it."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping

_PREFIX = ".karabakh-tui."
"""Begins the name of what is written beside its place, until it is whole."""


def write_atomically(path: str, data: bytes, *, overwrite: bool, mode: int | None = None) -> None:
    """Write `data` to `path`, and to the disk.

    With `overwrite` it replaces what is there, a symbolic link itself and not where it leads. A new file has the
    permissions `mode`; None stands for the usual ones, and for those of the file that is replaced. Raises
    FileExistsError when there is something that may not be replaced, OSError or ValueError when it cannot be written.
    """
    import tempfile

    if not overwrite and os.path.lexists(path):
        raise FileExistsError(path)
    handle, temporary = tempfile.mkstemp(dir=os.path.dirname(os.path.abspath(path)), prefix=_PREFIX)
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


def write_folder_atomically(path: str, files: Mapping[str, bytes], *, overwrite: bool) -> None:
    """Write a folder of files, name -> contents, to `path`, and to the disk.

    With `overwrite` it replaces a folder that holds nothing but ordinary files of these names. Raises FileExistsError
    when there is something that may not be replaced, HoldsOthers when that is a folder with something else in it,
    OSError or ValueError when it cannot be written.
    """
    import shutil
    import tempfile

    path = os.path.abspath(path)
    if os.path.lexists(path):
        if not overwrite:
            raise FileExistsError(path)
        _check_replaceable(path, files)
    parent = os.path.dirname(path)
    temporary = tempfile.mkdtemp(dir=parent, prefix=_PREFIX)
    try:
        new = os.path.join(temporary, "new")
        os.mkdir(new)
        for name, data in files.items():
            with open(os.path.join(new, name), "xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        if os.path.lexists(path):
            _exchange(path, new, os.path.join(temporary, "old"), files, overwrite=overwrite)
        else:
            os.rename(new, path)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


class HoldsOthers(FileExistsError):
    """A folder is not replaced, because it holds something else; `name` is one of those names, or empty."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def _check_replaceable(path: str, files: Mapping[str, bytes]) -> None:
    """Raise HoldsOthers unless `path` is a folder of ordinary files with these names, and of no others."""
    if os.path.islink(path) or not os.path.isdir(path):
        raise HoldsOthers("")
    with os.scandir(path) as entries:
        for entry in entries:
            if entry.name not in files or not entry.is_file(follow_symlinks=False):
                raise HoldsOthers(entry.name)


def _exchange(path: str, new: str, old: str, files: Mapping[str, bytes], *, overwrite: bool) -> None:
    """Put the folder `new` in place of the one at `path`, which becomes `old`."""
    if not overwrite:  # it appeared a moment ago
        raise FileExistsError(path)
    os.rename(path, old)
    try:
        _check_replaceable(old, files)  # something may have been added since
        os.rename(new, path)
    except OSError:
        os.rename(old, path)
        raise
