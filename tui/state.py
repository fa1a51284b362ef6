"""What the program remembers between runs: the theme, and that the tour need not be offered again.

A broken file counts as none, and is replaced as a whole.
"""

from __future__ import annotations

import os
import stat

from tui import paths
from tui.atomic_write import write_atomically

_MAX_BYTES = 65_536


def load() -> dict[str, str]:
    """The remembered values by name; empty when there is no readable file."""
    import tomli

    try:
        with open(_file(), "rb", opener=_open_without_blocking) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return {}
            values = tomli.loads(file.read(_MAX_BYTES).decode())
    except (OSError, ValueError, RecursionError):
        return {}
    return {name: value for name, value in values.items() if isinstance(value, str)}


def save(name: str, value: str) -> bool:
    """Remember `value` under `name` and keep the other values. Returns False when the file cannot be written."""
    values = {**load(), name: value}
    text = "".join(f"{_toml_string(key)} = {_toml_string(text)}\n" for key, text in values.items())
    try:
        os.makedirs(paths.state_folder(), mode=0o700, exist_ok=True)
        write_atomically(_file(), text.encode(), overwrite=True, mode=0o600)
    except (OSError, ValueError):
        return False
    return True


def _file() -> str:
    return os.path.join(paths.state_folder(), "state.toml")


def _open_without_blocking(path: str, flags: int) -> int:
    """Open a file; a FIFO in its place would otherwise block until somebody writes to it."""
    return os.open(path, flags | os.O_NONBLOCK)


def _toml_string(text: str) -> str:
    """`text` as a TOML basic string, which escapes as JSON does but for surrogate pairs and DEL."""
    import json

    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
