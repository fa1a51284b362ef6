"""The lists of a dossier: for each panel what it lists, grouped, and the line of each.

Made when asked for and kept. May not know which panel is open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from tui.dossier.dossier import Dossier
from tui.dossier.scope import PLAIN, Scope
from tui.pages import panels
from tui.pages.book import Book
from tui.pages.listing import Group, Item, in_brief
from tui.pages.page import Page, Span

if TYPE_CHECKING:
    from tui.dossier.search import Search

_KEPT = 4096
_SHEET = Span("▸", "label")
_LISTED = "ego:"
"""Beside such pictures stands a list of others of the kind."""


class Shelf:
    """Lists and pages of one dossier; `scope` is what those are about that picture or analyse its ties."""

    def __init__(self, dossier: Dossier, scope: Scope = PLAIN) -> None:
        self.dossier = dossier
        self.book = Book(dossier, scope)
        self._searches: dict[str, Search] = {}
        self._groups: dict[str, list[Group]] = {}
        self._items: dict[str, Item] = {}

    @property
    def scope(self) -> Scope:
        """What pictures and analyses of ties are about."""
        return self.book.phrases.scope

    def rescope(self, scope: Scope) -> None:
        """Let pictures and analyses be about other ties from now on."""
        self.book.rescope(scope)

    def listing(self, panel: str, query: str = "", record: str = "") -> list[Group]:
        """What the list of `panel` shows: its sheet first, unless a query narrows it, then what it lists.

        `record` is what it is to be open at; a panel that draws lists what belongs beside that.
        """
        if panel not in self.dossier.tables:
            return self._sheets(panel, query, record)
        found, head = self.groups(panel, query), panels.BY_TABLE[panel].head
        return [Group("", (head,)), *found] if head and found and not query.strip() else found

    def groups(self, table: str, query: str = "") -> list[Group]:
        """The records of `table` that match `query`, under their headings."""
        if not query.strip():
            if table not in self._groups:
                ids = tuple(record.id for record in self.dossier.tables[table])
                self._groups[table] = panels.groups(self.book.phrases, table, ids)
            return self._groups[table]
        return panels.groups(self.book.phrases, table, self._search(table).matching(query))

    def _search(self, table: str) -> Search:
        if table not in self._searches:
            from tui.dossier.search import Search

            self._searches[table] = Search(self.dossier, [record.id for record in self.dossier.tables[table]])
        return self._searches[table]

    def _sheets(self, panel: str, query: str, record: str) -> list[Group]:
        """What a panel lists that lists no table: triangles, or actors to be drawn, or only what is open."""
        if panel == "balance":
            from tui.pages import weighed

            return weighed.triangles(self.book.phrases, query, record)
        if panel != "network" or not (query or record.startswith(_LISTED)):
            return [Group("", (record or self.first(panel),))]
        from tui.pages import drawn

        every = [actor.id for actor in self.dossier.tables["actors"]]
        found = self._search("actors").matching(query) if query.strip() else every
        return drawn.egos(self.book.phrases, record, found)

    def stands_alone(self, panel: str, record: str, query: str = "") -> bool:
        """Whether there is no list beside what is open in `panel`."""
        return panels.BY_TABLE[panel].alone and not (query or record.startswith(_LISTED))

    def listed(self, panel: str, record: str = "") -> int:
        """How many records the list of `panel` has without a filter."""
        if panel in self.dossier.tables:
            return self.count(panel)
        return sum(len(group.ids) for group in self.listing(panel, "", record or self.first(panel)))

    def count(self, panel: str) -> int:
        """How many records `panel` lists; of a panel that draws, how many ties there are to draw."""
        if panel == "overview":
            return 1
        return len(self.dossier.tables.get(panel, self.dossier.tables["alliances"]))

    def lacking(self) -> Iterator[frozenset[str]]:
        """The balances, by the unsettled statuses switched in, that are large and not yet worked out."""
        phrases = self.book.phrases
        return phrases.weighing.missing(phrases.scope)

    def weigh(self, unsettled: frozenset[str], stopped: Callable[[], bool]) -> None:
        """Work out one that is lacking, unless `stopped` says to give up. Raises TooManyPairs."""
        self.book.phrases.weighing.weigh(unsettled, stopped)

    def end_of(self, panel: str) -> str:
        """What stands below the list of `panel`: how much a part of a dossier leaves out there."""
        if self.dossier.whole is None:
            return ""
        from tui.pages.remarks import left_out_of_list

        return left_out_of_list(self.dossier, panel)

    def first(self, panel: str) -> str:
        """What `panel` opens at when it was not open before; empty for the first of its list."""
        head = panels.BY_TABLE[panel].head
        if panel == "network":
            from tui.pages import drawn

            return drawn.first(self.book.phrases)
        return head

    def item(self, name: str) -> Item:
        """The line of a record or a sheet in its list."""
        if (item := self._items.get(name)) is None:
            if len(self._items) >= _KEPT:
                self._items.clear()
            item = self._items[name] = in_brief(self._made_item(name))
        return item

    def _made_item(self, name: str) -> Item:
        if ":" not in name:
            return panels.item(self.book.phrases, name)
        from tui.pages.sheets import names_in, sheet_of

        sheet, names = sheet_of(name), names_in(name)
        if names:
            from tui.pages import drawn

            return drawn.item(self.book.phrases, name)
        return Item(_SHEET, (Span(sheet.title if sheet else name, "strong"),))

    def page(self, name: str) -> Page | None:
        """The page of a record, or a sheet."""
        return self.book.page(name)

    def preview(self, target: str) -> Page | None:
        """What a link leads to: the page of a record or a sheet, or what `panel:quotes` opens."""
        kind, _, panel = target.partition(":")
        if kind != "panel" or panel not in panels.BY_TABLE:
            return self.page(target)
        if first := self.first(panel):
            return self.page(first)
        from tui.pages.contents import contents_page

        return contents_page(target, panels.BY_TABLE[panel].title, self.groups(panel), self.item, self.end_of(panel))

    def panel_of(self, name: str) -> str:
        """The panel that the record or the sheet called `name` is shown in, empty when there is no such thing."""
        if ":" in name:
            from tui.pages.sheets import sheet_of

            sheet = sheet_of(name)
            return sheet.panel if sheet is not None and self.page(name) is not None else ""
        record = self.dossier.get(name)
        return record.TABLE if record is not None else ""

    def source_of(self, name: str) -> str:
        """The first passage a record rests on, as a target `source#p5`; empty when it cites nothing."""
        from tui.dossier.references import cites

        record = self.dossier.get(name)
        for cite, _ in cites(record) if record is not None else ():
            return f"{cite.source}#p{cite.first}" if cite.first else cite.source
        return ""

    def _passage_on(self, name: str) -> str:
        from tui.pages.sheets import names_in

        page = self.page(name) if names_in(name) else None
        found = [one for one in page.links() if one.partition("#")[0] in self.dossier.records] if page else []
        tables = {one: self.dossier.records[one.partition("#")[0]].TABLE for one in found}
        cited = (one for one in found if tables[one] == "sources")
        stated = (self.source_of(one) for one in found if tables[one] not in ("actors", "sources"))
        return next(cited, "") or next(filter(None, stated), "")

    def passage_of(self, name: str, link: str = "") -> str:
        """The passage to go to from the page of `name` while `link` is lit there; empty when there is none.

        A lit passage or statement comes before the record the page is about; on a sheet a lit actor will do, and after
        it the first passage on a sheet about some actors.
        """
        lit = self.dossier.get(link.partition("#")[0])
        if lit is None or lit.TABLE == "actors":
            return self.source_of(name) or self.source_of(link) or self._passage_on(name)
        return (link if lit.TABLE == "sources" else self.source_of(link)) or self.source_of(name)
