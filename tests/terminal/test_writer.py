"""The outlet takes whatever the terminal does, and never raises."""

from __future__ import annotations

import os
import threading

from tui.terminal.writer import TerminalWriter


def test_text_is_written_at_a_flush_as_utf_8() -> None:
    reading, writing = os.pipe()
    outlet = TerminalWriter(writing, lambda: None)
    outlet.write("խաղա")
    outlet.write("ղություն \udcff")
    outlet.flush()
    assert os.read(reading, 99).decode() == "խաղաղություն ?"
    os.close(reading)
    os.close(writing)


def test_a_terminal_that_has_gone_is_reported_once_and_no_more_is_written() -> None:
    reading, writing = os.pipe()
    reports: list[int] = []
    outlet = TerminalWriter(writing, lambda: reports.append(1))
    os.close(reading)
    for _ in range(3):
        outlet.write("text")
        outlet.flush()
    assert reports == [1]
    os.close(writing)


def test_a_terminal_left_non_blocking_gets_everything() -> None:
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    outlet = TerminalWriter(writing, lambda: None)
    outlet.write("x" * 1_000_000)
    thread = threading.Thread(target=outlet.flush)
    thread.start()
    got = 0
    while got < 1_000_000:
        got += len(os.read(reading, 65536))
    thread.join()
    os.close(reading)
    os.close(writing)
