"""The characters of lines: how heavy one is tells its sign, how broken it is how firm what it stands for is."""

from __future__ import annotations

from tui.pages.page import LineStyle
from tui.pages.side_blocks import Bond

_HEAVY = {"whole": "━", "broken": "╍", "dotted": "┉"}
_LIGHT = {"whole": "─", "broken": "╌", "dotted": "┈"}
BENDS = {
    (0, 0, 1, 1): "─",
    (0, 1, 0, 1): "┌",
    (0, 1, 1, 0): "┐",
    (0, 1, 1, 1): "┬",
    (1, 0, 0, 1): "└",
    (1, 0, 1, 0): "┘",
    (1, 0, 1, 1): "┴",
    (1, 1, 0, 0): "│",
    (1, 1, 0, 1): "├",
    (1, 1, 1, 0): "┤",
    (1, 1, 1, 1): "┼",
}
"""Lines (up, down, left, right) -> the character that joins them."""


def dash(bond: Bond) -> str:
    """The character that the line of a bond is made of."""
    return dash_of(bond.line, bond.sign.role)


def dash_of(line: LineStyle, role: str) -> str:
    """The character that a line is made of; `role` is that of its sign."""
    return (_HEAVY if role == "sign-with" else _LIGHT)[line]


def bend(up: bool, down: bool, left: bool, right: bool) -> str:
    """The character that joins lines in these directions; a blank where there are not two."""
    return BENDS.get((up, down, left, right), "─" if left or right else " ")
