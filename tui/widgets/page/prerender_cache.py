"""Keeps pages drawn as they look when a list's cursor comes to them: from the top, with no link marked.

Pages are drawn ahead while nothing else is to be done, so that the next cursor key only has to show them.
"""

from __future__ import annotations

from textual.strip import Strip

from tui.render.layout import PageLayout
from tui.widgets.line_widget import LineWidget, StripKey, scroll_geometry
from tui.widgets.page.row_drawing import draw_row
from tui.widgets.page.viewport import line_count

_MAX_PAGES = 6

Strips = dict[StripKey, Strip]


class PrerenderCache:
    """The drawn lines of a few page layouts."""

    def __init__(self) -> None:
        self._pages: dict[int, tuple[PageLayout, Strips]] = {}

    def __contains__(self, layout: PageLayout) -> bool:
        """Whether the lines of a layout are kept."""
        return id(layout) in self._pages

    def draw(self, layout: PageLayout, view: LineWidget) -> None:
        """Draw the lines of a layout that a view would show of it, and keep them, unless they are kept."""
        if layout in self:
            return
        width, height = view.area.width, view.visible_height
        geometry = scroll_geometry(width, height, 0, line_count(layout, height), focused=False)
        strips: Strips = {}
        for y in range(height):
            index, bar = key = geometry.key(y)
            segments = draw_row(layout, index, width - 1, view.role_styles) if index < geometry.total else []
            strips[key] = strip = view.finish_strip(segments, width, bar)
            strip.render(view.app.console)
        self.put(layout, strips)

    def put(self, layout: PageLayout, strips: Strips) -> None:
        """Keep the lines of a layout; the oldest of too many are dropped."""
        if len(self._pages) >= _MAX_PAGES:
            del self._pages[next(iter(self._pages))]
        self._pages[id(layout)] = (layout, strips)

    def take(self, layout: PageLayout) -> Strips:
        """Return the lines of a layout, as far as there are any, and keep them no longer."""
        return self._pages.pop(id(layout), (layout, {}))[1]

    def clear(self) -> None:
        """Drop all lines."""
        self._pages.clear()
