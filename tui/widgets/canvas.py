"""A widget of many lines that draws only those in view, and paints at once what a change makes different.

One paint of a line is one strip: no layout pass on a key, no child for the scroll bar, no style cache in between.
Padding and borders are therefore not available: a subclass draws its own margins. May not know what a line says, nor
what scrolls it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from rich.segment import Segment
from textual.filter import ANSIToTruecolor, LineFilter
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.render.wrap import cells
from tui.theme import Looks
from tui.widgets.brush import Brush, Stroke

_THUMB, _TRACK = "┃", "│"
_BAR_ROLES = {_THUMB: "dim", _TRACK: "rule", " ": "text"}


class View(NamedTuple):
    """What of a text is seen: the size of the widget, how many lines of it move, how many lines there are in all.

    The thumb of the scroll bar stands on the moving lines from `start` to before `end`; without a bar both are 0.
    """

    width: int
    height: int
    moving: int
    total: int
    start: int = 0
    end: int = 0


class Canvas(Widget):
    """Lines from `top` on. Subclasses give `total` lines and draw one in `draw`.

    `above` lines at the top and `below` at the bottom stand still; `draw_fixed` draws them.
    """

    above = 0
    below = 0

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.top = 0
        self._looks: Looks | None = None
        self._filters: tuple[LineFilter, ...] = ()
        self._drawn: dict[tuple[int, str, int], Strip] = {}
        self._brush = Brush(self)
        self._changes = 0

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

    def prepare(self) -> None:
        """Called once before lines are drawn, to look up what all of them need."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines in view, straight from `draw`."""
        self.prepare()
        view = self._view()
        strips = [self._strip(y, view) for y in range(crop.y, crop.bottom)]
        if crop.x == 0 and crop.width >= view.width:
            return strips
        return [strip.crop(crop.x, crop.right) for strip in strips]

    def render_line(self, y: int) -> Strip:
        """Line `y` of the view with its place in the text, as selecting by mouse needs it."""
        self.prepare()
        return self._strip(y, self._view()).apply_offsets(0, self.top + y)

    def _view(self) -> View:
        width, height = self.size
        moving, total = max(0, height - self.above - self.below), self.total
        if total <= moving or moving < 2:
            return View(width, height, moving, total)
        thumb = max(1, moving * moving // total)
        start = round((moving - thumb) * self.top / max(1, total - moving))
        return View(width, height, moving, total, start, start + thumb)

    def _key(self, y: int, view: View) -> tuple[int, str, int]:
        """By what a drawn line is kept: the line of the text, the bar at its end, and the width."""
        y -= self.above
        bar = " " if not view.end else _THUMB if view.start <= y < view.end else _TRACK
        return self.top + y, bar, view.width

    def _strip(self, y: int, view: View) -> Strip:
        width = view.width
        if width < 2:
            return Strip([Segment(" " * width, self.looks.blank)], width)
        if not self.above <= y < self.above + view.moving:
            number = y if y < self.above else y - view.moving
            return self._finished(self._padded(self.draw_fixed(number, width), width), width)
        index, bar, _ = key = self._key(y, view)
        if (strip := self._drawn.get(key)) is None:
            room = width - 1
            segments = self.draw(index, room) if 0 <= index < view.total else self.draw_beyond(index, room)
            end = Segment(bar, self.looks.style(_BAR_ROLES[bar]))
            strip = self._drawn[key] = self._finished([*self._padded(segments, room), end], width)
        return strip

    def _padded(self, segments: list[Segment], room: int) -> list[Segment]:
        left = room - sum(cells(segment.text) for segment in segments)
        if left < 0:
            return list(Strip(segments).crop(0, room))
        return [*segments, Segment(" " * left, self.looks.blank)] if left else segments

    def _finished(self, segments: list[Segment], width: int) -> Strip:
        for one in self._filters:
            segments = one.apply(segments, self.looks.ground)
        return Strip(segments, width)

    def draw_beyond(self, index: int, width: int) -> list[Segment]:
        """What stands in a line of the view that has no text."""
        return []

    # Painting

    def repaint(self) -> None:
        """Draw all lines anew."""
        self.forget()
        self.refresh()

    def forget(self) -> None:
        """Let go of all lines drawn so far."""
        self._drawn.clear()

    def forget_lines(self, *indexes: int) -> None:
        """Let go of some lines drawn so far."""
        for key in [key for key in self._drawn if key[0] in indexes]:
            del self._drawn[key]

    @contextmanager
    def changing(self, *, at_once: bool = True) -> Iterator[None]:
        """Change what is shown: the lines that come to look different are painted, at once where that is possible.

        Where several widgets change together, painting them together, not `at_once`, costs less.
        """
        self._changes += 1
        try:
            before = self._drawn_lines() if self._changes == 1 else []
            yield
        finally:
            self._changes -= 1
        if self._changes or (at_once and self._brush.paint(self._different(before))):
            return
        if at_once or not self._brush.free:  # not drawn before there is the room for it
            self.refresh()
        elif changed := [Region(0, stroke.y, self.size.width, 1) for stroke in self._different(before)]:
            self.refresh(*changed)

    def _drawn_lines(self) -> list[Strip | None]:
        """What is known to be painted; what stands still is not kept."""
        view = self._view()
        moving = range(self.above, self.above + view.moving)
        return [self._drawn.get(self._key(y, view)) if y in moving else None for y in range(view.height)]

    def _different(self, before: Sequence[Strip | None]) -> Iterator[Stroke]:
        self.prepare()
        view = self._view()
        for y, old in enumerate(before):
            new = self._strip(y, view)
            if old is not new and old != new:
                yield Stroke(0, y, new)

    def paint(self, *regions: Region) -> None:
        """Paint parts of the view, at once where that is possible."""
        if not self._brush.paint(self._strokes(regions)):
            self.refresh(*regions)

    def _strokes(self, regions: Iterable[Region]) -> Iterator[Stroke]:
        self.prepare()
        view = self._view()
        for region in (region.intersection(self.size.region) for region in regions):
            for y in range(region.y, region.bottom) if region.width else ():
                strip = self._strip(y, view)
                yield Stroke(region.x, y, strip if region.width == view.width else strip.crop(region.x, region.right))
