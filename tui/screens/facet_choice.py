"""Narrows what is shown to the facets that the reader chooses: those of ties everywhere, any others in their list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from textual.screen import Screen

from tui.dossier.kinds import Tie
from tui.nav.trail import Place
from tui.pages.catalog import Catalog
from tui.pages.lists.panels import Panel, panel_named

if TYPE_CHECKING:
    from tui.screens.active_filters import ActiveFilters
    from tui.screens.filter_changes import FilterChanges
    from tui.screens.list_filter import ListFilter


class Host(Protocol):
    """The display of the dossier."""

    @property
    def catalog(self) -> Catalog:
        """The lists and pages of the dossier as filtered."""

    def here(self) -> Place:
        """The current place."""

    def explain_unavailable(self, reason: str) -> None:
        """Say why nothing happens."""


class FacetChoice:
    """The facets of one host, which is shown on `screen`.

    Those of ties are part of the scope, because lists, diagrams and Balance count ties alike; any others are part of
    the filter of their list.
    """

    def __init__(
        self,
        host: Host,
        screen: Screen[None],
        list_filter: ListFilter,
        filters: ActiveFilters,
        changes: FilterChanges,
    ) -> None:
        self._host = host
        self._screen = screen
        self._list_filter = list_filter
        self._filters = filters
        self._changes = changes

    def choose(self) -> None:
        """Let the reader choose the facets of the open panel."""
        here, catalog = self._host.here(), self._host.catalog
        panel = panel_named(here.panel)
        if not (panel.table or panel.searching):
            self._host.explain_unavailable("No list in this view")
            return
        from tui.dossier.kinds import KINDS
        from tui.pages.lists.facet_items import FacetItems
        from tui.screens.facets import FacetsScreen

        searches = catalog.searches()
        tables = searches.index.tables if panel.searching else (panel.table,)
        noun = panel.plural if panel.searching else KINDS[panel.table].plural
        query = catalog.scope.facets if _is_of_ties(panel) else here.filter
        items = FacetItems(catalog.builder, searches, tables, query, noun)
        self._screen.app.push_screen(FacetsScreen(items, f"Facets of {noun}"), partial(self._take, panel))

    def _take(self, panel: Panel, query: str | None) -> None:
        if query is None:
            return
        if _is_of_ties(panel):
            self._narrow_ties(query)
        else:
            self._list_filter.apply(query)

    def drop(self) -> None:
        """Drop the filter of the list or leave the search; where there is neither, drop the facets of ties."""
        here = self._host.here()
        panel = panel_named(here.panel)
        if here.filter or panel.searching:
            self._list_filter.drop()
        elif _is_of_ties(panel):
            self._narrow_ties("")

    def _narrow_ties(self, query: str) -> None:
        scope = self._filters.catalog.scope
        if query != scope.facets:
            self._changes.make(partial(self._filters.set_scope, scope._replace(facets=query)))


def _is_of_ties(panel: Panel) -> bool:
    return panel.table == Tie.TABLE
