"""Which links of a page are in view, and which one is next. Counting only; may not know how anything is drawn."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tui.render.layout import PageLayout
from tui.render.wrap import NO_LINK, Piece, cells


class Sight(NamedTuple):
    """The part of a page that a view shows: `height` lines from line `top` on. Line 0 is the blank above row 0."""

    laid: PageLayout
    top: int
    height: int

    def holds(self, link: int) -> bool:
        """Whether a link begins in view."""
        return 0 <= link < len(self.laid.spots) and self.top <= self.laid.spots[link] + 1 < self.top + self.height

    def first(self, step: int) -> int:
        """The first link from the top of the view on (1), or the last one that begins above its end (-1).

        Beyond the last link it is the last one, before the first the first; -1 only when the page has none.
        """
        spots = self.laid.spots
        if step > 0:
            return next((link for link, spot in enumerate(spots) if spot + 1 >= self.top), len(spots) - 1)
        above = [link for link, spot in enumerate(spots) if spot + 1 < self.top + self.height]
        return above[-1] if above else min(0, len(spots) - 1)

    def beyond(self, link: int, step: int) -> int:
        """The first link in view on a row below `link` (1) or above it (-1); from the edge if it is not in view.

        Where all of the page is in view, it goes around; otherwise -1 when there is none.
        """
        spots = self.laid.spots
        here = spots[link] if self.holds(link) else None
        for number in range(len(spots)) if step > 0 else range(len(spots) - 1, -1, -1):
            far = here is None or (spots[number] > here if step > 0 else spots[number] < here)
            if far and self.holds(number):
                return number if step > 0 else spots.index(spots[number])
        whole = bool(spots) and len(self.laid.rows) < self.height
        return (0 if step > 0 else len(spots) - 1) if whole else -1

    def lines(self, link: int) -> list[int]:
        """The lines that a link is on."""
        if not 0 <= link < len(self.laid.spots):
            return []
        first = last = self.laid.spots[link]
        while last < len(self.laid.rows) and any(piece.link == link for piece in self.laid.rows[last]):
            last += 1
        return [row + 1 for row in range(first, last)]


def link_at(pieces: Iterable[Piece], column: int) -> int:
    """The link that stands in a column of a row, `NO_LINK` for none."""
    end = 0
    for piece in pieces:
        end += cells(piece.text)
        if column < end:
            return piece.link if column >= 0 else NO_LINK
    return NO_LINK
