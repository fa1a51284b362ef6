"""Which records refer to which, in both directions."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import chain
from threading import Lock
from typing import TypeVar

from tui.dossier.kinds import KINDS, Record
from tui.dossier.kinds.references import cited, named

_INDEXED = 20_000
"""The most paragraphs inside spans that are indexed one by one; further spans count at their first paragraph only."""

K = TypeVar("K", str, int)

Relations = dict[str, tuple[str, ...]]


class Links:
    """The references of a dossier, indexed from their far end: those of a table when they are first asked for."""

    def __init__(self, tables: Mapping[str, Sequence[Record]]) -> None:
        self._tables = tables
        self._back: dict[str, dict[str, dict[str, tuple[str, ...]]]] = {}
        self._passages: dict[str, dict[int, tuple[str, ...]]] | None = None
        self._lock = Lock()
        self._tables_with: dict[str, list[str]] = {}
        for table in tables:
            for relation in dict.fromkeys(reference.inverse for reference in KINDS[table].references):
                self._tables_with.setdefault(relation, []).append(table)

    def prepare(self) -> None:
        """Index everything now."""
        for table in self._tables:
            self._back_in(table)
        self._cited()

    def back(self, target: str, relation: str) -> tuple[str, ...]:
        """Ids of the records that refer to `target` by `relation` (the `inverse` of a reference), in file order."""
        found: tuple[str, ...] = ()
        for table in self._tables_with.get(relation, ()):
            if (relations := self._back_in(table).get(target)) is not None:
                found += relations.get(relation, ())
        return found

    def relations(self, target: str) -> Relations:
        """All that refers to `target`: relation -> ids."""
        relations: Relations = {}
        for table in self._tables:
            for relation, ids in self._back_in(table).get(target, {}).items():
                relations[relation] = (*relations.get(relation, ()), *ids)
        return relations

    def citing(self, source: str) -> dict[int, tuple[str, ...]]:
        """Paragraph number -> ids of the records that cite it; 0 holds those that cite no paragraph of it."""
        return dict(self._cited().get(source, {}))

    def _back_in(self, table: str) -> dict[str, dict[str, tuple[str, ...]]]:
        """What the records of one table refer to: id -> relation -> ids of these records."""
        if (back := self._back.get(table)) is None:
            with self._lock:
                back = self._back.get(table)
                if back is None:
                    back = self._back[table] = _back(self._tables[table])
        return back

    def _cited(self) -> dict[str, dict[int, tuple[str, ...]]]:
        """What the records cite: source -> paragraph -> ids."""
        if self._passages is None:
            with self._lock:
                if self._passages is None:
                    self._passages = _passages(chain.from_iterable(self._tables.values()))
        return self._passages


def _back(records: Iterable[Record]) -> dict[str, dict[str, tuple[str, ...]]]:
    back: dict[str, dict[str, list[str]]] = {}
    for record in records:
        name = record.id
        for reference, target in named(record):
            if (relations := back.get(target)) is None:
                relations = back[target] = {}
            _add(relations, reference.inverse, name)
    return {target: {name: tuple(ids) for name, ids in lists.items()} for target, lists in back.items()}


def _passages(records: Iterable[Record]) -> dict[str, dict[int, tuple[str, ...]]]:
    passages: dict[str, dict[int, list[str]]] = {}
    left = _INDEXED
    for record in records:
        name = record.id
        for cite in cited(record):
            if (paragraphs := passages.get(cite.source)) is None:
                paragraphs = passages[cite.source] = {}
            if cite.last == cite.first:
                _add(paragraphs, cite.first, name)
                continue
            left -= cite.last - cite.first
            for number in (cite.paragraphs if left > 0 else ()) or (cite.first,):
                _add(paragraphs, number, name)
    return {
        source: {number: tuple(ids) for number, ids in sorted(paragraphs.items())}
        for source, paragraphs in passages.items()
    }


def _add(lists: dict[K, list[str]], key: K, name: str) -> None:
    """Add an id to the list under `key`, once; all that one record refers to is added in a row."""
    if (ids := lists.get(key)) is None:
        lists[key] = [name]
    elif ids[-1] != name:
        ids.append(name)


class LinksOfPart(Links):
    """The references between some records of a dossier, found among those of the whole when they are asked for."""

    def __init__(self, whole: Links, part: Container[str]) -> None:
        super().__init__({})
        self._whole = whole
        self._part = part

    def back(self, target: str, relation: str) -> tuple[str, ...]:
        """As `Links.back`."""
        return self._kept(self._whole.back(target, relation))

    def relations(self, target: str) -> Relations:
        """As `Links.relations`."""
        relations = {relation: self._kept(ids) for relation, ids in self._whole.relations(target).items()}
        return {relation: ids for relation, ids in relations.items() if ids}

    def citing(self, source: str) -> dict[int, tuple[str, ...]]:
        """As `Links.citing`."""
        citing = {number: self._kept(ids) for number, ids in self._whole.citing(source).items()}
        return {number: ids for number, ids in citing.items() if ids}

    def _kept(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name for name in ids if name in self._part)
