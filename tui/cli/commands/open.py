"""`karabakh-tui [--tour] [FILE | --example]`: opens a dossier in the app; where that cannot run, prints Home."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from tui.cli import DATA_ERROR, OK, stdio
from tui.paths import EXAMPLE, content

if TYPE_CHECKING:
    import argparse

    from tui.dossier.load import Loaded

SUMMARY = "open a dossier in the app"
DESCRIPTION = """\
A keyboard-driven reader of sourced conflict dossiers. Where standard output is
a file or a pipe, or there is no terminal, it prints Home as text instead."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare FILE, `--example`, `--text` and `--tour`."""
    from tui.cli.arguments import add_files, add_text_option

    add_files(parser, "?", "the dossier to open, - for standard input (default: the bundled one)")
    add_text_option(parser)
    parser.add_argument(
        "--tour", action="store_true", help="be led through the dossier by doing; without FILE through the example"
    )


def run(options: argparse.Namespace) -> int:
    """Open the dossier that was named, or else the bundled one, on a tour the example."""
    from tui.cli.arguments import cache, copies, files

    file = files(options)[0]
    if options.tour and file is None:
        file = content(EXAMPLE)
    return open_dossier(file, copies(options), cache(options), tour=options.tour)


def open_dossier(file: str | None, copies: Mapping[str, str], cache: str = "", *, tour: bool = False) -> int:
    """Open a dossier in the app, or print Home as text when there is no terminal to draw on.

    What large files say is remembered in the folder `cache`, unless that is empty. With `tour` the reader is led.
    """
    from tui.cli.reader import Reader
    from tui.terminal import tty_check
    from tui.terminal.asyncio_without_tls import import_asyncio_without_tls
    from tui.terminal.textual_without_palette import import_textual_without_palette

    reader = Reader(file, copies, cache)
    reason = tty_check.no_terminal_reason()
    if reason is None and not sys.stdout.isatty():
        reason = "Standard output is not a terminal."
    if reason is not None:
        return print_home(reader.read(), reason)
    reader.begin()
    for notice in tty_check.prepare_environment():
        stdio.message(f"karabakh-tui: {notice}")
    import_asyncio_without_tls()
    import_textual_without_palette()
    from tui.app import KarabakhApp
    from tui.keys_file import read_own_keys
    from tui.terminal.app import run_app

    return run_app(KarabakhApp(reader, own_keys=read_own_keys(), tour=tour), exit_immediately=True)


def print_home(loaded: Loaded, reason: str) -> int:
    """Print Home and the page about the dossier as text; `reason` says on stderr why the app does not run."""
    if loaded.dossier is None:
        from tui.cli.problem_lines import problem_lines

        for line in problem_lines(loaded):
            stdio.message(line)
        return DATA_ERROR
    from tui.pages.span_builder import SpanBuilder
    from tui.pages.views.about import about_page
    from tui.pages.views.overview import overview_page
    from tui.render.plain_text import plain_text

    builder, width = SpanBuilder(loaded.dossier), stdio.text_width()
    sys.stdout.write("\n".join(plain_text(page, width) for page in (overview_page(builder), about_page(builder))))
    sys.stdout.flush()
    stdio.message(f"{reason} This is Home as text; karabakh-tui show ID and karabakh-tui list KIND print the rest.")
    return OK
