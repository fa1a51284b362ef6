"""The help lists every key of where the reader is, once, the pane in use first."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pages.page_text import headings, text_of
from tests.screens.opened import opened
from tests.screens.panel_keys import ALLIANCES, NETWORK
from tui.keys import FILTER, KEYS, LIST, MATRIX, PAGE
from tui.paths import EXAMPLE, content
from tui.screens.help import browse_help, plain_help

PANES = {"list": LIST, "page": PAGE, "matrix": MATRIX, "filter": FILTER}


@pytest.mark.parametrize("pane", PANES)
def test_the_pane_in_use_comes_first_and_every_group_is_there_once(pane: str) -> None:
    titles = headings(browse_help("Actors", pane, KEYS))
    assert titles[0] == PANES[pane].title
    assert len(titles) == len(set(titles))
    assert {group.title for group in PANES.values()} <= set(titles)


def test_a_page_without_links_has_no_keys_for_links() -> None:
    text = text_of(plain_help("Reading", KEYS))
    assert "Scroll down a screen" in text
    assert "Follow the selected link" not in text


async def test_the_help_begins_with_the_signs_of_what_is_on_the_screen() -> None:
    async with opened() as person:
        await person.press(ALLIANCES, "question_mark")
        assert "Signs on the screen" in person.text
        before_the_keys = person.text.partition("In the list")[0]
        for said in ("● reported", "+ with", "− against", "Armenia "):
            assert said in before_the_keys
        assert "✓ met" not in before_the_keys


async def test_where_there_is_room_the_signs_stand_beside_the_keys() -> None:
    async with opened(size=(120, 40)) as person:
        await person.press(ALLIANCES, "question_mark")
        [row] = [row for row in person.text.splitlines() if "Signs on the screen" in row]
        assert "Alliances: the list" in row
        await person.resize(80, 24)
        assert "Signs on the screen" in person.text
        assert "In the list" not in person.text.partition("Signs on the screen")[0]
        await person.resize(120, 40)
        assert [line for line in person.text.splitlines() if "Signs on the screen" in line and "Alliances" in line]


async def test_signs_that_do_not_fit_beside_the_keys_can_be_scrolled_to() -> None:
    async with opened(size=(100, 16)) as person:
        await person.press(ALLIANCES, "question_mark")
        assert "¶ paragraph" not in person.text
        await person.press("tab", "end")
        assert "¶ paragraph" in person.text


@pytest.mark.long
async def test_the_matrix_has_its_signs() -> None:
    async with opened(size=(90, 60)) as person:
        await person.press(NETWORK, "m", "question_mark")
        before_the_keys = person.text.partition("In the matrix")[0]
        for said in ("+ with", "· empty"):
            assert said in before_the_keys
        for unsaid in ("✓ met", "? request"):
            assert unsaid not in before_the_keys


@pytest.mark.long
async def test_the_strip_of_time_has_its_signs() -> None:
    async with opened(Path(content(EXAMPLE)), size=(90, 60)) as person:
        await person.press("a", "question_mark")
        assert "▲ moment" in person.text.partition("In the strip of time")[0]
