"""The argument parser: errors are one line on stderr, and options that several commands share are defined here."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NoReturn

from tui.cli import DATA_ERROR, OK, USAGE_ERROR, stdio
from tui.cli.commands.registry import COMMANDS, Command, load_command, load_default_command
from tui.paths import EXAMPLE, PROGRAM, cache_folder, content

if TYPE_CHECKING:
    from tui.dossier.dossier import Dossier
    from tui.dossier.network.scope import Scope
    from tui.dossier.values.dates import Date

_USAGE = f"{PROGRAM} [--text SOURCE=PATH] [--tour] [FILE | --example]\n       {PROGRAM} COMMAND [ARGUMENT...]"
_EPILOG = f"""\
{PROGRAM} COMMAND --help describes a command. stdout holds data, stderr messages.
Exit status: {OK} success (warnings are allowed), {DATA_ERROR} the dossier has errors or cannot be read,
{USAGE_ERROR} the command was called wrongly."""

_EXAMPLE_HELP = "the bundled example: an invented conflict over nine years, with the texts of its sources"
ALL_TIMES = "all"
"""The value of `--as-of` that counts everything that ever was."""


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Formats help. argparse makes one for every argument declared, and would import `shutil` for the width."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=stdio.help_width())


_FORMATTING: dict[str, Any] = {"formatter_class": _Formatter, "allow_abbrev": False}


class ParserExit(Exception):
    """Raised when there is nothing left to run: help was printed (`status` 0) or an error was reported (2)."""

    def __init__(self, status: int) -> None:
        super().__init__()
        self.status = status


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        stdio.message(f"{self.prog}: {message}; see {self.prog} --help")
        raise ParserExit(USAGE_ERROR)

    def print_help(self, file: Any = None) -> None:
        """Write the help to stdout; argparse would hide that it could not be written."""
        (file or sys.stdout).write(self.format_help())

    def exit(self, status: int = OK, message: str | None = None) -> NoReturn:
        if message:
            stdio.message(message)
        raise ParserExit(status)


class _MainParser(_Parser):
    def format_help(self) -> str:
        """The help with the list of commands, all of which are imported for it."""
        width = max(map(len, COMMANDS))
        summaries = "\n".join(f"  {name:{width}}  {load_command(name).SUMMARY}" for name in COMMANDS)
        self.description = f"{load_default_command().DESCRIPTION}\n\ncommands:\n{summaries}"
        return super().format_help()


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        from tui import VERSION

        print(f"{PROGRAM} {VERSION}")
        parser.exit()


def parse(arguments: Sequence[str]) -> tuple[Command, argparse.Namespace]:
    """The command that was called and its options. Raises ParserExit when there is nothing to run."""
    name = arguments[0] if arguments else ""
    if name in COMMANDS:
        return load_command(name), command_parser(name).parse_args(arguments[1:])
    return load_default_command(), main_parser().parse_args(arguments)


def command_parser(name: str) -> argparse.ArgumentParser:
    """The parser of what follows the name of a command. Raises KeyError for one that is not in `COMMANDS`."""
    command = load_command(name)
    parser = _Parser(prog=f"{PROGRAM} {name}", description=command.DESCRIPTION, **_FORMATTING)
    command.add_arguments(parser)
    return parser


def main_parser() -> argparse.ArgumentParser:
    """The parser of a call that names no command."""
    parser = _MainParser(prog=PROGRAM, usage=_USAGE, epilog=_EPILOG, **_FORMATTING)
    load_default_command().add_arguments(parser)
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and exit")
    return parser


def add_dossier_option(parser: argparse.ArgumentParser) -> None:
    """Add `-d FILE`, the dossier to read, and `--example`, which names the example in its place."""
    one = parser.add_mutually_exclusive_group()
    one.add_argument(
        "-d", "--dossier", metavar="FILE", help="the dossier, - for standard input (default: the bundled dossier)"
    )
    one.add_argument(
        "--example", dest="dossier", action="store_const", const=content(EXAMPLE), help=f"{_EXAMPLE_HELP}, as dossier"
    )
    _add_cache_option(parser)


def add_files(parser: argparse.ArgumentParser, nargs: str, help: str) -> None:
    """Add FILE and `--example`, which takes its place; `nargs` is `?` or `*`, and `files(options)` what was named."""
    one = parser.add_mutually_exclusive_group()
    one.add_argument("files", nargs=nargs, default=[], metavar="FILE", help=help)
    one.add_argument("--example", action="store_true", help=f"{_EXAMPLE_HELP}, in place of FILE")
    _add_cache_option(parser)


def files(options: argparse.Namespace) -> list[str | None]:
    """The dossiers named as FILE or with `--example`; None alone, the bundled dossier, when there are none."""
    if options.example:
        return [content(EXAMPLE)]
    named: list[str] | str = options.files
    return [named] if isinstance(named, str) else [*named] or [None]


def _add_cache_option(parser: argparse.ArgumentParser) -> None:
    """Add `--no-cache`; `cache(options)` is the folder where large files are remembered."""
    parser.add_argument(
        "--no-cache",
        action="store_true",
        help="read a large dossier anew, and do not remember what it says for the next time",
    )


def cache(options: argparse.Namespace) -> str:
    """The folder where large files are remembered; empty with `--no-cache`."""
    return "" if options.no_cache else cache_folder()


def add_text_option(parser: argparse.ArgumentParser) -> None:
    """Add `--text SOURCE=PATH`, a local copy of a source; `copies(options)` is what was given."""
    parser.add_argument(
        "--text",
        action="append",
        type=_source_and_path,
        metavar="SOURCE=PATH",
        help="a local copy of a source, with a blank line between paragraphs; may be repeated",
    )


def copies(options: argparse.Namespace) -> dict[str, str]:
    """The local copies named with `--text`: source id -> path."""
    return dict(options.text or ())


def add_reported_option(parser: argparse.ArgumentParser) -> None:
    """Add `--reported`, which leaves only what a source reports in its own voice."""
    parser.add_argument(
        "--reported",
        action="store_true",
        help="only what is reported, and how much that leaves out; quotes have no status and stay",
    )


def add_as_of_option(parser: argparse.ArgumentParser) -> None:
    """Add `--as-of`; `scope(options, dossier)` is the scope that it selects."""
    parser.add_argument(
        "--as-of",
        type=_moment,
        metavar="DATE",
        help="count what is there at this date, such as 1957-03, or all for everything that ever was "
        "(default: the dossier’s as_of, or the latest date it gives)",
    )


def scope(options: argparse.Namespace, dossier: Dossier) -> Scope:
    """The settled ties of a dossier as of the moment named with `--as-of`, or else its own."""
    from tui.dossier.network.scope import DEFAULT_SCOPE, present_scope

    if options.as_of is None:
        return present_scope(dossier)
    return DEFAULT_SCOPE if options.as_of == ALL_TIMES else DEFAULT_SCOPE._replace(moment=options.as_of)


def add_format_option(parser: argparse.ArgumentParser, formats: Mapping[str, str]) -> None:
    """Add `--format`; `formats` maps each name to a summary, which may be empty; the first is the default."""
    default, *_ = formats
    meanings = ", ".join(f"{name} ({summary})" if summary else name for name, summary in formats.items())
    parser.add_argument(
        "--format",
        choices=tuple(formats),
        default=default,
        help=f"the output format: {meanings}; {default} is the default",
    )


def _moment(value: str) -> Date | str:
    from tui.dossier.format.date_hints import typed_date

    if value == ALL_TIMES:
        return value
    try:
        return typed_date(value)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{error}, or all") from None


def _source_and_path(value: str) -> tuple[str, str]:
    source, equals, path = value.partition("=")
    if not (source and equals and path):
        raise argparse.ArgumentTypeError("write it as SOURCE=PATH, with the id of a source and the path of its text")
    return source, path
