"""The one screen in which a dossier is read: a list beside a page or a picture.

What the widgets show follows from the place the reader is at. May not know how a file is loaded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.getters import query_one

from tui.keys import MOVING, PANELS, PICTURES, bindings
from tui.nav.trail import Pane, Place
from tui.pages.catalog import Catalog
from tui.pages.lists.panels import PANELS as PANEL_BY_NAME
from tui.pages.network import network_lists
from tui.pages.page import Page
from tui.screens import keybar
from tui.screens.walking import WalkScreen
from tui.widgets.bars import Bar
from tui.widgets.desk import ROOMY, WIDE, Desk
from tui.widgets.filtered_list import FilteredList
from tui.widgets.page_view import PageView
from tui.widgets.record_list import RecordList

if TYPE_CHECKING:
    from tui.widgets.sign_matrix import SignMatrix

_MATRIX = "matrix:"
_NO_LIST = "There is no list here"


class BrowseScreen(WalkScreen):
    """List and page of one dossier."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PANELS, MOVING, PICTURES)]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-normal"), (ROOMY, "-roomy"), (WIDE, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (5, "-tall")]  # noqa: RUF012
    AUTO_FOCUS = None
    BLANK = True

    desk = query_one("#middle", Desk)
    records = query_one("#records", RecordList)
    panel_bar = query_one("#panels", Bar)
    key_bar = query_one("#keys", Bar)

    def __init__(self, catalog: Catalog, start: str) -> None:
        super().__init__(catalog, start)
        self._panel = self._filter = self._sought = ""

    def compose(self) -> ComposeResult:
        """Panels, list beside page, keys."""
        yield Bar(id="panels")
        yield Desk(lambda name: self.catalog.line(name), id="middle")
        yield Bar(id="keys")

    def on_mount(self) -> None:
        """Go to where the reader begins."""
        self.go(self.trail.here)

    # Where the reader is

    @property
    def reading(self) -> PageView | SignMatrix:
        """What is open beside the list, or instead of it."""
        return self.desk.reading

    @property
    def at_hand(self) -> str:
        """The record or the sheet at hand: in the matrix that of the lit cell."""
        return self.records.record if self.reading is self.desk.text else self.reading.target or _MATRIX

    @property
    def lit(self) -> str:
        """Where the lit link of the page leads; empty in the list."""
        return self.reading.target if self.reading.has_focus else ""

    def here(self) -> Place:
        """The place as it is now: panel, record, filter, scroll, link and pane."""
        records, page = self.records, self.reading
        pane: Pane = "page" if page.has_focus else "list"
        place = Place(self._panel, records.record, self._filter, records.top, pane=pane)
        if page is self.desk.text and (page.page is None or page.page.id != records.record):
            return place  # the page of another record is still shown; the preview is due
        return place._replace(page_top=page.top, link=max(0, page.link), page_left=page.left, anchor=page.part)

    def go(self, place: Place, *, again: bool = False) -> None:
        """Show `place`; `again` when the reader was there: then nothing is scrolled to bring the record into view."""
        with self.app.batch_update():
            self._list(place, again=again)
            self._page(place)
            self.desk.turn_to(place.pane)
            self._bars()
        self.weigh(place.panel)
        self.later(self._look_ahead)

    def _list(self, place: Place, *, again: bool = False) -> None:
        self._panel, self._filter = place.panel, place.filter
        panel = PANEL_BY_NAME[place.panel]
        found = self.catalog.list_groups(place.panel, place.filter, place.record)
        end = self.catalog.list_footer(place.panel)
        self.records.show(found, place.record, place.list_top, panel.nothing(place.filter), end, reveal=not again)
        found_in_list = sum(name != panel.summary for name in self.records.records)
        note = f"{found_in_list:,} of {self.catalog.listed_count(place.panel, place.record):,}" if place.filter else ""
        self.desk.side.show_filter(place.filter, note)
        alone = self.catalog.has_no_list(place.panel, self.records.record, place.filter)
        self.desk.give_room(alone=alone, drawn=panel.alone and not alone)

    def _page(self, place: Place) -> None:
        name = self.records.record
        if name == _MATRIX:
            table = network_lists.table(self.catalog.builder)
            words = network_lists.cell_words(self.catalog.builder, table)
            self.desk.matrix(words).show(table, place.page_top, place.link, place.page_left, place.anchor)
        else:
            self.desk.page().show(self.catalog.page(name), place.page_top, place.link, place.anchor)
        self._peek()

    def _bars(self) -> None:
        self.panel_bar.show(keybar.panel_cells(self._panel, self.catalog.count), self._titles()[0])
        self._keys()

    def _titles(self) -> tuple[str, str]:
        lens, brief = self.lens()
        return keybar.titles(lens or self.catalog.dossier.title, self.size.width, brief)

    def _keys(self) -> None:
        record, pane = self.records.record, self.desk.pane
        can = {
            "go.back": self.trail.can_go_back,
            "go.source": bool(self.catalog.passage_for(record, self.lit)),
            "list.open": bool(record),
            "page.follow": bool(self.reading.target),
        }
        names = keybar.names_for(self._panel, record, pane)
        self.key_bar.show(keybar.pane_cells(pane, names, can), self._titles()[1])

    def on_record_list_highlighted(self, message: RecordList.Highlighted) -> None:
        """Preview the record under the cursor, which has been painted itself."""
        self._preview()

    def _preview(self) -> None:
        page = self.catalog.page(self.records.record)
        if page is not self.desk.text.page:
            self.desk.text.show(page)
            self._peek()
            self._keys()
            self.later(self._look_ahead)

    def _look_ahead(self) -> None:
        """Make the pages around the cursor while nothing else is to be done, so that the next key finds them ready."""
        for name in self.records.around():
            self.desk.text.prepare_page(self.catalog.page(name))

    def on_record_list_chosen(self, message: RecordList.Chosen) -> None:
        """Open a record of the list."""
        self.visit(self.here()._replace(record=message.record, pane="page", page_top=0, link=0))

    def on_page_view_followed(self, message: PageView.Followed) -> None:
        """Follow a link, on the page or on the one beside it."""
        self.follow(message.target)

    def on_sign_matrix_followed(self, message: SignMatrix.Followed) -> None:
        """Open a pair of the matrix."""
        self.follow(message.target)

    def on_page_view_lit(self, message: PageView.Lit) -> None:
        """Show where the lit link leads, where there is room, and what can be done with it."""
        self._keys()
        self._peek()

    def on_sign_matrix_lit(self, message: SignMatrix.Lit) -> None:
        """Show the pair that is lit, where there is room."""
        self._peek()

    async def on_bar_pressed(self, message: Bar.Pressed) -> None:
        """A click in a bar is as good as the key."""
        await keybar.press(self, message.action)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The keys at hand depend on the pane; a click meant for a list just gone does not take the focus there."""
        self.set_class(event.widget is self.reading, "-reading")
        if event.widget is self.records and self.desk.alone:
            self.desk.turn_to("page")
        elif event.widget in (self.records, self.reading):
            self.desk.side.tidy()
        self._keys()

    def to_list(self) -> None:
        """Turn from the page to the list."""
        self.desk.turn_to("list")

    def action_other_pane(self) -> None:
        """Between the list and the page."""
        if self.desk.alone and self.reading.has_focus:
            self.cannot(_NO_LIST)
        else:
            self.desk.turn_to("list" if self.reading.has_focus else "page")

    def action_out(self) -> None:
        """One layer out: from the page to the list, then from a filtered list to the whole one."""
        if not self.records.has_focus or self.desk.alone:
            self.to_list()
        elif self._filter:
            self._apply_filter("")

    def action_step(self, step: int) -> None:
        """The next or previous record of the list, from either pane."""
        before = self.records.record
        self.records.action_move(step)
        if self.records.record == before:
            self.cannot(_NO_LIST if self.desk.alone else f"This is the {'last' if step > 0 else 'first'} of the list")

    def action_filter(self) -> None:
        """Type a filter for the list."""
        if self.desk.alone:
            self.cannot(f"{_NO_LIST}; : finds anything by name")
        else:
            self.desk.ask()

    def on_filtered_list_filtered(self, message: FilteredList.Filtered) -> None:
        """Filter as the reader types."""
        self._apply_filter(message.query)

    def _apply_filter(self, query: str) -> None:
        if query != self._filter:
            if not self._filter:
                self._sought = self.records.record
            self._list(self.here()._replace(record=self.records.record or self._sought, filter=query, list_top=0))
            self._preview()

    def on_desk_resized(self, message: Desk.Resized) -> None:
        """The title and the third pane have their places by the width."""
        self._bars()
        self._peek()

    def _peek(self) -> None:
        if not self.desk.wide:
            return
        name, _, anchor = self.reading.target.partition("#")
        self.desk.peek(self.catalog.preview_page(name) if name else None, anchor)

    def help_page(self) -> Page:
        """The help of the view at hand."""
        from tui.screens.help import browse_help

        return browse_help(PANEL_BY_NAME[self._panel].title, self.desk.keys_at_hand)
