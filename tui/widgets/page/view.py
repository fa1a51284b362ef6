"""Shows a page wrapped to the width, with one link selected and every link within reach of the keyboard."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message
from textual.selection import Selection

from tui.key_groups import bindings
from tui.keys import PAGE
from tui.nav.trail import NOT_SELECTED, SelectedLink
from tui.pages.page import Page, Span
from tui.render.layout import PageLayout
from tui.render.pointer import rows_of_pointer
from tui.render.wrap import NO_LINK, Row
from tui.widgets.line_widget import LineWidget, fixed_index
from tui.widgets.page.arrival import Arrival, Position, Request
from tui.widgets.page.layout_cache import margin
from tui.widgets.page.matches import FindMatches
from tui.widgets.page.new_version import same_link, same_place
from tui.widgets.page.prerender_cache import PrerenderCache
from tui.widgets.page.row_drawing import draw_row
from tui.widgets.page.scroll_anchor import ScrollAnchor
from tui.widgets.page.shown_page import ShownPage
from tui.widgets.page.viewport import Viewport, line_count, link_at, links_beside, row_at
from tui.widgets.spans_to_segments import spans_to_segments

_ADDITIONS_DELAY = 0.1
"""Seconds from the paint of a page to that of its additions, so that neither it nor the next key waits for them."""


class PageView(LineWidget):
    """A page in lines of a readable length. `link` is the number of the selected link, -1 when the page has none.

    A `caption` stays above the page. What `matches` finds is marked.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PAGE)]
    DEFAULT_CSS = "PageView { background: $background; }"

    class Followed(Message):
        """A link to `target` was followed; links to what is `beside` it are in the same block of the page."""

        def __init__(self, target: str, beside: tuple[str, ...] = ()) -> None:
            super().__init__()
            self.target = target
            self.beside = beside

    class LinkSelected(Message):
        """Another link may be selected; `target` is where it leads, empty when there is none."""

        def __init__(self, target: str) -> None:
            super().__init__()
            self.target = target

    def __init__(self, *, id: str | None = None, has_caption: bool = False) -> None:
        super().__init__(id=id)
        self.link = -1
        self._caption = ""
        self.header_height = int(has_caption)
        self.matches: FindMatches | None = None
        self._marks_link = False
        self._shown = ShownPage()
        self._prerendered = PrerenderCache()
        self._scroll_anchor = ScrollAnchor()
        self._arrival = Arrival()

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self._shown.page

    @property
    def has_additions(self) -> bool:
        """Whether the page is shown with its additions."""
        return self._shown.is_filled

    @property
    def page_layout(self) -> PageLayout:
        """The layout of the page for the size of the view."""
        return self._shown.layout

    @property
    def total(self) -> int:
        """How many lines the page has, with a blank one above and, where it does not fit as a whole, one below."""
        return line_count(self.page_layout, self.visible_height)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of the page, without the margins."""
        return self.page_layout.rows

    @property
    def target(self) -> str:
        """Where the selected link leads, empty when there is none."""
        return self.page_layout.links[self.link] if 0 <= self.link < len(self.page_layout.links) else ""

    @property
    def selected(self) -> SelectedLink:
        """The selected link, to be selected again in whatever version of the page is shown later."""
        if not (target := self.target):
            return NOT_SELECTED
        layout = self.page_layout
        return SelectedLink(target, layout.links[: self.link].count(target), layout.link_rows[self.link] - self.top)

    @property
    def position(self) -> Position:
        """Where to go back to: the first line in view and the selected link, or what was asked for and led there."""
        return self._arrival.position(self._at, self.page_layout)

    @property
    def _at(self) -> Position:
        return self.top, self.link, self.selected

    @property
    def beside(self) -> tuple[str, ...]:
        """Where the links lead that are in the same block of the page as the selected one; itself among them."""
        return links_beside(self.page_layout, self.link)

    @property
    def part(self) -> str:
        """The anchor of the part that the reader is at, empty above the first part.

        That is the part where the page was asked to begin until the reader moves, then that of the selected link or,
        while that is out of view, that of the first line in view.
        """
        if (anchor := self._arrival.request.anchor) in self.page_layout.anchors and not self._has_moved:
            return anchor
        return self._viewport.part(self.link)

    @property
    def marks_link(self) -> bool:
        """Whether the selected link is marked even without the focus."""
        return self._marks_link

    @marks_link.setter
    def marks_link(self, marks_link: bool) -> None:
        if marks_link != self._marks_link:
            self._marks_link = marks_link
            self.redraw()

    @property
    def caption(self) -> str:
        """What stands above the page and does not scroll, where there is room for it."""
        return self._caption

    @caption.setter
    def caption(self, caption: str) -> None:
        if caption != self._caption:
            self._caption = caption
            with self.updating():
                self.forget_lines(fixed_index(0))

    # Showing a page

    def show(
        self,
        page: Page | None,
        top: int = 0,
        link: int = 0,
        anchor: str = "",
        matches: FindMatches | None = None,
        *,
        target: str = "",
        selected: SelectedLink = NOT_SELECTED,
        is_resizing: bool = False,
    ) -> None:
        """Show `page` from line `top` with `link` selected, or from the part called `anchor`.

        The first link there to `target` is selected, if there is one, or that which was `selected` before.

        From its beginning it is scrolled to the first of the `matches`. While the view `is_resizing`, of a page that
        takes long only the beginning is laid out, where it is shown, and all of it for the next size. A link other than
        the first was selected among those of the additions, which are shown at once; so are those of another version of
        a page that has its additions, so that nothing in view goes away and comes again.
        """
        with self.updating():
            if self._is_unmarked and not self.top:
                self._prerendered.put(self.page_layout, self._strips)
            self.matches = matches
            self._shown.put(page, filled=link > 0)
            self._arrival.request = Request(top, link, anchor, self.app.size, target, selected)
            is_further_down = bool(top or link > 0 or anchor or target)
            if is_resizing and self._shown.begin(self._page_size, is_empty=is_further_down):
                self.call_after_refresh(self._lay_out_at_last)
            else:
                self._lay_out()
            self._go_to_request()
            self._strips = self._prerendered.take(self.page_layout) if self._is_unmarked else {}

    def replace(self, page: Page | None) -> None:
        """Show another version of the page: what is in view stays in view, and the selected link stays selected."""
        before, top, link, asked = self.page_layout, self.top, self.link, self._arrival.request
        was_as_asked, was_top = self.position == asked.position, top
        self.show(page, top, link, matches=self.matches)
        top, link = same_place(before, top, link, self.page_layout)
        if (top, link) != (self.top, self.link):
            self.show(page, top, link, matches=self.matches)
        if was_as_asked and asked.is_met_by(self.page_layout) and (asked.selected.target or self.top == was_top):
            self._arrival.request = asked

    def prepare(self, page: Page) -> None:
        """Lay out a page and draw what will be in view, unless that is done or would take too long."""
        if not self.area.width:
            return
        layout = self._shown.prepare(page, self._page_size)
        if layout is not None and layout is not self.page_layout and self._is_unmarked:
            self._prerendered.draw(layout, self)

    @property
    def _is_unmarked(self) -> bool:
        """Whether nothing is marked or selected, so that a page looks the same whenever it is shown."""
        return not (self.has_focus or self._marks_link or self.matches or self.text_selection is not None)

    @property
    def marks_focus(self) -> bool:
        """Whether there is a link to be marked as the selected one, or nothing else that could have the focus."""
        return bool(self.page_layout.links) or len(self.screen.focus_chain) < 2

    @property
    def _margin(self) -> int:
        return margin(self.text_width, self.page_layout.measure)

    @property
    def _page_size(self) -> Size:
        """The cells for a row with its margins, and the rows in view: there is a blank line above the first."""
        return Size(self.text_width if self.area.width else 0, max(0, self.visible_height - 1))

    def _lay_out(self) -> None:
        before, page = self.page_layout, self.page
        self._shown.lay_out(self._page_size)
        if page is not None and page.additions and self.area.width and not self._shown.is_filled:
            self.set_timer(_ADDITIONS_DELAY, partial(self._add, page))
        if self.page_layout is not before and self.text_selection is not None:
            self.screen.clear_selection()

    def _add(self, page: Page) -> None:
        """Show the additions of the page, if it is still shown: what is in view stays in view."""
        if page is not self.page or self._shown.is_filled or not self.area.width:
            return
        self._shown.fill()
        before, target, unmoved = self.page_layout, self.target, not self._has_moved
        with self.updating():
            self._lay_out()
            self.top, self.link = same_place(before, self.top, self.link, self.page_layout)
            self.choose_top(self.top)
            if unmoved:
                self._arrival.renew(self._at, self.app.size, self.page_layout)
            self.redraw()
        self._tell_of_change(target)

    def _tell_of_change(self, target: str) -> None:
        """Say which link is selected, if it leads elsewhere than to `target`."""
        if self.target != target:
            self.post_message(self.LinkSelected(self.target))

    def _lay_out_at_last(self) -> None:
        """Lay out the page that waited for another size, if the size is the same after all."""
        if self.page is not None and self._shown.is_begun:
            with self.updating():
                self._lay_out()
                self._go_to_request()
                self.redraw()
            self.post_message(self.LinkSelected(self.target))

    def _go_to_request(self) -> None:
        request = self._arrival.request
        top, link = request.top, request.link
        if self.area.width:
            top, link = request.locate(self.page_layout, self._page_size.height, self.matches)
            top = self._clamped(top)
        self.top, self.link = top, link
        self._arrival.lead_to(top, link)
        self.choose_top(top)

    @property
    def _has_moved(self) -> bool:
        """Whether the reader has scrolled or selected another link since the page was shown."""
        return self._arrival.has_moved(self.top, self.link)

    # Size

    def resized(self, previous: Size) -> None:
        """Lay out the page for the new size; the first visible row stays first.

        When the panes change their sizes, and not the terminal, the page goes to where it was asked to be shown.
        """
        before, target, unmoved = self.page_layout, self.target, not self._has_moved
        request = self._arrival.request
        same_terminal = request.terminal == self.app.size
        is_first = self._shown.is_begun or not before.rows
        self._lay_out()
        if unmoved and (same_terminal or request.anchor or is_first):
            self._go_to_request()
        elif self.page_layout.rows is not before.rows:
            self.link = same_link(before.links, self.link, self.page_layout.links)
            if self.top:
                self.top = self._scroll_anchor.locate(before.rows, self.top - 1, self.page_layout.rows) + 1
            if unmoved:
                self._arrival.renew(self._at, self.app.size, self.page_layout)
        self._tell_of_change(target)

    def forget_strips(self) -> None:
        """Drop all drawn lines, prerendered ones too."""
        super().forget_strips()
        self._prerendered.clear()

    # Drawing

    def draw(self, index: int, width: int) -> list[Segment]:
        """One row of the page between its margins."""
        link = self.link if self._marks_link or self.has_focus else NO_LINK
        drawn = self.page_layout, index, width, self.role_styles
        segments = draw_row(*drawn, link=link, focused=self.has_focus, matches=self.matches)
        if self.text_selection is not None and (span := self.text_selection.get_span(index)) is not None:
            from tui.widgets.page.selection import highlight_selection

            highlight = self.screen.get_component_rich_style("screen--selection")
            return list(highlight_selection(segments, span, highlight))
        return segments

    def draw_fixed(self, number: int, width: int) -> list[Segment]:
        """The caption."""
        return spans_to_segments((Span(" " * self._margin), Span(self.caption, "dim")), width, self.role_styles)

    # Links

    @property
    def _viewport(self) -> Viewport:
        return Viewport(self.page_layout, self.top, self.visible_height)

    def action_follow(self) -> None:
        """Follow the selected link; one that was scrolled out of view is shown first."""
        if self.target and self._viewport.contains(self.link):
            self.post_message(self.Followed(self.target, self.beside))
        elif self.target:
            self.reveal_line(self.page_layout.link_rows[self.link] + 1)

    def action_link(self, step: int) -> None:
        """Select the next or previous link in reading order, starting from what is in view."""
        viewport = self._viewport
        self.select_link(self.link + step if viewport.contains(self.link) else viewport.first_link(step))

    def action_step(self, step: int) -> None:
        """Select the next link below or above if it is in view, or scroll a line; a page in full view wraps around."""
        if (link := self._viewport.next_link(self.link, step)) >= 0:
            self.select_link(link)
        else:
            self.scroll_to_line(self.top + step)

    def action_page(self, step: int) -> None:
        """Scroll a screen up or down, and at the end select the last link in view."""
        before = self.top
        self.scroll_to_line(self.top + step * max(1, self.visible_height - 2))
        if self.top == before:
            self._select_visible_link(-step)
        elif not self._viewport.contains(self.link):
            self._select_visible_link(step)

    def action_edge(self, last: int) -> None:
        """Scroll to the beginning or the end and select the link there."""
        self.scroll_to_line(self.total if last else 0)
        self._select_visible_link(-1 if last else 1)

    def _select_visible_link(self, step: int) -> None:
        """Select the first link in view (step 1) or the last (step -1), if there is one."""
        if self._viewport.contains(link := self._viewport.first_link(step)):
            self.select_link(link)

    def select_link(self, link: int) -> None:
        """Select a link, the nearest one where there is no such number, and scroll it into view."""
        if not self.page_layout.links:
            return
        before = self.link
        with self.updating():
            self.link = max(0, min(link, len(self.page_layout.links) - 1))
            self.forget_lines(*self._viewport.link_lines(before), *self._viewport.link_lines(self.link))
            first = self.page_layout.link_rows[self.link]
            for row in (*rows_of_pointer(self.page_layout.rows, first, self.link)[:1], first):
                self.reveal_line(row + 1)
        if self.link != before:
            self.post_message(self.LinkSelected(self.target))

    def on_focus(self) -> None:
        """Mark the selected link; after scrolling it is one in view."""
        if self._has_moved and not self._viewport.contains(self.link):
            self._select_visible_link(1)
        self._refresh_link()
        self.post_message(self.LinkSelected(self.target))

    def on_blur(self) -> None:
        """Unmark the selected link."""
        self._refresh_link()

    def _refresh_link(self) -> None:
        with self.updating():
            self.forget_lines(*self._viewport.link_lines(self.link))

    # Mouse

    def on_click(self, event: events.Click) -> None:
        """Follow the link under the mouse, unless text was selected. A double click counts once."""
        if event.chain > 1:
            event.prevent_default()
            return
        if event.x >= self.text_width or event.y < self.header_height or self.text_selection is not None:
            return
        row = row_at(self.page_layout, self.top + event.y - self.header_height)
        if (link := link_at(row, event.x - self._margin)) != NO_LINK:
            self.select_link(link)
            self.post_message(self.Followed(self.target, self.beside))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected words, None when there are none."""
        from tui.widgets.page.selection import selected_text

        text = selected_text(self.page, self.page_layout, self._margin, selection) if self.page is not None else ""
        return (text, "\n") if text else None

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw the selection."""
        self.redraw()

    def key_escape(self, event: events.Key) -> None:
        """Drop a selection before the key does anything else."""
        if self.text_selection is not None:
            event.stop()
            self.screen.clear_selection()
