"""Lines that scroll by the scroll bar and take the colours of the theme."""

from __future__ import annotations

import pytest
from textual.containers import Horizontal

from tests.screens.person import Person, at
from tests.widgets.host import Host, Records, names
from tui import theme
from tui.pages.list_line import ListGroup
from tui.widgets.bars import Bar, BarItem
from tui.widgets.line_widget import scroll_geometry
from tui.widgets.record_list import RecordList


@pytest.mark.parametrize(
    ("top", "total", "thumb"),
    [(0, 10, (0, 0)), (0, 20, (0, 5)), (10, 20, (5, 10)), (0, 1_000, (0, 1)), (990, 1_000, (9, 10)), (5, 20, (2, 7))],
)
def test_the_thumb_shows_which_lines_are_in_view(top: int, total: int, thumb: tuple[int, int]) -> None:
    geometry = scroll_geometry(30, 10, top, total)
    assert (geometry.thumb_start, geometry.thumb_end) == thumb


def test_a_rule_parts_a_pane_from_the_next_one_whether_it_scrolls_or_not() -> None:
    for total in (3, 8):
        geometry = scroll_geometry(30, 4, 0, total, focused=False)
        edged = {bar for _, bar in map(geometry._replace(edged=True).key, range(4))}
        assert edged - {"unfocused thumb"} == {"track"}
        assert {bar for _, bar in map(geometry.key, range(4))} - {"unfocused thumb"} == {"none"}


@pytest.mark.parametrize(("name", "rules"), [("ansi-dark", True), ("karabakh-dark", False)])
async def test_where_panes_have_the_same_ground_a_rule_runs_between_them_from_end_to_end(
    name: str, rules: bool
) -> None:
    def panes() -> Horizontal:
        left, right = RecordList(Records(), id="left", shows_position=True), RecordList(Records(), id="right")
        left.is_pane = right.is_pane = True
        return Horizontal(left, right)

    async with at(Host(panes), (60, 8)) as person:
        person.app.theme = name
        for each in person.app.query(RecordList):
            each.show([ListGroup("", names(3))])
        await person.settle()
        ended = {pane: sum(line.endswith("│") for line in person.pane(f"#{pane}")) for pane in ("left", "right")}
        assert ended == {"left": 8 if rules else 0, "right": 0}


async def test_the_scroll_bar_can_be_dragged_and_then_the_mouse_is_free_again() -> None:
    app = Host(lambda: RecordList(Records(), id="list"), lambda: Bar(id="bar"))
    async with at(app, (30, 11)) as person:
        listed = app.query_one(RecordList)
        listed.show([ListGroup("", names(100))])
        app.query_one(Bar).show([BarItem("q", "Quit", "quit")])
        await person.settle()
        await person.drag((29, 0), (29, 9))
        assert listed.top == 90
        await person.drag((29, 9), (29, 0))
        assert listed.top == 0
        await person.click_on("Quit")
        assert app.take(Bar.Pressed)
        assert listed.top == 0


async def test_lines_take_the_colours_of_a_new_theme() -> None:
    async with at(Host(lambda: RecordList(Records(), id="list")), (30, 5)) as person:
        listed = person.app.query_one(RecordList)
        listed.show([ListGroup("", names(3))])
        await person.settle()
        dark = _colours(person)
        person.app.theme = theme.LIGHT.name
        await person.settle()
        assert dark.isdisjoint(_colours(person))
        person.app.theme = theme.DARK.name
        await person.settle()
        assert _colours(person) == dark


def _colours(person: Person[Host]) -> set[str]:
    """The colours of letters and background in a line without the cursor."""
    styles = [segment.style for segment in person.cells("#list")[1] if segment.style is not None]
    return {str(colour) for style in styles for colour in (style.color, style.bgcolor) if colour is not None}


def test_only_the_scroll_bar_of_the_focused_widget_has_a_track() -> None:
    bars = {focused: scroll_geometry(30, 4, 0, 8, focused=focused) for focused in (True, False)}
    assert [bars[True].key(y)[1] for y in range(4)] == ["thumb", "thumb", "track", "track"]
    assert [bars[False].key(y)[1] for y in range(4)] == ["unfocused thumb", "unfocused thumb", "none", "none"]


def test_a_scroll_bar_that_is_always_there_reaches_from_end_to_end_where_all_is_in_view() -> None:
    geometry = scroll_geometry(30, 4, 0, 3, always=True)
    assert {geometry.key(y)[1] for y in range(4)} == {"thumb"}


async def test_the_focus_shows_without_colours_in_the_scroll_bars_of_two_panes() -> None:
    app = Host(lambda: RecordList(Records(), id="one"), lambda: RecordList(Records(), id="other"))
    async with at(app, (30, 8)) as person:
        for listed in app.query(RecordList):
            listed.show([ListGroup("", names(100))])
        await person.settle()
        for focused, other in (("one", "other"), ("other", "one")):
            app.screen.set_focus(app.query_one(f"#{focused}"))
            await person.settle()
            assert [line[-1:] for line in person.pane(f"#{focused}")] == ["┃", "│", "│", "│"]
            assert person.pane(f"#{other}")[0].endswith("┃")
            assert not any("│" in line for line in person.pane(f"#{other}"))
