"""What leaves the program by key: copies, addresses for the browser, exports; all of it from the keyboard."""

from __future__ import annotations

import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.dossiers import SMALL
from tests.screens.opened import Reading, browsing, opened
from tests.screens.panel_keys import QUOTES, SOURCES
from tui.screens.address_dialog import AddressDialog
from tui.screens.copy_dialog import CopyDialog
from tui.screens.copying import MOST_BYTES, clipboard_text, first_words
from tui.screens.export_dialog import ExportDialog
from tui.screens.text_dialog import TextDialog

TWICE = "“We shall not ask twice.” — Ada Brenn"


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@asynccontextmanager
async def at_the_quote(text: str = SMALL, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Reading]:
    """The list of quotes with the second one highlighted."""
    file = Path("d.toml").absolute()
    file.write_text(text)
    async with opened(file, size) as person:
        await person.press(QUOTES, "down")
        yield person


def bar(person: Reading) -> str:
    """The bar at the bottom."""
    return person.lines[-1].strip()


# Copying


async def test_y_copies_the_highlighted_quotation_and_says_so_in_the_key_bar() -> None:
    async with at_the_quote() as person:
        await person.press("y")
        assert person.app.clipboard.startswith(TWICE)
        assert "¶2" in person.app.clipboard
        assert "Copied: “We shall not ask twice.” — Ada Brenn" in bar(person)
        assert bar(person).endswith(person.told[0]), "whole, at the right end"
        await person.press("down")
        assert "Copied:" in bar(person), "for a moment, whatever is pressed"
        person.forget()
        await person.settle()
        assert "? Help" in bar(person)


async def test_y_copies_what_is_lit_on_the_page_or_else_the_page() -> None:
    async with at_the_quote() as person:
        await person.press("enter")
        assert browsing(person).selected_target == "brenn", "a name in the page of a quotation"
        await person.press("y")
        assert person.app.clipboard.startswith(TWICE)
        for _ in range(20):
            if browsing(person).selected_target == "gazette#p2":
                break
            await person.press("right")
        await person.press("y")
        assert person.app.clipboard.startswith(
            "“They promised us a pilot, and no pilot came,” … “We shall not ask twice.” — T."
        )
        await person.press("0", "y")
        assert person.app.clipboard.startswith("The locks on the Tamber")


async def test_the_paragraph_of_a_source_that_the_reader_is_at_is_copied() -> None:
    async with at_the_quote() as person:
        await person.press(SOURCES, "enter", "G", "y")
        assert "Barges wait" in person.app.clipboard
        assert "Copied:" in bar(person)


async def test_another_form_is_chosen_with_its_text_in_view() -> None:
    async with at_the_quote() as person:
        await person.press("Y")
        assert isinstance(person.app.screen, CopyDialog)
        assert TWICE in person.text
        await person.press("down", "down")
        assert "@article{gazette," in person.text
        assert "  author = {Quill, T." in person.text, "with its indentation"
        await person.press("down", "down", "enter")
        assert person.app.clipboard.startswith('[[quotes]]\nid = "q-twice"')
        await person.press("Y", "Y")
        assert browsing(person)


@pytest.mark.long
async def test_a_form_that_there_is_not_is_dimmed_and_says_why() -> None:
    async with at_the_quote() as person:
        await person.press("0", "Y", *["down"] * 4)
        assert "A view is no record of the file" in person.text
        await person.press("enter")
        assert isinstance(person.app.screen, CopyDialog)
        assert person.told == ["A view is no record of the file"]
        assert person.app.clipboard == ""


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_the_text_can_always_be_shown_to_be_selected(size: tuple[int, int]) -> None:
    async with at_the_quote(size=size) as person:
        await person.press("Y", "down", "down", "s")
        assert isinstance(person.app.screen, TextDialog)
        assert any(line.startswith("@article{gazette,") for line in person.lines), "from the edge"
        assert person.app.clipboard == ""
        await person.press("j", "pagedown", "G", "g", "escape")
        assert browsing(person)


async def test_without_a_clipboard_the_text_is_shown_and_nothing_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "linux")
    async with at_the_quote() as person:
        await person.press("y")
        assert isinstance(person.app.screen, TextDialog)
        assert TWICE in person.text
        await person.press("q")
        assert person.told == []


async def test_a_copy_of_a_hostile_text_is_clean() -> None:
    async with at_the_quote(SMALL.replace("We shall not ask twice.", r"rm\u001b[201~\n\u0007 -rf\u202e")) as person:
        await person.press("y")
        assert "\x1b" not in person.app.clipboard
        assert "\u202e" not in person.app.clipboard


def test_of_a_very_long_text_the_beginning_is_copied_whole_characters_only() -> None:
    text, is_cut = clipboard_text("ш" * MOST_BYTES)
    assert (text, is_cut) == ("ш" * (MOST_BYTES // 2), True)
    assert clipboard_text("short\n") == ("short", False)
    assert clipboard_text("a\udcffb\x1b") == ("a�b␛", False)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We have\nno reason", "“We have no reason”"),
        ("“We have no reason.” — Who", "“We have no reason.” — Who"),
        (f"“{'word ' * 40}” — Who", f"“{'word ' * 7}word” …"),
        ("x" * 200, f"“{'x' * 42}” …"),
    ],
)
def test_the_first_words_are_told_in_quotation_marks(text: str, words: str) -> None:
    assert first_words(text) == words


# Opening an address


async def test_an_address_is_shown_in_full_before_it_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said, program = tmp_path / "said", tmp_path / "browse"
    program.write_text(f"#!{sys.executable}\nimport sys\nopen({str(said)!r}, 'w').write(sys.argv[1])\n")
    program.chmod(0o755)
    monkeypatch.setenv("BROWSER", str(program))
    async with at_the_quote() as person:
        await person.press("B")
        assert isinstance(person.app.screen, AddressDialog)
        assert "https://gazette.example/barges" in person.text
        await person.press("down")
        assert "https://archive.example/gazette/barges" in person.text
        assert not said.exists()
        await person.press("enter")
        await person.until(lambda: "Opened in the browser" in bar(person))
        assert said.read_text() == "https://archive.example/gazette/barges"


async def test_without_a_browser_the_address_is_copied_and_that_is_said() -> None:
    async with at_the_quote() as person:
        await person.press("B", "enter")
        await person.until(lambda: person.app.clipboard)
        assert person.app.clipboard == "https://gazette.example/barges"
        [told] = person.told
        assert told.startswith("Not opened: there is no graphical desktop here, and BROWSER names no browser.")
        assert told.endswith("The address is copied instead.")


async def test_an_address_that_is_none_of_the_web_is_shown_and_not_opened() -> None:
    text = SMALL.replace("https://gazette.example/barges", "javascript:alert(1)")
    async with at_the_quote(text) as person:
        await person.press("B")
        assert "javascript:alert(1)" in person.text
        assert "It is not opened: it is not an http or https address." in person.text
        await person.press("enter")
        assert isinstance(person.app.screen, AddressDialog)
        await person.press("escape")
        assert person.app.clipboard == ""


async def test_where_no_source_has_an_address_that_is_said() -> None:
    async with opened(start="sources") as person:
        await person.press("down", "B")
        assert person.told == ["The source has no address"]


# Exporting


async def choose_format(person: Reading, name: str) -> None:
    """Highlight a format in the dialog and choose it; the path is typed next."""
    dialog = person.app.screen
    assert isinstance(dialog, ExportDialog)
    while dialog.choices.record != f"format:{name}":
        await person.press("down")
    await person.press("enter")


async def written(person: Reading, name: str) -> dict[str, list[dict[str, object]]]:
    """What is in a file of JSON, once it is said to be written."""
    await person.until(lambda: "Written:" in bar(person))
    found: dict[str, list[dict[str, object]]] = json.loads(Path(name).read_text())
    return found


@pytest.mark.long
async def test_a_filtered_list_is_exported_with_what_it_refers_to() -> None:
    async with at_the_quote() as person:
        await person.press("/", *"speaker:norrow", "enter", "X")
        assert isinstance(person.app.screen, ExportDialog)
        assert "▣ The list: 2 quotes, narrowed to speaker:norrow" in person.text
        await choose_format(person, "json")
        await person.press("enter")
        found = await written(person, "the-locks-on-the-tamber-quotes.json")
        assert {quote["id"] for quote in found["quotes"]} >= {"q-trade", "q-denial"}
        assert "norrow" in {actor["id"] for actor in found["actors"]}


async def test_the_whole_is_exported_to_a_path_of_ones_own() -> None:
    async with at_the_quote() as person:
        await person.press("X", "down", "down", "space")
        await choose_format(person, "json")
        await person.press("ctrl+u")
        await person.write("own.json")
        await person.press("enter")
        found = await written(person, "own.json")
        assert len(found["quotes"]) == 4
        assert bar(person).endswith("/own.json")


async def test_how_to_write_is_said_in_the_list_and_in_the_path() -> None:
    async with at_the_quote() as person:
        await person.press("X")
        assert "space Choose  tab enter Write  tab Path  esc Close" in person.text
        await person.press("tab")
        assert "enter Write  tab List  esc Close" in person.text


@pytest.mark.long
async def test_marks_are_exported_where_there_are_some() -> None:
    async with at_the_quote() as person:
        await person.press("M", "X")
        assert "Your marks: 1 record, with your notes" in person.text


async def test_what_is_there_is_replaced_only_when_enter_is_pressed_again() -> None:
    Path("q-twice.json").write_text("mine")
    async with at_the_quote() as person:
        await person.press("X")
        await choose_format(person, "json")
        await person.press("enter")
        assert "There is such a file already: enter again replaces it" in person.text
        assert Path("q-twice.json").read_text() == "mine"
        await person.press("x", "backspace", "enter")
        assert isinstance(person.app.screen, ExportDialog), "another path was typed in between"
        await person.press("enter")
        assert "quotes" in await written(person, "q-twice.json")


@pytest.mark.long
async def test_a_path_that_cannot_be_written_is_one_line() -> None:
    async with at_the_quote() as person:
        await person.press("X")
        await choose_format(person, "json")
        await person.press("ctrl+u")
        await person.write("no/such/x.json")
        await person.press("enter")
        await person.until(lambda: person.told)
        [told] = person.told
        assert told.startswith("no/such/x.json cannot be written: ")
        assert "\n" not in told
        assert bar(person).endswith(told)
        await person.press("down")
        assert "? Help" in bar(person)


@pytest.mark.long
async def test_the_suggested_name_follows_what_is_chosen_but_not_one_that_was_typed() -> None:
    async with at_the_quote() as person:
        await person.press("X")
        await choose_format(person, "bibtex")
        assert " Path q-twice.bib" in person.text
        await person.press("tab")
        await choose_format(person, "csl")
        assert " Path q-twice.csl.json" in person.text
        await person.press("ctrl+u", *"mine.csl.json", "tab", "up", "space")
        assert " Path mine.bib" in person.text
        await person.press("X")
        assert browsing(person)
