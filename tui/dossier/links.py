"""Which records refer to which, in both directions."""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import TypeVar

from tui.dossier.kinds import Record
from tui.dossier.kinds.references import cited, named

_INDEXED = 20_000
"""The most paragraphs inside spans that are indexed one by one; further spans count at their first paragraph only."""

K = TypeVar("K", str, int)

Relations = dict[str, tuple[str, ...]]


class Links:
    """The references of a dossier, indexed from their far end."""

    def __init__(self, records: Iterable[Record]) -> None:
        back: dict[str, dict[str, list[str]]] = {}
        passages: dict[str, dict[int, list[str]]] = {}
        left = _INDEXED
        for record in records:
            name = record.id
            for reference, target in named(record):
                if (relations := back.get(target)) is None:
                    relations = back[target] = {}
                _add(relations, reference.inverse, name)
            for cite in cited(record):
                if (paragraphs := passages.get(cite.source)) is None:
                    paragraphs = passages[cite.source] = {}
                if cite.last == cite.first:
                    _add(paragraphs, cite.first, name)
                    continue
                left -= cite.last - cite.first
                for number in (cite.paragraphs if left > 0 else ()) or (cite.first,):
                    _add(paragraphs, number, name)
        self._back = {target: {name: tuple(ids) for name, ids in lists.items()} for target, lists in back.items()}
        self._passages = {
            source: {number: tuple(ids) for number, ids in sorted(paragraphs.items())}
            for source, paragraphs in passages.items()
        }

    def back(self, target: str, relation: str) -> tuple[str, ...]:
        """Ids of the records that refer to `target` by `relation` (the `inverse` of a reference), in file order."""
        return self._back.get(target, {}).get(relation, ())

    def relations(self, target: str) -> Relations:
        """All that refers to `target`: relation -> ids."""
        return dict(self._back.get(target, {}))

    def citing(self, source: str) -> dict[int, tuple[str, ...]]:
        """Paragraph number -> ids of the records that cite it; 0 holds those that cite no paragraph of it."""
        return dict(self._passages.get(source, {}))


def _add(lists: dict[K, list[str]], key: K, name: str) -> None:
    """Add an id to the list under `key`, once; all that one record refers to is added in a row."""
    if (ids := lists.get(key)) is None:
        lists[key] = [name]
    elif ids[-1] != name:
        ids.append(name)


class LinksOfPart(Links):
    """The references between some records of a dossier, found among those of the whole when they are asked for."""

    def __init__(self, whole: Links, part: Container[str]) -> None:
        super().__init__(())
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
