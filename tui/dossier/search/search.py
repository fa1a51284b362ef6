"""Looks through a dossier for a query, a slice at a time, so that nobody waits for all of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from time import monotonic

from tui.dossier.search.filter import Filter
from tui.dossier.search.index import PER_SECTION, RANKS, Index, Item

_AT_ONCE = 200
"""Items looked at between two looks at the clock."""
_FIRST = 1000
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
            numbers = range(len(index.texts[table])) if wider is None else wider.numbers(table)
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
        index, query_filter, found = self._index, self.filter, self._found[table]
        texts, rank, reads_text = index.texts[table], query_filter.rank, query_filter.reads_text
        plain = [word.folded for word in query_filter.words]
        for number in numbers:
            if not reads_text:
                if query_filter.admits(index.item_at(table, number)):
                    found[0].append(number)
                continue
            text = texts[number]
            if text is None:
                text = index.make(table, number)
            for word in plain:
                if word not in text:
                    break
            else:
                if (place := rank(text)) >= 0 and query_filter.admits(index.item_at(table, number)):
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
        return (self._index.item_at(table, number) for numbers in self._found[table] for number in numbers)

    def is_among_best(self, table: str, item: Item) -> bool:
        """Whether an item is found in a place as good as the best, such as in its name."""
        best = next((number for number, found in enumerate(self._found[table]) if found), 0)
        own = self.filter.rank(self._index.fold(item)) if self.filter.admits(item) else -1
        return own >= 0 and own // PER_SECTION <= best // PER_SECTION

    def ids(self, table: str) -> list[str]:
        """The ids of what is found in a table, in the order of the file."""
        return self._index.ids(table, self.numbers(table))

    def numbers(self, table: str) -> list[int]:
        """The numbers of what is found in a table, in their order."""
        return sorted(chain.from_iterable(self._found[table]))
