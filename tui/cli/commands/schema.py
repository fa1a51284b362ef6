"""`karabakh-tui schema`: prints the JSON Schema of the dossier format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli import OK, stdio

if TYPE_CHECKING:
    import argparse

SUMMARY = "print the JSON Schema of the dossier format"
DESCRIPTION = """\
Print the JSON Schema of the dossier format. Editors that know TOML use it to
complete keys and words: write it to dossier.schema.json beside a dossier that
begins with the line `#:schema ./dossier.schema.json`."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare nothing: the command takes no arguments."""


def run(options: argparse.Namespace) -> int:
    """Print the schema."""
    from tui.dossier.format.schema import schema_text

    stdio.write_data(schema_text())
    return OK
