"""Where things are in a JSON text, and what is wrong with one, by a light scan of its tokens."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tui.dossier.problems import TreePath
from tui.dossier.values.text import clean

# Possessive throughout: linear in time and constant in memory on any text, however hostile.
_TOKEN = re.compile(r'"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"?|[\[\]{},:]|[^\s\[\]{},:"]++')
_LOW = r"\\u[dD][c-fC-F][0-9a-fA-F]{2}"
_HALF = re.compile(rf"(?<!\\)((?:\\\\)*+)(?:\\u[dD][89abAB][0-9a-fA-F]{{2}}({_LOW})?|{_LOW})")
"""An escaped surrogate behind escaped backslashes; group 2 is the one that completes it."""
_MOST_LEVELS = 128
"""The levels of lists and tables that are walked into: twice what a dossier may have."""

Fault = tuple[str, str, int | None]
"""What is wrong, what to write instead, and the offset."""


def walk_json(text: str) -> Iterator[tuple[TreePath, int]]:
    """Yield the path and offset of every key and list element in the order they are written.

    Stops where brackets close that were not opened, and where they are nested too deeply for a dossier.
    """
    base: TreePath = ()
    around: list[tuple[TreePath, list[int] | None]] = []  # open lists with the index to come, tables with None
    key_comes = False
    for match in _TOKEN.finditer(text):
        piece = match[0]
        if piece in "]}":
            if not around:
                return
            around.pop()
            key_comes = False
        elif piece == ",":
            if not around:
                return
            key_comes = around[-1][1] is None
        elif piece == ":":
            key_comes = False
        elif key_comes:
            base = (*around[-1][0], clean(_unquoted(piece)))
            yield base, match.start()
        else:
            path = base
            if around and (index := around[-1][1]) is not None:
                path = (*around[-1][0], index[0])
                index[0] += 1
                yield path, match.start()
            if piece in "[{":
                if len(around) == _MOST_LEVELS:
                    return
                around.append((path, [0] if piece == "[" else None))
                key_comes = piece == "{"


def half_character(text: str) -> int | None:
    """Return the offset of the first escaped surrogate that stands alone."""
    if "\\ud" not in text and "\\uD" not in text:
        return None
    for match in _HALF.finditer(text):
        if match[2] is None:
            return match.end(1)
    return None


def first_repeated_key(text: str) -> int | None:
    """Return the offset of the first key that its table has already."""
    around: list[set[str] | None] = []  # the keys of open tables so far, None for lists
    key_comes = False
    for match in _TOKEN.finditer(text):
        piece = match[0]
        if piece in "[{":
            around.append(set() if piece == "{" else None)
            key_comes = piece == "{"
        elif piece in "]}" and around:
            around.pop()
        elif piece == ",":
            key_comes = bool(around) and around[-1] is not None
        elif key_comes and around and (known := around[-1]) is not None:
            key_comes = False
            if (key := _unquoted(piece)) in known:
                return match.start()
            known.add(key)
    return None


def first_word(text: str, is_wanted: Callable[[str], bool]) -> int | None:
    """Return the offset of the first number or word that is wanted."""
    return next((match.start() for match in _TOKEN.finditer(text) if is_wanted(match[0])), None)


def first_deeper(text: str, depth: int) -> int | None:
    """Return the offset of the first list or table that is more than `depth` levels deep."""
    level = 0
    for match in _TOKEN.finditer(text):
        if match[0] in "[{":
            level += 1
            if level > depth:
                return match.start()
        elif match[0] in "]}":
            level -= 1
    return None


def explain(message: str, text: str, pos: int) -> Fault:
    """Explain in plain words what Python's parser means by `message` at offset `pos` of `text`."""
    found = _TOKEN.search(text, pos)
    at = found[0] if found else ""
    if message.startswith("Unterminated string"):
        return "the text that opens here is never closed", 'close it with "', pos
    if message.startswith("Invalid control character"):
        what = "the line ends before the string does" if text[pos : pos + 1] in "\r\n" else "a control character"
        return what, r"write \n for a line break, \t for a tab", pos
    if message.startswith("Invalid"):
        return "this is not an escape sequence of JSON", r"write \\ for a backslash", pos
    if message.startswith("Extra data"):
        return "something follows after the end of the dossier", "leave it out", pos
    if at[:1] in ("'", "“", "”", "‘"):
        return "text stands between other quotation marks here", 'write it between "', pos
    if at[:1] == "#" or at.startswith(("//", "/*")):
        return "a comment, which JSON does not have", "leave it out, or write the dossier as TOML", pos
    if at in ("None", "True", "False", "undefined"):
        return f"{at} is no word of JSON", "write true or false, or leave the key out", pos
    if not at:
        return "the file ends in the middle", "close what opens here", _last_open(text)
    comma = text.rfind(",", 0, pos + 1)
    if "trailing comma" in message or (at in "]}" and comma >= 0 and not text[comma + 1 : pos].strip()):
        return "a comma before a closing bracket", "leave the comma out", comma
    if message.startswith("Expecting ',' delimiter"):
        return f"“{at[:20]}” where a comma or a closing bracket is needed", "write a comma between two entries", pos
    if message.startswith("Expecting ':' delimiter"):
        return f"“{at[:20]}” where a colon is needed", 'write "key": value', pos
    if message.startswith("Expecting property name"):
        return f"“{at[:20]}” where a key is needed", 'write the key between "', pos
    return f"“{at[:20]}” where a value is needed", 'write text between "', pos


def _last_open(text: str) -> int | None:
    """Return the offset of the innermost list or table that is not closed."""
    opened: list[int] = []
    for match in _TOKEN.finditer(text):
        if match[0] in "[{":
            opened.append(match.start())
        elif match[0] in "]}" and opened:
            opened.pop()
    return opened[-1] if opened else None


def _unquoted(piece: str) -> str:
    if "\\" not in piece:
        return piece[1:-1]
    import json

    try:
        return str(json.loads(piece))
    except ValueError:
        return piece[1:-1]
