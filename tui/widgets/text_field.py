"""A one-row input field after a label that says what is typed in it."""

from __future__ import annotations

from rich.segment import Segment
from textual.events import Paste
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import Input

from tui.render.wrap import cells
from tui.theme import RoleStyles

MAX_LENGTH = 200


class TextField(Input):
    """A one-line field after a `label`, written as it is, with the blanks around it."""

    DEFAULT_CSS = """
    TextField, TextField.-textual-compact, TextField.-textual-compact:focus {
        height: 1; width: 100%; border: none; background: $panel; color: $foreground;
    }
    TextField > .input--placeholder, TextField > .input--suggestion { color: $ink-dim; }
    """

    def __init__(self, label: str, placeholder: str, *, id: str, max_length: int = MAX_LENGTH) -> None:
        super().__init__(placeholder=placeholder, compact=True, select_on_focus=False, id=id, max_length=max_length)
        self._longest = max_length
        self.cursor_blink = False
        self._label = label
        self.styles.padding = (0, 1, 0, cells(self._label))
        self._note = ""

    def show_note(self, note: str) -> None:
        """Show `note` at the right edge, as long as the typed text leaves room for it."""
        if note != self._note:
            self._note = note
            self.refresh()

    def on_paste(self, event: Paste) -> None:
        """Insert the printable part of a pasted text as one line; what exceeds the limit is left out, which is said."""
        event.stop()
        event.prevent_default()
        text = "".join(filter(str.isprintable, " ".join(event.text.splitlines())))
        start, end = sorted(self.selection)
        room = self._longest - len(self.value) + end - start
        self.replace(text[:room], start, end)
        if len(text) > room:
            self.notify(f"The paste was cut: the field takes {self._longest} characters", markup=False)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The field after its label and before its note."""
        strips = super().render_lines(crop)
        width = self.outer_size.width
        if not strips or crop.x or crop.width < width or not width:
            return strips
        styles = RoleStyles(self.app, self.background_colors[1])
        lead, note_width = min(width, cells(self._label)), cells(self._note) + 1
        label = self._filtered(Strip([Segment(self._label, styles.style("label"))])).crop(0, lead)
        if self._note and lead + cells(self.value) + note_width + 2 <= width:
            note = self._filtered(Strip([Segment(f"{self._note} ", styles.style("dim"))], note_width))
            strips[0] = Strip.join([label, strips[0].crop(lead, width - note_width), note])
        else:
            strips[0] = Strip.join([label, strips[0].crop(lead)])
        return strips

    def _filtered(self, strip: Strip) -> Strip:
        """A strip as all else is painted, such as without colours."""
        for line_filter in self.get_line_filters():
            strip = strip.apply_filter(line_filter, self.background_colors[1])
        return strip
