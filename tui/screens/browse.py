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
from tui.pages.panels import BY_TABLE, Panel
from tui.pages.shelf import Shelf
from tui.screens import keybar
from tui.widgets.bars import Bar
from tui.widgets.filtered_list import FilteredList, Ground
from tui.widgets.page_view import PageView
from tui.widgets.record_list import RecordList

_WIDE = 150
_TITLE_ABOVE = 100  # cells: here the title stands beside the panels, on narrower screens beside the keys


class BrowseScreen(Screen[None]):
    """List and page of one dossier. `visit` is the only way from one place to another."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PANELS, MOVING)]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-normal"), (_WIDE, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (5, "-tall")]  # noqa: RUF012
    AUTO_FOCUS = None
    BLANK = True

    side = query_one("#side", FilteredList)
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
        with Ground(id="middle"):
            yield FilteredList(self.shelf.item, id="side")
            yield PageView(id="page")
        yield Bar(id="keys")

    def on_mount(self) -> None:
        """Go to where the reader begins."""
        self._go(self.trail.here)

    # Where the reader is

    @property
    def panel(self) -> Panel:
        """The panel that is open."""
        return BY_TABLE[self._panel]

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
            self._focus(place.pane)
            self._bars()

    def _list(self, place: Place, *, again: bool = False) -> None:
        self._panel, self._filter = place.panel, place.filter
        found = self.shelf.groups(place.panel, place.filter)
        self.records.show(found, place.record, place.list_top, self.panel.nothing(self._filter), reveal=not again)
        self.side.show_filter(place.filter)

    def _page(self, place: Place) -> None:
        page = self.shelf.page(self.records.record) if self.records.record else None
        self.reading.show(page, place.page_top, place.link, place.anchor)
        self._peek()

    def _focus(self, pane: Pane) -> None:
        self.set_class(pane == "page", "-reading")
        target = self.reading if pane == "page" else self.records
        if self.focused is not target:
            self.set_focus(target, scroll_visible=False)

    def _bars(self) -> None:
        title = self.shelf.dossier.head.title if self.size.width >= _TITLE_ABOVE else ""
        self.panel_bar.show(keybar.panel_cells(self._panel, self.shelf.dossier.tables), title)
        self._keys()

    def _keys(self) -> None:
        names = {"list": keybar.IN_LIST, "page": keybar.ON_PAGE, "filter": keybar.TYPING}[self._pane]
        record = self.records.record
        can = {
            "go.back": self.trail.can_go_back,
            "go.source": bool(record and self.shelf.source_of(record)),
            "list.open": bool(record),
            "page.follow": bool(self.reading.target),
        }
        off = [name for name, able in can.items() if not able]
        title = self.shelf.dossier.head.title if self.size.width < _TITLE_ABOVE else ""
        self.key_bar.show(keybar.cells(names, off, typing=self._pane == "filter"), title)

    @property
    def _pane(self) -> str:
        """What has the focus: `list`, `page` or `filter`."""
        if self.reading.has_focus:
            return "page"
        return "filter" if self.side.typing else "list"

    def renew(self, shelf: Shelf) -> None:
        """Show another reading of the same file, from the same place as far as it still exists."""
        here = self.here()
        self.shelf = shelf
        self.records.item = shelf.item
        self.trail = self.trail.amended(here)
        self._go(here)

    # What the reader does

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
        here = self.here()
        self.visit(here._replace(record=message.record, pane="page", page_top=0, link=0))

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
            self.side.show_filter(self._filter)
        self._keys()

    def action_panel(self, table: str) -> None:
        """Open a panel where it was left."""
        if table != self._panel:
            self.visit((self.trail.last(table) or Place(table))._replace(pane="list"))
        elif self.reading.has_focus:
            self._focus("list")

    def action_back(self) -> None:
        """Back to the place before."""
        if not self.trail.can_go_back:
            self._cannot("This is where you began")
            return
        self.trail = self.trail.amended(self.here()).back()
        self._go(self.trail.here, again=True)

    def action_forward(self) -> None:
        """Forward to the place after."""
        if not self.trail.can_go_forward:
            self._cannot("Forward is only where you came back from")
            return
        self.trail = self.trail.amended(self.here()).forward()
        self._go(self.trail.here, again=True)

    def action_other_pane(self) -> None:
        """Between the list and the page."""
        self._focus("list" if self.reading.has_focus else "page")

    def action_out(self) -> None:
        """One layer out: from the page to the list, then from a filtered list to the whole one."""
        if not self.records.has_focus:
            self._focus("list")
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

    # The filter

    def action_filter(self) -> None:
        """Type a filter for the list."""
        self.remove_class("-reading")
        self.side.ask()

    def on_filtered_list_filtered(self, message: FilteredList.Filtered) -> None:
        """Filter as the reader types."""
        self._apply_filter(message.query)

    def _apply_filter(self, query: str) -> None:
        if query != self._filter:
            self._sought = self.records.record or self._sought
            self._list(self.here()._replace(record=self._sought, filter=query, list_top=0))
            self._preview()

    # Wide terminals

    def on_resize(self, event: events.Resize) -> None:
        """A wide terminal has room for a third pane."""
        self._bars()
        self.reading.pointing = event.size.width >= _WIDE
        if event.size.width >= _WIDE and not self.query("#peek"):
            self.query_one("#middle").mount(PageView(id="peek", caption="where the lit link leads"))
            self.call_after_refresh(self._peek)

    def _peek(self) -> None:
        for peek in self.query("#peek").results(PageView):
            name, _, anchor = self.reading.target.partition("#")
            peek.show(self.shelf.page(name) if name else None, anchor=anchor)

    def help_page(self) -> Page:
        """The help of the view at hand."""
        from tui.screens.help import browse_help

        return browse_help(self.panel.title, self._pane)
