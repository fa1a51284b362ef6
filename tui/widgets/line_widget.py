"""A widget of many lines that draws those in view, caches them, and refreshes those that change.

Lines are drawn at their full width with the scroll bar in the last column, so there is no layout pass on a key and no
child widget for the scroll bar. Padding and borders are not supported: a subclass draws its own margins.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from rich.segment import Segment
from textual import events
from textual.filter import ANSIToTruecolor, LineFilter
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from tui.render.wrap import cells
from tui.theme import RoleStyles

StripKey = tuple[int, str]
"""The index of a line and what of the scroll bar is at its end."""

_THUMB, _TRACK, _UNFOCUSED_THUMB, _NO_BAR = "thumb", "track", "unfocused thumb", "none"
_BARS = {_THUMB: ("┃", "strong"), _TRACK: ("│", "rule"), _UNFOCUSED_THUMB: ("┃", "dim"), _NO_BAR: (" ", "text")}
"""The character and the role of each part of a scroll bar.

Only that of the focused widget has a track, and that of a pane which a rule parts from the next one.
"""
_WHEEL_LINES = 3
_MAX_STRIPS = 200


class ScrollGeometry(NamedTuple):
    """Which lines are in view: `height` lines from line `top` on, of `total`, and where the scroll bar's thumb is.

    The thumb covers the view's lines `thumb_start` to before `thumb_end`; both are 0 when there is no scroll bar. Where
    the widget is not `focused`, there is nothing but the thumb, and a track where the widget is `edged`.
    """

    width: int
    height: int
    top: int
    total: int
    thumb_start: int = 0
    thumb_end: int = 0
    focused: bool = True
    edged: bool = False

    def key(self, y: int) -> StripKey:
        """The key of the line shown at `y`."""
        if self.thumb_start <= y < self.thumb_end:
            return self.top + y, _THUMB if self.focused else _UNFOCUSED_THUMB
        return self.top + y, _TRACK if self.edged or (self.focused and self.thumb_end) else _NO_BAR


def scroll_geometry(
    width: int, height: int, top: int, total: int, *, focused: bool = True, always: bool = False
) -> ScrollGeometry:
    """The geometry of `height` lines from `top` on; there is a scroll bar unless all of `total` lines are in view.

    With `always` there is one even then, from end to end.
    """
    if height < 2 or (total <= height and not always):
        return ScrollGeometry(width, height, top, total, focused=focused)
    thumb = max(1, height * height // max(height, total))
    start = round((height - thumb) * top / max(1, total - height))
    return ScrollGeometry(width, height, top, total, start, start + thumb, focused)


class LineWidget(Widget):
    """Lines that scroll by key, wheel and scroll bar. Subclasses give `total` lines and draw one in `draw`.

    `header_height` lines at the top and `footer_height` at the bottom do not scroll; `draw_fixed` draws them.
    """

    DEFAULT_CSS = "LineWidget { width: 1fr; height: 1fr; }"
    can_focus = True
    header_height = 0
    footer_height = 0
    is_pane = False
    """Whether another pane may stand right of it; a rule parts the two where their grounds are alike."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.top = 0
        self.area = Size(0, 0)
        """The size for which the lines are laid out. It is kept while the widget is hidden."""
        self.chosen_top = 0
        """The first line in view as the reader or a place chose it; in another size another line may be the first."""
        self._chosen_in = Size(0, 0)
        self._is_fitting = False
        self._strips: dict[StripKey, Strip] = {}
        self._role_styles: RoleStyles | None = None
        self._line_filters: tuple[LineFilter, ...] = ()
        self._update_depth = 0
        self._dragging_bar = False

    # What a subclass provides

    @property
    def total(self) -> int:
        """How many lines there are."""
        raise NotImplementedError

    def draw(self, index: int, width: int) -> list[Segment]:
        """Line `index` in at most `width` cells; it is padded to that width."""
        raise NotImplementedError

    def draw_beyond(self, index: int, width: int) -> list[Segment]:
        """A line of the view after the last one."""
        return []

    def draw_fixed(self, number: int, width: int) -> list[Segment]:
        """Line `number` of the header and footer, counted through both."""
        raise NotImplementedError

    @property
    def marks_focus(self) -> bool:
        """Whether what is drawn shows that the widget has the focus; if not, it has a scroll bar in any case."""
        return True

    def resized(self, previous: Size) -> None:
        """Adapt to the new `area`; the old one was `previous`."""

    # Size

    def watch_virtual_size(self) -> None:
        """Fit the lines to a new size before it is painted; the Resize event comes after the first paint."""
        self._fit()

    def on_resize(self) -> None:
        """Fit the lines to a new size."""
        if self._fit():
            self.refresh()

    def _fit(self) -> bool:
        """Adapt to the widget's size; return whether it has changed."""
        previous, size = self.area, self.size
        if size == previous or not size:
            return False
        self.area = size
        self.forget_strips()
        self._is_fitting = True
        self.resized(previous)
        self._is_fitting = False
        self.top = self._clamped(self.chosen_top if size == self._chosen_in else self.top)
        return True

    @property
    def text_width(self) -> int:
        """Cells for text: the last column belongs to the scroll bar."""
        return max(1, self.area.width - 1)

    @property
    def visible_height(self) -> int:
        """How many scrolling lines are in view."""
        return max(0, self.area.height - self.header_height - self.footer_height)

    # Drawing

    @property
    def role_styles(self) -> RoleStyles:
        """The styles of the present theme on the widget's background."""
        if self._role_styles is None:
            self._role_styles = RoleStyles(self.app, self.background_colors[1])
            filters = self.get_line_filters()
            self._line_filters = tuple(each for each in filters if not isinstance(each, ANSIToTruecolor))
        return self._role_styles

    def notify_style_update(self) -> None:
        """Forget the styles of the previous theme."""
        self._role_styles = None
        self.forget_strips()
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines in view, as they were drawn."""
        geometry = self._geometry()
        strips = [self._strip(y, geometry) for y in range(crop.y, crop.bottom)]
        if crop.x == 0 and crop.width >= geometry.width:
            return strips
        return [strip.crop(crop.x, crop.right) for strip in strips]

    def render_line(self, y: int) -> Strip:
        """Line `y` of the view with its position in the text, which selecting with the mouse needs."""
        return self._strip(y, self._geometry()).apply_offsets(0, self.top + y - self.header_height)

    def _geometry(self) -> ScrollGeometry:
        focused = self.has_focus
        always = focused and not self.marks_focus
        geometry = scroll_geometry(
            self.area.width, self.visible_height, self.top, self.total, focused=focused, always=always
        )
        return geometry._replace(edged=True) if self._is_edged else geometry

    @property
    def _is_edged(self) -> bool:
        """Whether the last column is a rule between this pane and the next one."""
        return self.is_pane and self.role_styles.grounds_are_alike and self.region.right < self.screen.size.width

    def _key(self, y: int, geometry: ScrollGeometry) -> StripKey:
        header = self.header_height
        if header <= y < header + geometry.height:
            return geometry.key(y - header)
        return fixed_index(y if y < header else y - geometry.height), _TRACK if geometry.edged else ""

    def _strip(self, y: int, geometry: ScrollGeometry) -> Strip:
        key = self._key(y, geometry)
        if (strip := self._strips.get(key)) is None:
            strip = self._strips[key] = self._with_other_bar(key) or self._draw_strip(y, key, geometry)
        return strip

    def _with_other_bar(self, key: StripKey) -> Strip | None:
        """A line that was drawn with another part of the scroll bar at its end."""
        index, bar = key
        drawn = (self._strips.get((index, other)) for other in _BARS if other != bar) if bar else ()
        strip = next(filter(None, drawn), None)
        return (
            Strip([*list(strip)[:-1], *self._filtered([self._bar_segment(bar)])], strip.cell_length) if strip else None
        )

    def _draw_strip(self, y: int, key: StripKey, geometry: ScrollGeometry) -> Strip:
        index, bar = key
        width = geometry.width
        if width < 2 or y >= self.area.height:
            return Strip([Segment(" " * width, self.role_styles.blank)], width)
        if index < 0:
            return self.finish_strip(self.draw_fixed(fixed_index(index), width - bool(bar)), width, bar)
        inside = index < geometry.total
        segments = self.draw(index, width - 1) if inside else self.draw_beyond(index, width - 1)
        return self.finish_strip(segments, width, bar)

    def finish_strip(self, segments: list[Segment], width: int, bar: str = "") -> Strip:
        """Segments as a strip of `width` cells that ends in the part `bar` of the scroll bar."""
        styles = self.role_styles
        room = width - bool(bar)
        missing = room - sum(cells(segment.text) for segment in segments)
        if missing < 0:
            segments = list(Strip(segments).crop(0, room))
        elif missing:
            segments = [*segments, Segment(" " * missing, styles.blank)]
        if bar:
            segments = [*segments, self._bar_segment(bar)]
        return Strip(self._filtered(segments), width)

    def _bar_segment(self, bar: str) -> Segment:
        character, role = _BARS[bar]
        return Segment(character, self.role_styles.style(role))

    def _filtered(self, segments: list[Segment]) -> list[Segment]:
        for line_filter in self._line_filters:
            segments = line_filter.apply(segments, self.role_styles.background)
        return segments

    # Refreshing

    @contextmanager
    def updating(self) -> Iterator[None]:
        """Change what is shown; the lines that then differ, or that were forgotten, are refreshed."""
        self._update_depth += 1
        before = self._known_strips() if self._update_depth == 1 else []
        try:
            yield
        finally:
            self._update_depth -= 1
        if not self._update_depth:
            self._refresh_changed(before)

    def _known_strips(self) -> list[Strip | None]:
        geometry = self._geometry()
        return [self._strips.get(self._key(y, geometry)) for y in range(self.area.height)]

    def _refresh_changed(self, before: list[Strip | None]) -> None:
        regions = [
            self.changed_region(y)
            for y, (old, new) in enumerate(zip(before, self._known_strips(), strict=True))
            if new is None or (new is not old and new != old)
        ]
        if regions:
            self.refresh(*regions)

    def changed_region(self, y: int) -> Region:
        """What of the line at `y` has to be painted again when it changes; a subclass may know of less than all."""
        return Region(0, y, self.area.width, 1)

    def redraw(self) -> None:
        """Draw all lines anew."""
        self.forget_strips()
        self.refresh()

    def forget_strips(self) -> None:
        """Drop all drawn lines."""
        self._strips.clear()

    def forget_lines(self, *indexes: int) -> None:
        """Drop some drawn lines."""
        for key in [key for key in self._strips if key[0] in indexes]:
            del self._strips[key]

    # Scrolling

    def scroll_to_line(self, top: int) -> None:
        """Make `top` the first line in view, as far as enough lines follow to fill the view."""
        top = self._clamped(top)
        if not self._is_fitting:
            self.choose_top(top)
        if top != self.top:
            with self.updating():
                self.top = top
            if len(self._strips) > _MAX_STRIPS:
                self._strips.clear()

    def choose_top(self, top: int) -> None:
        """Take note that `top` shall be the first line in view whenever the widget has the size that it has now."""
        self.chosen_top, self._chosen_in = top, self.area

    def reveal_line(self, index: int) -> None:
        """Scroll as little as needed to have line `index` in view."""
        height = max(1, self.visible_height)
        if index < self.top:
            self.scroll_to_line(index)
        elif index >= self.top + height:
            self.scroll_to_line(index - height + 1)

    def _clamped(self, top: int) -> int:
        return max(0, min(top, self.total - self.visible_height))

    # Mouse

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll three lines down."""
        event.stop()
        self.scroll_to_line(self.top + _WHEEL_LINES)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll three lines up."""
        event.stop()
        self.scroll_to_line(self.top - _WHEEL_LINES)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Grab the scroll bar."""
        on_scrolling_line = self.header_height <= event.y < self.header_height + self.visible_height
        if on_scrolling_line and event.x == self.area.width - 1 and self.total > self.visible_height:
            event.stop()
            self._dragging_bar = True
            self.capture_mouse()
            self._drag_to(event.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag the scroll bar."""
        if self._dragging_bar:
            event.stop()
            self._drag_to(event.y)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Release the scroll bar."""
        if self._dragging_bar:
            event.stop()
            self._dragging_bar = False
            self.release_mouse()

    def _drag_to(self, y: int) -> None:
        self.screen.clear_selection()
        height = self.visible_height
        self.scroll_to_line(round((y - self.header_height) / max(1, height - 1) * (self.total - height)))


def fixed_index(number: int) -> int:
    """The line index that represents line `number` of the header and footer, and the number for such an index."""
    return -1 - number
