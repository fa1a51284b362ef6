"""What the parsers of the command line declare, as data: completion and the manual page are made of it."""

import argparse
from collections.abc import Iterator
from typing import NamedTuple

from tui.cli.arguments import command_parser, main_parser


class Argument(NamedTuple):
    """An option, or a positional argument, which has no `flags`.

    `value` is what a value is called (`FILE`), empty for an option that takes none; `choices` are all there are, if
    they are listed. `repeats`: whether it may be given again.
    """

    flags: tuple[str, ...]
    value: str
    choices: tuple[str, ...]
    help: str
    repeats: bool


class Declared(NamedTuple):
    """The arguments of one command, and the words of its help. `usage` is one line; `epilog` is printed as it is."""

    usage: str
    description: str
    arguments: tuple[Argument, ...]
    epilog: str

    @property
    def options(self) -> Iterator[Argument]:
        """The options."""
        return (argument for argument in self.arguments if argument.flags)

    @property
    def positionals(self) -> Iterator[Argument]:
        """The positional arguments, in their order."""
        return (argument for argument in self.arguments if not argument.flags)

    def option(self, flag: str) -> Argument | None:
        """The option with that flag, if there is one."""
        return next((argument for argument in self.options if flag in argument.flags), None)


def declared(command: str = "") -> Declared:
    """What a command declares, or a call without one. Raises KeyError for an unknown command."""
    parser = command_parser(command) if command else main_parser()
    # argparse lists what was declared nowhere else; completion of other programs relies on it too
    arguments = tuple(_argument(action) for action in parser._actions)
    usage = " ".join(parser.format_usage().removeprefix("usage: ").split())
    return Declared(usage, parser.description or "", arguments, parser.epilog or "")


def _argument(action: argparse.Action) -> Argument:
    repeats = action.nargs == "*" or isinstance(action, argparse._AppendAction)
    choices = tuple(map(str, action.choices or ()))
    metavar = action.metavar if isinstance(action.metavar, str) else action.dest.upper()
    value = "" if action.nargs == 0 else metavar
    return Argument(tuple(action.option_strings), value, choices, _help(action), repeats)


def _help(action: argparse.Action) -> str:
    """The help of an action, in which argparse expands `%%` and the like when it prints it."""
    return (action.help or "").replace("%%", "%")
