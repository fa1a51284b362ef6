"""Puts a person's own keys in the place of some of ours, as far as each goes on meaning one thing where it is used.

What a person writes takes a key from a use of it that is not written about and has another key left. Some keys stay
whatever is written: the program can be left and its keys be looked up.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final, NamedTuple

from tui.key_groups import PRIORITY, display_name, with_equivalents
from tui.key_names import writes_character
from tui.key_table import KeyTable

RESERVED: Final = frozenset({"q", "question_mark", "ctrl+c"})
"""The keys that keep their meanings: to quit or close, to get help, to copy or quit."""
_EVERYWHERE: Final = frozenset({"panels", "moving", "diagrams", "moments", "marks", "carry", "tour", "program"})
CONTEXTS: Final = (
    *(frozenset({pane, *_EVERYWHERE}) for pane in ("list", "page", "matrix", "strip", "filter")),
    *(frozenset({pane, "page", "program"}) for pane in ("problems", "reading")),
    *(frozenset({pane, "list"}) for pane in ("scope", "facets", "copying", "opening", "exporting")),
    *(frozenset({pane, "page"}) for pane in ("help", "text")),
    *(frozenset({pane}) for pane in ("jump", "note", "date")),
)
"""The groups, by id, whose keys can be pressed at the same time."""
_TYPED: Final = frozenset({"filter", "jump", "note", "date"})
"""The groups whose keys are pressed in a text field."""
EDITING: Final = frozenset(
    {
        *("left", "right", "home", "end", "backspace", "delete", "space"),
        *(f"{modifier}+{key}" for modifier in ("ctrl", "shift", "ctrl+shift") for key in ("left", "right")),
        *("shift+up", "shift+down", "shift+home", "shift+end", "ctrl+backspace", "alt+backspace", "alt+delete"),
        *(f"ctrl+{letter}" for letter in "adekuvwxyz"),
        *("ctrl+pageup", "ctrl+pagedown"),
    }
)
"""The keys with which a text field is edited."""
EDITING_LINES: Final = frozenset({"up", "down", "pageup", "pagedown", "f6", "f7"})
"""Those besides with which a field of several lines is edited."""
NEEDED: Final = frozenset(
    {
        *("list.up", "list.down", "list.open", "page.up", "page.down", "page.follow", "go.back", "go.out"),
        *("go.filter", "go.facets"),
        *("matrix.up", "matrix.down", "matrix.left", "matrix.right", "matrix.open"),
        *("strip.after", "strip.before", "strip.type", "strip.close", "filter.keep", "filter.drop", "filter.complete"),
        *("date.choose", "date.close", "note.save", "note.close", "jump.choose", "jump.down", "jump.up", "jump.close"),
        *("scope.toggle", "scope.reset", "scope.close", "facets.toggle", "facets.reset", "facets.close"),
        *("copying.choose", "copying.close", "opening.choose", "opening.close", "text.close"),
        *("exporting.choose", "exporting.path", "exporting.write", "exporting.close"),
        *("app.help", "app.quit", "app.copy", "app.problems", "problems.close", "reading.cancel", "help.close"),
    }
)
"""The keys that cannot be taken away without another in their place."""


class Note(NamedTuple):
    """What there is to say about the key number `number` of those written for `id`; -1 for all of them.

    `is_error` when it is not used; otherwise it holds, and something else gives way.
    """

    id: str
    number: int
    what: str
    hint: str = ""
    is_error: bool = True


def merged(table: KeyTable, wanted: Mapping[str, tuple[str, ...]]) -> tuple[KeyTable, list[Note]]:
    """Return `table` with the keys `wanted`, in Textual's names by known ids, as far as they can be had, and notes.

    An id of which no key can be had keeps the keys that it has in `table`.
    """
    wanted, failed = dict(wanted), list[Note]()
    while True:
        attempt = _Attempt(table, wanted)
        lost = [name for name in wanted if not attempt.place(name)]
        if not lost:
            return table.with_own(attempt.own()), [*failed, *attempt.notes]
        failed += [note for note in attempt.notes if note.id in lost]
        wanted = {name: keys for name, keys in wanted.items() if name not in lost}


class _Attempt:
    """One round: the ids `wanted` have lost their keys, the others have them still."""

    def __init__(self, table: KeyTable, wanted: Mapping[str, tuple[str, ...]]) -> None:
        self.notes: list[Note] = []
        self._table = table
        self._wanted = wanted
        self._groups = {key.id: group.id for group in table.groups for key in group.keys}
        self._before = {key.id: key.keys for group in table.groups for key in group.keys}
        self._keys = {name: () if name in wanted else keys for name, keys in self._before.items()}

    def own(self) -> dict[str, tuple[str, ...]]:
        """The keys that are not those of the table."""
        return {name: keys for name, keys in self._keys.items() if keys != self._before[name]}

    def place(self, name: str) -> bool:
        """Give an id its keys, as far as they can be had; False when there are none, unless none was wanted."""
        stays = tuple(key for key in self._before[name] if key in RESERVED)
        wanted = self._wanted[name]
        for number, key in enumerate(wanted):
            if key not in self._keys[name] and (key in stays or self._is_free(name, number, key)):
                self._keys[name] += (key,)
        if not wanted and (stays or name in NEEDED):
            self.notes.append(Note(name, -1, f"{name} cannot be left without a key", "write another key for it"))
            return False
        placed = bool(self._keys[name]) or not wanted
        self._keys[name] += tuple(key for key in stays if key not in self._keys[name])
        return placed

    def _is_free(self, name: str, number: int, key: str) -> bool:
        """Whether an id can have a key; says why not, or what gives way."""
        shown = display_name(key)
        if key in RESERVED:
            self._refuse(name, number, f"“{shown}” keeps its meaning, and cannot be a key of {name}")
            return False
        if self._types(name, key) and key not in self._before[name]:
            why = "writes a character" if writes_character(key) else "edits the text"
            hint = "write one such as ctrl+g or f5"
            self._refuse(name, number, f"“{shown}” {why} in a text field, where {name} is used", hint)
            return False
        others = [other for other in self._holders(key) if self._clashes(name, other)]
        for other in others:
            left = [one for one in self._keys[other] if not _same(one, key)]
            if other in self._wanted:
                self._refuse(name, number, f"“{shown}” is a key of {other} already")
                return False
            if not left or (self._groups[other] in _TYPED and all(map(writes_character, left))):
                self._refuse(name, number, f"“{shown}” is the only key of {other}", f"give {other} another key too")
                return False
        for other in others:
            self._keys[other] = tuple(one for one in self._keys[other] if not _same(one, key))
        if others:
            what = f"“{shown}” is a key of {name}, and not of {', '.join(others)}"
            self.notes.append(Note(name, number, what, "write their keys too if that is meant", is_error=False))
        return True

    def _types(self, name: str, key: str) -> bool:
        """Whether an id is used in a text field, and a key would do something there."""
        group = self._groups[name]
        if not (group in _TYPED or name in PRIORITY):
            return False
        return writes_character(key) or key in EDITING or (group == "note" and key in EDITING_LINES)

    def _refuse(self, name: str, number: int, what: str, hint: str = "") -> None:
        self.notes.append(Note(name, number, what, hint))

    def _holders(self, key: str) -> Iterator[str]:
        return (name for name, keys in self._keys.items() if any(_same(one, key) for one in keys))

    def _clashes(self, name: str, other: str) -> bool:
        """Whether a key of both would be pressed in one place; some are of both in the table, the inner one acts."""
        if name == other or not set(self._before[name]).isdisjoint(self._before[other]):
            return False
        if name in PRIORITY or other in PRIORITY:
            return True
        groups = {self._groups[name], self._groups[other]}
        return any(groups <= context for context in CONTEXTS)


def _same(key: str, other: str) -> bool:
    """Whether two keys are one in some layout."""
    return key == other or key in _in_all_layouts(other) or other in _in_all_layouts(key)


@cache
def _in_all_layouts(key: str) -> frozenset[str]:
    return frozenset(with_equivalents((key,)))
