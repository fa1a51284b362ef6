"""The mark under a bar of a chart that is a link, shown while that link is selected: a bar is never drawn otherwise."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.dossier.values.vocabulary import MOMENT_GLYPH
from tui.pages.page import Span, Spans
from tui.render.wrap import NO_LINK, Piece, Pointer, Row, cells, width_of

DRAWN_ROLES = frozenset(("chart", "axis"))
"""The roles of bars, whose size is what they say: another colour or ground would change it."""


def mark_under(mark: str, at: int, width: int, choice: Sequence[str]) -> Spans:
    """A mark in the cell `at`, beside it the first words for which there is room, at the right or at the left."""
    before = (Span(" " * at, "dim"),) * bool(at)
    for words in choice:
        if cells(words) < width - at - len(mark):
            return *before, Span(mark, "strong"), Span(f" {words}", "dim")
        if cells(words) < at:
            return Span(f"{' ' * (at - 1 - cells(words))}{words} ", "dim"), Span(mark, "strong")
    return *before, Span(mark, "strong")


def pointer(bar: range, width: int, choice: Sequence[str], below: Sequence[Row]) -> Pointer:
    """The mark for a bar in some cells of a chart of `width` cells, with words, in place of the rows `below` it."""
    at = bar.start + (len(bar) - 1) // 2
    first = tuple(Piece(span.text, span.role) for span in mark_under(MOMENT_GLYPH, at, width, choice))
    rows = (first, *[()] * (len(below) - 1))
    widths = (max(width_of(new), width_of(old)) for new, old in zip(rows, below, strict=True))
    return Pointer(
        tuple(
            (*new, Piece(" " * (size - width_of(new)), "dim")) if size > width_of(new) else new
            for new, size in zip(rows, widths, strict=True)
        ),
        bar.start,
    )


def pointed(rows: Sequence[Row], number: int, link: int) -> Row | None:
    """A row as it is while a link is selected that is a bar above it; None where it stays as it is.

    The mark stands for the link, and so is shown as selected in place of the bar.
    """
    if link == NO_LINK or any(_is_bar(piece, link) for piece in rows[number]):
        return None
    for up in range(1, min(number, _MOST_ROWS) + 1):
        column = 0
        for piece in rows[number - up]:
            if _is_bar(piece, link):
                mark = piece.pointer or _MARK
                if up > len(mark.rows):
                    return None
                row = rows[number] if piece.pointer else _without_label(rows[number], column)
                over = (each._replace(link=link) if each.role == "strong" else each for each in mark.rows[up - 1])
                return _overlaid(row, column - mark.left, tuple(over))
            column += cells(piece.text)
    return None


def rows_of_pointer(rows: Sequence[Row], first: int, link: int) -> range:
    """The rows that the mark of a link may be in, which begins in the row `first`; none for what is no bar."""
    last = first
    while last < len(rows) and any(_is_bar(piece, link) for piece in rows[last]):
        last += 1
    return range(last, min(len(rows), last + _MOST_ROWS)) if last > first else range(0)


def is_drawn(piece: Piece) -> bool:
    """Whether a piece is a bar, or another part of a chart, rather than text."""
    return piece.role in DRAWN_ROLES or (piece.role == "highlight" and not any(map(str.isalnum, piece.text)))


_LABEL = re.compile(r"\S+")
_MOST_ROWS = 3
"""The most rows that a mark and its words stand in place of."""
_MARK = Pointer(((Piece(MOMENT_GLYPH, "strong"),),), 0)
"""That of a bar which says nothing of itself."""


def _is_bar(piece: Piece, link: int) -> bool:
    return piece.link == link and is_drawn(piece)


def _without_label(row: Row, at: int) -> Row:
    """A row without the label of an axis that the cell `at` is in: a year of which a part is covered is another one."""
    pieces: list[Piece] = []
    column = 0
    for piece in row:
        text = piece.text
        if piece.role == "axis":
            for label in _LABEL.finditer(text):
                if label.start() <= at - column < label.end():
                    text = f"{text[: label.start()]}{' ' * len(label[0])}{text[label.end() :]}"
        pieces.append(piece._replace(text=text))
        column += cells(piece.text)
    return tuple(pieces)


def _overlaid(row: Row, start: int, over: Row) -> Row | None:
    """A row with another one over it from the cell `start` on; None where that would cut a wide character."""
    end = start + width_of(over)
    before: list[Piece] = []
    after: list[Piece] = []
    column = 0
    for piece in row:
        size = cells(piece.text)
        left, right = max(0, min(size, start - column)), max(0, min(size, end - column))
        if size != len(piece.text) and (0 < left < size or 0 < right < size):
            return None
        before += [piece._replace(text=piece.text[:left])] * bool(left)
        after += [piece._replace(text=piece.text[right:])] * (right < size)
        column += size
    gap = [Piece(" " * (start - column), "dim")] * (column < start)
    return (*before, *gap, *over, *after)
