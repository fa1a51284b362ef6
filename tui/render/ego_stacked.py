"""The ego diagram where there is no room beside the box: those against above it, those with below, on one rail."""

from collections.abc import Callable
from typing import NamedTuple

from tui.pages.diagram_blocks import Arm, EgoDiagram
from tui.pages.page import Role, Span
from tui.render.columns import CENTRE, padded
from tui.render.lines import dash_of
from tui.render.wrap import Links, Piece, Row, as_row_name, width_of, wrap

_NO_RAIL = 24
"""Below this width, in cells, there is no rail either."""


class Sign(NamedTuple):
    """How the ties of one side are signed: the glyph, and its role."""

    glyph: str
    role: Role


AGAINST = Sign("−", "sign-against")
WITH = Sign("+", "sign-with")


def line_to(arm: Arm, sign: Sign) -> Row:
    """The beginning of the line of an arm, with its sign and the glyph of its status: `╍ + ◇`, `━ +`."""
    lead = Piece(f"{dash_of(arm.line, sign.role)} {sign.glyph}", sign.role)
    if not arm.status.text:
        return (lead,)
    return (lead, Piece(" ", "text"), Piece(arm.status.text, arm.status.role))


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
        rows += wrap((Span(f"{AGAINST.glyph} {against}", AGAINST.role),), width, own)
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
        title = wrap((Span(f"{WITH.glyph} {stand_with}", WITH.role),), width - 2, own)
        rows += [(Piece("│ ", "rule"), *row) for row in title]
        rows += _on_rail(block.right, width, own, WITH, lambda number: ("└", " ") if number == last else ("├", "│"))
    return rows


def _without_rail(block: EgoDiagram, width: int, own: Links) -> list[Row]:
    """No lines at all: the centre, then each side under its title, a sign before each name."""
    rows = wrap((block.centre._replace(role="strong"),), width, own)
    for sign, title, arms in zip((AGAINST, WITH), block.titles, (block.left, block.right), strict=True):
        if arms:
            rows += wrap((Span(f"{sign.glyph} {title}", sign.role),), width, own)
        for arm in arms:
            status = (arm.status, Span(" ")) if arm.status.text else ()
            rows += map(as_row_name, wrap((Span(f"{sign.glyph} ", sign.role), *status, arm.end), width, own))
            rows += wrap(arm.words, width, own) if arm.words else []
    return rows


def _on_rail(
    arms: tuple[Arm, ...],
    width: int,
    own: Links,
    sign: Sign,
    rail: Callable[[int], tuple[str, str]],
) -> list[Row]:
    """Arms one below the other; `rail` gives the rail's characters at the start of arm i and beside its words."""
    rows: list[Row] = []
    for number, arm in enumerate(arms):
        bend, beside = rail(number)
        line = (Piece(bend, "rule"), *line_to(arm, sign), Piece(" ", "text"))
        size = width_of(line)
        for number, row in enumerate(map(as_row_name, wrap((arm.end,), width - size, own))):
            lead = (Piece(beside.ljust(size), "rule"),) if number else line
            rows.append((*lead, *row))
        for row in wrap(arm.words, width - 7, own) if arm.words else ():
            rows.append((Piece(f"{beside}      ", "rule"), *row))
    return rows
