"""Without a terminal the program says so in one line; a misleading environment does not mislead it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest
import textual

from tests.marks import mostly_long
from tests.terminal.conftest import Start
from tests.terminal.pty_harness import Terminal
from tui.terminal.tty_check import DEVELOPER_SWITCH, DISPLAY_VARIABLES, prepare_environment

ROOT = Path(__file__).resolve().parents[2]

STREAMS = ("stdin", "stdout", "stderr")


@pytest.mark.parametrize(
    "piped",
    [
        pytest.param(
            piped,
            id="-".join(name for name, pipe in zip(STREAMS, piped, strict=True) if pipe) or "none",
            marks=[pytest.mark.long] * (sum(piped) > 1),
        )
        for piped in product((False, True), repeat=3)
    ],
)
def test_it_starts_only_where_input_and_screen_are_terminals(start: Start, piped: tuple[bool, bool, bool]) -> None:
    reading, writing = os.pipe()
    os.write(writing, b"qqq")
    ends = (reading, writing, writing)
    replaced = {name: end for name, end, pipe in zip(STREAMS, ends, piped, strict=True) if pipe}
    fine = not piped[0] and not piped[2]
    terminal = start(ready="READY" if fine else "", **replaced)
    if fine:
        terminal.send(b"q")
    assert terminal.wait_for_end() == (0 if fine else 2)
    assert terminal.unrestored() == []
    os.close(writing)
    said = terminal.printed_after_exit() + os.read(reading, 9999).removeprefix(b"qqq").decode()
    os.close(reading)
    assert said.count("\n") == (not fine)
    assert ("not a terminal" in said) == (not fine)


@pytest.mark.parametrize("stream", [0, 2])
def test_a_closed_stream_is_no_terminal(stream: int) -> None:
    program = (
        "import os; from tui.terminal import tty_check; os.write(1, repr(tty_check.no_terminal_reason()).encode())"
    )
    closing = f"exec {sys.executable} -c '{program}' {stream}<&-"
    run = subprocess.run(["sh", "-c", closing], capture_output=True, text=True, check=True)
    assert "not a terminal" in run.stdout


@pytest.mark.parametrize("term", mostly_long(["dumb", "DUMB", "unknown", "", None], "DUMB", None))
def test_a_terminal_without_a_full_screen_is_refused(start: Start, term: str | None) -> None:
    terminal = start(ready="", environment={"TERM": term})
    assert terminal.wait_for_end() == 2
    assert terminal.printed_after_exit().count("\n") == 1
    assert "TERM" in terminal.printed_after_exit()
    assert terminal.unrestored() == []


@pytest.mark.long
def test_exported_sizes_are_ignored(start: Start) -> None:
    terminal = start(environment={"COLUMNS": "200", "LINES": "50"})
    terminal.wait_for("size=80x24")
    terminal.resize(60, 20)
    terminal.wait_for("size=60x20")
    terminal.send(b"q")
    assert terminal.wait_for_end() == 0


@pytest.mark.parametrize(
    "environment",
    [
        pytest.param({"TEXTUAL_COLOR_SYSTEM": "bogus", "PYTHONIOENCODING": "ascii"}, marks=pytest.mark.long),
        {
            "TEXTUAL_COLOR_SYSTEM": "",
            "TEXTUAL_FPS": "many",
            "TEXTUAL_ANIMATIONS": "some",
            "TEXTUAL_DRIVER": "no.such:Driver",
            "TEXTUAL_THEME": "no-such-theme",
            "TEXTUAL_FILTERS": "none",
            "ESCDELAY": "soon",
        },
        pytest.param(
            {"UNICODE_VERSION": "bogus", "COLORTERM": None, "TERM": "vt100", "NO_COLOR": "1"}, marks=pytest.mark.long
        ),
        pytest.param(
            {"LANG": "C", "LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, marks=pytest.mark.long
        ),
    ],
    ids=["colours", "Textual's settings", "an old terminal", "no UTF-8"],
)
def test_a_strange_environment_does_no_harm(start: Start, environment: dict[str, str | None]) -> None:
    terminal = start(environment=environment)
    terminal.send(b"q")
    assert terminal.wait_for_end() == 0
    assert terminal.unrestored() == []
    assert terminal.printed_after_exit() == ""


def test_the_environment_is_prepared_for_textual() -> None:
    program = (
        "import os, sys; from tui.terminal.tty_check import prepare_environment; prepare_environment(); "
        "names = {'LINES', 'COLUMNS', 'TEXTUAL_DRIVER', 'TEXTUAL', 'TEXTUAL_NEW'}; "
        "print(sys.stderr.encoding, sys.stderr.errors, *(names & {*os.environ}), "
        "os.environ['TEXTUAL_FPS'], os.environ['TEXTUAL_ANIMATIONS'], os.environ.get('TEXTUAL_COLOR_SYSTEM'))"
    )
    environment = {
        "PYTHONIOENCODING": "ascii",
        "COLUMNS": "9",
        "LINES": "9",
        "TEXTUAL_FPS": "30",
        "TEXTUAL_DRIVER": "a:B",
        "TEXTUAL": "devtools",
        "TEXTUAL_NEW": "1",
    }
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=environment)
    assert run.stdout == "utf-8 replace 30 none None\n"


def test_the_check_imports_neither_textual_nor_rich() -> None:
    program = (
        "import sys; from tui.terminal.tty_check import *; prepare_environment(); no_terminal_reason(); "
        "print(sorted({name.split('.')[0] for name in sys.modules} & {'textual', 'rich', 'asyncio', 'msgspec'}))"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"


DEVELOPER = {"TEXTUAL": "devtools,debug", "TEXTUAL_DEBUG": "1", "TEXTUAL_SCREENSHOT": "0", "TEXTUAL_PRESS": "1,q"}


@pytest.mark.long
def test_variables_for_developers_are_ignored_and_that_is_said(tmp_path: Path) -> None:
    state = {"XDG_STATE_HOME": str(tmp_path / "state"), "PYTHONPATH": str(ROOT)}
    environment = {**state, **DEVELOPER, "TEXTUAL_LOG": "/nonexistent/log"}
    here = tmp_path / "here"
    here.mkdir()
    with Terminal([sys.executable, "-m", "tui"], environment=environment, cwd=here) as terminal:
        terminal.wait_for("q Quit")
        terminal.send(b"4")
        terminal.wait_for("Who feels let down")
        terminal.send(b"q")
        assert terminal.wait_for_end() == 0
        before, _, _ = bytes(terminal.raw).partition(b"\x1b[?1049h")
    assert list(here.iterdir()) == []
    assert before.decode() == (
        "karabakh-tui: TEXTUAL, TEXTUAL_DEBUG, TEXTUAL_LOG, TEXTUAL_PRESS, TEXTUAL_SCREENSHOT ignored: "
        "for developers, who set KARABAKH_TUI_DEVELOPER=1\r\n"
    )


def test_with_the_switch_for_developers_only_a_log_that_cannot_be_written_is_ignored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "environ", {**DEVELOPER, DEVELOPER_SWITCH: "1", "TEXTUAL_LOG": "/nonexistent/log"})
    assert prepare_environment() == [
        "TEXTUAL_LOG ignored: /nonexistent/log cannot be written (No such file or directory)"
    ]
    assert DEVELOPER.items() <= os.environ.items()
    assert "TEXTUAL_LOG" not in os.environ
    os.environ["TEXTUAL_LOG"] = str(tmp_path / "log")
    assert prepare_environment() == []
    assert os.environ["TEXTUAL_LOG"] == str(tmp_path / "log")


def test_every_variable_of_textual_is_known_to_be_for_the_display_or_for_developers() -> None:
    sources = (path.read_text(encoding="utf-8") for path in Path(textual.__file__).parent.rglob("*.py"))
    names = {name for source in sources for name in re.findall(r'"(TEXTUAL(?:_[A-Z_]+)?)"', source)}
    assert names - DISPLAY_VARIABLES == FOR_DEVELOPERS


FOR_DEVELOPERS = {
    "TEXTUAL",
    "TEXTUAL_ALLOW_SIGNALS",
    "TEXTUAL_DEBUG",
    "TEXTUAL_DEVTOOLS_HOST",
    "TEXTUAL_DEVTOOLS_PORT",
    "TEXTUAL_DRIVER",
    "TEXTUAL_LOG",
    "TEXTUAL_PRESS",
    "TEXTUAL_SCREENSHOT",
    "TEXTUAL_SCREENSHOT_FILENAME",
    "TEXTUAL_SCREENSHOT_LOCATION",
    "TEXTUAL_SHOW_RETURN",
    "TEXTUAL_SLOW_THRESHOLD",
}
