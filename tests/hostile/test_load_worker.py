"""The process that reads a large dossier: what it brings back, and that nothing of it stays when it or we must go."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hostile import generator
from tests.hostile.base import Tree, tree, write
from tests.hostile.watch import ROOT, all_of, one_clear_line
from tests.marks import mostly_long
from tests.screens.opened import Unwatched, browsing
from tests.screens.person import at
from tests.terminal.pty_harness import Terminal
from tui.app import KarabakhApp
from tui.cli.reader import LARGE_FILE, Reader
from tui.dossier import load_worker
from tui.dossier.dossier import Dossier
from tui.dossier.load import Loaded, load, load_bytes
from tui.dossier.packed import Telling, framed, loaded_frames, numbered, pack, record_frames, unpack
from tui.dossier.progress import Progress
from tui.dossier.values.text import Safe
from tui.screens.browse import BrowseScreen
from tui.screens.loading import LoadingScreen
from tui.screens.problems import ProblemsScreen

PYTHON = sys.executable
"""Kept before a test puts another in its place."""
_PATIENCE = 60.0


def large(whole: Tree | None = None, title: str = "Large one") -> bytes:
    """A dossier that is so large that it is read aside."""
    made = tree() if whole is None else whole
    made["title"] = title
    data = write(made).text.encode() + b"# a comment\n" * (LARGE_FILE // 10)
    assert len(data) > LARGE_FILE
    return data


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "large.toml"
    path.write_bytes(large())
    return path


def said(loaded: Loaded) -> tuple[object, ...]:
    """All that a loaded file says, to be compared."""
    held: Dossier | None = loaded.dossier
    inside = None if held is None else (held.head.title, held.tables, held.passages, held.verified, list(held.records))
    return loaded.name, inside, loaded.problems, loaded.excerpts, loaded.totals, loaded.copies


def has_ended(pid: int) -> bool:
    """Whether a process is no more, or waits only for somebody to ask for its status."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(") ")[2][0] in "ZX"
    except OSError:
        return True


def until_it_ended(pid: int) -> None:
    end = time.monotonic() + _PATIENCE
    while not has_ended(pid):
        assert time.monotonic() < end, f"process {pid} lives on"
        time.sleep(0.02)


@pytest.fixture
def instead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A script that is run in the place of the Python that reads; a test writes it."""
    script = tmp_path / "instead"
    script.touch(0o755)
    monkeypatch.setattr("tui.dossier.load_worker.sys.executable", str(script))
    return script


# What it brings back


@pytest.mark.long
def test_a_packed_result_holds_what_was_loaded(tmp_path: Path) -> None:
    failures = []
    for number, case in enumerate(generator.cases()):
        if case.big or case.data is None or number % 23:
            continue
        loaded = load_bytes(case.data(), Safe("case"), str(tmp_path))
        sent = unpack(pack(loaded))
        if said(sent) != said(loaded) or sent.notes != loaded.notes:
            failures.append(case.name)
    assert not failures, all_of(failures)


@pytest.mark.long
@pytest.mark.parametrize("fault", mostly_long(["", "schema", "syntax", "bytes", "warning"], "schema"))
def test_the_child_says_what_loading_here_says(fault: str, tmp_path: Path) -> None:
    whole = tree()
    if fault == "schema":
        whole["quotes"][0]["speaker"] = "nobody"
    if fault == "warning":
        whole["colour"] = "\x1b[31m"
    data = large(whole) + {"syntax": b'x = "', "bytes": b"# \xff"}.get(fault, b"")
    path = tmp_path / "[red]\x1b]0;x\x07.toml"
    path.write_bytes(data)
    reader = Reader(str(path), {})
    assert reader.is_large
    found = reader.read_aside().result()
    assert said(found) == said(load(path))
    assert (found.dossier is None) == (fault not in ("", "warning"))
    assert bool(found.problems) == bool(fault)
    through_stdin = load_worker.LoadWorker("-", Safe("standard input"), data, {}).result()
    assert said(through_stdin) == said(load_bytes(data, Safe("standard input")))


@pytest.mark.long
def test_the_child_reads_the_copies_that_are_named(file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy=[red].txt"
    copy.write_text("A paragraph that no record cites.\n", encoding="utf-8")
    copies = {tree()["sources"][0]["id"]: str(copy)}
    found = Reader(str(file), copies).read_aside().result()
    assert said(found) == said(load(file, copies)) != said(load(file))


# What it sends when something is wrong with it

_PACKED = pack(load_bytes(b"", Safe("x")))
GARBAGE = {
    "nothing": b"",
    "words": b"Traceback (most recent call last):\n",
    "escapes": b"\x1b]0;PWNED\x07",
    "half": _PACKED[: len(_PACKED) // 2],
    "cut": _PACKED[:-1],
    "a-long-frame": b"\xff\xff\xff\xff" + _PACKED,
    "another-shape": b"\x93\x01\x02\x03",
    "a-number": b"\x07",
    "deep": b"\x91" * 5000,
    "too-long": b"\xdd\xff\xff\xff\xff",
}


def is_lost(loaded: Loaded) -> bool:
    return loaded.dossier is None and [problem.code for problem in loaded.problems] == ["lost"]


@pytest.mark.parametrize("name", GARBAGE)
def test_a_child_that_sends_no_result_is_one_clear_problem(name: str, instead: Path, tmp_path: Path) -> None:
    (tmp_path / "garbage").write_bytes(GARBAGE[name])
    instead.write_text(f'#!/bin/sh\ncat "{tmp_path}/garbage"\n')
    loaded = load_worker.LoadWorker("x", Safe("x.toml"), None, {}).result()
    assert is_lost(loaded)
    assert one_clear_line(loaded.problems[0].text(loaded.name))


def test_a_child_is_believed_once_its_result_is_whole_and_not_before(instead: Path, tmp_path: Path) -> None:
    (tmp_path / "packed").write_bytes(_PACKED)
    instead.write_text(f'#!/bin/sh\ncat "{tmp_path}/packed"\nexec sleep 1000\n')
    child = load_worker.LoadWorker("x", Safe("x"), None, {})
    assert not is_lost(child.result())
    child.stop()
    (tmp_path / "packed").write_bytes(_PACKED[:-1])
    instead.write_text(f'#!/bin/sh\ncat "{tmp_path}/packed"\nexit 0\n')
    assert is_lost(load_worker.LoadWorker("x", Safe("x"), None, {}).result())


def test_records_that_are_sent_again_replace_those_sent_before(instead: Path, tmp_path: Path) -> None:
    first, second = (load_bytes(write(tree()).text.replace("A title", title).encode(), Safe("x")) for title in "ab")
    assert first.dossier is not None
    frames = [*record_frames(first.dossier.head, numbered(first.dossier.tables)), *loaded_frames(second)]
    (tmp_path / "packed").write_bytes(b"".join(frames))
    instead.write_text(f'#!/bin/sh\ncat "{tmp_path}/packed"\n')
    assert said(load_worker.LoadWorker("x", Safe("x"), None, {}).result()) == said(second)


def test_a_child_that_does_not_take_its_input_is_one_problem(instead: Path) -> None:
    instead.write_text("#!/bin/sh\nexec 0<&-\nexit 1\n")
    assert is_lost(load_worker.LoadWorker("-", Safe("standard input"), b"x" * 1_000_000, {}).result())


def test_no_child_at_all_is_one_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.dossier.load_worker.sys.executable", "/no/such/python")
    child = load_worker.LoadWorker("x", Safe("x"), None, {})
    child.stop()
    assert is_lost(child.result())


# What becomes of it


@pytest.fixture
def child(tmp_path: Path) -> Iterator[load_worker.LoadWorker]:
    """A child that stands still, long before it is at the end of its file, however late it is told to."""
    file = tmp_path / "large.toml"
    quotes = (f'[[quotes]]\nid = "q-{number}"\ntext = "Words."\n' for number in range(40_000))
    file.write_text(f'dossier = 1\ntitle = "Large"\n{"".join(quotes)}', encoding="utf-8")
    made = load_worker.LoadWorker(str(file), Safe("x"), None, {})
    assert made.process is not None
    made.process.send_signal(signal.SIGSTOP)
    yield made
    made.process.kill()
    made.process.wait()


@pytest.mark.parametrize("number", mostly_long([signal.SIGKILL, signal.SIGTERM, signal.SIGINT], signal.SIGKILL))
def test_a_child_that_is_killed_is_one_problem(child: load_worker.LoadWorker, number: signal.Signals) -> None:
    assert child.process is not None
    child.process.send_signal(number)
    child.process.send_signal(signal.SIGCONT)
    while child.process.poll() is None:  # an interrupt that comes while Python begins may be lost
        child.process.send_signal(number)
        time.sleep(0.02)
    assert is_lost(child.result())


def test_a_child_that_is_stopped_by_us_is_one_problem(child: load_worker.LoadWorker) -> None:
    child.stop()
    assert is_lost(child.result())


_PARENT = """
import sys, time
from tui.cli.reader import Reader
child = Reader(sys.argv[1], {}).read_aside().worker
print(child.process.pid, flush=True)
time.sleep(1000)
"""


_WAITING = """
import threading, time
from tui.dossier import load_worker
threading.Thread(target=load_worker._die_with_parent, daemon=True).start()
time.sleep(1000)
"""


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="asks /proc whether a stranger's child has ended")
def test_it_ends_when_its_parent_is_killed(instead: Path, tmp_path: Path) -> None:
    """One that does nothing but wait, so that it would not come to an end by itself."""
    waiting = tmp_path / "waiting.py"
    waiting.write_text(_WAITING)
    instead.write_text(f'#!/bin/sh\nexec "{PYTHON}" "{waiting}"\n')
    parent = _PARENT.replace("child = ", f"sys.executable = {str(instead)!r}\nchild = ")
    with subprocess.Popen(
        [PYTHON, "-c", parent, "x"],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as process:
        assert process.stdout is not None
        pid = int(process.stdout.readline())
        assert not has_ended(pid)
        process.kill()
    until_it_ended(pid)


# The app while it works


class Large(Unwatched):
    """A file that is read in a process of its own, whatever its size."""

    @property
    def size(self) -> int:
        return LARGE_FILE


def app_of(file: Path) -> KarabakhApp:
    return KarabakhApp(Large(str(file), {}))


def child_of(app: KarabakhApp) -> subprocess.Popen[bytes]:
    reading = app.live_file.aside
    assert reading is not None
    assert reading.worker is not None
    assert reading.worker.process is not None
    return reading.worker.process


@pytest.mark.long
async def test_a_large_file_opens_and_is_read_again(file: Path) -> None:
    async with at(app_of(file)) as person:
        await person.until(lambda: isinstance(person.app.screen, BrowseScreen))
        await person.press("down")
        before = browsing(person).here()
        file.write_bytes(large(title="Anew"))
        await person.press("r", "r", "r")
        await person.sees("Anew")
        assert browsing(person).here() == before
        await person.until(lambda: person.app.live_file.aside is None)


@pytest.mark.long
async def test_a_large_file_with_errors_shows_them_and_opens_once_fixed(file: Path) -> None:
    whole = tree()
    whole["quotes"][0]["speaker"] = "nobody"
    file.write_bytes(large(whole))
    async with at(app_of(file), (100, 30)) as person:
        await person.until(lambda: isinstance(person.app.screen, ProblemsScreen))
        assert "“nobody”" in person.text
        file.write_bytes(large())
        await person.press("r")
        await person.until(lambda: isinstance(person.app.screen, BrowseScreen))
        file.write_bytes(large(whole))
        await person.press("r")
        await person.until(lambda: any("what was open stays" in told for told in person.told))
        assert isinstance(person.app.screen, BrowseScreen)


@pytest.mark.long
async def test_a_child_that_dies_is_told_on_the_screen_and_r_tries_again(file: Path) -> None:
    async with at(app_of(file), (100, 30)) as person:
        await person.until(lambda: person.app.live_file.aside)
        child_of(person.app).kill()
        await person.until(lambda: isinstance(person.app.screen, ProblemsScreen | BrowseScreen))
        if isinstance(person.app.screen, ProblemsScreen):  # or else it was faster than we
            assert "could not be read completely" in person.text
        await person.press("r")
        await person.until(lambda: isinstance(person.app.screen, BrowseScreen))


async def test_a_child_that_hangs_leaves_every_key_alive(file: Path, instead: Path) -> None:
    instead.write_text("#!/bin/sh\nexec sleep 1000\n")
    async with at(app_of(file)) as person:
        await person.until(lambda: person.app.live_file.aside)
        process = child_of(person.app)
        assert isinstance(person.app.screen, LoadingScreen)
        assert "──  0.0 of 2." in person.text, "the bar is there from the first paint on"
        await person.press("t")
        assert person.app.theme == "karabakh-light"
        await person.press("r", "?", "escape", ":", "1", "/", "enter", "tab")
        await person.resize(20, 5)
        await person.resize(80, 24)
        assert child_of(person.app) is process, "one child at a time"
        assert process.poll() is None
        await person.press("q")
        assert person.app._exit
    assert process.wait(_PATIENCE) == -signal.SIGKILL


_HANGING = """
import pathlib, sys, time
if any("load_worker" in word for word in sys.orig_argv):
    pathlib.Path({mark!r}).write_text(str(__import__("os").getpid()))
    time.sleep(1000)
"""


@pytest.mark.long
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="asks /proc whether a stranger's child has ended")
@pytest.mark.parametrize("way", [b"q", b"\x1b", signal.SIGTERM], ids=["key", "esc", "signal"])
def test_leaving_while_it_works_leaves_no_process(way: bytes | signal.Signals, file: Path, tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    (tmp_path / "sitecustomize.py").write_text(_HANGING.format(mark=str(mark)))
    environment = {"XDG_STATE_HOME": str(tmp_path / "state"), "PYTHONPATH": str(tmp_path)}
    with Terminal((PYTHON, "-m", "tui", str(file)), environment=environment, cwd=ROOT) as terminal:
        terminal.wait_for("q Quit")
        terminal.wait_until(lambda: mark.exists() and mark.read_text())
        if isinstance(way, bytes):
            terminal.send(way)
        else:
            terminal.signal(way)
        assert terminal.wait_for_end() == (0 if isinstance(way, bytes) else 143)
        assert terminal.unrestored() == []
    until_it_ended(int(mark.read_text()))


async def test_the_screen_says_how_far_it_is_and_esc_cancels(file: Path, instead: Path, tmp_path: Path) -> None:
    (tmp_path / "told").write_bytes(framed(Telling(Progress("read", 1_500_000, 3_000_000))))
    instead.write_text(f'#!/bin/sh\ncat "{tmp_path}/told"\nexec sleep 1000\n')
    async with at(app_of(file)) as person:
        await person.sees("1.5 of 3.0 MB")
        process = child_of(person.app)
        assert "esc Cancel" in person.text
        await person.press("escape")
        assert person.app._exit
    assert process.wait(_PATIENCE) == -signal.SIGKILL
