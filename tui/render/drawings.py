"""Blocks that need room: a fan, a grid. Each has a form for where there is none.

May not know what is drawn, nor which colour a role has.
"""

from __future__ import annotations

from tui.pages.page import Arm, Fan, Grid, Span
from tui.render.wrap import Links, Piece, Row, cells, wrap


def fan(block: Fan, width: int, links: Links) -> list[Row]:
    """The middle, then each side under its title."""
    rows = wrap((block.centre,), width, links)
    for title, arms in zip(block.titles, (block.left, block.right), strict=True):
        if arms:
            rows += wrap((Span(f"{title} {len(arms)}", "label"),), width, links)
            for arm in arms:
                rows += _arm(arm, width, links)
    return rows


def _arm(arm: Arm, width: int, links: Links) -> list[Row]:
    return wrap((arm.end, Span("  ", "dim"), *arm.words), width, links)


def grid(block: Grid, width: int, links: Links) -> list[Row]:
    """As many columns beside each other as fit, the others below."""
    name_width = min(max((cells(name.text) for name, _ in block.rows), default=0), max(6, width - 2 * block.cell))
    room = max(1, (width - name_width - 1) // block.cell)
    rows: list[Row] = []
    for start in range(0, len(block.heads), room):
        if rows:
            rows.append(())
        rows.append(_line(Span(""), block.heads[start : start + room], name_width, block.cell, links))
        for name, row in block.rows:
            rows.append(_line(name, row[start : start + room], name_width, block.cell, links))
    return rows


def _line(name: Span, row: tuple[Span, ...], name_width: int, cell: int, links: Links) -> Row:
    pieces = [*_fitted(name, name_width, links), Piece(" ", "text")]
    for span in row:
        pieces += _fitted(span, cell, links)
    return tuple(pieces)


def _fitted(span: Span, width: int, links: Links) -> list[Piece]:
    from rich.cells import set_cell_size

    size = cells(span.text)
    text = span.text if size <= width else f"{set_cell_size(span.text, width - 1)}…"
    return [Piece(text, span.role, links.number(span)), Piece(" " * max(0, width - size), "text")]
