"""A fan: one actor in a box, those against it on the left, those with it on the right, rails and signs between.

May not know who they are, nor which colour a role has.
"""

from __future__ import annotations

from typing import NamedTuple

from tui.pages.page import Arm, EgoDiagram
from tui.render.columns import RIGHT, blank, in_reading_order, padded
from tui.render.ego_stacked import AGAINST, WITH, box, stacked
from tui.render.wrap import Links, Piece, Row, cells, width_of, wrap

WIDE = 66
"""From so many cells on both sides of a fan have room beside the box."""
_BOX = 16
"""A longer name of the one in the middle is broken."""
_NAME = 18
"""A longer name at the right is broken, so that the words beside it keep their column."""
_WORDS = 22
"""With less room for them the words go below the names."""
_GAPS = 18
"""A side that stays this low has blank rows between its arms."""
_HUB = 9
"""The box is no lower than this, so that it is seen at once however many arms there are."""
_BENDS = {
    (0, 0, 1, 1): "─",
    (0, 1, 0, 1): "┌",
    (0, 1, 1, 0): "┐",
    (1, 0, 0, 1): "└",
    (1, 0, 1, 0): "┘",
    (1, 1, 0, 0): "│",
    (1, 1, 0, 1): "├",
    (1, 1, 1, 0): "┤",
    (0, 1, 1, 1): "┬",
    (1, 0, 1, 1): "┴",
    (1, 1, 1, 1): "┼",
}
"""Up, down, left, right -> the character that joins them."""


class _Side(NamedTuple):
    """The arms of one side as rows, and which of these rows begin an arm."""

    rows: list[Row]
    starts: frozenset[int]

    @property
    def middle(self) -> int:
        """The row half way between the first arm and the last."""
        return (min(self.starts, default=0) + max(self.starts, default=0)) // 2

    def about(self, row: int) -> _Side:
        """The side moved down so that its middle is at `row`, as far as it is not beyond that already."""
        down = max(0, row - self.middle)
        return _Side([()] * down + self.rows, frozenset(start + down for start in self.starts))


_NOBODY = _Side([], frozenset())


def ego_diagram(block: EgoDiagram, width: int, links: Links) -> list[Row]:
    """The picture as wide as there is room for. A sign stands on every line, so that none rests on its colour."""
    own = Links()
    rows = _beside(block, width, own) if width >= WIDE else stacked(block, width, own)
    return in_reading_order(rows, own, links)


def _beside(block: EgoDiagram, width: int, own: Links) -> list[Row]:
    name = wrap((block.centre._replace(role="strong"),), _BOX, own)
    inner = max(map(width_of, name))
    joints = 8 * (bool(block.left) + bool(block.right))
    left_width, right_width = _shares(block, width - inner - 4 - joints)
    left = _below(block.left, left_width, own) if block.left else _NOBODY
    right = _named(block.right, right_width, own) if block.right else _NOBODY
    frame = box(name, inner, bool(block.left), bool(block.right))
    hub = max(min(max(left.middle, right.middle), _HUB), len(frame) // 2)
    left, right = left.about(hub), right.about(hub)
    top = hub - len(frame) // 2
    rows = [_titles(block, left_width, inner + 4)]
    for number in range(max(len(left.rows), len(right.rows), top + len(frame))):
        row: list[Piece] = []
        if block.left:
            text = left.rows[number] if number < len(left.rows) else ()
            row += [*padded(text, left_width, RIGHT), *_line(left, number, hub, outward=False)]
        row += frame[number - top] if top <= number < top + len(frame) else blank(inner + 4)
        if block.right:
            row += _line(right, number, hub, outward=True)
            row += right.rows[number] if number < len(right.rows) else ()
        rows.append(tuple(row))
    return rows


def _shares(block: EgoDiagram, room: int) -> tuple[int, int]:
    """How many of `room` cells the text of each side gets: half of them when both want more."""
    if not block.right:
        return room, 0
    if not block.left:
        return 0, room
    wanted = _name_width(block.right) + 2 + _longest(block.right)
    least = max(cells(block.titles[0]) + 2, *map(_name_length, block.left))
    left = min(max(least, _longest(block.left)), max(room // 2, room - wanted))
    return left, room - left


def _name_length(arm: Arm) -> int:
    return cells(arm.end.text)


def _name_width(arms: tuple[Arm, ...]) -> int:
    return min(_NAME, max(map(_name_length, arms)))


def _longest(arms: tuple[Arm, ...]) -> int:
    """The longest line of what is said of any of them, in cells."""
    return max(max(map(cells, "".join(span.text for span in arm.words).split("\n"))) for arm in arms)


def _below(arms: tuple[Arm, ...], width: int, own: Links) -> _Side:
    """Each name with its words below."""
    return _spaced(
        [[*wrap((arm.end,), width, own), *(wrap(arm.words, width, own) if arm.words else ())] for arm in arms]
    )


def _named(arms: tuple[Arm, ...], width: int, own: Links) -> _Side:
    """A column of names and one of words, or the words below when their column would be too narrow."""
    column = _name_width(arms)
    rest = width - column - 2
    if rest < min(_WORDS, _longest(arms)):
        return _below(arms, width, own)
    found: list[list[Row]] = []
    for arm in arms:
        names, words = wrap((arm.end,), column, own), wrap(arm.words, rest, own)
        rows: list[Row] = []
        for number in range(max(len(names), len(words))):
            name = names[number] if number < len(names) else ()
            said = words[number] if number < len(words) else ()
            rows.append((*padded(name, column + 2), *said) if said else name)
        found.append(rows)
    return _spaced(found)


def _spaced(arms: list[list[Row]]) -> _Side:
    """The rows of all arms, with a blank one between them where the picture stays low."""
    height = sum(map(len, arms)) + len(arms) - 1
    airy = height <= _GAPS
    found: list[Row] = []
    starts: set[int] = set()
    for rows in arms:
        if airy and found:
            found.append(())
        starts.add(len(found))
        found += rows
    return _Side(found, frozenset(starts))


def _titles(block: EgoDiagram, left_width: int, box_width: int) -> Row:
    against, stand_with = block.titles
    row: list[Piece] = []
    if block.left:
        row += [*padded((Piece(f"− {against}", "sign-against"),), left_width, RIGHT), *blank(8)]
    row += blank(box_width)
    if block.right:
        row += [*blank(8), Piece(f"+ {stand_with}", "sign-with")]
    return tuple(row)


def _line(side: _Side, number: int, hub: int, *, outward: bool) -> Row:
    """The part of one row between the text of a side and the box: the connector of an arm, the rail, the way to it."""
    first, last = min(*side.starts, hub), max(*side.starts, hub)
    arm, level = number in side.starts, number == hub
    ends = (level, arm) if outward else (arm, level)
    rail = _BENDS.get((first < number <= last, first <= number < last, *ends), " ")
    way = Piece("─" if level else " ", "rule")
    dash, sign, role = WITH if outward else AGAINST
    connector = Piece(f"{dash} {sign} {dash}", role) if arm else Piece(" " * 5, "text")
    parts = (way, Piece(rail, "rule"), connector, Piece(" ", "text"))
    return parts if outward else parts[::-1]
