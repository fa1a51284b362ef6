"""The records of one table as a list: under the headings of their kind, in its order."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import groupby

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Record, kind_of
from tui.dossier.once import once_per_dossier
from tui.pages.list_line import ListGroup, ListLine
from tui.pages.moment_marks import marked_line
from tui.pages.page import Role, Span
from tui.pages.records.record_view import record_view
from tui.pages.span_builder import SpanBuilder


def record_groups(builder: SpanBuilder, table: str, ids: Iterable[str]) -> list[ListGroup]:
    """Records of one table, given in the order of the file, under the headings of their kind."""
    view, records = record_view(table), builder.dossier.records
    heading, key = view.heading, partial(view.sort_key, builder) if view.sort_key is not None else None

    def ordered(rows: Iterable[Record]) -> tuple[str, ...]:
        return tuple([record.id for record in (rows if key is None else sorted(rows, key=key))])

    rows = [records[name] for name in ids]
    if heading is None:
        return [ListGroup("", ordered(rows))]
    by_heading: list[tuple[str, list[Record]]]
    if view.in_sequence and key is not None:
        in_sequence = sorted(rows, key=key)
        by_heading = [(each, list(alike)) for each, alike in groupby(in_sequence, partial(heading, builder))]
    else:
        under: dict[str, list[Record]] = {}
        for record in rows:
            under.setdefault(heading(builder, record), []).append(record)
        headings = sorted(under, key=view.headings.index) if view.headings else under
        by_heading = [(each, under[each]) for each in headings]
    branches = view.branches(builder) if view.branches is not None else {}

    def group(heading: str, alike: list[Record]) -> ListGroup:
        if branches and all(record.id in branches for record in alike):
            listed = frozenset(record.id for record in alike)
            return ListGroup(heading, tuple(filter(listed.__contains__, branches)), branches)
        role_of = view.heading_role
        role: Role = role_of(builder, alike[0]) if role_of is not None else "label"
        return ListGroup(heading, ordered(alike), role=role)

    return [group(*each) for each in by_heading]


def groups_at_moment(builder: SpanBuilder, table: str, groups: list[ListGroup]) -> list[ListGroup]:
    """`groups`, the complete list of a table, with what is not there at the moment last, in the order of the file."""
    heading = record_view(table).absent_heading
    records = builder.dossier.tables[table]
    if not heading or not (absent := builder.as_of.uncounted(record.id for record in records)):
        return groups
    there = (group._replace(ids=tuple(name for name in group.ids if name not in absent)) for group in groups)
    others = tuple(record.id for record in records if record.id in absent)
    return [*(group for group in there if group.ids), ListGroup(heading, others)]


def record_heading(builder: SpanBuilder, record: Record) -> str:
    """The heading that a record is listed under, empty where its kind has none."""
    view = record_view(record.TABLE)
    if view.absent_heading and not builder.as_of.counts(record.id):
        return view.absent_heading
    return view.heading(builder, record) if view.heading is not None else ""


def groups_of_tables(builder: SpanBuilder) -> dict[str, list[ListGroup]]:
    """The complete lists of the tables by name, as far as they have been made: they stay what they are."""
    return _groups(builder.dossier, ())


@once_per_dossier
def _groups(dossier: Dossier, _: tuple[()]) -> dict[str, list[ListGroup]]:
    return {}


def record_line(builder: SpanBuilder, name: str) -> ListLine:
    """The line of the record with the id `name`."""
    record = builder.dossier.records[name]
    line = record_view(record.TABLE).line(builder, record)
    return marked_line(builder, name, _with_source(builder, record, line))


def _with_source(builder: SpanBuilder, record: Record, line: ListLine) -> ListLine:
    """The line of a statement with what it is cited from, in its long remark, where there are several sources."""
    if not builder.several_sources or not kind_of(record).has_status or not (cites := getattr(record, "cite", ())):
        return line
    return line._replace(long_remark=(*(line.long_remark or line.remark), Span("  "), builder.first_cite(cites)))
