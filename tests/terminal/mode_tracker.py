"""Tracks which terminal modes a program has turned on and not off again, from the sequences it wrote."""

from __future__ import annotations

import re
from typing import Final

_MODES: Final = {
    7: "line wrap off",
    25: "cursor hidden",
    1000: "mouse buttons",
    1002: "mouse drags",
    1003: "mouse moves",
    1004: "focus events",
    1006: "mouse SGR",
    1015: "mouse urxvt",
    1016: "mouse pixels",
    1049: "alternate screen",
    2004: "bracketed paste",
    2026: "synchronized output",
    2048: "in-band resize",
}
_INITIALLY_ON: Final = (7, 25)
SEQUENCE: Final = re.compile(
    rb"\x1b\[(?P<kind>[<=>?]?)(?P<values>[0-9;:]*)(?P<end>[ !\"$']?[@-~])"
    rb"|\x1b\](?P<string>[^\x07\x1b]*)(?:\x07|\x1b\\)"
    rb"|\x1b[^\[\]]"
)
"""A whole sequence: CSI (`kind`, `values`, `end`), OSC (`string`), or escape and one character."""


class ModeTracker:
    """The state of a terminal's modes; `private` maps each mode that was set or reset to whether it is on."""

    def __init__(self) -> None:
        self.private = dict.fromkeys(_INITIALLY_ON, True)
        self.kitty = 0
        self.pointer = ""
        self.styled = False

    def feed(self, data: bytes) -> None:
        """Process output that does not end within a sequence."""
        for match in SEQUENCE.finditer(data):
            kind, values, end, string = match.group("kind", "values", "end", "string")
            if kind == b"?" and end in (b"h", b"l"):
                self.private |= {int(value): end == b"h" for value in values.split(b";") if value}
            elif kind == b">" and end == b"u":
                self.kitty += 1
            elif kind == b"<" and end == b"u":
                self.kitty = max(0, self.kitty - int(values or 1))
            elif not kind and end == b"m":
                self.styled = values not in (b"", b"0")
            elif string is not None and string.startswith(b"22;"):
                self.pointer = string[3:].decode()

    def unrestored(self) -> list[str]:
        """Return the names of the modes that differ from a terminal's initial state."""
        names = [_MODES.get(mode, f"mode {mode}") for mode, on in self.private.items() if on != (mode in _INITIALLY_ON)]
        names += ["kitty keys"] * self.kitty + ["pointer shape"] * bool(self.pointer) + ["style"] * self.styled
        return names
