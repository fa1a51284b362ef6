"""Parts of a dossier: some of its records with all that these refer to, or only some of one table."""

from __future__ import annotations

from collections.abc import Container, Iterable

from msgspec.structs import replace

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Event, Tie
from tui.dossier.kinds.references import cited, named, referring_only_to


def narrowed(dossier: Dossier, ids: Iterable[str]) -> Dossier:
    """A dossier with these records, what they lead to, and the events that date their ties.

    It has the head, the local copies and what was found in them, and the order of the file; ids of no record are passed
    over.
    """
    kept = _closure(dossier, ids)
    tables = {
        table: [(number, record) for number, record in enumerate(records) if record.id in kept]
        for table, records in dossier.tables.items()
    }
    return Dossier(dossier.head, tables, dossier.passages, None, dossier.warnings, dossier.verified)


def without_loose_ends(part: Dossier) -> Dossier:
    """A part of a dossier without the references that lead to what is not in it, so that it can be read by itself.

    A record that cannot be without such a reference is left out too. The part stays a part of the whole that it is of.
    """
    tables = part.tables
    known = set(part.records)
    while True:
        kept = {
            table: [new for record in records if (new := referring_only_to(record, known.__contains__)) is not None]
            for table, records in tables.items()
        }
        tables = {table: tuple(records) for table, records in kept.items()}
        left = {record.id for records in kept.values() for record in records}
        if len(left) == len(known):
            break
        known = set(left)
    numbered = {table: list(enumerate(records)) for table, records in tables.items()}
    sides = tuple(side for side in part.head.sides if side in known)
    head = replace(part.head, sides=sides)
    return Dossier(head, numbered, part.passages, part.whole, part.warnings, part.verified)


def with_only(dossier: Dossier, table: str, ids: Container[str]) -> Dossier:
    """`dossier` with only these records in one of its tables; what the others refer to there may be missing."""
    rows = {
        name: [(number, record) for number, record in enumerate(records) if name != table or record.id in ids]
        for name, records in dossier.tables.items()
    }
    return Dossier(dossier.head, rows, dossier.passages, dossier.whole or dossier, dossier.warnings, dossier.verified)


def _closure(dossier: Dossier, ids: Iterable[str]) -> set[str]:
    """The ids of the records named, and of all that they lead to."""
    kept: set[str] = set()
    waiting = [*ids, *dossier.head.sides]
    while waiting:
        name = waiting.pop()
        if name in kept or (record := dossier.get(name)) is None:
            continue
        kept.add(name)
        waiting += (target for _, target in named(record))
        waiting += (str(cite.source) for cite in cited(record))
        if isinstance(record, Tie):
            waiting += (event for event in _events_of(dossier, name))
    return kept


def _events_of(dossier: Dossier, tie: str) -> list[str]:
    """The events at which a tie begins or ends."""
    linked = (other for others in dossier.links.relations(tie).values() for other in others)
    return [other for other in linked if (event := dossier.find(Event, other)) and tie in (*event.begins, *event.ends)]
