"""Filters by date: `before:`, `after:`, `in:` and `at:`, alone and beside words."""

from __future__ import annotations

import pytest

from tests.dossier.test_as_of import tie
from tests.dossiers import HEAD, loaded, record
from tui.dossier.search.query import parse_query
from tui.pages.catalog import Catalog
from tui.pages.lists.searches import Searches

DOSSIER = loaded(
    HEAD
    + record("sources")
    + record("actors")
    + record("actors", id="b")
    + tie("pact", start="1936", end="1954", terms="canal zone")
    + tie("war", start="1956-10-31", end="1956-11-07")
    + tie("aid", start="1956-12", terms="canal clearing")
    + tie("undated", terms="canal dues")
    + record("quotes", id="q-may", date="1956-05-04", text="In May.")
    + record("quotes", id="q-year", date="1956", text="That year.")
    + record("quotes", id="q-late", date="1957-03", text="Later.")
)


def found(query: str, table: str = "alliances") -> list[str]:
    return list(Searches(DOSSIER).ids(table, query))


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("before:1956", ["pact"]),
        ("before:1956-11", ["pact", "war"]),
        ("after:1955", ["war", "aid"]),
        ("after:1953", ["pact", "war", "aid"]),
        ("in:1956", ["war", "aid"]),
        ("in:1954", ["pact"]),
        ("at:1956-11-03", ["war"]),
        ("at:1956-11", ["war"]),
        ("at:1950", ["pact"]),
        ("AT:1950", ["pact"]),
        ("canal", ["pact", "aid", "undated"]),
        ("canal in:1956", ["aid"]),
        ("in:1956 canal", ["aid"]),
        ("after:1955 before:1956-12", ["war"]),
        ("in:1800", []),
        ("canal in:", ["pact", "aid", "undated"]),
    ],
)
def test_ties_are_found_by_when_they_are_there(query: str, names: list[str]) -> None:
    assert found(query) == names


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("before:1956", []),
        ("before:1956-06", ["q-may", "q-year"]),
        ("after:1956-05-04", ["q-year", "q-late"]),
        ("in:1956", ["q-may", "q-year"]),
        ("at:1956-05", ["q-may", "q-year"]),
        ("in:1957", ["q-late"]),
    ],
)
def test_quotes_are_found_by_when_they_may_have_been_said(query: str, names: list[str]) -> None:
    assert found(query, "quotes") == names


@pytest.mark.parametrize("query", ["in:1956-13", "canal in:1956-13", "-in:1956-13", "BEFORE:then"])
def test_what_is_no_date_finds_nothing_and_the_list_says_why(query: str) -> None:
    assert found(query) == []
    error = parse_query(query).error
    assert "month 13" in error or "“then” is not a date" in error
    catalog = Catalog(DOSSIER)
    assert catalog.list_groups("alliances", query) == []
    assert catalog.nothing_listed("alliances", query) == f"{error}. Press {{go.filter}} to change it."
    catalog.list_groups("alliances", "in:1800")
    assert catalog.nothing_listed("alliances", "in:1800").startswith("Nothing matches")


def test_a_record_is_left_out_by_its_date_too() -> None:
    assert found("-in:1956") == ["pact", "undated"]
