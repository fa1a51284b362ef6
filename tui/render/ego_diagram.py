"""One actor in a box, those against it on the left, those with it on the right, joined by rails with signs."""

from typing import NamedTuple

from tui.pages.diagram_blocks import Arm, EgoDiagram
from tui.render.columns import RIGHT, blank, in_reading_order, padded
from tui.render.ego_stacked import AGAINST, WITH, box, line_to, stacked
from tui.render.lines import BENDS, dash_of
from tui.render.wrap import Links, Piece, Row, as_row_name, cells, width_of, wrap

MIN_WIDTH = 66
"""The least width, in cells, at which both sides have room beside the box."""
_MAX_CENTRE = 16
"""A longer name in the centre is wrapped."""
_MAX_NAME = 18
"""A longer name on the right is wrapped, so that the words beside it keep their column."""
_MIN_WORDS = 22
"""With less room than this the words go below the names."""
_SPACED_ROWS = 18
"""A side of at most so many rows has blank rows between its arms."""
_MAX_HUB = 9
"""The box is centred on this row at the latest, so that it is in view however many arms there are."""


class _Side(NamedTuple):
    """The arms of one side as rows, and the rows at which they start."""

    rows: list[Row]
    starts: dict[int, Arm]

    @property
    def middle(self) -> int:
        """The row halfway between the first arm and the last."""
        return (min(self.starts, default=0) + max(self.starts, default=0)) // 2

    def centred_on(self, row: int) -> "_Side":
        """The side moved down so that its middle is at `row`, unless it is further down already."""
        down = max(0, row - self.middle)
        return _Side([()] * down + self.rows, {start + down: arm for start, arm in self.starts.items()})


_EMPTY_SIDE = _Side([], {})


def ego_diagram(block: EgoDiagram, width: int, links: Links) -> list[Row]:
    """The widest form that has room, for short titles; every line bears its sign, so that none depends on colour."""
    own = Links()
    fits = width >= MIN_WIDTH and max(map(cells, block.titles)) <= _MAX_NAME
    rows = _beside(block, width, own) if fits else stacked(block, width, own)
    return in_reading_order(rows, own, links)


def _beside(block: EgoDiagram, width: int, own: Links) -> list[Row]:
    name = wrap((block.centre._replace(role="strong"),), _MAX_CENTRE, own)
    inner = max(map(width_of, name))
    joints = 8 * (bool(block.left) + bool(block.right))
    left_width, right_width = _shares(block, width - inner - 4 - joints)
    left = _below(block.left, left_width, own) if block.left else _EMPTY_SIDE
    right = _named(block.right, right_width, own) if block.right else _EMPTY_SIDE
    frame = box(name, inner, bool(block.left), bool(block.right))
    hub = max(min(max(left.middle, right.middle), _MAX_HUB), len(frame) // 2)
    left, right = left.centred_on(hub), right.centred_on(hub)
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
    """How the texts of the two sides share `room` cells: equally when both need more than half."""
    if not block.right:
        return room, 0
    if not block.left:
        return 0, room
    needed = _name_width(block.right) + 2 + _longest(block.right)
    least = max(cells(block.titles[0]) + 2, *map(_name_length, block.left))
    left = min(max(least, _longest(block.left)), max(room // 2, room - needed))
    return left, room - left


def _name_length(arm: Arm) -> int:
    return cells(arm.end.text)


def _name_width(arms: tuple[Arm, ...]) -> int:
    return min(_MAX_NAME, max(map(_name_length, arms)))


def _longest(arms: tuple[Arm, ...]) -> int:
    """The longest line of words of any arm, in cells."""
    return max(max(map(cells, "".join(span.text for span in arm.words).split("\n"))) for arm in arms)


def _below(arms: tuple[Arm, ...], width: int, own: Links) -> _Side:
    """Each name with its words below it."""
    rows = [[*_name(arm, width, own), *(wrap(arm.words, width, own) if arm.words else ())] for arm in arms]
    return _spaced(arms, rows)


def _named(arms: tuple[Arm, ...], width: int, own: Links) -> _Side:
    """A column of names and one of words, or the words below where their column would be too narrow."""
    column = _name_width(arms)
    rest = width - column - 2
    if rest < min(_MIN_WORDS, _longest(arms)):
        return _below(arms, width, own)
    wrapped: list[list[Row]] = []
    for arm in arms:
        names, words = _name(arm, column, own), wrap(arm.words, rest, own)
        rows: list[Row] = []
        for number in range(max(len(names), len(words))):
            name = names[number] if number < len(names) else ()
            line = words[number] if number < len(words) else ()
            rows.append((*padded(name, column + 2), *line) if line else name)
        wrapped.append(rows)
    return _spaced(arms, wrapped)


def _name(arm: Arm, width: int, own: Links) -> list[Row]:
    return list(map(as_row_name, wrap((arm.end,), width, own)))


def _spaced(arms: tuple[Arm, ...], rows_of_arms: list[list[Row]]) -> _Side:
    """The rows of all arms, separated by blank rows where the diagram stays low enough."""
    height = sum(map(len, rows_of_arms)) + len(arms) - 1
    spaced = height <= _SPACED_ROWS
    all_rows: list[Row] = []
    starts: dict[int, Arm] = {}
    for arm, rows in zip(arms, rows_of_arms, strict=True):
        if spaced and all_rows:
            all_rows.append(())
        starts[len(all_rows)] = arm
        all_rows += rows
    return _Side(all_rows, starts)


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
    """The part of one row between the text of a side and the box: connector, rail, and the line from rail to box."""
    first, last = min(*side.starts, hub), max(*side.starts, hub)
    arm, level = side.starts.get(number), number == hub
    is_arm = arm is not None
    ends = (level, is_arm) if outward else (is_arm, level)
    rail = BENDS.get((first < number <= last, first <= number < last, *ends), " ")
    to_box = Piece("─" if level else " ", "rule")
    line = _connector(arm, outward=outward) if arm is not None else blank(5)
    parts: Row = (to_box, Piece(rail, "rule"), *line, Piece(" ", "text"))
    return parts if outward else parts[::-1]


def _connector(arm: Arm, *, outward: bool) -> Row:
    """The line of an arm, five cells from the rail on: `━ + ━`, or with the glyph of its status `╍ + ◇`."""
    sign = WITH if outward else AGAINST
    lead, *status = line_to(arm, sign)
    if not status:
        return (lead._replace(text=f"{lead.text} {dash_of(arm.line, sign.role)}"),)
    return (lead if outward else lead._replace(text=lead.text[::-1]), *status)
