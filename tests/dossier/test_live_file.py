"""A file is read in a thread: when asked, after it was saved, and once more when it changed meanwhile."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tui.cli.reader import Reader
from tui.dossier import live_file
from tui.dossier.file_watch import being_written
from tui.dossier.live_file import ASIDE_SIZE, LiveFile
from tui.dossier.load import Loaded

_PATIENCE = 30.0


def text(title: str) -> str:
    return f'dossier = 1\ntitle = "{title}"\n'


def until(happens: Callable[[], object]) -> None:
    end = time.monotonic() + _PATIENCE
    while not happens():
        assert time.monotonic() < end, "it never happens"
        time.sleep(0.005)


class Following:
    """Somebody who follows a file and keeps what was delivered: the title, or None, and whether it was asked for."""

    def __init__(self, file: Reader) -> None:
        self.got: list[tuple[str | None, bool]] = []
        self.errors: list[Exception] = []
        self.is_idle = True
        self.live = LiveFile(file, self._take, lambda: self.is_idle, self.errors.append)
        others = threading.enumerate()
        self.live.start(file.read())
        (self.thread,) = (thread for thread in threading.enumerate() if thread not in others)

    def _take(self, loaded: Loaded, asked: bool) -> None:
        self.got.append((loaded.dossier.title if loaded.dossier else None, asked))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "d.toml"
    file.write_text(text("First"))
    return file


@pytest.fixture
def following(path: Path) -> Iterator[Following]:
    somebody = Following(Reader(str(path), {}))
    yield somebody
    somebody.live.stop()
    assert somebody.errors == []


def test_what_is_saved_is_delivered_without_being_asked_for(following: Following, path: Path) -> None:
    path.write_text(text("Second"))
    until(lambda: following.got)
    assert following.got == [("Second", False)]


def test_what_is_asked_for_is_delivered_although_nothing_changed(following: Following) -> None:
    following.live.ask()
    until(lambda: following.got)
    assert following.got == [("First", True)]
    following.live.refresh()
    until(lambda: len(following.got) > 1)
    assert following.got[1:] == [("First", False)]


def test_a_file_that_is_removed_and_back_is_delivered_once(following: Following, path: Path) -> None:
    path.unlink()
    time.sleep(0.15)
    other = path.with_name("other")
    other.write_text(text("Second"))
    other.replace(path)
    until(lambda: following.got)
    assert following.got == [("Second", False)]


@pytest.mark.long
def test_a_file_that_stays_away_is_delivered_as_broken(following: Following, path: Path) -> None:
    path.unlink()
    until(lambda: following.got)
    assert following.got == [(None, False)]


@pytest.mark.long
def test_half_a_file_is_never_delivered_while_its_writer_has_it_open(following: Following, path: Path) -> None:
    with path.open("w") as writer:
        writer.write(text("Half"))
        writer.flush()
        if not being_written(str(path)):
            pytest.skip("this system does not tell who has a file open")
        time.sleep(0.5)
        assert following.got == []
        writer.write('summary = "Whole."\n')
    until(lambda: following.got)
    assert following.got == [("Half", False)]


def test_a_change_of_a_copy_is_delivered(path: Path) -> None:
    copy = path.with_name("copy.txt")
    source = '[[sources]]\nid = "s"\nkind = "report"\ntitle = "S"\ntext = "copy.txt"\n'
    path.write_text(text("With a copy") + source)
    following = Following(Reader(str(path), {}))
    copy.write_text("A paragraph.")
    until(lambda: following.got)
    following.live.stop()
    assert following.got == [("With a copy", False)]


def test_it_waits_while_a_key_is_being_handled(following: Following, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_file, "_IDLE_WAIT", _PATIENCE)
    following.is_idle = False
    following.live.ask()
    time.sleep(0.05)
    assert following.got == []
    following.is_idle = True
    until(lambda: following.got)


class Changing(Reader):
    """A file that is saved once more while it is being read."""

    def read(self) -> Loaded:
        loaded = super().read()
        if loaded.dossier is not None and loaded.dossier.title == "Second":
            Path(self.path).write_text(text("Third"))
        return loaded


@pytest.mark.long
def test_a_result_that_is_out_of_date_is_not_delivered(path: Path) -> None:
    following = Following(Changing(str(path), {}))
    path.write_text(text("Second"))
    until(lambda: following.got)
    following.live.stop()
    assert following.got == [("Third", False)]


@pytest.mark.long
def test_nothing_is_delivered_after_the_end(following: Following, path: Path) -> None:
    following.live.stop()
    path.write_text(text("Second"))
    following.live.ask()
    time.sleep(0.4)
    assert following.got == []
    until(lambda: not following.thread.is_alive())


class Slow(Reader):
    """A file that takes as long to read as the test says, but for the first time."""

    def __init__(self, file: str) -> None:
        super().__init__(file, {})
        self.begun, self.go_on = threading.Event(), threading.Event()
        self.go_on.set()

    def read(self) -> Loaded:
        self.begun.set()
        assert self.go_on.wait(_PATIENCE)
        return super().read()


def test_nothing_is_delivered_when_the_end_comes_while_the_file_is_being_read(path: Path) -> None:
    slow = Slow(str(path))
    following = Following(slow)
    slow.begun.clear()
    slow.go_on.clear()
    following.live.ask()
    assert slow.begun.wait(_PATIENCE)
    following.live.stop()
    slow.go_on.set()
    until(lambda: not following.thread.is_alive())
    assert following.got == []


def test_a_larger_file_is_read_in_a_process_of_its_own(following: Following, path: Path) -> None:
    path.write_text(text("Large") + "#" * ASIDE_SIZE)
    until(lambda: following.live.aside)
    until(lambda: following.got)
    assert following.got == [("Large", False)]
    assert following.live.aside is None


class Failing(Reader):
    """A file that cannot be read for a reason that nobody thought of."""

    def files(self, loaded: Loaded | None) -> list[str]:
        if loaded is not None and loaded.dossier is not None and loaded.dossier.title == "Second":
            raise KeyError("unforeseen")
        return super().files(loaded)


def test_an_unforeseen_error_is_passed_on_and_printed_nowhere(path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    following = Following(Failing(str(path), {}))
    path.write_text(text("Second"))
    until(lambda: following.errors)
    assert isinstance(following.errors[0], KeyError)
    assert capfd.readouterr() == ("", "")
