"""The view at the head of a filtered list is about what the filter finds, and says so."""

from __future__ import annotations

import pytest

from tests.pages.page_text import bundled, example
from tui.dossier.reported_only import reported_only
from tui.pages.catalog import Catalog
from tui.render.plain_text import plain_text

EXAMPLE = example()
CATALOG = Catalog(EXAMPLE)


def view(name: str, query: str, catalog: Catalog = CATALOG) -> str:
    page = catalog.page(name, query)
    assert page is not None
    return plain_text(page, 100)


def test_a_timeline_of_a_filtered_list_has_the_events_of_the_list_and_no_others() -> None:
    found = [name for group in CATALOG.list_groups("events", "kind:letter") for name in group.ids]
    assert found[0] == "timeline:"
    page = CATALOG.page("timeline:", "kind:letter")
    assert page is not None
    links = {span.link for block in page.blocks for span in getattr(block, "spans", ()) if span.link}
    assert {name for name in links if name in EXAMPLE.records} == set(found[1:])
    assert "Only what “kind:letter” finds: 4 of 43." in view("timeline:", "kind:letter")


def test_grievances_versions_and_coverage_follow_the_filter_too() -> None:
    assert "Keld" in view("grievances:", "speaker:dorsk")
    assert "Hask" not in view("grievances:", "speaker:dorsk")
    assert view("versions:", "lighthouse") != view("versions:", "")
    assert "Only what “long wave” finds: 1 of 4." in view("coverage:", "long wave")


@pytest.mark.parametrize("query", ["", "  "])
def test_without_a_filter_it_is_that_of_everything(query: str) -> None:
    assert "Only what" not in view("timeline:", query)


def test_what_everything_matches_is_no_part() -> None:
    catalog = Catalog(bundled())
    assert view("coverage:", "source:article", catalog) == view("coverage:", "", catalog)


def test_a_filter_and_reported_only_narrow_it_together() -> None:
    part = reported_only(EXAMPLE)
    found = {record.id for record in part.tables["events"]}
    text = view("timeline:", "kind:letter", Catalog(part))
    assert f"of {len(found)}" in text


def test_a_view_that_is_no_summary_of_the_list_stays_whole() -> None:
    assert "Only what" not in view("timeline-ties:", "kind:letter")
