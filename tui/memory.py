"""What the program remembers between runs: the theme. Written whole or not at all; a broken file is as good as none."""

from __future__ import annotations

import contextlib
import json
import os
import tempfile

from tui import paths

_LIMIT = 65_536


def _file() -> str:
    return os.path.join(paths.state_folder(), "state.json")


def recall() -> dict[str, str]:
    """What was remembered, as words by name; nothing when there is no readable file."""
    try:
        with open(_file(), encoding="utf-8") as file:
            found = json.loads(file.read(_LIMIT))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {name: value for name, value in found.items() if isinstance(name, str) and isinstance(value, str)}


def remember(name: str, value: str) -> bool:
    """Remember `value` as `name` beside the rest. False when the folder cannot be written."""
    held = {**recall(), name: value}
    folder = paths.state_folder()
    temporary = ""
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=folder, prefix="state.")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(held, file, ensure_ascii=True, allow_nan=False)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, _file())
    except OSError:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        return False
    return True
