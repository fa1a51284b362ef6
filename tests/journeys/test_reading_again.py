"""Reading the file again: what is open stays open, and the place is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.opened import Reading, browsing, opened, place, reads_again
from tui.screens.browse import BrowseScreen
from tui.screens.problems import ProblemsScreen

HEAD = """
dossier = 1
title = "A small one"
[[sources]]
id = "s"
kind = "article"
title = "A source"
"""


def actor(name: str, summary: str = "") -> str:
    words = summary or f"What is known of {name}."
    return f'[[actors]]\nid = "{name.lower()}"\nkind = "state"\nname = "{name}"\nsummary = "{words}"\ncite = "s#p1"\n'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "small.toml"
    made.write_text(HEAD + "".join(map(actor, ("Alpha", "Beta", "Gamma", "Delta"))), encoding="utf-8")
    return made


def rewrite(file: Path, *actors: str) -> None:
    file.write_text(HEAD + "".join(actors), encoding="utf-8")


async def at_gamma(person: Reading) -> None:
    await person.press("down", "down", "enter", "backspace", "]")
    assert place(person).record == "gamma"


async def test_a_changed_file_shows_its_change_and_keeps_the_place(file: Path) -> None:
    async with opened(file) as person:
        await at_gamma(person)
        rewrite(file, actor("New"), actor("Alpha"), actor("Gamma", "Now it says more."), actor("Delta"))
        before = place(person)
        await reads_again(person)
        assert person.told == ["Read again: 1 record added (new), 1 removed (beta), 1 changed (gamma)"]
        assert place(person) == before
        assert "Now it says more." in person.text
        assert "Gamma" in person.highlighted("#records") or before.pane == "page"
        await person.press("backspace")
        assert place(person).record == "gamma", "the way back is kept too"


async def test_a_filter_and_a_long_page_are_kept(file: Path) -> None:
    long = " ".join(f"word{number}" for number in range(400))
    rewrite(file, actor("Alpha"), actor("Gamma", long))
    async with opened(file) as person:
        await person.press("/", *"gam", "enter", "enter", "pagedown")
        before, lines = place(person), person.lines
        assert before.page_top > 0
        await reads_again(person)
        person.forget()
        await person.settle()
        assert (place(person), person.lines) == (before, lines)


async def test_when_the_record_is_gone_another_one_is_shown(file: Path) -> None:
    async with opened(file) as person:
        await at_gamma(person)
        rewrite(file, actor("Alpha"), actor("Delta"))
        await reads_again(person)
        assert place(person).record == "alpha"
        assert person.pane("#page")[1].startswith("  Alpha")
        await person.press("backspace", "]", "enter")


async def test_a_broken_file_keeps_what_is_open_and_says_why(file: Path) -> None:
    async with opened(file) as person:
        await at_gamma(person)
        before, lines = place(person), person.lines
        rewrite(file, actor("Alpha"), '[[actors]]\nid = "x"\nkind = "stat"\nname = "X"\n')
        await reads_again(person)
        (told,) = person.told
        assert "what was open stays" in told
        assert "small.toml:" in told
        assert "“stat”" in told
        person.forget()
        await person.settle()
        assert (place(person), person.lines[1:]) == (before, lines[1:])


async def test_a_file_that_was_cut_says_which_records_are_missing(file: Path) -> None:
    whole = file.read_text(encoding="utf-8")
    async with opened(file) as person:
        for name, told in (("Delta", "1 record removed (delta)"), ("Beta", "2 records removed (beta, gamma)")):
            file.write_text(whole[: whole.index(f'[[actors]]\nid = "{name.lower()}"')], encoding="utf-8")
            await reads_again(person)
            assert person.told == [f"Read again: {told}"]
        file.write_text(whole, encoding="utf-8")
        await reads_again(person)
        assert person.told == ["Read again: 3 records added (beta, gamma, delta)"]
        await reads_again(person)
        assert person.told == ["Read again; nothing differs from what was open"]


@pytest.mark.parametrize("broken", [b"", b"\xff\xfe", b"[[actors", b"dossier = 2\ntitle = 'x'"])
async def test_no_broken_file_takes_away_what_is_open(file: Path, broken: bytes) -> None:
    async with opened(file) as person:
        file.write_bytes(broken)
        await reads_again(person)
        assert isinstance(person.app.screen, BrowseScreen)
        assert "what was open stays" in person.told[0]
        file.unlink()
        await reads_again(person)
        assert "what was open stays" in person.told[-1]
        await person.press("down", "enter")
        assert place(person).record == "beta"


async def test_a_file_that_does_not_open_shows_its_problems_until_it_is_fixed(file: Path) -> None:
    rewrite(file, '[[actors]]\nid = "x"\nkind = "stat"\nname = "X"\n')
    async with opened(file) as person:
        assert isinstance(person.app.screen, ProblemsScreen)
        await reads_again(person)
        assert isinstance(person.app.screen, ProblemsScreen)
        assert person.told == ["Read again, and it still does not open"]
        rewrite(file, actor("Alpha"))
        await reads_again(person)
        assert "Alpha" in person.highlighted("#records")
        rewrite(file, "broken")
        await reads_again(person)
        assert place(person).record == "alpha"


async def test_problems_found_again_are_those_of_now(file: Path) -> None:
    rewrite(file, '[[actors]]\nid = "x"\nkind = "stat"\nname = "X"\n')
    async with opened(file) as person:
        assert "“stat”" in person.text
        rewrite(file, '[[actors]]\nid = "x"\nkind = "planet"\nname = "X"\n')
        await reads_again(person)
        assert "“planet”" in person.text
        assert "“stat”" not in person.text


@pytest.mark.long
async def test_the_help_and_the_jump_list_survive_a_fixed_file(file: Path) -> None:
    rewrite(file, "broken")
    async with opened(file) as person:
        await person.press("?", "escape")
        await reads_again(person)
        await person.press("?", "escape")
        rewrite(file, actor("Alpha"))
        await reads_again(person)
        await person.press("?", "escape")
        assert browsing(person).records.record == "alpha"


@pytest.mark.long
async def test_reading_again_from_the_jump_list(file: Path) -> None:
    async with opened(file) as person:
        rewrite(file, actor("Omega"))
        await person.press(":")
        await person.write("read again")
        await person.press("enter")
        await person.until(lambda: place(person).record == "omega")


@pytest.mark.parametrize("scrolled", [True, False])
async def test_a_list_that_was_scrolled_away_from_its_cursor_is_not_scrolled_back(
    *, scrolled: bool, file: Path
) -> None:
    rewrite(file, *(actor(f"Actor {number}".replace(" ", "-")) for number in range(60)))
    async with opened(file, (80, 24)) as person:
        await person.press("G")
        for _ in range(4 if scrolled else 0):
            await person.wheel(5, 5, up=True)
        before = place(person)
        assert browsing(person).records.shows_cursor != scrolled
        await reads_again(person)
        assert place(person) == before
        await person.press("u", "u")
        assert place(person) == before
