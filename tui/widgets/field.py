"""A line to type in, one row high, after a mark that says what for. Knows no dossier."""

from __future__ import annotations

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import Input

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

    def render_lines(self, crop: Region) -> list[Strip]:
        """The field after its mark."""
        strips = super().render_lines(crop)
        if strips and crop.x == 0 and self.size.width:
            mark = Segment(self._mark, Looks(self.app, self.background_colors[1]).style("label"))
            strips[0] = Strip.join([Strip([mark], 1), strips[0].crop(1)])
        return strips
