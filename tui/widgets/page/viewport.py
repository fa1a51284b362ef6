"""Which links of a page are in view, and which one a key leads to."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from tui.render.layout import PageLayout
from tui.render.pointer import rows_of_pointer
from tui.render.wrap import NO_LINK, Piece, Row, cells


class Viewport(NamedTuple):
    """The `height` lines of a page in view, from line `top` on. Line 0 is the blank above the first row."""

    layout: PageLayout
    top: int
    height: int

    def contains(self, link: int) -> bool:
        """Whether a link begins in view."""
        starts = self.layout.link_rows
        return 0 <= link < len(starts) and self.top <= starts[link] + 1 < self.top + self.height

    def first_link(self, step: int) -> int:
        """The first link from the top of the view on (step 1), or the last one that begins above its end (step -1).

        Beyond the last link this is the last one, before the first link the first; -1 only if the page has none.
        """
        starts = self.layout.link_rows
        if step > 0:
            return next((link for link, row in enumerate(starts) if row + 1 >= self.top), len(starts) - 1)
        above_end = [link for link, row in enumerate(starts) if row + 1 < self.top + self.height]
        return above_end[-1] if above_end else min(0, len(starts) - 1)

    def next_link(self, link: int, step: int) -> int:
        """The first link in view on a row below `link` (1) or above it (-1), or from the edge if it is not in view.

        Where the whole page is in view, it wraps around; otherwise -1 when there is none.
        """
        starts = self.layout.link_rows
        row = starts[link] if self.contains(link) else None
        for number in range(len(starts)) if step > 0 else range(len(starts) - 1, -1, -1):
            is_further = row is None or (starts[number] > row if step > 0 else starts[number] < row)
            if is_further and self.contains(number):
                return number if step > 0 else starts.index(starts[number])
        if not starts or len(self.layout.rows) >= self.height:
            return -1
        return 0 if step > 0 else len(starts) - 1

    def part(self, link: int) -> str:
        """The anchor of the part that a link is in, or while that is out of view the first line in view; maybe none."""
        line = self.layout.link_rows[link] if self.contains(link) else max(0, self.top - 1)
        return next((name for name, row in reversed(self.layout.anchors.items()) if row <= line), "")

    def link_lines(self, link: int) -> list[int]:
        """The lines that a link is on, and those of the mark below it where it is a bar."""
        if not 0 <= link < len(self.layout.link_rows):
            return []
        first = last = self.layout.link_rows[link]
        while last < len(self.layout.rows) and any(piece.link == link for piece in self.layout.rows[last]):
            last += 1
        marked = rows_of_pointer(self.layout.rows, first, link)
        return [row + 1 for row in (*range(first, last), *marked)]


def line_count(layout: PageLayout, height: int) -> int:
    """The lines of a page: with a blank one above and, where it does not fit into `height` as a whole, one below."""
    rows = len(layout.rows)
    return rows + (1 if rows < height else 2) if rows else 0


def row_at(layout: PageLayout, line: int) -> Row:
    """The pieces of a line; line 0 is the blank above the first row."""
    return layout.rows[line - 1] if 0 < line <= len(layout.rows) else ()


def link_at(pieces: Iterable[Piece], column: int) -> int:
    """The link in a column of a row, `NO_LINK` for none."""
    end = 0
    for piece in pieces:
        end += cells(piece.text)
        if column < end:
            return piece.link if column >= 0 else NO_LINK
    return NO_LINK


def links_beside(layout: PageLayout, link: int) -> tuple[str, ...]:
    """Where the links lead that are in the same block of a page as one of them; that one among them."""
    if not 0 <= link < len(layout.links):
        return ()
    block = bisect_right(layout.block_rows, layout.link_rows[link])
    first, end = (*layout.block_rows, len(layout.rows))[block - 1 : block + 1] if block else (0, len(layout.rows))
    return tuple(target for target, row in zip(layout.links, layout.link_rows, strict=True) if first <= row < end)
