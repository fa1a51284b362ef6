"""Writes an export as a whole or not at all: one file, or a folder of files."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Mapping
from unicodedata import normalize

from tui.atomic_write import HoldsOthers, write_atomically, write_folder_atomically

_OF_THE_PATH = (errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.ENAMETOOLONG, errno.ELOOP)
"""The errors of a path that cannot be right, however much room and however many permissions there are."""
_LONGEST_NAME = 60
"""The most characters of a suggested name, without its suffix."""


class NotWritten(Exception):
    """Why an export was not written, in one sentence that names the path; what was there is as it was."""

    def __init__(self, sentence: str, *, exists: bool = False, is_misuse: bool = True) -> None:
        super().__init__(sentence)
        self.exists = exists
        """Whether it was not written because there is something already, which may be replaced when that is asked."""
        self.is_misuse = is_misuse
        """Whether the path is at fault, and not the disk."""


def write_export(path: str, exported: bytes | Mapping[str, bytes], *, overwrite: bool) -> None:
    """Write what a format has made to `path`: the file, or a folder with these files. Raises NotWritten.

    Without `overwrite` nothing that is there is replaced. With it a folder is replaced only if it holds no more than
    an earlier export did: files with the names of ours, and nothing else. A link stays, and leads to the export.
    """
    check_place(path, is_folder=not isinstance(exported, bytes), overwrite=overwrite)
    try:
        place = os.path.realpath(path)
        if isinstance(exported, bytes):
            write_atomically(place, exported, overwrite=overwrite)
        else:
            write_folder_atomically(place, exported, overwrite=overwrite)
    except HoldsOthers as held:
        raise NotWritten(f"{path} holds other files ({held.name}), and is not replaced") from None
    except FileExistsError:
        raise NotWritten(f"{path} exists already", exists=True) from None
    except (OSError, ValueError) as error:
        raise _not_written(path, error) from None


def check_place(path: str, *, is_folder: bool, overwrite: bool) -> None:
    """Raise NotWritten where it is certain that no file, or no folder, can be written to `path`."""
    try:
        place = os.path.realpath(path)
        if not is_folder and (os.path.isdir(place) or path.endswith(os.sep)):
            raise NotWritten(f"{path} is a folder, and this format is one file")
        if os.path.lexists(place):
            if not overwrite:
                raise NotWritten(f"{path} exists already", exists=True)
            if is_folder and not os.path.isdir(place):
                raise NotWritten(f"{path} is not a folder, and this format is one")
            if not is_folder and not os.path.isfile(place):
                raise NotWritten(f"{path} is not an ordinary file, and is not replaced")
        elif not os.path.isdir(os.path.dirname(place)):
            raise NotWritten(f"{path} cannot be written: there is no folder {os.path.dirname(path) or place}")
    except (OSError, ValueError) as error:
        raise _not_written(path, error) from None


def _not_written(path: str, error: OSError | ValueError) -> NotWritten:
    reason = getattr(error, "strerror", None) or str(error)
    is_misuse = isinstance(error, ValueError) or error.errno in _OF_THE_PATH
    return NotWritten(f"{path} cannot be written: {reason[:1].lower()}{reason[1:]}", is_misuse=is_misuse)


def suggested_name(title: str, suffix: str) -> str:
    """A plain name for an export of `title`: small Latin letters, digits and hyphens, then `suffix`."""
    joined = re.sub(r"['’]", "", normalize("NFKD", title[:400]))
    parted = re.sub(r"[\W_]+", "-", re.sub(r"(?<=\w)[\u0300-\u036f]+", "", joined).lower())
    words = re.sub("-+", "-", parted.encode("ascii", "ignore").decode())[: _LONGEST_NAME + 1].strip("-")
    if len(words) > _LONGEST_NAME:
        words = words.rpartition("-")[0] or words[:_LONGEST_NAME]
    return f"{words or 'dossier'}{suffix}"
