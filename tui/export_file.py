"""Writes an export as a whole or not at all: one file, or a folder of files."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterable, Mapping
from unicodedata import normalize

from tui.atomic_write import write_atomically

_LONGEST_NAME = 60
"""The most characters of a suggested name, without its suffix."""


class NotWritten(Exception):
    """Why an export was not written, in one sentence that names the path; what was there is as it was."""

    def __init__(self, sentence: str, *, exists: bool = False) -> None:
        super().__init__(sentence)
        self.exists = exists
        """Whether it was not written because there is something already, which may be replaced when that is asked."""


def write_export(path: str, exported: bytes | Mapping[str, bytes], *, overwrite: bool) -> None:
    """Write what a format has made to `path`: the file, or a folder with these files. Raises NotWritten.

    Without `overwrite` nothing that is there is replaced. With it a folder is replaced only if it holds no more than
    an earlier export did: files with the names of ours, and nothing else.
    """
    try:
        if isinstance(exported, bytes):
            if os.path.isdir(path) and not os.path.islink(path):
                raise NotWritten(f"{path} is a folder, and this format is one file")
            write_atomically(path, exported, overwrite=overwrite)
        else:
            _write_folder(path.rstrip("/") or path, exported, overwrite=overwrite)
    except FileExistsError:
        raise NotWritten(f"{path} exists already", exists=True) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise NotWritten(f"{path} cannot be written: {reason[:1].lower()}{reason[1:]}") from None


def suggested_name(title: str, suffix: str) -> str:
    """A plain name for an export of `title`: small Latin letters, digits and hyphens, then `suffix`."""
    plain = normalize("NFKD", title[:400]).encode("ascii", "ignore").decode().lower()
    words = re.sub("[^a-z0-9]+", "-", plain)[: _LONGEST_NAME + 1].strip("-")
    if len(words) > _LONGEST_NAME:
        words = words.rpartition("-")[0] or words[:_LONGEST_NAME]
    return f"{words or 'dossier'}{suffix}"


def _write_folder(path: str, files: Mapping[str, bytes], *, overwrite: bool) -> None:
    """Write a folder under another name first, and give it its own when it is complete."""
    import shutil
    import tempfile

    if os.path.lexists(path):
        _check_replaceable(path, files, overwrite=overwrite)
    parent = os.path.dirname(os.path.abspath(path))
    work = tempfile.mkdtemp(dir=parent, prefix=".karabakh-tui.")
    try:
        made, before = os.path.join(work, "new"), os.path.join(work, "before")
        os.mkdir(made)
        for name, data in files.items():
            write_atomically(os.path.join(made, name), data, overwrite=False)
        if os.path.lexists(path):
            os.rename(path, before)
        try:
            os.rename(made, path)
        except OSError:
            if os.path.lexists(before):
                os.rename(before, path)
            raise
    finally:
        with contextlib.suppress(OSError):
            shutil.rmtree(work)


def _check_replaceable(path: str, names: Iterable[str], *, overwrite: bool) -> None:
    if not overwrite:
        raise FileExistsError(path)
    if os.path.islink(path) or not os.path.isdir(path):
        raise NotWritten(f"{path} is not a folder, and this format is one")
    with os.scandir(path) as entries:
        others = sorted(each.name for each in entries if each.name not in set(names) or each.is_dir())
    if others:
        raise NotWritten(f"{path} holds other files ({others[0]}), and is not replaced")
