"""The rules of a kind of record, as data: each says in words what it reports, and finds it in a record."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from tui.dossier.kinds.record import Record
from tui.dossier.problems import Rule, TreePath

if TYPE_CHECKING:
    from tui.dossier.kinds.head import Head

R = TypeVar("R", bound=Record)
T = TypeVar("T")


class Breach(NamedTuple):
    """A breach of a rule: where it is, relative to the record, what is wrong and what to do.

    `first` is the id of another record, whose line completes `what`: “… on line 4”.
    """

    path: TreePath
    what: str
    hint: str
    first: str = ""


class Peers:
    """The other records of a file, as far as they can be read: what rules between records look things up in."""

    def __init__(self, head: "Head", places: Mapping[str, TreePath], records: Mapping[str, Record]) -> None:
        self.head = head
        self._places = places
        self._records = records
        self._worked_out: dict[object, Any] = {}

    def place(self, name: str) -> TreePath:
        """The path of the record with the id `name`, which counts the records of its table from 0."""
        return self._places.get(name, ())

    def find(self, kind: type[R], name: str) -> R | None:
        """The record of type `kind` with the id `name`, if there is one that can be read."""
        record = self._records.get(name)
        return record if isinstance(record, kind) else None

    def all(self, kind: type[R]) -> list[R]:
        """Every record of type `kind` that has an id."""
        return [record for record in self._records.values() if isinstance(record, kind)]

    def once(self, work_out: "Callable[[Peers], T]") -> T:
        """What `work_out` makes of these records, worked out the first time it is asked for."""
        if work_out not in self._worked_out:
            self._worked_out[work_out] = work_out(self)
        result: T = self._worked_out[work_out]
        return result


class Check(NamedTuple):
    """How a rule is enforced: `find` yields its breaches in one record.

    `keys` are those it reads. It is not called for a record in which the value of one of them could not be read, which
    is a problem of its own; a required key that is missing has the value None.
    """

    rule: Rule
    keys: tuple[str, ...]
    find: Callable[[Any, Peers], Iterable[Breach]]
