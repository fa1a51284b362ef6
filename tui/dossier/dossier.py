"""A loaded dossier: its records by table and by id, who refers to whom, and the passages at hand. Read-only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TypeVar, cast

from tui.dossier.kinds import Actor, AnyRecord, Claim, Document, Event, Expectation, Quote, Record, Source, Tie
from tui.dossier.links import Links
from tui.dossier.values.text import Safe

R = TypeVar("R", bound=Record)

_LONGEST = 300
"""No name, title or beginning of a text is called by more characters than these."""


class Dossier:
    """Everything one file says. `passages`: source id -> paragraphs of its local copy, where there is one.

    `whole` is the dossier that this one is a part of, None for all that a file says.
    """

    def __init__(
        self,
        head: Document,
        tables: Mapping[str, Iterable[tuple[int, Record]]],
        passages: Mapping[str, list[Safe]] | None = None,
        whole: Dossier | None = None,
    ) -> None:
        self.head = head
        self.whole = whole
        self.tables: dict[str, tuple[AnyRecord, ...]] = {
            table: tuple(cast(AnyRecord, record) for _, record in rows) for table, rows in tables.items()
        }
        self.passages = dict(passages or {})

    @cached_property
    def title(self) -> Safe:
        """What the dossier is called, on one line."""
        return _called(self.head.title)

    @cached_property
    def records(self) -> dict[str, AnyRecord]:
        """Id -> record, in file order by table."""
        return {record.id: record for rows in self.tables.values() for record in rows}

    @cached_property
    def links(self) -> Links:
        """Who refers to whom, seen from the far end."""
        return Links(record for rows in self.tables.values() for record in rows)

    def left_out(self, table: str) -> int:
        """How many records of `table` the whole has beside those that are here."""
        return len(self.whole.tables[table]) - len(self.tables[table]) if self.whole else 0

    def prepare(self) -> None:
        """Make the indexes now rather than when they are first asked for."""
        _ = self.records, self.links

    def records_of(self, kind: type[R]) -> tuple[R, ...]:
        """Every record of one type, such as `Tie`, in file order."""
        return cast("tuple[R, ...]", self.tables[kind.TABLE])

    def find(self, kind: type[R], name: str) -> R | None:
        """The record of type `kind` with the id `name`, if there is one."""
        record = self.records.get(name)
        return record if isinstance(record, kind) else None

    def get(self, name: str) -> AnyRecord | None:
        """The record with the id `name`, if there is one."""
        return self.records.get(name)

    def actor(self, name: str) -> Actor | None:
        """The actor with the id `name`, if there is one."""
        record = self.records.get(name)
        return record if isinstance(record, Actor) else None

    def quote(self, name: str) -> Quote:
        """The quote with the id `name`. Raises KeyError when there is none."""
        return cast(Quote, self.records[name])

    def tie(self, name: str) -> Tie:
        """The tie with the id `name`. Raises KeyError when there is none."""
        return cast(Tie, self.records[name])

    def name(self, name: str) -> Safe:
        """What the record with the id `name` is called, on one line: a name, a title, or the first words."""
        record = self.records.get(name)
        match record:
            case Actor():
                return _called(record.name)
            case Source() | Event():
                return _called(record.title)
            case Quote() | Claim():
                return _called(record.text)
            case Expectation():
                return Safe(f"what {self.name(record.expecting)} expects of {self.name(record.of)}")
            case Tie():
                return Safe(self.tie_name(record))
            case None:
                return Safe(name)

    def tie_name(self, tie: Tie) -> str:
        """The two ends of a tie, with an arrow when it has a direction: `Russia → Armenia`."""
        return (" → " if tie.directed else " – ").join(self.name(end) for end in tie.ends)

    def ties_of_pair(self, ends: Iterable[str]) -> list[Tie]:
        """All ties that join the same actors, in file order."""
        shared: list[str] | None = None
        for end in ends:
            names = self.links.back(end, "ties")
            kept = set(names)
            shared = list(names) if shared is None else [name for name in shared if name in kept]
        return [self.tie(name) for name in shared or ()]


def _called(words: Safe) -> Safe:
    if len(words) <= _LONGEST and "\n" not in words:
        return words
    return Safe(" ".join(words[:_LONGEST].split()) + "…" * (len(words) > _LONGEST))
