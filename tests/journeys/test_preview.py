"""The preview shows where the selected link leads, whatever made that link the selected one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.opened import Reading, browsing, opened
from tui import paths
from tui.screens.browse import BrowseScreen
from tui.widgets.page.layout_cache import MAX_LAYOUTS
from tui.widgets.page.view import PageView

EXAMPLE = Path(paths.content(paths.EXAMPLE))
WALK = (
    "tab pagedown 1 enter pagedown escape e tab b p escape 1 v enter escape 2 enter s escape 3 enter pagedown 4 enter "
    "5 enter 6 enter T T escape 7 enter pagedown pagedown 9 enter pagedown 8 f escape a escape 0 question_mark escape "
    "exclamation_mark escape ctrl+p a r escape backspace backspace o 0 end o"
)

pytestmark = pytest.mark.long


async def agrees(person: Reading) -> bool:
    """Wait until the page has all that it gets, and compare; whether there was anything to be compared."""
    if not isinstance(person.app.screen, BrowseScreen):
        return False
    screen = browsing(person)
    view, preview = screen.split_view.page_view, screen.query_one("#preview", PageView)
    if view.page is not None and view.page.additions and view.area.width and screen.detail is view:
        await person.until(lambda: view.has_additions)
        await person.settle()
    if not screen.detail.has_focus:
        return False
    target = screen.detail.target
    here = isinstance(screen.detail, PageView) and target in (
        screen.places.current_view,
        f"{screen.places.current_view}#{view.part}",
    )
    expected = None if here or not target else screen.catalog.preview_page(target)
    shown = preview.page and preview.page.id
    assert shown == (expected and expected.id), f"{target} is selected in {screen.places.current_view}"
    return expected is not None


async def test_the_preview_is_that_of_the_selected_link_along_a_walk_through_the_views() -> None:
    async with opened(EXAMPLE, size=(200, 50), start="home") as person:
        await agrees(person)
        compared = 0
        for key in WALK.split():
            await person.press(key)
            compared += await agrees(person)
        assert compared > 20


async def test_home_comes_back_with_the_link_that_its_additions_have() -> None:
    async with opened(EXAMPLE, size=(200, 50), start="home") as person:
        await agrees(person)
        await person.press("end")
        target = browsing(person).selected_target
        await person.press("1", *["down"] * 2 * MAX_LAYOUTS, "0")
        assert await agrees(person)
        assert browsing(person).selected_target == target
