"""The list of the Balance panel: the page at a glance, the unbalanced triangles, and what else is open."""

from __future__ import annotations

from itertools import combinations

import pytest

from tests.dossiers import HEAD, loaded, record
from tests.pages.page_text import page_of
from tui.dossier.network.balance import triangles
from tui.dossier.values.dates import parse_date
from tui.pages.balance.views import triangle_groups
from tui.pages.catalog import Catalog
from tui.render.plain_text import plain_text

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


def hostile(count: int) -> Catalog:
    """As many actors in one hostility between all of them."""
    names = [f"a{number}" for number in range(count)]
    actors = "".join(record("actors", id=name, name=f"Member {name}") for name in names)
    return Catalog(
        loaded(HEAD + record("sources") + actors + record("alliances", id="war", between=names, kind="hostility"))
    )


def test_triangles_that_one_record_makes_are_listed_as_that_record_and_their_number_is_said() -> None:
    catalog = hostile(11)
    groups = triangle_groups(catalog.builder, "", "balance:")
    assert [(group.heading, group.ids) for group in groups if group.ids][1:] == [("△ 165 by 1 record", ("war",))]
    assert [group.ids for group in triangle_groups(catalog.builder, "a10", "")] == [(), ("war",)]
    text = plain_text(page_of(catalog, "balance:"))
    assert "1 record between many makes all of them" in text
    assert "1 record of 11 parties makes 165 triangles" in text


def test_where_not_all_triangles_are_listed_the_heading_says_how_many_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(triangles, "MAX_LISTED", 2)
    ends = list(combinations("abcd", 2))
    ties = "".join(record("alliances", id=one + other, between=[one, other], kind="rivalry") for one, other in ends)
    actors = "".join(record("actors", id=name, name=name.upper()) for name in "abcd")
    builder = Catalog(loaded(HEAD + record("sources") + actors + ties)).builder
    assert triangle_groups(builder, "", "balance:")[1].heading == "△ Unbalanced: 2 of 4"


def test_one_record_that_ties_all_three_is_told_once_on_their_page() -> None:
    page = page_of(hostile(3), "triangle:a0:a1:a2")
    assert page.links().count("war") == 4  # once at each side of the picture, once below


def test_the_actors_of_a_triangle_have_labels_for_a_narrow_list() -> None:
    line = CATALOG.line("triangle:a:b:c")
    assert "".join(span.text for span in line.brief_spans) == "A · B · C"


def test_what_is_excluded_is_said_with_its_unit_and_is_not_counted_as_undated() -> None:
    names = "".join(record("actors", id=name, name=name.upper()) for name in "abcd")
    ties = "".join(record("alliances", id=name, between=name.split("-"), kind=kind) for name, kind in KINDS.items())
    second = record("alliances", id="mixed", between=["a", "d"], kind="rivalry")
    catalog = Catalog(loaded(HEAD + record("sources") + names + ties + second))
    catalog.set_moment(parse_date("1990"))
    text = plain_text(page_of(catalog, "balance:"))
    assert "2 ties of 1 ~ mixed pair" in text
    assert "4 undated, counted" in text
