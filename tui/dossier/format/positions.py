"""Finds the position of each key and array element of a text by a light scan after it has been parsed.

JSON is walked through in `json_text.py`. Of TOML the scan only steps from key to value to end of value; validating
dates and rejecting repeated keys is left to tomli. Nesting costs no recursion, and no text is read more than twice.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Generator, Iterator
from itertools import accumulate, count

from tui.dossier.format.notation import is_json
from tui.dossier.problems import TreePath
from tui.dossier.values.text import clean

# Possessive throughout: linear in time and constant in memory on any text, however hostile.
_BLANK = re.compile(r"[ \t]*+")
_VOID = re.compile(r"[ \t\n]*+(?:#[^\n]*+[ \t\n]*+)*+")
_BARE = re.compile(r"[A-Za-z0-9_-]++")
_SCALAR = re.compile(r"[^,\]}\n#]++")
_BASIC = re.compile(r'"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"')
_LITERAL = re.compile(r"'[^'\n]*+'")
_LONG_BASIC = re.compile(r'"""[^"\\]*+(?:(?:\\.|(?!""")")[^"\\]*+)*+"{3,5}+', re.DOTALL)
# A whole line such as `id = "q-1"` or `p = 5`, handled by a fast path since nearly all lines are of this form.
_SIMPLE_LINE = re.compile(r"""([A-Za-z0-9_-]++)[ \t]*+=[ \t]*+(?:"[^"\\\n]*+"(?!")|[^\s"'\[{][^\n#"']*+)""")


class Broken(Exception):
    """The text is not TOML: `offset` is where something unclosed begins, or where something else was expected."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


def positions(text: str, only: Collection[TreePath] | None = None) -> dict[TreePath, tuple[int, int]]:
    """Return the line and column, both from 1, of every key and array element, by its path in the cleaned tree.

    `text` is TOML that tomli accepts, or JSON. With `only` the scan notes those paths and stops when it has them
    all. Use it when few are needed: all positions of a large file take several times its size. A key given more than
    once, such as a table header, is located where it first occurs, and one that `clean_tree` had to rename nowhere.
    """
    located: dict[TreePath, tuple[int, int]] = {}
    wanted = None if only is None else frozenset(only)
    text = text.replace("\r\n", "\n")
    starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
    try:
        for path, offset in walk_text(text):
            if path in located or not path or (wanted is not None and path not in wanted):
                continue
            line = bisect_right(starts, offset)
            located[path] = (line, offset - starts[line - 1] + 1)
            if wanted is not None and len(located) == len(wanted):
                break
    except Broken:
        pass
    return located


def walk_text(text: str) -> Iterator[tuple[TreePath, int]]:
    """Yield the path and offset of every key and array element of a text of either notation, as `walk` does."""
    if is_json(text):
        from tui.dossier.format.json_text import walk_json

        return walk_json(text)
    return walk(text)


def walk(text: str) -> Iterator[tuple[TreePath, int]]:
    """Yield the path and offset of every key and array element in the order they are written, line ends being LF.

    An empty path comes first in each statement, with the offset where it begins. Raises Broken at the first place
    where the text is not TOML.
    """
    last: dict[TreePath, int] = {}  # of each array of tables, the table that is open
    base: TreePath = ()
    pos, end = _end(_VOID, text, 0), len(text)
    while pos < end:
        yield (), pos
        simple = _SIMPLE_LINE.match(text, pos)
        if simple:
            yield (*base, simple[1]), pos
            pos = simple.end()
        elif text[pos] == "[":
            width = 2 if text.startswith("[[", pos) else 1
            parts, after = _key(text, pos + width)
            base = ()
            for name, offset in parts:
                base = (*base, name)
                yield base, offset
                if width == 2 and offset == parts[-1][1]:
                    last[base] = last.get(base, -1) + 1
                    base = (*base, last[base])
                    yield base, pos
                elif base in last:
                    base = (*base, last[base])
            pos = _past("]" * width, text, after)
        else:
            path, pos = yield from _named(text, base, pos)
            pos = yield from _value(text, path, pos)
        pos = _end(_VOID, text, pos)


def string_end(text: str, pos: int) -> int:
    """Return the offset after the string of any of the four kinds that opens at `pos`; Broken if it is never closed."""
    if text.startswith('"""', pos):
        return _end(_LONG_BASIC, text, pos)
    if text.startswith("'''", pos):
        end = text.find("'''", pos + 3)
        if end < 0:
            raise Broken(pos)
        return end + 3 + text.startswith("'", end + 3) + text.startswith("''", end + 3)
    return _end(_BASIC if text[pos] == '"' else _LITERAL, text, pos)


def _end(pattern: re.Pattern[str], text: str, pos: int) -> int:
    match = pattern.match(text, pos)
    if not match:
        raise Broken(pos)
    return match.end()


def _past(mark: str, text: str, pos: int) -> int:
    if not text.startswith(mark, pos):
        raise Broken(pos)
    return pos + len(mark)


def _key(text: str, pos: int) -> tuple[list[tuple[str, int]], int]:
    """Return the parts of the dotted key at `pos`, cleaned, each with its offset, and the offset of what follows."""
    parts: list[tuple[str, int]] = []
    while True:
        pos = _end(_BLANK, text, pos)
        quote = text[pos : pos + 1]
        if quote in ('"', "'"):
            end = _end(_BASIC if quote == '"' else _LITERAL, text, pos)
            name: str = clean(_unescaped(text[pos:end]))
        else:
            end = _end(_BARE, text, pos)
            name = text[pos:end]
        parts.append((name, pos))
        pos = _end(_BLANK, text, end)
        if text[pos : pos + 1] != ".":
            return parts, pos
        pos += 1


def _unescaped(quoted: str) -> str:
    if quoted[0] == "'" or "\\" not in quoted:
        return quoted[1:-1]
    import tomli

    try:
        name: str = tomli.loads(f"name = {quoted}")["name"]
    except tomli.TOMLDecodeError:
        return quoted[1:-1]
    return name


def _named(text: str, base: TreePath, pos: int) -> Generator[tuple[TreePath, int], None, tuple[TreePath, int]]:
    """Yield the steps of the key at `pos` below `base`; return its path and the offset of its value."""
    parts, pos = _key(text, pos)
    for name, offset in parts:
        base = (*base, name)
        yield base, offset
    return base, _end(_BLANK, text, _past("=", text, pos))


def _value(text: str, path: TreePath, pos: int) -> Generator[tuple[TreePath, int], None, int]:
    """Yield the paths inside the value at `pos`; return the offset after it."""
    around: list[tuple[TreePath, Iterator[int] | None]] = []  # open arrays with the indices to come, tables with None
    while True:
        first = text[pos : pos + 1]
        if first in ("[", "{"):
            around.append((path, count() if first == "[" else None))
            pos += 1
        else:
            pos = string_end(text, pos) if first in ('"', "'") else _end(_SCALAR, text, pos)
        while around:
            pos = _end(_VOID, text, pos)
            if text.startswith(",", pos):
                pos = _end(_VOID, text, pos + 1)
            path, numbers = around[-1]
            if text.startswith("}" if numbers is None else "]", pos):
                around.pop()
                pos += 1
                continue
            if numbers is None:
                path, pos = yield from _named(text, path, pos)
            else:
                path = (*path, next(numbers))
                yield path, pos
            break
        else:
            return pos
