"""What is left of an internal error: one line for the reader and a private log for whoever mends it.

Both hold types, places and versions only. No message and no local variable: either may quote the dossier. May not know
Textual.
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

__all__ = ["STATUS", "describe", "kind", "record", "report", "save", "sentence", "state_folder"]

STATUS: Final = 70
"""The exit status of an internal error (EX_SOFTWARE)."""

_FIRST, _LAST = 10, 30
_DEPTH: Final = 5
_PACKAGES: Final = ("karabakh-tui", "textual", "rich", "tomli", "msgspec")


def sentence(program: str, kind: str, log: Path | None) -> str:
    """Return the one line the reader gets; `kind` is the type of the error."""
    where = "details could not be saved" if log is None else f"details without dossier text in {log}"
    text = f"{program} stopped on an internal error ({kind}); {where}"
    return "".join(character if character.isprintable() else "\ufffd" for character in text)


def report(error: BaseException, program: str) -> str:
    """Log an error and return the one line to print."""
    return sentence(program, kind(error), record(error, program))


def record(error: BaseException, program: str) -> Path | None:
    """Save an error's description in the program's state folder; return the log's path, or `None` if that fails."""
    try:
        return save(describe(error), state_folder(program))
    except Exception:  # an error in here must not hide the one that is reported
        return None


def describe(error: BaseException) -> str:
    """Return the log's text: the error, what led to it, where each was raised, and the versions involved."""
    lines = [*_versions(), ""]
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen and len(seen) < _DEPTH:
        if seen:
            lines.append("after")
        seen.add(id(link))
        lines.append(kind(link))
        lines.extend(_places(link.__traceback__))
        link = link.__cause__ or link.__context__
    return "\n".join(lines) + "\n"


def kind(error: BaseException) -> str:
    """Return the error's type as it is named in its module; for a group, those of its members too."""
    name = type(error).__qualname__
    if isinstance(error, BaseExceptionGroup):
        name += f"[{', '.join(kind(member) for member in error.exceptions[:_DEPTH])}]"
    return name


def save(text: str, folder: Path) -> Path | None:
    """Replace `folder/crash.log` whole, readable by its owner only; return its path, or `None` if that fails."""
    temporary: str | None = None
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=folder, prefix="crash-")  # made with mode 0600
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


def state_folder(program: str) -> Path:
    """Return where the program may keep its state: `$XDG_STATE_HOME`, or `~/.local/state`."""
    base = Path(os.environ.get("XDG_STATE_HOME", ""))
    if not base.is_absolute():
        base = Path.home() / ".local" / "state"
    return base / program


def _versions() -> list[str]:
    found = [f"Python {platform.python_version()} on {sys.platform}"]
    for package in _PACKAGES:
        try:
            found.append(f"{package} {metadata.version(package)}")
        except metadata.PackageNotFoundError:
            continue
    return found


def _places(traceback: TracebackType | None) -> list[str]:
    frames = [
        f"  {_relative(frame.f_code.co_filename)}:{line} {frame.f_code.co_qualname}"
        for frame, line in walk_tb(traceback)
    ]
    left_out = len(frames) - _FIRST - _LAST
    if left_out > 0:
        frames[_FIRST : _FIRST + left_out] = [f"  ... {left_out} more"]
    return frames


def _relative(filename: str) -> str:
    """Name a source file without the folders above the ones Python looks in."""
    for base in sorted((base for base in sys.path if base), key=len, reverse=True):
        if filename.startswith(base + os.sep):
            return filename[len(base) + 1 :]
    return Path(filename).name
