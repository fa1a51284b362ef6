"""`karabakh-tui new FILE`: writes a short dossier to start from."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tui.cli import OK, USAGE_ERROR, stdio

if TYPE_CHECKING:
    import argparse

STARTER = "starter.toml"
"""The bundled dossier to start from."""

SUMMARY = "write a short dossier to start from"
DESCRIPTION = """\
Write a short, commented dossier with one record or two of every kind, to be
replaced by your own. It is free of errors, and it names the JSON Schema of the
format for editors that know TOML."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare FILE and `--force`."""
    parser.add_argument("file", metavar="FILE", help="the file to write, - for standard output")
    parser.add_argument("--force", action="store_true", help="replace FILE if there is one")


def run(options: argparse.Namespace) -> int:
    """Write the file; one that is there is kept unless `--force` was given."""
    from tui import paths
    from tui.atomic_write import write_atomically
    from tui.dossier.files import read_file
    from tui.dossier.load import STDIN, shown_name

    data = read_file(paths.content(STARTER))
    if options.file == STDIN:
        stdio.write_data(data.decode())
        return OK
    name = shown_name(options.file)
    try:
        file = os.path.realpath(options.file)
        if options.force and os.path.lexists(file) and not os.path.isfile(file):
            raise OSError(0, "it is not an ordinary file")
        write_atomically(file, data, overwrite=options.force)
    except FileExistsError:
        stdio.message(f"karabakh-tui new: {name} exists already; --force replaces it")
        return USAGE_ERROR
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "not a valid file name"
        stdio.message(f"karabakh-tui new: {name} cannot be written: {reason.lower()}")
        return USAGE_ERROR
    stdio.message(f"{name} is written; karabakh-tui {name} opens it and follows what you save")
    stdio.message("karabakh-tui schema > dossier.schema.json, beside it, lets editors complete keys and words")
    return OK
