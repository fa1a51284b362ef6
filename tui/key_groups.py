"""The form of a key and of a group of keys, how keys are called, and the Textual bindings of them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from tui.keyboard_layouts import equivalents

if TYPE_CHECKING:
    from textual.binding import Binding

_PRINTABLE = {
    "slash",
    "question_mark",
    "exclamation_mark",
    "colon",
    "left_square_bracket",
    "right_square_bracket",
    "space",
    "full_stop",
    "comma",
    "less_than_sign",
    "greater_than_sign",
}
"""Textual's names of keys that write a character, beside those of one letter."""
_DISPLAY_NAMES = {
    "slash": "/",
    "full_stop": ".",
    "comma": ",",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "question_mark": "?",
    "exclamation_mark": "!",
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
    "pageup": "page up",
    "pagedown": "page down",
    "f1": "F1",
}


class Key(NamedTuple):
    """One binding: its keys in Textual's names, its label in the key bar, its description in help and README.

    `label_when_on` is the label while what the key switches is on.
    """

    id: str
    keys: tuple[str, ...]
    action: str
    label: str
    description: str
    label_when_on: str = ""

    @property
    def display(self) -> str:
        """The first key as people write it: `/`, `ctrl+p`."""
        return display_name(self.keys[0])

    @property
    def display_while_typing(self) -> str:
        """The first key that does not write a character, as people write it."""
        return display_name(next((key for key in self.keys if len(key) > 1 and key not in _PRINTABLE), self.keys[0]))


class KeyGroup(NamedTuple):
    """Keys that belong together, under the heading they have in the help."""

    id: str
    title: str
    keys: tuple[Key, ...]


def display_name(key: str) -> str:
    """Return a key as people write it."""
    return _DISPLAY_NAMES.get(key, key)


_PRIORITY = {"app.copy", "app.suspend"}
"""Take precedence over dialogs, and over Textual's own binding of ctrl+c, which would copy without a notification."""


def bindings(*groups: KeyGroup, only: Iterable[str] = ()) -> list[Binding]:
    """Return Textual bindings of whole groups, or of the ids in `only` among them, for every layout that is known."""
    from textual.binding import Binding

    ids = set(only)
    return [
        Binding(
            ",".join(chain(key.keys, *map(equivalents, key.keys))),
            key.action,
            key.label,
            show=False,
            id=key.id,
            tooltip=key.description,
            priority=key.id in _PRIORITY,
        )
        for group in groups
        for key in group.keys
        if not ids or key.id in ids
    ]
