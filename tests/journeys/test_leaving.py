"""Copying and leaving: what is copied is told, and nobody leaves by accident."""

from __future__ import annotations

import pytest

from tests.screens.opened import browsing, opened


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
@pytest.mark.parametrize("pane", ["list", "page"])
async def test_q_and_ctrl_q_leave_at_once(key: str, pane: str) -> None:
    async with opened() as person:
        await person.press(*(["tab"] if pane == "page" else []), key)
        assert person.app._exit
        assert person.app.status == 0


async def test_ctrl_q_leaves_while_a_filter_is_typed_and_q_is_a_letter() -> None:
    async with opened() as person:
        await person.press("/", "q")
        assert not person.app._exit
        await person.press("ctrl+q")
        assert person.app._exit


@pytest.mark.parametrize("before", ["", "enter", "/", "?", ":"])
async def test_ctrl_c_warns_once_and_leaves_the_second_time(before: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.app._QUIT_SECONDS", 600.0)  # however slow the machine
    async with opened() as person:
        await person.press(*([before] if before else []), "ctrl+c")
        assert not person.app._exit
        assert person.told == ["Press ctrl+c again to quit"]
        await person.press("ctrl+c")
        assert person.app._exit


async def test_a_second_ctrl_c_much_later_warns_again() -> None:
    async with opened() as person:
        await person.press("ctrl+c")
        person.app._quit_pressed_at -= 600
        await person.press("ctrl+c")
        assert not person.app._exit


async def test_ctrl_c_copies_what_is_selected_and_says_what() -> None:
    async with opened() as person:
        x, y = person.spot("One of the two sides.")
        await person.drag((x, y), (x + 20, y))
        await person.press("ctrl+c")
        assert person.app.clipboard == "One of the two sides."
        assert person.lines[-1].endswith(" Copied: “One of the two sides.”")
        assert person.told == ["Copied: “One of the two sides.”"]
        assert not person.app._exit


async def test_a_long_selection_is_copied_whole_and_told_in_short() -> None:
    async with opened() as person:
        x, y = person.spot("One of the two sides.")
        await person.drag((x, y), (x + 30, y + 4))
        await person.press("ctrl+c")
        assert person.app.clipboard.endswith("took issue with")
        assert "\n" not in person.app.clipboard, "the paragraph, not its lines"
        assert "  Copied: “One of the two sides. It is Russia’s" in person.lines[-1]
        assert person.lines[-1].strip().startswith("? Help  q Quit"), "in place of the other keys"
        assert person.lines[-1].strip().endswith("” …")


async def test_selecting_blanks_is_selecting_nothing() -> None:
    async with opened() as person:
        await person.press("down", "down", "down", "down", "down")
        y = len(person.lines) - 3
        await person.drag((60, y), (70, y))
        if not browsing(person).get_selected_text():
            await person.press("ctrl+c")
            assert person.app.clipboard == ""
            assert person.told == ["Press ctrl+c again to quit"]


@pytest.mark.long
async def test_what_is_selected_in_a_field_is_copied_too() -> None:
    async with opened() as person:
        await person.press("/")
        await person.write("armenia")
        await person.press("shift+home", "ctrl+c")
        assert person.app.clipboard == "armenia"
        assert person.lines[-1].endswith(" Copied: “armenia”")
