"""A widget of many lines that draws only those in view and scrolls by itself.

One paint of a line is one strip: no layout pass on a key, no child for the scroll bar, no style cache in between.
Padding and borders are therefore not available: a subclass draws its own margins. May not know what a line says.
"""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.theme import Looks

_THUMB, _TRACK = "┃", "│"
_WHEEL = 3


class LineView(Widget):
    """Base of the list and of the page. Subclasses give `total` lines and draw one in `draw`."""

    DEFAULT_CSS = "LineView { width: 1fr; height: 1fr; }"
    can_focus = True

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.top = 0
        self._dragging = False
        self._looks: Looks | None = None

    @property
    def total(self) -> int:
        """How many lines there are."""
        raise NotImplementedError

    def draw(self, index: int, width: int) -> list[Segment]:
        """Line `index` in at most `width` cells; it is padded to that width."""
        raise NotImplementedError

    @property
    def looks(self) -> Looks:
        """The styles of the present theme."""
        if self._looks is None:
            self._looks = Looks(self.app)
        return self._looks

    @property
    def text_width(self) -> int:
        """Cells for text: the last column belongs to the scroll bar."""
        return max(1, self.size.width - 1)

    @property
    def ground(self) -> Style:
        """The background of the widget."""
        return Style(bgcolor=self.background_colors[1].rich_color)

    def notify_style_update(self) -> None:
        """Forget the styles of the theme before."""
        self._looks = None
        super().notify_style_update()

    # Drawing

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines in view, straight from `draw`."""
        strips = [self._strip(y) for y in range(crop.y, crop.bottom)]
        if crop.x == 0 and crop.width >= self.size.width:
            return strips
        return [strip.crop(crop.x, crop.right) for strip in strips]

    def render_line(self, y: int) -> Strip:
        """Line `y` of the view with its place in the text, as selecting by mouse needs it."""
        return self._strip(y).apply_offsets(0, self.top + y)

    def _strip(self, y: int) -> Strip:
        width, height = self.size
        if width < 1:
            return Strip([])
        index = self.top + y
        ground = self.ground
        segments = self.draw(index, self.text_width) if 0 <= index < self.total and width > 1 else []
        strip = Strip(segments).adjust_cell_length(max(0, width - 1), ground).apply_style(ground)
        return Strip([*strip, self._bar(y, height, ground)], width)

    def _bar(self, y: int, height: int, ground: Style) -> Segment:
        total = self.total
        if total <= height or height < 2:
            return Segment(" ", ground)
        size = max(1, height * height // total)
        start = round((height - size) * self.top / max(1, total - height))
        on = start <= y < start + size
        return Segment(_THUMB if on else _TRACK, self.looks.style("dim" if on else "rule") + ground)

    # Scrolling

    def scroll_lines(self, top: int) -> None:
        """Put line `top` first, as far as there are lines to fill the view."""
        top = max(0, min(top, self.total - self.size.height))
        if top != self.top:
            self.top = top
            self.refresh()
            self.scrolled()

    def scrolled(self) -> None:
        """Called after the view has moved."""

    def show_line(self, index: int) -> None:
        """Scroll as little as needed to have line `index` in view."""
        height = max(1, self.size.height)
        if index < self.top:
            self.scroll_lines(index)
        elif index >= self.top + height:
            self.scroll_lines(index - height + 1)

    def refresh_lines(self, *indexes: int) -> None:
        """Paint some lines anew, those in view."""
        width, height = self.size
        regions = [Region(0, index - self.top, width, 1) for index in indexes if 0 <= index - self.top < height]
        if regions:
            self.refresh(*regions)

    def on_resize(self) -> None:
        """Keep the view filled."""
        self.top = max(0, min(self.top, self.total - self.size.height))
        self.refresh()

    # The mouse

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Three lines on."""
        event.stop()
        self.scroll_lines(self.top + _WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Three lines back."""
        event.stop()
        self.scroll_lines(self.top - _WHEEL)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the scroll bar."""
        if event.x == self.size.width - 1 and self.total > self.size.height:
            event.stop()
            self._dragging = True
            self.capture_mouse()
            self._drag_to(event.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag the scroll bar."""
        if self._dragging:
            event.stop()
            self._drag_to(event.y)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let the scroll bar go."""
        if self._dragging:
            event.stop()
            self._dragging = False
            self.release_mouse()

    def _drag_to(self, y: int) -> None:
        height = self.size.height
        self.scroll_lines(round(y / max(1, height - 1) * (self.total - height)))
