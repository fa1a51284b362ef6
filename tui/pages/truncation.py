"""How much of one field is shown: a hostile one must not freeze the screen. May not know what the field is."""

from __future__ import annotations

from tui.pages.page import Spans

SHOWN = 64_000
"""The most characters of one field."""

LINES = 2000
"""The most lines of one field."""


BRIEF = 800
"""The most characters of one text where it stands in an item or a line among others."""

MANY = 2000
"""The most items of one list that are made; a page says how many more there are."""


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


def brief(words: str, most: int = BRIEF) -> str:
    """A text as it stands among others: one that is far too long is cut; all of it is on the record's own page."""
    return words if len(words) <= most else f"{words[:most].rstrip()} …"


def briefly(spans: Spans, most: int = BRIEF) -> Spans:
    """Spans as they stand among others: each text is cut, and those after `most` characters are left out."""
    if sum(len(span.text) for span in spans) <= most:
        return spans
    found = []
    left = most
    for span in spans:
        found.append(span._replace(text=brief(span.text, max(1, left))))
        left -= len(span.text)
        if left <= 0:
            break
    return tuple(found)
