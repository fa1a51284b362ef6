"""A list beside a page or matrix, and on wide terminals a preview of the selected link."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.getters import query_one
from textual.message import Message

from tui.pages.list_line import ListLine
from tui.pages.page import Page, Spans
from tui.widgets.filtered_list import FilteredList
from tui.widgets.page.view import PageView
from tui.widgets.record_list import RecordList

if TYPE_CHECKING:
    from tui.widgets.matrix.sign_matrix import SignMatrix

DIAGRAM_WIDTH, PREVIEW_WIDTH = 118, 150
"""The least width, in cells, at which there is room for a list beside a diagram, or for the preview beside the matrix,
and for the preview beside any page."""
BROAD_WIDTH = 190
"""The least width at which a page without a list has room for what stands beside it, and the preview for its lines."""
SEARCH_PREVIEW_WIDTH = 180
"""The least width at which there is room for the preview beside a search: where there is less, that is for results."""


class SplitView(Container):
    """The panes and which of them has the focus."""

    BLANK = True  # nothing but background, which makes it cheap to draw
    filtered_list = query_one("#side", FilteredList)
    records = query_one("#records", RecordList)
    page_view = query_one("#page", PageView)

    class Resized(Message):
        """The panes have new sizes; there may be a preview now, which shows nothing yet."""

    def __init__(self, line_of: Callable[[str], ListLine], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._line_of = line_of
        self._matrix: SignMatrix | None = None
        self._shows_matrix = False
        self._is_search = False
        self.list_hidden = False

    def compose(self) -> ComposeResult:
        """List and page; matrix and preview are created when first needed."""
        yield FilteredList(self._line_of, id="side")
        page = PageView(id="page")
        page.is_pane = True
        yield page

    @property
    def detail(self) -> PageView | SignMatrix:
        """The pane of the open record or view: the page, or the matrix in its place."""
        return self.matrix or self.page_view

    @property
    def matrix(self) -> SignMatrix | None:
        """The matrix, while it is in place of the page."""
        return self._matrix if self._shows_matrix else None

    def use_matrix(
        self, describe_cell: Callable[[int, int, int], list[Spans]], moved: Callable[[], object]
    ) -> SignMatrix:
        """Put the matrix in place of the page; it is given what describes a cell and is told when its cursor moved."""
        if self._matrix is None:
            from tui.widgets.matrix.sign_matrix import SignMatrix

            self._matrix = SignMatrix(describe_cell, moved, id="matrix")
            self._matrix.is_pane = True
            self.mount(self._matrix, after=self.page_view)
        self._matrix.describe_cell = describe_cell
        self._use(matrix=True)
        self._add_preview()
        self._matrix.tells_ties = not self.has_preview
        return self._matrix

    def use_page(self) -> PageView:
        """Put the page in place of the matrix."""
        self._use(matrix=False)
        return self.page_view

    def _use(self, *, matrix: bool) -> None:
        self._shows_matrix = matrix
        self.screen.set_class(matrix, "-matrix")

    def set_layout(self, *, list_hidden: bool, is_diagram: bool, is_search: bool = False) -> bool:
        """Hide the list, always or only where a diagram would have too little room; whether the panes change.

        The list of a search is as wide as the page, or hides it where there is too little room for both; where there
        is room for the preview too, it leaves that as much as a link needs.
        """
        self._is_search = is_search
        classes = {
            "-diagram": (is_diagram or is_search) and not list_hidden,
            "-search": self._is_wide_search,
            "-search-beside-preview": is_search and not self._is_wide_search,
        }
        changes = list_hidden != self.list_hidden or any(
            self.screen.has_class(name) != there for name, there in classes.items()
        )
        self.list_hidden = list_hidden
        self.screen.set_class(list_hidden, "-list-hidden")
        for name, there in classes.items():
            self.screen.set_class(there, name)
        self._add_preview()
        return changes

    @property
    def _is_wide_search(self) -> bool:
        """Whether the results of a search have the room of the preview."""
        return self._is_search and self.app.size.width < SEARCH_PREVIEW_WIDTH

    # Focus

    @property
    def pane(self) -> Literal["list", "page", "filter"]:
        """What has the focus."""
        if self.detail.has_focus:
            return "page"
        return "filter" if self.filtered_list.is_typing else "list"

    @property
    def key_group(self) -> Literal["list", "page", "matrix", "filter"]:
        """The active group of keys: that of the focused pane; the matrix has its own."""
        return "matrix" if self.detail.has_focus and self.detail is not self.page_view else self.pane

    def bring_forward(self, pane: Literal["list", "page"]) -> Literal["list", "page"]:
        """Show a pane, also where there is room for one only, and return it; the page where the list is hidden."""
        if self.list_hidden:
            pane = "page"
        self.screen.set_class(pane == "page", "-detail-focused")
        return pane

    def focus_pane(self, pane: Literal["list", "page"]) -> None:
        """Give the focus to a pane; to the page where the list is hidden."""
        target = self.detail if self.bring_forward(pane) == "page" else self.records
        if self.screen.focused is not target:
            self.screen.set_focus(target, scroll_visible=False)

    def open_filter(self) -> None:
        """Let the reader type a filter."""
        self.screen.remove_class("-detail-focused")
        self.filtered_list.open_filter()

    # The preview

    def on_resize(self, event: events.Resize) -> None:
        """Add the preview when there is room for it."""
        self.page_view.marks_link = self.app.size.width >= PREVIEW_WIDTH
        self.screen.set_class(self._is_wide_search, "-search")
        self.screen.set_class(self._is_search and not self._is_wide_search, "-search-beside-preview")
        self._add_preview()
        if self._matrix is not None:
            self._matrix.tells_ties = not self.has_preview
        self.call_after_refresh(self.post_message, self.Resized())

    @property
    def has_preview(self) -> bool:
        """Whether there is room for the preview."""
        least = DIAGRAM_WIDTH if self._shows_matrix else PREVIEW_WIDTH
        return self.app.size.width >= least and not self._is_wide_search

    def _add_preview(self) -> None:
        if self.has_preview and not self.query("#preview"):
            self.mount(PageView(id="preview", has_caption=True))

    def prepare_preview(self, page: Page) -> None:
        """Prepare a page that the preview may show next."""
        for preview in self.query("#preview").results(PageView):
            preview.prepare(page)

    def show_preview(self, page: Page | None, anchor: str, caption: str) -> None:
        """Show a page under a caption in the preview, if there is one; of the matrix under that of its cell."""
        caption = self.matrix.target_words if self.matrix is not None and page is not None else caption
        for preview in self.query("#preview").results(PageView):
            preview.caption = caption
            preview.show(page, anchor=anchor)
