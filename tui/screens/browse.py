"""The one screen in which a dossier is read: a list beside a page, and one way to move, `visit`.

The trail is the state; what the widgets show follows from it. May not know how a file is loaded.
"""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.getters import query_one
from textual.screen import Screen

from tui.keys import MOVING, PANELS, bindings
from tui.nav.trail import Pane, Place, Trail
from tui.pages.page import Page
from tui.pages.panels import BY_TABLE
from tui.pages.shelf import Shelf
from tui.screens import keybar
from tui.widgets.bars import Bar
from tui.widgets.desk import WIDE, Desk
from tui.widgets.filtered_list import FilteredList
from tui.widgets.page_view import PageView
from tui.widgets.record_list import RecordList


class BrowseScreen(Screen[None]):
    """List and page of one dossier. `visit` is the only way from one place to another."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PANELS, MOVING)]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-normal"), (WIDE, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (5, "-tall")]  # noqa: RUF012
    AUTO_FOCUS = None
    BLANK = True

    desk = query_one("#middle", Desk)
    records = query_one("#records", RecordList)
    reading = query_one("#page", PageView)
    panel_bar = query_one("#panels", Bar)
    key_bar = query_one("#keys", Bar)

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self.shelf = shelf
        self.trail = Trail.start(Place(next(iter(BY_TABLE))))
        self._panel = ""
        self._filter = ""
        self._sought = ""

    def compose(self) -> ComposeResult:
        """Panels, list beside page, keys."""
        yield Bar(id="panels")
        yield Desk(self.shelf.item, id="middle")
        yield Bar(id="keys")

    def on_mount(self) -> None:
        """Go to where the reader begins."""
        self._go(self.trail.here)

    # Where the reader is

    def here(self) -> Place:
        """The place as it is now: panel, record, filter, scroll, link and pane."""
        records, page = self.records, self.reading
        pane: Pane = "page" if page.has_focus else "list"
        return Place(self._panel, records.record, self._filter, records.top, page.top, max(0, page.link), pane)

    def visit(self, place: Place) -> None:
        """Go on to `place`; the way back leads to exactly where the reader is now."""
        self.trail = self.trail.amended(self.here()).visited(place)
        self._go(place)

    def follow(self, target: str) -> None:
        """Visit the record that a link leads to: an id, or `source#p5` for a part of its page."""
        name, _, anchor = target.partition("#")
        table = self.shelf.table_of(name)
        if not table:
            self._cannot(f"Nothing is known about “{name[:60]}”")
            return
        top = self.records.top if table == self._panel and not self._filter else 0
        self.visit(Place(table, name, list_top=top, pane="page", anchor=anchor))

    def _cannot(self, why: str) -> None:
        """Say why a key does nothing, once however often it is pressed."""
        self.app.clear_notifications()
        self.notify(why, markup=False, timeout=3)

    def _go(self, place: Place, *, again: bool = False) -> None:
        """Show `place`; `again` when the reader was there: then nothing is scrolled to bring the record into view."""
        with self.app.batch_update():
            self._list(place, again=again)
            self._page(place)
            self.desk.turn_to(place.pane)
            self._bars()

    def _list(self, place: Place, *, again: bool = False) -> None:
        self._panel, self._filter = place.panel, place.filter
        found = self.shelf.groups(place.panel, place.filter)
        empty = BY_TABLE[place.panel].nothing(place.filter)
        self.records.show(found, place.record, place.list_top, empty, reveal=not again)
        all_of_them = len(self.shelf.dossier.tables[place.panel])
        note = f"{len(self.records.records)} of {all_of_them}" if place.filter else ""
        self.desk.side.show_filter(place.filter, note)

    def _page(self, place: Place) -> None:
        page = self.shelf.page(self.records.record) if self.records.record else None
        self.reading.show(page, place.page_top, place.link, place.anchor)
        self._peek()

    def _bars(self) -> None:
        title, _ = keybar.titles(self.shelf.dossier.title, self.size.width)
        self.panel_bar.show(keybar.panel_cells(self._panel, self.shelf.dossier.tables), title)
        self._keys()

    def _keys(self) -> None:
        record = self.records.record
        can = {
            "go.back": self.trail.can_go_back,
            "go.source": bool(record and self.shelf.source_of(record)),
            "list.open": bool(record),
            "page.follow": bool(self.reading.target),
        }
        _, title = keybar.titles(self.shelf.dossier.title, self.size.width)
        self.key_bar.show(keybar.pane_cells(self.desk.pane, can), title)

    def renew(self, shelf: Shelf) -> None:
        """Show another reading of the same file, from the same place as far as it still exists."""
        here = self.here()
        self.shelf = shelf
        self.records.item = shelf.item
        self.trail = self.trail.amended(here)
        self._go(here)

    def on_record_list_highlighted(self, message: RecordList.Highlighted) -> None:
        """Preview the record under the cursor once the cursor itself has been painted."""
        self.call_after_refresh(self._preview)

    def _preview(self) -> None:
        page = self.shelf.page(self.records.record)
        if page is not self.reading.page:
            self.reading.show(page)
            self._peek()
            self._keys()
            self.call_after_refresh(self._look_ahead)

    def _look_ahead(self) -> None:
        """Make the pages around the cursor while nothing else is to be done, so that the next key finds them ready."""
        for name in self.records.around():
            self.reading.prepare_page(self.shelf.page(name))

    def on_record_list_chosen(self, message: RecordList.Chosen) -> None:
        """Open a record of the list."""
        self.visit(self.here()._replace(record=message.record, pane="page", page_top=0, link=0))

    def on_page_view_followed(self, message: PageView.Followed) -> None:
        """Follow a link, on the page or on the one beside it."""
        self.follow(message.target)

    def on_page_view_lit(self, message: PageView.Lit) -> None:
        """Show where the lit link leads, where there is room."""
        self._peek()

    async def on_bar_pressed(self, message: Bar.Pressed) -> None:
        """A click in a bar is as good as the key."""
        await keybar.press(self, message.action)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The keys at hand depend on the pane."""
        self.set_class(event.widget is self.reading, "-reading")
        if event.widget in (self.records, self.reading):
            self.desk.side.tidy()
        self._keys()

    def action_panel(self, table: str) -> None:
        """Open a panel where it was left."""
        if table != self._panel:
            self.visit((self.trail.last(table) or Place(table))._replace(pane="list"))
        elif self.reading.has_focus:
            self.desk.turn_to("list")

    def action_back(self) -> None:
        """Back to the place before."""
        self._travel(self.trail.amended(self.here()).back(), "This is where you began")

    def action_forward(self) -> None:
        """Forward to the place after."""
        self._travel(self.trail.amended(self.here()).forward(), "Forward is only where you came back from")

    def _travel(self, trail: Trail, otherwise: str) -> None:
        if trail.at == self.trail.at:
            self._cannot(otherwise)
        else:
            self.trail = trail
            self._go(trail.here, again=True)

    def action_other_pane(self) -> None:
        """Between the list and the page."""
        self.desk.turn_to("list" if self.reading.has_focus else "page")

    def action_out(self) -> None:
        """One layer out: from the page to the list, then from a filtered list to the whole one."""
        if not self.records.has_focus:
            self.desk.turn_to("list")
        elif self._filter:
            self._apply_filter("")

    def action_source(self) -> None:
        """To the passage that the record at hand rests on."""
        target = self.shelf.source_of(self.records.record)
        if target:
            self.follow(target)
        else:
            self._cannot("This record names no passage of its own")

    def action_step(self, step: int) -> None:
        """The next or previous record of the list, from either pane."""
        self.records.action_move(step)

    def action_filter(self) -> None:
        """Type a filter for the list."""
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
        name, _, anchor = self.reading.target.partition("#")
        self.desk.peek(self.shelf.page(name) if name else None, anchor)

    def help_page(self) -> Page:
        """The help of the view at hand."""
        from tui.screens.help import browse_help

        return browse_help(BY_TABLE[self._panel].title, self.desk.pane)
