"""The rows of a page as they are drawn: behind a margin, the selected link marked, and what a search looks for."""

from __future__ import annotations

from functools import cache

from rich.segment import Segment
from textual.color import Color

from tests.widgets.host import Host
from tui.pages.page import Page, Para, Span
from tui.render.layout import lay_out
from tui.theme import RoleStyles
from tui.widgets.page.row_drawing import draw_row
from tui.widgets.page.view import PageView

PAGE = lay_out(
    Page("p", (Para((Span("Armenia", "name", "armenia"), Span(" answers "), Span("Russia", "name", "russia"))),)), 40
)


@cache
def styles() -> RoleStyles:
    return RoleStyles(Host(PageView), Color.parse("#000000"))


def words(segments: list[Segment]) -> str:
    return "".join(segment.text for segment in segments)


def marked(segments: list[Segment], *, focused: bool) -> str:
    """The words with the style of a selected link."""
    return words([part for part in segments if part.style == styles().selected_link("name", focused=focused)])


def test_a_row_stands_behind_the_margin_and_above_the_first_is_a_blank_line() -> None:
    assert [words(draw_row(PAGE, line, 44, styles())) for line in range(3)] == ["  ", "  Armenia answers Russia", "  "]
    assert words(draw_row(PAGE, 1, 20, styles())) == "Armenia answers Russia"


def test_the_selected_link_is_marked_and_no_other_one_as_in_a_page_with_the_focus_or_without() -> None:
    for focused in (False, True):
        assert marked(draw_row(PAGE, 1, 44, styles(), link=1, focused=focused), focused=focused) == "Russia"
        assert marked(draw_row(PAGE, 1, 44, styles(), focused=focused), focused=focused) == ""
    assert styles().selected_link("name", focused=True) != styles().selected_link("name", focused=False)


def test_what_a_search_looks_for_is_marked_inside_of_links_too() -> None:
    def find(text: str) -> list[tuple[int, int]]:
        return [(at, at + 3) for at in range(len(text)) if text[at : at + 3] in ("ans", "uss")]

    drawn = draw_row(PAGE, 1, 44, styles(), matches=find)
    plain = draw_row(PAGE, 1, 44, styles())
    assert words(drawn) == words(plain)
    matched = {styles().match(styles().style("text")), styles().match(styles().link("name"))}
    assert [segment.text for segment in drawn if segment.style in matched] == ["ans", "uss"]
