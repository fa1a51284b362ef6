"""The views of the Balance panel and its list, made from a balance that may not be computed yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from tui.dossier.search.plain_words import contains_all, plain_words
from tui.dossier.values.fold import fold
from tui.dossier.values.vocabulary import TRIANGLE_GLYPH, count_noun
from tui.pages.balance.cache import Choice, First, History, Task, choice_of, compared_choices, history_of
from tui.pages.list_line import ListGroup, ListLine
from tui.pages.page import Page, Para, Span, Title
from tui.pages.span_builder import SpanBuilder
from tui.pages.views.registry import ids_in

if TYPE_CHECKING:
    from tui.dossier.network.balance import Balance, TriadCensus

HEAD = "balance:"
_HEADING = f"{TRIANGLE_GLYPH} Unbalanced triangles"
_RECORDS = f"{TRIANGLE_GLYPH} Records that make several"


def balance_view(builder: SpanBuilder, pause: Callable[[], object] = lambda: None) -> Page:
    """The balance at a glance, what is certain of it so far, or that it is still being computed.

    `pause` is called now and then on the way.
    """
    chosen, compared = compared_choices(builder.scope)
    balances = builder.balances
    if (result := balances.get(chosen)) is not None:
        alternative = None if balances.has_no_alternative(builder.scope) else balances.get(compared)
        return _page(builder, result, alternative, pause)
    if (result := balances.so_far(chosen)) is not None:
        return _page(builder, result, None, pause)
    words = "It is being computed and will appear here; everything else can be read meanwhile."
    if balances.too_many_pairs:
        words = "The ties join too many pairs of actors for this."
    return Page(HEAD, (Title((Span("Balance", "strong"),)), Para((Span(words, "dim"),))))


def _page(builder: SpanBuilder, result: Balance, alternative: Balance | None, pause: Callable[[], object]) -> Page:
    """The page of a balance, made once."""
    from tui.pages.balance.overview import Awaited, balance_page

    balances = builder.balances
    ended = balances.get(_choice(result)) is result
    key = (_choice(result), None if alternative is None else _choice(alternative), ended)
    over_time = balances.history(history_of(_choice(result)))
    awaited = Awaited(search=not ended, history=over_time is None)
    pages = balances.pages
    if (page := pages.get(key)) is None:
        page = pages[key] = balance_page(builder, result, alternative, pause, over_time, awaited)
    return page


def _choice(result: Balance) -> Choice:
    return Choice(result.included, result.moment, result.facets)


def compute(
    builder: SpanBuilder,
    task: Task,
    stopped: Callable[[], bool],
    told: Callable[[int, int], object] | None = None,
) -> bool:
    """Compute what is missing and the page that shows it, unless `stopped` says to abandon it; whether it is shown.

    Both may take seconds, and belong in a worker. `told` hears how many of how many moments are worked out.
    """
    if isinstance(task, History):
        builder.balances.compute_history(task, stopped, told)
    else:
        builder.balances.compute(task, stopped)
    if not stopped() and is_shown(builder, task):
        balance_view(builder, stopped)
    return is_shown(builder, task)


def is_shown(builder: SpanBuilder, task: Task) -> bool:
    """Whether the panel shows what a task works out, rather than at another moment."""
    if isinstance(task, History):
        return task == History(choice_of(builder.scope).included)
    return (task.choice if isinstance(task, First) else task) in compared_choices(builder.scope)


def triangle_view(builder: SpanBuilder, first: str, second: str, third: str) -> Page | None:
    """Three actors and the ties between every two of them."""
    from tui.pages.balance.triangle import triangle_page

    return triangle_page(builder, first, second, third)


def triangle_groups(builder: SpanBuilder, query: str, record: str) -> list[ListGroup]:
    """The balance at a glance, then the unbalanced triangles; with a query only those triangles that match.

    `record` is listed too when it is another triangle.
    """
    from tui.pages.balance.triangle import triangle_view_id

    result = builder.balances.so_far(choice_of(builder.scope))
    census = result.census if result is not None else None
    triangles = [triangle_view_id(triangle) for triangle in census.unbalanced] if census is not None else []
    heading = _heading(census) if census is not None else _HEADING
    records = [one.tie for one in census.one_record] if census is not None else []
    if terms := plain_words(query):
        found = [ListGroup(heading, tuple(name for name in triangles if _matches(builder, ids_in(name), terms)))]
        matching = tuple(tie for tie in records if _matches(builder, builder.dossier.tie(tie).ends, terms))
        return [*found, *([ListGroup(_RECORDS, matching)] if matching else [])]
    of_one = [ListGroup(_of_one_record(census), tuple(records))] if census is not None and records else []
    current = [ListGroup("Also open", (record,))] if record not in (HEAD, "", *triangles, *records) else []
    return [ListGroup("", (HEAD,)), ListGroup(heading, tuple(triangles)), *of_one, *current]


def _heading(census: TriadCensus) -> str:
    """The heading of the triangles of several records: how many are listed where that is not all of them."""
    listed = len(census.unbalanced)
    if census.unlisted:
        return f"{TRIANGLE_GLYPH} Unbalanced: {listed:,} of {listed + census.unlisted:,}"
    return f"{TRIANGLE_GLYPH} {listed:,} of several records" if census.one_record else _HEADING


def _of_one_record(census: TriadCensus) -> str:
    return f"{TRIANGLE_GLYPH} {census.total_of_one_record:,} by {count_noun(len(census.one_record), 'record')}"


def _matches(builder: SpanBuilder, actors: Iterable[str], terms: list[str]) -> bool:
    return contains_all(fold(" ".join(map(builder.dossier.name, actors))), terms)


def triangle_line(builder: SpanBuilder, name: str) -> ListLine:
    """The line of a triangle in the list."""
    from tui.dossier.network.balance import triangle_of
    from tui.pages.balance import triangle as triangle_pages

    ids = ids_in(name)
    result = builder.balances.so_far(choice_of(builder.scope))
    triangle = triangle_of(result.pairs, *ids) if result is not None and len(ids) == 3 else None
    if result is not None and triangle is not None:
        return triangle_pages.triangle_line(builder, triangle, result.weak)
    return ListLine(Span(" "), (Span(", ".join(map(builder.short, ids))),))
