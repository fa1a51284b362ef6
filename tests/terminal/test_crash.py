"""An internal error leaves one line, a private log without a word of the dossier, a clean terminal and status 70."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from tests.marks import mostly_long
from tests.terminal.conftest import Start
from tests.terminal.sample_app import SampleApp, fail
from tui import paths
from tui.terminal import crash

KEYS = {"handler": b"x", "worker": b"w", "thread": b"t", "lent terminal": b"r"}
LINE = "karabakh-tui stopped on an internal error (TypeError); details without dossier text in {}\r\n"


def holds_no_dossier(log: Path) -> None:
    text = log.read_text("utf-8")
    assert "TypeError" in text
    assert "sample_app.py:" in text
    assert " fail\n" in text
    assert "textual 8" in text
    for word in ("dossier", "passage", "cannot show", "owned", "\x1b", str(Path(__file__).parents[2])):
        assert word not in text
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert [path.name for path in log.parent.iterdir()] == ["crash.log"]


@pytest.mark.parametrize(
    ("where", "exit_immediately"),
    [
        ("handler", "0"),
        *(
            pytest.param(*case, marks=pytest.mark.long)
            for case in (("lent terminal", "0"), ("thread", "1"), ("worker", "0"), ("thread", "0"), ("handler", "1"))
        ),
    ],
)
def test_an_error_after_a_key(start: Start, log: Path, where: str, exit_immediately: str) -> None:
    terminal = start(environment={"SAMPLE_EXIT_IMMEDIATELY": exit_immediately})
    terminal.send(KEYS[where])
    assert terminal.wait_for_end() == 70
    assert terminal.unrestored() == []
    assert terminal.printed_after_exit() == LINE.format(log)
    holds_no_dossier(log)


@pytest.mark.long
@pytest.mark.parametrize("where", mostly_long(["deliver", "post"], "deliver"))
def test_an_error_in_delivering_a_key(start: Start, log: Path, where: str) -> None:
    terminal = start(environment={"SAMPLE_FAULT": where})
    terminal.send(b"k")
    assert terminal.wait_for_end() == 70
    assert terminal.unrestored() == []
    assert terminal.printed_after_exit() == LINE.format(log)
    holds_no_dossier(log)


@pytest.mark.parametrize("where", mostly_long(["load", "compose"], "load"))
@pytest.mark.long
def test_an_error_at_the_start(start: Start, log: Path, where: str) -> None:
    terminal = start(ready="", environment={"SAMPLE_FAULT": where, "SAMPLE_EXIT_IMMEDIATELY": "1"})
    assert terminal.wait_for_end() == 70
    assert terminal.unrestored() == []
    assert terminal.printed_after_exit() == LINE.format(log)
    holds_no_dossier(log)


@pytest.mark.long
def test_an_error_in_the_stylesheet(start: Start, log: Path) -> None:
    terminal = start(ready="", environment={"SAMPLE_FAULT": "css"})
    assert terminal.wait_for_end() == 70
    assert terminal.unrestored() == []
    assert terminal.printed_after_exit().count("\n") == 1
    assert "nonsense" not in terminal.printed_after_exit() + log.read_text("utf-8")


@pytest.mark.long
def test_an_error_in_a_task_nobody_awaits_is_logged_and_the_program_goes_on(start: Start, log: Path) -> None:
    terminal = start()
    terminal.send(b"s")
    terminal.wait_until(log.exists)
    holds_no_dossier(log)
    terminal.send(b"q")
    assert terminal.wait_for_end() == 0
    assert terminal.unrestored() == []
    assert terminal.printed_after_exit() == ""


@pytest.mark.long
def test_the_line_says_when_the_log_cannot_be_saved(start: Start, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    terminal = start(environment={"XDG_STATE_HOME": str(tmp_path / "file")})
    terminal.send(b"x")
    assert terminal.wait_for_end() == 70
    assert (
        terminal.printed_after_exit()
        == "karabakh-tui stopped on an internal error (TypeError); details could not be saved\r\n"
    )


def test_a_log_that_cannot_be_put_in_its_place_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "crash.log" / "in the way").mkdir(parents=True)
    assert crash.save_log("text", tmp_path) is None
    assert [path.name for path in tmp_path.iterdir()] == ["crash.log"]


async def test_under_a_test_the_error_is_raised_as_with_any_app() -> None:
    with pytest.raises(TypeError, match="cannot show"):
        async with SampleApp().run_test() as pilot:
            await pilot.press("x")


def test_the_description_includes_chained_errors() -> None:
    try:
        try:
            fail()
        except TypeError as error:
            raise ExceptionGroup("secret", [KeyError("secret"), ValueError("secret")]) from error
    except ExceptionGroup as error:
        text = crash.describe(error)
    assert "ExceptionGroup[KeyError, ValueError]\n" in text
    assert text.index("ExceptionGroup") < text.index("\nafter\nTypeError\n")
    assert "secret" not in text


def test_a_deep_recursion_is_shortened() -> None:
    def deeper() -> None:
        deeper()

    with pytest.raises(RecursionError) as caught:
        deeper()
    lines = crash.describe(caught.value).splitlines()
    assert len(lines) < 60
    assert any(line.endswith(" more") for line in lines)


def test_control_characters_in_a_path_are_replaced() -> None:
    line = crash.message("TypeError", Path("/state/\x1b]0;owned\x07\udcff/crash.log"))
    assert line.isprintable()


def test_the_log_is_replaced_atomically_and_not_through_a_link(tmp_path: Path) -> None:
    target = tmp_path / "precious"
    target.write_text("keep")
    (tmp_path / "crash.log").symlink_to(target)
    assert crash.save_log("text", tmp_path) == tmp_path / "crash.log"
    assert target.read_text() == "keep"
    assert not (tmp_path / "crash.log").is_symlink()


def test_the_state_folder_follows_the_desktop_standard(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for value in ("", "relative"):
        monkeypatch.setenv("XDG_STATE_HOME", value)
        assert paths.state_folder() == str(tmp_path / ".local" / "state" / "karabakh-tui")
    monkeypatch.setenv("XDG_STATE_HOME", "/state")
    assert paths.state_folder() == "/state/karabakh-tui"
