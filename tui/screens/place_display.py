"""Shows the place that a reader is at, in the panes and the bars of its screen, and tells where that is."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from tui.garbage import collect_when_idle
from tui.nav.navigator import Navigator
from tui.nav.trail import Pane, Place
from tui.pages.catalog import Catalog
from tui.pages.lists.panels import MARKS_VIEW, panel_named
from tui.pages.passage_links import passage_for
from tui.screens import keybar
from tui.screens.active_filters import ActiveFilters
from tui.screens.browse_bars import BrowseBars
from tui.screens.diagrams import NETWORK, Diagrams
from tui.screens.filter_changes import BALANCE, FilterChanges
from tui.screens.list_filter import ListFilter
from tui.screens.main_screen import MainScreen
from tui.screens.moments import Moments
from tui.screens.panes import MATRIX, Panes
from tui.widgets.bars import Bar
from tui.widgets.key_bar import KeyBar
from tui.widgets.page.view import PageView
from tui.widgets.record_list import RecordList
from tui.widgets.split_view import SplitView

if TYPE_CHECKING:
    from tui.dossier.dossier import Dossier
    from tui.dossier.load import Loaded
    from tui.dossier.marks import Marks
    from tui.pages.tour import Deed
    from tui.screens.list_sorting import ListSorting
    from tui.screens.preparation import Preparation
    from tui.screens.tour import TourAction, TourGuide
    from tui.widgets.matrix.sign_matrix import SignMatrix

_IDLE_DELAY = 0.02
"""Delay before prerendering, in seconds, so that the writer thread runs first."""


class PlaceDisplay:
    """The panes and bars of one dossier on `screen`. The navigator holds the place, `filters` select what is shown."""

    def __init__(self, screen: MainScreen, filters: ActiveFilters, start: str) -> None:
        self._screen = screen
        self.filters = filters
        self.navigator = Navigator(self, Place(start, filters.catalog.initial_record(start)))
        self.bars = BrowseBars(Bar(id="panels"), KeyBar(id="keys"))
        self.split_view = SplitView(lambda name: self.list_filter.line(self._panel, name, self._filter), id="split")
        self.diagrams = Diagrams(self, screen)
        self._is_rereading = False
        self._panel = self._filter = ""
        self.changes = FilterChanges(screen, filters, self.navigator)
        self.moments = Moments(self, screen, filters, self.changes)
        self.panes = Panes(self, screen)
        self.list_filter = ListFilter(self, screen, self.panes)
        self._explained = False
        self._guide: TourGuide | None = None

    @property
    def catalog(self) -> Catalog:
        """The lists and pages of the dossier as filtered."""
        return self.filters.catalog

    @property
    def records(self) -> RecordList:
        """The list of the open panel."""
        return self.split_view.records

    # Where the reader is

    @property
    def detail(self) -> PageView | SignMatrix:
        """The pane of the open record or view."""
        return self.split_view.detail

    @property
    def current_view(self) -> str:
        """The open record or view; in the matrix that of the selected cell."""
        if self.detail is not self.split_view.page_view:
            return self.detail.target or MATRIX
        return self.records.record.partition("#")[0]

    @property
    def selected_target(self) -> str:
        """Where the selected link of the page leads; empty in the list."""
        return self.detail.target if self.detail.has_focus else ""

    @property
    def current_part(self) -> str:
        """The part of the page that the reader is at; empty in the list."""
        return self.detail.part if isinstance(self.detail, PageView) and self.detail.has_focus else ""

    def here(self) -> Place:
        """The current place."""
        records, detail = self.records, self.detail
        in_page = self._screen.has_class("-detail-focused") if self.moments.is_focused else detail.has_focus
        pane: Pane = "page" if in_page else "list"
        order, asked = self.catalog.orders.words(self._panel), self.panes.asked
        at = records.record, self._filter, records.chosen_top
        place = Place(self._panel, *at, pane=pane, order=order, asked=asked)
        if not isinstance(detail, PageView):
            return place._replace(page_top=detail.top, link=detail.link, page_left=detail.left, anchor=detail.pair)
        if detail.page is None or detail.page.id != records.record.partition("#")[0]:
            return place  # the page of another record is still shown; the one for this record is about to be
        top, link, selected = detail.position
        return place._replace(page_top=top, link=max(0, link), selected=selected)

    def show(self, place: Place, *, returning: bool = False, again: bool = False, keeping: bool = False) -> None:
        """Show `place`, as `Host.show` of the navigator says."""
        if self._guide is not None and not again:
            self._guide.arrived(place, returning=returning)
        returning = returning or (again and not self.records.shows_cursor)
        if self._explained:
            self._explained = False
            self.bars.lower.unsay()
        if place.panel != self._panel:
            self.list_filter.forget_record()
        goes_on_typing = again and self.split_view.filtered_list.is_typing
        if not goes_on_typing:
            self.split_view.filtered_list.end_typing()
        with self._screen.app.batch_update():
            panes_change = self._show_list(place, returning=returning)
            self.panes.show_detail(place, keeping=keeping or self._is_rereading, panes_change=panes_change)
            in_page = place.pane == "page" or self.split_view.list_hidden
            self.panes.show_preview(panes_change=panes_change, in_page=in_page)
            if self.moments.is_focused:
                self.split_view.bring_forward(place.pane)
            elif not goes_on_typing:
                self.split_view.focus_pane(place.pane)
            self.moments.show()
            self.show_bars()
        if place.panel == BALANCE:
            self.changes.compute_balance(self.moments.ahead())
        else:
            self.changes.show_work()
        if self.catalog.orders.is_missing(place.panel):
            self.sorting.sort_aside(place.panel)
        self.prepare_soon()

    def _show_list(self, place: Place, *, returning: bool = False, typing: bool = False) -> bool:
        self._panel, self._filter = place.panel, place.filter
        panes_change = self.panes.show_list(place, returning=returning, typing=typing)
        self.list_filter.go_on_later(place, typing=typing)
        return panes_change

    def show_bars(self) -> None:
        """Show the panels with the title, and the keys."""
        summary = self.filters.summary(moment_is_shown=self.moments.is_open)
        lit = self._panel if self.records.record != MARKS_VIEW else ""
        self.bars.show_panels(lit, self.catalog, summary, self._screen.size.width)
        self.show_keys()

    def show_keys(self) -> None:
        """Show the keys that are of use in the focused pane."""
        record, pane = self.records.record, "strip" if self.moments.is_focused else self.split_view.pane
        available = {
            "go.back": self.navigator.trail.can_go_back,
            "go.source": bool(passage_for(self.catalog, record, self.selected_target)),
            "list.open": bool(record),
            "page.follow": bool(self.detail.target),
        }
        names, lit = keybar.keys_for(self._panel, record, pane), keybar.lit_key(record)
        self.bars.show_keys(pane, names, available, self.filters.keys_on, lit)
        if self._guide is not None:
            self._guide.show(self._panel, pane, available)

    def prepare_soon(self) -> None:
        """Prepare what the next key may lead to, once what is shown is painted."""
        self._screen.set_timer(_IDLE_DELAY, self._use_idle_time)

    def _use_idle_time(self) -> None:
        self.panes.prepare_neighbours()
        collect_when_idle()
        self._preparation.start(self.catalog, self.filters.other_catalogs)

    # What the navigator asks for

    def show_list(self) -> None:
        """Focus the list of the open panel."""
        if self.split_view.list_hidden:
            self.explain_unavailable(f"{panel_named(self._panel).title} is open already")
        else:
            self.split_view.focus_pane("list")

    def entry(self, panel: str, last: Place | None) -> Place:
        """Where a panel opens: as it was left; the network may open at the current actor."""
        if panel == NETWORK:
            return self.diagrams.entry(last)
        return (last or Place(panel, self.catalog.initial_record(panel)))._replace(pane="list")

    def leave_strip(self) -> None:
        """Give the focus back to the pane that had it before the strip."""
        self.split_view.focus_pane("page" if self._screen.has_class("-detail-focused") else "list")

    def panel_of(self, name: str) -> str:
        """The panel of a record or view, empty when there is no such thing."""
        return self.catalog.panel_of(name)

    def summary_of(self, panel: str) -> str:
        """The view at the head of the list of a panel, empty when there is none."""
        return panel_named(panel).summary

    def explain_unavailable(self, reason: str) -> None:
        """Say why a key does nothing, once however often it is pressed."""
        self._explained = True
        self._screen.notify(reason, markup=False)

    def show_moment(self, date: str) -> None:
        """Show everything as of a date."""
        self.moments.follow(date)

    def follow(self, target: str) -> None:
        """Follow a link."""
        self.navigator.follow(target)

    # While the cursor moves and a filter is typed

    def show_highlighted(self) -> None:
        """Show the record under the cursor without adding to the trail."""
        if self.panes.show_highlighted(self._filter):
            self.panes.show_preview()
            if self.detail.has_focus or self._guide is not None:  # in the list no key depends on the record
                self.show_keys()
            self.prepare_soon()

    def show_filtered(self, place: Place) -> None:
        """Show the list of `place` while its filter is being typed."""
        self._show_list(place, typing=True)
        self.show_highlighted()
        self.show_keys()

    # What changes without a key

    def use(self, dossier: Dossier) -> None:
        """Show a newly read dossier at the same place, and let the reader go on typing a filter."""
        self._is_rereading = True
        try:
            self.changes.make(partial(self.filters.use, dossier))
        finally:
            self._is_rereading = False

    def prepare(self, dossier: Dossier) -> None:
        """Work out what the panels show of a newly read dossier; called in another thread."""
        self._preparation.make(self.filters.catalog_of(dossier))

    def show_broken(self, loaded: Loaded | None) -> None:
        """Say in the title that the file does not open any more, for as long as that is so."""
        if self.bars.broken is not loaded:
            self.bars.broken = loaded
            self.show_bars()

    def show_marks(self, marks: Marks) -> None:
        """Show other marks and notes; all that is in view stays in view."""
        self.catalog.set_marks(marks)
        self.panes.redraw(self.here())

    # The tour

    def begin_tour(self) -> None:
        """Begin the tour, at the present place."""
        if self._guide is None or not self._guide.is_on:
            self.tour("next")

    def tour(self, action: TourAction) -> None:
        """Begin the tour, leave out a step of it, or end it."""
        if self._guide is None:
            from tui.screens.tour import TourGuide

            self._guide = TourGuide(self, self._screen)
        self._guide.act(action)
        self.show_keys()

    def did(self, deed: Deed) -> None:
        """Take note of something that the reader does."""
        if self._guide is not None:
            self._guide.did(deed)

    @property
    def is_on_tour(self) -> bool:
        """Whether the reader is being led."""
        return self._guide is not None and self._guide.is_on

    # What takes long

    @cached_property
    def sorting(self) -> ListSorting:
        """The orders of the lists."""
        from tui.screens.list_sorting import ListSorting

        return ListSorting(self, self._screen, self.changes.make)

    @cached_property
    def _preparation(self) -> Preparation:
        from tui.screens.preparation import Preparation

        return Preparation(self._screen)
