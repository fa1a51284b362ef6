"""The ego diagram where there is no room beside the box: those against above it, those with below, on one rail."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tui.pages.page import Arm, EgoDiagram, Role, Span
from tui.render.columns import CENTRE, padded
from tui.render.wrap import Links, Piece, Row, as_row_name, width_of, wrap

_NO_RAIL = 24
"""Below this width, in cells, there is no rail either."""


class Line(NamedTuple):
    """How ties of one sign are drawn: the dash, the sign and the role of both."""

    dash: str
    sign: str
    role: Role


AGAINST = Line("╌", "−", "sign-against")
WITH = Line("━", "+", "sign-with")


def box(name: list[Row], inner: int, left: bool, right: bool) -> list[Row]:
    """The name in a frame that opens towards the sides that have arms."""
    rows: list[Row] = [(Piece(f"┌{'─' * (inner + 2)}┐", "rule"),)]
    for number, row in enumerate(name):
        hub = number + 1 == (len(name) + 2) // 2
        sides = "┤" if hub and left else "│", "├" if hub and right else "│"
        rows.append((Piece(f"{sides[0]} ", "rule"), *padded(row, inner, CENTRE), Piece(f" {sides[1]}", "rule")))
    rows.append((Piece(f"└{'─' * (inner + 2)}┘", "rule"),))
    return rows


def stacked(block: EgoDiagram, width: int, own: Links) -> list[Row]:
    """Those against, the box, then those with, on one rail along the left edge of the box."""
    if width < _NO_RAIL:
        return _without_rail(block, width, own)
    against, stand_with = block.titles
    rows: list[Row] = []
    if block.left:
        rows += wrap((Span(f"{AGAINST.sign} {against}", AGAINST.role),), width, own)
        rows += _on_rail(block.left, width, own, AGAINST, lambda number: ("├" if number else "┌", "│"))
    name = wrap((block.centre._replace(role="strong"),), width - 4, own)
    frame = box(name, max(map(width_of, name)), False, False)
    for edge, arms in ((0, block.left), (-1, block.right)):
        if arms:
            (line,) = frame[edge]
            frame[edge] = (line._replace(text=f"├{line.text[1:]}"),)
    rows += frame
    if block.right:
        last = len(block.right) - 1
        title = wrap((Span(f"{WITH.sign} {stand_with}", WITH.role),), width - 2, own)
        rows += [(Piece("│ ", "rule"), *row) for row in title]
        rows += _on_rail(block.right, width, own, WITH, lambda number: ("└", " ") if number == last else ("├", "│"))
    return rows


def _without_rail(block: EgoDiagram, width: int, own: Links) -> list[Row]:
    """No lines at all: the centre, then each side under its title, a sign before each name."""
    rows = wrap((block.centre._replace(role="strong"),), width, own)
    for line, title, arms in zip((AGAINST, WITH), block.titles, (block.left, block.right), strict=True):
        if arms:
            rows += wrap((Span(f"{line.sign} {title}", line.role),), width, own)
        for arm in arms:
            rows += map(as_row_name, wrap((Span(f"{line.sign} ", line.role), arm.end), width, own))
            rows += wrap(arm.words, width, own) if arm.words else []
    return rows


def _on_rail(
    arms: tuple[Arm, ...],
    width: int,
    own: Links,
    line: Line,
    rail: Callable[[int], tuple[str, str]],
) -> list[Row]:
    """Arms one below the other; `rail` gives the rail's characters at the start of arm i and beside its words."""
    sign = Piece(f"{line.dash} {line.sign} ", line.role)
    rows: list[Row] = []
    for number, arm in enumerate(arms):
        bend, beside = rail(number)
        for number, row in enumerate(map(as_row_name, wrap((arm.end,), width - 5, own))):
            lead = (Piece(f"{beside}    ", "rule"),) if number else (Piece(bend, "rule"), sign)
            rows.append((*lead, *row))
        for row in wrap(arm.words, width - 7, own) if arm.words else ():
            rows.append((Piece(f"{beside}      ", "rule"), *row))
    return rows
