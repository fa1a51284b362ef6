"""One side in the middle, those against it at its left, those with it at its right, each on a line of its own."""

from __future__ import annotations

from tui.pages.side_blocks import OneSide
from tui.render.allies import LEAST_NAME, LONGEST_NAME, numbered
from tui.render.canvas import Beside, Canvas, put_beside
from tui.render.columns import in_reading_order
from tui.render.wrap import Links, Row, cells, width_of, wrap

_LEAST_WIDTH = 56
_FROM_NAME = 8
"""The cells between the name of the side and the rails beside it."""


def one_side(picture: OneSide, width: int, links: Links) -> list[Row] | None:
    """The picture in rows of at most `width` cells; None where there is no room for it."""
    if width < _LEAST_WIDTH:
        return None
    size = cells(picture.head.text)
    left, right = picture.allies
    hub = max(len(left), len(right)) // 2
    for longest in range(LONGEST_NAME, LEAST_NAME - 1, -1):
        own, canvas = Links(), Canvas(width)
        start = (width - size) // 2
        canvas.put(hub, start, numbered((picture.head,), own))
        if below := numbered(picture.below, own):
            canvas.put(hub + 1, start + (size - width_of(below)) // 2, below)
        put_beside(canvas, Beside(left, 0, (hub, hub - len(left) // 2), (start, start - _FROM_NAME)), longest, own)
        end = start + size
        put_beside(canvas, Beside(right, 1, (hub, hub - len(right) // 2), (end, end + _FROM_NAME)), longest, own)
        if canvas.fits:
            rows = in_reading_order(canvas.rows(), own, links)
            return [*rows, *wrap(picture.note, width, links)] if picture.note else rows
    return None
