"""What drawings share: text put into columns, and links numbered as the eye meets them. May not know what is drawn."""

from __future__ import annotations

from collections.abc import Iterable

from tui.pages.page import Span
from tui.render.wrap import NO_LINK, Links, Piece, Row, width_of

LEFT, CENTRE, RIGHT = 0.0, 0.5, 1.0
"""Where text stands in a column that is wider than it is."""


def padded(row: Row, width: int, place: float = LEFT) -> Row:
    """`row` with blanks around it so that it fills `width` cells."""
    room = width - width_of(row)
    before = int(room * place)
    return (*blank(before), *row, *blank(room - before))


def blank(width: int) -> Row:
    """So many empty cells."""
    return (Piece(" " * width, "text"),) if width > 0 else ()


def in_reading_order(rows: Iterable[Row], own: Links, links: Links) -> list[Row]:
    """`rows` whose pieces have the numbers of `own`, numbered by `links` instead: row by row, from left to right.

    Columns are wrapped one after the other, but a reader goes along the rows.
    """
    numbers: dict[int, int] = {NO_LINK: NO_LINK}
    found: list[Row] = []
    for row in rows:
        pieces: list[Piece] = []
        for piece in row:
            if piece.link not in numbers:
                numbers[piece.link] = links.number(Span("", "text", own.targets[piece.link]))
            text, role, link = piece.text, piece.role, numbers[piece.link]
            if pieces and pieces[-1].role == role and pieces[-1].link == link:
                pieces[-1] = Piece(pieces[-1].text + text, role, link)
            else:
                pieces.append(Piece(text, role, link))
        found.append(_trimmed(pieces))
    return found


def _trimmed(pieces: list[Piece]) -> Row:
    """A row without the blanks at its end."""
    while pieces and pieces[-1].link == NO_LINK:
        text = pieces[-1].text.rstrip(" ")
        if text:
            pieces[-1] = pieces[-1]._replace(text=text)
            break
        pieces.pop()
    return tuple(pieces)
