"""A list beside a page, and on wide terminals a third pane with what the lit link leads to. Knows no dossier."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from textual import events
from textual.app import ComposeResult
from textual.getters import query_one
from textual.message import Message

from tui.pages.listing import Item
from tui.pages.page import Page
from tui.widgets.filtered_list import FilteredList, Ground
from tui.widgets.page_view import PageView
from tui.widgets.record_list import RecordList

WIDE = 150
"""From this many cells on there is room for the third pane."""


class Desk(Ground):
    """The panes and which of them has the focus."""

    side = query_one("#side", FilteredList)
    records = query_one("#records", RecordList)
    reading = query_one("#page", PageView)

    class Resized(Message):
        """The panes have new sizes; a third one may have come, and shows nothing yet."""

    def __init__(self, item: Callable[[str], Item], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._item = item

    def compose(self) -> ComposeResult:
        """List and page; the third pane comes when there is room."""
        yield FilteredList(self._item, id="side")
        yield PageView(id="page")

    @property
    def pane(self) -> Literal["list", "page", "filter"]:
        """What has the focus."""
        if self.reading.has_focus:
            return "page"
        return "filter" if self.side.typing else "list"

    def turn_to(self, pane: Literal["list", "page"]) -> None:
        """Give the focus to a pane."""
        self.screen.set_class(pane == "page", "-reading")
        target = self.reading if pane == "page" else self.records
        if self.screen.focused is not target:
            self.screen.set_focus(target, scroll_visible=False)

    def ask(self) -> None:
        """Let the reader type a filter."""
        self.screen.remove_class("-reading")
        self.side.ask()

    def on_resize(self, event: events.Resize) -> None:
        """A wide terminal has room for the third pane."""
        wide = self.app.size.width >= WIDE
        self.reading.pointing = wide
        if wide and not self.query("#peek"):
            self.mount(PageView(id="peek", caption="where the lit link leads"))
        self.call_after_refresh(self.post_message, self.Resized())

    def peek(self, page: Page | None, anchor: str) -> None:
        """Show a page in the third pane, if there is one."""
        for pane in self.query("#peek").results(PageView):
            pane.show(page, anchor=anchor)
