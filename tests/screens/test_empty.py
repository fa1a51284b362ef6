"""A dossier in which something, or everything, is missing: every panel says which key to press."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.opened import browsing, opened, place
from tests.screens.panel_keys import ACTORS, ALLIANCES, SOURCES
from tui.keys import PANELS
from tui.pages.lists import panels
from tui.theme import RoleStyles

HEAD = 'dossier = 1\ntitle = "Nothing yet"\n'
ONE = HEAD + '[[sources]]\nid = "s"\nkind = "article"\ntitle = "A source"\n'


def written(folder: Path, text: str) -> Path:
    file = folder / "empty.toml"
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize("text", [HEAD, ONE], ids=["empty", "one source"])
async def test_every_empty_panel_says_which_key_to_press(tmp_path: Path, text: str) -> None:
    async with opened(written(tmp_path, text)) as person:
        for key in PANELS.keys:
            if panels.PANELS[key.id.partition(".")[2]].alone:
                continue
            await person.press(key.keys[0])
            words = " ".join(line.strip() for line in person.pane("#records")).strip(" ┃│")
            if browsing(person).records.records:
                assert key.id in ("panel.sources", "panel.balance")
                assert "Coverage" in words or key.id == "panel.balance"
            else:
                assert "Press" in words, key.id
                assert any(character.isdigit() or character == "r" for character in words.split("Press")[1]), words


@pytest.mark.long
async def test_no_key_breaks_an_empty_dossier(tmp_path: Path) -> None:
    async with opened(written(tmp_path, HEAD)) as person:
        every = "enter down up pagedown end home n N s tab enter down right left end G g space tab / a enter escape"
        await person.press(ALLIANCES, *every.split(), "backspace", "]", "?", "escape", ":", "escape", "r", "t")
        for panel in "0123456789":
            await person.press(
                panel, "enter", "n", "s", *"empbuo", "escape", "f", "space", "o", "r", "escape", "escape"
            )
        assert not person.app._exit
        await person.press(ACTORS)
        assert place(person).record == ""


async def test_the_title_of_an_empty_dossier_is_shown(tmp_path: Path) -> None:
    async with opened(written(tmp_path, HEAD), size=(120, 40)) as person:
        assert "Nothing yet" in person.lines[0]


async def test_panels_without_records_are_dimmed(tmp_path: Path) -> None:
    async with opened(written(tmp_path, ONE)) as person:
        await person.press(SOURCES)
        styles = RoleStyles(person.app, browsing(person).places.bars.upper.background_colors[1])
        shown = {segment.text.strip(): segment.style for segment in person.cells("#panels")[0]}
        [quotes] = [style for label, style in shown.items() if label == "Quotes"]
        assert quotes == styles.style("dim")
        assert shown[f"{SOURCES} Sources"] == styles.cursor(True)
