"""Every sign on the screen of a dossier stands in the legend of that screen."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.screens.opened import browsing, opened
from tui.dossier.values.vocabulary import EMPTY_CELL
from tui.pages.glyphs import EVERY
from tui.paths import EXAMPLE, content

SIGNS = {glyph.glyph for glyphs in EVERY for glyph in glyphs.glyphs} - {EMPTY_CELL}
"""All signs but that which is punctuation between words as well."""
VIEWS = {
    "home": "0",
    "the page of home": "tab",
    "actors": "1",
    "an actor": "enter",
    "ego": "e",
    "matrix": "m",
    "a pair in the matrix": "full_stop",
    "speakers": "m",
    "blocs": "b",
    "quotes": "escape escape 2",
    "a quote": "enter",
    "a passage": "s",
    "alliances": "escape escape 3",
    "a tie": "enter",
    "ledger": "escape 4",
    "an expectation": "enter",
    "claims": "escape 5",
    "a claim": "enter",
    "events": "escape 6",
    "timeline of events": "T",
    "timeline of ties": "T",
    "timeline of everything": "T T T",
    "sources": "escape escape 7",
    "a source": "enter",
    "balance": "escape escape 9",
    "a triangle": "down down enter",
    "balance over time": "escape T",
    "strip of time": "escape escape 0 a",
    "marks": "escape escape 1 M L",
}


def signs_on(lines: Iterable[str]) -> set[str]:
    """The signs that stand alone or with others and numbers, as in `+3 −1 ●` and `+◇`."""
    lines = (line.replace("╲", " ") if "╱" in line else line for line in lines)  # two sides of a triangle
    words = (word.strip("0123456789,;()") for line in lines for word in re.split(r"[\s│┃▌━─]+", line))
    return {sign for word in words if set(word) <= SIGNS for sign in word}


@pytest.mark.long
@pytest.mark.parametrize("size", [(80, 60), (200, 50)])
@pytest.mark.parametrize("file", [None, Path(content(EXAMPLE))], ids=["bundled", "example"])
async def test_every_sign_on_the_screen_stands_in_its_legend(file: Path | None, size: tuple[int, int]) -> None:
    async with opened(file, size=size) as person:
        for view, keys in VIEWS.items():
            await person.press(*keys.split())
            legend = {sign.glyph for sign in browsing(person).signs()}
            assert signs_on(person.lines[1:-1]) - legend == set(), view


@pytest.mark.long
@pytest.mark.parametrize("keys", ["0", "8 m", "8 b", "6 enter T"])
async def test_an_empty_cell_stands_in_the_legend(keys: str) -> None:
    async with opened(Path(content(EXAMPLE)), size=(120, 60)) as person:
        await person.press(*keys.split())
        assert any(re.search(r"(  |·)·", line) for line in person.lines)
        assert EMPTY_CELL in {sign.glyph for sign in browsing(person).signs()}
