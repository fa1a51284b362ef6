"""Three sides as a triangle: the signs on its edges, those with each side at its corner, those tied to two outside.

The picture is put together on a grid of cells: each part is placed at a row and a column.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.pages.page import Span
from tui.pages.side_blocks import Ally, Between, ThreeSides
from tui.render.allies import LEAST_NAME, LONGEST_NAME, numbered, shortened, undrawn
from tui.render.canvas import Beside, Canvas, put_beside
from tui.render.columns import EMPTY, in_reading_order
from tui.render.lines import dash
from tui.render.wrap import Links, Piece, Row, as_row_name, cells, width_of, wrap

_LEAST_WIDTH = 66
_LEAST_HEIGHT = 5
"""The fewest rows between the corner at the top and those below."""
_FROM_TOP = 5
"""The least distance from the middle to those beside the corner at the top, in cells."""
_LONGEST_HEAD = 16
_GAP = 2
"""Between an edge and the words beside it."""


def three_sides(picture: ThreeSides, width: int, links: Links) -> list[Row] | None:
    """The picture in rows of at most `width` cells; None where there is no room for it."""
    if width < _LEAST_WIDTH or max(cells(head.text) for head in picture.heads) > _LONGEST_HEAD:
        return None
    for longest in range(LONGEST_NAME, LEAST_NAME - 1, -1):
        own, canvas = Links(), Canvas(width)
        _Drawing(picture, longest, canvas, own).draw()
        if canvas.fits:
            rows = in_reading_order(canvas.rows(), own, links)
            below = (*picture.with_all, *((Span("  "),) if picture.with_all and picture.note else ()), *picture.note)
            return [*rows, *wrap(below, width, links)] if below else rows
    return None


class _Drawing:
    """One way to draw the picture: with names of at most `longest` cells."""

    def __init__(self, picture: ThreeSides, longest: int, canvas: Canvas, own: Links) -> None:
        self._picture, self._longest, self._canvas, self._own = picture, longest, canvas, own
        top, left, right = picture.allies
        self._halves = top[: (len(top) + 1) // 2], top[(len(top) + 1) // 2 :]
        self._first = max(2, *map(len, self._halves))
        """The first row of those tied to the two sides of an edge."""
        beside = max(map(len, picture.between[:2]))
        above = max(1, len(left) // 2, len(right) // 2)
        self._height = max(_LEAST_HEIGHT, self._first + beside + above - 1) if beside else _LEAST_HEIGHT
        self._at_sign = self._first + beside if beside else _LEAST_HEIGHT // 2 + 1
        """The row of the signs of the edges at the left and the right: below the names beside these."""
        self._middle = canvas.width // 2

    def draw(self) -> None:
        """Place everything on the canvas."""
        middle, base = self._middle, self._height + 1
        top, left, right = self._picture.heads
        self._head(0, 0, start := middle - cells(top.text) // 2)
        end = start + cells(top.text)
        self._allies(self._halves[0], 0, (0, 0), (start, min(start, middle - _FROM_TOP)))
        self._allies(self._halves[1], 1, (0, 0), (end, max(end, middle + _FROM_TOP + 1)))
        self._edge(0)
        self._edge(1)
        self._base(base)
        self._head(1, base, start := middle - base - cells(left.text))
        self._head(2, base, end := middle + base + 1)
        end += cells(right.text)
        for side, at in ((0, start), (1, end)):
            allies = self._picture.allies[side + 1]
            self._allies(allies, side, (base, base - len(allies) // 2), (at, at))

    def _allies(self, allies: Sequence[Ally], side: int, rows: tuple[int, int], columns: tuple[int, int]) -> None:
        put_beside(self._canvas, Beside(allies, side, rows, columns), self._longest, self._own)

    def _head(self, number: int, row: int, column: int) -> None:
        """The name of a side, and the words below it; of the side at the top they are above it."""
        head, words = self._picture.heads[number], numbered(self._picture.below[number], self._own)
        self._canvas.put(row, column, as_row_name(numbered((head,), self._own)))
        if words:
            shift = (cells(head.text) - width_of(words)) // 2
            self._canvas.put(row + 1 if number else row - 1, column + shift, words)

    def _edge(self, side: int) -> None:
        """The edge from the top to the left (0) or the right (1), and beside it those tied to both of its sides."""
        edge, between = self._picture.edges[side], self._picture.between[side]
        at_sign = self._at_sign
        for row in range(1, self._height + 1):
            column = self._middle + (row if side else -row)
            if row == at_sign:
                self._canvas.put(row, column, numbered((edge.sign,), self._own) if edge else EMPTY)
            elif edge and (edge.line == "whole" or (row - at_sign) % 2 == 0):
                self._canvas.put(row, column, (Piece("╱╲"[side], edge.sign.role),))
        for row, who in enumerate(between, self._first):
            words = self._tied(who)
            room = self._middle - row - _GAP - width_of(words) if not side else self._middle + row + 1 + _GAP
            self._canvas.put(row, room, words)
        if edge and edge.status.text:
            self._canvas.put(
                at_sign, self._middle + (at_sign - 2 if side else 2 - at_sign), numbered((edge.status,), self._own)
            )

    def _base(self, row: int) -> None:
        """The edge between the sides at the left and the right, with those tied to both below it."""
        edge = self._picture.edges[2]
        if edge:
            status = (Span(" "), edge.status) if edge.status.text else ()
            words = (Span(" "), edge.sign, *status, Span(" "))
            room = 2 * self._height + 1 - sum(cells(word.text) for word in words)
            arms = (Span(dash(edge) * size, edge.sign.role) for size in (room // 2, room - room // 2))
            before, after = arms
            line = numbered((before, *words, after), self._own)
        else:
            line = EMPTY
        self._canvas.put(row, self._middle - width_of(line) // 2, line)
        for below, who in enumerate(self._picture.between[2], row + 1):
            words = self._tied(who)
            self._canvas.put(below, self._middle - width_of(words) // 2, words)
        if self._picture.mark.text:
            self._canvas.put(row - 2, self._middle, numbered((self._picture.mark,), self._own))

    def _tied(self, who: Between) -> Row:
        """Somebody tied to two sides: `+ Hub ◇ −`, the first sign to the side further to the left."""
        if who.bonds is None:
            return numbered(undrawn(who.end, who.signs, self._longest + 4), self._own)
        left, right = who.bonds
        gap = Span(" ")
        name = who.end._replace(text=shortened(who.end.text, self._longest))
        before = (left.sign, *((gap, left.status) if left.status.text else ()), gap)
        after = (gap, *((right.status, gap) if right.status.text else ()), right.sign)
        return as_row_name(numbered((*before, name, *after), self._own))
