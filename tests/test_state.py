"""What is remembered between runs, and that a broken state file does no harm."""

from __future__ import annotations

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tui import state


def test_nothing_is_remembered_at_first(state_folder: Path) -> None:
    assert state.load() == {}
    assert not state_folder.exists(), "loading writes nothing"


def test_a_saved_value_is_loaded() -> None:
    assert state.save("theme", "nord")
    assert state.load() == {"theme": "nord"}


def test_a_value_that_cannot_be_encoded_is_refused_and_leaves_no_file(state_folder: Path) -> None:
    assert not state.save("word", "\udcff")
    assert list(state_folder.iterdir()) == []


def test_a_value_is_replaced_and_the_others_stay() -> None:
    state.save("theme", "nord")
    state.save("other", "x")
    state.save("theme", "gruvbox")
    assert state.load() == {"theme": "gruvbox", "other": "x"}


@pytest.mark.parametrize("value", ['with "quotes"', "a\\b", "two\nlines", "Երևան", "😀", "\x7f", "[red]", ""])
def test_any_value_is_remembered_as_it_is(value: str) -> None:
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
def test_a_broken_file_counts_as_none_and_is_replaced(state_folder: Path, broken: bytes) -> None:
    state_folder.mkdir(parents=True)
    (state_folder / "state.toml").write_bytes(broken)
    assert state.load() == {}
    assert state.save("theme", "nord")
    assert state.load() == {"theme": "nord"}


def test_a_folder_in_place_of_the_file_does_no_harm(state_folder: Path) -> None:
    (state_folder / "state.toml").mkdir(parents=True)
    assert state.load() == {}
    assert not state.save("theme", "nord")


def test_a_file_in_place_of_the_folder_does_no_harm(state_folder: Path) -> None:
    state_folder.write_text("in the way")
    assert state.load() == {}
    assert not state.save("theme", "nord")
    assert state_folder.read_text() == "in the way"


def test_a_fifo_in_place_of_the_file_does_not_block(state_folder: Path) -> None:
    state_folder.mkdir(parents=True)
    fifo = state_folder / "state.toml"
    os.mkfifo(fifo)
    with ThreadPoolExecutor() as executor:
        loading = executor.submit(state.load)
        try:
            assert loading.result(timeout=5) == {}
        finally:
            if not loading.done():
                fifo.write_bytes(b"")  # lets the thread go on, so that the test fails instead of hanging


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_reported(state_folder: Path) -> None:
    state_folder.mkdir(parents=True)
    state_folder.chmod(0o500)
    try:
        assert not state.save("theme", "nord")
    finally:
        state_folder.chmod(0o700)


def test_only_the_user_can_read_it_and_no_other_file_is_left(state_folder: Path) -> None:
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
def test_a_state_home_that_is_not_an_absolute_path_is_ignored(
    base: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", base)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert state.save("theme", "nord")
    assert (tmp_path / ".local" / "state" / "karabakh-tui" / "state.toml").exists()
