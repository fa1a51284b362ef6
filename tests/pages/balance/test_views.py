"""The list of the Balance panel: the page at a glance, the unbalanced triangles, and what else is open."""

from __future__ import annotations

from tests.dossiers import HEAD, loaded, record
from tui.pages.balance.views import triangle_groups
from tui.pages.catalog import Catalog

KINDS = {"a-b": "rivalry", "a-c": "aid", "b-c": "aid", "a-d": "aid", "b-d": "rivalry"}
"""Of the two triangles `a:b:c` is unbalanced and `a:b:d` is balanced."""

CATALOG = Catalog(
    loaded(
        HEAD
        + record("sources")
        + "".join(record("actors", id=name, name=name.upper()) for name in "abcd")
        + "".join(record("alliances", id=name, between=name.split("-"), kind=kind) for name, kind in KINDS.items())
    )
)


def listed(query: str = "", opened: str = "balance:") -> list[tuple[str, ...]]:
    return [group.ids for group in triangle_groups(CATALOG.builder, query, opened)]


def test_the_balance_comes_before_the_unbalanced_triangles() -> None:
    assert listed() == [("balance:",), ("triangle:a:b:c",)]


def test_the_triangle_that_is_open_is_listed_once() -> None:
    assert listed(opened="triangle:a:b:c") == [("balance:",), ("triangle:a:b:c",)]
    assert listed(opened="triangle:a:b:d") == [("balance:",), ("triangle:a:b:c",), ("triangle:a:b:d",)]


def test_a_filter_leaves_the_triangles_of_the_actors_named() -> None:
    assert listed("c b") == [("triangle:a:b:c",)]
    assert listed("d") == [()]
