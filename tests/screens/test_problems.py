"""A file that does not open: every problem with its line, and the key that reads it again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.opened import opened
from tests.screens.panel_keys import ACTORS
from tui.screens.problems import ProblemsScreen

BROKEN = """dossier = 1
title = "Broken"
[[actors]]
id = "a"
kind = "stat"
name = "A [sic] name"
[[actors]]
id = "a"
kind = "state"
name = ""
colour = "red"
[[quotes]]
id = "q"
speaker = "nobody"
text = "words"
cite = "s#p1"
"""


def joined(text: str) -> str:
    """The words of a text without blanks and line ends, for what may be broken anywhere."""
    return "".join(text.split())


def written(folder: Path, text: str) -> Path:
    file = folder / "broken.toml"
    file.write_text(text, encoding="utf-8")
    return file


async def test_every_problem_is_there_with_its_line_and_what_to_do(tmp_path: Path) -> None:
    async with opened(written(tmp_path, BROKEN), (100, 60)) as person:
        assert isinstance(person.app.screen, ProblemsScreen)
        text = person.text
        assert "broken.toml" in joined(text)
        for problem in person.app.loaded.problems if person.app.loaded else ():
            assert f"line {problem.line}, column {problem.column}" in text
            assert problem.what.split("“")[0][:30] in text
        assert '5 │ kind = "stat"' in text
        assert '14 │ speaker = "nobody"' in text
        assert "did you mean “state”?" in text
        assert "E opens it at the selected problem" in " ".join(text.split())


async def test_the_keys_are_shown_and_each_works_by_key_and_by_click(tmp_path: Path) -> None:
    async with opened(written(tmp_path, BROKEN)) as person:
        for words in ("E Edit", "r Read again", "t Theme", "? Help", "q Quit"):
            assert words in person.lines[-1]
        await person.press("t")
        assert person.app.theme == "karabakh-light"
        await person.click_on("t Theme")
        assert person.app.theme == "karabakh-dark"
        before = person.app.latest
        await person.click_on("r Read again")
        await person.until(lambda: person.app.latest is not before)
        assert person.told == ["Read again, and it still does not open"]
        await person.press("?")
        await person.sees("Problems of the file")
        await person.press("escape")
        await person.click_on("? Help")
        await person.sees("Problems of the file")
        await person.press("escape")
        await person.click_on("q Quit")
        assert person.app._exit


async def test_a_long_list_of_problems_can_be_read_to_its_end(tmp_path: Path) -> None:
    many = 'dossier = 1\ntitle = "x"\n' + "".join(
        f'[[actors]]\nid = "a{n}"\nkind = "x"\nname = "n"\n' for n in range(300)
    )
    async with opened(written(tmp_path, many)) as person:
        assert "300 errors" in person.text
        await person.press("end")
        assert "line 1201" in person.text
        await person.press("home")
        await person.press("pagedown")
        await person.wheel(5, 5)


async def test_there_is_nothing_to_jump_to_but_the_commands(tmp_path: Path) -> None:
    async with opened(written(tmp_path, BROKEN)) as person:
        await person.press("ctrl+p", "escape", ":", "escape", "escape", "tab", "enter", "s", ACTORS)
        assert isinstance(person.app.screen, ProblemsScreen)


@pytest.mark.long
async def test_markup_in_the_file_and_in_its_name_stays_as_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "[red]a[@click=app.quit]"
    folder.mkdir()
    text = 'dossier = 1\ntitle = "x"\n[[actors]]\nid = "a"\nkind = "[/] [sic] :fire: $primary"\nname = "n"\n'
    async with opened(written(folder, text), (200, 30)) as person:
        assert "[red]a[@click=app.quit]" in joined(person.text)
        assert "“[/] [sic] :fire: $primary”" in person.text
        for y in range(25):
            await person.mouse(*(f"\x1b[<0;{x};{y}{end}" for x in range(1, 120, 3) for end in "Mm"), at_once=True)
        assert not person.app._exit


async def test_a_missing_file_is_one_clear_line(tmp_path: Path) -> None:
    async with opened(tmp_path / "nowhere.toml") as person:
        assert isinstance(person.app.screen, ProblemsScreen)
        assert "nowhere.toml" in joined(person.text)
        assert "1 error" in person.text


@pytest.mark.long
async def test_all_sizes_show_it(tmp_path: Path) -> None:
    async with opened(written(tmp_path, BROKEN)) as person:
        for size in ((1, 1), (2, 2), (10, 3), (40, 15), (200, 50), (80, 24)):
            await person.resize(*size)
            await person.press("down", "pagedown", "home", "?", "escape")
        assert "errors" in person.text
