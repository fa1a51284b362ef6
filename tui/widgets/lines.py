"""Lines that scroll by themselves, by key, wheel and scroll bar. May not know what a line says.

Private name of Textual relied on, watched by `tests/widgets/test_brush.py`: `DOMNode._bindings`.
"""

from __future__ import annotations

from textual import events

from tui.widgets.canvas import Canvas

_WHEEL = 3
_KEPT = 1000


class LineView(Canvas):
    """Base of the list, of the page and of the matrix."""

    DEFAULT_CSS = "LineView { width: 1fr; height: 1fr; }"
    can_focus = True

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._dragging = False
        self._room_before = (0, 0)

    async def on_key(self, event: events.Key) -> None:
        """Do at once what the key is bound to here, rather than once it has gone up through all that lies around.

        A key bound here is no business of what lies around: nothing there hears of it.
        """
        for binding in self._bindings.key_to_bindings.get(event.key, ()):
            if not binding.priority and await self.app.run_action(binding.action, self):
                event.stop()
                event.prevent_default()
                return

    # Scrolling

    def scroll_lines(self, top: int) -> None:
        """Put line `top` first, as far as there are lines to fill the view."""
        top = max(0, min(top, self.total - self.view_height))
        if top != self.top:
            with self.changing():
                self.top = top
            if len(self._drawn) > _KEPT:
                self._drawn.clear()

    def show_line(self, index: int) -> None:
        """Scroll as little as needed to have line `index` in view."""
        height = max(1, self.view_height)
        if index < self.top:
            self.scroll_lines(index)
        elif index >= self.top + height:
            self.scroll_lines(index - height + 1)

    def on_resize(self) -> None:
        """Keep the view filled, and the cursor in it. Being shown again in the same room changes nothing."""
        with self.changing(at_once=False):
            self.top = max(0, min(self.top, self.total - self.view_height))
            room = self.room
            if all(room) and room != self._room_before:
                self._room_before = room
                self.reveal()
            self.forget()

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
