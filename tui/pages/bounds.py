"""How much of one field is shown: a hostile one must not freeze the screen. May not know what the field is."""

from __future__ import annotations

SHOWN = 64_000
"""The most characters of one field."""

LINES = 2000
"""The most lines of one field."""


def cut(words: str) -> tuple[str, str]:
    """What is shown of a field, and a remark that says so when it is not all of it, or else nothing."""
    if len(words) <= LINES:
        return words, ""
    shown = words[:SHOWN]
    lines = shown.split("\n", LINES)
    if len(lines) > LINES:
        shown = shown[: len(shown) - len(lines[LINES]) - 1]
    if len(shown) == len(words):
        return words, ""
    return shown, f" [cut here: {len(words) - len(shown):,} more characters]"
