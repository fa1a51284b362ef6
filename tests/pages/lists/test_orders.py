"""Lists sorted by a column: which columns there are, in what order records come, what the list says."""

from __future__ import annotations

import pytest

from tests.dossiers import HEAD, dossier_of, loaded, record
from tests.pages.page_text import bundled
from tui.dossier.kinds import KINDS
from tui.pages.catalog import Catalog
from tui.pages.lists import orders
from tui.pages.lists.orders import columns_of, sorted_ids

DOSSIER = loaded(
    HEAD
    + record("sources", id="z", title="A zebra", key="zebra", issued="1960")
    + record("sources", id="y", title="A yak", key="yak")
    + "".join(record("actors", id=name.replace("ö", "o"), name=name.title()) for name in ("öland", "abel", "cole"))
    + record("alliances", id="t1", between=["abel", "cole"], start="1960", cite="z#p2")
    + record("alliances", id="t2", between=["cole", "oland"], start="1950", cite="y#p9")
    + record("alliances", id="t3", between=["abel", "cole"], cite="y#p1")
    + record("quotes", id="q1", speaker="oland", date="1957", cite="z#p1")
    + record("quotes", id="q2", speaker="abel", cite="z#p1")
    + record("quotes", id="q3", speaker="cole", date="1956-11", cite="y#p1")
)


def by(table: str, column: str) -> tuple[str, ...] | None:
    return sorted_ids(Catalog(DOSSIER).builder, table, column)


@pytest.mark.parametrize(
    ("table", "column", "ids"),
    [
        ("quotes", "date", ("q3", "q1", "q2")),
        ("quotes", "name", ("q2", "q3", "q1")),
        ("quotes", "source", ("q3", "q1", "q2")),
        ("actors", "name", ("abel", "cole", "oland")),
        ("actors", "ties", ("cole", "abel", "oland")),
        ("alliances", "date", ("t2", "t1", "t3")),
        ("alliances", "source", ("t3", "t2", "t1")),
        ("sources", "date", ("z", "y")),
        ("sources", "name", ("y", "z")),
    ],
)
def test_records_come_by_the_column_and_those_that_lack_it_last(table: str, column: str, ids: tuple[str, ...]) -> None:
    assert by(table, column) == ids


def test_ties_of_an_actor_stand_together_whichever_way_they_lead() -> None:
    cast = "".join(record("actors", id=name, name=name.title()) for name in ("keld", "keld-union", "ansa"))
    ties = [("t1", "keld-union", "ansa"), ("t2", "keld", "keld-union")]
    directed = "".join(
        record("alliances", id=id, between=None, from_=one, to=other, kind="arms-supply") for id, one, other in ties
    )
    both = record("alliances", id="t3", between=["keld", "ansa"])
    catalog = Catalog(loaded(HEAD + record("sources") + cast + directed + both))
    assert sorted_ids(catalog.builder, "alliances", "name") == ("t3", "t2", "t1")


def test_runs_that_were_sorted_apart_are_one_list(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = by("quotes", "date")
    monkeypatch.setattr(orders, "_RUN", 1)
    assert by("quotes", "date") == whole


def test_a_sort_that_is_not_wanted_any_more_stops() -> None:
    assert sorted_ids(Catalog(DOSSIER).builder, "quotes", "date", lambda: True) is None


def test_each_kind_has_the_columns_that_its_list_shows() -> None:
    columns = {table: columns_of(kind) for table, kind in KINDS.items()}
    assert columns["actors"] == ("date", "name", "ties")
    assert columns["quotes"] == ("date", "name", "source")
    assert columns["claims"] == ("name", "source")
    assert columns["sources"] == ("date", "name")


def test_the_key_passes_over_a_column_that_no_record_has() -> None:
    found = Catalog(DOSSIER).orders
    offered = []
    for _ in range(3):
        column = found.following("actors")
        found.choose("actors", column)
        offered.append(column)
    assert offered == ["name", "ties", ""], "no actor has a date"


def test_a_sorted_list_says_by_what_and_its_lines_say_what_they_stood_under() -> None:
    catalog = Catalog(bundled())
    before = catalog.record_groups("quotes")
    assert len(before) > 1
    catalog.choose_order("quotes", "source")
    [group] = catalog.record_groups("quotes")
    assert group.heading == "By source"
    assert sorted(group.ids) == sorted(name for each in before for name in each.ids)
    line = catalog.line("q-medvedev-policy")
    assert "".join(span.text for span in line.spans).startswith("Dmitry Medvedev: Russia means")
    catalog.choose_order("quotes", "")
    assert catalog.record_groups("quotes") == before


def test_what_a_list_is_sorted_by_is_beside_its_lines() -> None:
    catalog = Catalog(DOSSIER)
    for column, remark in (("date", "1957"), ("source", "zebra ¶1")):
        catalog.choose_order("quotes", column)
        assert "".join(span.text for span in catalog.line("q1").remark) == remark


def test_a_filtered_list_stays_sorted() -> None:
    catalog = Catalog(DOSSIER)
    catalog.choose_order("quotes", "date")
    assert [group.ids for group in catalog.record_groups("quotes", "after:1955")] == [("q3", "q1")]


def test_a_large_list_keeps_its_headings_until_it_is_sorted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(orders, "_AT_ONCE", 2)
    catalog = Catalog(DOSSIER)
    before = catalog.record_groups("quotes")
    catalog.choose_order("quotes", "date")
    assert catalog.orders.is_missing("quotes")
    assert catalog.record_groups("quotes") == before
    assert catalog.orders.words("quotes") == "sorting by date …"
    ids = catalog.orders.sorted_aside("quotes", "date", lambda: False)
    assert ids is not None
    catalog.keep_order("quotes", "date", ids)
    assert not catalog.orders.is_missing("quotes")
    assert catalog.record_groups("quotes")[0].ids == ids
    assert catalog.orders.words("quotes") == "by date"


def test_the_choice_outlives_the_dossier_it_was_made_in() -> None:
    before = Catalog(DOSSIER)
    before.choose_order("quotes", "date")
    after = Catalog(DOSSIER, before.scope, before.orders.chosen)
    assert after.record_groups("quotes")[0].heading == "By date"


def test_under_a_heading_that_says_undated_no_event_has_a_mark_for_it_and_in_a_sorted_list_each_has() -> None:
    events = record("events", id="dated", date="1977"), record("events", id="undated")
    catalog = Catalog(loaded(dossier_of(*events)))
    assert [group.heading for group in catalog.record_groups("events")] == ["By date", "Undated, in no known order"]
    assert [catalog.line(name).mark_under_heading.text for name in ("dated", "undated")] == ["□", " "]
    catalog.choose_order("events", "name")
    assert [catalog.line(name).mark_under_heading.text for name in ("dated", "undated")] == ["□", "•"]
