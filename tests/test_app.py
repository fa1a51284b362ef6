"""The app starts in the theme that is remembered."""

from __future__ import annotations

from tests.screens.opened import opened
from tui import state, theme


async def test_it_starts_in_the_theme_that_was_chosen_last() -> None:
    state.save("theme", theme.LIGHT.name)
    async with opened() as person:
        assert person.app.theme == theme.LIGHT.name


async def test_it_starts_in_the_dark_theme_when_the_one_remembered_is_unknown() -> None:
    state.save("theme", "a theme that was removed")
    async with opened() as person:
        assert person.app.theme == theme.DARK.name
