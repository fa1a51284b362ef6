"""A loaded dossier: its records by table and by id, their links, and the passages at hand. Read-only."""

from collections.abc import Iterable, Mapping
from copy import copy
from functools import cached_property
from typing import NamedTuple, TypeVar, cast

from tui.dossier.kinds import Actor, Head, Quote, Record, Tie, kind_of
from tui.dossier.links import Links, LinksOfPart
from tui.dossier.values.names import name_in_sentence
from tui.dossier.values.text import Safe

R = TypeVar("R", bound=Record)

_LONGEST = 300
"""The longest name of a record, in characters."""


class Occurrence(NamedTuple):
    """Where words are in the copy of a source: a paragraph, from 1, and start and end in its text."""

    source: str
    paragraph: int
    start: int
    end: int


class Verified(NamedTuple):
    """What came of comparing a dossier with the copies of its sources.

    `quotations`: id of a quote -> where its words occur, piece by piece; nothing when they do not; no key when there is
    no copy to compare them with. `exact`: id of a record -> where the exact words of its cites occur.
    """

    quotations: dict[str, tuple[Occurrence, ...]]
    exact: dict[str, tuple[Occurrence, ...]]


class Dossier:
    """The contents of one file. `passages`: source id -> paragraphs of its local copy, where there is one.

    `verified` is what was found in these copies. `whole` is the complete dossier when this one is a part of it,
    otherwise None. `warnings` is how many were found in the file.
    """

    def __init__(
        self,
        head: Head,
        tables: Mapping[str, Iterable[tuple[int, Record]]],
        passages: Mapping[str, list[Safe]] | None = None,
        whole: "Dossier | None" = None,
        warnings: int = 0,
        verified: Verified | None = None,
    ) -> None:
        self.head = head
        self.whole = whole
        self.warnings = warnings
        self.tables: dict[str, tuple[Record, ...]] = {
            table: tuple(record for _, record in rows) for table, rows in tables.items()
        }
        self.passages = dict(passages or {})
        self.verified = verified or Verified({}, {})
        self._names: dict[str, Safe] = {}

    def completed(self, passages: Mapping[str, list[Safe]], verified: Verified, warnings: int) -> "Dossier":
        """This dossier with the copies of its sources, what was found in them, and how many warnings there are."""
        dossier = copy(self)
        dossier.passages, dossier.verified, dossier.warnings = dict(passages), verified, warnings
        return dossier

    @cached_property
    def title(self) -> Safe:
        """The title of the dossier, on one line."""
        return _one_line(self.head.title)

    @cached_property
    def records(self) -> dict[str, Record]:
        """Id -> record, in file order by table."""
        return {record.id: record for rows in self.tables.values() for record in rows}

    @cached_property
    def links(self) -> Links:
        """The references between records, indexed from their far end."""
        if self.whole is not None:
            return LinksOfPart(self.whole.links, self.records)
        return Links(self.tables)

    def left_out(self, table: str) -> int:
        """How many records of `table` the complete dossier has beside those of this part."""
        return len(self.whole.tables[table]) - len(self.tables[table]) if self.whole else 0

    def prepare(self) -> None:
        """Build the indexes now rather than when they are first needed."""
        _ = self.records
        self.links.prepare()

    def records_of(self, kind: type[R]) -> tuple[R, ...]:
        """Every record of one type, such as `Tie`, in file order."""
        return cast("tuple[R, ...]", self.tables[kind.TABLE])

    def find(self, kind: type[R], name: str) -> R | None:
        """The record of type `kind` with the id `name`, if there is one."""
        record = self.records.get(name)
        return record if isinstance(record, kind) else None

    def get(self, name: str) -> Record | None:
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
        """The name of the record with the id `name`, on one line, as its kind makes it; `name` if there is none."""
        if (known := self._names.get(name)) is not None:
            return known
        record = self.records.get(name)
        if record is None:
            return Safe(name)
        kind = kind_of(record)
        self._names[name] = made = _one_line(
            kind.name(record, self.name_in_sentence if kind.named_in_sentence else self.name)
        )
        return made

    def name_in_sentence(self, name: str) -> Safe:
        """`name` as it reads inside a sentence: with a small letter if it is the description of an actor."""
        actor = self.actor(name)
        return Safe(name_in_sentence(self.name(name), actor.kind)) if actor else self.name(name)

    def ties_of_pair(self, ends: Iterable[str]) -> list[Tie]:
        """All ties that join the same actors, in file order."""
        shared: list[str] | None = None
        for end in ends:
            names = self.links.back(end, "ties")
            kept = set(names)
            shared = list(names) if shared is None else [name for name in shared if name in kept]
        return [self.tie(name) for name in shared or ()]


def _one_line(text: str) -> Safe:
    if len(text) <= _LONGEST and "\n" not in text:
        return Safe(text)
    return Safe(" ".join(text[:_LONGEST].split()) + "…" * (len(text) > _LONGEST))
