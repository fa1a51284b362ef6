"""What diagrams share: padding text to columns, and numbering links in reading order."""

from __future__ import annotations

from collections.abc import Iterable

from tui.dossier.values.vocabulary import EMPTY_CELL
from tui.pages.page import Span
from tui.render.wrap import NO_LINK, Links, Piece, Row, width_of

LEFT, CENTRE, RIGHT = 0.0, 0.5, 1.0
"""How much of the free room of a column is left of the text."""
EMPTY: Row = (Piece(EMPTY_CELL, "rule"),)
"""A cell without anything in it."""


def padded(row: Row, width: int, align: float = LEFT) -> Row:
    """`row` padded with blanks to `width` cells."""
    room = width - width_of(row)
    before = int(room * align)
    return (*blank(before), *row, *blank(room - before))


def blank(width: int) -> Row:
    """`width` empty cells."""
    return (Piece(" " * width, "text"),) if width > 0 else ()


def in_reading_order(rows: Iterable[Row], own: Links, links: Links) -> list[Row]:
    """`rows` with the link numbers of `own` replaced by numbers of `links`, row by row and from left to right.

    Columns are wrapped one after the other, but are read row by row.
    """
    numbers: dict[int, int] = {NO_LINK: NO_LINK}
    renumbered: list[Row] = []
    for row in rows:
        pieces: list[Piece] = []
        for piece in row:
            if piece.link not in numbers:
                numbers[piece.link] = links.number(Span("", "text", own.targets[piece.link]))
            text, role, link = piece.text, piece.role, numbers[piece.link]
            if pieces and pieces[-1].role == role and pieces[-1].link == link:
                pieces[-1] = pieces[-1]._replace(text=pieces[-1].text + text)
            else:
                pieces.append(piece._replace(link=link))
        renumbered.append(_trimmed(pieces))
    return renumbered


def _trimmed(pieces: list[Piece]) -> Row:
    """A row without trailing blanks."""
    while pieces and pieces[-1].link == NO_LINK:
        text = pieces[-1].text.rstrip(" ")
        if text:
            pieces[-1] = pieces[-1]._replace(text=text)
            break
        pieces.pop()
    return tuple(pieces)
