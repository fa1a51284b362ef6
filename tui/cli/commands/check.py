"""`karabakh-tui check [FILE...]`: prints every problem of dossiers."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui.cli import DATA_ERROR, OK, USAGE_ERROR, stdio

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from tui.dossier.load import Loaded

SUMMARY = "report every problem in dossiers, with line and column"
DESCRIPTION = """\
Report every problem in dossiers: where it is, what is wrong and how to fix it.
Equal problems are grouped in text; JSON has all of them. The exit status is 0
if there are no errors (warnings are allowed, unless --strict is given), else 1.

In a workflow of GitHub, --format github shows each problem at its line."""
_FORMATS = {
    "text": "one line per problem, equal ones grouped",
    "json": "",
    "github": "the same as text, as workflow commands",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the files, `--example`, `--only-dossiers`, `--strict`, `--format`, `--text` and `--pin`."""
    from tui.cli.arguments import add_files, add_format_option, add_text_option

    add_files(parser, "*", "dossiers, - for standard input (default: the bundled dossier)")
    parser.add_argument(
        "--only-dossiers",
        action="store_true",
        help="pass over files without a line that begins with “dossier =”, such as pyproject.toml",
    )
    parser.add_argument("--strict", action="store_true", help="take warnings as errors")
    add_format_option(parser, _FORMATS)
    add_text_option(parser)
    parser.add_argument(
        "--pin",
        action="store_true",
        help="write the SHA-256 hash of each local copy into the files, if they have no errors",
    )


def run(options: argparse.Namespace) -> int:
    """Print the problems to stdout, and how many there are to stderr."""
    from tui.cli.arguments import cache, copies, files
    from tui.cli.problem_lines import problem_lines, workflow_commands
    from tui.cli.reader import read
    from tui.dossier.load import STDIN
    from tui.pages.views.problems import counts

    if options.pin and (not options.files or "-" in options.files):
        stdio.message("check --pin writes into files; name them")
        return USAGE_ERROR
    named = _dossiers(files(options)) if options.only_dossiers else files(options)
    as_read = [read(file, copies(options), cache(options)) for file in named]
    results = list(map(_strict, as_read)) if options.strict else as_read
    if options.format == "json":
        stdio.write_data(_as_json(results))
    for file, loaded in zip(named, results, strict=True):
        if options.format == "text":
            sys.stdout.writelines(f"{line}\n" for line in problem_lines(loaded))
        elif options.format == "github":
            commands = workflow_commands(loaded, in_file=file != STDIN)
            stdio.write_data("".join(f"{command}\n" for command in commands))
        sys.stdout.flush()
        stdio.message(f"{loaded.name}: {counts(loaded)}")
        for note in loaded.notes:
            stdio.message(f"{loaded.name}: {note}")
    status = DATA_ERROR if any(loaded.errors for loaded in results) else OK
    if options.pin:
        for file, loaded in zip(named, as_read, strict=True):
            status = max(status, _pin(file, loaded, copies(options))) if file else status
    return status


def _dossiers(named: list[str | None]) -> list[str | None]:
    """Those of some files that are dossiers; the others are named on stderr."""
    from tui.dossier.files import is_dossier
    from tui.dossier.load import STDIN, shown_name

    kept: list[str | None] = []
    for file in named:
        if file is None or file == STDIN or is_dossier(file):
            kept.append(file)
        else:
            stdio.message(f"{shown_name(file)}: passed over, no dossier")
    return kept


def _pin(file: str, loaded: Loaded, copies: Mapping[str, str]) -> int:
    """Write the hashes of the copies into one file; return the exit status."""
    from tui.dossier.files import Refused
    from tui.dossier.pin import pin

    if loaded.errors:
        stdio.message(f"{loaded.name}: not pinned, because it has errors")
        return DATA_ERROR
    try:
        pinned = pin(file, copies)
    except Refused as refused:
        stdio.message(f"{loaded.name}: not pinned: {refused.what}" + (f"; {refused.hint}" if refused.hint else ""))
        return DATA_ERROR
    parts = [f"pinned {', '.join(pinned.changed)}"] if pinned.changed else []
    parts += [f"{len(pinned.unchanged):,} pinned already"] if pinned.unchanged else []
    parts += [f"no copy of {', '.join(pinned.without_copy)}"] if pinned.without_copy else []
    stdio.message(f"{loaded.name}: {'; '.join(parts) or 'it has no sources'}")
    return OK


def _strict(loaded: Loaded) -> Loaded:
    """A file whose warnings are errors."""
    from tui.dossier.problems import Totals

    problems = tuple(problem._replace(severity="error") for problem in loaded.problems)
    return loaded._replace(problems=problems, totals=Totals(sum(loaded.totals), 0))


def _as_json(files: list[Loaded]) -> str:
    import json

    report = {
        "files": [
            {
                "file": loaded.name,
                "errors": loaded.errors,
                "warnings": loaded.warnings,
                "problems": [problem._asdict() for problem in loaded.problems],
            }
            for loaded in files
        ]
    }
    return json.dumps(report, indent=2, allow_nan=False) + "\n"
