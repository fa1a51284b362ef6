"""`karabakh-tui check [FILE...]`: prints every problem of dossiers."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui.cli import DATA_ERROR, OK, stdio

if TYPE_CHECKING:
    import argparse

    from tui.dossier.load import Loaded

SUMMARY = "report every problem in dossiers, with line and column"
DESCRIPTION = """\
Report every problem in dossiers: where it is, what is wrong and how to fix it.
The exit status is 0 if there are no errors (warnings are allowed), else 1."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the files, `--format` and `--text`."""
    from tui.cli.arguments import add_format_option, add_text_option

    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="dossiers, - for standard input (default: the bundled dossier)"
    )
    add_format_option(parser, {"text": "one line per problem", "json": ""})
    add_text_option(parser)


def run(options: argparse.Namespace) -> int:
    """Print the problems to stdout, and how many there are to stderr."""
    from tui.cli.arguments import copies
    from tui.cli.reader import read
    from tui.pages.views.problems import counts

    files = [read(file, copies(options)) for file in options.files or (None,)]
    if options.format == "json":
        stdio.write_data(_as_json(files))
    for loaded in files:
        if options.format == "text":
            for problem in loaded.problems:
                print(problem.text(loaded.name))
        sys.stdout.flush()
        stdio.message(f"{loaded.name}: {counts(loaded)}")
        for note in loaded.notes:
            stdio.message(f"{loaded.name}: {note}")
    return DATA_ERROR if any(loaded.errors for loaded in files) else OK


def _as_json(files: list[Loaded]) -> str:
    import json

    report = {
        "files": [
            {"file": loaded.name, "problems": [problem._asdict() for problem in loaded.problems]} for loaded in files
        ]
    }
    return json.dumps(report, indent=2, allow_nan=False) + "\n"
