"""Every key of the program: id, keys, what it does. Bindings, footer, help and README all come from this table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from tui.pages.lists import panels

if TYPE_CHECKING:
    from textual.binding import Binding

_TYPED = {
    "slash",
    "question_mark",
    "colon",
    "left_square_bracket",
    "right_square_bracket",
    "space",
    "full_stop",
    "comma",
}
"""Names of keys that write a character, beside those of one letter."""
_NAMES = {
    "slash": "/",
    "full_stop": ".",
    "comma": ",",
    "question_mark": "?",
    "colon": ":",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "alt+left": "alt+←",
    "alt+right": "alt+→",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "escape": "esc",
    "shift+tab": "shift+tab",
    "pageup": "page up",
    "pagedown": "page down",
    "space": "space",
    "f1": "F1",
}


class Key(NamedTuple):
    """One binding. `keys` in Textual's names; `label`: footer; `does`: help and README."""

    id: str
    keys: tuple[str, ...]
    action: str
    label: str
    does: str

    @property
    def shown(self) -> str:
        """The first key as people write it: `/`, `ctrl+p`."""
        return shown(self.keys[0])

    @property
    def shown_while_typing(self) -> str:
        """The first key that does not write a character, as people write it."""
        return shown(next((one for one in self.keys if len(one) > 1 and one not in _TYPED), self.keys[0]))


class Group(NamedTuple):
    """Keys that belong together, under the heading they have in the help."""

    id: str
    title: str
    keys: tuple[Key, ...]


def shown(key: str) -> str:
    """A key as people write it."""
    return _NAMES.get(key, key)


_BEFORE_ALL = "app.copy"
"""Comes before what Textual's screens and fields do on the same key, which would copy without a word."""


def bindings(*groups: Group, only: Iterable[str] = ()) -> list[Binding]:
    """Textual bindings of whole groups, or of the ids in `only` among them."""
    from textual.binding import Binding

    chosen = set(only)
    return [
        Binding(
            ",".join(one.keys),
            one.action,
            one.label,
            show=False,
            id=one.id,
            tooltip=one.does,
            priority=one.id == _BEFORE_ALL,
        )
        for group in groups
        for one in group.keys
        if not chosen or one.id in chosen
    ]


PANELS = Group(
    "panels",
    "Panels",
    tuple(
        Key(f"panel.{panel.name}", (digit,), f"panel('{panel.name}')", panel.title, panel.help)
        for digit, panel in zip("0123456789", panels.PANELS.values(), strict=False)
    ),
)
"""The digits open the first ten panels; the jump list opens the others."""
MOVING = Group(
    "moving",
    "Finding the way",
    (
        Key(
            "go.filter",
            ("slash",),
            "filter",
            "Filter",
            "Filter the list as you type; enter keeps the filter, esc drops it",
        ),
        Key(
            "go.jump",
            ("ctrl+p", "colon"),
            "app.jump",
            "Jump",
            "Jump to any record by name or alias, or run a command",
        ),
        Key(
            "go.back",
            ("backspace", "alt+left", "left_square_bracket"),
            "back",
            "Back",
            "Back to exactly where you were",
        ),
        Key("go.forward", ("alt+right", "right_square_bracket"), "forward", "Forward", "Forward again"),
        Key("go.pane", ("tab", "shift+tab"), "other_pane", "Other pane", "Between the list and the page"),
        Key("go.out", ("escape",), "out", "Out", "One layer out: from the page to the list, then drop the filter"),
        Key(
            "go.source",
            ("s",),
            "source",
            "Source",
            "To the passage of the lit statement, or of the record at hand",
        ),
        Key("go.next", ("n",), "step(1)", "Next", "The next record of the list, whichever pane you are in"),
        Key("go.previous", ("N",), "step(-1)", "Previous", "The previous record of the list"),
    ),
)
PICTURES = Group(
    "pictures",
    "Pictures and what they are about",
    (
        Key("net.ego", ("e",), "draw('ego')", "Ego", "Draw the actor at hand: against it, with it, neither"),
        Key("net.matrix", ("m",), "draw('matrix')", "Matrix", "All actors against all, signed"),
        Key("net.blocs", ("b",), "draw('blocs')", "Blocs", "Who belongs to what, and who stands with whom"),
        Key("net.path", ("p",), "draw('path')", "Path", "The shortest chains from the actor at hand to another"),
        Key("net.scope", ("f",), "scope", "Filters", "Choose the kinds, statuses and sides that pictures are about"),
        Key(
            "net.unsettled",
            ("u",),
            "unsettled",
            "Unsettled",
            "Count contested, denied and inferred ties in pictures and in Balance, or leave them out again",
        ),
        Key(
            "app.facts",
            ("o",),
            "facts",
            "Only facts",
            "Show only what is reported, in every list, count and picture, or everything again",
        ),
    ),
)
MATRIX = Group(
    "matrix",
    "In the matrix",
    (
        Key("matrix.open", ("enter",), "follow", "Pair", "Open the pair with all its ties"),
        Key("matrix.up", ("up", "k"), "move(-1, 0)", "Up", "A row up"),
        Key("matrix.down", ("down", "j"), "move(1, 0)", "Down", "A row down"),
        Key("matrix.left", ("left", "h"), "move(0, -1)", "Left", "A column to the left"),
        Key("matrix.right", ("right", "l"), "move(0, 1)", "Right", "A column to the right"),
        Key("matrix.pageup", ("pageup", "ctrl+b"), "page(-1)", "Page up", "A screen up"),
        Key("matrix.pagedown", ("pagedown", "space", "ctrl+f"), "page(1)", "Page down", "A screen down"),
        Key("matrix.top", ("home", "g"), "edge(0)", "Top", "To the first pair"),
        Key("matrix.bottom", ("end", "G"), "edge(1)", "Bottom", "To the last pair"),
        Key("matrix.next", ("full_stop", "w"), "sign(1)", "Next tie", "To the next pair that is tied"),
        Key("matrix.previous", ("comma", "W"), "sign(-1)", "Tie before", "To the pair before that is tied"),
    ),
)
LIST = Group(
    "list",
    "In the list",
    (
        Key("list.up", ("up", "k"), "move(-1)", "Up", "Up; the page follows"),
        Key("list.down", ("down", "j"), "move(1)", "Down", "Down; the page follows"),
        Key("list.pageup", ("pageup", "ctrl+b"), "page(-1)", "Page up", "A screen up"),
        Key("list.pagedown", ("pagedown", "ctrl+f"), "page(1)", "Page down", "A screen down"),
        Key("list.top", ("home", "g"), "edge(0)", "Top", "To the top"),
        Key("list.bottom", ("end", "G"), "edge(1)", "Bottom", "To the bottom"),
        Key("list.open", ("enter", "right", "l"), "choose", "Open", "Open the record and go to its page"),
    ),
)
PAGE = Group(
    "page",
    "On the page",
    (
        Key("page.follow", ("enter",), "follow", "Follow", "Follow the lit link"),
        Key("page.down", ("down", "j"), "step(1)", "Down", "To the next link below, or a line down"),
        Key("page.up", ("up", "k"), "step(-1)", "Up", "To the next link above, or a line up"),
        Key("page.next", ("right", "l"), "link(1)", "Next link", "To the next link in reading order"),
        Key("page.previous", ("left", "h"), "link(-1)", "Previous link", "To the previous link in reading order"),
        Key("page.pagedown", ("pagedown", "space", "ctrl+f"), "page(1)", "Page down", "A screen down"),
        Key("page.pageup", ("pageup", "ctrl+b"), "page(-1)", "Page up", "A screen up"),
        Key("page.top", ("home", "g"), "edge(0)", "Top", "To the top"),
        Key("page.bottom", ("end", "G"), "edge(1)", "Bottom", "To the bottom"),
    ),
)
FILTER = Group(
    "filter",
    "While typing a filter",
    (
        Key("filter.keep", ("enter", "down"), "leave(False)", "Keep", "Keep the filter and go to the list"),
        Key("filter.drop", ("escape",), "leave(True)", "Drop", "Drop the filter"),
    ),
)
PROGRAM = Group(
    "program",
    "The program",
    (
        Key("app.help", ("question_mark", "f1"), "help", "Help", "The keys of the view at hand"),
        Key(
            "app.theme", ("t",), "next_theme", "Theme", "Between the dark and the light theme; the choice is remembered"
        ),
        Key("app.reload", ("r",), "reload", "Read again", "Read the dossier again from its file"),
        Key(
            "app.copy",
            ("ctrl+c",),
            "copy_or_quit",
            "Copy",
            "Copy the selected text; with nothing selected, press twice to quit",
        ),
        Key("app.quit", ("q", "ctrl+q"), "quit", "Quit", "Quit"),
    ),
)
HELP = Group(
    "help",
    "In the help",
    (Key("help.close", ("escape", "question_mark", "f1", "q"), "dismiss", "Close", "Close the help"),),
)
JUMP = Group(
    "jump",
    "While jumping",
    (
        Key("jump.choose", ("enter",), "choose", "Go", "Go to the lit record, or run the lit command"),
        Key("jump.down", ("down", "ctrl+n"), "move(1)", "Down", "To the next line"),
        Key("jump.up", ("up", "ctrl+p"), "move(-1)", "Up", "To the line before"),
        Key("jump.pagedown", ("pagedown",), "page(1)", "Page down", "A screen down"),
        Key("jump.pageup", ("pageup",), "page(-1)", "Page up", "A screen up"),
        Key("jump.close", ("escape",), "close", "Close", "Go back without a choice"),
    ),
)
SCOPE = Group(
    "scope",
    "While choosing filters",
    (
        Key("scope.toggle", ("space", "enter"), "tick", "Tick", "Take the lit line in or leave it out"),
        Key("scope.only", ("o",), "only", "Only this", "Leave out all others of its heading"),
        Key("scope.reset", ("r",), "reset", "As it was", "Everything but what is contested, denied or inferred"),
        Key("scope.close", ("escape", "f", "q"), "close", "Done", "Close the filters; the picture follows"),
    ),
)
GROUPS = (PANELS, MOVING, PICTURES, LIST, PAGE, MATRIX, FILTER, JUMP, SCOPE, PROGRAM, HELP)
_BY_ID = {key.id: key for group in GROUPS for key in group.keys}


def key(name: str) -> Key:
    """The key with the id `name`. Raises KeyError when there is none."""
    return _BY_ID[name]


def panel_key(panel: str) -> str:
    """The digit that opens a panel; empty when it has none."""
    name = f"panel.{panel}"
    return _BY_ID[name].shown if name in _BY_ID else ""
