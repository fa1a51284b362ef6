"""A line to type in, one row high, after a mark that says what for. Knows no dossier."""

from __future__ import annotations

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import Input

from tui.render.wrap import cells
from tui.theme import Looks


class Field(Input):
    """A one-line field. `mark` is one character wide."""

    DEFAULT_CSS = """
    Field, Field.-textual-compact, Field.-textual-compact:focus {
        height: 1; width: 100%; border: none; padding: 0 1; background: $panel; color: $foreground;
    }
    """

    def __init__(self, mark: str, placeholder: str, *, id: str) -> None:
        super().__init__(placeholder=placeholder, compact=True, select_on_focus=False, id=id, max_length=200)
        self.cursor_blink = False
        self._mark = mark
        self._note = ""

    def tell(self, note: str) -> None:
        """Show `note` at the right edge, as long as what is typed leaves room for it."""
        if note != self._note:
            self._note = note
            self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The field after its mark and before its note."""
        strips = super().render_lines(crop)
        width = self.outer_size.width
        if not strips or crop.x or crop.width < width or not width:
            return strips
        looks = Looks(self.app, self.background_colors[1])
        parts = [Strip([Segment(self._mark, looks.style("label"))], 1), strips[0].crop(1)]
        size = cells(self._note) + 1
        if self._note and cells(self.value) + size + 3 <= width:
            note = Strip([Segment(f"{self._note} ", looks.style("dim"))], size)
            parts = [parts[0], strips[0].crop(1, width - size), note]
        strips[0] = Strip.join(parts)
        return strips
