"""What a key is, how it is written for people, and the Textual bindings made of keys.

May not know which keys there are, nor Textual until bindings are asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

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
