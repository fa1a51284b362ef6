"""A widget of many lines that draws only those in view and scrolls by itself.

One paint of a line is one strip: no layout pass on a key, no child for the scroll bar, no style cache in between.
Padding and borders are therefore not available: a subclass draws its own margins. May not know what a line says.
"""

from __future__ import annotations

from rich.segment import Segment
from textual import events
from textual.filter import ANSIToTruecolor, LineFilter
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.render.wrap import cells
from tui.theme import Looks

_THUMB, _TRACK = "┃", "│"
_WHEEL = 3
_KEPT = 1000


class LineView(Widget):
    """Base of the list and of the page. Subclasses give `total` lines and draw one in `draw`.

    `above` lines at the top and `below` at the bottom stand still; `draw_fixed` draws them.
    """

    DEFAULT_CSS = "LineView { width: 1fr; height: 1fr; }"
    can_focus = True
    above = 0
    below = 0

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.top = 0
        self._dragging = False
        self._looks: Looks | None = None
        self._filters: tuple[LineFilter, ...] = ()
        self._drawn: dict[tuple[int, str, int], Strip] = {}
        self._room_before = (0, 0)

    @property
    def total(self) -> int:
        """How many lines there are."""
        raise NotImplementedError

    def draw(self, index: int, width: int) -> list[Segment]:
        """Line `index` in at most `width` cells; it is padded to that width."""
        raise NotImplementedError

    def draw_fixed(self, number: int, width: int) -> list[Segment]:
        """Line `number` of those that stand still, counted from the top, then on from the bottom."""
        raise NotImplementedError

    @property
    def view_height(self) -> int:
        """How many lines are in view."""
        return max(0, self.size.height - self.above - self.below)

    @property
    def looks(self) -> Looks:
        """The styles of the present theme on the widget's background."""
        if self._looks is None:
            self._looks = Looks(self.app, self.background_colors[1])
            found = self.get_line_filters()
            self._filters = tuple(one for one in found if not isinstance(one, ANSIToTruecolor))  # ours are truecolor
        return self._looks

    @property
    def text_width(self) -> int:
        """Cells for text: the last column belongs to the scroll bar."""
        return max(1, self.size.width - 1)

    def notify_style_update(self) -> None:
        """Forget the styles of the theme before."""
        self._looks = None
        self.forget()
        super().notify_style_update()

    # Drawing

    def prepare(self) -> None:
        """Called once before lines are drawn, to look up what all of them need."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines in view, straight from `draw`."""
        self.prepare()
        width, height = self.size
        strips = [self._strip(y, width, height) for y in range(crop.y, crop.bottom)]
        if crop.x == 0 and crop.width >= width:
            return strips
        return [strip.crop(crop.x, crop.right) for strip in strips]

    def render_line(self, y: int) -> Strip:
        """Line `y` of the view with its place in the text, as selecting by mouse needs it."""
        self.prepare()
        return self._strip(y, *self.size).apply_offsets(0, self.top + y)

    def _strip(self, y: int, width: int, height: int) -> Strip:
        if width < 2:
            return Strip([Segment(" " * width, self.looks.blank)], width)
        if self.above or self.below:
            if not self.above <= y < self.above + self.view_height:
                return self._fixed(y, width)
            y, height = y - self.above, self.view_height
        index, room, total = self.top + y, width - 1, self.total
        bar = self._bar(y, height, total)
        key = (index, bar.text, width)
        if (strip := self._drawn.get(key)) is None:
            segments = self.draw(index, room) if 0 <= index < total else self.draw_beyond(index, room)
            strip = self._drawn[key] = self._finished([*self._padded(segments, room), bar], width)
        return strip

    def _fixed(self, y: int, width: int) -> Strip:
        number = y if y < self.above else y - self.view_height
        return self._finished(self._padded(self.draw_fixed(number, width), width), width)

    def _padded(self, segments: list[Segment], room: int) -> list[Segment]:
        left = room - sum(cells(segment.text) for segment in segments)
        if left < 0:
            return list(Strip(segments).crop(0, room))
        return [*segments, Segment(" " * left, self.looks.blank)] if left else segments

    def _finished(self, segments: list[Segment], width: int) -> Strip:
        for one in self._filters:
            segments = one.apply(segments, self.looks.ground)
        return Strip(segments, width)

    def repaint(self) -> None:
        """Draw all lines anew."""
        self.forget()
        self.refresh()

    def forget(self) -> None:
        """Let go of all lines drawn so far."""
        self._drawn.clear()

    def draw_beyond(self, index: int, width: int) -> list[Segment]:
        """What stands in a line of the view that has no text."""
        return []

    def _bar(self, y: int, height: int, total: int) -> Segment:
        if total <= height or height < 2:
            return Segment(" ", self.looks.blank)
        size = max(1, height * height // total)
        start = round((height - size) * self.top / max(1, total - height))
        on = start <= y < start + size
        return Segment(_THUMB if on else _TRACK, self.looks.style("dim" if on else "rule"))

    # Scrolling

    def scroll_lines(self, top: int) -> None:
        """Put line `top` first, as far as there are lines to fill the view."""
        top = max(0, min(top, self.total - self.view_height))
        if top != self.top:
            self.top = top
            if len(self._drawn) > _KEPT:
                self._drawn.clear()
            self.refresh()

    def show_line(self, index: int) -> None:
        """Scroll as little as needed to have line `index` in view."""
        height = max(1, self.view_height)
        if index < self.top:
            self.scroll_lines(index)
        elif index >= self.top + height:
            self.scroll_lines(index - height + 1)

    def refresh_lines(self, *indexes: int) -> None:
        """Paint some lines anew, those in view."""
        width, height = self.size
        regions = [Region(0, index - self.top, width, 1) for index in indexes if 0 <= index - self.top < height]
        for key in [key for key in self._drawn if key[0] in indexes]:
            del self._drawn[key]
        if regions:
            self.refresh(*regions)

    def on_resize(self) -> None:
        """Keep the view filled, and the cursor in it. Being shown again in the same room changes nothing."""
        self.top = max(0, min(self.top, self.total - self.view_height))
        room = self.room
        if all(room) and room != self._room_before:
            self._room_before = room
            self.reveal()
        self.repaint()

    @property
    def room(self) -> tuple[int, int]:
        """The width and height on which it depends whether the cursor is in view."""
        return self.size.width, self.size.height

    def reveal(self) -> None:
        """Bring the cursor into view, where there is one."""

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
        beside = self.above <= event.y < self.above + self.view_height
        if beside and event.x == self.size.width - 1 and self.total > self.view_height:
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
        self.screen.clear_selection()
        height = self.view_height
        self.scroll_lines(round((y - self.above) / max(1, height - 1) * (self.total - height)))
