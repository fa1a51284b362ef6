"""The jump list: what it holds, and what comes first."""

from __future__ import annotations

from tests.dossiers import SMALL, dossier_of, loaded, record
from tui.pages.catalog import Catalog
from tui.pages.lists.jump_items import MOST, actor_items, matching, program_items, record_items, view_items
from tui.pages.views.registry import VIEWS

CATALOG = Catalog(loaded(SMALL))


def test_it_holds_every_record_and_every_alias() -> None:
    items = list(record_items(CATALOG))
    assert {item.target for item in items} == set(CATALOG.dossier.records)
    assert [item.label for item in items if item.target == "ilvane"] == [
        "Ilvane",
        "Port Ilvane → Ilvane",
        "IV → Ilvane",
    ]
    assert {item.target for item in actor_items(CATALOG)} == {actor.id for actor in CATALOG.dossier.tables["actors"]}


def test_a_record_is_found_by_its_id_its_kind_and_any_part_of_its_names() -> None:
    items = list(record_items(CATALOG))
    for query in ("harbour-office", "OFFICE harb", "ilvane body"):
        assert "harbour-office" in {item.target for item in matching(items, query)}, query
    assert matching(items, "harbour nowhere") == []


def test_what_begins_with_the_query_comes_first_then_what_has_a_word_that_does() -> None:
    people = (("embankment", "Embankment"), ("north-bank", "North Bank"), ("bank", "Bank of Sarn"))
    catalog = Catalog(loaded(dossier_of(*(record("actors", id=name, name=label) for name, label in people))))
    assert [item.target for item in matching(list(actor_items(catalog)), "bank")] == [
        "bank",
        "north-bank",
        "embankment",
    ]


def test_of_very_many_only_the_first_are_listed() -> None:
    many = Catalog(loaded(dossier_of(*(record("actors", id=f"x{number}") for number in range(99)))))
    items = list(record_items(many))
    assert len(matching(items, "")) == len(matching(items, "actor")) == MOST
    assert matching(items, "  ") == items[:MOST]


def test_views_of_the_whole_dossier_commands_and_themes_are_found_too() -> None:
    assert {item.target for item in view_items()} == {f"{kind}:" for kind, view in VIEWS.items() if not view.id_count}
    items = program_items(["dark", "light"])
    assert [item.target for item in matching(items, "theme li")] == ["light"]
    assert {item.target for item in items if item.does == "action"} >= {"help", "reload", "quit"}
