"""The screen in which a dossier is read: a list beside a page or a matrix.

The current place determines what the widgets show.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, partial
from itertools import chain
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.getters import query_one

from tui.dossier.load import Loaded
from tui.garbage import collect_when_idle
from tui.key_groups import bindings
from tui.keys import CARRY, DIAGRAMS, MARKS, MOMENTS, MOVING, PANELS, TOUR, keys_of
from tui.nav.navigator import Navigator
from tui.nav.trail import Pane, Place
from tui.pages.catalog import Catalog
from tui.pages.lists.panels import MARKS_VIEW, panel_named
from tui.pages.page import Page
from tui.pages.passage_links import asked_from, passage_for
from tui.screens import keybar
from tui.screens.active_filters import ActiveFilters
from tui.screens.browse_bars import BrowseBars
from tui.screens.diagrams import NETWORK, Diagrams
from tui.screens.facet_choice import FacetChoice
from tui.screens.filter_changes import BALANCE, FilterChanges
from tui.screens.list_filter import ListFilter
from tui.screens.list_sorting import ListSorting
from tui.screens.main_screen import MainScreen
from tui.screens.moments import Moments
from tui.screens.panes import MATRIX, Panes
from tui.screens.preparation import Preparation
from tui.widgets.bars import Bar
from tui.widgets.filtered_list import FilteredList
from tui.widgets.key_bar import KeyBar
from tui.widgets.page.view import PageView
from tui.widgets.record_list import RecordList
from tui.widgets.split_view import BROAD_WIDTH, DIAGRAM_WIDTH, PREVIEW_WIDTH, SplitView

if TYPE_CHECKING:
    from tui.dossier.marks import Marks
    from tui.export.selection import Origin
    from tui.pages.glyphs import Glyph
    from tui.pages.lists.jump_items import JumpItem
    from tui.pages.tour import Deed
    from tui.screens.carrying import CarryAction, Carrying
    from tui.screens.marking import Marking, MarksAction, MarksFile
    from tui.screens.moments import MomentAction
    from tui.screens.tour import TourAction, TourGuide
    from tui.widgets.matrix.sign_matrix import SignMatrix

_NO_LIST = "No list in this view"
_IDLE_DELAY = 0.02
"""Delay before prerendering, in seconds, so that the writer thread runs first."""

_MARKS_DELAY = 0.1
"""Delay before the marks are read, in seconds, so that the first paint does not wait for them."""


class BrowseScreen(MainScreen):
    """List and page of one dossier. The navigator holds the current place; the filters select what is shown.

    `open_marks` finds the file of the reader's marks; it is called after the first paint. `origin` says where the
    dossier was read from. With `begins_tour` the reader is led from the start.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PANELS, MOVING, DIAGRAMS, MOMENTS, MARKS, CARRY, TOUR)]
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-narrow"),
        (60, "-normal"),
        (DIAGRAM_WIDTH, "-roomy"),
        (PREVIEW_WIDTH, "-wide"),
        (BROAD_WIDTH, "-broad"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (5, "-tall"), (16, "-high")]  # noqa: RUF012
    AUTO_FOCUS = None
    BLANK = True
    has_dossier = True

    split_view = query_one("#split", SplitView)
    records = query_one("#records", RecordList)

    def __init__(
        self,
        catalog: Catalog,
        start: str,
        open_marks: Callable[[], MarksFile],
        origin: Callable[[], Origin | None],
        *,
        begins_tour: bool = False,
    ) -> None:
        super().__init__()
        self._origin = origin
        self._open_marks = open_marks
        self.filters = ActiveFilters(catalog)
        self.navigator = Navigator(self, Place(start, catalog.initial_record(start)))
        self.bars = BrowseBars(Bar(id="panels"), KeyBar(id="keys"))
        self._diagrams = Diagrams(self, self)
        self._is_rereading = False
        self._panel = self._filter = ""
        self._changes = FilterChanges(self, self.filters, self.navigator)
        self._moments = Moments(self, self, self.filters, self._changes)
        self.panes = Panes(self, self)
        self._list_filter = ListFilter(self, self, self.panes)
        self._sorting = ListSorting(self, self, self._changes.make)
        self._preparation = Preparation(self)
        self._facets = FacetChoice(self, self, self._list_filter, self.filters, self._changes)
        self._explained = False
        self._begins_tour = begins_tour
        self._guide: TourGuide | None = None

    def compose(self) -> ComposeResult:
        """Panels, list beside page, keys."""
        yield self.bars.upper
        yield SplitView(lambda name: self._list_filter.line(self._panel, name, self._filter), id="split")
        yield self.bars.lower

    def on_mount(self) -> None:
        """Show the first place."""
        self.split_view.filtered_list.complete = self._list_filter.complete
        self.show(self.navigator.trail.here)
        if self._begins_tour:
            self.begin_tour()
        self.set_timer(_MARKS_DELAY, partial(self.action_marks, "read"))

    @property
    def catalog(self) -> Catalog:
        """The lists and pages of the dossier as filtered."""
        return self.filters.catalog

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
        in_page = self.has_class("-detail-focused") if self._moments.is_focused else detail.has_focus
        pane: Pane = "page" if in_page else "list"
        order, asked = self.catalog.orders.words(self._panel), self.panes.asked
        place = Place(self._panel, records.record, self._filter, records.top, pane=pane, order=order, asked=asked)
        if not isinstance(detail, PageView):
            return place._replace(page_top=detail.top, link=detail.link, page_left=detail.left, anchor=detail.pair)
        if detail.page is None or detail.page.id != records.record.partition("#")[0]:
            return place  # the page of another record is still shown; the one for this record is about to be
        return place._replace(page_top=detail.top, link=max(0, detail.link))

    def show(self, place: Place, *, returning: bool = False, again: bool = False, keeping: bool = False) -> None:
        """Show `place`, as `Host.show` of the navigator says."""
        if self._guide is not None and not again:
            self._guide.arrived(place, returning=returning)
        returning = returning or (again and not self.records.shows_cursor)
        if self._explained:
            self._explained = False
            self.bars.lower.unsay()
        if place.panel != self._panel:
            self._list_filter.forget_record()
        goes_on_typing = again and self.split_view.filtered_list.is_typing
        if not goes_on_typing:
            self.split_view.filtered_list.end_typing()
        with self.app.batch_update():
            panes_change = self._show_list(place, returning=returning)
            self.panes.show_detail(place, keeping=keeping or self._is_rereading, panes_change=panes_change)
            in_page = place.pane == "page" or self.split_view.list_hidden
            self.panes.show_preview(panes_change=panes_change, in_page=in_page)
            if self._moments.is_focused:
                self.split_view.bring_forward(place.pane)
            elif not goes_on_typing:
                self.split_view.focus_pane(place.pane)
            self._moments.show()
            self._show_bars()
        if place.panel == BALANCE:
            self._changes.compute_balance(self._moments.ahead())
        else:
            self._changes.show_work()
        self._sorting.sort_aside(place.panel)
        self.set_timer(_IDLE_DELAY, self._use_idle_time)

    def _show_list(self, place: Place, *, returning: bool = False, typing: bool = False) -> bool:
        self._panel, self._filter = place.panel, place.filter
        panes_change = self.panes.show_list(place, returning=returning, typing=typing)
        self._list_filter.go_on_later(place, typing=typing)
        return panes_change

    def _show_bars(self) -> None:
        summary = self.filters.summary(moment_is_shown=self._moments.is_open)
        lit = self._panel if self.records.record != MARKS_VIEW else ""
        self.bars.show_panels(lit, self.catalog, summary, self.size.width)
        self._show_keys()

    def _show_keys(self) -> None:
        record, pane = self.records.record, "strip" if self._moments.is_focused else self.split_view.pane
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
            return self._diagrams.entry(last)
        return (last or Place(panel, self.catalog.initial_record(panel)))._replace(pane="list")

    def leave_strip(self) -> None:
        """Give the focus back to the pane that had it before the strip."""
        self.split_view.focus_pane("page" if self.has_class("-detail-focused") else "list")

    def panel_of(self, name: str) -> str:
        """The panel of a record or view, empty when there is no such thing."""
        return self.catalog.panel_of(name)

    def summary_of(self, panel: str) -> str:
        """The view at the head of the list of a panel, empty when there is none."""
        return panel_named(panel).summary

    def explain_unavailable(self, reason: str) -> None:
        """Say why a key does nothing, once however often it is pressed."""
        self._explained = True
        self.notify(reason, markup=False)

    # What the app asks for

    def prepare(self, loaded: Loaded) -> None:
        """Work out what the panels show of a newly read file."""
        if loaded.dossier is not None:
            self._preparation.make(self.filters.catalog_of(loaded.dossier))

    def update(self, loaded: Loaded) -> bool:
        """Show the newly read file at the same place, and let the reader go on typing a filter."""
        if loaded.dossier is None:
            return False
        self._is_rereading = True
        try:
            self._changes.make(partial(self.filters.use, loaded.dossier))
        finally:
            self._is_rereading = False
        return True

    def rename(self, renames: Mapping[str, str]) -> None:
        """Move the reader's marks along with records that are given other ids."""
        self._marking.rename(renames)

    def show_broken(self, loaded: Loaded | None) -> None:
        """Say in the title that the file does not open any more, for as long as that is so."""
        if self.bars.broken is not loaded:
            self.bars.broken = loaded
            self._show_bars()

    def position_in(self, text: str) -> tuple[int, int]:
        """Where the file gives the open record; of a view, the selected record or the actor that the view is about."""
        from tui.dossier.format.record_line import record_line

        return record_line(text, self.catalog.record_of(self.current_view, self.selected_target)), 1

    def help_page(self) -> Page:
        """The help of the view in use."""
        from tui.screens.help import browse_help

        pane = "strip" if self._moments.is_focused else self.split_view.key_group
        return browse_help(panel_named(self._panel).title, pane, keys_of(self.app))

    def help_opened(self) -> None:
        """Take note that the reader looks at the help."""
        self._did("help")
        self._show_keys()

    def signs(self) -> tuple[Glyph, ...]:
        """The signs of the list, the page and the strip of time."""
        from tui.screens.signs_in_view import signs_in_view

        return signs_in_view(self.catalog, self.split_view, self._moments.rows_in_view())

    def jump_items(self) -> Iterable[JumpItem]:
        """All records and views."""
        from tui.pages.lists.jump_items import record_items, tour_items, view_items

        is_led = self._guide is not None and self._guide.is_on
        return chain(record_items(self.catalog), view_items(), tour_items(is_on=is_led))

    def show_moment(self, date: str) -> None:
        """Show everything as of a date."""
        self._moments.follow(date)

    def follow(self, target: str) -> None:
        """Follow a link."""
        self.navigator.follow(target)

    # Messages of the widgets

    def on_record_list_highlighted(self, message: RecordList.Highlighted) -> None:
        """Show the record under the cursor without adding to the trail."""
        self.show_highlighted()

    def show_highlighted(self) -> None:
        """Show the record under the cursor without adding to the trail."""
        if self.panes.show_highlighted(self._filter):
            self.panes.show_preview()
            if self.detail.has_focus or self._guide is not None:  # in the list no key depends on the record
                self._show_keys()
            self.set_timer(_IDLE_DELAY, self._use_idle_time)

    def on_record_list_chosen(self, message: RecordList.Chosen) -> None:
        """Open a record of the list."""
        place = self.here()._replace(record=message.record, pane="page", page_top=0, link=0, asked="")
        self.navigator.visit(place)

    def on_page_view_followed(self, message: PageView.Followed) -> None:
        """Follow a link of the page or the preview."""
        self._did("link")
        asked = asked_from(self.catalog.dossier, self.current_view, message.target, message.beside)
        self.navigator.follow(message.target, asked)

    def on_sign_matrix_followed(self, message: SignMatrix.Followed) -> None:
        """Open a pair of the matrix."""
        self._did("link")
        self.navigator.follow(message.target)

    def on_page_view_link_selected(self, message: PageView.LinkSelected) -> None:
        """Show where the selected link leads and what can be done with it."""
        self._show_keys()
        self.panes.show_preview()

    def on_sign_matrix_cell_selected(self, message: SignMatrix.CellSelected) -> None:
        """Show the pair of the selected cell."""
        self.panes.show_preview()
        self.set_timer(_IDLE_DELAY, self._use_idle_time)

    def on_filtered_list_dropped(self, message: FilteredList.Dropped) -> None:
        """Drop the filter, or leave the search."""
        self._list_filter.drop()

    def on_filtered_list_filtered(self, message: FilteredList.Filtered) -> None:
        """Filter the list as the reader types."""
        self._list_filter.apply(message.query)

    def show_filtered(self, place: Place) -> None:
        """Show the list of `place` while its filter is being typed."""
        self._show_list(place, typing=True)
        self.show_highlighted()
        self._show_keys()

    def on_split_view_resized(self, message: SplitView.Resized) -> None:
        """Lay out the title and fill the preview."""
        self._show_bars()
        self.panes.show_preview()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the keys of the focused pane; a click on a list that was just hidden does not focus it."""
        if not self._moments.is_focused:
            self.set_class(event.widget is self.detail, "-detail-focused")
        if event.widget is self.records and self.split_view.list_hidden:
            self.split_view.focus_pane("page")
        elif event.widget in (self.records, self.detail):
            self.split_view.filtered_list.hide_empty_filter()
            self.panes.show_preview()
        self._show_keys()

    # Actions: moving

    def action_panel(self, panel: str) -> None:
        """Open a panel where it was left."""
        self.navigator.open_panel(panel)

    def action_back(self) -> None:
        """Go back to the previous place."""
        self.navigator.back()

    def action_forward(self) -> None:
        """Go forward to the next place."""
        self.navigator.forward()

    def action_source(self) -> None:
        """Follow to the passage that the selected statement or the open record rests on."""
        selected = self.selected_target
        target = passage_for(self.catalog, self.current_view, selected)
        if target:
            self._did("passage")
            beside = (selected, *self.detail.beside) if selected and isinstance(self.detail, PageView) else (selected,)
            self.navigator.follow(target, asked_from(self.catalog.dossier, self.current_view, target, beside))
        else:
            self.explain_unavailable("No source passage cited")

    def action_other_pane(self) -> None:
        """Change between the list and the page."""
        if self.split_view.list_hidden and self.detail.has_focus:
            self.explain_unavailable(_NO_LIST)
        else:
            self.split_view.focus_pane("list" if self.detail.has_focus else "page")

    def action_out(self) -> None:
        """Go one layer out: from the page to the list, then from a narrowed list to the whole one, or from a search.

        Where there is no list, from the preview to the page.
        """
        if self.records.has_focus or (self.split_view.list_hidden and self.detail.has_focus):
            self._facets.drop()
        else:
            self.split_view.focus_pane("list")

    def action_step(self, step: int) -> None:
        """Move to the next or previous record of the list, from either pane."""
        before = self.records.record
        self.records.action_move(step)
        if self.records.record == before:
            end = "last" if step > 0 else "first"
            self.explain_unavailable(_NO_LIST if self.split_view.list_hidden else f"This is the {end} of the list")

    def action_filter(self) -> None:
        """Type a filter for the list."""
        if self.split_view.list_hidden:
            search = keys_of(self.app).key("go.search").display
            self.explain_unavailable(f"{_NO_LIST}; {search} searches everything" if search else _NO_LIST)
        else:
            self.split_view.open_filter()

    def action_search(self) -> None:
        """Search everything: type on where the last search was left."""
        self._list_filter.open_search()

    def action_order(self) -> None:
        """Sort the list by the next column."""
        self._sorting.choose_next(self._panel)

    def action_facets(self) -> None:
        """Choose the facets that the list, and of ties the diagrams, are narrowed to."""
        self._facets.choose()

    # Actions: diagrams and filters

    def action_draw(self, diagram: str) -> None:
        """Open a diagram; `ego`, `path` and `compare` start at the current actor."""
        self._diagrams.open(diagram, self.records.record)

    def action_reported_only(self) -> None:
        """Show only what is reported, or everything again."""
        self._changes.make(self.filters.toggle_reported_only)

    def action_unsettled(self) -> None:
        """Count unsettled ties, or leave them out again."""
        self._changes.make(self.filters.toggle_unsettled)

    def action_scope(self) -> None:
        """Choose which ties the diagrams count."""
        self._changes.choose_scope()

    # Actions: marks and notes

    @cached_property
    def _marking(self) -> Marking:
        from tui.screens.marking import Marking

        return Marking(self, self, self._open_marks())

    def show_marks(self, marks: Marks) -> None:
        """Show other marks and notes; all that is in view stays in view."""
        self.catalog.set_marks(marks)
        self.panes.redraw(self.here())

    def action_marks(self, action: MarksAction) -> None:
        """Do something with the reader's marks and notes."""
        self._marking.act(action)

    # Actions: the tour

    def begin_tour(self) -> None:
        """Begin the tour, at the present place."""
        if self._guide is None or not self._guide.is_on:
            self.action_tour("next")

    def action_tour(self, action: TourAction) -> None:
        """Begin the tour, leave out a step of it, or end it."""
        if self._guide is None:
            from tui.screens.tour import TourGuide

            self._guide = TourGuide(self, self)
        self._guide.act(action)
        self._show_keys()

    def _did(self, deed: Deed) -> None:
        if self._guide is not None:
            self._guide.did(deed)

    # Actions: copying, opening and exporting

    @cached_property
    def _carrying(self) -> Carrying:
        from tui.screens.carrying import Carrying

        return Carrying(self, self, self._origin)

    def action_carry(self, action: CarryAction) -> None:
        """Copy, open or export what is selected."""
        self._carrying.act(action)

    # Actions: the moment

    def action_moment(self, action: MomentAction, by: int = 0) -> None:
        """Do something with the moment or the strip of time."""
        self._moments.act(action, by)
