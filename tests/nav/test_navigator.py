"""The navigator: every move is a visit that going back undoes, and what cannot be done is explained."""

from __future__ import annotations

import pytest

from tui.nav.navigator import Navigator
from tui.nav.trail import Place

PANELS = {"shares:": "actors", "armenia": "actors", "russia": "actors", "q-1": "quotes", "article": "sources"}
START = Place("actors", "armenia", list_top=7)


class Screen:
    """Shows places as they are asked for, but `missing` records as `substitute`."""

    def __init__(self, place: Place = START) -> None:
        self.place = place
        self.substitute = "armenia"
        self.missing: set[str] = set()
        self.returned = False
        self.showed_list = 0
        self.reasons: list[str] = []
        self.moments: list[str] = []
        self.tours = 0
        self.navigator = Navigator(self, place)

    def here(self) -> Place:
        return self.place

    def show(self, place: Place, *, returning: bool = False, again: bool = False, keeping: bool = False) -> None:
        self.place = place._replace(record=self.substitute) if place.record in self.missing else place
        self.returned = returning

    def show_moment(self, date: str) -> None:
        self.moments.append(date)

    def begin_tour(self) -> None:
        self.tours += 1

    def show_list(self) -> None:
        self.showed_list += 1

    def entry(self, panel: str, last: Place | None) -> Place:
        return last or Place(panel, f"first of {panel}")

    def panel_of(self, name: str) -> str:
        return PANELS.get(name, "")

    def summary_of(self, panel: str) -> str:
        return "shares:" if panel == "actors" else ""

    def explain_unavailable(self, reason: str) -> None:
        self.reasons.append(reason)


def test_a_visit_is_undone_by_back_and_done_again_by_forward() -> None:
    screen = Screen()
    screen.navigator.visit(Place("quotes", "q-1"))
    screen.place = screen.place._replace(page_top=30)
    screen.navigator.back()
    assert (screen.place, screen.returned) == (START, True)
    screen.navigator.forward()
    assert screen.place == Place("quotes", "q-1", page_top=30)


def test_at_either_end_of_the_trail_it_is_explained_that_there_is_nowhere_to_go() -> None:
    screen = Screen()
    screen.navigator.back()
    screen.navigator.forward()
    assert screen.reasons == ["Nothing to go back to", "Nothing to go forward to"]
    assert screen.place == START


@pytest.mark.parametrize(
    ("here", "target", "place"),
    [
        (START, "russia", Place("actors", "russia", list_top=7, pane="page")),
        (START._replace(filter="arm"), "russia", Place("actors", "russia", pane="page")),
        (START._replace(filter="arm"), "shares:", Place("actors", "shares:", "arm", pane="page")),
        (START, "q-1", Place("quotes", "q-1", pane="page")),
        (START, "article#p5", Place("sources", "article", pane="page", anchor="p5")),
    ],
    ids=[
        "the same list stays scrolled",
        "a filtered list does not",
        "its summary keeps the filter",
        "nor does another panel",
        "a part of a page",
    ],
)
def test_a_link_leads_to_its_record(here: Place, target: str, place: Place) -> None:
    screen = Screen(here)
    screen.navigator.follow(target)
    assert screen.place == place
    screen.navigator.back()
    assert screen.place == here


def test_the_link_to_the_tour_begins_it_and_is_no_visit() -> None:
    screen = Screen()
    screen.navigator.follow("tour:")
    assert screen.tours == 1
    assert not screen.navigator.trail.can_go_back


def test_a_link_to_nothing_is_explained_and_is_no_visit() -> None:
    screen = Screen()
    screen.navigator.follow("nobody#p1")
    assert screen.reasons == ["Nothing is known about “nobody”"]
    assert not screen.navigator.trail.can_go_back


def test_a_panel_opens_where_it_was_left_and_the_open_one_turns_to_its_list() -> None:
    screen = Screen()
    screen.navigator.follow("panel:quotes")
    assert screen.place == Place("quotes", "first of quotes")
    screen.place = screen.place._replace(record="q-1")
    screen.navigator.open_panel("actors")
    screen.navigator.open_panel("quotes")
    assert screen.place.record == "q-1"
    screen.navigator.open_panel("quotes")
    assert screen.showed_list == 1


def test_what_is_gone_is_meant_as_long_as_the_reader_stays_with_what_is_shown_instead() -> None:
    screen = Screen(Place("quotes", "q-1"))
    screen.missing = {"q-1"}
    screen.navigator.show_again(screen.navigator.intended_place())
    assert screen.place.record == "armenia"
    assert screen.navigator.intended_place().record == "q-1"
    screen.place = screen.place._replace(record="russia")
    assert screen.navigator.intended_place().record == "russia"


def test_a_link_to_a_moment_is_no_visit() -> None:
    screen = Screen()
    screen.navigator.follow("moment:1956-10-31")
    assert (screen.moments, screen.place, screen.navigator.trail.can_go_back) == (["1956-10-31"], START, False)
