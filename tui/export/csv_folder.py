"""A dossier as a folder of CSV: a table for each kind of record, and tables of what a record has several of.

UTF-8, a header in each file, lines that end with a line feed, quotation marks as RFC 4180 has them.
"""

from __future__ import annotations

import csv
import io

from tui.export.csv_cells import cell_text
from tui.export.formats import Files
from tui.export.selection import Selection
from tui.export.tables import Table, tables


def export(selection: Selection) -> Files:
    """The files of the folder."""
    return {f"{table.name}.csv": as_csv(table).encode() for table in tables(selection)}


def as_csv(table: Table, delimiter: str = ",") -> str:
    """A table with its header as CSV. What is there for a full-text search alone is left out."""
    shown = [number for number, column in enumerate(table.columns) if not column.is_searched]
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    writer.writerow([table.columns[number].name for number in shown])
    for row in table.rows():
        writer.writerow([cell_text(row[number]) for number in shown])
    return text.getvalue()
