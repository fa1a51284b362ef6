"""The entry point: finds the command that was called, imports it, and runs it.

Without arguments nothing is imported but what opening the bundled dossier needs: that is the start-up of the app.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit status. `arguments` are those of the process when not given."""
    gc.disable()  # a command ends before there is garbage, and the app turns it on again after the first paint
    call = list(sys.argv[1:] if arguments is None else arguments)
    from tui.cli import stdio

    return stdio.run_guarded(lambda: _run(call))


def _run(arguments: list[str]) -> int:
    if not arguments:
        from tui.cli.commands.open import open_dossier

        return open_dossier(None, {})
    from tui.cli.arguments import ParserExit, parse

    try:
        command, options = parse(arguments)
    except ParserExit as parser_exit:
        return parser_exit.status
    return command.run(options)


if __name__ == "__main__":
    sys.exit(main())
