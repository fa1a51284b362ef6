"""The searches of a dossier: of everything, and of one list; each is kept, so that typing more narrows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tui.dossier.dossier import Dossier
from tui.dossier.search.facets import Facets, FieldIndex
from tui.dossier.search.filter import Filter
from tui.dossier.search.index import Index
from tui.dossier.search.matched_words import MatchedWords
from tui.dossier.search.query import parse_query
from tui.dossier.search.search import Search

_AT_ONCE = 0.015
"""Seconds for which a search goes on before the next key is looked at."""


class Searches:
    """The latest search of each list of tables. One that takes long goes on when it is asked to."""

    def __init__(self, dossier: Dossier) -> None:
        self.index = Index(dossier)
        self._dossier = dossier
        self._latest: dict[tuple[str, ...], tuple[str, Search]] = {}
        self._current: tuple[str, Search | None] = ("", None)
        self._fields: dict[str, FieldIndex] = {}

    def set_notes(self, notes: Mapping[str, str]) -> None:
        """Search these notes of the reader, by the ids they are about, in place of others."""
        if self.index.set_notes(notes):
            self._latest.clear()
            self._current = "", None

    def everything(self, query: str) -> Search:
        """The search of all tables, and of the local copies."""
        return self._search(query, self.index.tables)

    def of_table(self, table: str, query: str) -> Search:
        """The search of one table."""
        return self._search(query, (table,))

    def ids(self, table: str, query: str) -> Sequence[str]:
        """The ids of the records of a table that match, as far as they are found, in the order of the file."""
        if not query.strip():
            return [record.id for record in self._dossier.tables[table]]
        return self.of_table(table, query).ids(table)

    def facets(self, tables: Iterable[str], rest: str) -> Facets:
        """The facets of what a query, without what is chosen in fields, finds in some tables; counted when stepped."""
        return Facets(self.index, tables, rest, self._fields)

    def words(self, query: str) -> MatchedWords:
        """The words that a query looks for."""
        return MatchedWords(parse_query(query).words)

    def _search(self, query: str, tables: tuple[str, ...]) -> Search:
        known, search = self._latest.get(tables, ("", None))
        if search is None or known != query:
            query_filter = Filter(self._dossier, parse_query(query))
            wider, search = search, Search(self.index, query_filter, tables)
            if wider is not None and search.narrows(wider):
                search = Search(self.index, query_filter, tables, wider)
            self._latest[tables] = query, search
            search.step(_AT_ONCE)
        self._current = query, search
        return search

    def current(self, query: str) -> Search | None:
        """The search that was last asked for, if it is that of `query`."""
        asked, search = self._current
        return search if asked == query else None

    @property
    def is_unfinished(self) -> bool:
        """Whether the search that was last asked for has not looked at everything yet."""
        _, search = self._current
        return search is not None and not search.is_finished

    def go_on(self) -> bool:
        """Go on with the search that was last asked for, for a moment; whether there was anything to do."""
        _, search = self._current
        if search is None or search.is_finished:
            return False
        search.step(_AT_ONCE)
        return True
