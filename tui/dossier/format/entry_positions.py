"""Finds positions in a large text whose entries are known: only the entries that are asked for are looked at."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from typing import cast

from tui.dossier.format.alike_entries import divided_entry, next_entry
from tui.dossier.format.positions import positions
from tui.dossier.problems import TreePath

_ALIKE = 20_000
"""The most characters of an entry that is looked at as one of many alike."""

_Known = dict[str, dict[TreePath, tuple[int, int] | None]]
"""What is outside the strings of an entry -> the line and column of each path in it, None for one after a string."""


def entry_positions(
    text: str, only: Collection[TreePath], offsets: Mapping[str, Sequence[int]]
) -> dict[TreePath, tuple[int, int]]:
    """As `positions` in `positions.py`. `offsets` says where the entries of each table begin, as `Entries` does."""
    text = text.replace("\r\n", "\n")
    wanted: dict[int, list[tuple[TreePath, TreePath]]] = {}
    for path in only:
        if path and (found := _within(path, offsets)) is not None:
            begin, inner = found
            if (others := wanted.get(begin)) is None:
                wanted[begin] = [(path, inner)]
            else:
                others.append((path, inner))
    located: dict[TreePath, tuple[int, int]] = {}
    known: _Known = {}
    line, counted = 0, 0
    for begin in sorted(wanted):
        line += text.count("\n", counted, begin)
        counted = begin
        paths = wanted.pop(begin)
        places = _places(text[begin : next_entry(text, begin)], [inner for _, inner in paths], known)
        for path, inner in paths:
            if (place := places.get(inner)) is not None:
                located[path] = (line + place[0], place[1])
    return located


def _places(entry: str, wanted: Collection[TreePath], known: _Known) -> Mapping[TreePath, tuple[int, int]]:
    """The line and column of each path in an entry, or at least of those `wanted`."""
    divided = divided_entry(entry) if len(entry) <= _ALIKE else None
    if divided is None:
        return positions(entry, wanted)
    if (places := known.get(divided[0])) is None:
        first_mark = [line.find('"') for line in entry.split("\n")]
        places = known[divided[0]] = {
            path: None if 0 <= first_mark[line - 1] < column - 1 else (line, column)
            for path, (line, column) in positions(entry).items()
        }
    if any(places.get(path, 0) is None for path in wanted):
        return positions(entry, wanted)
    return cast("dict[TreePath, tuple[int, int]]", places)


def _within(path: TreePath, offsets: Mapping[str, Sequence[int]]) -> tuple[int, TreePath] | None:
    """Where the entry begins in which a path is written first, and the path in the tree of that entry alone.

    Rows count from 0 there. The head of the file begins at 0; None is for a path that is nowhere.
    """
    begins = offsets.get(str(path[0]))
    if begins is None:
        return 0, path
    if len(path) == 1:
        return begins[0], path
    number = path[1]
    if not isinstance(number, int) or number >= len(begins):
        return None
    begin = begins[number]
    first = bisect_left(begins, begin) if number and begins[number - 1] == begin else number
    return begin, (path[0], number - first, *path[2:])
