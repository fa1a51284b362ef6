"""A list beside a page or a matrix, and on wide terminals what the lit link leads to. Knows no dossier."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from textual import events
from textual.app import ComposeResult
from textual.getters import query_one
from textual.message import Message

from tui.pages.list_line import ListLine
from tui.pages.page import Page, Spans
from tui.widgets.filtered_list import FilteredList, Ground
from tui.widgets.page_view import PageView
from tui.widgets.record_list import RecordList

if TYPE_CHECKING:
    from tui.widgets.sign_matrix import SignMatrix

ROOMY, WIDE = 118, 150
"""From so many cells on there is room for a list beside a drawing, and for the third pane."""


class Desk(Ground):
    """The panes and which of them has the focus."""

    side = query_one("#side", FilteredList)
    records = query_one("#records", RecordList)
    text = query_one("#page", PageView)

    class Resized(Message):
        """The panes have new sizes; a third one may have come, and shows nothing yet."""

    def __init__(self, item: Callable[[str], ListLine], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._item = item
        self._matrix: SignMatrix | None = None
        self._in_matrix = False
        self.alone = False

    def compose(self) -> ComposeResult:
        """List and page; the third pane comes when there is room."""
        yield FilteredList(self._item, id="side")
        yield PageView(id="page")

    @property
    def reading(self) -> PageView | SignMatrix:
        """What is open beside the list: the page, or the matrix instead of it."""
        return self._matrix if self._matrix is not None and self._in_matrix else self.text

    def matrix(self, words: Callable[[int, int], Spans]) -> SignMatrix:
        """Put the matrix in place of the page. `words` says what one of its cells is."""
        if self._matrix is None:
            from tui.widgets.sign_matrix import SignMatrix

            self._matrix = SignMatrix(words, id="matrix")
            self.mount(self._matrix, after=self.text)
        self._matrix.words = words
        self._show_matrix(True)
        return self._matrix

    def page(self) -> PageView:
        """Put the page in place of the matrix."""
        self._show_matrix(False)
        return self.text

    def _show_matrix(self, on: bool) -> None:
        self._in_matrix = on
        self.screen.set_class(on, "-matrix")

    def give_room(self, *, alone: bool, drawn: bool) -> None:
        """Leave the list away (`alone`), or leave it away where a drawing would have too little room beside it."""
        for pane in self.query(PageView):
            pane.awaits_room = (alone, drawn) != (self.alone, self.screen.has_class("-drawn"))
        self.alone = alone
        self.screen.set_class(alone, "-alone")
        self.screen.set_class(drawn, "-drawn")

    @property
    def pane(self) -> Literal["list", "page", "filter"]:
        """What has the focus."""
        if self.reading.has_focus:
            return "page"
        return "filter" if self.side.typing else "list"

    @property
    def keys_at_hand(self) -> Literal["list", "page", "matrix", "filter"]:
        """Whose keys count: those of what has the focus, and a matrix has its own."""
        return "matrix" if self.reading.has_focus and self.reading is not self.text else self.pane

    def turn_to(self, pane: Literal["list", "page"]) -> None:
        """Give the focus to a pane; where there is no list, to the page."""
        if self.alone:
            pane = "page"
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
        self.text.pointing = wide
        if wide and not self.query("#peek"):
            self.mount(PageView(id="peek", caption="where the lit link leads"))
        self.call_after_refresh(self.post_message, self.Resized())

    @property
    def wide(self) -> bool:
        """Whether there is room for the third pane."""
        return self.text.pointing

    def peek(self, page: Page | None, anchor: str) -> None:
        """Show a page in the third pane, if there is one."""
        for pane in self.query("#peek").results(PageView):
            pane.show(page, anchor=anchor)
