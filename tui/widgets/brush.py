"""Painting parts of one widget at once, past the compositor.

For the compositor a cursor key that changes two lines is a reason to draw every widget beside them, and to cut all that
into pieces; it is asked some turns of the event loop later. It keeps no picture of what was painted, so nothing is lost
by not asking it. May not know what is painted.

Private names of Textual relied on, watched by `tests/widgets/test_brush.py`: `_compositor.CompositorUpdate`,
`Compositor.visible_widgets`, `Screen._compositor`, `_layout_required`, `_scroll_required`, `_recompose_required`,
`App._display`, `_batch_count`, `Widget._repaint_required`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from rich.console import Console
from textual._compositor import CompositorUpdate
from textual.app import ScreenStackError
from textual.dom import NoScreen
from textual.geometry import Offset, Region
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from textual.screen import Screen


class Stroke(NamedTuple):
    """Part of a line, from a column and line of the widget on."""

    x: int
    y: int
    strip: Strip


class _Strokes(CompositorUpdate):
    def __init__(self, corner: Offset, strokes: Sequence[Stroke]) -> None:
        self._corner = corner
        self._strokes = strokes

    def render_segments(self, console: Console) -> str:
        left, top = self._corner.x + 1, self._corner.y + 1
        return "".join(f"\x1b[{top + y};{left + x}H{strip.render(console)}" for x, y, strip in self._strokes)


class Brush:
    """Paints parts of `widget`, which has neither border nor padding."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._placed: dict[Widget, tuple[Region, Region]] = {}
        self._corner: Offset | None = None

    @property
    def free(self) -> bool:
        """Whether the widget can be painted now."""
        return self._screen() is not None

    def paint(self, strokes: Iterable[Stroke]) -> bool:
        """Paint, and say so; at no stroke is looked where that is not possible.

        It is possible while the widget is seen, nothing lies over it and nothing on the screen waits for a layout.
        """
        screen = self._screen()
        if screen is None or self._corner is None:
            return False
        if found := list(strokes):
            screen.app._display(screen, cast(Any, _Strokes(self._corner, found)))
        return True

    def _screen(self) -> Screen[Any] | None:
        """The screen, if the widget can be painted on now."""
        try:
            screen, app = self._widget.screen, self._widget.app
            if app.screen is not screen or app._batch_count or app.is_inline:
                return None
        except (NoScreen, ScreenStackError):
            return None
        if screen._layout_required or screen._scroll_required or screen._recompose_required:
            return None
        if self._widget._repaint_required:  # by the compositor, and perhaps elsewhere
            return None
        placed = screen._compositor.visible_widgets
        if placed is not self._placed:
            self._placed, self._corner = placed, _corner(self._widget, placed)
        return screen if self._corner is not None else None


def _corner(widget: Widget, placed: dict[Widget, tuple[Region, Region]]) -> Offset | None:
    """Where the widget begins on the screen; None where it is cut, lies under another or waits for another size."""
    if widget not in placed:
        return None
    region, clip = placed[widget]
    for other, (over, _) in placed.items():  # those in front come first
        if other is widget:
            break
        if over.overlaps(region):
            return None
    return region.offset if region.size == widget.size and clip.contains_region(region) else None
