"""Where files are: the bundled content, in the installed package or in a checkout, and the user's state folder."""

from __future__ import annotations

import os

_PACKAGE = os.path.dirname(os.path.abspath(__file__))
PROGRAM = "karabakh-tui"
"""The name of the command, and of the state folder."""
BUNDLED = "karabakh.toml"
"""The content file that is opened when no dossier is named."""
EXAMPLE = "sarn.toml"
"""The content file that `--example` opens: an invented conflict, with the texts of its sources."""


def content(name: str) -> str:
    """The path of a bundled content file, such as `karabakh.toml`."""
    installed = os.path.join(_PACKAGE, "_content", name)
    return installed if os.path.exists(installed) else os.path.join(os.path.dirname(_PACKAGE), "content", name)


def content_name(path: str) -> str:
    """The name of the bundled content file that `path` leads to, wherever the program is installed; empty for any
    other file."""
    name = os.path.basename(path)
    return name if name and os.path.realpath(path) == os.path.realpath(content(name)) else ""


def is_installed(path: str) -> bool:
    """Whether `path` is a bundled content file of an installed package, which belongs to the package and not to us."""
    return os.path.dirname(os.path.realpath(path)) == os.path.realpath(os.path.join(_PACKAGE, "_content"))


def cache_folder() -> str:
    """The folder of what can be made again: `$XDG_CACHE_HOME/karabakh-tui` or `~/.cache/karabakh-tui`."""
    return os.path.join(_base("XDG_CACHE_HOME", ".cache"), PROGRAM)


def config_folder() -> str:
    """The folder of what a person writes for us: `$XDG_CONFIG_HOME/karabakh-tui` or `~/.config/karabakh-tui`."""
    return os.path.join(_base("XDG_CONFIG_HOME", ".config"), PROGRAM)


def state_folder() -> str:
    """The folder for what the program remembers: `$XDG_STATE_HOME/karabakh-tui` or `~/.local/state/karabakh-tui`."""
    return os.path.join(_base("XDG_STATE_HOME", os.path.join(".local", "state")), PROGRAM)


def _base(variable: str, usual: str) -> str:
    """The folder that an environment variable names, or else the usual one in the home folder."""
    base = os.environ.get(variable, "")
    return base if os.path.isabs(base) else os.path.join(os.path.expanduser("~"), usual)
