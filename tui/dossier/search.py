"""Finds records by a few typed words, ignoring case and diacritics, in any script."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.dossier.as_of import lifetimes_of
from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Record, kind_of
from tui.dossier.kinds.references import references
from tui.dossier.query import parse_query
from tui.dossier.values.fold import fold
from tui.dossier.values.vocabulary import words

_SKIPPED = frozenset({"id", "lang", "wikidata", "url"})
_VOCABULARY = frozenset({"kind", "act", "status", "outcome", "voiced"})
"""Fields that are searched by the words they are displayed as."""


def words_of(dossier: Dossier, record: Record) -> str:
    """The text that a search of `record` looks at: what its kind declares, or all its words and its actors' names."""
    if (search_text := kind_of(record).search_text) is not None:
        return search_text(record)
    texts: list[str] = []
    for field in record.__struct_fields__:
        value = getattr(record, field)
        if isinstance(value, str) and field not in _SKIPPED:
            texts.append(words(value) if field in _VOCABULARY else value)
    texts.extend(dossier.name(reference.id) for reference in references(record) if dossier.actor(reference.id))
    return "\n".join(texts)


def query_words(query: str) -> list[str]:
    """The words of `query`, folded, for `contains_all`."""
    return fold(query).split()


def contains_all(folded_text: str, query: list[str]) -> bool:
    """Whether every word of `query` occurs in `folded_text`, as part of a word too."""
    return all(word in folded_text for word in query)


class Search:
    """Filters the records of one table while the reader types; a longer query narrows the last result."""

    def __init__(self, dossier: Dossier, ids: Sequence[str]) -> None:
        self._dossier = dossier
        self._ids = ids
        self._haystacks: list[str] | None = None
        self._last: tuple[str, list[int]] | None = None

    def matching(self, query: str) -> list[str]:
        """The ids of the records that contain every word of `query`, in the order given; all ids for an empty query.

        The dates in it, as in `before:1956`, narrow them further; a date that is none finds nothing.
        """
        parsed = parse_query(query)
        if parsed.error:
            return []
        names = self._with_words(parsed.words)
        if not parsed.tests:
            return names
        lifetimes = lifetimes_of(self._dossier).by_id
        return [name for name in names if parsed.admits(lifetimes.get(name))]

    def _with_words(self, query: str) -> list[str]:
        terms = query_words(query)
        if not terms:
            self._last = None
            return list(self._ids)
        haystacks = self._folded()
        narrows = self._last is not None and " ".join(terms).startswith(self._last[0])
        candidates: Iterable[int] = self._last[1] if self._last and narrows else range(len(haystacks))
        matches = [number for number in candidates if contains_all(haystacks[number], terms)]
        self._last = (" ".join(terms), matches)
        return [self._ids[number] for number in matches]

    def _folded(self) -> list[str]:
        if self._haystacks is None:
            records = self._dossier.records
            self._haystacks = [fold(words_of(self._dossier, records[name])) for name in self._ids]
        return self._haystacks
