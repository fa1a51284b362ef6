"""What panels and views of a large dossier show, in steps that can be worked out before they are opened."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib import import_module

from tui.dossier.as_of import lifetimes_of
from tui.dossier.change_points import change_points
from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Record
from tui.dossier.network.signed_graph import TooManyPairs
from tui.dossier.sources.coverage import coverage
from tui.dossier.speakers import speakers
from tui.pages.network import matrix
from tui.pages.records.record_view import record_view
from tui.pages.span_builder import SpanBuilder


def preparations(builder: SpanBuilder) -> Iterator[Callable[[], object]]:
    """The steps, each of which takes a fraction of a second; what they work out is kept with the dossier."""
    for work_out in (Dossier.prepare, lifetimes_of, coverage, change_points):
        yield partial(work_out, builder.dossier)
    yield partial(speakers, builder.dossier, builder.scope.moment)
    for step in matrix.preparations(builder):
        yield partial(_unless_too_many, step)
    yield partial(import_module, "tui.pages.balance.views")
    for records in builder.dossier.tables.values():
        yield partial(_page_of_first, builder, records)
    yield partial(_strip_of_events, builder)
    yield partial(_first_balance, builder)


def _page_of_first(builder: SpanBuilder, records: Sequence[Record]) -> None:
    """Make the page of the first record of a table, which works out what is kept for all its pages."""
    for record in records[:1]:
        record_view(record.TABLE).page(builder, record)


def _strip_of_events(builder: SpanBuilder) -> None:
    from tui.pages.views.date_strip import events_strip

    events_strip(builder.dossier)


def _unless_too_many(step: Callable[[], object]) -> None:
    try:
        step()
    except TooManyPairs:
        return


def _first_balance(builder: SpanBuilder) -> None:
    from tui.pages.balance.cache import choice_of

    builder.balances.so_far(choice_of(builder.scope))
