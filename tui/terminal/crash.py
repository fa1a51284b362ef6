"""What an internal error leaves: one line for the reader and a private log for the maintainers.

Both contain types, code locations and versions only, never messages or local variables: either may quote the dossier.
"""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from importlib import metadata
from pathlib import Path
from traceback import walk_tb
from types import TracebackType
from typing import Final

from tui import paths

__all__ = ["STATUS", "describe", "log_error", "message", "report", "save_log", "type_name"]

STATUS: Final = 70
"""The exit status of an internal error (EX_SOFTWARE)."""

_FIRST_FRAMES, _LAST_FRAMES = 10, 30
_MAX_CHAINED_ERRORS: Final = 5
_PACKAGES: Final = ("karabakh-tui", "textual", "rich", "tomli", "msgspec")


def message(error_type: str, log: Path | None) -> str:
    """Return the one line for the reader; `log` is where the details are, `None` if they could not be saved."""
    where = "details could not be saved" if log is None else f"details without dossier text in {log}"
    text = f"{paths.PROGRAM} stopped on an internal error ({error_type}); {where}"
    return "".join(character if character.isprintable() else "\ufffd" for character in text)


def report(error: BaseException) -> str:
    """Log an error and return the line for the reader."""
    return message(type_name(error), log_error(error))


def log_error(error: BaseException) -> Path | None:
    """Write an error's description to the state folder; return the log's path, or `None` if that fails."""
    try:
        return save_log(describe(error), Path(paths.state_folder()))
    except Exception:  # a second error must not hide the one that is being reported
        return None


def describe(error: BaseException) -> str:
    """Return the log's text: versions, then the error, what led to it, and the code locations of each."""
    lines = [*_versions(), ""]
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen and len(seen) < _MAX_CHAINED_ERRORS:
        if seen:
            lines.append("after")
        seen.add(id(link))
        lines.append(type_name(link))
        lines.extend(_locations(link.__traceback__))
        link = link.__cause__ or link.__context__
    return "\n".join(lines) + "\n"


def type_name(error: BaseException) -> str:
    """Return the qualified name of the error's type; for a group, those of its members too."""
    name = type(error).__qualname__
    if isinstance(error, BaseExceptionGroup):
        name += f"[{', '.join(type_name(member) for member in error.exceptions[:_MAX_CHAINED_ERRORS])}]"
    return name


def save_log(text: str, folder: Path) -> Path | None:
    """Replace `folder/crash.log` atomically, readable by its owner only; return its path, or `None` if that fails."""
    temporary: str | None = None
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=folder, prefix="crash-")  # with mode 0600
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        path = folder / "crash.log"
        Path(temporary).replace(path)
    except (OSError, ValueError):
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        return None
    return path


def _versions() -> list[str]:
    versions = [f"Python {platform.python_version()} on {sys.platform}"]
    for package in _PACKAGES:
        try:
            versions.append(f"{package} {metadata.version(package)}")
        except metadata.PackageNotFoundError:
            continue
    return versions


def _locations(traceback: TracebackType | None) -> list[str]:
    frames = [
        f"  {_relative(frame.f_code.co_filename)}:{line} {frame.f_code.co_qualname}"
        for frame, line in walk_tb(traceback)
    ]
    omitted = len(frames) - _FIRST_FRAMES - _LAST_FRAMES
    if omitted > 0:
        frames[_FIRST_FRAMES : _FIRST_FRAMES + omitted] = [f"  ... {omitted} more"]
    return frames


def _relative(filename: str) -> str:
    """Return a source file's path relative to the entry of `sys.path` that it was imported from."""
    for base in sorted((base for base in sys.path if base), key=len, reverse=True):
        if filename.startswith(base + os.sep):
            return filename[len(base) + 1 :]
    return Path(filename).name
