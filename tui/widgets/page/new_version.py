"""Finds in a new version of a page what was in view and what was selected in the version before."""

from __future__ import annotations

from collections.abc import Sequence

from tui.render.wrap import Row

_ROWS_TRIED = 5
"""How many rows from the first one in view are looked for."""


def same_link(before: Sequence[str], link: int, after: Sequence[str]) -> int:
    """The number of the link in `after` that leads where number `link` of `before` did, the nth of several there.

    The same number, or the last, where none leads there any more; -1 where there are no links.
    """
    if not 0 <= link < len(before):
        return min(link, len(after) - 1)
    alike = [number for number, target in enumerate(after) if target == before[link]]
    occurrence = before[:link].count(before[link])
    return alike[min(occurrence, len(alike) - 1)] if alike else min(link, len(after) - 1)


def same_row(before: Sequence[Row], row: int, after: Sequence[Row]) -> int:
    """The row of `after` nearest to `row` with the words of that row of `before`; `row` itself where there is none."""
    for offset, wanted in enumerate(before[row : row + _ROWS_TRIED]):
        if wanted:
            alike = [number for number, pieces in enumerate(after) if pieces == wanted]
            if alike:
                return max(0, min(alike, key=lambda number: abs(number - row - offset)) - offset)
    return row
