"""What is said when the file is opened in an editor from within the app, and when that cannot be done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import cast

import pytest
from textual.app import App

from tui.cli.reader import Reader
from tui.editing import Editing


class Told:
    """Stands for the app: keeps what it is asked to say, and counts how often the terminal was lent."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.lent = 0
        self.called_later = Event()

    def notify(self, message: str, **_: object) -> None:
        self.said.append(message)

    @contextmanager
    def suspend(self) -> Iterator[None]:
        self.lent += 1
        yield

    def call_later(self, callback: Callable[..., None], *args: object) -> None:
        callback(*args)
        self.called_later.set()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a dossier.toml"
    path.write_text('dossier = 1\ntitle = "Edited"\n', encoding="utf-8")
    return path


@pytest.fixture
def told() -> Told:
    return Told()


def edit(told: Told, file: Path | None, *, name: str = "", exits: int = 0) -> bool:
    """Edit with a program called `name` that ends with a status; whether the file is then read again."""
    if name and file is not None:
        program = file.parent / name
        program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{file.parent}/called"\nexit {exits}\n')
        program.chmod(0o755)
    read = []
    reader = Reader(None if file is None else str(file), {})
    Editing(cast("App[int]", told), reader, lambda: read.append(True)).open_at(lambda text: (text.count("\n"), 1))
    return bool(read)


@pytest.mark.parametrize(
    ("exits", "said"), [(0, []), (3, ["my-editor ended with status 3"])], ids=["it did its work", "it failed"]
)
def test_the_terminal_is_lent_and_the_file_is_read_again(
    exits: int, said: list[str], file: Path, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", str(file.parent / "my-editor").replace(" ", "\\ "))
    assert edit(told, file, name="my-editor", exits=exits)
    assert (file.parent / "called").read_text().split("\n")[:2] == ["+2", str(file)]
    assert (told.lent, told.said) == (1, said)


def test_an_editor_with_a_window_of_its_own_leaves_the_terminal_alone_and_may_fail_later(
    file: Path, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", str(file.parent / "codium"))
    assert not edit(told, file, name="codium", exits=1), "the file is followed as it is saved"
    assert told.called_later.wait(10)
    assert told.lent == 0
    assert sorted(told.said) == [
        "Opened in codium; the dossier follows the file as it is saved",
        "codium ended with status 1",
    ]


def test_what_cannot_be_edited_says_why_in_one_line(file: Path, told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "no-such-editor")
    assert not edit(told, file)
    file.unlink()
    assert not edit(told, file)
    assert not edit(told, None)
    assert told.lent == 0
    missing, gone, bundled = told.said
    assert "no-such-editor" in missing
    assert gone.startswith("The file cannot be edited: ")
    assert bundled
    assert "\n" not in "".join(told.said)
