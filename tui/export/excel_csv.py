"""A dossier as a folder of CSV as Excel opens it by itself: with a byte order mark, and a semicolon between cells."""

from __future__ import annotations

from tui.export.csv_folder import as_csv
from tui.export.formats import Files
from tui.export.selection import Selection
from tui.export.tables import tables


def export(selection: Selection) -> Files:
    """The files of the folder."""
    return {f"{table.name}.csv": as_csv(table, ";").encode("utf-8-sig") for table in tables(selection)}
