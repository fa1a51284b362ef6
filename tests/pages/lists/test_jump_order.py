"""The jump list: what it holds, and what comes first."""

from __future__ import annotations

from tests.dossiers import SMALL, dossier_of, loaded, record
from tui.dossier.search.plain_words import matched_plain_words
from tui.pages.catalog import Catalog
from tui.pages.lists.jump_items import (
    MOST,
    chain_items,
    item_line,
    matching,
    program_items,
    record_items,
    speaker_items,
    view_items,
)
from tui.pages.page import Spans
from tui.pages.views.registry import VIEWS

CATALOG = Catalog(loaded(SMALL))


def test_it_holds_every_record_and_every_alias() -> None:
    items = list(record_items(CATALOG))
    assert {item.target for item in items} == set(CATALOG.dossier.records)
    assert [item.label for item in items if item.target == "ilvane"] == [
        "Ilvane",
        "Port Ilvane, alias of Ilvane",
        "IV, alias of Ilvane",
    ]
    assert {item.target for item in record_items(CATALOG, ("sources",))} == {"gazette", "almanac"}


def test_a_record_is_found_by_its_id_its_kind_and_any_part_of_its_names() -> None:
    items = list(record_items(CATALOG))
    for query in ("harbour-office", "OFFICE harb", "ilvane body"):
        assert "harbour-office" in {item.target for item in matching(items, query)}, query
    assert matching(items, "harbour nowhere") == []


def test_what_begins_with_the_query_comes_first_then_what_has_a_word_that_does() -> None:
    people = (("embankment", "Embankment"), ("north-bank", "North Bank"), ("bank", "Bank of Sarn"))
    catalog = Catalog(loaded(dossier_of(*(record("actors", id=name, name=label) for name, label in people))))
    assert [item.target for item in matching(list(record_items(catalog, ("actors",))), "bank")] == [
        "bank",
        "north-bank",
        "embankment",
    ]


def test_names_come_before_words_that_somebody_says() -> None:
    records = record("quotes", text="Arms are sold."), record("actors", id="sarn", name="Sarn")
    assert [item.target for item in matching(record_items(Catalog(loaded(dossier_of(*records)))), "ar")] == [
        "sarn",
        "q",
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


def test_the_end_of_a_chain_is_chosen_of_all_others_each_once_those_first_to_whom_one_leads() -> None:
    actors = (record("actors", id=name, name=name.title()) for name in ("alone", "far", "start", "near"))
    ties = (record("alliances", id=f"t-{end}", between=[end, "near"], kind="aid") for end in ("start", "far"))
    items = list(chain_items(Catalog(loaded(dossier_of(*actors, *ties))), "start"))
    lines = [item_line(item, matched_plain_words("")) for item in items]
    assert [(said(line.spans), said(line.remark).split("  ")[1].strip()) for line in lines][:2] == [
        ("Far", "2 steps"),
        ("Near", "1 step"),
    ]
    assert {said(line.remark).split("  ")[1] for line in lines[2:]} == {"no chain"}
    assert "Alone" in [said(line.spans) for line in lines[2:]]
    assert lines[2].spans[0].role == "dim"


def test_an_actor_that_is_chosen_is_found_by_its_aliases_which_are_told_then() -> None:
    [item] = matching(chain_items(CATALOG, "norrow"), "port ilv")
    assert item.target == "ilvane"
    line = item_line(item, matched_plain_words("port ilv"))
    assert said(line.spans) == "Port Ilvane, alias of Ilvane"
    assert said(line.remark).split("  ")[1:] == ["1 step  ".rstrip(), ""]


def test_only_those_with_words_are_offered_to_be_compared() -> None:
    assert [item.target for item in speaker_items(CATALOG, ("brenn",))] == [
        "ilvane",
        "norrow",
        "league",
        "harbour-office",
    ]


def said(spans: Spans) -> str:
    return "".join(span.text for span in spans)
