"""The form of a key and of a group of keys, and the Textual bindings of them."""

from collections.abc import Iterable
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from tui.key_names import display_name as display_name
from tui.key_names import writes_character
from tui.keyboard_layouts import equivalents

if TYPE_CHECKING:
    from textual.binding import Binding


class Key(NamedTuple):
    """One binding: its keys in Textual's names, its label in the key bar, its description in help and README.

    `label_when_on` is the label while what the key switches is on. Another key is named by its id in braces.
    """

    id: str
    keys: tuple[str, ...]
    action: str
    label: str
    description: str
    label_when_on: str = ""

    @property
    def display(self) -> str:
        """The first key as people write it: `/`, `ctrl+p`; empty when there is none."""
        return display_name(self.keys[0]) if self.keys else ""

    @property
    def display_while_typing(self) -> str:
        """The first key that does not write a character, as people write it; empty when there is none."""
        return display_name(next((key for key in self.keys if not writes_character(key)), ""))


class KeyGroup(NamedTuple):
    """Keys that belong together, under the heading they have in the help."""

    id: str
    title: str
    keys: tuple[Key, ...]


PRIORITY = frozenset({"app.copy", "app.suspend"})
"""Take precedence over dialogs, and over Textual's own binding of ctrl+c, which would copy without a notification."""


def with_equivalents(keys: Iterable[str]) -> list[str]:
    """Return `keys`, and after them those at their places in every layout that is known."""
    keys = tuple(keys)
    return [*chain(keys, *map(equivalents, keys))]


def bindings(*groups: KeyGroup, only: Iterable[str] = ()) -> "list[Binding]":
    """Return Textual bindings of whole groups, or of the ids in `only` among them, for every layout that is known."""
    from textual.binding import Binding

    ids = set(only)
    return [
        Binding(
            ",".join(with_equivalents(key.keys)),
            key.action,
            key.label,
            show=False,
            id=key.id,
            tooltip=key.description,
            priority=key.id in PRIORITY,
        )
        for group in groups
        for key in group.keys
        if not ids or key.id in ids
    ]
