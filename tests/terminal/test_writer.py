"""The writer copes with whatever the terminal does, and never raises."""

from __future__ import annotations

import os

from tui.terminal.writer import TerminalWriter


def read_all(fd: int, length: int) -> bytes:
    data = b""
    while len(data) < length:
        data += os.read(fd, 65536)
    return data


def test_text_is_written_as_utf_8() -> None:
    read_end, write_end = os.pipe()
    writer = TerminalWriter(write_end, lambda: None)
    writer.write("խաղա")
    writer.write("ղություն \udcff")
    writer.stop()
    assert os.read(read_end, 99).decode() == "խաղաղություն ?"
    os.close(read_end)
    os.close(write_end)


def test_a_terminal_that_has_gone_is_reported_once_and_no_more_is_written() -> None:
    read_end, write_end = os.pipe()
    reports: list[int] = []
    writer = TerminalWriter(write_end, lambda: reports.append(1))
    os.close(read_end)
    for _ in range(100):  # more than can be queued
        writer.write("text")
    writer.stop()
    assert reports == [1]
    os.close(write_end)


def test_a_terminal_left_non_blocking_gets_everything() -> None:
    read_end, write_end = os.pipe()
    os.set_blocking(write_end, False)
    writer = TerminalWriter(write_end, lambda: None)
    writer.write("x" * 1_000_000)
    assert len(read_all(read_end, 1_000_000)) == 1_000_000
    writer.stop()
    os.close(read_end)
    os.close(write_end)
