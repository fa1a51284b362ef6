"""A program on a real pseudo-terminal, timed.

A thread stamps every chunk the moment it comes and answers what programs ask of a terminal, so that neither drawing
the screen here nor a missing answer is charged to the program.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import queue
import re
import signal
import struct
import termios
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import psutil  # type: ignore[import-untyped]
import pyte

COLUMNS, ROWS = 120, 40
QUIET, LONGEST = 0.06, 30.0
"""Seconds without a byte after which a screen counts as settled, and for which anything is waited."""

_ASKED = re.compile(
    rb"\x1b\[0?(?P<attributes>c)|\x1b\[>0?(?P<kind>c)|\x1b\[\?(?P<mode>\d+)\$p|\x1b\[(?P<cursor>6)n"
    rb"|\x1b\](?P<color>1[01]);\?(?:\x07|\x1b\\)|\x1b\[\?(?P<kitty>u)"
)
_STRANGE = re.compile(
    rb"\x1b[P^_X][^\x1b]*\x1b\\|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[[<=>][^@-~]*[@-~]|\x1b\[\?[0-9;]*[$u]p?"
)
_CUT = re.compile(rb"\x1b(?:\[[^@-~]*|[P^_X\]][^\x07\x1b]*\x1b?)?\Z")


def _answer(asked: re.Match[bytes]) -> bytes:
    """What a terminal with synchronized output and without kitty keys says."""
    match asked.lastgroup, asked[asked.lastgroup or 0]:
        case "attributes", _:
            return b"\x1b[?62;22c"
        case "kind", _:
            return b"\x1b[>41;390;0c"
        case "mode", mode:
            return b"\x1b[?%s;%d$y" % (mode, 2 if mode == b"2026" else 0)
        case "cursor", _:
            return b"\x1b[1;1R"
        case "color", which:
            return b"\x1b]%s;rgb:%s\x1b\\" % (which, b"c0c0/c0c0/c0c0" if which == b"10" else b"0000/0000/0000")
    return b""


class NothingFollows(RuntimeError):
    """A key changes nothing on the screen."""


class Terminal:
    """A program on a pseudo-terminal. A thread stamps each chunk when it comes and answers what is asked."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], folder: Path) -> None:
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self._rest = b""
        self._chunks: queue.SimpleQueue[tuple[float, bytes]] = queue.SimpleQueue()
        self.started = time.perf_counter()
        self._pid, self._end = pty.fork()
        if self._pid == 0:
            try:
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
                os.chdir(folder)
                os.execvpe(command[0], list(command), environment)  # noqa: S606
            finally:
                os._exit(127)
        self._process = psutil.Process(self._pid)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        rest = b""
        while True:
            try:
                data = os.read(self._end, 65536)
            except OSError:
                data = b""
            self._chunks.put((time.perf_counter(), data))
            if not data:
                return
            rest += data
            for asked in _ASKED.finditer(rest):
                self.send(_answer(asked))
            cut = _CUT.search(rest)
            rest = rest[cut.start() :] if cut else b""

    def send(self, data: bytes) -> float:
        """Type; the moment of it."""
        moment = time.perf_counter()
        with contextlib.suppress(OSError):
            os.write(self._end, data)
        return moment

    def _next(self, seconds: float) -> float | None:
        """Draw the next chunk and return its moment; None when none comes in time."""
        chunk = self._chunk(seconds)
        if chunk is None:
            return None
        self._draw(chunk[1])
        return chunk[0]

    def _chunk(self, seconds: float) -> tuple[float, bytes] | None:
        try:
            moment, data = self._chunks.get(timeout=max(seconds, 0.0))
        except queue.Empty:
            return None
        if not data:
            raise RuntimeError("the program ended:\n" + "\n".join(self._screen.display).rstrip())
        return moment, data

    def _draw(self, data: bytes) -> None:
        data = self._rest + data
        cut = _CUT.search(data)
        data, self._rest = (data[: cut.start()], data[cut.start() :]) if cut else (data, b"")
        self._stream.feed(_STRANGE.sub(b"", data))

    def until(self, text: str) -> float:
        """Seconds from the start to the chunk that shows a text."""
        return self.wait(text) - self.started

    def wait(self, text: str) -> float:
        """The moment of the chunk that shows a text, now if it is shown already."""
        end = time.perf_counter() + LONGEST
        moment: float | None = time.perf_counter()
        while moment is not None:
            if any(text in line for line in self._screen.display):
                return moment
            moment = self._next(end - time.perf_counter())
        raise RuntimeError(f"never shows {text!r}:\n" + "\n".join(self._screen.display).rstrip())

    def settle(self, quiet: float = QUIET) -> None:
        """Wait until nothing has come for a while."""
        while self._next(quiet) is not None:
            pass

    def key(self, key: bytes) -> tuple[float, float]:
        """Press a key; seconds to the first byte that follows and to the last one before silence.

        Nothing is drawn before: that would keep the thread that stamps the chunks from its work.
        """
        self.settle()
        pressed = self.send(key)
        chunks: list[tuple[float, bytes]] = []
        while (chunk := self._chunk(QUIET if chunks else 1.0)) is not None:
            chunks.append(chunk)
        if not chunks:
            raise NothingFollows(f"nothing follows {key!r}")
        for _, data in chunks:
            self._draw(data)
        return chunks[0][0] - pressed, chunks[-1][0] - pressed

    def idle(self, seconds: float) -> float:
        """Percent of one core used while nobody does anything for that long."""
        before = sum(self._process.cpu_times()[:2])
        time.sleep(seconds)
        return float(sum(self._process.cpu_times()[:2]) - before) / seconds * 100

    def delayed(self) -> float:
        """Seconds for which the program's main thread was ready and had to wait for a processor; 0 where not known."""
        try:
            _, waited, _ = Path(f"/proc/{self._pid}/schedstat").read_text(encoding="ascii").split()
        except (OSError, ValueError):
            return 0.0
        return int(waited) / 1e9

    def memory(self) -> float:
        """Resident MiB."""
        return float(self._process.memory_info().rss) / 2**20

    def quit(self) -> float:
        """Seconds from the key to the end of the process."""
        late = threading.Timer(LONGEST, os.kill, (self._pid, signal.SIGKILL))
        late.start()
        pressed = self.send(b"q")
        os.waitpid(self._pid, 0)
        late.cancel()
        self._pid = 0
        return time.perf_counter() - pressed

    def close(self) -> None:
        """End the program if it still runs, and close the terminal."""
        if self._pid:
            os.kill(self._pid, signal.SIGKILL)
            os.waitpid(self._pid, 0)
        self._reader.join(2)
        os.close(self._end)
