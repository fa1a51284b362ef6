"""Which passage a key leads to from what is shown, and for whose sake a reader follows a link to one."""

from __future__ import annotations

import pytest

from tests.dossiers import SMALL, dossier_of, loaded, record
from tui.pages.catalog import Catalog
from tui.pages.passage_links import asked_from, first_passage, passage_for

DOSSIER = loaded(
    dossier_of(
        record("actors", id="x", cite="s#p2"),
        record("quotes", speaker="x", cite="s#p2-4"),
        record("claims", cite="s#p2"),
        record("events", cite="s"),
    )
)


@pytest.mark.parametrize(
    ("page", "target", "beside", "asked"),
    [
        ("q", "s#p2", (), "q"),
        ("q", "s#p4", (), "q"),
        ("q", "s#p5", (), ""),
        ("q", "s#p2", ("x", "c", "s#p2"), "c"),
        ("q", "s#p2", ("x", "s#p2"), "q"),
        ("ego:x", "s#p2", ("x",), "x"),
        ("q", "s", ("e",), "e"),
        ("q", "s", (), ""),
        ("q", "x", ("c",), ""),
        ("q", "nothing#p2", ("c",), ""),
    ],
    ids=[
        "the record of the page",
        "a later paragraph of a span",
        "a paragraph that nothing near cites",
        "a statement beside the link",
        "the page rather than an actor",
        "an actor where the page is of no record",
        "the source as a whole",
        "no cite of the whole",
        "no passage",
        "no source",
    ],
)
def test_it_is_a_record_near_the_link_that_cites_the_passage(
    page: str, target: str, beside: tuple[str, ...], asked: str
) -> None:
    assert asked_from(DOSSIER, page, target, beside) == asked


SMALL_CATALOG = Catalog(loaded(SMALL))


def test_a_record_leads_to_the_first_passage_it_rests_on() -> None:
    assert first_passage(SMALL_CATALOG.dossier, "a-lamps") == "gazette#p3"
    assert first_passage(SMALL_CATALOG.dossier, "a-league") == "almanac"
    assert first_passage(SMALL_CATALOG.dossier, "brenn") == "gazette#p2"
    assert first_passage(SMALL_CATALOG.dossier, "pilots") == ""
    assert first_passage(SMALL_CATALOG.dossier, "nonesuch") == ""


@pytest.mark.parametrize(
    ("name", "link", "passage"),
    [
        ("a-pact", "", first_passage(SMALL_CATALOG.dossier, "a-pact")),
        ("ilvane", "a-lamps", first_passage(SMALL_CATALOG.dossier, "a-lamps")),
        ("overview:", "a-lamps", first_passage(SMALL_CATALOG.dossier, "a-lamps")),
        ("a-pact", "norrow", first_passage(SMALL_CATALOG.dossier, "a-pact")),
        ("a-pact", "gazette#p3", "gazette#p3"),
        ("a-pact", "gazette", "gazette#p3"),
        ("ilvane", "almanac", "almanac"),
        ("a-pact", "nonesuch", first_passage(SMALL_CATALOG.dossier, "a-pact")),
        ("overview:", "grievances:", ""),
        ("", "", ""),
    ],
)
def test_the_passage_of_what_is_selected_comes_before_that_of_the_record_at_hand(
    name: str, link: str, passage: str
) -> None:
    assert passage_for(SMALL_CATALOG, name, link) == passage


def test_on_a_view_a_selected_actor_leads_to_its_passage() -> None:
    actor = next(
        record.id
        for record in SMALL_CATALOG.dossier.tables["actors"]
        if first_passage(SMALL_CATALOG.dossier, record.id)
    )
    assert passage_for(SMALL_CATALOG, "blocs:", actor) == first_passage(SMALL_CATALOG.dossier, actor)


@pytest.mark.parametrize(
    ("open_page", "selected", "passage"),
    [
        ("l-pilot", "", "gazette#p2"),
        ("l-pilot", "ilvane", "gazette#p2"),
        ("l-pilot", "a-gift", "gazette#p4"),
        ("l-pilot", "gazette#p5", "gazette#p5"),
        ("l-pilot", "panel:quotes", "gazette#p2"),
        ("norrow", "", ""),
        ("norrow", "ilvane", "gazette#p1"),
        ("timeline:", "", ""),
        ("timeline:", "corvath", "gazette#p1"),
        ("pair:ilvane:norrow", "", "gazette#p3"),
        ("pair:ilvane:norrow", "ilvane", "gazette#p1"),
    ],
)
def test_the_passage_is_that_of_the_selected_statement_or_else_of_the_page(
    open_page: str, selected: str, passage: str
) -> None:
    assert passage_for(SMALL_CATALOG, open_page, selected) == passage
