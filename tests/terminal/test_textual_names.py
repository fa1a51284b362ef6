"""The private names of Textual that the terminal relies on are what they were; a failure here is a promise to check."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from typing import Any

import pytest
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.driver import Driver
from textual.drivers import _writer_thread, linux_driver
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Key
from textual.worker import Worker

import tui.terminal.app
import tui.terminal.driver
import tui.terminal.reader


def source(function: Callable[..., Any]) -> str:
    return re.sub(r"\s+", " ", inspect.getsource(function))


@pytest.mark.parametrize("name", ["_app", "_loop", "_debug", "_size", "_auto_restart"])
def test_the_driver_keeps(name: str) -> None:
    assert f"self.{name} = " in source(Driver.__init__)


@pytest.mark.parametrize(
    "name",
    ["_file", "_writer_thread", "_mouse_pixels", "fileno", "attrs_before", "exit_event"],
)
def test_the_linux_driver_keeps(name: str) -> None:
    assert re.search(rf"self\.{name}\b[^=]* = ", source(LinuxDriver.__init__))


def test_output_goes_through_a_thread_that_calls_the_file() -> None:
    assert "WriterThread(self._file)" in source(LinuxDriver.start_application_mode)
    assert "self._writer_thread.write(data)" in source(LinuxDriver.write)
    assert "self._writer_thread.stop()" in source(LinuxDriver.close)
    called = set(re.findall(r"self\._file\.(\w+)", inspect.getsource(_writer_thread)))
    assert called == {"write", "flush", "fileno"}


def test_input_runs_in_a_thread_that_disable_input_joins() -> None:
    assert "target=self._run_input_thread" in source(LinuxDriver.start_application_mode)
    assert "self.run_input_thread()" in source(LinuxDriver._run_input_thread)
    assert "self._key_thread.join()" in source(LinuxDriver.disable_input)
    assert "self.disable_input()" in source(LinuxDriver.stop_application_mode)


def test_sizes_come_from_one_method() -> None:
    assert "self._get_terminal_size()" in source(LinuxDriver.start_application_mode)
    assert "self._driver._size" in source(App.size.fget)  # type: ignore[attr-defined]


def test_the_settings_that_are_put_back_are_kept_in_attrs_before() -> None:
    assert "tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)" in source(LinuxDriver.stop_application_mode)


def test_suspending_is_stopping_and_closing() -> None:
    assert "self.stop_application_mode() self.close()" in source(Driver.suspend_application_mode)
    assert "self.start_application_mode()" in source(Driver.resume_application_mode)
    assert "self._auto_restart = False" in source(Driver.no_automatic_restart)


def test_the_modes_turned_on_are_those_we_know() -> None:
    on = set(re.findall(r'write\("\\x1b\[\?(\d+)[hl]', inspect.getsource(linux_driver))) - {"1007"}  # commented out
    known = set(re.findall(r"\?(\d+)l", tui.terminal.saved_terminal.RESET_SEQUENCES)) | {"25", "7"}
    assert on <= known


def test_every_unhandled_error_passes_one_method() -> None:
    assert list(inspect.signature(App._handle_exception).parameters) == ["self", "error"]
    assert "app._handle_exception(worker_failed)" in source(Worker._run)
    assert "self._handle_exception(error)" in source(App._process_messages)


def test_the_parser_is_fed_and_ticked() -> None:
    parser = XTermParser(False)
    (key,) = parser.feed("k")
    assert isinstance(key, Key)
    assert key.key == "k"
    assert list(parser.feed("\x1b")) == []
    assert list(parser.tick()) == []


def test_what_is_relied_on_is_listed() -> None:
    listed = " ".join(str(module.__doc__) for module in (tui.terminal.app, tui.terminal.driver, tui.terminal.reader))
    own = set(vars(tui.terminal.driver.TerminalDriver)) | set(vars(tui.terminal.app.TerminalApp))
    for module in (tui.terminal.app, tui.terminal.driver, tui.terminal.reader):
        text = inspect.getsource(module)
        made = set(re.findall(r"self\.(_\w+)(?:: [^=\n]+)? = ", text))
        for name in set(re.findall(r"(?:self|super\(\)|app)\.(_[a-z]\w+)", text)) - made - own:
            assert name in listed, f"{name} is private to Textual and not listed"
