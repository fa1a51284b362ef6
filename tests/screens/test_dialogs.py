"""All dialogs have one form: a title, a margin of one cell, and nothing cut without an ellipsis."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.geometry import Region

from tests.screens.opened import Reading, opened
from tests.screens.painted import painted_anew
from tui.pages.page import Page, Span, Title
from tui.screens.address_dialog import Address, AddressDialog
from tui.screens.dialog import Dialog
from tui.screens.help import HelpScreen
from tui.screens.moment_dialog import MomentDialog
from tui.widgets.bars import Bar
from tui.widgets.frame import Frame
from tui.widgets.title_bar import TitleBar

DIALOGS = {
    "Jump  to anything": "ctrl+p",
    "Facets of quotes  20 of 20": "2 F",
    "Diagram filters  18 of": "8 f",
    "Your note  on Armenia": "i",
    "Copy  Armenia": "Y",
    "Export  to a file": "X",
    "Path  from Armenia to": "8 p",
    "Compare  Armenia with": "v",
}


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (200, 50)])
@pytest.mark.parametrize("title", DIALOGS)
async def test_a_dialog_begins_with_its_title_and_ends_with_its_keys(title: str, size: tuple[int, int]) -> None:
    async with opened(size=size) as person:
        await person.press(*DIALOGS[title].split())
        assert isinstance(person.app.screen, Dialog)
        parts = [part for part in person.app.screen.query("Frame > *") if part.region.area]
        assert isinstance(parts[0], TitleBar)
        assert isinstance(parts[-1], Bar)
        assert len({(part.region.x, part.region.width) for part in parts}) == 1
        x, y = parts[0].region.offset
        width = parts[0].region.width
        assert person.lines[y][x : x + width].startswith(f" {title}"[: width - 1])
        assert {person.lines[part.region.y][x] for part in parts} <= {" ", "▌"}
        frame = person.app.screen.query_one(Frame).content_region
        assert all(frame.contains_region(part.region) for part in parts)


# The edge

OTHERS: dict[str, Callable[[], Dialog[Any]]] = {
    "date": MomentDialog,
    "address": lambda: AddressDialog([Address("The source", "https://example.org/a")]),
    "help": lambda: HelpScreen(Page("", (Title((Span("Keys"),), ()),))),
}
THEMES = ("karabakh-dark", "karabakh-light", "ansi-dark", "ansi-light", "nord")


def outside(person: Reading, frame: Region) -> list[str]:
    """What a terminal shows beside the frame, line by line."""
    return [
        "".join(" " if frame.contains(x, y) else character for x, character in enumerate(line))
        for y, line in enumerate(painted_anew(person).display)
    ]


def has_edge(person: Reading) -> bool:
    """Whether a line is drawn all around the parts of the dialog, in an ink that is not that of its ground."""
    frame = person.app.screen.query_one(Frame)
    lines = [[segment for segment in line for _ in segment.text] for line in person.cells(frame)]
    drawn = [*lines[0], *lines[-1], *(cell for line in lines for cell in (line[0], line[-1]))]
    inks = {(cell.style.color, cell.style.bgcolor, bool(cell.style.dim)) for cell in drawn if cell.style is not None}
    assert len(inks) == 1, "one line, in one ink"
    [(ink, ground, dim)] = inks
    around = ["".join(cell.text[:1] for cell in row) for row in (lines[0], lines[-1])]
    assert [(row[0], {*row[1:-1]}, row[-1]) for row in around] == [("╭", {"─"}, "╮"), ("╰", {"─"}, "╯")]
    assert ink is not None
    assert ground is not None
    return not dim and (ink.is_default if ground.is_default else ink != ground)


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
@pytest.mark.parametrize("name", [*DIALOGS, *OTHERS])
async def test_in_every_theme_a_dialog_has_an_edge_and_what_is_behind_it_is_seen(
    name: str, size: tuple[int, int]
) -> None:
    async with opened(size=size) as person:
        if name in DIALOGS:
            *before, opens = DIALOGS[name].split()
            await person.press(*before)
        behind: dict[str, list[str]] = {}
        for theme in THEMES:
            person.app.theme = theme
            await person.settle()
            behind[theme] = painted_anew(person).display
        if name in DIALOGS:
            await person.press(opens)
        else:
            await person.app.push_screen(OTHERS[name]())
            await person.settle()
        for theme in THEMES:
            person.app.theme = theme
            await person.settle()
            assert has_edge(person), theme
            frame = person.app.screen.query_one(Frame).region
            assert person.app.screen.region.contains_region(frame)
            seen = [
                "".join(" " if frame.contains(x, y) else character for x, character in enumerate(line))
                for y, line in enumerate(behind[theme])
            ]
            assert outside(person, frame) == seen, theme


async def test_without_colours_a_dialog_has_an_edge_and_no_part_of_it_a_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened() as person:
        await person.press("ctrl+p")
        assert has_edge(person)
        for segment in (segment for line in person.cells(person.app.screen) for segment in line):
            for color in (segment.style.color, segment.style.bgcolor) if segment.style else ():
                triplet = color.triplet if color else None
                assert triplet is None or triplet.red == triplet.green == triplet.blue, segment


@pytest.mark.parametrize("height", range(1, 14))
async def test_on_few_lines_a_dialog_keeps_title_and_keys_and_nothing_overflows(height: int) -> None:
    async with opened(size=(60, height)) as person:
        await person.press("ctrl+p")
        frame = person.app.screen.query_one(Frame)
        assert person.app.screen.region.contains_region(frame.region)
        if height >= 4:
            parts = [part for part in person.app.screen.query("Frame > *") if part.region.area]
            assert len(parts) == 4
            assert all(frame.content_region.contains_region(part.region) for part in parts)
