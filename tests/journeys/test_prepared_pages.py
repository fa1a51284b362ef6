"""Pages drawn before they are asked for look as those that are drawn when they are shown."""

from __future__ import annotations

import pytest
from rich.segment import Segment

from tests.screens.opened import Reading, browsing, opened
from tui.widgets.page.view import PageView


def cells(person: Reading) -> list[list[tuple[str, object]]]:
    return [[(segment.text, segment.style) for segment in line] for line in person.cells("#page")]


@pytest.mark.parametrize(
    "keys", [("down",) * 4, ("down", "down", "up", "up"), ("down", "enter", "escape", "down", "up")]
)
async def test_a_page_drawn_ahead_is_the_page_drawn_when_it_is_shown(keys: tuple[str, ...]) -> None:
    async with opened(size=(120, 40)) as person:
        reading = browsing(person).split_view.page_view
        for key in keys:
            await person.press(key)
            browsing(person).places.panes.prepare_neighbours()
            shown = cells(person)
            reading.redraw()
            await person.settle()
            assert cells(person) == shown
            browsing(person).places.panes.prepare_neighbours()


async def test_what_is_ahead_is_drawn_once_and_shown_without_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(size=(120, 40)) as person:
        await person.press("down")
        browsing(person).places.panes.prepare_neighbours()
        drawn: list[int] = []
        reading = browsing(person).split_view.page_view
        draw = type(reading).draw

        def counted(self: PageView, index: int, width: int) -> list[Segment]:
            drawn.append(index)
            return draw(self, index, width)

        monkeypatch.setattr(type(reading), "draw", counted)
        reading.show(browsing(person).catalog.page("russia"))
        await person.settle()
        assert drawn == []
