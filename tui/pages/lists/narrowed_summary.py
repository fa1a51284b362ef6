"""The view at the head of a list, of no more than a query finds in that list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.dossier.narrowed import with_only
from tui.pages.page import Page, Para, Span
from tui.pages.span_builder import SpanBuilder
from tui.pages.truncation import brief
from tui.pages.views.registry import summary_view, view_of, view_page

if TYPE_CHECKING:
    from tui.pages.lists.searches import Searches

_QUERY_LENGTH = 60


class NarrowedSummary:
    """Builds such a page, and keeps the last one."""

    def __init__(self, builder: SpanBuilder, searches: Searches) -> None:
        self._builder = builder
        self._searches = searches
        self._made: tuple[tuple[object, ...], Page | None] = ((), None)

    def page(self, name: str, query: str) -> Page | None:
        """The summary called `name` of the records that `query` finds in its table; None for any other view.

        It says below its title that it is a part, and of how many. None, too, if everything is found.
        """
        view, tables = view_of(name), self._builder.dossier.tables
        if view is None or summary_view(view.panel) != name or view.panel not in tables:
            return None
        found = self._searches.ids(view.panel, query)
        if len(found) == len(tables[view.panel]):
            return None
        state = (name, query, self._builder.scope, len(found))
        if self._made[0] != state:
            self._made = state, self._make(view.panel, found, name, query)
        return self._made[1]

    def _make(self, table: str, found: Sequence[str], name: str, query: str) -> Page | None:
        dossier = self._builder.dossier
        page = view_page(SpanBuilder(with_only(dossier, table, frozenset(found)), self._builder.scope), name)
        if page is None:
            return None
        number = len(dossier.tables[table])
        remark = Span(f"Only what “{brief(query, _QUERY_LENGTH)}” finds: {len(found):,} of {number:,}.", "dim")
        title, *blocks = page.blocks
        return page._replace(blocks=(title, Para((remark,)), *blocks))
