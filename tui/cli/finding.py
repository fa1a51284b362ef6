"""What the query of `--where` finds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.dossier.dossier import Dossier


def records_found(dossier: Dossier, query: str, tables: Sequence[str]) -> tuple[list[str], str]:
    """The ids of the records in `tables` that a query finds, in their order, and what is wrong with the query."""
    from tui.dossier.search.filter import Filter
    from tui.dossier.search.index import Index
    from tui.dossier.search.query import parse_query
    from tui.dossier.search.search import Search

    search = Search(Index(dossier), Filter(dossier, parse_query(query)), tables)
    search.step()
    return [name for table in tables for name in search.ids(table)], search.filter.error
