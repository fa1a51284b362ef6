"""One-line bars of words that can be clicked: the panels at the top, the keys at the bottom. Knows no dossier."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.render.wrap import cells
from tui.theme import Looks
from tui.widgets.brush import Brush, Stroke


class Cell(NamedTuple):
    """One part of a bar. `action` is what a click does, empty for nothing; `off` dims it.

    `short` stands for the label in a bar too narrow for all labels; a bar of such cells is then drawn close together.
    """

    key: str
    label: str
    action: str = ""
    lit: bool = False
    off: bool = False
    short: str = ""

    @property
    def text(self) -> str:
        """The cell with one blank on either side."""
        return f" {self.key} {self.label} " if self.label else f" {self.key} "


class Bar(Widget):
    """A line of cells at the left and words at the right. Cells that do not fit lose their label, then go."""

    DEFAULT_CSS = "Bar { height: 1; width: 1fr; background: $panel; }"
    ALLOW_SELECT = False

    class Pressed(Message):
        """A cell was clicked; `action` is what it asks for."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._cells: tuple[Cell, ...] = ()
        self._right = ""
        self._spots: list[tuple[int, int, str]] = []
        self._looks: Looks | None = None
        self._drawn: Strip | None = None
        self._brush = Brush(self)

    def show(self, cells: Sequence[Cell], right: str = "") -> None:
        """Show these cells, and `right` at the right edge."""
        shown = (tuple(cells), right.replace("\n", " "))
        if shown != (self._cells, self._right):
            self._cells, self._right = shown
            self._drawn = None
            if not self._brush.paint(
                Stroke(0, 0, strip) for strip in self.render_lines(Region(0, 0, self.size.width, 1))
            ):
                self.refresh()

    def notify_style_update(self) -> None:
        """Forget the styles of the theme before."""
        self._looks = None
        self._drawn = None
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The one line."""
        width = self.size.width
        if self._drawn is None or self._drawn.cell_length != width:
            self._drawn = self.render_line(0)
        strip = self._drawn
        if crop.height == 1 and crop.x == 0 and crop.width >= width:
            return [strip]
        return [strip.crop(crop.x, crop.right) for _ in range(crop.height)]

    def render_line(self, y: int) -> Strip:
        """The one line."""
        if self._looks is None:
            self._looks = Looks(self.app, self.background_colors[1])
        looks, width = self._looks, self.size.width
        self._spots = []
        segments: list[Segment] = []
        column = 0
        kept = fitted(self._cells, width)
        close = _size(kept) > width
        for number, cell in enumerate(kept):
            after = kept[number + 1 : number + 2]
            text = cell.text[:-1] if close and after and not cell.lit else cell.text
            if close and number and kept[number - 1].lit:
                text = text[1:]
            if cell.lit:
                segments.append(Segment(text, looks.cursor(True)))
            else:
                rest = looks.style("dim" if cell.off else "text")
                key = looks.style("dim" if cell.off else "label")
                at = text.index(cell.key) + len(cell.key)
                segments += [Segment(text[:at], key), Segment(text[at:], rest)]
            size = cells(text)
            self._spots.append((column, column + size, cell.action))
            column += size
        if self._right and (room := width - column - 2) > 6:
            right = self._right if cells(self._right) <= room else _cut(self._right, room)
            segments.append(Segment(" " * (room + 1 - cells(right)), looks.blank))
            segments.append(Segment(f"{right} ", looks.style("dim")))
        strip = Strip(segments).adjust_cell_length(max(0, width), looks.blank)
        for one in self.get_line_filters():
            strip = strip.apply_filter(one, looks.ground)
        return strip

    def on_click(self, event: events.Click) -> None:
        """Do what the cell under the mouse is for."""
        for start, end, action in self._spots:
            if start <= event.x < end and action:
                self.post_message(self.Pressed(action))


def fitted(bar: Sequence[Cell], width: int) -> list[Cell]:
    """The cells that fit into `width`: first all take their short labels, then unlit ones lose theirs, then some go.

    Labels are lost from the right. Cells with short labels may come out one blank too wide each: drawn close, they fit.
    """
    kept = list(bar)
    close = 0
    if _size(kept) > width and all(cell.short for cell in kept):
        kept = [cell._replace(label=cell.short) for cell in kept]
        close = 1
    for number in range(len(kept) - 1, -1, -1):
        if _size(kept, close) <= width:
            return kept
        if not kept[number].lit:
            kept[number] = kept[number]._replace(label="")
    while kept and _size(kept, close) > width:
        kept.pop()
    return kept


def _size(bar: Sequence[Cell], close: int = 0) -> int:
    return sum(cells(cell.text) for cell in bar) - close * max(0, len(bar) - 1)


def _cut(text: str, room: int) -> str:
    from rich.cells import set_cell_size

    return f"{set_cell_size(text, room - 1).rstrip(' ')}…"
