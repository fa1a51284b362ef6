"""`karabakh-tui list KIND`: prints the records of one kind, as text or in an export format."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui.cli import DATA_ERROR, OK, stdio

if TYPE_CHECKING:
    import argparse

    from tui.dossier.dossier import Dossier

SUMMARY = "print all records of one kind, or export them"
DESCRIPTION = "Print all records of one kind as text, or export them for another program."

_TEXT = "text"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare KIND, which is one of the kinds of record, and the options."""
    from tui.cli.arguments import add_as_of_option, add_dossier_option, add_format_option, add_reported_option
    from tui.dossier.kinds import KINDS
    from tui.export.formats import FORMATS

    parser.add_argument("kind", choices=tuple(KINDS), metavar="KIND", help=f"one of {', '.join(KINDS)}")
    summaries = {name: export_format.summary for name, export_format in FORMATS.items()}
    add_format_option(parser, {_TEXT: "one line per record", **summaries})
    add_dossier_option(parser)
    add_reported_option(parser)
    add_as_of_option(parser)


def run(options: argparse.Namespace) -> int:
    """Print the records to stdout, and to stderr how many of them `--reported` leaves out."""
    from tui.cli.reader import read_dossier

    kind = options.kind
    dossier = read_dossier(options.dossier, {}, options.reported)
    if dossier is None:
        return DATA_ERROR
    if options.format == _TEXT:
        _print_text(dossier, kind, options)
    else:
        from tui.dossier.kinds import KINDS
        from tui.export.formats import FORMATS

        stdio.write_data(FORMATS[options.format].serialize(KINDS[kind].record_type, dossier.tables[kind]))
    if omitted := dossier.left_out(kind):
        sys.stdout.flush()
        total = omitted + len(dossier.tables[kind])
        stdio.message(
            f"karabakh-tui list {kind}: {omitted:,} of {total:,} not shown, "
            "because no source reports them in its own voice"
        )
    return OK


def _print_text(dossier: Dossier, kind: str, options: argparse.Namespace) -> None:
    from tui.cli.arguments import scope
    from tui.pages.catalog import Catalog
    from tui.render.list_rows import rows

    # In one piece: text with a letter that the encoding lacks is not printed in part.
    sys.stdout.write("".join(f"{row}\n" for row in rows(Catalog(dossier, scope(options, dossier)), kind)))
