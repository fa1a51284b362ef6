"""How a kind of record is displayed, and the views of all kinds, each imported when it is first needed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from types import MappingProxyType
from typing import Any, Generic, TypeVar, cast

from msgspec import Struct

from tui.dossier.kinds import Record
from tui.pages.list_line import ListLine
from tui.pages.page import Entry, Page, Role
from tui.pages.span_builder import SpanBuilder

R = TypeVar("R", bound=Record)
_NO_HEADINGS: Mapping[str, str] = MappingProxyType({})


class RecordView(Struct, Generic[R], frozen=True, kw_only=True, eq=False):
    """How one kind of record is displayed.

    `page` builds the page of a record, `line` its line in a list, and `entry` its item on the page of another record,
    whose id is the third argument. A list is grouped by `heading`, and each group sorted by `sort_key` within the
    order of the file; groups come in the order of `headings`, or as they first occur when that is empty. A list that is
    `in_sequence` is sorted as a whole, and those that follow each other under one heading are a group. `heading_role`
    is that of a heading which is a name; those that are not there at the moment come last, under the `absent_heading`,
    where there is one. `lead` is how the heading leads the line where a list has no headings, such as
    `{}: `. `relations` maps inverses of the kind's
    references to the heading over its records on the page of the record they refer to; the kind's title is the heading
    over the others, where that page has no section of its own for them. `remark` is what the heading over some of the
    records says about all of them. `branches` are those of a `ListGroup`, of the records that are listed as trees, in
    their order.
    """

    page: Callable[[SpanBuilder, R], Page]
    line: Callable[[SpanBuilder, R], ListLine]
    entry: Callable[[SpanBuilder, R, str], Entry]
    heading: Callable[[SpanBuilder, R], str] | None = None
    heading_role: Callable[[SpanBuilder, R], Role] | None = None
    headings: tuple[str, ...] = ()
    in_sequence: bool = False
    absent_heading: str = ""
    lead: str = ""
    sort_key: Callable[[SpanBuilder, R], Any] | None = None
    relations: Mapping[str, str] = _NO_HEADINGS
    remark: Callable[[SpanBuilder, Sequence[R]], str] | None = None
    branches: Callable[[SpanBuilder], Mapping[str, str]] | None = None


AnyView = RecordView[Any]
_views: dict[str, AnyView] = {}


def record_view(table: str) -> AnyView:
    """The view of the records of `table`: the `RECORD_VIEW` of the module of that name in this package."""
    if (view := _views.get(table)) is None:
        view = cast(AnyView, import_module(f"tui.pages.records.{table}").RECORD_VIEW)
        _views[table] = view
    return view


@contextmanager
def registered_view(table: str, view: AnyView) -> Iterator[AnyView]:
    """Display the records of `table` by `view` for as long as the context lasts; for tests."""
    _views[table] = view
    try:
        yield view
    finally:
        del _views[table]
