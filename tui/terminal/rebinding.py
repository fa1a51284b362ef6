"""Gives what can be reached by a key other keys than its class has, by the ids of its bindings.

Textual does that too (`App.set_keymap`), anew with every key, in a time that grows with the square of the bindings.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final
from weakref import WeakSet

from textual.app import App
from textual.binding import Binding, BindingsMap
from textual.dom import DOMNode

from tui.terminal import compat

_NO_KEY: Final = "no-key"
"""A name that no key has."""


class Rebinding:
    """The keys, in Textual's names, that take the place of those of the bindings with these ids; perhaps none."""

    def __init__(self, app: App[Any], keys: Mapping[str, Sequence[str]]) -> None:
        self._app = app
        self._keys = keys
        self._done: WeakSet[DOMNode] = WeakSet()
        if keys and not compat.has_node_bindings():
            app.set_keymap({name: ",".join(each) or _NO_KEY for name, each in keys.items()})
            self._keys = {}

    def prepare(self, node: DOMNode) -> None:
        """Rebind a widget or screen that a key is about to reach, and all around it, unless that is done."""
        if not self._keys:
            return
        for each in (*node.ancestors_with_self, self._app):
            if each not in self._done:
                self._done.add(each)
                bindings = compat.node_bindings(each)
                bindings.key_to_bindings = self._rebound(bindings)

    def _rebound(self, bindings: BindingsMap) -> dict[str, list[Binding]]:
        found: dict[str, Binding] = {}
        rebound: dict[str, list[Binding]] = {}
        for key, binding in bindings:
            if binding.id is not None and binding.id in self._keys:
                found.setdefault(binding.id, binding)
            else:
                rebound.setdefault(key, []).append(binding)
        for name, binding in found.items():
            for key in self._keys[name]:
                rebound[key] = [binding.with_key(key)]
        return rebound
