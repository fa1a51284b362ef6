"""The page and the line of an event: what came before and after, and how exactly its time is known."""

from __future__ import annotations

import pytest

from tests.dossiers import dossier_of, loaded, record
from tests.pages.page_text import facts_of, page_of
from tui.pages.catalog import Catalog


def catalog_of(*records: str) -> Catalog:
    return Catalog(loaded(dossier_of(*records)))


SEQUENCE = catalog_of(
    record("events", id="third", title="The third", after=["second"]),
    record("events", id="first", title="The first", date="1990"),
    record("events", id="second", title="The second", after=["first"]),
)


@pytest.mark.parametrize(
    ("name", "after", "before"),
    [("first", None, "The second"), ("second", "The first", "The third"), ("third", "The second", None)],
)
def test_an_event_names_what_it_follows_and_what_follows_it(name: str, after: str | None, before: str | None) -> None:
    facts = facts_of(page_of(SEQUENCE, name))
    assert (facts.get("Follows"), facts.get("Followed by")) == (after, before)


def test_the_list_of_events_has_the_order_of_the_timeline() -> None:
    assert [name for group in SEQUENCE.record_groups("events") for name in group.ids] == ["first", "second", "third"]


def test_a_place_is_a_link_where_it_is_an_actor() -> None:
    catalog = catalog_of(record("events", place="a"), record("events", id="e2", place="the quay"))
    assert facts_of(page_of(catalog, "e"))["Where"] == "An actor"
    assert facts_of(page_of(catalog, "e2"))["Where"] == "the quay"
    assert "a" in page_of(catalog, "e").links()
