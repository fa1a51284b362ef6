"""Loads Textual without its command palette: a jump list stands in for it."""

from __future__ import annotations

import importlib
import sys
from types import ModuleType

_PALETTE = "textual.command"


class _Provider:
    """Stands in for the base class of the palette's sources of commands."""


class _WithoutPalette(ModuleType):
    """Stands in for the module of the palette while Textual is loaded."""

    Provider = _Provider
    CommandListItem = CommandPalette = SimpleProvider = DiscoveryHit = Hit = Hits = object

    def __getattr__(self, name: str) -> object:
        """What another version of Textual asks for besides: it gets the palette."""
        if name.startswith("__"):
            raise AttributeError(name)
        if sys.modules.get(_PALETTE) is self:
            del sys.modules[_PALETTE]
        return getattr(importlib.import_module("textual.command"), name)


def import_textual_without_palette() -> None:
    """Import Textual's App without the palette, which takes a fourteenth of the time to start, and its dozen widgets.

    The app must not open one; whoever imports it later gets it. Does nothing when it is imported already.
    """
    if "textual.app" in sys.modules or _PALETTE in sys.modules:
        return
    sys.modules[_PALETTE] = placeholder = _WithoutPalette(_PALETTE)
    try:
        importlib.import_module("textual.app")
    finally:
        if sys.modules.get(_PALETTE) is placeholder:
            del sys.modules[_PALETTE]
