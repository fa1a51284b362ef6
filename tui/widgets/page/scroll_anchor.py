"""Keeps the reading position on a page while the width, and with it the rows, change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.render.wrap import Piece, Row


class ScrollAnchor:
    """The content of the first visible row, as the number of characters before it, which no change of width affects."""

    def __init__(self) -> None:
        self._characters = 0
        self._row = -1

    def locate(self, before: Sequence[Row], row: int, after: Sequence[Row]) -> int:
        """Return the row of `after` that has the words of row `row` of `before`."""
        if row != self._row:
            self._characters = sum(map(_characters, before[:row]))
        passed = 0
        for number, pieces in enumerate(after):
            passed += _characters(pieces)
            if passed > self._characters:
                self._row = number
                return number
        self._row = max(0, len(after) - 1)
        return self._row


def _characters(pieces: Iterable[Piece]) -> int:
    """How many characters of a row do not depend on the width: neither blanks nor drawn lines count."""
    return sum(len(piece.text) - piece.text.count(" ") for piece in pieces if piece.role not in ("rule", "bar"))
