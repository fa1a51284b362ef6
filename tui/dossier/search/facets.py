"""Facets: how many of what a query finds have each value of a field, and the choice of values as part of a query.

A choice is written in the query language: `act:deny,demand status:contested` are two fields that hold together, and of
the first either of two values. Each value is counted among what the choices in the other fields leave, so that whatever
is offered is found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain, compress
from time import monotonic

from tui.dossier.dossier import Dossier
from tui.dossier.search.fields import FIELDS, resolve
from tui.dossier.search.filter import Filter, field_values
from tui.dossier.search.index import Index, Item
from tui.dossier.search.query import Token, parse_query, quoted, tokens
from tui.dossier.search.search import Search
from tui.dossier.values.fold_map import fold_line

Choice = Mapping[str, frozenset[str]]
"""Field -> the values chosen of it; a field that is not there is not narrowed."""
_AT_ONCE = 100
"""Items looked at between two looks at the clock."""


def split_query(dossier: Dossier, text: str) -> tuple[Choice, str]:
    """What a query chooses in fields, and the rest of it.

    The first term of a field is its choice; a second one, one with `-` and one that stands for nothing are of the rest.
    """
    choice: dict[str, frozenset[str]] = {}
    rest: list[str] = []
    for token in tokens(text):
        values = _values(dossier, token) if token.name not in choice else None
        if values:
            choice[token.name] = values
        else:
            rest.append(text[token.start : token.end])
    return choice, " ".join(rest)


def _values(dossier: Dossier, token: Token) -> frozenset[str] | None:
    if token.without or token.name not in FIELDS:
        return None
    chosen: set[str] = set()
    for _, _, written, exact, is_open in token.parts:
        if folded := fold_line(written).strip():
            found = resolve(dossier, token.name, folded, exact=exact and not is_open)
            if not found:
                return None
            chosen |= found
    return frozenset(chosen)


def joined_query(choice: Choice, rest: str = "") -> str:
    """The query of a choice and a rest; the rest is the end of it, since its last word may be unfinished."""
    terms = [f"{name}:{','.join(map(quoted, sorted(choice[name])))}" for name in FIELDS if choice.get(name)]
    return " ".join((*terms, rest)) if rest else " ".join(terms)


def can_be_written(field: str, value: str) -> bool:
    """Whether a value is read again as it is written in a query; not one with a quotation mark before a blank."""
    if value.isascii() and value.strip() and '"' not in value:
        return True
    terms = parse_query(f"{field}:{quoted(value)}").terms
    return len(terms) == 1 and [known.folded for known in terms[0].values] == [fold_line(value).strip()]


class FieldIndex:
    """The values of the items of one table by field, in the order of the file, made a slice at a time.

    `totals` are how many items have each value.
    """

    def __init__(self, index: Index, table: str) -> None:
        self.size = len(index.texts[table])
        self.values: dict[str, list[tuple[str, ...]]] = {name: [] for name in FIELDS}
        self.totals: dict[str, Counter[str]] = {name: Counter() for name in FIELDS}
        self.done = 0
        self._index = index
        self._table = table
        self._known: dict[tuple[str, ...], tuple[str, ...]] = {}

    def step(self, until: float | None) -> bool:
        """Go on until the clock says so, or to the end when None; whether there is more to do."""
        while self.done < self.size:
            end = min(self.size, self.done + _AT_ONCE)
            items = [self._index.item_at(self._table, number) for number in range(self.done, end)]
            for name in FIELDS:
                values = [self._values(name, item) for item in items]
                self.values[name] += values
                self.totals[name].update(chain.from_iterable(values))
            self.done = end
            if until is not None and monotonic() >= until:
                break
        return self.done < self.size

    def _values(self, name: str, item: Item) -> tuple[str, ...]:
        """The values of an item, each once; equal ones are kept once for all items."""
        dossier = self._index.dossier
        found = dict.fromkeys(filter(None, field_values(dossier, name, item)))
        values = tuple(filter(dossier.actor, found) if FIELDS[name].by_id else found)
        return self._known.setdefault(values, values)


class Facets:
    """The facets of what the `rest` of a query finds in some tables. `step` goes on counting.

    `by_table` holds what is known of each table already, and keeps what is made.
    """

    def __init__(self, index: Index, tables: Iterable[str], rest: str, by_table: dict[str, FieldIndex]) -> None:
        self.tables = tuple(tables)
        self._indexes = {table: by_table.setdefault(table, FieldIndex(index, table)) for table in self.tables}
        query_filter = Filter(index.dossier, parse_query(rest))
        self.error = query_filter.error
        """What is wrong with the rest, in one line; then nothing is found."""
        self._search = Search(index, query_filter, self.tables)
        self._masks: dict[tuple[str, str, frozenset[str]], int] = {}
        self._every = self.error == "" and not query_filter.query.terms

    def step(self, seconds: float | None = None) -> bool:
        """Go on for some seconds, or to the end when None; whether there is more to do."""
        until = None if seconds is None else monotonic() + seconds
        self._masks.clear()
        if not self._every and not self._search.is_finished and self._search.step(seconds):
            return True
        return any(field_index.step(until) for field_index in self._indexes.values())

    @property
    def progress(self) -> float:
        """How much was looked at, from 0 to 1."""
        searched = [] if self._every else [(self._search.done, self._search.total)]
        pairs = [*searched, *((known.done, known.size) for known in self._indexes.values())]
        total = sum(size for _, size in pairs)
        return sum(done for done, _ in pairs) / total if total else 1.0

    def total(self, choice: Choice) -> int:
        """How many items a choice leaves."""
        return sum(sum(self._left(table, choice)) for table in self.tables)

    def of_every_item(self, field: str, value: str) -> bool:
        """Whether every item of the tables that was looked at has a value."""
        return all(known.totals[field][value] == known.done for known in self._indexes.values())

    def counts(self, field: str, choice: Choice) -> dict[str, int]:
        """Value -> how many items have it among those that the choice in the other fields leaves, the most first."""
        others = {name: values for name, values in choice.items() if name != field and values}
        counts: Counter[str] = Counter()
        for table, known in self._indexes.items():
            if self._every and not others:
                counts.update(known.totals[field])
            elif known.totals[field]:
                counts.update(chain.from_iterable(compress(known.values[field], self._left(table, others))))
        return dict(counts.most_common())

    def _left(self, table: str, choice: Choice) -> bytes:
        """For each item of a table that was looked at 1 if a choice leaves it, else 0."""
        known = self._indexes[table]
        left = self._found(table)
        for field, values in choice.items():
            if values:
                left &= self._having(table, field, values)
        return left.to_bytes(known.size, "little")

    def _having(self, table: str, field: str, values: frozenset[str]) -> int:
        """For each item of a table a byte, 1 if it has one of some values; kept while nothing more is looked at."""
        key = table, field, values
        if key not in self._masks:
            self._masks[key] = _as_number(not values.isdisjoint(own) for own in self._indexes[table].values[field])
        return self._masks[key]

    def _found(self, table: str) -> int:
        """For each item of a table a byte, 1 if the rest of the query finds it."""
        key = table, "", frozenset[str]()
        if key not in self._masks:
            found = bytearray(b"\1" if self._every else b"\0") * self._indexes[table].size
            for number in () if self._every else self._search.numbers(table):
                found[number] = 1
            self._masks[key] = int.from_bytes(found, "little")
        return self._masks[key]


def _as_number(flags: Iterable[bool]) -> int:
    return int.from_bytes(bytes(flags), "little")
