"""The sheets of the Balance panel and its list, made from a balance that may not be known yet.

May not know how a balance is found.
"""

from __future__ import annotations

from tui.dossier.values.fold import fold
from tui.pages.balance.cache import compared_choices, included_statuses
from tui.pages.list_line import ListGroup, ListLine
from tui.pages.page import Page, Para, Span, Title
from tui.pages.span_builder import SpanBuilder
from tui.pages.views.registry import ids_in

HEAD = "balance:"
_HEADING = "△ cannot hold"


def balance_view(builder: SpanBuilder) -> Page:
    """The balance at a glance, or that it is still being worked out."""
    chosen, other = compared_choices(builder.scope)
    result = builder.balances.known(chosen)
    if result is not None:
        from tui.pages.balance.overview import balance_page

        beside = None if builder.balances.is_same(builder.scope) else builder.balances.known(other)
        return balance_page(builder, result, beside)
    words = "It is being worked out. It comes by itself; everything else can be read meanwhile."
    if builder.balances.hopeless:
        words = "The ties join too many pairs of actors for this."
    return Page(HEAD, (Title((Span("Balance", "strong"),)), Para((Span(words, "dim"),))))


def triangle_view(builder: SpanBuilder, one: str, two: str, three: str) -> Page | None:
    """Three actors and the ties between every two of them."""
    from tui.pages.balance.triangle import triangle_page

    return triangle_page(builder, one, two, three, included_statuses(builder.scope))


def triangles(builder: SpanBuilder, query: str, record: str) -> list[ListGroup]:
    """The sheet at a glance, then the triangles that cannot hold; of those the ones that match, when there is a query.

    `record` is listed too when it is a triangle that can hold.
    """
    from tui.pages.balance.triangle import target_of

    result = builder.balances.known(included_statuses(builder.scope))
    found = [target_of(triangle) for triangle in result.census.unbalanced] if result is not None else []
    terms = fold(query).split()
    if terms:
        return [ListGroup(_HEADING, tuple(name for name in found if _matches(builder, name, terms)))]
    asked = [ListGroup("Also asked for", (record,))] if record not in (HEAD, "", *found) else []
    return [ListGroup("", (HEAD,)), ListGroup(_HEADING, tuple(found)), *asked]


def _matches(builder: SpanBuilder, name: str, terms: list[str]) -> bool:
    words = fold(" ".join(builder.dossier.name(actor) for actor in ids_in(name)))
    return all(term in words for term in terms)


def triangle_line(builder: SpanBuilder, name: str) -> ListLine:
    """The line of a triangle in the list."""
    from tui.dossier.network.balance import triangle_of
    from tui.pages.balance.triangle import triangle_item

    names = ids_in(name)
    result = builder.balances.known(included_statuses(builder.scope))
    triangle = triangle_of(result.pairs, *names) if result is not None and len(names) == 3 else None
    if triangle is not None:
        return triangle_item(builder, triangle)
    return ListLine(Span(" "), (Span(", ".join(builder.short(actor) for actor in names)),))
