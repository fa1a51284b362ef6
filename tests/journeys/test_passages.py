"""From a statement to its passage: it is lit there and in view, and the way back is exact."""

from __future__ import annotations

import pytest

from tests.screens.opened import browsing, opened, place, seen

pytestmark = pytest.mark.long


async def test_the_record_that_the_reader_comes_from_is_lit_on_the_first_screen() -> None:
    async with opened() as person:
        screen = browsing(person)
        for name in ("q-armenia-complains", "c-responses-wanting", "armenia"):
            screen.follow(name)
            await person.settle()
            left = place(person), seen(person)
            await person.press("s")
            page = screen.split_view.page_view
            assert page.target == name
            assert page._viewport.contains(page.link)
            assert person.pane("#page")[1].strip().startswith("Paragraph ")
            arrived = place(person), seen(person)
            await person.press("backspace")
            assert (place(person), seen(person)) == left
            await person.press("alt+right")
            assert (place(person), seen(person)) == arrived


async def test_a_wide_screen_previews_the_passage_of_the_record_in_the_list_and_never_what_is_read() -> None:
    async with opened(size=(200, 50)) as person:
        screen = browsing(person)
        await person.press("2")
        assert person.pane("#preview")[0].strip() == "Preview of the passage cited"
        assert "Paragraph 2 " in "\n".join(person.pane("#preview"))
        await person.press("tab")
        assert person.pane("#preview")[0].strip(" ┃│") == "Preview of the selected link"
        await person.press("s")
        for _ in range(30):
            await person.press("right")
            caption, *shown = (line.strip(" ┃│") for line in person.pane("#preview"))
            assert f"Paragraph {screen.places.current_part[1:]} " not in "\n".join(shown)
            if screen.selected_target.partition("#")[2] == screen.places.current_part:
                assert (caption, "".join(shown)) == ("The selected link leads to what is open", "")
            else:
                assert caption == "Preview of the selected link"
