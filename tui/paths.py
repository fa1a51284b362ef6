"""Where things live: the bundled content, in the wheel or in the checkout, and the person's state folder.

May not know what the files hold.
"""

from __future__ import annotations

import os

_HERE = os.path.dirname(os.path.abspath(__file__))
PROGRAM = "karabakh-tui"


def content(name: str) -> str:
    """The path of a bundled content file, such as `karabakh.toml`."""
    inside = os.path.join(_HERE, "_content", name)
    return inside if os.path.exists(inside) else os.path.join(os.path.dirname(_HERE), "content", name)


def state_folder() -> str:
    """The folder for what the program remembers: `$XDG_STATE_HOME/karabakh-tui` or `~/.local/state/karabakh-tui`."""
    base = os.environ.get("XDG_STATE_HOME", "")
    if not os.path.isabs(base):
        base = os.path.join(os.path.expanduser("~"), ".local", "state")
    return os.path.join(base, PROGRAM)
