"""The command line: reads what is asked for and imports only what that needs. The app is loaded when it will draw.

stdout holds data, stderr narration. Exit status: 0 fine, 1 the data is at fault, 2 the call is at fault.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


FINE, DATA, CALL = 0, 1, 2
COMMANDS = ("check", "show", "list", "balance", "schema")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit status."""
    gc.disable()  # a command ends before there is garbage, and the app turns it on again after the first paint
    given = list(sys.argv[1:] if arguments is None else arguments)
    from tui import output

    with output.guarded() as status:
        status.code = _run(given)
    return status.code


def _run(given: list[str]) -> int:
    if not given:
        return _open(None, {})
    from tui import arguments

    try:
        options = arguments.parse(given)
    except arguments.BadCall as call:
        return call.status
    if options.command is None:
        return _open(options.file, _copies(options))
    from tui import printing

    return printing.run(options, _copies(options))


def _copies(options: argparse.Namespace) -> dict[str, str]:
    return dict(getattr(options, "text", None) or ())


def _open(file: str | None, copies: dict[str, str]) -> int:
    """Open a dossier in the app, or print its overview when there is no terminal to draw on."""
    from tui.reader import Reader
    from tui.terminal import tty_check

    reader = Reader(file, copies)
    reason = tty_check.no_terminal_reason()
    if reason is not None:
        from tui import printing

        return printing.overview(reader.read(), reason)
    tty_check.prepare_environment()
    from tui.app import KarabakhApp
    from tui.terminal.app import run_app

    return run_app(KarabakhApp(reader.read, reader.aside if reader.slow else None), exit_immediately=True)


if __name__ == "__main__":
    sys.exit(main())
