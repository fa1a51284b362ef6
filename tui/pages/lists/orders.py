"""The order of the list of a kind: under the headings of the kind, or by a column: date, name, number of ties, source.

A large list is sorted aside: until it is, the list keeps its headings.
"""

from collections.abc import Callable
from heapq import merge
from types import MappingProxyType
from typing import Any, NamedTuple

from tui.dossier.as_of import tie_dates
from tui.dossier.dossier import Dossier
from tui.dossier.kinds import KINDS, Actor, AnyKind, Quote, Record, Source, Tie, kind_of
from tui.dossier.values.cite import Cite, supporting
from tui.dossier.values.dates import Date, short_date
from tui.pages.list_line import ListGroup, ListLine
from tui.pages.lists.record_groups import record_heading
from tui.pages.page import Span, Spans
from tui.pages.records.record_view import record_view
from tui.pages.span_builder import SpanBuilder

BY_HEADING = ""
"""The order of a list that the reader has not chosen another for."""
_AT_ONCE = 4000
"""The most records that are sorted while a key waits."""
_RUN = 2000
"""How many records are sorted at once in a thread, which holds up the others for so long."""

Key = tuple[Any, ...]


class Column(NamedTuple):
    """Something that a list can be sorted by: `words` for the heading, which kinds have it, the key of a record.

    A record that lacks it has an empty key and comes last. `shown` is the value beside the line, where the line may
    lack it.
    """

    words: str
    of: Callable[[AnyKind], bool]
    key: Callable[[SpanBuilder, Record], Key]
    shown: Callable[[SpanBuilder, Record], Spans] = lambda builder, record: ()


def _date(dossier: Dossier, record: Record) -> Date | None:
    """When a record happens or begins, a source when it was published."""
    if isinstance(record, Tie):
        return tie_dates(dossier, record)[0]
    key = "issued" if isinstance(record, Source) else kind_of(record).begins
    date: Date | None = getattr(record, key) if key else None
    return date


def _date_key(builder: SpanBuilder, record: Record) -> Key:
    date = _date(builder.dossier, record)
    return date.order if date is not None else ()


def _date_shown(builder: SpanBuilder, record: Record) -> Spans:
    date = _date(builder.dossier, record)
    return (Span(short_date(date), "dim"),) if date is not None else ()


def _name_key(builder: SpanBuilder, record: Record) -> Key:
    from tui.dossier.values.fold import fold

    name = fold(f"{lead(builder, record)}{builder.dossier.name(record.id)}")
    return (name.replace("→", "-"),)  # ties of one actor stand together, whichever way they lead


def _ties_key(builder: SpanBuilder, record: Record) -> Key:
    """Minus the number of ties that count, so that most come first."""
    back, counts = builder.dossier.links.back, builder.counts
    number = sum(counts(builder.dossier.tie(name)) for name in back(record.id, "ties"))
    return (-number,) if number else ()


def _first_cite(record: Record) -> Cite | None:
    cites: tuple[Cite, ...] = getattr(record, "cite", ())
    return next(iter((*supporting(cites), *cites)), None)


def _source_key(builder: SpanBuilder, record: Record) -> Key:
    from tui.dossier.values.fold import fold

    cite = _first_cite(record)
    return (fold(builder.source_name(cite.source)), cite.first, cite.last) if cite is not None else ()


def _source_shown(builder: SpanBuilder, record: Record) -> Spans:
    return (builder.first_cite(cites),) if (cites := getattr(record, "cite", ())) else ()


COLUMNS = MappingProxyType(
    {
        "date": Column(
            "by date",
            lambda kind: bool(kind.begins) or kind.record_type is Source,
            _date_key,
            _date_shown,
        ),
        "name": Column("by name", lambda kind: True, _name_key),
        "ties": Column("by number of ties", lambda kind: kind.record_type is Actor, _ties_key),
        "source": Column(
            "by source",
            lambda kind: kind.has_status or kind.record_type is Quote,
            _source_key,
            _source_shown,
        ),
    }
)
"""What lists can be sorted by, in the order in which a key offers it."""


def columns_of(kind: AnyKind) -> tuple[str, ...]:
    """The columns that a kind of record has."""
    return tuple(name for name, column in COLUMNS.items() if column.of(kind))


def lead(builder: SpanBuilder, record: Record) -> str:
    """What a record stands under in its list, as it leads its line where there are no headings: `Armenia: `."""
    words = record_view(record.TABLE).lead
    return words.format(record_heading(builder, record)) if words else ""


def sorted_ids(
    builder: SpanBuilder, table: str, column: str, stopped: Callable[[], bool] = lambda: False
) -> tuple[str, ...] | None:
    """The ids of the records of a table by a column, those that lack it last; of equal ones in the order of the file.

    It sorts in short runs, so that another thread waits for none of them; before each, `stopped` says whether to give
    up, and nothing is returned then.
    """
    key = COLUMNS[column].key
    records = builder.dossier.tables[table]

    def run(start: int) -> list[tuple[bool, Key, int]]:
        keys = ((key(builder, record), number) for number, record in enumerate(records[start : start + _RUN], start))
        return sorted((not found, found, number) for found, number in keys)

    runs = []
    for start in range(0, len(records), _RUN):
        if stopped():
            return None
        runs.append(run(start))
    return tuple(records[number].id for _, _, number in merge(*runs))


class ListOrders:
    """The order of each list of one dossier. `chosen`: table -> column, kept from one dossier to the next."""

    def __init__(self, builder: SpanBuilder, chosen: dict[str, str] | None = None) -> None:
        self.chosen: dict[str, str] = {} if chosen is None else chosen
        self._builder = builder
        self._sorted: dict[tuple[object, ...], tuple[str, ...]] = {}

    def following(self, table: str) -> str:
        """The order after the chosen one: the next column that any record of the table has, or the first order."""
        columns = (BY_HEADING, *filter(lambda column: self._has(table, column), columns_of(KINDS[table])))
        return columns[(columns.index(self.chosen.get(table, BY_HEADING)) + 1) % len(columns)]

    def choose(self, table: str, column: str) -> None:
        """Sort the list of a table by a column, or put it under its headings again."""
        self.chosen[table] = column

    def active(self, table: str) -> str:
        """The column that the list of a table is sorted by now; empty while it is under its headings."""
        column = self.chosen.get(table, BY_HEADING)
        if not column or self._key(table, column) in self._sorted:
            return column
        if len(self._builder.dossier.tables[table]) > _AT_ONCE:
            return BY_HEADING
        self.keep(table, column, sorted_ids(self._builder, table, column) or ())
        return column

    def is_missing(self, table: str) -> bool:
        """Whether the list is large and has yet to be sorted, by `sorted_aside`."""
        return table in KINDS and self.active(table) != self.chosen.get(table, BY_HEADING)

    def sorted_aside(self, table: str, column: str, stopped: Callable[[], bool]) -> tuple[str, ...] | None:
        """The ids of the records of a table by a column, worked out in any thread; None if `stopped`."""
        return sorted_ids(self._builder, table, column, stopped)

    def keep(self, table: str, column: str, ids: tuple[str, ...]) -> None:
        """Keep the records of a table as they were sorted by a column."""
        self._sorted[self._key(table, column)] = ids

    def state(self, table: str) -> tuple[object, ...]:
        """What the list of a table depends on: the table, how it is sorted, and for the number of ties the moment."""
        column = self.active(table)
        return self._key(table, column) if column else (table,)

    def groups(self, table: str) -> list[ListGroup] | None:
        """The records of a table, sorted, under a heading that says by what; None while they are under their own."""
        column = self.active(table)
        if not column:
            return None
        words = COLUMNS[column].words
        return [ListGroup(words[0].upper() + words[1:], self._sorted[self._key(table, column)])]

    def words(self, table: str) -> str:
        """By what the list is sorted, or is being sorted: `by date`; empty while nothing is chosen."""
        column = self.chosen.get(table, BY_HEADING) if table in KINDS else BY_HEADING
        if not column:
            return ""
        return COLUMNS[column].words if self.active(table) else f"sorting {COLUMNS[column].words} …"

    def line(self, record: Record, line: ListLine) -> ListLine:
        """The line of a record: in a sorted list with what it stood under, and with the column in a short remark."""
        column = self.active(record.TABLE)
        if not column:
            return line
        line = line._replace(mark_is_told=False, short_spans=())
        if words := lead(self._builder, record):
            line = line._replace(spans=(Span(words, "label"), *line.spans))
        shown = COLUMNS[column].shown(self._builder, record)
        if shown and self._builder.as_of.counts(record.id):
            remark = (*shown, *line.status)
            return line._replace(remark=remark, long_remark=line.long_remark or line.remark, brief_remark=line.status)
        return line

    def _key(self, table: str, column: str) -> tuple[object, ...]:
        """What the order depends on: ties are counted as of the moment."""
        return (table, column, self._builder.scope.moment) if column == "ties" else (table, column)

    def _has(self, table: str, column: str) -> bool:
        key = COLUMNS[column].key
        return any(key(self._builder, record) for record in self._builder.dossier.tables[table])
