"""Declares a kind of record; generic code reads this and nothing else."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from msgspec import Struct

from tui.dossier.kinds.check import Check
from tui.dossier.kinds.record import Record

R = TypeVar("R", bound=Record)

ANY: frozenset[str] = frozenset()
"""The targets of a reference to a record of any kind."""
ACTORS = frozenset({"actors"})
SPEAKERS = frozenset({"actors", "sources"})
QUOTES = frozenset({"quotes"})
TIES = frozenset({"alliances"})
SOURCES = frozenset({"sources"})


class Reference(NamedTuple):
    """A key that holds one id or several, of records in the tables `targets` (`ANY` for all of them).

    `inverse` names the relation as the record referred to sees it. `attribute` is what the key is called in Python,
    when that differs. With `part` the key is in each table of the list under that key of the record. References that
    are `acyclic` lead to the same kind and may not form a cycle. With `listed_in` only an id that the head of the file
    lists under that key may be referred to. Where the ids of a list must be `distinct` the kind checks it itself;
    elsewhere an id that is listed twice is a warning.
    """

    key: str
    targets: frozenset[str]
    inverse: str
    attribute: str = ""
    part: str = ""
    acyclic: bool = False
    listed_in: str = ""
    distinct: bool = False

    def admits(self, table: str) -> bool:
        """Whether a record of `table` may be referred to."""
        return not self.targets or table in self.targets


STATED_BY = (Reference("by", SPEAKERS, "asserts"), Reference("denied_by", SPEAKERS, "denies"))
"""The references of every kind that has a status: who asserts the record, and who denies it."""


def _nothing(_: Record) -> tuple[str, ...]:
    return ()


class Kind(Struct, Generic[R], frozen=True, kw_only=True, eq=False):
    """A kind of record: everything about it except how it is displayed, which `pages/records` declares.

    `order` is the sort key of the kinds in lists, files and the schema. `title` names the table where it is listed as a
    whole. `name` builds the name of a record from the record and a function that maps ids to names, as they read inside
    a sentence where the name is made of several (`named_in_sentence`). `multiline` holds the keys whose text may span
    several lines; any other text is joined into one. `parts` are the keys that hold lists of tables. `begins`
    is the attribute that holds the date at which a record happens or begins, and `ends` the one at which it ends, where
    it lasts; both are empty for a kind without dates. `checks` are the
    rules that only this kind has. `aliases` are other names of a record, `category` is what it is in a word or two (the
    singular when there is no such function), `subjects` are the actors it is about, the main one first, and
    `tally` counts records in words where they are not all of one sort.
    """

    record_type: type[R]
    order: int
    singular: str
    plural: str
    title: str
    name: Callable[[R, Callable[[str], str]], str]
    named_in_sentence: bool = False
    references: tuple[Reference, ...] = ()
    parts: tuple[str, ...] = ()
    begins: str = ""
    ends: str = ""
    multiline: frozenset[str] = frozenset({"note"})
    checks: tuple[Check, ...] = ()
    aliases: Callable[[R], Iterable[str]] = _nothing
    category: Callable[[R], str] | None = None
    subjects: Callable[[R], Iterable[str]] = _nothing
    tally: Callable[[Sequence[R]], str] | None = None

    @property
    def table(self) -> str:
        """The name of the table."""
        return self.record_type.TABLE

    @property
    def has_status(self) -> bool:
        """Whether its records are statements, which say how sure they are."""
        return "status" in self.record_type.__struct_fields__

    @property
    def singular_with_article(self) -> str:
        """`an actor`, `a ledger row`."""
        return f"{'an' if self.singular[0] in 'aeiou' else 'a'} {self.singular}"

    def counted(self, count: int) -> str:
        """`1 ledger row`, `28 actors`."""
        return f"{count:,} {self.singular if count == 1 else self.plural}"

    def tallied(self, records: Sequence[R]) -> str:
        """`28 actors`; where they are of several sorts each is counted: `13 quotations, 7 reported statements`."""
        return self.tally(records) if self.tally is not None and records else self.counted(len(records))

    def category_of(self, record: R) -> str:
        """What a record is, in a word or two: `state`, `arms supply`, `ledger row`."""
        return self.category(record) if self.category is not None else self.singular


AnyKind = Kind[Any]
