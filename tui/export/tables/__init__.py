"""A dossier as tables, described once for every format that has tables: CSV, a workbook, a database."""

from tui.export.tables.table import JOINT, Cell, Column, Join, Table
from tui.export.tables.tables import tables

__all__ = ["JOINT", "Cell", "Column", "Join", "Table", "tables"]
