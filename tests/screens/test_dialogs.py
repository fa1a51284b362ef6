"""All dialogs have one form: a title, a margin of one cell, and nothing cut without an ellipsis."""

from __future__ import annotations

import pytest

from tests.screens.opened import opened
from tui.screens.dialog import Dialog
from tui.widgets.bars import Bar
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
        parts = [part for part in person.app.screen.query("Dialog > *") if part.region.area]
        assert isinstance(parts[0], TitleBar)
        assert isinstance(parts[-1], Bar)
        assert len({(part.region.x, part.region.width) for part in parts}) == 1
        x, y = parts[0].region.offset
        assert person.lines[y][x : x + parts[0].region.width].startswith(f" {title}"[:38])
        assert {person.lines[part.region.y][x] for part in parts} <= {" ", "▌"}
        assert sum(part.region.height for part in parts) <= size[1]
