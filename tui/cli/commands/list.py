"""`karabakh-tui list KIND`: prints the records of one kind, as text or in an export format."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui.cli import DATA_ERROR, OK, USAGE_ERROR, stdio

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from tui.dossier.dossier import Dossier

SUMMARY = "print all records of one kind, or export them"
DESCRIPTION = "Print all records of one kind as text, or export them for another program."

_TEXT = "text"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare KIND, which is one of the kinds of record, and the options."""
    from tui.cli.arguments import add_as_of_option, add_dossier_option, add_format_option, add_reported_option
    from tui.dossier.kinds import KINDS
    from tui.export.formats import LIST_FORMATS
    from tui.pages.lists.orders import COLUMNS

    parser.add_argument("kind", choices=tuple(KINDS), metavar="KIND", help=f"one of {', '.join(KINDS)}")
    summaries = {name: export_format.summary for name, export_format in LIST_FORMATS.items()}
    parser.add_argument(
        "--sort",
        choices=tuple(COLUMNS),
        metavar="COLUMN",
        help=f"sort by {', '.join(COLUMNS)}, as far as the kind has it, instead of in the order of the panel or, when "
        "exported, of the file; what lacks it comes last, and of ties the most first",
    )
    add_format_option(parser, {_TEXT: "one line per record", **summaries})
    parser.add_argument(
        "--where", metavar="QUERY", help="only those that a query finds, as in 'speaker:kesh before:1956 envoy'"
    )
    add_dossier_option(parser)
    add_reported_option(parser)
    add_as_of_option(parser)


def run(options: argparse.Namespace) -> int:
    """Print the records to stdout, and to stderr how many of them `--reported` leaves out."""
    from tui.cli.arguments import cache
    from tui.cli.finding import records_found
    from tui.cli.reader import read_dossier

    kind = options.kind
    if misuse := _misuse(options):
        stdio.message(f"karabakh-tui list: {misuse}")
        return USAGE_ERROR
    dossier = read_dossier(options.dossier, {}, options.reported, cache(options))
    if dossier is None:
        return DATA_ERROR
    found = None
    if options.where is not None:
        found, error = records_found(dossier, options.where, (kind,))
        if error:
            stdio.message(f"karabakh-tui list {kind}: {error}")
            return USAGE_ERROR
    if options.format == _TEXT:
        _print_text(dossier, kind, options, found)
    else:
        from tui.dossier.kinds import KINDS
        from tui.export.formats import LIST_FORMATS

        records = [dossier.records[name] for name in _ordered(dossier, kind, options, found)]
        stdio.write_data(LIST_FORMATS[options.format].serialize(KINDS[kind].record_type, records))
    if found == []:
        sys.stdout.flush()
        stdio.message(f"karabakh-tui list {kind}: nothing matches")
    if omitted := dossier.left_out(kind):
        sys.stdout.flush()
        total = omitted + len(dossier.tables[kind])
        stdio.message(
            f"karabakh-tui list {kind}: {omitted:,} of {total:,} not shown, "
            "because no source reports them in its own voice"
        )
    return OK


def _misuse(options: argparse.Namespace) -> str:
    """What is wrong with a combination of options, or nothing."""
    if not options.sort:
        return ""
    from tui.dossier.kinds import KINDS
    from tui.pages.lists.orders import columns_of

    columns = columns_of(KINDS[options.kind])
    if options.sort in columns:
        return ""
    return f"{options.kind} have no {options.sort} to sort by; write --sort {' or '.join(columns)}"


def _ordered(dossier: Dossier, kind: str, options: argparse.Namespace, found: Sequence[str] | None) -> Sequence[str]:
    """The ids of the records of a kind, those that were found, in the order asked for or else in that of the file."""
    if not options.sort:
        return [record.id for record in dossier.tables[kind]] if found is None else found
    from tui.cli.arguments import scope
    from tui.pages.lists.orders import sorted_ids
    from tui.pages.span_builder import SpanBuilder

    kept = None if found is None else frozenset(found)
    ids = sorted_ids(SpanBuilder(dossier, scope(options, dossier)), kind, options.sort) or ()
    return [name for name in ids if kept is None or name in kept]


def _print_text(dossier: Dossier, kind: str, options: argparse.Namespace, found: Sequence[str] | None) -> None:
    from tui.cli.arguments import scope
    from tui.pages.catalog import Catalog
    from tui.render.list_rows import rows

    catalog = Catalog(dossier, scope(options, dossier))
    order = _ordered(dossier, kind, options, None) if options.sort else None
    # In one piece: text with a letter that the encoding lacks is not printed in part.
    sys.stdout.write("".join(f"{row}\n" for row in rows(catalog, kind, found, order)))
