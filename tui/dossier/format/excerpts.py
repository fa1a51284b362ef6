"""The lines of a text that a list of its problems quotes."""

from __future__ import annotations

from collections.abc import Iterable

from tui.dossier.format.read_toml import source_line
from tui.dossier.values.text import Safe

MOST = 500
"""The most problems of a file whose lines are quoted."""

_CHUNK = 4096
"""How many characters are searched for line ends at a time."""
_LONGEST = 1000
"""How many characters of a line are taken, before it is cut for display."""


def excerpts(text: str, wanted: Iterable[int]) -> dict[int, Safe]:
    """The beginnings of the wanted lines by number, cleaned and cut for display; none of a line that is not there.

    They are found without splitting the text, which may be only line ends.
    """
    lines: dict[int, Safe] = {}
    offset, number = 0, 1  # `offset` is in line `number`
    for line in sorted(set(wanted)):
        while offset + _CHUNK < len(text) and number + (ends := text.count("\n", offset, offset + _CHUNK)) < line:
            offset, number = offset + _CHUNK, number + ends
        while number < line and (end := text.find("\n", offset)) >= 0:
            offset, number = end + 1, number + 1
        if number == line:
            start = text.rfind("\n", 0, offset) + 1
            lines[line] = source_line(text[start : start + _LONGEST], 1)
    return lines
