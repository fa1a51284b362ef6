"""Where a page is shown from."""

from __future__ import annotations

import pytest

from tui.nav.trail import SelectedLink
from tui.render.layout import PageLayout
from tui.widgets.page.arrival import Request
from tui.widgets.page.viewport import links_beside

LAYOUT = PageLayout(((),) * 60, ("a", "b", "a", "c"), (2, 11, 12, 40), {"p1": 10, "p2": 30}, (0, 10, 30))


@pytest.mark.parametrize(
    ("request_", "found"),
    [
        (Request(), (0, 0)),
        (Request(5, 9), (5, 3)),
        (Request(anchor="p1"), (10, 1)),
        (Request(anchor="p1", target="a"), (10, 2)),
        (Request(anchor="p1", target="gone"), (10, 1)),
        (Request(target="b"), (0, 1)),
        (Request(target="c"), (30, 3)),
    ],
    ids=["the beginning", "line and link", "a part", "a link in a part", "no such link", "in view", "below the view"],
)
def test_a_link_asked_for_is_selected_and_in_view(request_: Request, found: tuple[int, int]) -> None:
    assert request_.locate(LAYOUT, 20) == found


def test_links_beside_one_are_those_of_its_block() -> None:
    assert links_beside(LAYOUT, 1) == ("b", "a")
    assert links_beside(LAYOUT, 3) == ("c",)
    assert links_beside(LAYOUT, 9) == ()


@pytest.mark.parametrize(
    ("selected", "found"),
    [
        (SelectedLink("a", 1, 2), (10, 2)),
        (SelectedLink("a", 7, 2), (10, 2)),
        (SelectedLink("b", 0, -5), (16, 1)),
        (SelectedLink("gone", 0, 3), (9, 3)),
    ],
    ids=["the second of two", "fewer of them", "above the view", "no such link"],
)
def test_a_link_is_selected_again_by_where_it_leads_as_far_down_as_it_was(
    selected: SelectedLink, found: tuple[int, int]
) -> None:
    assert Request(9, 3, selected=selected).locate(LAYOUT, 20) == found


def test_a_page_seen_from_its_beginning_is_so_again_if_its_link_is_in_view() -> None:
    assert Request(0, 0, selected=SelectedLink("b", 0, 4)).locate(LAYOUT, 20) == (0, 1)
    assert Request(0, 0, selected=SelectedLink("c", 0, 4)).locate(LAYOUT, 20) == (36, 3)
