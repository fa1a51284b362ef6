"""What is said about the file of the open dossier."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.dossiers import load_text
from tui.dossier.changes import changes
from tui.dossier.load import Loaded, load
from tui.pages.file_words import broken_notice, broken_title, read_notice, warnings_notice

GOOD = 'dossier = 1\ntitle = "T"\n'
MORE = GOOD + '[[actors]]\nid = "a"\nkind = "state"\nname = "A"\n'
WARNED = GOOD + 'colour = "red"\n'
BROKEN = GOOD + "sides = 3\n"


def notice(before: str | None, now: str, *, asked: bool = False, was_broken: bool = False) -> str:
    shown, loaded = load_text(before).dossier if before is not None else None, load_text(now)
    differences = changes(shown, loaded.dossier) if shown is not None and loaded.dossier is not None else None
    return read_notice(loaded, differences, asked=asked, was_broken=was_broken)


def test_a_save_that_changes_nothing_is_not_worth_a_word_unless_somebody_asked() -> None:
    assert notice(GOOD, f"{GOOD}# noted\n") == ""
    assert notice(GOOD, GOOD, asked=True) == "Read again; nothing differs from what was open"


@pytest.mark.parametrize("asked", [True, False])
def test_a_save_that_changes_something_says_what(asked: bool) -> None:
    assert notice(GOOD, MORE, asked=asked) == "Read again: 1 record added (a)"


def test_a_repaired_file_is_always_announced() -> None:
    assert notice(GOOD, GOOD, was_broken=True) == "The file opens again; nothing differs from what was open"
    assert notice(GOOD, MORE, was_broken=True) == "The file opens again: 1 record added (a)"


def test_where_nothing_was_open_there_is_nothing_to_compare_with() -> None:
    assert notice(None, GOOD) == "Read again"
    assert notice(None, BROKEN) == ""
    assert notice(None, BROKEN, asked=True) == "Read again, and it still does not open"


def test_a_broken_file_is_named_in_the_title_with_its_errors_and_the_key() -> None:
    assert broken_title(load_text(BROKEN), "!") == ("⊠ 1 error in the file · ! lists all", "⊠ 1 error !")
    two = load_text(f'{BROKEN}[[actors]]\nid = "A"\nkind = "state"\nname = "A"\n')
    assert broken_title(two, "!")[1] == "⊠ 2 errors !"


def test_a_file_that_cannot_be_read_is_named_too(tmp_path: Path) -> None:
    missing = load(tmp_path / "nowhere.toml")
    assert broken_title(missing, "!") == ("⊠ the file cannot be read · ! says why", "⊠ no file !")


def test_the_notice_of_a_broken_file_has_its_first_problem_and_is_short() -> None:
    words = broken_notice(load_text(BROKEN), "!")
    assert words.startswith("1 error; what was open stays. ! lists them all. ")
    assert ":3:1: error:" in words
    assert len(broken_notice(load_text(f'{GOOD}sides = ["{"x" * 5000}"]\n'), "!")) < 500


@pytest.mark.parametrize(
    ("loaded", "words"),
    [
        (load_text(GOOD), ""),
        (load_text(BROKEN), ""),
        (load_text(WARNED), "1 warning in this dossier; ! lists them"),
        (load_text(f'{WARNED}shape = "round"\n'), "2 warnings in this dossier; ! lists them"),
    ],
    ids=["none", "errors", "one", "two"],
)
def test_warnings_are_counted_and_the_key_lists_them(loaded: Loaded, words: str) -> None:
    assert warnings_notice(loaded, "!") == words
