"""The one screen in which a dossier is read: a list beside a page, and one way to move, `visit`.

The trail is the state; what the widgets show follows from it. May not know how a file is loaded.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.css.query import NoMatches
from textual.getters import query_one
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input

from tui.keys import LIST, MOVING, PAGE, PANELS, PROGRAM, Group, bindings
from tui.nav.trail import Pane, Place, Trail
from tui.pages.panels import PANELS as PANEL_TABLE
from tui.pages.panels import Panel
from tui.pages.shelf import Shelf
from tui.screens import keybar
from tui.widgets.bars import Bar, Cell
from tui.widgets.page_view import PageView
from tui.widgets.record_list import RecordList

_WIDE = 150
_TITLE_ABOVE = 100
"""From this width on the title stands beside the panels, below it beside the keys."""
_BY_TABLE = {panel.table: panel for panel in PANEL_TABLE}


class _Ground(Container):
    """A container that is nothing but its background, so that painting it costs nothing."""

    BLANK = True


class BrowseScreen(Screen[None]):
    """List and page of one dossier. `visit` is the only way from one place to another."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PANELS, MOVING)]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-normal"), (_WIDE, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (5, "-tall")]  # noqa: RUF012
    AUTO_FOCUS = None
    BLANK = True

    side = query_one("#side", Container)
    records = query_one("#records", RecordList)
    reading = query_one("#page", PageView)
    panel_bar = query_one("#panels", Bar)
    key_bar = query_one("#keys", Bar)

    def __init__(self, shelf: Shelf, place: Place | None = None) -> None:
        super().__init__()
        self.shelf = shelf
        start = place or Place(PANEL_TABLE[0].table)
        self.trail = Trail.start(start)
        self._panel = ""
        self._filter = ""
        self._last: dict[str, Place] = {}

    def compose(self) -> ComposeResult:
        """Panels, list beside page, keys."""
        yield Bar(id="panels")
        with _Ground(id="middle"):
            with _Ground(id="side"):
                yield RecordList(self.shelf.item, id="records")
            yield PageView(id="page")
        yield Bar(id="keys")

    def on_mount(self) -> None:
        """Go to where the reader begins."""
        self._go(self.trail.here)

    # Where the reader is

    @property
    def panel(self) -> Panel:
        """The panel that is open."""
        return _BY_TABLE[self._panel]

    def here(self) -> Place:
        """The place as it is now: panel, record, filter, scroll, link and pane."""
        records, page = self.records, self.reading
        pane: Pane = "page" if page.has_focus else "list"
        return Place(self._panel, records.record, self._filter, records.top, page.top, page.link, pane)

    def visit(self, place: Place) -> None:
        """Go on to `place`; the way back leads to exactly where the reader is now."""
        here = self.here()
        self._last[here.panel] = here
        self.trail = self.trail.amended(here).visited(place)
        self._go(place)

    def follow(self, target: str) -> None:
        """Visit the record that a link leads to: an id, or `source#p5` for a part of its page."""
        name, _, anchor = target.partition("#")
        table = self.shelf.table_of(name)
        if not table:
            self.notify(f"Nothing is known about “{name[:60]}”", markup=False)
            return
        self.visit(Place(table, name, pane="page", anchor=anchor))

    def _go(self, place: Place) -> None:
        with self.app.batch_update():
            self._list(place)
            self._page(place)
            self._focus(place.pane)
            self._bars()

    def _list(self, place: Place) -> None:
        self._panel, self._filter = place.panel, place.filter
        found = self.shelf.groups(place.panel, place.filter)
        if place.record and not place.filter and not any(place.record in group.ids for group in found):
            place = place._replace(record="")
        self.records.show(found, place.record, place.list_top, self._empty_words())
        self._show_filter()

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
        tables = self.shelf.dossier.tables
        shown = [
            Cell(panel.key, panel.title, f"panel('{panel.table}')", panel.table == self._panel, not tables[panel.table])
            for panel in PANEL_TABLE
        ]
        title = self.shelf.dossier.head.title if self.size.width >= _TITLE_ABOVE else ""
        self.panel_bar.show(shown, title)
        self._keys()

    def _keys(self) -> None:
        off = () if self.trail.can_go_back else ("go.back",)
        if self.reading.has_focus:
            names = ("page.follow", "go.back", "go.source", "go.list", "go.jump", "app.help", "app.quit")
        else:
            names = ("list.open", "go.back", "go.filter", "go.page", "go.jump", "app.help", "app.quit")
        title = self.shelf.dossier.head.title
        roomy = self.size.width >= _TITLE_ABOVE
        self.key_bar.show(keybar.cells(names, off), "" if roomy else title)

    def _empty_words(self) -> str:
        if self._filter:
            return "Nothing matches. Press esc to drop the filter, / to change it."
        return f"This dossier has no {self.panel.title.lower()}. Press 1 to 7 for another panel."

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
        target = self.focused if self.focused is not None else self
        if not await self.app.run_action(message.action, target):
            await self.app.run_action(message.action, self)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The keys at hand depend on the pane."""
        if event.widget in (self.records, self.reading):
            self.set_class(event.widget is self.reading, "-reading")
            self._keys()

    def action_panel(self, table: str) -> None:
        """Open a panel where it was left."""
        if table != self._panel:
            self.visit(self._last.get(table, Place(table))._replace(pane="list"))
        elif self.reading.has_focus:
            self._focus("list")

    def action_back(self) -> None:
        """Back to the place before."""
        if self.trail.can_go_back:
            self.trail = self.trail.amended(self.here()).back()
            self._go(self.trail.here)

    def action_forward(self) -> None:
        """Forward to the place after."""
        if self.trail.can_go_forward:
            self.trail = self.trail.amended(self.here()).forward()
            self._go(self.trail.here)

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
            self.notify("This record names no passage of its own", markup=False)

    def action_step(self, step: int) -> None:
        """The next or previous record of the list, from either pane."""
        self.records.action_move(step)

    # The filter

    def action_filter(self) -> None:
        """Type a filter for the list."""
        self._focus("list")
        field = self._field()
        if field is None:
            from tui.widgets.filter_bar import FilterBar

            field = FilterBar()
            self.side.mount(field, before=0)
        field.display = True
        field.focus()

    def _field(self) -> Input | None:
        try:
            return self.query_one("#filter", Input)
        except NoMatches:
            return None

    def _show_filter(self) -> None:
        field = self._field()
        if field is not None:
            with self.prevent(Input.Changed):
                field.value = self._filter
            field.display = bool(self._filter)
        elif self._filter:
            from tui.widgets.filter_bar import FilterBar

            made = FilterBar()
            with self.prevent(Input.Changed):
                made.value = self._filter
            self.side.mount(made, before=0)

    def on_input_changed(self, message: Input.Changed) -> None:
        """Filter as the reader types."""
        message.stop()
        self._apply_filter(message.value)

    def _apply_filter(self, query: str) -> None:
        if query == self._filter:
            return
        field = self._field()
        typing = field is not None and field.has_focus
        self._list(self.here()._replace(filter=query, list_top=0))
        if typing and field is not None:
            field.display = True
        self._preview()

    def on_filter_bar_left(self, message: Message) -> None:
        """Back to the list with the filter, or without it."""
        self.records.focus()
        if getattr(message, "dropped", False):
            self._apply_filter("")
        self._show_filter()

    # Wide terminals

    def on_resize(self, event: events.Resize) -> None:
        """A wide terminal has room for a third pane."""
        self._bars()
        if event.size.width >= _WIDE and not self.query("#peek"):
            self.query_one("#middle").mount(PageView(id="peek", caption="where the lit link leads"))
            self.call_after_refresh(self._peek)

    def _peek(self) -> None:
        for peek in self.query("#peek").results(PageView):
            name, _, anchor = self.reading.target.partition("#")
            peek.show(self.shelf.page(name) if name else None, anchor=anchor)

    # Help

    def help_groups(self) -> Iterator[Group]:
        """The key groups, those of the pane at hand first."""
        mine, other = (PAGE, LIST) if self.reading.has_focus else (LIST, PAGE)
        yield from (mine, MOVING, PANELS, PROGRAM, other)

    @property
    def help_title(self) -> str:
        """What the help calls this view."""
        return f"{self.panel.title}: the page" if self.reading.has_focus else f"{self.panel.title}: the list"
