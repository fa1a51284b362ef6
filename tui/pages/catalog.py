"""The lists of a dossier: for each panel what it lists, grouped, and the line of each.

Made when asked for and kept. May not know which panel is open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from tui.dossier.dossier import Dossier
from tui.dossier.network.scope import DEFAULT_SCOPE, Scope
from tui.pages.list_line import ListGroup, ListLine, truncated
from tui.pages.lists import panels
from tui.pages.page import Page, Span
from tui.pages.page_cache import PageCache
from tui.pages.span_builder import SpanBuilder

if TYPE_CHECKING:
    from tui.dossier.search import Search

_KEPT = 4096
_SHEET = Span("▸", "label")
_LISTED = "ego:"
"""Beside such pictures stands a list of others of the kind."""


class Catalog:
    """Lists and pages of one dossier; `scope` is what those are about that picture or analyse its ties."""

    def __init__(self, dossier: Dossier, scope: Scope = DEFAULT_SCOPE) -> None:
        self.dossier = dossier
        self.builder = SpanBuilder(dossier, scope)
        self._pages = PageCache(self.builder)
        self._searches: dict[str, Search] = {}
        self._groups: dict[str, list[ListGroup]] = {}
        self._lines: dict[str, ListLine] = {}

    @property
    def scope(self) -> Scope:
        """What pictures and analyses of ties are about."""
        return self.builder.scope

    def set_scope(self, scope: Scope) -> None:
        """Let pictures and analyses be about other ties from now on."""
        self.builder.scope = scope
        self._pages.forget_views()

    def list_groups(self, panel: str, query: str = "", record: str = "") -> list[ListGroup]:
        """What the list of `panel` shows: its sheet first, unless a query narrows it, then what it lists.

        `record` is what it is to be open at; a panel that draws lists what belongs beside that.
        """
        if panel not in self.dossier.tables:
            return self._view_groups(panel, query, record)
        found, head = self.record_groups(panel, query), panels.BY_TABLE[panel].head
        return [ListGroup("", (head,)), *found] if head and found and not query.strip() else found

    def record_groups(self, table: str, query: str = "") -> list[ListGroup]:
        """The records of `table` that match `query`, under their headings."""
        if not query.strip():
            if table not in self._groups:
                ids = tuple(record.id for record in self.dossier.tables[table])
                self._groups[table] = panels.groups(self.builder, table, ids)
            return self._groups[table]
        return panels.groups(self.builder, table, self._search(table).matching(query))

    def _search(self, table: str) -> Search:
        if table not in self._searches:
            from tui.dossier.search import Search

            self._searches[table] = Search(self.dossier, [record.id for record in self.dossier.tables[table]])
        return self._searches[table]

    def _view_groups(self, panel: str, query: str, record: str) -> list[ListGroup]:
        """What a panel lists that lists no table: triangles, or actors to be drawn, or only what is open."""
        if panel == "balance":
            from tui.pages.balance import views

            return views.triangles(self.builder, query, record)
        if panel != "network" or not (query or record.startswith(_LISTED)):
            return [ListGroup("", (record or self.initial_record(panel),))]
        from tui.pages.network import network_lists

        every = [actor.id for actor in self.dossier.tables["actors"]]
        found = self._search("actors").matching(query) if query.strip() else every
        return network_lists.egos(self.builder, record, found)

    def has_no_list(self, panel: str, record: str, query: str = "") -> bool:
        """Whether there is no list beside what is open in `panel`."""
        return panels.BY_TABLE[panel].alone and not (query or record.startswith(_LISTED))

    def listed_count(self, panel: str, record: str = "") -> int:
        """How many records the list of `panel` has without a filter."""
        if panel in self.dossier.tables:
            return self.count(panel)
        return sum(len(group.ids) for group in self.list_groups(panel, "", record or self.initial_record(panel)))

    def count(self, panel: str) -> int:
        """How many records `panel` lists; of a panel that draws, how many ties there are to draw."""
        if panel == "overview":
            return 1
        return len(self.dossier.tables.get(panel, self.dossier.tables["alliances"]))

    def missing_balances(self) -> Iterator[frozenset[str]]:
        """The balances, by the unsettled statuses switched in, that are large and not yet worked out."""
        builder = self.builder
        return builder.balances.missing(builder.scope)

    def compute_balance(self, unsettled: frozenset[str], stopped: Callable[[], bool]) -> None:
        """Work out one that is lacking, unless `stopped` says to give up. Raises TooManyPairs."""
        self.builder.balances.weigh(unsettled, stopped)

    def list_footer(self, panel: str) -> str:
        """What stands below the list of `panel`: how much a part of a dossier leaves out there."""
        if self.dossier.whole is None:
            return ""
        from tui.pages.omissions import list_omissions

        return list_omissions(self.dossier, panel)

    def initial_record(self, panel: str) -> str:
        """What `panel` opens at when it was not open before; empty for the first of its list."""
        head = panels.BY_TABLE[panel].head
        if panel == "network":
            from tui.pages.network import network_lists

            return network_lists.first(self.builder)
        return head

    def line(self, name: str) -> ListLine:
        """The line of a record or a sheet in its list."""
        if (item := self._lines.get(name)) is None:
            if len(self._lines) >= _KEPT:
                self._lines.clear()
            item = self._lines[name] = truncated(self._made_line(name))
        return item

    def _made_line(self, name: str) -> ListLine:
        if ":" not in name:
            return panels.item(self.builder, name)
        from tui.pages.views.registry import ids_in, view_of

        sheet, names = view_of(name), ids_in(name)
        if names:
            from tui.pages.network import network_lists

            return network_lists.item(self.builder, name)
        return ListLine(_SHEET, (Span(sheet.title if sheet else name, "strong"),))

    def page(self, name: str) -> Page | None:
        """The page of a record, or a sheet."""
        return self._pages.page(name)

    def preview_page(self, target: str) -> Page | None:
        """What a link leads to: the page of a record or a sheet, or what `panel:quotes` opens."""
        kind, _, panel = target.partition(":")
        if kind != "panel" or panel not in panels.BY_TABLE:
            return self.page(target)
        if first := self.initial_record(panel):
            return self.page(first)
        from tui.pages.lists.panel_preview import panel_preview_page

        return panel_preview_page(
            target, panels.BY_TABLE[panel].title, self.record_groups(panel), self.line, self.list_footer(panel)
        )

    def panel_of(self, name: str) -> str:
        """The panel that the record or the sheet called `name` is shown in, empty when there is no such thing."""
        if ":" in name:
            from tui.pages.views.registry import view_of

            sheet = view_of(name)
            return sheet.panel if sheet is not None and self.page(name) is not None else ""
        record = self.dossier.get(name)
        return record.TABLE if record is not None else ""

    def first_passage(self, name: str) -> str:
        """The first passage a record rests on, as a target `source#p5`; empty when it cites nothing."""
        from tui.dossier.kinds.references import cites

        record = self.dossier.get(name)
        for cite, _ in cites(record) if record is not None else ():
            return f"{cite.source}#p{cite.first}" if cite.first else cite.source
        return ""

    def _passage_on(self, name: str) -> str:
        from tui.pages.views.registry import ids_in

        page = self.page(name) if ids_in(name) else None
        found = [one for one in page.links() if one.partition("#")[0] in self.dossier.records] if page else []
        tables = {one: self.dossier.records[one.partition("#")[0]].TABLE for one in found}
        cited = (one for one in found if tables[one] == "sources")
        stated = (self.first_passage(one) for one in found if tables[one] not in ("actors", "sources"))
        return next(cited, "") or next(filter(None, stated), "")

    def passage_for(self, name: str, link: str = "") -> str:
        """The passage to go to from the page of `name` while `link` is lit there; empty when there is none.

        A lit passage or statement comes before the record the page is about; on a sheet a lit actor will do, and after
        it the first passage on a sheet about some actors.
        """
        lit = self.dossier.get(link.partition("#")[0])
        if lit is None or lit.TABLE == "actors":
            return self.first_passage(name) or self.first_passage(link) or self._passage_on(name)
        return (link if lit.TABLE == "sources" else self.first_passage(link)) or self.first_passage(name)
