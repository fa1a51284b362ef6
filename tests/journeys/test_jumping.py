"""Jumping to anything by name, from anywhere."""

from __future__ import annotations

import pytest

from tests.journeys.test_walking import spot
from tests.screens.opened import Reading, browsing, opened, place
from tests.screens.panel_keys import QUOTES
from tui.screens.jump import JumpScreen


def marked(person: Reading) -> str:
    """The line that enter would choose."""
    return "".join(line.strip(" ▌┃│") for line in person.pane("#choices") if line.startswith("▌"))


def choices(person: Reading) -> list[str]:
    """The lines offered that are in view."""
    return [line.strip(" ▌┃│") for line in person.pane("#choices") if line.strip(" ▌┃│")]


@pytest.mark.long
@pytest.mark.parametrize("key", ["ctrl+p", ":"])
async def test_an_alias_leads_to_its_actor(key: str) -> None:
    async with opened() as person:
        await person.press(QUOTES, key)
        await person.write("yerev")
        assert "Yerevan, alias of Armenia" in choices(person)[0]
        await person.press("enter")
        assert place(person)[:2] == ("actors", "armenia")
        assert place(person).pane == "page"
        await person.press("backspace")
        assert place(person).panel == "quotes", "a jump is a visit"


@pytest.mark.long
async def test_a_record_is_found_by_its_id() -> None:
    async with opened() as person:
        name = browsing(person).catalog.dossier.tables["alliances"][0].id
        await person.press(":")
        await person.write(name)
        await person.press("enter")
        assert place(person)[:2] == ("alliances", name)


@pytest.mark.long
@pytest.mark.parametrize("words", ["hasanov ali", "ALI HAS", "has ali"])
async def test_words_are_found_in_any_order_and_case(words: str) -> None:
    async with opened() as person:
        await person.press(":")
        await person.write(words)
        assert choices(person)[0].startswith("Ali Hasanov")


@pytest.mark.long
async def test_actors_come_before_what_is_said_about_them() -> None:
    async with opened() as person:
        await person.press(":")
        await person.write("armenia")
        assert choices(person)[0].startswith("Armenia")
        await person.press("enter")
        assert place(person)[:2] == ("actors", "armenia")


async def test_the_arrows_choose_and_the_page_keys_turn_screens() -> None:
    async with opened() as person:
        await person.press(":", "down", "down", "down", "up")
        assert marked(person).startswith("Azerbaijan")
        await person.press("enter")
        assert place(person).record == "azerbaijan"
        await person.press(":", "pagedown", "pagedown", "pageup")
        assert marked(person)
        assert isinstance(person.app.screen, JumpScreen)


@pytest.mark.long
async def test_a_page_key_moves_by_a_screen_of_the_list() -> None:
    async with opened() as person:
        await person.press(":")
        height = len(person.pane("#choices"))
        first = choices(person)
        await person.press("pagedown")
        assert marked(person) == first[height - 1]
        await person.press("pageup")
        assert marked(person) == first[0]


async def test_a_click_on_the_scroll_bar_chooses_nothing() -> None:
    async with opened() as person:
        await person.press(":", "down", "down")
        chosen = marked(person)
        region = person.app.screen.query_one("#choices").region
        for y in (region.y + 2, region.y):
            await person.click(region.right - 1, y)
            assert isinstance(person.app.screen, JumpScreen)
        assert isinstance(person.app.screen, JumpScreen)
        assert marked(person) == chosen


async def test_escape_changes_nothing() -> None:
    async with opened() as person:
        await person.press("down", "enter", "right")
        before = spot(person)
        await person.press(":")
        await person.write("rus")
        await person.press("escape")
        assert spot(person) == before


async def test_a_name_that_nobody_has_says_so_and_enter_does_nothing() -> None:
    async with opened() as person:
        before = spot(person)
        await person.press(":")
        await person.write("zzzz")
        assert "Nothing has that name" in person.text
        await person.press("enter", "down", "pagedown", "up")
        assert isinstance(person.app.screen, JumpScreen)
        await person.press("escape")
        assert spot(person) == before


async def test_the_mouse_chooses_too() -> None:
    async with opened() as person:
        await person.press(":")
        await person.write("kaz")
        x, y = person.spot("Kazakhstan")
        await person.click(x, y)
        if isinstance(person.app.screen, JumpScreen):
            await person.click(x, y)
        assert place(person).record == "kazakhstan"


async def test_commands_are_there_too() -> None:
    async with opened() as person:
        await person.press(":")
        await person.write("help")
        await person.press("enter")
        await person.sees("esc closes")


async def test_it_opens_while_a_filter_is_typed_and_over_nothing_else_twice() -> None:
    async with opened() as person:
        await person.press("/")
        await person.write("arm")
        await person.press("ctrl+p")
        assert isinstance(person.app.screen, JumpScreen)
        await person.press("ctrl+p", ":")
        assert len(person.app.screen_stack) == 2
        await person.press("escape")
        assert browsing(person).here().filter == "arm"


@pytest.mark.long
async def test_every_key_at_once_breaks_nothing() -> None:
    async with opened() as person:
        app = person.app
        from textual import events

        for name in (":", "escape", ":", "enter", "pagedown", "escape", "escape", "?", "escape", "escape", "q"):
            app.post_message(events.Key("colon" if name == ":" else name, name if len(name) == 1 else None))
        await person.until(lambda: app._exit or app._exception is not None or not app.is_running)
        assert app._exception is None


@pytest.mark.long
async def test_all_of_it_fits_on_narrow_screens() -> None:
    async with opened(size=(40, 12)) as person:
        await person.press(":")
        await person.write("yerev")
        assert "Yerevan, alias of Armenia" in person.text
        assert "esc Close" in person.text


@pytest.mark.long
async def test_enter_waits_until_all_was_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screens.jump._FIRST", 3)
    monkeypatch.setattr("tui.screens.jump._SLICE", 3)
    async with opened() as person:
        await person.press(":")
        await person.write("baku")
        await person.press("enter")
        await person.until(lambda: not isinstance(person.app.screen, JumpScreen))
        assert place(person).record == "azerbaijan"
