"""The sheets of the Balance panel and its list, made from a balance that may not be known yet.

May not know how a balance is found.
"""

from __future__ import annotations

from tui.dossier.fold import fold
from tui.pages.listing import Group, Item
from tui.pages.page import Page, Para, Span, Title
from tui.pages.phrases import Phrases
from tui.pages.sheets import names_in
from tui.pages.weighing import choices, switched_in

HEAD = "balance:"
_HEADING = "△ cannot hold"


def balance_sheet(phrases: Phrases) -> Page:
    """The balance at a glance, or that it is still being worked out."""
    chosen, other = choices(phrases.scope)
    result = phrases.weighing.known(chosen)
    if result is not None:
        from tui.pages.balance import balance_page

        beside = None if phrases.weighing.is_same(phrases.scope) else phrases.weighing.known(other)
        return balance_page(phrases, result, beside)
    words = "It is being worked out. It comes by itself; everything else can be read meanwhile."
    if phrases.weighing.hopeless:
        words = "The ties join too many pairs of actors for this."
    return Page(HEAD, (Title((Span("Balance", "strong"),)), Para((Span(words, "dim"),))))


def triangle_sheet(phrases: Phrases, one: str, two: str, three: str) -> Page | None:
    """Three actors and the ties between every two of them."""
    from tui.pages.triangle import triangle_page

    return triangle_page(phrases, one, two, three, switched_in(phrases.scope))


def triangles(phrases: Phrases, query: str, record: str) -> list[Group]:
    """The sheet at a glance, then the triangles that cannot hold; of those the ones that match, when there is a query.

    `record` is listed too when it is a triangle that can hold.
    """
    from tui.pages.triangle import target_of

    result = phrases.weighing.known(switched_in(phrases.scope))
    found = [target_of(triangle) for triangle in result.census.unbalanced] if result is not None else []
    terms = fold(query).split()
    if terms:
        return [Group(_HEADING, tuple(name for name in found if _matches(phrases, name, terms)))]
    asked = [Group("Also asked for", (record,))] if record not in (HEAD, "", *found) else []
    return [Group("", (HEAD,)), Group(_HEADING, tuple(found)), *asked]


def _matches(phrases: Phrases, name: str, terms: list[str]) -> bool:
    words = fold(" ".join(phrases.dossier.name(actor) for actor in names_in(name)))
    return all(term in words for term in terms)


def triangle_line(phrases: Phrases, name: str) -> Item:
    """The line of a triangle in the list."""
    from tui.dossier.balance.triangles import triangle_of
    from tui.pages.triangle import triangle_item

    names = names_in(name)
    result = phrases.weighing.known(switched_in(phrases.scope))
    triangle = triangle_of(result.pairs, *names) if result is not None and len(names) == 3 else None
    if triangle is not None:
        return triangle_item(phrases, triangle)
    return Item(Span(" "), (Span(", ".join(phrases.short(actor) for actor in names)),))
