"""A reader marks records and paragraphs, writes notes, lists them, and finds them again."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.dossiers import SMALL
from tests.journeys.test_following_the_file import following
from tests.journeys.test_reading_again import HEAD, actor, rewrite
from tests.screens.opened import Reading, browsing, opened, place
from tests.screens.panel_keys import ACTORS, QUOTES
from tui.dossier.marks import Marks, set_mark, set_note
from tui.marks_file import MarksFile
from tui.screens.note_dialog import NoteDialog


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "small.toml"
    made.write_text(SMALL)
    return made


def kept(file: Path) -> Marks:
    found = MarksFile(str(file))
    assert found.read() == ""
    return found.marks


def row(person: Reading, words: str) -> str:
    return next(line for line in person.pane("#records") if words in line)


async def test_a_mark_is_set_in_a_list_seen_and_listed_and_found_when_the_dossier_is_opened_again(file: Path) -> None:
    async with opened(file) as person:
        before = place(person)
        await person.press("M")
        assert person.told == ["Marked: Ilvane"]
        assert "★ Ilvane" in row(person, "Ilvane")
        assert "★ marked" in person.text
        assert place(person) == before
        await person.press(QUOTES, "enter", "M", "L")
        assert not any(item.selected for item in browsing(person).places.bars.upper.items), "marks belong to no panel"
        assert "2 marks" in person.lines[2]
        await person.press("enter")
        assert place(person).record == "ilvane"
        await person.press("backspace")
        assert place(person).record == "marks:"
    async with opened(file) as person:
        await person.sees("★ marked")
        await person.press("M", "L", "M")
        assert person.told == ["Mark removed: a quote"]
        assert "Nothing is marked" in person.text
    assert kept(file) == Marks()


async def test_a_note_of_several_lines_is_written_changed_left_as_it_was_and_removed(file: Path) -> None:
    async with opened(file) as person:
        await person.press("i", *"why", "ctrl+n", *"[b]q", "enter")
        assert person.told == ["Your note on Ilvane is saved"]
        assert "Your note  not part of the dossier" in person.text
        assert kept(file).notes == {"ilvane": "why\n[b]q"}
        assert "✎ Ilvane" in row(person, "Ilvane")
        await person.press("i", *"xyz", "escape")
        assert kept(file).notes == {"ilvane": "why\n[b]q"}
        await person.press("i", "backspace", "enter")
        assert kept(file).notes == {"ilvane": "why\n[b]"}
        await person.press("i", *["backspace"] * 7, "space", "enter")
        assert person.told == ["Your note on Ilvane is removed"]
        assert kept(file) == Marks()
        assert "Your note" not in person.pane("#page")


@pytest.mark.long
async def test_what_is_pasted_into_a_note_is_cleaned_and_copied_from_it_by_key(file: Path) -> None:
    async with opened(file) as person:
        await person.press("i")
        await person.paste("a\x1b[31m\r\nb")
        dialog = person.app.screen
        assert isinstance(dialog, NoteDialog)
        assert dialog.field.text == "a␛[31m\nb"
        await person.press("f7", "ctrl+c")
        assert person.told[-1] == "Copied: “a␛[31m b”"


@pytest.mark.long
async def test_a_note_that_is_too_long_is_not_saved_and_not_lost(file: Path) -> None:
    async with opened(file) as person:
        await person.press("i")
        await person.paste("x" * 10_003)
        await person.press("enter")
        assert "A note has at most 10,000 characters: 3 too many" in person.text
        await person.press(*["backspace"] * 3, "enter")
        assert len(kept(file).notes["ilvane"]) == 10_000


async def test_on_the_page_of_a_source_the_paragraph_is_marked(file: Path) -> None:
    rewrite(file, actor("Alpha"))
    copy = file.with_name("copy.txt")
    copy.write_text("\n\n".join(f"Paragraph {number}. " + "word " * 60 for number in range(1, 9)))
    async with opened(file, copies={"s": str(copy)}, start="sources") as person:
        await person.press("down", "M")
        assert kept(file).marked == {"s"}
        browsing(person).follow("s#p6")
        await person.settle()
        await person.press("M")
        assert person.told == ["Marked: ¶6 of A source"]
        await person.press(*["pagedown"] * 9, "M")
        assert kept(file).marked == {"s", "s#p6", "s#p8"}
        await person.press("home", "M")
        assert kept(file).marked == {"s", "s#p1", "s#p6", "s#p8"}


async def test_where_no_record_is_selected_a_key_says_so(file: Path) -> None:
    async with opened(file, start="home") as person:
        await person.press("m", "right", "M")
        assert person.told == ["Select a record to mark it or to write a note on it"]


@pytest.mark.long
async def test_marks_follow_an_id_that_is_renamed_in_the_open_file(tmp_path: Path) -> None:
    file = tmp_path / "small.toml"
    rewrite(file, actor("Alpha"), actor("Beta"))
    async with following(file) as person:
        await person.press("M", "i", *"why", "enter")
        person.forget()
        file.write_text(HEAD + actor("Alpha").replace('id = "alpha"', 'id = "first"') + actor("Beta"))
        await person.until(lambda: person.told)
        assert person.told == ["Read again: 1 record renamed (alpha → first)"]
        assert "★✎ Alpha" in row(person, "Alpha")
        assert kept(file) == Marks(frozenset({"first"}), {"first": "why"})  # type: ignore[dict-item]


async def test_what_another_program_writes_meanwhile_is_kept_and_shown(file: Path) -> None:
    async with opened(file) as person:
        await person.press("M")
        other = MarksFile(str(file))
        other.change(set_mark("corvath", marked=True))
        other.change(set_note("ilvane", "theirs"))
        await person.press("i")
        assert isinstance(person.app.screen, NoteDialog)
        assert person.app.screen.field.text == "theirs"
        await person.press("escape", "L")
        assert "Corvath" in person.text
        assert "Your note: theirs" in person.text


async def test_a_damaged_file_and_a_full_disk_cost_one_notice(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    MarksFile(str(file)).change(set_mark("ilvane", marked=True))
    [marks] = Path(os.environ["XDG_STATE_HOME"]).glob("karabakh-tui/marks/*.json")
    marks.write_text("{")
    async with opened(file) as person:
        await person.until(lambda: person.told)
        assert person.told == [
            f"Your marks and notes could not be read: their file is damaged. It is kept as {marks}.damaged"
        ]
        person.forget()

        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "fsync", full)
        await person.press("M")
        assert person.told == ["Marks and notes cannot be saved, and last until you quit: no space left on device"]
        await person.press("down", "M")
        assert person.told == ["Marked: Corvath"]
        assert "★ Ilvane" in row(person, "Ilvane")


async def test_a_filter_that_is_being_typed_is_not_disturbed_when_marks_are_read(file: Path) -> None:
    MarksFile(str(file)).change(set_mark("corvath", marked=True))
    async with opened(file) as person:
        await person.press(ACTORS, "/", "c", "o")
        await person.sees("★")
        await person.press("r")
        assert browsing(person).here().filter == "cor"


@pytest.mark.long
async def test_the_field_for_a_note_opens_on_a_terminal_of_two_columns() -> None:
    async with opened(size=(2, 10)) as person:
        await person.press("enter", "i")
        assert isinstance(person.app.screen, NoteDialog)
        await person.press("escape")
        assert person.app.is_running
