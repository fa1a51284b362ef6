"""The app before it draws anything: the theme it starts in."""

from __future__ import annotations

import pytest

from tests.dossiers import SMALL, load_text
from tui import state, theme
from tui.app import KarabakhApp


def start() -> KarabakhApp:
    return KarabakhApp(lambda: load_text(SMALL))


@pytest.mark.parametrize(
    ("remembered", "chosen"),
    [
        (theme.LIGHT.name, theme.LIGHT.name),
        ("nord", "nord"),
        ("a theme that was removed", theme.DARK.name),
        ("", theme.DARK.name),
    ],
)
def test_it_starts_in_the_remembered_theme_if_there_is_one_of_that_name(remembered: str, chosen: str) -> None:
    state.save("theme", remembered)
    assert start().theme == chosen


def test_it_starts_in_the_dark_theme_when_nothing_is_remembered() -> None:
    assert start().theme == theme.DARK.name
