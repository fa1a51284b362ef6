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

from tui.dossier.load import Loaded
from tui.key_groups import bindings
from tui.keys import CARRY, DIAGRAMS, MARKS, MOMENTS, MOVING, PANELS, TOUR, keys_of
from tui.nav.trail import Place
from tui.pages.catalog import Catalog
from tui.pages.lists.panels import panel_named
from tui.pages.page import Page
from tui.pages.passage_links import asked_from, passage_for
from tui.screens.active_filters import ActiveFilters
from tui.screens.main_screen import MainScreen
from tui.screens.place_display import PlaceDisplay
from tui.widgets.filtered_list import FilteredList
from tui.widgets.page.view import PageView
from tui.widgets.record_list import RecordList
from tui.widgets.split_view import BROAD_WIDTH, DIAGRAM_WIDTH, PREVIEW_WIDTH, SplitView

if TYPE_CHECKING:
    from tui.export.selection import Origin
    from tui.pages.glyphs import Glyph
    from tui.pages.lists.jump_items import JumpItem
    from tui.screens.carrying import CarryAction, Carrying
    from tui.screens.facet_choice import FacetChoice
    from tui.screens.marking import Marking, MarksAction, MarksFile
    from tui.screens.moments import MomentAction
    from tui.screens.tour import TourAction
    from tui.widgets.matrix.sign_matrix import SignMatrix

_NO_LIST = "No list in this view"
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
        self._begins_tour = begins_tour
        self.places = PlaceDisplay(self, ActiveFilters(catalog), start)
        self.navigator = self.places.navigator
        self.split_view = self.places.split_view

    def compose(self) -> ComposeResult:
        """Panels, list beside page, keys."""
        yield self.places.bars.upper
        yield self.split_view
        yield self.places.bars.lower

    def on_mount(self) -> None:
        """Show the first place."""
        self.split_view.filtered_list.complete = self.places.list_filter.complete
        self.places.show(self.navigator.trail.here)
        if self._begins_tour:
            self.places.begin_tour()
        self.set_timer(_MARKS_DELAY, partial(self.action_marks, "read"))

    @property
    def catalog(self) -> Catalog:
        """The lists and pages of the dossier as filtered."""
        return self.places.catalog

    @property
    def records(self) -> RecordList:
        """The list of the open panel."""
        return self.split_view.records

    @property
    def detail(self) -> PageView | SignMatrix:
        """The pane of the open record or view."""
        return self.split_view.detail

    @property
    def selected_target(self) -> str:
        """Where the selected link of the page leads; empty in the list."""
        return self.places.selected_target

    def here(self) -> Place:
        """The place that the reader is at."""
        return self.places.here()

    # What the app asks for

    def prepare(self, loaded: Loaded) -> None:
        """Work out what the panels show of a newly read file."""
        if loaded.dossier is not None:
            self.places.prepare(loaded.dossier)

    def update(self, loaded: Loaded) -> bool:
        """Show the newly read file at the same place, and let the reader go on typing a filter."""
        if loaded.dossier is None:
            return False
        self.places.use(loaded.dossier)
        return True

    def rename(self, renames: Mapping[str, str]) -> None:
        """Move the reader's marks along with records that are given other ids."""
        self._marking.rename(renames)

    def show_broken(self, loaded: Loaded | None) -> None:
        """Say in the title that the file does not open any more, for as long as that is so."""
        self.places.show_broken(loaded)

    def position_in(self, text: str) -> tuple[int, int]:
        """Where the file gives the open record; of a view, the selected record or the actor that the view is about."""
        from tui.dossier.format.record_line import record_line

        return record_line(text, self.catalog.record_of(self.places.current_view, self.selected_target)), 1

    def help_page(self) -> Page:
        """The help of the view in use."""
        from tui.screens.help import browse_help

        pane = "strip" if self.places.moments.is_focused else self.split_view.key_group
        return browse_help(panel_named(self.here().panel).title, pane, keys_of(self.app))

    def help_opened(self) -> None:
        """Take note that the reader looks at the help."""
        self.places.did("help")
        self.places.show_keys()

    def signs(self) -> tuple[Glyph, ...]:
        """The signs of the list, the page and the strip of time."""
        from tui.screens.signs_in_view import signs_in_view

        return signs_in_view(self.catalog, self.split_view, self.places.moments.rows_in_view())

    def jump_items(self) -> Iterable[JumpItem]:
        """All records and views."""
        from tui.pages.lists.jump_items import record_items, tour_items, view_items

        return chain(record_items(self.catalog), view_items(), tour_items(is_on=self.places.is_on_tour))

    def follow(self, target: str) -> None:
        """Follow a link."""
        self.navigator.follow(target)

    # Messages of the widgets

    def on_record_list_highlighted(self, message: RecordList.Highlighted) -> None:
        """Show the record under the cursor without adding to the trail."""
        self.places.show_highlighted()

    def on_record_list_chosen(self, message: RecordList.Chosen) -> None:
        """Open a record of the list."""
        here = self.here()
        place = Place(here.panel, message.record, here.filter, here.list_top, pane="page", order=here.order)
        self.navigator.visit(place)

    def on_page_view_followed(self, message: PageView.Followed) -> None:
        """Follow a link of the page or the preview."""
        self.places.did("link")
        asked = asked_from(self.catalog.dossier, self.places.current_view, message.target, message.beside)
        self.navigator.follow(message.target, asked)

    def on_sign_matrix_followed(self, message: SignMatrix.Followed) -> None:
        """Open a pair of the matrix."""
        self.places.did("link")
        self.navigator.follow(message.target)

    def on_page_view_link_selected(self, message: PageView.LinkSelected) -> None:
        """Show where the selected link leads and what can be done with it."""
        self.places.show_keys()
        self.places.panes.show_preview()

    def on_sign_matrix_cell_selected(self, message: SignMatrix.CellSelected) -> None:
        """Prepare what is next to the selected cell."""
        self.places.prepare_soon()

    def on_filtered_list_dropped(self, message: FilteredList.Dropped) -> None:
        """Drop the filter, or leave the search."""
        self.places.list_filter.drop()

    def on_filtered_list_filtered(self, message: FilteredList.Filtered) -> None:
        """Filter the list as the reader types."""
        self.places.list_filter.apply(message.query)

    def on_split_view_resized(self, message: SplitView.Resized) -> None:
        """Lay out the title and fill the preview."""
        self.places.show_bars()
        self.places.panes.show_preview()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the keys of the focused pane; a click on a list that was just hidden does not focus it."""
        if not self.places.moments.is_focused:
            self.set_class(event.widget is self.detail, "-detail-focused")
        if event.widget is self.records and self.split_view.list_hidden:
            self.split_view.focus_pane("page")
        elif event.widget in (self.records, self.detail):
            self.split_view.filtered_list.hide_empty_filter()
            self.places.panes.show_preview()
        self.places.show_keys()

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
        target = passage_for(self.catalog, self.places.current_view, selected)
        if target:
            self.places.did("passage")
            beside = (selected, *self.detail.beside) if selected and isinstance(self.detail, PageView) else (selected,)
            self.navigator.follow(target, asked_from(self.catalog.dossier, self.places.current_view, target, beside))
        else:
            self.places.explain_unavailable("No source passage cited")

    def action_other_pane(self) -> None:
        """Change between the list and the page."""
        if self.split_view.list_hidden and self.detail.has_focus:
            self.places.explain_unavailable(_NO_LIST)
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
            end = f"This is the {'last' if step > 0 else 'first'} of the list"
            self.places.explain_unavailable(_NO_LIST if self.split_view.list_hidden else end)

    def action_filter(self) -> None:
        """Type a filter for the list."""
        if self.split_view.list_hidden:
            search = keys_of(self.app).key("go.search").display
            self.places.explain_unavailable(f"{_NO_LIST}; {search} searches everything" if search else _NO_LIST)
        else:
            self.split_view.open_filter()

    def action_search(self) -> None:
        """Search everything: type on where the last search was left."""
        self.places.list_filter.open_search()

    def action_order(self) -> None:
        """Sort the list by the next column."""
        self.places.sorting.choose_next(self.here().panel)

    @cached_property
    def _facets(self) -> FacetChoice:
        from tui.screens.facet_choice import FacetChoice

        places = self.places
        return FacetChoice(places, self, places.list_filter, places.filters, places.changes)

    def action_facets(self) -> None:
        """Choose the facets that the list, and of ties the diagrams, are narrowed to."""
        self._facets.choose()

    # Actions: diagrams and filters

    def action_draw(self, diagram: str) -> None:
        """Open a diagram; `ego`, `path` and `compare` start at the current actor."""
        self.places.diagrams.open(diagram, self.records.record)

    def action_reported_only(self) -> None:
        """Show only what is reported, or everything again."""
        self.places.changes.make(self.places.filters.toggle_reported_only)

    def action_unsettled(self) -> None:
        """Count unsettled ties, or leave them out again."""
        self.places.changes.make(self.places.filters.toggle_unsettled)

    def action_scope(self) -> None:
        """Choose which ties the diagrams count."""
        self.places.changes.choose_scope()

    # Actions: marks and notes

    @cached_property
    def _marking(self) -> Marking:
        from tui.screens.marking import Marking

        return Marking(self.places, self, self._open_marks())

    def action_marks(self, action: MarksAction) -> None:
        """Do something with the reader's marks and notes."""
        self._marking.act(action)

    # Actions: the tour

    def action_tour(self, action: TourAction) -> None:
        """Begin the tour, leave out a step of it, or end it."""
        self.places.tour(action)

    # Actions: copying, opening and exporting

    @cached_property
    def _carrying(self) -> Carrying:
        from tui.screens.carrying import Carrying

        return Carrying(self.places, self, self._origin)

    def action_carry(self, action: CarryAction) -> None:
        """Copy, open or export what is selected."""
        self._carrying.act(action)

    # Actions: the moment

    def action_moment(self, action: MomentAction, by: int = 0) -> None:
        """Do something with the moment or the strip of time."""
        self.places.moments.act(action, by)
