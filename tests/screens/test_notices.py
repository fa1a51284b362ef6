"""What the program says for a moment stands in the key bar of whichever screen is open, whole, and covers nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.opened import Reading, opened, reads_again
from tests.screens.panel_keys import NETWORK
from tui import paths
from tui.dossier.progress import Progress
from tui.pages.page import Page, Span, Title
from tui.screens.dialog import Dialog
from tui.screens.help import HelpScreen
from tui.widgets.key_bar import KeyBar

LONG = (
    "dossier.toml cannot be read: the folder /home/somebody/a/long/path/of/many/parts/and/yet/more/of/them was removed;"
    " what was open stays, and the file is read again as soon as it is there."
)
SARN = Path(paths.content(paths.EXAMPLE))
"""It has dates."""
SCREENS = {
    "actors": [],
    "page": ["enter"],
    "matrix": [NETWORK, "m"],
    "filter": ["/"],
    "search": ["S"],
    "strip": ["a"],
    "help": ["?"],
    "jump": [":"],
    "diagram filters": ["f"],
    "facets": ["F"],
    "copy": ["Y"],
    "shown text": ["Y", "s"],
    "export": ["X"],
    "note": ["i"],
    "date": ["a", "d"],
}


def key_bar(person: Reading) -> KeyBar:
    return person.app.screen.query_one(KeyBar)


def unscrolled(lines: list[str]) -> list[str]:
    """Lines without their scroll bars, which are shorter where fewer lines are in view."""
    return [line.replace("┃", " ").replace("│", " ").rstrip() for line in lines]


@pytest.mark.parametrize("size", [(40, 12), (80, 24)], ids=str)
@pytest.mark.parametrize("keys", SCREENS.values(), ids=SCREENS)
async def test_a_long_error_is_read_whole_on_every_screen_and_leaves_nothing_behind(
    keys: list[str], size: tuple[int, int]
) -> None:
    async with opened(SARN if "a" in keys else None, size) as person:
        await person.press(*keys)
        person.forget()
        await person.settle()
        before = person.lines
        person.app.notify(LONG, severity="error", markup=False)
        await person.settle()
        assert "".join(person.pane(key_bar(person))).replace(" ", "") == f"⊠{LONG}".replace(" ", "")
        assert not person.app.screen.query("Toast")
        assert key_bar(person).region.bottom <= size[1]
        if not isinstance(person.app.screen, Dialog) and "m" not in keys:
            still = person.app.screen.query_one("#split").region.bottom - 1  # its last row may be a position
            assert unscrolled(person.lines[:still]) == unscrolled(before[:still]), "nothing has moved"
        await person.press("f12")
        assert person.lines == before


async def test_an_error_stays_until_the_next_key_or_click_and_a_mere_notice_for_a_time() -> None:
    async with opened() as person:
        person.app.notify("Not saved", severity="error", markup=False)
        person.app.notify("Saved", markup=False, timeout=0.01)
        await person.until(lambda: not person.told)
        person.app.notify("Not saved", severity="error", markup=False)
        await person.press("down")
        assert person.told == []
        person.app.notify("Not opened", severity="warning", markup=False)
        await person.settle()
        assert person.told == ["Not opened"]
        await person.click(70, 5)
        assert person.told == []
        person.app.notify("Saved", markup=False)
        await person.press("down")
        assert person.told == ["Saved"]


async def test_one_notice_takes_the_place_of_another() -> None:
    async with opened() as person:
        for words in (LONG, "Read again"):
            person.app.notify(words, severity="warning", markup=False)
            await person.settle()
        assert person.told == ["Read again"]
        assert key_bar(person).size.height == 1


async def test_the_cursor_of_a_list_is_in_view_above_a_long_notice_and_back_where_it_was_after_it() -> None:
    async with opened() as person:
        await person.press("pagedown")
        before = person.lines
        selected = person.highlighted("#records")
        person.app.notify(LONG, severity="error", markup=False)
        await person.settle()
        assert person.highlighted("#records") == selected
        await person.press("f12")
        assert person.lines == before


async def test_a_notice_that_comes_before_a_screen_is_there_is_said_on_it() -> None:
    async with opened() as person:
        person.app.push_screen(HelpScreen(Page("", (Title((Span("Help"),)),))))
        person.app.notify("Read again", markup=False)
        await person.settle()
        assert person.told == ["Read again"]


async def test_how_far_a_large_file_is_read_again_stands_in_the_key_bar_until_it_is_read() -> None:
    async with opened() as person:
        person.app._main.show_progress(Progress("check", 500, 1_000))
        await person.settle()
        assert "Checking ━━━━━━────── " in f"{person.lines[-1]} "
        await reads_again(person)
        await person.until(lambda: person.told)
        assert "━" not in person.lines[-1]


async def test_the_next_key_takes_back_information_that_has_been_there_for_a_moment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with opened() as person:
        person.app.notify("Marked", markup=False)
        await person.press("j")
        assert key_bar(person).notice == "Marked", "it was just said"
        monkeypatch.setattr("tui.screens.notices._SEEN", 0.0)
        await person.press("j")
        assert key_bar(person).notice == ""
