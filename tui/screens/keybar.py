"""Which keys the bottom bar shows in which pane: at most seven, none cut at 80 columns."""

from __future__ import annotations

from collections.abc import Iterable

from tui.keys import key
from tui.widgets.bars import Cell

MOST = 7
_SHOWN = {"go.back": "bksp", "go.jump": ":"}
_WORDS = {"go.page": ("go.pane", "Page"), "go.list": ("go.pane", "List")}
"""Cells that are one key under another word, by the pane it leads to."""


def cells(names: Iterable[str], off: Iterable[str] = ()) -> list[Cell]:
    """The cells of the keys with these ids; those in `off` are dimmed."""
    dimmed = set(off)
    found = []
    for name in list(names)[:MOST]:
        known, word = _WORDS.get(name, (name, ""))
        one = key(known)
        found.append(Cell(_SHOWN.get(name, one.shown), word or one.label, one.action, off=name in dimmed))
    return found
