"""`karabakh-tui export`: writes a dossier, or a part of it, for another program or another reader."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from tui.cli import DATA_ERROR, OK, OUTPUT_ERROR, USAGE_ERROR, stdio

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from tui.export.formats import Files, Format
    from tui.export.selection import Selection
    from tui.export_file import NotWritten

SUMMARY = "write the dossier, or a part of it, in another format"
DESCRIPTION = """\
Write the dossier, or the records that a query finds with all that they refer
to, in another format: every record with its citation, status and locator."""

_CALL = "karabakh-tui export"
_STDOUT = "-"
_EXCEL_CSV = "excel-csv"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    from tui.cli.arguments import add_as_of_option, add_dossier_option, add_reported_option, add_text_option
    from tui.export.formats import FORMATS

    parser.add_argument(
        "--format",
        choices=tuple(FORMATS),
        metavar="FORMAT",
        help="one of "
        + ", ".join(f"{name} ({each.summary})" for name, each in FORMATS.items())
        + "; what PATH ends with tells it too",
    )
    parser.add_argument(
        "--excel-csv",
        dest="format",
        action="store_const",
        const=_EXCEL_CSV,
        help=f"the same as --format {_EXCEL_CSV}",
    )
    parser.add_argument(
        "-o", "--output", metavar="PATH", help="the file or the folder to write (default: standard output)"
    )
    parser.add_argument(
        "--force",
        action="store_true",
        help="replace PATH if there is one: a file, or a folder with nothing in it but what the format writes",
    )
    parser.add_argument("--open", action="store_true", help="open what was written in your browser")
    parser.add_argument("--where", metavar="QUERY", help="only what a query finds, as in 'about:kesh weapons'")
    add_dossier_option(parser)
    add_reported_option(parser)
    add_as_of_option(parser)
    add_text_option(parser)


def run(options: argparse.Namespace) -> int:
    """Write the export to PATH or to stdout, and to stderr what was written and what it leaves out."""
    from tui.cli.arguments import cache, copies, scope
    from tui.cli.finding import records_found
    from tui.cli.reader import origin_of, read_dossier
    from tui.dossier.kinds import KINDS
    from tui.export.formats import FORMATS, NotExported, format_of_path
    from tui.export.selection import select
    from tui.export_file import NotWritten, check_place

    path = "" if options.output in (None, _STDOUT) else options.output
    name = options.format or format_of_path(path)
    if misuse := _misuse(name, path, FORMATS, is_opened=options.open):
        return _refused(misuse, USAGE_ERROR)
    if path:
        try:
            check_place(path, is_folder=FORMATS[name].is_folder, overwrite=options.force)
        except NotWritten as error:
            return _not_written(error)
    dossier = read_dossier(options.dossier, copies(options), options.reported, cache(options))
    if dossier is None:
        return DATA_ERROR
    chosen = None
    if options.where is not None:
        chosen, wrong = records_found(dossier, options.where, tuple(KINDS))
        if wrong:
            return _refused(wrong, USAGE_ERROR)
    selection = select(
        dossier,
        scope=scope(options, dossier),
        chosen=chosen,
        query=options.where or "",
        moment_given=options.as_of is not None,
        origin=origin_of(options.dossier, copies(options)),
    )
    try:
        _write(FORMATS[name].export(selection), path, overwrite=options.force)
    except NotExported as error:
        return _refused(str(error), USAGE_ERROR)
    except NotWritten as error:
        return _not_written(error)
    for remark in (*_remarks(selection), *FORMATS[name].remarks(selection)):
        stdio.message(f"{_CALL}: {remark}")
    if options.open:
        _open(path)
    return OK


def _misuse(name: str, path: str, formats: Mapping[str, Format], *, is_opened: bool) -> str:
    """What is wrong with a combination of options, or nothing."""
    if not name:
        told = f"what {os.path.basename(path) or path} ends with does not tell the format; " if path else ""
        return f"{told}write --format and one of {', '.join(formats)}"
    what = formats[name]
    if is_opened and not what.is_page:
        return f"a browser does not show {name}; --open is for " + ", ".join(
            each for each, other in formats.items() if other.is_page
        )
    if path:
        return ""
    if what.is_folder:
        return f"{name} is a folder of files; name it with -o"
    if is_opened:
        return "--open opens the file that -o names; name one"
    if not what.text and _is_terminal():
        return f"{name} is not for a terminal; name a file with -o, or send the output to another program"
    return ""


def _write(exported: bytes | Files, path: str, *, overwrite: bool) -> None:
    """Write an export to `path`, or to stdout when that is empty. Raises NotWritten."""
    from tui.export_file import write_export

    if path:
        write_export(path, exported, overwrite=overwrite)
        size = "" if isinstance(exported, bytes) else f": {len(exported)} files"
        stdio.message(f"{_CALL}: {path} is written{size}")
    elif isinstance(exported, bytes):
        sys.stdout.flush()
        sys.stdout.buffer.write(exported)
        sys.stdout.buffer.flush()


def _remarks(selection: Selection) -> list[str]:
    """What the export leaves out, in words."""
    remarks = []
    if selection.chosen is not None and not selection.chosen:
        remarks.append("nothing matches")
    dossier = selection.dossier
    if omitted := sum(map(dossier.left_out, dossier.tables)):
        total = omitted + len(dossier.records)
        what = f"{omitted:,} of {total:,} records not written, because no source reports them in its own voice"
        remarks.append(what)
    return remarks


def _open(path: str) -> None:
    """Open what was written in the person's browser, or say why not."""
    from tui.browser import open_file_in_browser

    if reason := open_file_in_browser(path):
        stdio.message(f"{_CALL}: {path} is not opened: {reason}")


def _not_written(error: NotWritten) -> int:
    """Say why PATH is not written; return the exit status."""
    hint = "; --force replaces it" if error.exists else ""
    return _refused(f"{error}{hint}", USAGE_ERROR if error.is_misuse else OUTPUT_ERROR)


def _refused(what: str, status: int) -> int:
    """Say in one line why nothing was written; return the exit status."""
    stdio.message(f"{_CALL}: {what}")
    return status


def _is_terminal() -> bool:
    try:
        return sys.stdout.isatty()
    except ValueError:  # it is closed
        return False
