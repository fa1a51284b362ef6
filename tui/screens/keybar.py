"""What the bars show: at the top the panels, at the bottom at most seven keys of the pane, none cut at 80 columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from textual.screen import Screen

from tui.key_table import KeyTable
from tui.pages.lists.panels import PANELS
from tui.render.wrap import cells
from tui.widgets.bars import BarItem

MAX_KEYS = 7
_VIEWS_OF_WORDS = ("compare:", "said:")
_DIAGRAMS = {"ego": "net.ego", "matrix": "net.matrix", "speakers": "net.matrix", "blocs": "net.blocs"}
"""The key of each diagram, by the kind of its view."""
_SHORT_NAMES = {"go.back": "bksp", "go.jump": ":", "page.pagedown": "space"}
"""How some keys of the program are shown; a person's own are shown as they are."""
_OTHER_PANE = {"go.page": "Page", "go.list": "List"}
"""The key that changes panes, by the label of the pane it leads to."""
_ALWAYS_IN_WORDS = frozenset({"app.help", "app.quit"})
"""Keys whose labels are left out last."""

_PANELS_WIDTH = sum(len(panel.title) + 4 for panel in PANELS.values()) + 2
"""Cells for the panels with their whole titles, and for the gap before the title of the dossier."""

LIST_KEYS = ("list.open", "go.back", "go.filter", "go.page", "go.search", "app.help", "app.quit")
EVENT_KEYS = ("list.open", "go.back", "go.filter", "net.timeline", "go.page", "app.help", "app.quit")
PAGE_KEYS = ("page.follow", "go.back", "go.source", "carry.copy", "go.list", "app.help", "app.quit")
SOURCE_KEYS = ("page.follow", "go.back", "carry.copy", "carry.open", "go.list", "app.help", "app.quit")
FILTER_KEYS = ("filter.keep", "filter.drop", "filter.complete", "go.jump", "app.help", "app.quit")
TIMELINE_KEYS = ("page.follow", "go.back", "net.timeline", "go.list", "go.jump", "app.help", "app.quit")
VIEW_KEYS = ("page.follow", "go.back", "app.reported", "go.search", "go.jump", "app.help", "app.quit")
RESULT_KEYS = ("list.open", "go.back", "go.filter", "go.next", "go.out", "app.help", "app.quit")
FOUND_KEYS = ("page.follow", "go.back", "go.source", "go.next", "go.list", "app.help", "app.quit")
MARKS_KEYS = ("page.follow", "go.back", "mark.toggle", "mark.note", "carry.export", "app.help", "app.quit")
EGO_LIST_KEYS = ("list.open", "go.page", "net.ego", "net.matrix", "net.blocs", "app.help", "app.quit")
EGO_KEYS = ("page.follow", "go.list", "net.ego", "net.matrix", "net.blocs", "app.help", "app.quit")
BLOCS_KEYS = ("page.follow", "net.ego", "net.matrix", "net.blocs", "net.path", "app.help", "app.quit")
NETWORK_KEYS = ("page.follow", "net.ego", "net.matrix", "net.blocs", "net.scope", "app.help", "app.quit")
SPEAKERS_KEYS = ("page.follow", "net.ego", "net.matrix", "net.blocs", "net.compare", "app.help", "app.quit")
WORDS_KEYS = ("page.follow", "go.back", "net.compare", "net.matrix", "go.jump", "app.help", "app.quit")
MATRIX_KEYS = ("matrix.open", "net.ego", "net.matrix", "net.blocs", "net.scope", "app.help", "app.quit")
_DIAGRAM_KEYS = {"ego": EGO_KEYS, "matrix": MATRIX_KEYS, "blocs": BLOCS_KEYS, "speakers": SPEAKERS_KEYS}
STRIP_KEYS = ("strip.after", "strip.year", "strip.month", "strip.type", "moment.marks", "strip.close", "app.help")


def keys_for(panel: str, record: str, pane: str) -> tuple[str, ...]:
    """Return the ids of the keys to show, by panel, open record or view, and pane: list, page, filter or strip."""
    if pane == "strip":
        return STRIP_KEYS
    if pane == "filter":
        return FILTER_KEYS
    if panel == "search":
        return {"list": RESULT_KEYS, "page": FOUND_KEYS}[pane]
    if record.startswith(_VIEWS_OF_WORDS):
        return WORDS_KEYS
    if panel == "network" or record == "speakers:":
        if pane == "list":
            return EGO_LIST_KEYS
        return _DIAGRAM_KEYS.get(record.partition(":")[0], NETWORK_KEYS)
    if record.startswith("timeline") and record.endswith(":") and pane == "page":
        return TIMELINE_KEYS
    if record == "marks:":
        return MARKS_KEYS
    if panel in ("home", "balance") and pane == "page":
        return VIEW_KEYS
    if panel == "events" and pane == "list":
        return EVENT_KEYS
    return {"list": LIST_KEYS, "page": SOURCE_KEYS if panel == "sources" else PAGE_KEYS}[pane]


def lit_key(record: str) -> str:
    """The id of the key whose diagram is open, empty when none is."""
    return _DIAGRAMS.get(record.partition(":")[0], "") if ":" in record else ""


def pane_items(
    keys: KeyTable,
    pane: str,
    names: Iterable[str],
    available: Mapping[str, bool],
    on: Iterable[str] = (),
    lit: str = "",
) -> list[BarItem]:
    """Return the items of keys in a pane; those whose action is not `available` are dimmed, `on` as for `key_items`.

    `lit` is the key of what is open, which is shown like an open panel.
    """
    unavailable = [name for name, is_available in available.items() if not is_available]
    return key_items(keys, names, unavailable, on, typing=pane == "filter", lit=lit)


def panel_items(keys: KeyTable, open_panel: str, count: Callable[[str], int]) -> list[BarItem]:
    """Return an item for each panel; the open one is selected, and those that list nothing are dimmed."""
    items = []
    for panel in PANELS.values():
        dimmed = not count(panel.name)
        selected = panel.name == open_panel
        action = f"panel('{panel.name}')"
        items.append(BarItem(keys.panel_key(panel.name), panel.title, action, selected, dimmed, may_shorten=True))
    return items


def key_items(
    keys: KeyTable,
    names: Iterable[str],
    dimmed: Iterable[str] = (),
    on: Iterable[str] = (),
    *,
    typing: bool = False,
    lit: str = "",
) -> list[BarItem]:
    """Return the items of the keys with these ids; while typing, each shown by a key that types no character.

    There is none for an id that has no such key. The keys `on` have switched something on, and say what they do next;
    `lit` is the key of what is open.
    """
    dimmed, on = set(dimmed), set(on)
    items = []
    for name in list(names)[:MAX_KEYS]:
        entry = keys.key("go.pane" if name in _OTHER_PANE else name)
        display = entry.display_while_typing if typing else _display(keys, name, entry.display)
        if not display:
            continue
        label = entry.label_when_on if name in on else _OTHER_PANE.get(name, entry.label)
        kept = name in _ALWAYS_IN_WORDS
        items.append(BarItem(display, label, entry.action, name == lit, dimmed=name in dimmed, kept=kept))
    return items


def _display(keys: KeyTable, name: str, display: str) -> str:
    return display if name in keys.own else _SHORT_NAMES.get(name, display)


def titles(title: str, width: int, brief: str = "") -> tuple[str, str]:
    """Return the text beside the panels and beside the keys: `title` above if it fits whole, else `brief` below."""
    return (title, "") if width >= _PANELS_WIDTH + cells(title) else ("", brief or title)


async def press(screen: Screen[Any], action: str) -> None:
    """Run the action of an item as its key would: in the focused pane, the screen or the app."""
    for target in (screen.focused, screen, screen.app):
        if target is not None and await screen.app.run_action(action, target):
            return
