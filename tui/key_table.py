"""All keys by their ids: those of the program, or with a person's own keys in the place of some."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from tui.key_groups import Key, KeyGroup, with_equivalents

_NAMED_KEY = re.compile(r"\{([a-z]+\.[a-z]+)\}")


class KeyTable:
    """The keys in force. `own` are a person's keys by the id of the key, in Textual's names; none takes the key away.

    Ids and actions are always those of `groups`. A text names a key by its id in braces, such as `{go.back}`.
    """

    def __init__(self, groups: tuple[KeyGroup, ...], own: Mapping[str, tuple[str, ...]] | None = None) -> None:
        self._groups = groups
        self.own = dict(own or {})

    @cached_property
    def _by_id(self) -> dict[str, Key]:
        return {key.id: self._in_force(key) for group in self._groups for key in group.keys}

    def _in_force(self, key: Key) -> Key:
        return key._replace(keys=self.own[key.id]) if key.id in self.own else key

    def key(self, name: str) -> Key:
        """Return the key with the id `name`. Raises KeyError when there is none."""
        return self._by_id[name]

    def group(self, group: KeyGroup) -> KeyGroup:
        """A group with the keys in force, without those that were taken away."""
        return group._replace(keys=tuple(key for key in map(self._described, group.keys) if key.keys))

    @property
    def groups(self) -> tuple[KeyGroup, ...]:
        """All groups, with all of their keys."""
        return tuple(group._replace(keys=tuple(map(self._described, group.keys))) for group in self._groups)

    def _described(self, key: Key) -> Key:
        key = self._in_force(key)
        return key._replace(description=self.in_words(key.description)) if "{" in key.description else key

    def in_words(self, text: str) -> str:
        """`text` with the keys that it names by their ids as people write them."""
        return "".join(part for part, _ in self.parts(text)) if "{" in text else text

    def parts(self, text: str) -> Iterator[tuple[str, bool]]:
        """`text` in parts, each with whether it is a key: that as people write it, or its label where it has no key."""
        for number, part in enumerate(_NAMED_KEY.split(text)):
            if not number % 2:
                yield part, False
            elif (key := self._by_id.get(part)) is not None:
                yield key.display or f"“{key.label}”", True
            else:
                yield f"{{{part}}}", False

    def panel_key(self, panel: str) -> str:
        """The key that opens a panel; empty when it has none."""
        key = self._by_id.get(f"panel.{panel}")
        return key.display if key is not None else ""

    def with_own(self, own: Mapping[str, tuple[str, ...]]) -> KeyTable:
        """The same table with other keys of a person's own."""
        return KeyTable(self._groups, own)

    def rebound(self) -> dict[str, list[str]]:
        """The ids whose keys are a person's own, and all keys that they have, those of other layouts included."""
        return {name: with_equivalents(keys) for name, keys in self.own.items()}
