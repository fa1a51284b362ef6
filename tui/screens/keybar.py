"""What the bars show: at the top the panels, at the bottom the keys of the pane, at most seven, none cut at 80."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from textual.screen import Screen

from tui.keys import key, panel_key
from tui.pages.lists.panels import PANELS
from tui.render.wrap import cells as len_in_cells
from tui.widgets.bars import Cell

MOST = 7
_SHOWN = {"go.back": "bksp", "go.jump": ":"}
_WORDS = {"go.page": ("go.pane", "Page"), "go.list": ("go.pane", "List")}
"""Cells that are one key under another word, by the pane it leads to."""

_PANELS_TAKE = sum(len(panel.title) + 4 for panel in PANELS.values()) + 2
"""Cells that the panels take with their whole titles, and what parts them from the title of the dossier."""

IN_LIST = ("list.open", "go.back", "go.filter", "go.page", "go.jump", "app.help", "app.quit")
TYPING = ("filter.keep", "filter.drop", "go.jump", "app.help", "app.quit")
ON_SHEET = ("page.follow", "go.back", "app.facts", "net.ego", "go.jump", "app.help", "app.quit")
IN_NETWORK = ("net.ego", "net.matrix", "net.blocs", "net.path", "net.scope", "app.help", "app.quit")
IN_MATRIX = ("matrix.open", "net.ego", "net.blocs", "net.path", "net.scope", "app.help", "app.quit")
ON_PAGE = ("page.follow", "go.back", "go.source", "go.list", "go.jump", "app.help", "app.quit")


def names_for(panel: str, record: str, pane: str) -> tuple[str, ...]:
    """The ids of the keys to show, by panel, by what is open in it and by the pane (`list`, `page` or `filter`)."""
    if pane == "filter":
        return TYPING
    if panel == "network":
        return IN_MATRIX if record == "matrix:" else IN_NETWORK
    if panel in ("overview", "balance") and pane == "page":
        return ON_SHEET
    return {"list": IN_LIST, "page": ON_PAGE}[pane]


def pane_cells(pane: str, names: Iterable[str], can: Mapping[str, bool]) -> list[Cell]:
    """The cells of keys in a pane (`list`, `page` or `filter`); those that `can` says cannot act are dimmed."""
    return cells(names, [name for name, able in can.items() if not able], typing=pane == "filter")


def titles(title: str, width: int, brief: str = "") -> tuple[str, str]:
    """What stands at the right of the panels and of the keys: the title above if it fits whole, else `brief` below."""
    return (title, "") if width >= _PANELS_TAKE + len_in_cells(title) else ("", brief or title)


def panel_cells(opened: str, count: Callable[[str], int]) -> list[Cell]:
    """A cell for each panel; the one `opened` is lit, those of which `count` finds nothing are dimmed."""
    return [
        Cell(
            panel_key(panel.name),
            panel.title,
            f"panel('{panel.name}')",
            panel.name == opened,
            not count(panel.name),
            panel.title if len(panel.title) <= 6 else panel.title[:3],
        )
        for panel in PANELS.values()
    ]


def cells(names: Iterable[str], off: Iterable[str] = (), *, typing: bool = False) -> list[Cell]:
    """The cells of the keys with these ids; those in `off` are dimmed. While typing, keys that write nothing."""
    dimmed = set(off)
    found = []
    for name in list(names)[:MOST]:
        known, word = _WORDS.get(name, (name, ""))
        one = key(known)
        shown = one.shown_while_typing if typing else _SHOWN.get(name, one.shown)
        found.append(Cell(shown, word or one.label, one.action, off=name in dimmed))
    return found


async def press(screen: Screen[Any], action: str) -> None:
    """Do what a cell is for, as its key would: the pane with the focus, the screen or the app does it."""
    for target in (screen.focused, screen, screen.app):
        if target is not None and await screen.app.run_action(action, target):
            return
