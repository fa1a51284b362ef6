"""Three actors as a triangle with the sign on each side and the ties beside it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import zip_longest

from tui.pages.diagram_blocks import Side, TriangleDiagram
from tui.pages.page import LineStyle
from tui.render.columns import CENTRE, RIGHT, blank, in_reading_order, padded
from tui.render.lines import dash_of
from tui.render.wrap import Links, Piece, Row, as_row_name, wrap

_LEAST_HEIGHT = 5
"""The fewest rows between the corner at the top and those below."""
_LEAST_ROOM = 12
"""The least width, in cells, of the text beside a side."""
_GAP = "  "
"""Between a side and the text beside it."""
_SLOPES: tuple[Mapping[LineStyle, str], Mapping[LineStyle, str]] = (
    {"whole": "╱", "broken": "/", "dotted": "."},
    {"whole": "╲", "broken": "\\", "dotted": "."},
)
"""The lines down to the left and to the right: a whole one goes from row to row without a gap."""


def triangle_diagram(block: TriangleDiagram, width: int, links: Links) -> list[Row] | None:
    """The picture with its legend below; None where there is no room for it."""
    own = Links()
    middle = width // 2
    room_at = width - middle - 1 - len(_GAP)
    for height in range(_LEAST_HEIGHT, room_at - _LEAST_ROOM + 1):
        beside = [[row for tie in side.ties for row in wrap(tie, room_at - height, own)] for side in (block.sides[:2])]
        if max(map(len, beside)) <= height:
            rows = _drawn(block, (beside[0], beside[1]), (width, height), own)
            legend = [(), *wrap(block.legend, width, links)] if block.legend else []
            return [*in_reading_order(rows, own, links), *legend]
    return None


def _drawn(block: TriangleDiagram, beside: tuple[list[Row], list[Row]], size: tuple[int, int], own: Links) -> list[Row]:
    width, height = size
    top, left, right = block.corners
    rows = [padded(row, 2 * (width // 2) + 1, CENTRE) for row in map(as_row_name, wrap((top,), width - 1, own))]
    for number in range(height):
        texts = [texts[number] if number < len(texts) else () for texts in beside]
        rows.append(_between(block, (texts[0], texts[1]), number, size))
    foot = width // 2 - height
    names = [list(map(as_row_name, wrap((name,), foot, own))) for name in (left, right)]
    for number, (one, other) in enumerate(zip_longest(*names, fillvalue=())):
        line = blank(2 * height + 1) if number else (_base(block.sides[2], 2 * height + 1),)
        rows.append((*padded(one, foot, RIGHT), *line, *other))
    return [*rows, *(padded(row, width, CENTRE) for tie in block.sides[2].ties for row in wrap(tie, width - 1, own))]


def _between(block: TriangleDiagram, texts: tuple[Row, Row], number: int, size: tuple[int, int]) -> Row:
    """Row `number` below the corner at the top: its two sides, with the ties beside them."""
    width, height = size
    lines = [
        Piece(side.sign.text if number == height // 2 else slopes[side.line], side.sign.role)
        for side, slopes in zip(block.sides, _SLOPES, strict=False)
    ]
    mark = (Piece(block.mark.text, block.mark.role),) if block.mark.text and number == height - 2 else ()
    gap = Piece(_GAP, "text")
    left, right = texts
    return (
        *padded((*left, gap) if left else (), width // 2 - 1 - number, RIGHT),
        lines[0],
        *padded(mark, 2 * number + 1, CENTRE),
        lines[1],
        *((gap, *right) if right else ()),
    )


def _base(side: Side, width: int) -> Piece:
    """The side at the bottom, its sign in the middle, with a blank at either end."""
    arm = dash_of(side.line, side.sign.role) * ((width - 5) // 2)
    return Piece(f" {arm} {side.sign.text} {arm} ", side.sign.role)
