"""Pages that are drawn ahead look as they would if they were drawn when they are shown."""

from __future__ import annotations

from textual.strip import Strip

from tests.screens.person import Person, at
from tests.widgets.host import Host
from tui import theme
from tui.pages.page import Page, Para, Span
from tui.render.layout import PageLayout
from tui.widgets.page.prerender_cache import PrerenderCache
from tui.widgets.page.view import PageView

NOW, NEXT = (Page(name, (Para((Span(name), Span("Russia", "name", "russia"))),)) for name in ("now", "next"))


def test_lines_are_kept_for_a_few_layouts_and_taken_once() -> None:
    cache = PrerenderCache()
    layouts = [PageLayout((), (), (), {}) for _ in range(7)]
    for layout in layouts:
        cache.put(layout, {(0, ""): Strip([])})
    assert [layout in cache for layout in layouts] == [False, *[True] * 6]
    assert list(cache.take(layouts[1])) == [(0, "")]
    assert cache.take(layouts[1]) == {}
    cache.clear()
    assert layouts[2] not in cache


async def test_a_page_that_was_drawn_ahead_appears_in_the_theme_of_the_moment() -> None:
    async with at(Host(lambda: PageView(id="page")), (40, 5)) as person:
        view = person.app.query_one(PageView)
        person.app.screen.set_focus(None)
        view.show(NOW)
        await person.settle()
        dark = _colours(person)
        view.prepare(NEXT)
        person.app.theme = theme.LIGHT.name
        await person.settle()
        view.show(NEXT)
        await person.settle()
        assert "next" in person.text
        assert dark.isdisjoint(_colours(person))


def _colours(person: Person[Host]) -> set[str]:
    """All colours of the page."""
    styles = [segment.style for line in person.cells("#page") for segment in line if segment.style is not None]
    return {str(colour) for style in styles for colour in (style.color, style.bgcolor) if colour is not None}
