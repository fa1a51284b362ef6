"""The edge of a dialog, so that it stands out from what is behind it in the colours of any terminal."""

from __future__ import annotations

from textual.containers import Vertical


class Frame(Vertical):
    """The parts of a dialog one below the other, with a line around them."""

    DEFAULT_CSS = """
    Frame { border: round $ink-rule; background: $panel; overflow: hidden; }
    Frame:ansi { border: round $foreground; }
    Frame > * { width: 100%; }
    """
