"""The program follows its file: what is saved is shown at the same place, and a broken file takes nothing away."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from pathlib import Path

import pytest

from tests.dossiers import tree_of
from tests.journeys.test_reading_again import HEAD, actor, rewrite
from tests.screens.opened import Reading, browsing, opened, place, reads_again
from tests.screens.panel_keys import HOME
from tests.screens.person import at
from tui.app import KarabakhApp
from tui.cli.reader import Reader
from tui.screens.browse import BrowseScreen
from tui.screens.help import HelpScreen
from tui.screens.jump import JumpScreen
from tui.screens.problems import ProblemsScreen

ALL = ("Alpha", "Beta", "Gamma", "Delta")
BROKEN = '[[actors]]\nid = "x"\nkind = "stat"\nname = "X"\n'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "small.toml"
    rewrite(made, *map(actor, ALL))
    return made


@asynccontextmanager
async def following(file: Path, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Reading]:
    """Somebody whose program notices by itself that the file was saved."""
    async with at(KarabakhApp(Reader(str(file), {}), "actors"), size) as person:
        yield person


# Noticing


async def test_what_is_saved_is_shown_at_the_same_place_with_one_line_on_what_changed(file: Path) -> None:
    async with following(file) as person:
        await person.press("down", "down", "enter")
        before = place(person)
        rewrite(file, actor("New"), actor("Alpha"), actor("Gamma", "Now it says more."))
        await person.sees("Now it says more.")
        assert place(person) == before
        assert person.told == ["Read again: 1 record added (new), 2 removed (beta, delta), 1 changed (gamma)"]
        await person.press("backspace")
        assert place(person).record == "gamma", "the way back is kept too"


@pytest.mark.long
async def test_a_file_that_was_only_touched_says_nothing(file: Path) -> None:
    async with following(file) as person:
        before = person.app.latest
        file.write_text(file.read_text() + "# a remark\n")
        await person.until(lambda: person.app.latest is not before)
        assert person.told == []


@pytest.mark.long
async def test_a_dossier_in_json_is_followed_as_well_and_edited_at_the_line_of_the_record(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree = tree_of(file.read_text(encoding="utf-8"))
    written = tmp_path / "small.json"
    written.write_text(json.dumps(tree, indent=1), encoding="utf-8")
    monkeypatch.setenv("VISUAL", f"'{editor_named(tmp_path, 'code')}' --wait")
    async with following(written) as person:
        await person.press("down", "down", "enter", "E")
        called = tmp_path / "called"
        await person.until(called.exists)
        lines = written.read_text(encoding="utf-8").splitlines()
        line = lines.index('   "id": "gamma",')
        await person.until(lambda: f"{written}:{line}" in called.read_text())
        tree["actors"][2]["summary"] = "Now it says more."
        written.write_text(json.dumps(tree, indent=1), encoding="utf-8")
        await person.sees("Now it says more.")
        written.write_text(json.dumps(tree)[:-5], encoding="utf-8")
        await person.sees("⊠ 1 error !")


@pytest.mark.long
async def test_a_broken_file_is_said_in_the_title_until_it_is_repaired(file: Path) -> None:
    async with following(file) as person:
        await person.press("down", "down", "enter")
        before, lines = place(person), person.lines
        rewrite(file, actor("Alpha"), BROKEN)
        await person.sees("⊠ 1 error !")
        assert "what was open stays" in person.told[-1]
        person.forget()
        await person.press("tab", "tab", "?", "escape", HOME, "backspace")
        assert "⊠ 1 error !" in person.lines[0]
        assert (place(person), person.lines[1:]) == (before, lines[1:])
        rewrite(file, *map(actor, ALL))
        await person.until(lambda: "⊠" not in person.lines[0])
        assert person.told == ["The file opens again; nothing differs from what was open"]
        assert place(person) == before


@pytest.mark.long
async def test_while_a_dialog_is_open_the_file_is_read_below_it(file: Path) -> None:
    for key, kind in (("?", HelpScreen), (":", JumpScreen)):
        async with following(file) as person:
            await person.press("down", "enter", key)
            before, lines = person.app.latest, person.lines[:-2]
            rewrite(file, actor("New"), actor("Beta", "Now it says more."))
            await person.until(lambda before=before: person.app.latest is not before)  # type: ignore[misc]
            person.forget()
            await person.settle()
            assert isinstance(person.app.screen, kind)
            assert person.lines[:-2] == lines, "all but how many there are in the list, and the keys"
            await person.press("escape")
            assert "Now it says more." in person.text
            assert place(person).pane == "page"
            rewrite(file, *map(actor, ALL))


async def test_a_filter_that_is_being_typed_is_not_disturbed(file: Path) -> None:
    async with opened(file) as person:
        await person.press("/", "a", "l")
        rewrite(file, *map(actor, ("Alpha", "Alto", "Beta")))
        before = person.app.latest
        person.app.live_file.refresh()
        await person.until(lambda: person.app.latest is not before)
        assert browsing(person).split_view.pane == "filter"
        assert browsing(person).records.records == ["alpha", "alto"]
        await person.press("t")
        assert browsing(person).records.records == ["alto"]


# Keeping the place


async def test_the_selected_link_stays_selected_and_the_words_in_view_stay_in_view(file: Path) -> None:
    long = [f"Sentence {number} of many is this one." for number in range(80)]
    rewrite(file, actor("Alpha", "\\n\\n".join(long)), actor("Beta"))
    async with opened(file, (100, 24)) as person:
        await person.press("enter", "pagedown", "pagedown", "down")
        assert browsing(person).selected_target
        before, first = browsing(person).selected_target, person.pane("#page")[0]
        assert "Sentence" in "".join(person.pane("#page"))
        rewrite(file, actor("Alpha", "\\n\\n".join(["A new beginning with Beta.", "And more.", *long])), actor("Beta"))
        await reads_again(person)
        person.forget()
        await person.settle()
        assert person.pane("#page")[0] == first
        assert browsing(person).selected_target == before


# The problems


async def test_one_key_lists_all_problems_over_the_dossier_and_leads_back(file: Path) -> None:
    async with opened(file, (100, 30)) as person:
        await person.press("down", "enter")
        before, lines = place(person), person.lines
        rewrite(file, BROKEN, '[[claims]]\nid = "c"\n')
        await reads_again(person)
        person.forget()
        for back in ("!", "escape"):
            await person.press("!")
            assert isinstance(person.app.screen, ProblemsScreen)
            for problem in person.app.latest.problems if person.app.latest else ():
                assert f"line {problem.line}, column {problem.column}" in person.text
            await person.press(back)
            assert isinstance(person.app.screen, BrowseScreen)
            assert (place(person), person.lines[1:]) == (before, lines[1:])


@pytest.mark.long
async def test_the_list_of_problems_follows_the_file_and_closes_when_none_is_left(file: Path) -> None:
    async with opened(file, (100, 30)) as person:
        rewrite(file, BROKEN)
        await reads_again(person)
        await person.press("!", "?", "escape")
        assert "“stat”" in person.text
        rewrite(file, BROKEN.replace("stat", "planet"))
        await reads_again(person)
        assert isinstance(person.app.screen, ProblemsScreen)
        assert "“planet”" in person.text
        file.write_text(HEAD + 'colour = "red"\n' + actor("Alpha"))
        await reads_again(person)
        assert "1 warning" in person.text, "warnings are listed too"
        rewrite(file, actor("Alpha"))
        await person.press("?")
        before = person.app.latest
        person.app.live_file.refresh()
        await person.until(lambda: person.app.latest is not before)
        assert isinstance(person.app.screen, BrowseScreen)
        await person.press("!")
        assert person.told[-1] == "Nothing is wrong with the file"


async def test_a_file_repaired_but_for_its_warnings_opens(file: Path) -> None:
    warned = HEAD + 'colour = "red"\n'
    file.write_text(warned + BROKEN)
    async with opened(file) as person:
        assert isinstance(person.app.screen, ProblemsScreen)
        file.write_text(warned + actor("Alpha"))
        await reads_again(person)
        assert isinstance(person.app.screen, BrowseScreen)
        await person.press("!")
        assert "1 warning" in person.text


async def test_the_list_of_problems_stays_where_it_is_when_the_file_is_read_again(file: Path) -> None:
    rewrite(file, *(BROKEN.replace('"x"', f'"x{number}"') for number in range(30)))
    async with opened(file) as person:
        await person.press("pagedown", "pagedown", "down")
        lines = person.lines
        file.write_text(file.read_text() + "# a remark\n")
        await reads_again(person)
        person.forget()
        await person.settle()
        assert person.lines == lines


async def test_a_dossier_that_does_not_open_shows_its_problems_already(file: Path) -> None:
    rewrite(file, BROKEN)
    async with opened(file) as person:
        await person.press("!", "escape")
        assert isinstance(person.app.screen, ProblemsScreen)
        assert person.told == ["The problems are shown already"]


async def test_a_file_that_is_gone_is_said_to_be_so(file: Path) -> None:
    async with opened(file, (150, 30)) as person:
        file.unlink()
        await reads_again(person)
        assert "⊠ the file cannot be read · ! says why" in person.lines[0]
        await person.press("!")
        assert "there is no such file" in person.text


# The editor


def editor_named(folder: Path, name: str, status: int = 0) -> Path:
    """A program that writes how it was called to `called`."""
    made = folder / name
    made.write_text(
        f'#!/bin/sh\necho "$@" > {folder}/called.part\nmv {folder}/called.part {folder}/called\nexit {status}\n'
    )
    made.chmod(0o755)
    return made


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        (("down", "down", "enter"), 'id = "gamma"'),
        (("m",), "dossier = 1"),
        (("down", "e"), 'id = "beta"'),
        ((HOME,), "dossier = 1"),
    ],
    ids=["a record", "a view of everything", "a view of one actor", "home"],
)
async def test_an_editor_with_a_window_opens_beside_the_dossier_at_what_is_shown(
    keys: tuple[str, ...], line: str, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", f"'{editor_named(tmp_path, 'code')}' --wait")
    lines = file.read_text().splitlines()
    number = lines.index(line) if "id" in line else 1
    async with opened(file) as person:
        await person.press(*keys, "E")
        await person.until((tmp_path / "called").exists)
        assert (tmp_path / "called").read_text() == f"--wait --goto {file}:{number}\n"
        assert person.told == ["Opened in code; the dossier follows the file as it is saved"]
        assert isinstance(person.app.screen, BrowseScreen)


async def test_after_an_editor_in_the_terminal_the_file_is_read_even_if_nobody_noticed_a_change(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(KarabakhApp, "suspend", lambda _: nullcontext())
    monkeypatch.setenv("VISUAL", str(editor_named(tmp_path, "vi")))
    async with opened(file) as person:
        before = person.app.latest
        await person.press("E")
        await person.until(lambda: person.app.latest is not before)
        assert (tmp_path / "called").read_text() == f"+8 {file}\n"
        assert person.told == []


async def test_an_editor_that_fails_is_said_to_have_failed(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", str(editor_named(tmp_path, "code", 3)))
    async with opened(file) as person:
        await person.press("E")
        await person.until(lambda: person.told[-1:] == ["code ended with status 3"])


async def test_what_cannot_be_edited_says_why(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "vi 'unclosed")
    async with opened(file) as person:
        await person.press("E")
        assert person.told[-1] == "VISUAL is not a command line: no closing quotation"
        monkeypatch.setenv("VISUAL", "true")
        await person.press("E")
        assert person.told[-1] == "This terminal cannot be handed over to an editor"
        file.unlink()
        await person.press("E")
        assert person.told[-1] == "The file cannot be edited: there is no such file"
