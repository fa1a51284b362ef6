"""The lists of a dossier: for each panel the records that match a filter, grouped, and the line of each.

Made when asked for and kept. May not know which panel is open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.dossier.dossier import Dossier
from tui.pages import panels
from tui.pages.book import Book
from tui.pages.listing import Group, Item, in_brief
from tui.pages.page import Page

if TYPE_CHECKING:
    from tui.dossier.search import Search

_KEPT = 4096


class Shelf:
    """Lists and pages of one dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.book = Book(dossier)
        self._searches: dict[str, Search] = {}
        self._groups: dict[str, list[Group]] = {}
        self._items: dict[str, Item] = {}

    def groups(self, table: str, query: str = "") -> list[Group]:
        """The records of `table` that match `query`, under their headings."""
        if not query.strip():
            if table not in self._groups:
                ids = tuple(record.id for record in self.dossier.tables[table])
                self._groups[table] = panels.groups(self.book.phrases, table, ids)
            return self._groups[table]
        if table not in self._searches:
            from tui.dossier.search import Search

            self._searches[table] = Search(self.dossier, [record.id for record in self.dossier.tables[table]])
        return panels.groups(self.book.phrases, table, self._searches[table].matching(query))

    def item(self, name: str) -> Item:
        """The line of a record in its list."""
        if (item := self._items.get(name)) is None:
            if len(self._items) >= _KEPT:
                self._items.clear()
            item = self._items[name] = in_brief(panels.item(self.book.phrases, name))
        return item

    def page(self, name: str) -> Page | None:
        """The page of a record."""
        return self.book.page(name)

    def table_of(self, name: str) -> str:
        """The table that the record with the id `name` is in, empty when there is no such record."""
        record = self.dossier.get(name)
        return record.TABLE if record is not None else ""

    def source_of(self, name: str) -> str:
        """The first passage a record rests on, as a target `source#p5`; empty when it cites nothing."""
        from tui.dossier.references import cites

        record = self.dossier.get(name)
        for cite, _ in cites(record) if record is not None else ():
            return f"{cite.source}#p{cite.first}" if cite.first else cite.source
        return ""
