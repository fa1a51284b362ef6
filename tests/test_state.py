"""What is remembered between runs, and how little a broken state file does."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from tui import state


def test_nothing_is_remembered_at_first(state_folder: Path) -> None:
    assert state.load() == {}
    assert not state_folder.exists(), "looking leaves nothing behind"


def test_what_is_remembered_comes_back() -> None:
    assert state.save("theme", "nord")
    assert state.load() == {"theme": "nord"}


def test_a_word_that_no_file_can_hold_is_told_and_leaves_nothing_behind(state_folder: Path) -> None:
    assert not state.save("word", "\udcff")
    assert list(state_folder.iterdir()) == []


def test_the_newer_word_counts_and_the_rest_stays() -> None:
    state.save("theme", "nord")
    state.save("other", "x")
    state.save("theme", "gruvbox")
    assert state.load() == {"theme": "gruvbox", "other": "x"}


@pytest.mark.parametrize("value", ['with "quotes"', "a\\b", "two\nlines", "Երևան", "😀", "\x7f", "[red]", ""])
def test_any_word_comes_back_as_it_was(value: str) -> None:
    assert state.save("word", value)
    assert state.load() == {"word": value}


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"theme",
        b"\xff\xfe\x00",
        b"\x00" * 4096,
        b"theme = 3",
        b"theme = ['a']",
        b"[theme]\nname = 'x'",
        b"[" * 5000,
        b"x = '" + b"a" * 200_000,
        b"theme = 'a'\ntheme = 'b'",
    ],
    ids=range(10),
)
def test_a_broken_file_is_as_good_as_none_and_is_mended(state_folder: Path, broken: bytes) -> None:
    state_folder.mkdir(parents=True)
    (state_folder / "state.toml").write_bytes(broken)
    assert state.load() == {}
    assert state.save("theme", "nord")
    assert state.load() == {"theme": "nord"}


def test_a_folder_in_place_of_the_file_is_survived(state_folder: Path) -> None:
    (state_folder / "state.toml").mkdir(parents=True)
    assert state.load() == {}
    assert not state.save("theme", "nord")


def test_a_file_in_place_of_the_folder_is_survived(state_folder: Path) -> None:
    state_folder.write_text("in the way")
    assert state.load() == {}
    assert not state.save("theme", "nord")
    assert state_folder.read_text() == "in the way"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_told(state_folder: Path) -> None:
    state_folder.mkdir(parents=True)
    state_folder.chmod(0o500)
    try:
        assert not state.save("theme", "nord")
    finally:
        state_folder.chmod(0o700)


def test_only_the_person_can_read_it_and_nothing_else_is_left(state_folder: Path) -> None:
    state.save("theme", "nord")
    state.save("theme", "gruvbox")
    assert [file.name for file in state_folder.iterdir()] == ["state.toml"]
    assert stat.S_IMODE((state_folder / "state.toml").stat().st_mode) == 0o600
    assert stat.S_IMODE(state_folder.stat().st_mode) == 0o700


def test_a_write_that_fails_leaves_the_old_file_and_no_leftovers(
    state_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    state.save("theme", "nord")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert not state.save("theme", "gruvbox")
    assert state.load() == {"theme": "nord"}
    assert [file.name for file in state_folder.iterdir()] == ["state.toml"]


@pytest.mark.parametrize("base", ["", "relative/folder"])
def test_a_state_home_that_is_no_absolute_path_does_not_count(
    base: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", base)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert state.save("theme", "nord")
    assert (tmp_path / ".local" / "state" / "karabakh-tui" / "state.toml").exists()
