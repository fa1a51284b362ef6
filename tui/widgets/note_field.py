"""A field for a text of several lines."""

from __future__ import annotations

from collections.abc import Callable

from textual.events import Key, Paste
from textual.strip import Strip
from textual.widgets import TextArea


class NoteField(TextArea):
    """What is pasted is made printable by `clean`. What `enter` does is left to the screen."""

    DEFAULT_CSS = """
    NoteField, NoteField:focus { height: 1fr; max-height: 6; min-height: 1; width: 100%; border: none; padding: 0 1; }
    NoteField { background: $panel; color: $foreground; }
    """

    def __init__(self, text: str, placeholder: str, clean: Callable[[str], str], *, id: str) -> None:
        super().__init__(text, id=id, compact=True, highlight_cursor_line=False, placeholder=placeholder)
        self.cursor_blink = False
        self._clean = clean
        self.move_cursor(self.document.end)

    def render_line(self, y: int) -> Strip:
        """One row; nothing where there is no room between the margins, for which the placeholder cannot be wrapped."""
        return super().render_line(y) if self.content_size.width > 0 else Strip.blank(self.size.width)

    def on_key(self, event: Key) -> None:
        """Do not take `enter` for a new line."""
        if event.key == "enter":
            event.prevent_default()

    def on_paste(self, event: Paste) -> None:
        """Insert what was pasted as it can be printed."""
        event.stop()
        event.prevent_default()
        self.move_cursor(self.replace(self._clean(event.text), *self.selection).end_location)

    def break_line(self) -> None:
        """Begin a new line."""
        self.move_cursor(self.replace("\n", *self.selection).end_location)
