"""Which records a reader means by a few typed words. Folded: no case, no marks, in any script.

May not know what is on the screen.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Actor, Record
from tui.dossier.kinds.references import references
from tui.dossier.values.fold import fold
from tui.dossier.values.vocabulary import words

_SKIPPED = frozenset({"id", "lang", "wikidata", "url"})


def words_of(dossier: Dossier, record: Record) -> str:
    """What a reader may know a record by: an actor's names and offices; else its words and the actors it refers to."""
    if isinstance(record, Actor):
        return "\n".join((record.name, *record.aliases, words(record.kind), *(role.title for role in record.roles)))
    found: list[str] = []
    for field in record.__struct_fields__:
        value = getattr(record, field)
        if isinstance(value, str) and field not in _SKIPPED:
            found.append(words(value) if field in ("kind", "act", "status", "outcome", "voiced") else value)
    found.extend(dossier.name(reference.id) for reference in references(record) if dossier.actor(reference.id))
    return "\n".join(found)


class Search:
    """Filters the records of one table as the reader types; longer queries narrow the last answer."""

    def __init__(self, dossier: Dossier, ids: Sequence[str]) -> None:
        self._dossier = dossier
        self._ids = ids
        self._haystacks: list[str] | None = None
        self._last: tuple[str, list[int]] | None = None

    def matching(self, query: str) -> list[str]:
        """Ids of the records in which every word of `query` occurs, in the order given. All of them for no words."""
        terms = fold(query).split()
        if not terms:
            self._last = None
            return list(self._ids)
        haystacks = self._folded()
        narrowing = self._last is not None and " ".join(terms).startswith(self._last[0])
        candidates: Iterable[int] = self._last[1] if self._last and narrowing else range(len(haystacks))
        hits = [number for number in candidates if all(term in haystacks[number] for term in terms)]
        self._last = (" ".join(terms), hits)
        return [self._ids[number] for number in hits]

    def _folded(self) -> list[str]:
        if self._haystacks is None:
            records = self._dossier.records
            self._haystacks = [fold(words_of(self._dossier, records[name])) for name in self._ids]
        return self._haystacks
