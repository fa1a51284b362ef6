"""`karabakh-tui export`: writes a dossier, or a part of it, for another program or another reader."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui.cli import DATA_ERROR, OK, USAGE_ERROR, stdio

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from tui.dossier.dossier import Dossier

SUMMARY = "write the dossier, or a part of it, in another format"
DESCRIPTION = """\
Write the dossier, or the records that a query finds with all that they refer
to, in another format: every record with its citation, status and locator."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    from tui.cli.arguments import (
        add_as_of_option,
        add_dossier_option,
        add_reported_option,
        add_text_option,
    )
    from tui.export.formats import FORMATS

    parser.add_argument(
        "--format",
        choices=tuple(FORMATS),
        required=True,
        help="one of " + ", ".join(f"{name} ({each.summary})" for name, each in FORMATS.items()),
    )
    parser.add_argument("-o", "--output", metavar="PATH", help="the file or folder to write (default: standard output)")
    parser.add_argument("--force", action="store_true", help="replace PATH if there is one")
    parser.add_argument("--where", metavar="QUERY", help="only what a query finds, as in 'about:kesh weapons'")
    add_dossier_option(parser)
    add_reported_option(parser)
    add_as_of_option(parser)
    add_text_option(parser)


def run(options: argparse.Namespace) -> int:
    """Write the export."""
    from tui.cli.arguments import cache, copies, scope
    from tui.cli.reader import origin_of, read_dossier
    from tui.export.formats import FORMATS
    from tui.export.selection import select

    dossier = read_dossier(options.dossier, copies(options), options.reported, cache(options))
    if dossier is None:
        return DATA_ERROR
    chosen: Iterable[str] | None = None
    if options.where is not None:
        chosen, error = _found(dossier, options.where)
        if error:
            stdio.message(f"karabakh-tui export: {error}")
            return USAGE_ERROR
    selection = select(
        dossier,
        scope=scope(options, dossier),
        chosen=chosen,
        query=options.where or "",
        moment_given=options.as_of is not None,
        origin=origin_of(options.dossier, copies(options)),
    )
    exported = FORMATS[options.format].export(selection)
    if isinstance(exported, bytes):
        sys.stdout.flush()
        sys.stdout.buffer.write(exported)
    return OK


def _found(dossier: Dossier, query: str) -> tuple[list[str], str]:
    """The ids of the records that a query finds, and what is wrong with the query."""
    from tui.dossier.kinds import KINDS
    from tui.dossier.search.filter import Filter
    from tui.dossier.search.index import Index
    from tui.dossier.search.query import parse_query
    from tui.dossier.search.search import Search

    search = Search(Index(dossier), Filter(dossier, parse_query(query)), tuple(KINDS))
    search.step()
    return [name for kind in KINDS for name in search.ids(kind)], search.filter.error
