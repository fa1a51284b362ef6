"""The real program on a real terminal: it comes and goes cleanly, and a hostile dossier never speaks to it."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from tests.terminal.conftest import SHELL
from tests.terminal.pty_harness import Terminal
from tests.walks.test_walks import hostile

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = [sys.executable, "-m", "tui"]


@pytest.fixture
def bundled(tmp_path: Path) -> Terminal:
    return Terminal(PROGRAM, environment={"XDG_STATE_HOME": str(tmp_path)}, cwd=ROOT)


def test_it_opens_the_bundled_dossier_and_quits_with_a_clean_terminal(bundled: Terminal) -> None:
    with bundled as terminal:
        terminal.wait_for("Armenia")
        terminal.send(b"3")
        terminal.wait_for("+ ties")
        terminal.send(b"q")
        assert terminal.wait_for_end() == 0
        assert terminal.unrestored() == []
        assert terminal.printed_after_exit() == ""


@pytest.mark.long
@pytest.mark.parametrize(("arguments", "title"), [((), "The Sarn strait"), (("content/karabakh.toml",), "Nagorno")])
def test_a_tour_begins_in_the_example_or_in_the_file_that_is_named(
    arguments: tuple[str, ...], title: str, tmp_path: Path
) -> None:
    environment = {"XDG_STATE_HOME": str(tmp_path)}
    with Terminal([*PROGRAM, "--tour", *arguments], environment=environment, cwd=ROOT) as terminal:
        terminal.wait_for(title)
        terminal.wait_for("Tour 1/7")
        terminal.send(b"q")
        assert terminal.wait_for_end() == 0


@pytest.mark.parametrize(
    ("number", "status"),
    [
        (signal.SIGTERM, 143),
        pytest.param(signal.SIGHUP, 129, marks=pytest.mark.long),
        pytest.param(signal.SIGQUIT, 131, marks=pytest.mark.long),
    ],
)
def test_a_signal_leaves_a_clean_terminal(bundled: Terminal, number: signal.Signals, status: int) -> None:
    with bundled as terminal:
        terminal.wait_for("Armenia")
        terminal.signal(number)
        assert terminal.wait_for_end() == status
        assert terminal.unrestored() == []


@pytest.mark.long
def test_a_walk_through_a_hostile_dossier_sends_nothing_of_it_but_text(tmp_path: Path) -> None:
    path = hostile(tmp_path)
    with Terminal([*PROGRAM, str(path)], environment={"XDG_STATE_HOME": str(tmp_path)}, cwd=ROOT) as terminal:
        terminal.wait_for("Actors")
        for keys in (b"jjjjjjjj\r", b"jjjj", b"\x7f", b"2", b"jjj\r", b"3", b"jj\r", b"5", b"j\r", b"7"):
            terminal.send(keys)
            terminal.drain()
        for key, words in ((b"?", "esc closes"), (b":", "or a few words")):
            terminal.send(key)
            terminal.wait_for(words)
            terminal.send(b"\x1b")
            terminal.wait_until(lambda words=words: not any(words in line for line in terminal.lines()))  # type: ignore[misc]
        terminal.send(b"q")
        assert terminal.wait_for_end() == 0
        assert terminal.unrestored() == []
        raw = terminal.raw
    assert b"\x1b]52;" not in raw
    assert b"evil\x07" not in raw
    assert not re.search(rb"\x1b\]0;", raw)
    text = raw.decode("utf-8", "replace")
    assert not re.search("[\u0080-\u009f\u202a-\u202e\u2066-\u2069\u200b]", text)


ESCAPE = b"\x1b[27u"
"""The escape key as newer terminals send it, which no key after it can turn into another one."""
SIZES = [(1, 1), (2, 2), (20, 5), (1000, 1), (1, 500), (500, 200)]


@pytest.mark.long
def test_every_size_and_a_storm_of_300_leave_it_as_it_was(tmp_path: Path) -> None:
    with Terminal(
        [*PROGRAM, str(hostile(tmp_path))], environment={"XDG_STATE_HOME": str(tmp_path)}, cwd=ROOT
    ) as terminal:
        terminal.wait_for("q Quit")
        for columns, rows in SIZES:
            before = len(terminal.raw)
            terminal.resize(columns, rows)
            terminal.wait_until(partial(has_written_since, terminal, before))
            terminal.send(b"j")
        for step in range(300):
            terminal.resize(*(SIZES[step % len(SIZES)] if step % 2 else (60 + step % 40, 20 + step % 7)))
            terminal.drain()
        terminal.resize(100, 30)
        terminal.wait_until(lambda: "1 Actors" in terminal.lines()[0] and "q Quit" in terminal.lines()[29])
        terminal.send(b"q")
        assert terminal.wait_for_end() == 0
        assert terminal.unrestored() == []


def has_written_since(terminal: Terminal, before: int) -> bool:
    return len(terminal.raw) > before


_FAILING = """
import sys
import time
from tui.cli.main import main
from tui.screens.browse import BrowseScreen

def fail(screen, *_):
    words = {record.id: screen.catalog.dossier.name(record.id) for record in screen.catalog.dossier.records.values()}
    raise KeyError(str(words))

BrowseScreen.action_other_pane = fail
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.long
def test_a_crash_leaves_one_line_and_no_word_of_the_dossier(tmp_path: Path) -> None:
    path = hostile(tmp_path)
    environment = {"XDG_STATE_HOME": str(tmp_path / "state")}
    with Terminal([sys.executable, "-c", _FAILING, str(path)], environment=environment, cwd=ROOT) as terminal:
        terminal.wait_for("q Quit")
        terminal.send(b"\t")
        assert terminal.wait_for_end() == 70
        assert terminal.unrestored() == []
        said = terminal.printed_after_exit()
    log = (tmp_path / "state" / "karabakh-tui" / "crash.log").read_text(encoding="utf-8")
    assert said.count("\n") == 1
    assert "KeyError" in said
    assert "KeyError" in log
    for word in ("Azerbaijan", "evil", "a-1", "[/]", "hostile", "\x1b", "x" * 20, str(tmp_path)):
        assert word not in log
    for word in ("Azerbaijan", "evil", "a-1", "[/]", "hostile.toml"):
        assert word not in said


@pytest.mark.long
def test_a_paste_that_ends_itself_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    path = hostile(tmp_path / "here")
    environment = {"XDG_STATE_HOME": str(tmp_path / "state")}
    with Terminal([*PROGRAM, str(path)], environment=environment, cwd=ROOT, columns=100) as terminal:
        terminal.wait_for("q Quit")
        terminal.send(b"\x1b[200~\x1b]52;c;eA==\x07x\x1b[201~rm -rf ~\rjjnN\r\x1b[200~y\x1b[201~")
        terminal.send(ESCAPE * 4 + b"q")  # out of whatever the keys have opened
        assert terminal.wait_for_end() == 0
        assert terminal.unrestored() == []
    assert [file.name for file in (tmp_path / "here").iterdir()] == [path.name]
    assert b"\x1b]52;" not in terminal.raw


@pytest.mark.long
def test_a_dossier_that_does_not_open_shows_its_problems_and_opens_once_fixed(tmp_path: Path) -> None:
    path = tmp_path / "dossier.toml"
    path.write_text('dossier = 1\ntitle = "Mended"\nsides = ["nobody"]\n', encoding="utf-8")
    with Terminal([*PROGRAM, str(path)], environment={"XDG_STATE_HOME": str(tmp_path)}, cwd=ROOT) as terminal:
        terminal.wait_for("line 3")
        path.write_text('dossier = 1\ntitle = "Mended"\n', encoding="utf-8")
        terminal.send(b"r")
        terminal.wait_for("Actors")
        terminal.send(b"q")
        assert terminal.wait_for_end() == 0
        assert terminal.unrestored() == []


def test_standard_input_may_be_the_dossier_and_the_keyboard_still_works(tmp_path: Path) -> None:
    (tmp_path / "dossier.toml").write_text('dossier = 1\ntitle = "Piped in"\n', encoding="utf-8")
    with (tmp_path / "dossier.toml").open("rb") as piped:
        terminal = Terminal(
            [*PROGRAM, "-"], environment={"XDG_STATE_HOME": str(tmp_path)}, cwd=ROOT, stdin=piped.fileno()
        )
        with terminal:
            terminal.wait_for("Piped in")
            terminal.send(b"q")
            assert terminal.wait_for_end() == 0


@pytest.mark.parametrize("arguments", [["check"], ["show", "armenia"], ["list", "quotes"]])
def test_the_commands_print_without_a_terminal(arguments: list[str]) -> None:
    done = subprocess.run([*PROGRAM, *arguments], cwd=ROOT, capture_output=True, stdin=subprocess.DEVNULL, check=False)
    assert done.returncode == 0
    assert not re.search(rb"[\x00-\x09\x0b-\x1f\x7f]", done.stdout + done.stderr)


@pytest.mark.long
def test_ctrl_z_stops_it_and_fg_shows_the_same_place_without_running_what_was_typed_ahead(tmp_path: Path) -> None:
    with Terminal([*SHELL, *PROGRAM], environment={"XDG_STATE_HOME": str(tmp_path)}, cwd=ROOT) as terminal:
        terminal.wait_for("q Quit")
        terminal.send(b"4")
        terminal.wait_for("Who feels let down")
        terminal.wait_for("tab Page")
        place = terminal.lines()
        for typed in (b"\x1aq", b":\x1b[122;5u"):  # ctrl+z as a control character, and in a dialog as a kitty key
            before = len(terminal.raw)
            terminal.send(typed)
            terminal.wait_until(partial(in_the_output, terminal, b"stopped\r\n", before))
            assert terminal.unrestored() == []
            before = len(terminal.raw)
            terminal.send(b"fg\n")
            terminal.wait_until(partial(in_the_output, terminal, b"\x1b[?1049h", before))
            terminal.wait_for("q Quit" if typed[-1] == ord("q") else "esc Close")
        terminal.send(b"\x1b[27u")
        terminal.wait_until(lambda: terminal.lines() == place)
        terminal.send(b"q")
        assert terminal.wait_for_end() == 0
        assert terminal.unrestored() == []


def in_the_output(terminal: Terminal, words: bytes, before: int) -> bool:
    return words in terminal.raw[before:]


LATE_REPORTS = (
    b"\x1b[?1;2c\x1b[>1;10;0c\x1b[?1u\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\\x1bP>|tmux q\x1b\\\x1b_q\x1b\\\x1b^q\x1b\\"
)


@pytest.mark.long
def test_reports_and_pastes_that_nobody_asked_for_change_nothing_and_keys_are_heard_after_them(
    bundled: Terminal,
) -> None:
    with bundled as terminal:
        terminal.wait_for("q Quit")
        screen = terminal.lines()
        for byte in LATE_REPORTS + b"\x1b[1;5I\x1b[1;4Z\x1b]lq":
            terminal.send(bytes([byte]))
        terminal.send(b"\x1b\\\x1b[200~ a paste without an end")
        terminal.send(b"\x03")
        terminal.wait_for("Press ctrl+c again to quit")
        assert terminal.lines()[:20] == screen[:20]
        terminal.wait_until(partial(is_heard, terminal, b"4", "Who feels let down"))
        terminal.send(b"q")
        assert terminal.wait_for_end() == 0
        assert terminal.unrestored() == []


def is_heard(terminal: Terminal, key: bytes, effect: str) -> bool:
    """Whether a key that is typed again and again has its effect."""
    terminal.send(key)
    time.sleep(0.1)
    return any(effect in line for line in terminal.lines())
