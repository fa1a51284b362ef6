"""Keeps a place on a page while the width, and so the rows, change. May not know where the page is shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.render.wrap import Piece, Row


class Hold:
    """What stands in the first row of a view, as the number of letters before it; it outlasts many changes of width."""

    def __init__(self) -> None:
        self._letters = 0
        self._row = -1

    def row(self, before: Sequence[Row], row: int, after: Sequence[Row]) -> int:
        """Where the words of row `row` of `before` are in `after`."""
        if row != self._row:
            self._letters = sum(map(_letters, before[:row]))
        passed = 0
        for number, pieces in enumerate(after):
            passed += _letters(pieces)
            if passed > self._letters:
                self._row = number
                return number
        self._row = max(0, len(after) - 1)
        return self._row


def _letters(pieces: Iterable[Piece]) -> int:
    """How many characters of a row are there at any width: not the blanks, nor the lines drawn."""
    return sum(len(piece.text) - piece.text.count(" ") for piece in pieces if piece.role not in ("rule", "bar"))
