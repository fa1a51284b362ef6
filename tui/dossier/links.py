"""Which records refer to which, in both directions."""

from __future__ import annotations

from collections.abc import Container, Iterable

from tui.dossier.kinds import Record
from tui.dossier.kinds.references import cites, references

_INDEXED = 20_000
"""The most paragraphs inside spans that are indexed one by one; further spans count at their first paragraph only."""

Relations = dict[str, tuple[str, ...]]


class Links:
    """The references of a dossier, indexed from their far end."""

    def __init__(self, records: Iterable[Record]) -> None:
        back: dict[str, dict[str, dict[str, None]]] = {}
        passages: dict[str, dict[int, dict[str, None]]] = {}
        left = _INDEXED
        for record in records:
            for reference, target, _ in references(record):
                back.setdefault(target, {}).setdefault(reference.inverse, {})[record.id] = None
            for cite, _ in cites(record):
                paragraphs = passages.setdefault(cite.source, {})
                left -= cite.last - cite.first
                for number in (cite.paragraphs if left > 0 else ()) or (cite.first,):
                    paragraphs.setdefault(number, {})[record.id] = None
        self._back = {target: {name: tuple(ids) for name, ids in sets.items()} for target, sets in back.items()}
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
