"""What the program remembers between runs: the theme. Written whole or not at all; a broken file is as good as none."""

from __future__ import annotations

import contextlib
import os
import stat

from tui import paths

_LIMIT = 65_536


def _file() -> str:
    return os.path.join(paths.state_folder(), "state.toml")


def _without_waiting(path: str, flags: int) -> int:
    """A pipe in the place of the file would wait for whoever writes there."""
    return os.open(path, flags | os.O_NONBLOCK)


def recall() -> dict[str, str]:
    """What was remembered, as words by name; nothing when there is no readable file."""
    import tomli

    try:
        with open(_file(), "rb", opener=_without_waiting) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return {}
            found = tomli.loads(file.read(_LIMIT).decode())
    except (OSError, ValueError, RecursionError):
        return {}
    return {name: value for name, value in found.items() if isinstance(value, str)}


def remember(name: str, value: str) -> bool:
    """Remember `value` as `name` beside the rest. False when the folder cannot be written."""
    import tempfile

    held = {**recall(), name: value}
    folder = paths.state_folder()
    temporary = ""
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=folder, prefix="state.")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.writelines(f"{_quoted(key)} = {_quoted(held[key])}\n" for key in held)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, _file())
    except (OSError, ValueError):
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        return False
    return True


def _quoted(word: str) -> str:
    """A word as TOML writes it. Of JSON's escapes all but pairs of surrogates are TOML's too."""
    import json

    return json.dumps(word, ensure_ascii=False).replace("\x7f", "\\u007f")
