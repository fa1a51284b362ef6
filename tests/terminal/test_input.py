"""Whatever bytes a terminal sends and whatever size it takes, the program goes on."""

from __future__ import annotations

import fcntl
import os
import select
import selectors
import struct
import termios
import threading
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from textual import constants
from textual.events import Key
from textual.message import Message

from tests.marks import mostly_long
from tests.terminal.conftest import Start
from tests.terminal.pty_harness import MODERN, TIMEOUT, Terminal
from tui.terminal import compat, input_splitter
from tui.terminal.reader import read_keys

SIZES = [(1, 1), (2, 2), (20, 5), (80, 24), (1000, 1), (1, 500), (500, 200)]


def has_drawn_since(terminal: Terminal, before: int) -> bool:
    return len(terminal.raw) > before


def first_line_is_not(terminal: Terminal, line: str) -> bool:
    return terminal.lines()[0] not in ("", line)


def still_accepts_keys(terminal: Terminal) -> None:
    terminal.resize(80, 24)
    terminal.wait_for("size=80x24")
    before = terminal.lines()[0]
    terminal.send(b"k")
    terminal.wait_until(partial(first_line_is_not, terminal, before))
    terminal.send(b"q")
    assert terminal.wait_for_end() == 0
    assert terminal.unrestored() == []


def accepts_a_key_at(terminal: Terminal, columns: int) -> bool:
    """Give the terminal a size and press a key; false when a report sent before was received only after that size."""
    terminal.resize(columns, 25)
    try:
        terminal.wait_for(f"size={columns}x25", timeout=4.0)
        before = terminal.lines()[0]
        terminal.send(b"k")
        terminal.wait_until(partial(first_line_is_not, terminal, before), timeout=4.0)
    except AssertionError:
        return False
    return True


STRANGE = {
    "not UTF-8": b"\xe9\xff\x9b",
    "NUL": b"\x00\x00",
    "the first half of an Armenian letter": b"\xd5",
    "kitty keys there are not": b"\x1b[99999999999u\x1b[1114112u\x1b[57358;99999u",
    "a mouse in nonsense places": b"\x1b[<;;M\x1b[<0;0;0M\x1b[<999;99999;99999M",
    "a mouse in pixels where there are none": b"\x1b[48;24;80;0;0t\x1b[<0;5;5M\x1b[<0;5;5m",
    "a mouse where there is no screen": b"\x1b[48;0;0;0;0t\x1b[<0;5;5M",
    "a paste that ends itself": b"\x1b[200~\x1b]0;kkk\x07\x9b\xff" + b"a" * 100_000 + b"\x1b[201~",
    "reports nobody asked for": b"\x1b[?2026;9$y\x1b[?2048;9$y\x1b[999;999R",
}


@pytest.mark.long
@pytest.mark.parametrize("names", [list(STRANGE)[:1], list(STRANGE)[1:]], ids=["not UTF-8", "the rest"])
def test_strange_bytes_do_no_harm(start: Start, names: list[str]) -> None:
    terminal = start()
    for number, name in enumerate(names):
        terminal.send(STRANGE[name])
        assert any(accepts_a_key_at(terminal, 90 + number + 20 * again) for again in range(6)), name
    terminal.send(b"q")
    assert terminal.wait_for_end() == 0, names
    assert terminal.unrestored() == []


@pytest.mark.long
def test_the_escape_key_is_told_from_a_sequence(start: Start) -> None:
    terminal = start()
    terminal.send(b"\x1b")
    terminal.wait_for("keys=1")
    still_accepts_keys(terminal)


@pytest.mark.long
def test_a_sequence_may_come_in_two_parts(start: Start) -> None:
    terminal = start(environment={"ESCDELAY": "60000"})  # so that the second part is never too late
    terminal.send(b"\x1b[")
    time.sleep(0.05)
    terminal.send(b"Ak")
    terminal.wait_for("keys=2")
    terminal.send(b"k")
    terminal.wait_for("keys=3")


SEQUENCES = {
    "a cursor key": "\x1b[A",
    "a function key": "\x1b[15;5~",
    "a kitty key": "\x1b[106;1;106u",
    "a mouse event": "\x1b[<0;10;5M",
    "a resize": "\x1b[48;24;80;480;800t",
    "a paste": "\x1b[200~խաղ\x1b[201~",
    "letters": "aխ",
}


class Reading:
    """`read_keys` in a thread, on a pipe; `messages` are those delivered so far."""

    def __init__(self) -> None:
        self.messages: list[Message] = []
        self._fd, self._input = os.pipe()
        self._wake, self._waking = os.pipe()
        self._thread = threading.Thread(target=read_keys, args=(self._fd, self._wake, self.messages.append))
        self._thread.start()

    def send(self, data: bytes) -> None:
        """Write, and wait until that has been read."""
        os.write(self._input, data)
        while select.select([self._fd], [], [], 0)[0]:
            time.sleep(0.0005)

    def stop(self) -> list[str]:
        """Return the messages delivered."""
        os.write(self._waking, b".")
        self._thread.join()
        for fd in (self._fd, self._input, self._wake, self._waking):
            os.close(fd)
        return [str(message) for message in self.messages]


@pytest.mark.parametrize("name", SEQUENCES)
def test_a_sequence_may_be_split_over_two_reads_anywhere(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(constants, "ESCAPE_DELAY", 60.0)
    monkeypatch.setattr(input_splitter, "SILENCE", 60.0)
    data = f"{SEQUENCES[name]}k".encode()
    whole = Reading()
    whole.send(data)
    expected = whole.stop()
    for split in range(1, len(data)):
        parts = Reading()
        parts.send(data[:split])
        parts.send(data[split:])
        assert parts.stop() == expected, f"split after {split} bytes"


class Unreliable:
    """A parser that fails on `!`."""

    def feed(self, data: str) -> Iterator[Message]:
        for character in data:
            if character == "!":
                raise ValueError(data)
            yield Key(character, character)


def test_what_the_parser_fails_on_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compat, "_key_parser", Unreliable)
    reading = Reading()
    reading.send(b"a!b")
    reading.send(b"c")
    reading.stop()
    assert [message.key for message in reading.messages if isinstance(message, Key)] == ["a", "c"]


def test_an_error_of_the_receiver_is_not_swallowed() -> None:
    keys, writing = os.pipe()
    wake, waking = os.pipe()
    os.write(writing, b"k")

    def refuse(_: Message) -> None:
        raise LookupError

    with pytest.raises(LookupError):
        read_keys(keys, wake, refuse)
    for end in (keys, writing, wake, waking):
        os.close(end)


def test_the_end_of_input_is_the_end_of_the_terminal() -> None:
    keys, writing = os.pipe()
    wake, waking = os.pipe()
    received: list[Message] = []
    os.write(writing, b"k")
    os.close(writing)
    assert read_keys(keys, wake, received.append)
    assert [message.key for message in received if isinstance(message, Key)] == ["k"]
    for end in (keys, wake, waking):
        os.close(end)


def test_reading_does_not_block_when_another_program_read_the_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    master, slave = os.openpty()
    reading, writing = os.pipe()
    select = selectors.SelectSelector.select
    once = iter([True])

    def too_hopeful(self: selectors.SelectSelector, timeout: float | None = None) -> list[Any]:
        if next(once, False):
            return [(key, selectors.EVENT_READ) for key in self.get_map().values() if key.fd != reading]
        return select(self, timeout)

    monkeypatch.setattr(selectors.SelectSelector, "select", too_hopeful)
    thread = threading.Thread(target=read_keys, args=(slave, reading, lambda _: None), daemon=True)
    thread.start()
    os.write(writing, b".")
    thread.join(TIMEOUT)
    assert not thread.is_alive()
    for end in (master, slave, reading, writing):
        os.close(end)


@pytest.mark.long
def test_every_size_is_accepted(start: Start) -> None:
    terminal = start()
    for columns, rows in SIZES:
        before = len(terminal.raw)
        terminal.resize(columns, rows)
        if columns >= 40:
            terminal.wait_for_bytes(f"size={columns}x{rows}".encode())
        terminal.wait_until(partial(has_drawn_since, terminal, before))
    still_accepts_keys(terminal)


@pytest.mark.parametrize(("columns", "rows"), mostly_long([(5000, 5000), (0, 0)], (5000, 5000), unpack=True))
@pytest.mark.long
def test_an_impossible_size_is_limited(start: Start, columns: int, rows: int) -> None:
    terminal = start()
    terminal.resize(columns, rows)
    terminal.wait_for_bytes(b"size=1000x500" if columns else b"size=80x24")
    terminal.send(b"q")
    assert terminal.wait_for_end() == 0
    assert terminal.unrestored() == []


@pytest.mark.long
def test_an_impossible_size_is_limited_at_the_start(start: Start) -> None:
    terminal = start(columns=5000, rows=5000, ready="")
    terminal.wait_for_bytes(b"size=1000x500")
    terminal.send(b"q")
    assert terminal.wait_for_end() == 0
    assert terminal.unrestored() == []


@pytest.mark.long
def test_a_size_reported_as_input_is_limited(start: Start) -> None:
    terminal = start(answers=MODERN)
    terminal.wait_until(lambda: terminal.modes.private.get(2048))
    terminal.send(b"\x1b[48;99999;99999;1;1t")
    terminal.wait_for_bytes(b"size=1000x500")
    terminal.send(b"\x1b[48;24;80;480;800t")
    terminal.wait_until(lambda: terminal.raw.count(b"size=80x24") > 1)
    terminal.send(b"q")
    assert terminal.wait_for_end() == 0
    assert terminal.unrestored() == []


@pytest.mark.long
def test_a_storm_of_300_resizes_settles(start: Start) -> None:
    terminal = start()
    for storm in range(3):
        for step in range(300):
            columns, rows = SIZES[step % len(SIZES)] if step % 2 else (60 + step % 40, 20 + step % 7)
            terminal.resize(columns, rows)
            terminal.drain()
        terminal.resize(90, 30 + storm)
        terminal.wait_for(f"size=90x{30 + storm}")
    still_accepts_keys(terminal)


@pytest.mark.long
def test_the_size_is_that_of_the_screen_where_the_keys_come_from_another_terminal(start: Start) -> None:
    screen, slave = os.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 12, 50, 0, 0))
    terminal = start(ready="", stderr=slave)
    os.close(slave)
    drawn = bytearray()

    def draws() -> bytes:
        while select.select([screen], [], [], 0)[0]:
            try:
                drawn.extend(os.read(screen, 65536))
            except OSError:  # the program has ended
                break
        return bytes(drawn)

    terminal.wait_until(lambda: b"READY" in draws())
    terminal.wait_until(lambda: b"size=50x12" in draws())
    terminal.send(b"q")
    terminal.wait_until(lambda: draws() and terminal.program.poll() is not None)
    assert terminal.wait_for_end() == 0
    assert terminal.unrestored() == []
    os.close(screen)


def test_the_size_is_that_of_the_terminal_drawn_on(start: Start) -> None:
    with Path(os.devnull).open("w") as nowhere:
        terminal = start(columns=100, rows=30, stdout=nowhere.fileno())
    terminal.wait_for("size=100x30")
    still_accepts_keys(terminal)
