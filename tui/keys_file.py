"""Reads a person's own keys from `keys.toml` in the config folder.

Each line is the id of a key and a key or a list of keys: `"net.blocs" = ["ctrl+b", "B"]`. What is wrong there costs one
line each, with its place, and the rest of the file holds.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from tui import paths
from tui.dossier.files import Refused, read_file
from tui.keys import KEYS
from tui.paths import PROGRAM

if TYPE_CHECKING:
    from tui.dossier.problems import Problem, Problems, TreePath
    from tui.key_table import KeyTable

NAME: Final = "keys.toml"
MAX_BYTES: Final = 64 << 10
"""The most bytes that are read."""
_MOST_KEYS: Final = 8
"""The most keys of one id."""
_MOST_PROBLEMS: Final = 20
"""After so many problems the rest of the file is left aside."""


class OwnKeys(NamedTuple):
    """The keys in force, and what is wrong with the file in the order of its lines."""

    table: "KeyTable"
    problems: "tuple[Problem, ...]" = ()


def path() -> str:
    """Where a person's own keys are; there need not be such a file."""
    return os.path.join(paths.config_folder(), NAME)


def read_own_keys() -> OwnKeys:
    """The keys of the program with those of a person's own, if there are any."""
    try:
        data = read_file(path(), MAX_BYTES)
    except Refused as refused:
        return OwnKeys(KEYS) if refused.code == "no-such-file" else _unread(refused)
    return parse_own_keys(data)


def parse_own_keys(data: bytes) -> OwnKeys:
    """The keys of the program with those that the text of a file gives."""
    from tui.dossier.format.positions import positions
    from tui.dossier.format.read_toml import parse
    from tui.dossier.problems import Problems
    from tui.key_clashes import merged

    try:
        parsed = parse(data)
    except Refused as refused:
        return _unread(refused)
    problems = Problems()
    entries = _Entries(problems)
    wanted = entries.read(parsed.tree)
    table, notes = merged(KEYS, wanted)
    for note in notes:
        entries.report(entries.path(note.id, note.number), note.what, note.hint, is_error=note.is_error)
    return OwnKeys(table, problems.listed(lambda places: positions(parsed.text, places)))


def keys_notice(problems: "Sequence[Problem]") -> str:
    """What is wrong with the file, in a sentence or two: the first problem, and how many more there are."""
    more = f" There is more: {PROGRAM} keys lists it." if len(problems) > 1 else ""
    first = problems[0]
    place = f"{NAME}, line {first.line}" if first.line else NAME
    return f"{place}: {first.what}{f' ({first.hint})' if first.hint else ''}.{more}"


def _unread(refused: Refused) -> OwnKeys:
    from tui.dossier.problems import Problem
    from tui.dossier.values.text import line

    hint = line(f"{refused.hint}; " * bool(refused.hint) + "the keys of the program hold")
    place = (refused.line or 0, refused.column or 0)
    return OwnKeys(KEYS, (Problem(*place, "error", refused.code, refused.what, hint),))


class _Entries:
    """The entries of one file, and where they are in it."""

    def __init__(self, problems: "Problems") -> None:
        self._problems = problems
        self._reported = 0
        self._paths: dict[str, TreePath] = {}
        self._numbers: dict[str, list[int]] = {}
        self._lists: set[str] = set()

    def path(self, name: str, number: int) -> "TreePath":
        """Where in the tree the key number `number` of an id is written; all of them for -1."""
        in_list = name in self._lists and number >= 0
        return (*self._paths[name], self._numbers[name][number]) if in_list else self._paths[name]

    def report(self, path: "TreePath", what: str, hint: str = "", *, is_error: bool = True) -> None:
        """Note what is wrong at a place, unless too much is."""
        from tui.dossier.problems import Rule

        self._reported += 1
        if self._reported <= _MOST_PROBLEMS:
            severity: Final = "error" if is_error else "warning"
            self._problems.report(Rule("keys", severity, ""), path, what, hint)
        elif self._reported == _MOST_PROBLEMS + 1:
            self._problems.report(Rule("keys", "error", ""), path, "too much else is wrong in this file to list it")

    @property
    def _is_hopeless(self) -> bool:
        return self._reported > _MOST_PROBLEMS

    def read(self, tree: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
        """The known keys by the known ids, in the order of the file."""
        wanted: dict[str, tuple[str, ...]] = {}
        for path, value in _leaves(tree):
            if self._is_hopeless:
                break
            name = ".".join(path)
            try:
                KEYS.key(name)
            except KeyError:
                self._report_unknown(path, name)
                continue
            if name in wanted:
                self.report(path, f"{name} is written twice", "what is written first holds")
                continue
            self._paths[name] = path
            keys = self._keys(name, value)
            if keys is not None:
                wanted[name] = keys
        return wanted

    def _report_unknown(self, path: "TreePath", name: str) -> None:
        from tui.dossier.problems import did_you_mean

        known = [key.id for group in KEYS.groups for key in group.keys]
        hint = did_you_mean(name, known) or f"{PROGRAM} keys prints the ids"
        self.report(path, f"no key has the id “{_brief(name)}”", hint)

    def _keys(self, name: str, value: object) -> tuple[str, ...] | None:
        """The known keys in a value; None when there are none, but for an empty list."""
        path = self._paths[name]
        if isinstance(value, list):
            self._lists.add(name)
        values = value if isinstance(value, list) else [value]
        if len(values) > _MOST_KEYS:
            self.report(path, f"{name} has {len(values):,} keys", f"the first {_MOST_KEYS} are used")
        found: dict[str, int] = {}
        for number, item in enumerate(values[:_MOST_KEYS]):
            place = (*path, number) if isinstance(value, list) else path
            key = self._key(place, item)
            if key:
                found.setdefault(key, number)
        self._numbers[name] = list(found.values())
        return tuple(found) if found or not values else None

    def _key(self, path: "TreePath", item: object) -> str:
        from tui.key_names import SENT_AS, display_name, textual_name

        if not isinstance(item, str):
            self.report(path, "a key is written in quotation marks", 'such as "ctrl+b"')
            return ""
        key = textual_name(item)
        if not key:
            self.report(path, f"there is no key “{_brief(item)}”", _key_hint(item))
            return ""
        if key in SENT_AS:
            what = f"terminals send {display_name(SENT_AS[key])} for “{display_name(key)}”"
            self.report(path, what, f"write {display_name(SENT_AS[key])}, or another key")
            return ""
        return key


def _leaves(tree: Mapping[str, object]) -> Iterator[tuple[tuple[str, ...], object]]:
    """The values that are no tables, with their paths, so that `net.blocs`, `"net.blocs"` and `[net]` are all read."""
    unread: list[tuple[tuple[str, ...], object]] = [((), tree)]
    while unread:
        path, value = unread.pop()
        if isinstance(value, dict):
            unread += [((*path, name), each) for name, each in reversed(value.items())]
        else:
            yield path, value


def _key_hint(text: str) -> str:
    from tui.dossier.problems import did_you_mean
    from tui.key_names import known_names

    *modifiers, last = text.lower().split("+")
    near = did_you_mean(last, known_names()) if len(last) > 1 else ""
    if near and not modifiers:
        return near
    return near or "write it as in ctrl+b, alt+left, shift+f5, pageup, G or /"


def _brief(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}…"
