"""The lists and pages of a dossier: for each panel what it lists, the line of each record, and every page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Tie
from tui.dossier.network.scope import Scope
from tui.dossier.values.vocabulary import VIEW_GLYPH
from tui.pages.list_line import NO_BRANCHES, ListGroup, ListLine, truncated
from tui.pages.lists.orders import ListOrders
from tui.pages.lists.panels import PANELS, panel_named
from tui.pages.lists.record_groups import (
    groups_at_moment,
    groups_of_tables,
    record_groups,
    record_heading,
    record_line,
)
from tui.pages.page import Page, Section, Span
from tui.pages.page_cache import PageCache
from tui.pages.span_builder import SpanBuilder

if TYPE_CHECKING:
    from tui.dossier.marks import Marks
    from tui.dossier.search.matched_words import MatchedWords
    from tui.dossier.search.search import Search
    from tui.dossier.values.dates import Date
    from tui.pages.lists.narrowed_summary import NarrowedSummary
    from tui.pages.lists.searches import Searches

_MOST_LINES = 4096
"""The most lines that are kept."""
_VIEW_MARK = Span(VIEW_GLYPH, "label")


class Catalog:
    """Lists and pages of one dossier, built on first use and cached.

    `scope` selects the ties that diagrams and analyses use, and the moment as of which everything is shown; when None,
    the one that the dossier opens with. `chosen_orders`: table -> the column by which its list is sorted. `key_name`
    tells how the key with an id is called; without it pages name no keys.
    """

    def __init__(
        self,
        dossier: Dossier,
        scope: Scope | None = None,
        chosen_orders: dict[str, str] | None = None,
        key_name: Callable[[str], str] | None = None,
    ) -> None:
        self.dossier = dossier
        self.builder = SpanBuilder(dossier, scope)
        if key_name is not None:
            self.builder.key_name = key_name
        self.orders = ListOrders(self.builder, chosen_orders)
        self._pages = PageCache(self.builder)
        self._searches: Searches | None = None
        self._summary: NarrowedSummary | None = None
        self._groups: dict[tuple[object, ...], list[ListGroup]] = {}
        self._lines: dict[str, ListLine] = {}

    @property
    def scope(self) -> Scope:
        """The selection of ties that diagrams and analyses use."""
        return self.builder.scope

    @property
    def moment(self) -> Date | None:
        """The moment as of which everything is shown; None is outside of time."""
        return self.scope.moment

    def set_moment(self, moment: Date | None) -> None:
        """Show everything as of another moment."""
        self.set_scope(self.scope._replace(moment=moment))

    def mark_changes(self, since: Date | None) -> None:
        """Mark what has changed since another moment; with None mark nothing."""
        if since != self.builder.since:
            self.builder.since = since
            self._pages.forget()
            self._lines.clear()

    def set_marks(self, marks: Marks) -> None:
        """Show other marks and notes of the reader."""
        shown = marks if marks.names else None
        if shown != self.builder.reader_marks:
            self.builder.reader_marks = shown
            self._pages.forget()
            self._lines.clear()
            if self._searches is not None:
                self._searches.set_notes(marks.notes)

    def offer_tour(self, offers: bool) -> None:
        """Offer the tour on Home, or not any more."""
        if offers != self.builder.offers_tour:
            self.builder.offers_tour = offers
            self._pages.forget()

    def set_scope(self, scope: Scope) -> None:
        """Select other ties for diagrams and analyses, or another moment."""
        if scope.moment == self.builder.scope.moment:
            self._pages.forget_views()
        else:
            self._pages.forget()
            self._lines.clear()
            self._groups.clear()
        self.builder.scope = scope

    def list_groups(self, panel: str, query: str = "", record: str = "") -> list[ListGroup]:
        """The list of `panel`: its summary first, then what it lists.

        `record` is the record or view that is open; some panels list what belongs beside it.
        """
        if (groups_of := panel_named(panel).groups) is not None:
            return groups_of(self.builder, query, record, self.searches)
        groups, summary = self.record_groups(panel, query), panel_named(panel).summary
        if not query.strip() and not groups and (instead := panel_named(panel).instead(self.builder)):
            return instead
        # another view of the panel as a whole stands in place of the summary while it is open, in an empty list too
        if not query.strip() and record.endswith(":") and record != summary and self.panel_of(record) == panel:
            return [ListGroup("", (record,)), *groups]
        return [ListGroup("", (summary,)), *groups] if summary and groups else groups

    def record_groups(self, table: str, query: str = "") -> list[ListGroup]:
        """The records of `table` that match `query`, under their headings."""
        state = self.orders.state(table)
        if state not in self._groups:
            self._groups[state] = self.orders.groups(table) or self._at_moment(table)
        groups, query = self._groups[state], self._narrowed(table, query)
        if not query.strip():
            return groups
        ids = self.searches().ids(table, query)
        if len(ids) == len(self.dossier.tables[table]):
            return groups
        found = frozenset(ids)
        # without branches, for what something hangs from may not be found
        kept = (
            group._replace(ids=tuple(filter(found.__contains__, group.ids)), branches=NO_BRANCHES) for group in groups
        )
        return [group for group in kept if group.ids]

    def _at_moment(self, table: str) -> list[ListGroup]:
        return groups_at_moment(self.builder, table, self._under_headings(table))

    def _under_headings(self, table: str) -> list[ListGroup]:
        made = groups_of_tables(self.builder)
        if table not in made:
            made[table] = record_groups(self.builder, table, [record.id for record in self.dossier.tables[table]])
        return made[table]

    def choose_order(self, table: str, column: str) -> None:
        """Sort the list of a table by a column; `""` puts it under its headings again."""
        self.orders.choose(table, column)
        self._lines.clear()

    def keep_order(self, table: str, column: str, ids: tuple[str, ...]) -> None:
        """Use what was sorted aside."""
        self.orders.keep(table, column, ids)
        self._lines.clear()

    def prepare(self) -> Iterator[None]:
        """Work out what the panels show before they are opened, step by step; only a large dossier takes long."""
        for table in self.dossier.tables:
            self._under_headings(table)
            yield
        from tui.pages.preparations import preparations

        for step in preparations(self.builder):
            step()
            yield

    def _narrowed(self, table: str, query: str) -> str:
        """The query that the list of a table is narrowed to: of ties, the facets of the scope and what is typed."""
        return f"{self.scope.facets} {query}".strip() if table == Tie.TABLE else query

    # Searching

    def searches(self) -> Searches:
        """What is searched for in the dossier."""
        if self._searches is None:
            from tui.pages.lists.searches import Searches

            self._searches = Searches(self.dossier)
            if self.builder.reader_marks is not None:
                self._searches.set_notes(self.builder.reader_marks.notes)
        return self._searches

    @property
    def is_searching(self) -> bool:
        """Whether the search that was last asked for has not looked at everything yet."""
        return self._searches is not None and self._searches.is_unfinished

    def searched_share(self, query: str) -> float:
        """How much of what is searched the search for `query` has looked at, from 0 to 1."""
        search = self._current_search(query)
        return search.done / search.total if search is not None and search.total else 1.0

    def search_on(self) -> bool:
        """Go on for a moment with the search that was last asked for, if it has not looked at everything yet."""
        return self._searches is not None and self._searches.go_on()

    def matched_words(self, query: str) -> MatchedWords | None:
        """The words that a query looks for; None when there are none."""
        return (self.searches().words(query) or None) if query.strip() else None

    def best_found(self, query: str, record: str, groups: Iterable[ListGroup]) -> str:
        """What to highlight while a query is typed: `record` as long as nothing is found in a better place, else that.

        A name is a better place than an alias, and that than a text.
        """
        search = self._current_search(query)
        if search is None or len(search.tables) > 1:
            return record if search is None else ""
        [table] = search.tables
        best = next((item.id for item in search.best(table)), "")
        item = self.searches().index.item(self.record_of(record))
        if not best or (item is not None and search.is_among_best(table, item)):
            return record
        return next(
            (name for group in groups for name in group.ids if name == best or name.endswith(f":{best}")), record
        )

    def nothing_listed(self, panel: str, query: str) -> str:
        """The words in an empty list: why it is empty, and which key leads on, by its id as in `{go.out}`."""
        is_of_facets = panel == Tie.TABLE and bool(self.scope.facets) and not query
        if (search := self._current_search(query)) is not None:
            if search.filter.error:
                return f"{search.filter.error}. Press {{{'go.facets' if is_of_facets else 'go.filter'}}} to change it."
            if not search.is_finished:
                return "Searching …"
            if not search.filter.query.terms:
                return panel_named(panel).nothing("")
        if is_of_facets:
            return "Nothing matches. Press {go.out} to drop the facets, {go.facets} to change them."
        return panel_named(panel).nothing(query)

    def filter_note(self, panel: str, query: str, record: str, listed: int) -> str:
        """How much a query has found: `3 of 30`, of a search `34 found`; and how far it is, until all is looked at."""
        if not query:
            return ""
        search = self._current_search(query)
        progress = f" · {100 * search.done // search.total} %" if search and not search.is_finished else ""
        if panel_named(panel).searching:
            if search is None or not search.filter.query.terms:
                return ""
            unsearched = self.searches().index.unsearched
            without = f" · {unsearched:,} paragraphs not searched" if unsearched else ""
            return f"{sum(search.counts.values()):,} found{without}{progress}"
        return f"{listed:,} of {self.listed_count(panel, record):,}{progress}"

    def _current_search(self, query: str) -> Search | None:
        """The search for what is typed, with the facets of ties or without; None when it is not the last one."""
        if self._searches is None or not (query.strip() or self.scope.facets):
            return None
        return self._searches.current(query) or self._searches.current(self._narrowed(Tie.TABLE, query))

    def found_line(self, panel: str, name: str, query: str) -> ListLine:
        """The line of something that a query found, with the words marked."""
        from tui.pages.lists.matched_lines import matched_line, result_line

        searches = self.searches()
        words = searches.words(query)
        item = searches.index.item(name if ":" not in name else self.record_of(name))
        if panel_named(panel).searching and item is not None:
            return truncated(self._with_marks(name, result_line(self.builder, searches.index, item, words)))
        find_parts = partial(searches.index.parts, item) if item is not None else tuple
        heading = record_heading(self.builder, item.record) if item is not None and item.id == name else ""
        return truncated(matched_line(self.line(name), heading, find_parts, words))

    def has_no_list(self, panel: str, record: str, query: str = "") -> bool:
        """Whether `panel` has no list beside the open `record`."""
        return not panel_named(panel).has_list(record, query)

    def listed_count(self, panel: str, record: str = "") -> int:
        """How many records the list of `panel` has without a filter."""
        if panel in self.dossier.tables:
            return self.count(panel)
        return sum(len(group.ids) for group in self.list_groups(panel, "", record or self.initial_record(panel)))

    def count(self, panel: str) -> int:
        """How many records `panel` is about, or views instead; 1 when it is about the dossier as a whole."""
        table = panel_named(panel).table
        if table and not self.dossier.tables[table]:
            return sum(len(group.ids) for group in panel_named(panel).instead(self.builder))
        return len(self.dossier.tables[table]) if table else 1

    def list_footer(self, panel: str) -> str:
        """The line below the list of `panel`: how many ties the facets leave out, or a part of a dossier of all.

        A key is named by its id, as in `{go.out}`.
        """
        if panel == Tie.TABLE and self.scope.facets:
            found = Scope(statuses=frozenset(), facets=self.scope.facets).ties(self.dossier)
            return f"{self.count(panel) - len(found):,} left out; {{go.out}} shows all" if found else ""
        if self.dossier.whole is None:
            return ""
        from tui.pages.omissions import list_omissions

        return list_omissions(self.dossier, panel)

    def initial_record(self, panel: str) -> str:
        """What `panel` opens with when it was not open before; empty for the first of its list."""
        initial = panel_named(panel).initial
        return initial(self.builder) if initial is not None else panel_named(panel).summary

    def line(self, name: str) -> ListLine:
        """The line of a record or a view in its list."""
        if (line := self._lines.get(name)) is None:
            if len(self._lines) >= _MOST_LINES:
                self._lines.clear()
            line = self._lines[name] = truncated(self._with_marks(name, self._make_line(name)))
        return line

    def _with_marks(self, name: str, line: ListLine) -> ListLine:
        if self.builder.reader_marks is None:
            return line
        from tui.pages.reader_marks import line_with_marks

        return line_with_marks(self.builder.reader_marks, name, line)

    def _make_line(self, name: str) -> ListLine:
        if ":" not in name:
            return self.orders.line(self.dossier.records[name], record_line(self.builder, name))
        from tui.pages.views.registry import ids_in, view_of

        if ids_in(name):
            from tui.pages.network import network_lists

            return network_lists.view_line(self.builder, name)
        view = view_of(name)
        return ListLine(_VIEW_MARK, (Span(view.title if view else name, "strong"),))

    def page(self, name: str, query: str = "", asked: str = "") -> Page | None:
        """The page of a record or a view; of a part such as `article#p5`, that of the whole.

        The summary of a panel whose list a query narrows is that of what the query finds. On the page of a source the
        record `asked`, from which a reader comes to what it cites, is the first that cites it.
        """
        if query.strip() and name.endswith(":"):
            if self._summary is None:
                from tui.pages.lists.narrowed_summary import NarrowedSummary

                self._summary = NarrowedSummary(self.builder, self.searches())
            if (page := self._summary.page(name, query)) is not None:
                return page
        return self._pages.page(name.partition("#")[0], asked)

    def preview_page(self, target: str, asked: str = "") -> Page | None:
        """What a link leads to: the page of a record or a view, a paragraph of a source, or what `panel:quotes` opens.

        Of a view of an actor in which a kind of ties is opened it is this kind alone.

        `asked` as for `page`.
        """
        scheme, _, panel = target.partition(":")
        if scheme != "panel" or panel not in PANELS:
            page = self._pages.page(target, asked) or self.page(target, "", asked)
            if page is None or scheme != "ego":
                return page
            from tui.pages.network.tie_kinds import opened_alone

            return opened_alone(page, target)
        if first := self.initial_record(panel):
            return self.page(first)
        from tui.pages.lists.panel_preview import panel_preview_page
        from tui.pages.records.sections import counted_heading

        def heading(title: str, ids: Sequence[str]) -> Section:
            return counted_heading(title, [self.dossier.records[name] for name in ids])

        title, groups = PANELS[panel].title, self.record_groups(panel)
        return panel_preview_page(target, title, groups, self.line, self.list_footer(panel), heading)

    def panel_of(self, name: str) -> str:
        """The panel in which the record or the view called `name` opens, empty when there is no such thing."""
        if ":" in name:
            from tui.pages.views.registry import view_of

            view = view_of(name)
            return view.panel if view is not None and self.page(name) is not None else ""
        record = self.dossier.get(name)
        return record.TABLE if record is not None else ""

    def record_of(self, name: str, link: str = "") -> str:
        """The id of the record that the page of `name` is about while `link` is selected there; empty when none is.

        In a view it is the selected record, or else the first actor that the view is of.
        """
        from tui.pages.views.registry import ids_in

        candidates = (name, link.partition("#")[0], *ids_in(name))
        return next((candidate for candidate in candidates if self.dossier.get(candidate) is not None), "")
