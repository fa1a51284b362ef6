"""Looks through a dossier for a query, a slice at a time, so that nobody waits for all of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from time import monotonic

from tui.dossier.search.filter import Filter
from tui.dossier.search.index import PER_SECTION, RANKS, Index, Item

_AT_ONCE = 200
"""Items looked at between two looks at the clock."""
_FIRST = 2000
"""Items looked at in the first step, whatever the clock says: a small dossier is searched in one."""


class Search:
    """The search of one query in some tables. `step` goes on with it; what is found so far can be asked for any time.

    With `wider`, a finished search whose query this one narrows, only what that one found is looked at.
    """

    def __init__(self, index: Index, query_filter: Filter, tables: Iterable[str], wider: Search | None = None) -> None:
        self.filter = query_filter
        self.tables = tuple(tables)
        self._index = index
        self._found: dict[str, list[list[int]]] = {table: [[] for _ in range(RANKS)] for table in self.tables}
        self._todo: list[tuple[str, Sequence[int]]] = []
        for table in self.tables if not query_filter.error else ():
            numbers = range(len(index.items[table])) if wider is None else wider._numbers(table)
            self._todo.append((table, numbers))
        self.total = sum(len(numbers) for _, numbers in self._todo)
        """How many items there are to look at."""
        self.done = 0
        """How many of them were looked at."""

    @property
    def is_finished(self) -> bool:
        """Whether everything was looked at."""
        return self.done >= self.total

    def narrows(self, other: Search) -> bool:
        """Whether `other` is finished and found all that this one can find."""
        return other.is_finished and self.tables == other.tables and self.filter.narrows(other.filter)

    def step(self, seconds: float | None = None) -> bool:
        """Go on for some seconds, or to the end when None; whether there is more to do."""
        until = None if seconds is None else monotonic() + seconds
        first = not self.done
        while self._todo:
            table, numbers = self._todo.pop(0)
            slice_, rest = numbers[:_AT_ONCE], numbers[_AT_ONCE:]
            self._look_at(table, slice_)
            self.done += len(slice_)
            if rest:
                self._todo.insert(0, (table, rest))
            is_small = first and self.done < _FIRST
            if until is not None and not is_small and monotonic() >= until:
                break
        return not self.is_finished

    def _look_at(self, table: str, numbers: Iterable[int]) -> None:
        query_filter, items, texts, found = (
            self.filter,
            self._index.items[table],
            self._index.texts[table],
            self._found[table],
        )
        rank, reads_text, make = query_filter.rank, query_filter.reads_text, self._index.make
        plain = [word.folded for word in query_filter.words]
        for number in numbers:
            if not reads_text:
                if query_filter.admits(items[number]):
                    found[0].append(number)
                continue
            text = texts[number]
            if text is None:
                text = make(table, number)
            for word in plain:
                if word not in text:
                    break
            else:
                if (place := rank(text)) >= 0 and query_filter.admits(items[number]):
                    found[place].append(number)

    # What is found so far

    def count(self, table: str) -> int:
        """How many items of a table are found."""
        return sum(map(len, self._found[table]))

    @property
    def counts(self) -> dict[str, int]:
        """Table -> how many of its items are found, without those of which none is."""
        return {table: count for table in self.tables if (count := self.count(table))}

    def best(self, table: str) -> Iterator[Item]:
        """What is found in a table, the best first, equally good ones in the order of the file."""
        items = self._index.items[table]
        return (items[number] for numbers in self._found[table] for number in numbers)

    def is_among_best(self, table: str, name: str) -> bool:
        """Whether an item is found in a place as good as the best, such as in its name."""
        ranks = self._found[table]
        best = next((number for number, found in enumerate(ranks) if found), 0) // PER_SECTION * PER_SECTION
        items = self._index.items[table]
        return any(items[number].id == name for found in ranks[best : best + PER_SECTION] for number in found)

    def ids(self, table: str) -> list[str]:
        """The ids of what is found in a table, in the order of the file."""
        items = self._index.items[table]
        return [items[number].id for number in self._numbers(table)]

    def _numbers(self, table: str) -> list[int]:
        return list(merge(*filter(None, self._found[table])))
