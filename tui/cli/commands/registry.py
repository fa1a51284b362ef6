"""The registry of commands. A command's module is imported when the command is called, or for the list in `--help`.

To add a command, write a module in this package that declares what `Command` asks for, and add one line to `COMMANDS`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    import argparse

COMMANDS = {
    "new": "tui.cli.commands.new",
    "check": "tui.cli.commands.check",
    "show": "tui.cli.commands.show",
    "list": "tui.cli.commands.list",
    "search": "tui.cli.commands.search",
    "export": "tui.cli.commands.export",
    "balance": "tui.cli.commands.balance",
    "schema": "tui.cli.commands.schema",
    "keys": "tui.cli.commands.keys",
    "completion": "tui.cli.commands.completion",
    "man": "tui.cli.commands.man",
}
"""The commands by name, in the order of `--help`."""
_DEFAULT = "tui.cli.commands.open"
"""The command that runs when none is named: `karabakh-tui [FILE]`."""


class Command(Protocol):
    """What the module of a command declares. It may import a dossier or a page only in a function."""

    SUMMARY: str
    """What the command does, in one line for the list of commands."""
    DESCRIPTION: str
    """What the command does, at the top of its own help; lines are printed as they are."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the arguments and options of the command."""

    def run(self, options: argparse.Namespace) -> int:
        """Run the command and return the exit status."""


def load_command(name: str) -> Command:
    """Import the command called `name`. Raises KeyError for a name that is not in `COMMANDS`."""
    return cast(Command, import_module(COMMANDS[name]))


def load_default_command() -> Command:
    """Import the command that runs when none is named."""
    return cast(Command, import_module(_DEFAULT))
