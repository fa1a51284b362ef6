"""The trail of places: going on, back and forward, as values that never lose or reorder where the reader was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.nav.trail import MAX_PLACES, Place, Trail

places = st.builds(
    Place,
    panel=st.sampled_from(["actors", "quotes", "alliances"]),
    record=st.sampled_from(["", "armenia", "russia", "q-1"]),
    filter=st.sampled_from(["", "arms"]),
    list_top=st.integers(0, 50),
    page_top=st.integers(0, 50),
    link=st.integers(0, 9),
    pane=st.sampled_from(["list", "page"]),
    anchor=st.sampled_from(["", "p5"]),
)
steps = st.lists(st.one_of(places, st.sampled_from(["back", "forward"]), st.tuples(st.just("amend"), places)))


def walked(start: Place, moves: list[object]) -> Trail:
    trail = Trail.start(start)
    for move in moves:
        match move:
            case "back":
                trail = trail.back()
            case "forward":
                trail = trail.forward()
            case Place():
                trail = trail.visited(move)
            case ("amend", Place() as place):
                trail = trail.amended(place)
    return trail


trails = st.builds(walked, places, steps)


class Browser:
    """What a trail should do, in two stacks: the places behind the present one and those ahead of it."""

    def __init__(self, start: Place) -> None:
        self.behind: list[Place] = []
        self.here = start
        self.ahead: list[Place] = []

    def go(self, move: object) -> None:
        match move:
            case "back" if self.behind:
                self.ahead.insert(0, self.here)
                self.here = self.behind.pop()
            case "forward" if self.ahead:
                self.behind.append(self.here)
                self.here = self.ahead.pop(0)
            case Place():
                self.behind.append(self.here)
                self.here, self.ahead = move, []
            case ("amend", Place() as place):
                self.here = place


@given(places, steps)
def test_a_trail_does_what_two_stacks_do(start: Place, moves: list[object]) -> None:
    browser = Browser(start)
    for move in moves:
        browser.go(move)
    trail = walked(start, moves)
    assert trail.here == browser.here
    assert trail.places == (*browser.behind, browser.here, *browser.ahead)
    assert trail.can_go_back == bool(browser.behind)
    assert (trail.forward() != trail) == bool(browser.ahead)


@given(trails, places, places)
def test_back_after_a_visit_returns_the_place_as_it_was_left(trail: Trail, left: Place, place: Place) -> None:
    there = trail.amended(left).visited(place)
    assert there.here == place
    assert there.back().here == left
    assert there.back().forward() == there


@given(trails)
def test_back_and_forward_lose_and_reorder_nothing(trail: Trail) -> None:
    assert trail.back().places == trail.forward().places == trail.places
    if trail.can_go_back:
        assert trail.back().forward() == trail
    else:
        assert trail.back() == trail
    assert trail.forward() == trail or trail.forward().back() == trail


@given(trails, places)
def test_a_visit_keeps_all_that_lies_behind_and_forgets_what_lay_ahead(trail: Trail, place: Place) -> None:
    there = trail.visited(place)
    assert there.places == (*trail.places[: trail.at + 1], place)
    assert there.forward() == there
    assert there.can_go_back


@given(trails, places)
def test_amending_changes_the_present_place_and_no_other(trail: Trail, place: Place) -> None:
    amended = trail.amended(place)
    assert amended.at == trail.at
    assert amended.here == place
    assert amended.places[: trail.at] == trail.places[: trail.at]
    assert amended.places[trail.at + 1 :] == trail.places[trail.at + 1 :]


@given(trails, places)
def test_a_trail_is_a_value_that_no_step_changes(trail: Trail, place: Place) -> None:
    before = (tuple(trail.places), trail.at)
    for _ in (trail.back(), trail.forward(), trail.visited(place), trail.amended(place)):
        assert (trail.places, trail.at) == before
    assert hash(trail) == hash(Trail(*before))


@given(trails)
def test_there_is_always_a_present_place(trail: Trail) -> None:
    assert 0 <= trail.at < len(trail.places)
    assert trail.here is trail.places[trail.at]


@given(trails, st.sampled_from(["actors", "quotes", "alliances"]))
def test_the_last_place_of_a_panel_is_looked_for_behind_not_ahead(trail: Trail, panel: str) -> None:
    behind = [place for place in trail.places[: trail.at + 1] if place.panel == panel]
    assert trail.last(panel) == (behind[-1] if behind else None)


def numbered(number: int) -> Place:
    return Place("actors", f"r-{number}")


@pytest.mark.parametrize("visits", [MAX_PLACES - 2, MAX_PLACES - 1, MAX_PLACES, MAX_PLACES + 250])
def test_a_trail_remembers_so_many_places_and_drops_the_oldest(visits: int) -> None:
    trail = Trail.start(numbered(0))
    for number in range(1, visits + 1):
        trail = trail.visited(numbered(number))
    kept = min(visits + 1, MAX_PLACES)
    assert len(trail.places) == kept
    assert trail.places == tuple(numbered(number) for number in range(visits + 1 - kept, visits + 1))
    assert trail.here == numbered(visits)
    back = 0
    while trail.can_go_back:
        trail, back = trail.back(), back + 1
    assert back == kept - 1
    assert trail.here == numbered(visits + 1 - kept)


def test_a_full_trail_goes_on_from_its_middle() -> None:
    trail = Trail(tuple(map(numbered, range(MAX_PLACES))), MAX_PLACES // 2)
    there = trail.visited(Place("quotes"))
    assert len(there.places) == MAX_PLACES // 2 + 2
    assert there.places[0] == numbered(0)


def test_a_place_begins_at_the_top_of_a_list() -> None:
    assert Place("actors") == Place("actors", "", "", 0, 0, 0, "list", "")


def test_a_new_trail_leads_nowhere() -> None:
    trail = Trail.start(Place("actors"))
    assert not trail.can_go_back
    assert trail.back() == trail == trail.forward()
