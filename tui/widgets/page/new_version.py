"""Finds in a new version of a page what was in view and what was selected in the version before.

The same row or link may stand on a page many times: of those alike it is the one whose neighbours are alike too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.render.layout import PageLayout
from tui.render.wrap import Row

_ROWS_TRIED = 5
"""How many rows from the first one in view are looked for."""
_NEIGHBOURS = 20
"""How many rows below, or links on either side, are compared."""


def same_place(before: PageLayout, top: int, link: int, after: PageLayout) -> tuple[int, int]:
    """The first line in view and the selected link in another layout; line 0 is the blank above the first row."""
    top = same_row(before.rows, top - 1, after.rows) + 1 if top else 0
    return top, same_link(before.links, link, after.links)


def same_link(before: Sequence[str], link: int, after: Sequence[str]) -> int:
    """The number of the link in `after` that leads where number `link` of `before` did, the nearest of those alike.

    The same number, or the last, where none leads there any more; -1 where there are no links.
    """
    if 0 <= link < len(before):
        alike = [number for number, target in enumerate(after) if target == before[link]]
        if alike:
            return _most_alike(before, link, after, alike, range(-_NEIGHBOURS, _NEIGHBOURS + 1))
    return min(link, len(after) - 1)


def same_row(before: Sequence[Row], row: int, after: Sequence[Row]) -> int:
    """The row of `after` nearest to `row` with the words of that row of `before`; `row` itself where there is none."""
    words_before, words_after = list(map(_words, before)), list(map(_words, after))
    for offset, wanted in enumerate(words_before[row : row + _ROWS_TRIED]):
        starts = [number - offset for number, words in enumerate(words_after) if wanted and words == wanted]
        if starts:
            return max(0, _most_alike(words_before, row, words_after, starts, range(_NEIGHBOURS)))
    return row


def _most_alike(
    before: Sequence[str], place: int, after: Sequence[str], candidates: Iterable[int], offsets: range
) -> int:
    """The place of `after` around which most is as around `place` in `before`; of several the nearest to it."""
    wanted = [(offset, before[place + offset]) for offset in offsets if 0 <= place + offset < len(before)]

    def rank(candidate: int) -> tuple[int, int]:
        alike = sum(
            0 <= candidate + offset < len(after) and after[candidate + offset] == words for offset, words in wanted
        )
        return alike, -abs(candidate - place)

    return max(candidates, key=rank)


def _words(row: Row) -> str:
    """The words of a row: the numbers of its links are others when something is added above."""
    return "".join(piece.text for piece in row)
