"""`karabakh-tui search WORDS`: prints what is found in the whole dossier, with the words in their context."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui.cli import DATA_ERROR, OK, USAGE_ERROR, stdio

if TYPE_CHECKING:
    import argparse

SUMMARY = "search everything in a dossier, the local copies of its sources too"
DESCRIPTION = """\
Search names, aliases, offices, quotes, translations, summaries, notes, tags and
the passages of the local copies of sources."""
_TEXT, _JSON = "text", "json"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare WORDS and the options; the query language is described below them."""
    from tui.cli.arguments import add_dossier_option, add_format_option, add_reported_option, add_text_option

    parser.add_argument("words", nargs="+", metavar="WORDS", help="what to look for")
    add_format_option(
        parser, {_TEXT: "the words in their context", _JSON: "an array with an object for each thing found"}
    )
    add_dossier_option(parser)
    add_reported_option(parser)
    add_text_option(parser)
    parser.epilog = _language()


def run(options: argparse.Namespace) -> int:
    """Print what is found to stdout; when that is nothing, say so on stderr."""
    from tui.cli.arguments import cache, copies
    from tui.cli.reader import read_dossier

    dossier = read_dossier(options.dossier, copies(options), options.reported, cache(options))
    if dossier is None:
        return DATA_ERROR
    from tui.dossier.search.filter import Filter
    from tui.dossier.search.index import Index
    from tui.dossier.search.query import parse_query
    from tui.dossier.search.search import Search

    query = parse_query(" ".join(options.words))
    index = Index(dossier)
    search = Search(index, Filter(dossier, query), index.tables)
    error = search.filter.error or ("" if query.terms else "write what to look for")
    if error:
        stdio.message(f"karabakh-tui search: {error}")
        return USAGE_ERROR
    search.step()
    if options.format == _JSON:
        from tui.export.search_results import as_json

        stdio.write_data(as_json(index, search))
    else:
        from tui.pages.span_builder import SpanBuilder
        from tui.render.result_rows import rows

        marks = stdio.shows_marks()
        printed = rows(SpanBuilder(dossier), index, search, stdio.text_width(), marks=marks)
        sys.stdout.write("".join(f"{row}\n" for row in printed))
    if index.unsearched:
        stdio.message(
            f"karabakh-tui search: {index.unsearched:,} paragraphs of local copies are too many to be searched"
        )
    if not search.counts:
        stdio.message("karabakh-tui search: nothing matches")
    return OK


def _language() -> str:
    from tui.pages.query_help import QUERY_HELP

    width = max(len(written) for written, _ in QUERY_HELP)
    return "\n".join(
        (
            "A query with quotation marks, blanks or a minus is written between single quotes.",
            *(f"  {written:{width}}  {meaning}" for written, meaning in QUERY_HELP),
        )
    )
