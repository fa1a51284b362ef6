"""`karabakh-tui man`: prints the manual page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli import OK, stdio

if TYPE_CHECKING:
    import argparse

SUMMARY = "print the manual page, for man"
DESCRIPTION = """\
Print the manual page in roff. To read it once:

  karabakh-tui man | man -l -

To have it as man karabakh-tui, write it to
~/.local/share/man/man1/karabakh-tui.1."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare nothing: the command takes no arguments."""


def run(options: argparse.Namespace) -> int:
    """Print the page."""
    from tui.cli.manual import manual

    stdio.write_data(manual())
    return OK
