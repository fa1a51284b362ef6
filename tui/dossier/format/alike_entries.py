"""Parses the entries of a large file that are alike only once: those that differ in nothing but their strings.

Records are mostly written with the same keys in the same order. What is outside the quotation marks of an entry, its
form, is parsed by tomli with a number in the place of each string; every further entry of that form is filled in. An
entry with anything else in it, such as an escape, is parsed by tomli as it is. The tree is the one that tomli makes of
the whole text and that is cleaned then: entries follow one another, so where each of them is valid all of them are,
except for a name that is a list of tables in one and something else in another. Where there is any doubt there is no
tree.

Whoever takes the rows as they are parsed need not hold all of them: the tree has their shapes only.
"""

import re
from collections.abc import Callable
from operator import itemgetter
from typing import Any, Final, NamedTuple, Protocol

import tomli

from tui.dossier.values.text import LINE_BREAKS, Safe, clean, clean_tree

_HEADER = re.compile(r"\n\[\[([A-Za-z0-9_-]+)\]\](?=\n)")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_ILLEGAL = bytes([*range(9), *range(11, 32), 127])
"""The control characters that a TOML text with LF line ends cannot have."""
_PIECE: Final = 1 << 20
"""The characters that are looked at at a time."""
_MOST_FORMS: Final = 2_000
"""The most forms that are made; where hardly two entries are alike it is no use to look for more."""
_BETWEEN: Final = 1_000
"""The entries from one word about the progress to the next."""
SLICE: Final = 2_000
"""The rows of a table that are taken at a time."""

Rows = list[dict[str, Any]]
_Fill = Callable[[list[Safe]], dict[str, Any]]
"""Makes the row of an entry from its strings."""


class Entries(NamedTuple):
    """The cleaned `tree` of a text, and for each row of its tables the offset where the entry begins that gives it.

    An entry begins at the brackets of its header, in the text with LF line ends, and ends where the next one begins.
    `has_line_ends` says whether a string of a row may have several lines. Where the rows were taken meanwhile, each is
    only a shape in the tree: the same keys, tables and lists with some string in the place of each string.
    """

    tree: dict[str, Any]
    offsets: dict[str, list[int]]
    has_line_ends: bool


class Taker(Protocol):
    """Takes what an unfinished reading has parsed; void when the reading comes to nothing. What it raises ends it."""

    def take_head(self, tree: dict[str, Any]) -> None:
        """Take what is before the first entry."""

    def take_rows(self, table: str, rows: Rows, *, has_line_ends: bool) -> None:
        """Take the next rows of a table."""


def parse_entries(
    text: str, told: Callable[[int], object] = lambda _: None, taker: Taker | None = None
) -> Entries | None:
    """Parse a TOML text with LF line ends; None where it takes a parse of the whole to tell what it says.

    `told` is called now and then with the number of characters that were parsed.
    """
    if _has_illegal(text):
        return None
    try:
        return _Reading(text, taker).entries(told)
    except (ValueError, RecursionError):
        return None


Divided = tuple[str, list[Any]]
"""What is outside the strings of an entry, with a quotation mark in the place of each, and these strings."""


def divided_entry(entry: str) -> Divided | None:
    """Divide an entry; None when its strings cannot be told by their quotation marks alone.

    Where an entry is valid, all that are divided and have the same outside have their keys and values in the same
    places, counted in lines and strings: no line feed, escape or quotation mark is in a string.
    """
    if "\\" in entry:
        return None
    parts = entry.split('"')
    outside = '"'.join(parts[::2])
    if len(parts) % 2 == 0 or "'" in outside or '""' in outside or entry.count("\n") != outside.count("\n"):
        return None
    return outside, parts[1::2]


def next_entry(text: str, offset: int) -> int:
    """Where the entry after the one at `offset` begins, or the end of the text."""
    header = _HEADER.search(text, offset)
    return len(text) if header is None else header.start() + 1


def _has_illegal(text: str) -> bool:
    pieces = (text[begin : begin + _PIECE].encode() for begin in range(0, len(text), _PIECE))
    return any(len(piece.translate(None, _ILLEGAL)) < len(piece) for piece in pieces)


class _Doubtful(ValueError):
    """Raised where the entries do not say what the whole text would say."""


class _Form(NamedTuple):
    """What entries have in common: their table, what makes a row of their strings, and a row of that shape."""

    table: str
    fill: _Fill
    shape: dict[str, Any]


class _Reading:
    """One reading of a text, from its head to its last entry. Its rows go to `taker`, if there is one."""

    def __init__(self, text: str, taker: Taker | None) -> None:
        self._text = text
        self._taker = taker
        self._untaken: dict[str, Rows] = {}
        self._is_clean = text.isascii() and "\t" not in text
        self._has_line_ends = not text.isascii() and any(mark in text for mark in LINE_BREAKS)
        self._forms: dict[str, _Form | None] = {}
        self._forms_left = _MOST_FORMS
        self._tables: dict[str, Rows] = {}
        self._offsets: dict[str, list[int]] = {}

    def entries(self, told: Callable[[int], object]) -> Entries:
        """All entries. Raises ValueError or RecursionError where they do not tell what the text says."""
        text = self._text
        begin = next_entry(text, 0)
        head = clean_tree(tomli.loads(text[:begin]))
        if self._taker is not None:
            self._taker.take_head(head)
        for number, header in enumerate(_HEADER.finditer(text, begin)):
            end = header.start() + 1
            self._read(begin, text[begin:end])
            begin = end
            if not number % _BETWEEN:
                told(begin)
        if begin < len(text):
            self._read(begin, text[begin:])
        if not head.keys().isdisjoint(self._tables):
            raise _Doubtful
        for table in self._untaken:
            self._give(table)
        return Entries({**head, **self._tables}, self._offsets, self._has_line_ends)

    def _read(self, begin: int, entry: str) -> None:
        divided = divided_entry(entry)
        if divided is None or (form := self._form_of(divided[0])) is None:
            self._parse(begin, entry)
            return
        strings = divided[1]
        if not self._is_clean:
            strings = [text if text.isascii() and text.isprintable() else clean(text) for text in strings]
        row = form.fill(strings)
        self._keep(form.table, begin, [row], [row] if self._taker is None else [form.shape])

    def _form_of(self, outside: str) -> _Form | None:
        form = self._forms.get(outside)
        if form is None and outside not in self._forms and self._forms_left:
            self._forms_left -= 1
            form = self._forms[outside] = _form(outside)
        return form

    def _parse(self, begin: int, entry: str) -> None:
        """Read an entry, and what follows it under headers in other spellings, as it is."""
        self._has_line_ends = True
        for table, rows in clean_tree(tomli.loads(entry)).items():
            if not isinstance(rows, list) or not _BARE.fullmatch(table):
                raise _Doubtful
            self._keep(table, begin, rows, rows)

    def _keep(self, table: str, begin: int, rows: Rows, shapes: Rows) -> None:
        known = self._tables.get(table)
        if known is None:
            known = self._tables[table] = []
            self._offsets[table], self._untaken[table] = [], []
        known += shapes
        self._offsets[table] += [begin] * len(rows)
        if self._taker is not None:
            untaken = self._untaken[table]
            untaken += rows
            if len(untaken) >= SLICE:
                self._give(table)

    def _give(self, table: str) -> None:
        rows, self._untaken[table] = self._untaken[table], []
        if rows and self._taker is not None:
            self._taker.take_rows(table, rows, has_line_ends=self._has_line_ends)


def _form(outside: str) -> _Form | None:
    """The form of entries from what is outside their strings; None when what is between the marks is no value."""
    parts = outside.split('"')
    numbered = "".join(f'{part}"{number}"' for number, part in enumerate(parts[:-1])) + parts[-1]
    try:
        tree = clean_tree(tomli.loads(numbered))
    except (ValueError, RecursionError):
        return None
    [(table, rows), *others] = tree.items()
    if others or not isinstance(rows, list) or len(rows) != 1:
        return None
    if sorted(_numbers(rows[0])) != list(range(len(parts) - 1)):
        return None  # a key or a comment is between quotation marks
    return _Form(table, _filling(rows[0]), rows[0])


def _numbers(value: Any) -> list[int]:
    """The numbers of all strings in the row of a form."""
    if isinstance(value, dict):
        return [number for item in value.values() for number in _numbers(item)]
    if isinstance(value, list):
        return [number for item in value for number in _numbers(item)]
    return [int(value)] if isinstance(value, str) else []


def _filling(row: dict[str, Any]) -> _Fill:
    """What fills in a row; one of strings and lists of strings is filled in without a look at each."""
    slots = [_slot(value) for value in row.values()]
    if len(slots) < 2 or None in slots:
        return lambda strings: {key: _filled(value, strings) for key, value in row.items()}
    keys, pick = tuple(row), itemgetter(*slots)
    return lambda strings: dict(zip(keys, pick(strings), strict=True))


def _slot(value: Any) -> int | slice | None:
    """Where the strings of a value are among those of its entry; None when it holds anything else."""
    if isinstance(value, str):
        return int(value)
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        return slice(int(value[0]), int(value[-1]) + 1)
    return None


def _filled(value: Any, strings: list[Safe]) -> Any:
    if isinstance(value, str):
        return strings[int(value)]
    if isinstance(value, list):
        return [_filled(item, strings) for item in value]
    if isinstance(value, dict):
        return {key: _filled(item, strings) for key, item in value.items()}
    return value
