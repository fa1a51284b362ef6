"""`karabakh-tui show ID`: prints the page of a record, or a view."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from tui.cli import DATA_ERROR, OK, USAGE_ERROR, stdio

if TYPE_CHECKING:
    from tui.dossier.dossier import Dossier
    from tui.dossier.marks import Marks

SUMMARY = "print the page of a record, or a view such as the timeline"
DESCRIPTION = "Print the page of a record, or a view of the dossier, as the app shows it."

_FORMATS = {"text": "", "csv": "of the view speakers only: who, about whom, how often, in which quotes"}
_MARKS = "marks:"
"""The view of the reader's own marks and notes; they are in no other page that is printed."""
_WIDTHS = range(10, 1001)
_MAX_LISTED = 8
"""The most ids named in the message about an ambiguous name."""
_MAX_QUOTED = 80
"""The most characters of the argument repeated in a message."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare ID and the options; the views are listed below them."""
    from tui.cli.arguments import (
        add_as_of_option,
        add_dossier_option,
        add_format_option,
        add_reported_option,
        add_text_option,
    )

    parser.add_argument("id", metavar="ID", help="the id of a record, a name or alias of one record, or a view")
    parser.add_argument(
        "--width",
        type=_width,
        metavar="CELLS",
        help=f"the maximum width of a line (default: that of the terminal, at most {stdio.MAX_WIDTH})",
    )
    add_format_option(parser, _FORMATS)
    add_dossier_option(parser)
    add_reported_option(parser)
    add_as_of_option(parser)
    add_text_option(parser)
    parser.epilog = _views()


def run(options: argparse.Namespace) -> int:
    """Print the page; an unknown or ambiguous name is answered on stderr."""
    from tui.cli.arguments import cache, copies, scope
    from tui.cli.reader import read_dossier
    from tui.dossier.values.text import line

    dossier = read_dossier(options.dossier, copies(options), options.reported, cache(options))
    if dossier is None:
        return DATA_ERROR
    from tui.pages.page_cache import PageCache
    from tui.pages.span_builder import SpanBuilder
    from tui.render.plain_text import plain_text

    name = line(options.id)
    targets = _targets(dossier, name)
    if len(targets) != 1:
        stdio.message(f"karabakh-tui show: {_explanation(dossier, name, targets)}")
        return USAGE_ERROR
    if options.format == "csv":
        return _print_csv(dossier, targets[0], options)
    builder = SpanBuilder(dossier, scope(options, dossier))
    if targets[0] == _MARKS:
        builder.reader_marks = _marks(options.dossier)
    page = PageCache(builder).page(targets[0])
    if page is not None:
        sys.stdout.write(plain_text(page, options.width or stdio.text_width()))
    return OK


def _print_csv(dossier: Dossier, target: str, options: argparse.Namespace) -> int:
    from tui.cli.arguments import scope
    from tui.export.formats import VIEW_TABLES, view_as_csv

    view = target.removesuffix(":")
    if view == target or view not in VIEW_TABLES:
        tables = " and ".join(VIEW_TABLES)
        stdio.message(f"karabakh-tui show: --format csv goes with {tables}; see karabakh-tui show --help")
        return USAGE_ERROR
    text, remark = view_as_csv(view, dossier, scope(options, dossier).moment)
    stdio.write_data(text)
    if remark:
        sys.stdout.flush()
        stdio.message(f"karabakh-tui show: {remark}")
    return OK


def _marks(dossier: str | None) -> Marks | None:
    """The reader's marks on a dossier; what is wrong with their file is said on stderr."""
    from tui import paths
    from tui.dossier.load import STDIN
    from tui.marks_file import MarksFile

    path = paths.content(paths.BUNDLED) if dossier is None else dossier
    file = MarksFile("" if path == STDIN else path)
    if notice := file.read():
        stdio.message(f"karabakh-tui show: {notice}")
    return file.marks


def _targets(dossier: Dossier, name: str) -> list[str]:
    from tui.dossier.values.vocabulary import VIEW_NAMES

    record = name.partition("#")[0]
    # the usual case, without importing what only names and views need
    if dossier.get(record) is not None and record not in VIEW_NAMES:
        return [record]
    from tui.cli.resolve import resolve

    return resolve(dossier, name)


def _explanation(dossier: Dossier, name: str, targets: list[str]) -> str:
    quoted = f"“{name[:_MAX_QUOTED]}”"
    if targets:
        more = ", …" if len(targets) > _MAX_LISTED else ""
        return f"{quoted} is ambiguous: {', '.join(targets[:_MAX_LISTED])}{more}"
    if dossier.whole is not None and dossier.whole.get(name) is not None:
        return f"no source reports {quoted} in its own voice; leave out --reported to see it"
    from tui.cli.resolve import missing_actors
    from tui.dossier.kinds import Actor
    from tui.dossier.problems import did_you_mean
    from tui.pages.views.registry import VIEWS

    kind = name.partition(":")[0]
    if missing := missing_actors(dossier, name):
        actors = [actor.id for actor in dossier.records_of(Actor)]
        near = did_you_mean(missing[0].lower(), actors) or "karabakh-tui list actors prints their ids"
        quoted = " or ".join(f"“{actor[:_MAX_QUOTED]}”" for actor in missing[:_MAX_LISTED])
        return f"no actor has the id or name {quoted}; {near}"
    if kind in VIEWS and name != kind:
        return f"{quoted} is not a view; write {VIEWS[kind].usage}"
    hint = did_you_mean(name.lower(), (*dossier.records, *VIEWS))
    return f"no record has the id or name {quoted}; " + (
        hint or "karabakh-tui list actors prints ids, show --help lists the views"
    )


def _views() -> str:
    from tui.pages.views.registry import VIEWS

    titles = {view.usage: view.title for view in VIEWS.values()}
    width = max(map(len, titles))
    return "\n".join(
        (
            "views:",
            *(f"  {view:{width}}  {title}" for view, title in titles.items()),
            "",
            "ACTOR is an id, a name or an alias. A record whose id is the name of a view or a panel",
            "is shown with record: before it, as in record:timeline. Your own marks and notes",
            "are printed by marks alone.",
        )
    )


def _width(value: str) -> int:
    if not value.isascii() or not value.isdigit() or int(value[:6]) not in _WIDTHS:
        raise argparse.ArgumentTypeError(f"write a whole number from {_WIDTHS[0]} to {_WIDTHS[-1]}")
    return int(value)
