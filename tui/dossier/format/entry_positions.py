"""Finds positions in a large text whose entries are known: only the entries that are asked for are looked at."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import cast

from tui.dossier.format.alike_entries import divided_entry, next_entry
from tui.dossier.format.positions import positions
from tui.dossier.problems import TreePath

_Known = dict[str, dict[TreePath, tuple[int, int] | None]]
"""What is outside the strings of an entry -> the line and column of each path in it, None for one after a string."""


def entry_positions(
    text: str, only: Collection[TreePath], offsets: Mapping[str, Sequence[int]]
) -> dict[TreePath, tuple[int, int]]:
    """As `positions` in `positions.py`. `offsets` says where the entries of each table begin, as `Entries` does."""
    text = text.replace("\r\n", "\n")
    wanted: dict[int, set[TreePath]] = {}
    for path in filter(None, only):
        begin = _begin(path, offsets)
        if begin is not None:
            wanted.setdefault(begin, set()).add(path)
    located: dict[TreePath, tuple[int, int]] = {}
    known: _Known = {}
    line, counted = 0, 0
    for begin, paths in sorted(wanted.items()):
        line += text.count("\n", counted, begin)
        counted = begin
        entry = text[begin : next_entry(text, begin)]
        within = {_within(path, begin, offsets): path for path in paths}
        places = _places(entry, within, known)
        for path, place in ((path, places.get(inner)) for inner, path in within.items()):
            if place is not None:
                located[path] = (line + place[0], place[1])
    return located


def _places(entry: str, wanted: Iterable[TreePath], known: _Known) -> Mapping[TreePath, tuple[int, int]]:
    """The line and column of each path in an entry, or at least of those `wanted`."""
    divided = divided_entry(entry)
    if divided is None:
        return positions(entry)
    if (places := known.get(divided.outside)) is None:
        lines = entry.split("\n")
        places = known[divided.outside] = {
            path: None if '"' in lines[line - 1][: column - 1] else (line, column)
            for path, (line, column) in positions(entry).items()
        }
    if any(places.get(path, 0) is None for path in wanted):
        return positions(entry)
    return cast("dict[TreePath, tuple[int, int]]", places)


def _begin(path: TreePath, offsets: Mapping[str, Sequence[int]]) -> int | None:
    """Where the entry begins in which a path is written first; 0 for the head of the file."""
    begins = offsets.get(str(path[0]))
    if begins is None:
        return 0
    number = path[1] if len(path) > 1 else 0
    return begins[number] if isinstance(number, int) and number < len(begins) else None


def _within(path: TreePath, begin: int, offsets: Mapping[str, Sequence[int]]) -> TreePath:
    """A path in the tree of the entry that begins there alone, whose rows count from 0."""
    if not begin or len(path) == 1:
        return path
    table, number, *rest = path
    return (table, int(number) - bisect_left(offsets[str(table)], begin), *rest)
