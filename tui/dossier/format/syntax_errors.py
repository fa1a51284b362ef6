"""Explains what is wrong with a text that is not TOML, in plain words, and where the error begins.

tomli reports where it stopped; an author needs to know what to fix. Imported only when a file is refused.
"""

import re
from typing import NamedTuple

from tui.dossier.format.positions import Broken, string_end, walk
from tui.dossier.problems import TreePath
from tui.dossier.values.dates import parse_date

KEY_PARTS = 32
"""The longest dotted key that is read."""

DIGITS = 64
"""The longest number that is read."""


class Fault(NamedTuple):
    """What is wrong, a hint or "", and the offset in the text, None if it is not known."""

    what: str
    hint: str
    offset: int | None


_CURLY = "“”„‟«»‘’‚‛"

# Lines to examine: with the quotation marks of a long string, 65 digits in a row, or 32 dots.
_CANDIDATE = re.compile(r'"""|' + r"'''|[0-9A-Fa-f_]{65}|\n(?:[^.\n]*+\.){32}")
_TOKEN = re.compile(r"""[ \t]*+(?:([A-Za-z0-9_+-]++)|(["'])|(\.)|(\n|\#|\Z)|[^\w"'.\n\#]++|.)""")
_OPENING = re.compile("[\"'#]")
_BARE_DATE = re.compile(r"(?<![\w.-])[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?![0-9-])")
_NUMBER = re.compile(r"[+-]?(?:0[xob])?([0-9A-Fa-f_]++)")
_KEY_FOLLOWS = re.compile(r"[ \t]*[.=]")


def overlong(text: str) -> Fault | None:
    """Return the first number of more than 64 digits, or key of more than 32 parts, outside strings and comments."""
    text = "\n" + text  # so that every line has a line feed before it
    pos = 0
    while match := _CANDIDATE.search(text, pos):
        start = match.start() + 1 if text[match.start()] == "\n" else text.rfind("\n", 0, match.start()) + 1
        try:
            fault, pos = _line_fault(text, start)
        except Broken:
            return None  # tomli stops here too
        if fault and fault.offset:
            return fault._replace(offset=fault.offset - 1)
    return None


def _line_fault(text: str, pos: int) -> tuple[Fault | None, int]:
    """Return the fault in the line that begins at `pos`, including its long strings, and where that line ends."""
    parts = key = 0
    dotted = False
    while True:
        token = _TOKEN.match(text, pos)
        kind = token.lastindex if token else 4
        if not token or kind == 4:
            end = text.find("\n", pos)
            return None, end if end >= 0 else len(text)
        pos = token.end()
        if kind == 3:
            dotted = parts > 0
            continue
        parts = parts + 1 if dotted and kind else int(kind is not None)
        dotted = False
        if kind == 2:
            pos = string_end(text, token.start(2))
        if parts == 1 and kind:
            key = token.start(kind)
        if parts > KEY_PARTS:
            return Fault(f"this key has more than {KEY_PARTS} parts", "", key), pos
        if kind == 1 and _digits(token[1]) > DIGITS and not _KEY_FOLLOWS.match(text, pos):
            return Fault(
                f"this number has more than {DIGITS} digits", "if it is text, write it in quotes", token.start(1)
            ), pos


def _digits(word: str) -> int:
    number = _NUMBER.fullmatch(word) if len(word) > DIGITS else None
    return len(number[1]) - number[1].count("_") if number else 0


def first_deeper(text: str, depth: int) -> int | None:
    """Return the offset of the first key or element that is more than `depth` levels deep."""
    try:
        return next(offset for path, offset in walk(text) if len(path) > depth)
    except (Broken, StopIteration):
        return None


def explain(message: str, text: str, pos: int) -> Fault:
    """Explain in plain words what tomli means by `message` at offset `pos` of `text`, whose line ends are LF."""
    begun, unclosed, again = _last_statement(text, pos, message.startswith(("Cannot", "Duplicate")))
    if again:
        return _given_twice(text, begun, *again)
    at = text[pos : pos + 1]
    if message.startswith(("Unterminated", "Expected \"'")) and unclosed is not None:
        mark = text[unclosed] * (3 if text.startswith(text[unclosed] * 3, unclosed) else 1)
        return Fault(f"the text that opens here with {mark} is never closed", f"close it with {mark}", unclosed)
    if message.startswith(("Illegal character", "Found invalid character")):
        if at == "\n":
            return Fault("the line ends before the string does", 'close it with ", or use """ for several lines', pos)
        return _control_character(text, begun, pos)
    if message.startswith(("Unescaped", "Invalid hex", "Escaped character")):
        pos = max(text.rfind("\\", 0, pos), begun)
        return Fault("this is not an escape sequence of TOML", r"write \\ for a backslash, or put the text in '…'", pos)
    opened = _elsewhere(text, begun, pos)
    if not at and opened:
        return Fault("the file ends before the value does", opened, pos)
    if at == "\r":
        return Fault("this is a carriage return without a line feed", "end the line with LF or CRLF", pos)
    if message.startswith(("Expected newline", "Invalid date", "Unclosed")) and (
        fault := _no_such_date(text, begun, pos)
    ):
        return fault
    if message.startswith("Expected newline"):
        return Fault("there is something after the end of the value", _left_over(text, begun, pos) or opened, pos)
    if message.startswith("Unclosed"):
        mark = "]" if "array" in message else "}"
        return Fault(f"a comma or {mark} is missing here", opened, pos)
    if message.startswith("Invalid value"):
        return _no_value(text, pos)
    if message.startswith(("Invalid statement", "Expected '='")) and at > "\x7f":
        return Fault("this character is not allowed in a key", _QUOTED_KEY, pos)
    for start, what, hint in _EXPLANATIONS:
        if message.startswith(start):
            return Fault(what, hint, pos)
    return Fault(message[:1].lower() + message[1:], opened, pos)


_QUOTED_KEY = 'a key with characters other than a-z 0-9 _ - must be quoted: "…"'
_EXPLANATIONS = (
    ("Invalid statement", "a key, table header or comment cannot begin like this", "a comment begins with #"),
    ("Invalid initial character", "a key is missing here", _QUOTED_KEY),
    ("Expected '='", "a key must be followed by = and its value", "write key = value, and # before a comment"),
    ("Expected ']'", "the table header is not closed", "end it with ]"),
    ("Expected ']]'", "the table header is not closed", "end it with ]]"),
    ("Invalid date", "there is no such date or time", "hours run from 00 to 23, minutes and seconds from 00 to 59"),
)


def _last_statement(text: str, pos: int, repeats: bool) -> tuple[int, int | None, tuple[TreePath, int, int] | None]:
    """Return where the statement around `pos` begins, where something unclosed in it opens, and a key it repeats.

    The key is given by its path, its offset, and the offset of its first use; it is looked for only if `repeats`.
    """
    begun = 0
    seen: dict[TreePath, int] = {}
    again = None
    try:
        for path, offset in walk(text[:pos]):
            if not path:
                begun, again = offset, None
            elif repeats and isinstance(path[-1], str) and seen.setdefault(path, offset) != offset:
                again = path, offset, seen[path]
    except Broken as broken:
        return begun, broken.offset, again
    return begun, None, again


def _given_twice(text: str, begun: int, path: TreePath, offset: int, first: int) -> Fault:
    name = ".".join(step for step in path if isinstance(step, str))[:80]
    hint = ""
    if text.startswith("[", first - 1) and text.startswith("[", begun):
        hint = f"begin each entry of a list with [[{name}]]"
        if text.startswith("[[", begun):
            hint += f", also on line {_line(text, first)}"
    return Fault(f"`{name}` is already defined on line {_line(text, first)}", hint, offset)


def _control_character(text: str, begun: int, pos: int) -> Fault:
    """A control character can be escaped in a string between double quotes only."""
    escape = f"\\u{ord(text[pos : pos + 1] or ' '):04x}"
    what = f"this is a control character (U+{escape[2:].upper()})"
    around = _around(text, begun, pos)
    if around == "#":
        return Fault(f"{what} in a comment", "remove it", pos)
    if around == "'":
        return Fault(f"{what} in a text between '…'", f'remove it, or put the text in "…" and write {escape}', pos)
    return Fault(what, f"remove it, or write {escape}", pos)


def _around(text: str, begun: int, pos: int) -> str:
    """What `pos` is inside of: `"` or `'` for a string, `#` for a comment, "" for neither."""
    while match := _OPENING.search(text, begun, pos + 1):
        begun = match.start()
        if match[0] == "#":
            end = text.find("\n", begun)
            end = len(text) if end < 0 else end
        else:
            try:
                end = string_end(text, begun)
            except Broken:
                end = len(text)
        if pos < end:
            return match[0]
        begun = end
    return ""


def _no_such_date(text: str, begun: int, pos: int) -> Fault | None:
    """A bare date that does not exist, or is not written in full, at `pos` or before it on its line."""
    start = max(begun, text.rfind("\n", 0, pos) + 1)
    date = next((date for date in _BARE_DATE.finditer(text, start) if date.start() <= pos <= date.end()), None)
    if date is None:
        return None
    try:
        parse_date(date[0])
    except ValueError as error:
        what, _, hint = str(error).partition("; ")
        return Fault(what, hint, date.start())
    return None


def _elsewhere(text: str, begun: int, pos: int) -> str:
    first = _line(text, begun)
    return f"the value begins on line {first}" if first < _line(text, pos) else ""


def _left_over(text: str, begun: int, pos: int) -> str:
    before = text[max(begun, text.rfind("\n", 0, pos) + 1) : pos].rstrip()
    if text[pos : pos + 1] in tuple("-/?~%") and before[-1:].isdigit():
        return 'a date such as "1974-09" must be quoted'
    if before.endswith('"') and not before.endswith('"""'):
        return 'inside "…" write a quotation mark as \\"'
    return ""


def _no_value(text: str, pos: int) -> Fault:
    at = text[pos : pos + 1]
    if at in ("", "\n", "#"):
        return Fault("the value is missing", "", pos)
    if at in _CURLY:
        return Fault("this is not a straight quotation mark", 'put "…" around text', pos)
    if re.match(r"(?i:true|false|yes|no)\b", text[pos : pos + 6]):
        return Fault("this is not a value", "write true or false", pos)
    return Fault("this is not a value", 'text must be quoted: "…"', pos)


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1
