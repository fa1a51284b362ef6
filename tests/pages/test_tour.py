"""The tour has the steps that a dossier offers, asks for each where the reader is, and counts what is done whenever."""

from __future__ import annotations

import re

import pytest

from tests.dossiers import HEAD, SMALL, loaded, record
from tui.dossier.dossier import Dossier
from tui.keys import KEYS
from tui.pages.tour import CLOSING, Ask, Deed, Situation, Step, Tour, deed_of_arriving, tour_steps

ALL: list[Deed] = ["link", "back", "ego", "matrix", "filter", "passage", "help"]
ACTORS = record("actors") + record("actors", id="b")
SOURCE = record("sources")
HOME = Situation("home", "page", has_link=True)
TYPING = Situation("quotes", "filter", has_list=True)


def file_of(*records: str) -> str:
    return "".join((HEAD, *records))


def steps_of(dossier: Dossier, *taken_away: str) -> tuple[Step, ...]:
    table = KEYS.with_own(dict.fromkeys(taken_away, ()))
    return tour_steps(dossier, lambda name: table.key(name).display)


def deeds(dossier: Dossier, *taken_away: str) -> list[Deed]:
    return [step.deed for step in steps_of(dossier, *taken_away)]


def step(deed: Deed) -> Step:
    return next(step for step in steps_of(loaded(SMALL)) if step.deed == deed)


# Which steps there are


def test_a_dossier_with_everything_has_all_steps() -> None:
    assert deeds(loaded(SMALL)) == ALL


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (file_of(), ["help"]),
        (file_of(record("actors")), ["link", "back", "help"]),
        (file_of(ACTORS), ["link", "back", "filter", "help"]),
        (file_of(ACTORS, SOURCE), ["link", "back", "filter", "help"]),
        (file_of(ACTORS, SOURCE, record("quotes")), ["link", "back", "filter", "passage", "help"]),
        (
            file_of(ACTORS, SOURCE, record("alliances", kind="trade")),
            ["link", "back", "ego", "filter", "passage", "help"],
        ),
        (file_of(ACTORS, SOURCE, record("alliances", kind="hostility")), ALL),
    ],
    ids=["nothing", "one actor", "actors", "a source", "a quote with a cite", "a tie without a sign", "a signed tie"],
)
def test_steps_that_a_dossier_does_not_offer_are_left_out(text: str, expected: list[Deed]) -> None:
    assert deeds(loaded(text)) == expected


@pytest.mark.parametrize(("key", "deed"), [("net.ego", "ego"), ("net.matrix", "matrix"), ("go.source", "passage")])
def test_a_step_whose_key_was_taken_away_is_left_out(key: str, deed: Deed) -> None:
    assert deed not in deeds(loaded(SMALL), key)


def test_a_step_is_done_in_the_first_panel_that_has_something_for_it() -> None:
    dossier = loaded(file_of(ACTORS, SOURCE, record("quotes")))
    panels = {step.deed: step.table for step in steps_of(dossier)}
    assert (panels["filter"], panels["passage"]) == ("actors", "quotes")
    assert step("passage").ask(HOME).words == "{panel.claims} opens Claims; from each, {go.source} goes to its passage."


# How they are asked for


def test_every_ask_names_only_keys_that_there_are_and_fits_the_two_rows_of_80_columns() -> None:
    for each in steps_of(loaded(SMALL)):
        for situation in SITUATIONS:
            ask = each.ask(situation)
            assert not re.findall(r"\{(?![a-z]+\.[a-z]+\})", "".join(ask)), ask
            for name in re.findall(r"\{([a-z.]+)\}", "".join(ask)):
                assert KEYS.key(name).keys
            assert len(KEYS.in_words(ask.words)) <= 68
            assert len(KEYS.in_words(ask.more)) <= 52
            assert len(KEYS.in_words(ask.brief)) <= 26


SITUATIONS = [
    Situation(panel, pane, bool(bits & 1), bool(bits & 2), bool(bits & 4), bool(bits & 8), bool(bits & 16))
    for panel in ("home", "actors", "quotes", "claims", "search", "network")
    for pane in ("list", "page", "filter", "strip")
    for bits in range(32)
]


def test_where_a_step_cannot_be_done_it_says_how_to_get_there() -> None:
    assert "{page.follow} follows" in step("link").ask(HOME).words
    assert step("link").ask(HOME._replace(pane="list")).words.startswith("{panel.home} opens Home")
    assert step("back").ask(HOME).more == "There is nothing to go back to yet."
    assert "{go.back} goes back" in step("back").ask(HOME._replace(can_go_back=True)).words
    assert step("filter").ask(HOME).words.startswith("{panel.quotes} opens Quotes")
    assert step("filter").ask(Situation("actors", "page", has_list=True)).words.startswith("{go.filter} narrows")
    assert step("ego").ask(HOME).words.startswith("{panel.actors} opens Actors")
    assert step("ego").ask(HOME._replace(actor_has_ties=True)).words.startswith("{net.ego} draws")


def test_a_passage_is_asked_for_at_a_statement_in_its_list_and_from_elsewhere() -> None:
    passage = step("passage")
    assert passage.ask(Situation("claims", "list", has_passage=True)).words.startswith("{go.source} goes")
    assert passage.ask(Situation("claims", "list")).words.startswith("Select a claim")
    assert passage.ask(Situation("quotes", "list", has_passage=True)).words.startswith("{panel.claims} opens")


def test_while_the_strip_of_time_has_the_arrow_keys_no_step_asks_for_them() -> None:
    for each in steps_of(loaded(SMALL)):
        ask = each.ask(Situation("claims", "strip", has_list=True, has_link=True, can_go_back=True))
        assert not re.findall(r"\{(?:page|list)\.(?:down|up)\}", "".join(ask)), each.deed
    assert step("link").ask(HOME._replace(pane="strip")).words.startswith("{strip.pane} goes")


def test_while_characters_are_typed_no_key_is_asked_for_that_would_be_typed() -> None:
    allowed = {"filter.keep", "filter.drop"}
    for each in steps_of(loaded(SMALL)):
        for situation in (TYPING, TYPING._replace(panel="search"), TYPING._replace(can_go_back=True, has_passage=True)):
            ask: Ask = each.ask(situation)
            assert set(re.findall(r"\{([a-z.]+)\}", "".join(ask))) <= allowed, each.deed
    assert step("filter").ask(TYPING).words.startswith("Type a name")
    assert not step("filter").ask(TYPING._replace(panel="search")).words.startswith("Type a name")


# How far one is


def test_steps_follow_one_another_and_the_end_says_what_comes_next() -> None:
    tour = Tour(steps_of(loaded(SMALL)))
    positions = []
    for deed in ALL:
        positions.append(tour.position)
        assert tour.current is not None
        assert tour.current.deed == deed
        tour = tour.did(deed)
    assert positions == [f"{number}/7" for number in range(1, 8)]
    assert (tour.current, tour.position, tour.ask(HOME)) == (None, "", CLOSING)


def test_what_is_not_asked_for_changes_nothing_at_hand_and_counts_when_its_turn_comes() -> None:
    tour = Tour(steps_of(loaded(SMALL))).did("back").did("ego")
    assert tour.position == "1/7"
    assert tour.did("link").position == "4/7"
    assert tour.did("link").did("link").did("ego").position == "4/7"


def test_a_step_can_be_left_out_and_the_last_one_ends_it() -> None:
    tour = Tour(steps_of(loaded(SMALL)))
    for number in range(1, 8):
        assert tour.position == f"{number}/7"
        tour = tour.without_current()
    assert tour.current is None
    assert tour.without_current() == tour


def test_another_reading_of_the_file_may_offer_other_steps() -> None:
    tour = Tour(steps_of(loaded(file_of(ACTORS)))).did("link").did("back")
    assert tour.position == "3/4"
    assert tour._replace(steps=steps_of(loaded(SMALL))).position == "3/7"


@pytest.mark.parametrize(
    ("name", "part", "on_page", "deed"),
    [
        ("ego:armenia", "", True, "ego"),
        ("ego:armenia/aid", "", False, "ego"),
        ("matrix:", "", True, "matrix"),
        ("article", "p5", True, "passage"),
        ("article", "p5", False, None),
        ("article", "", True, None),
        ("blocs:", "", True, None),
        ("overview:", "", True, None),
        ("coverage:", "p5", True, None),
        ("", "", True, None),
    ],
)
def test_where_somebody_arrives_says_what_was_done(name: str, part: str, on_page: bool, deed: Deed | None) -> None:
    assert deed_of_arriving(name, part, on_page=on_page) == deed
