"""What the command line accepts, and the one line for what it does not. May not know what the commands do."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

from tui.cli import stdio

_HELP = """\
karabakh-tui [FILE]                 open the bundled dossier, or FILE, or - for standard input
karabakh-tui check [FILE...]        everything that is wrong with dossiers, at which line
karabakh-tui show ID [-d FILE]      the page of one record, or a view such as timeline, as plain text
karabakh-tui list KIND [-d FILE]    the records of one kind, as text, JSON or CSV
karabakh-tui balance [-d FILE]      which friendships and enmities cannot all hold, as text or JSON
karabakh-tui schema                 the JSON Schema of the format, for editors
"""
_EPILOG = """\
Exit status: 0 fine (warnings allowed), 1 the data is at fault, 2 the call is at fault.
stdout holds data, stderr narration. `karabakh-tui COMMAND --help` tells more of each."""


class BadCall(Exception):
    """The call was answered already: with help (`status` 0) or with what is wrong with it (2)."""

    def __init__(self, status: int) -> None:
        super().__init__()
        self.status = status


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        stdio.say(f"{self.prog}: {message} (--help shows how to call it)")
        raise BadCall(2)

    def print_help(self, file: Any = None) -> None:
        """Help on stdout; argparse would keep silent when it cannot be written."""
        (file or sys.stdout).write(self.format_help())

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        if message:
            stdio.say(message)
        raise BadCall(status)


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        from importlib.metadata import PackageNotFoundError, version

        try:
            print(f"karabakh-tui {version('karabakh-tui')}")
        except PackageNotFoundError:
            from tui import VERSION

            print(f"karabakh-tui {VERSION}")
        parser.exit()


def parse(given: Sequence[str]) -> argparse.Namespace:
    """The options of a call; `command` is None when the app is to open. Raises BadCall once the call is answered."""
    if given and given[0] in _COMMANDS:
        command = given[0]
        parser = _Parser(prog=f"karabakh-tui {command}", description=_COMMANDS[command][0], allow_abbrev=False)
        _COMMANDS[command][1](parser)
        options = parser.parse_args(given[1:])
        options.command = command
        return options
    parser = _Parser(
        prog="karabakh-tui",
        usage=_HELP.removesuffix("\n").replace("\n", "\n       "),
        description="A keyboard-driven reader of sourced conflict dossiers.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("file", nargs="?", metavar="FILE", help="a dossier to open; - reads standard input")
    _text(parser)
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version and stop")
    options = parser.parse_args(given)
    options.command = None
    return options


def _pair(value: str) -> tuple[str, str]:
    source, equals, path = value.partition("=")
    if not (source and equals and path):
        raise argparse.ArgumentTypeError("write it as SOURCE=PATH, with the id of a source and the path of its text")
    return source, path


def _text(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--text",
        action="append",
        type=_pair,
        metavar="SOURCE=PATH",
        help="a local copy of a source, paragraphs parted by blank lines; may be given again",
    )


def _dossier(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "-d", "--dossier", metavar="FILE", help="the dossier (the bundled one when not given; - for standard input)"
    )


def _check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="dossiers (the bundled one when none is given; - for standard input)"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to print the problems (text)")
    _text(parser)


def _show(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "id",
        metavar="ID",
        help="the id of a record, a name or alias that only one has, or a view: overview, grievances, versions, "
        "timeline, coverage, blocs, matrix, balance, ego:ACTOR, pair:ACTOR:ACTOR, path:ACTOR:ACTOR",
    )
    parser.add_argument(
        "--width", type=_width, default=None, metavar="CELLS", help="the widest line (the terminal's width, at most 80)"
    )
    _dossier(parser)
    _reported(parser)
    _text(parser)


def _reported(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--reported",
        action="store_true",
        help="only what a source reports in its own voice, and how much is left out",
    )


def _width(value: str) -> int:
    if not value.isascii() or not value.isdigit() or not 10 <= int(value[:6]) <= 1000:
        raise argparse.ArgumentTypeError("a whole number from 10 to 1000")
    return int(value)


def _list(parser: argparse.ArgumentParser) -> None:
    from tui.dossier.kinds import KINDS

    parser.add_argument("kind", choices=tuple(KINDS), metavar="KIND", help=", ".join(KINDS))
    parser.add_argument(
        "--format", choices=("text", "json", "csv"), default="text", help="how to print the records (text)"
    )
    _dossier(parser)
    _reported(parser)


def _balance(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--include",
        type=_unsettled,
        default=frozenset(),
        metavar="STATUS,…",
        help="ties to switch in, of those left out otherwise: contested, denied, inferred",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to print the balance (text)")
    _dossier(parser)


def _unsettled(value: str) -> frozenset[str]:
    from tui.dossier.values.vocabulary import UNSETTLED

    words = [word.strip() for word in value.split(",")]
    for word in words:
        if word not in UNSETTLED:
            from tui.dossier.problems import did_you_mean

            hint = did_you_mean(word, sorted(UNSETTLED)) or f"write {', '.join(sorted(UNSETTLED))}, or some of them"
            raise argparse.ArgumentTypeError(f"“{word[:80]}” is no status that is left out; {hint}")
    return frozenset(words)


def _schema(parser: argparse.ArgumentParser) -> None:
    pass


_COMMANDS = {
    "check": (
        "Print all problems of dossiers. Exit status 0 when there is no error (warnings are allowed), 1 otherwise.",
        _check,
    ),
    "show": ("Print what is known of one record, as its page in the app shows it.", _show),
    "list": ("Print the records of one kind.", _list),
    "balance": (
        "Print the structural balance of the signed ties: a reading aid that says nothing about what will happen. "
        "In JSON `actors` are those with a pair that counts and `ties` the ties that make such pairs; `changes` are "
        "the smallest sets of ties whose change would settle everything when `exact`, or else one set that would do.",
        _balance,
    ),
    "schema": ("Print the JSON Schema of the dossier format.", _schema),
}
