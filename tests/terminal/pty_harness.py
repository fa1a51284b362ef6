"""Runs a program on a new pseudo-terminal: its keys, its screen, its raw output, and the state it leaves behind.

Waits are always for a condition, never for a time.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Final

import pyte

from tests.terminal.mode_tracker import SEQUENCE, ModeTracker

PLAIN: Final[Mapping[bytes, bytes]] = {b"\x1b[?2026$p": b"\x1b[?2026;2$y", b"\x1b[?2048$p": b"\x1b[?2048;0$y"}
"""The answers of a terminal with synchronized output and nothing else, by query."""

MODERN: Final[Mapping[bytes, bytes]] = {
    **PLAIN,
    b"\x1b[?2048$p": b"\x1b[?2048;2$y",
    b"\x1b[?2048h": b"\x1b[48;24;80;480;800t",
}
"""The answers of a terminal of 80x24 that also reports resizes as input, and mouse positions in pixels."""

TIMEOUT: Final = 60.0
"""Seconds to wait for what must happen: many times what it takes, because the machine may be busy."""

_RESET_SIGNALS: Final = {signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM, signal.SIGTSTP}
"""Signals that `nohup` or a shell's background job may have ignored, which a program inherits."""

_SETTINGS: Final = ("iflag", "oflag", "cflag", "lflag", "ispeed", "ospeed", "control characters")

_INCOMPLETE_SEQUENCE: Final = re.compile(rb"\x1b(?:\[[<=>?0-9;: !\"$']*|\][^\x07]*)?\Z")
_MAX_SEQUENCE_LENGTH: Final = 4096


class Terminal:
    """Runs `argv` as the leader of a session on a pty of its own; use it in a `with` block, which ends the program.

    `environment` adds to a small clean environment (`None` removes a name); `answers` maps queries to the terminal's
    answers; `stdin`, `stdout`, `stderr` replace the pty by another file descriptor; `ignored` are signals to ignore
    from the start, and no other is, whatever started the tests. `raw` holds every byte the program wrote.
    """

    def __init__(
        self,
        argv: Sequence[str],
        *,
        columns: int = 80,
        rows: int = 24,
        environment: Mapping[str, str | None] | None = None,
        answers: Mapping[bytes, bytes] = PLAIN,
        stdin: int | None = None,
        stdout: int | None = None,
        stderr: int | None = None,
        ignored: Sequence[signal.Signals] = (),
        cwd: Path | None = None,
    ) -> None:
        self.raw = bytearray()
        self.modes = ModeTracker()
        self._answers = answers
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._parsed_length = 0
        self._displayed_length = 0
        self._open = True
        self._master, self._slave = os.openpty()
        self._set_size(columns, rows)
        self._initial_settings = self._settings()
        slave = self._slave

        def prepare_child() -> None:
            fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
            for number in _RESET_SIGNALS | set(ignored):
                signal.signal(number, signal.SIG_IGN if number in ignored else signal.SIG_DFL)

        self.program = subprocess.Popen(
            list(argv),
            stdin=slave if stdin is None else stdin,
            stdout=slave if stdout is None else stdout,
            stderr=slave if stderr is None else stderr,
            env=_environment(environment or {}),
            start_new_session=True,
            preexec_fn=prepare_child,
            pass_fds=[slave],
            cwd=cwd,
        )

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        if self.program.poll() is None:
            self.program.kill()
            self.program.wait()
        self.hang_up()

    # ------------------------------------------------------------------ input

    def send(self, keys: bytes) -> None:
        """Type keys."""
        while keys:
            keys = keys[os.write(self._master, keys) :]

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the terminal; the kernel signals the program."""
        self._set_size(columns, rows)
        self._screen.resize(max(rows, 1), max(columns, 1))

    def signal(self, number: signal.Signals, pid: int | None = None) -> None:
        """Send a signal to the program, or to another process that it has started."""
        os.kill(self.program.pid if pid is None else pid, number)

    def hang_up(self) -> None:
        """Close the terminal, as a window is closed."""
        if self._open:
            self._open = False
            os.close(self._master)
            os.close(self._slave)

    # ------------------------------------------------------------------ output

    def lines(self) -> list[str]:
        """Return the lines of the screen, without spaces at their ends."""
        self._stream.feed(
            SEQUENCE.sub(_without_what_pyte_misreads, bytes(self.raw[self._displayed_length : self._parsed_length]))
        )
        self._displayed_length = self._parsed_length
        return [line.rstrip() for line in self._screen.display]

    def drain(self) -> None:
        """Read all output that is available now."""
        while self._open and self._read(0.0):
            pass

    def wait_until(self, condition: Callable[[], object], timeout: float = TIMEOUT) -> None:
        """Read until the condition holds; fail with the screen when it does not in time."""
        end = time.monotonic() + timeout
        while not condition():
            assert time.monotonic() < end, "waited in vain; the screen shows\n" + "\n".join(self.lines())
            assert self._read(0.05) or self.program.poll() is None or condition(), (
                f"the program ended with {self.program.returncode}:\n{bytes(self.raw[-2000:])!r}"
            )

    def wait_for(self, text: str, timeout: float = TIMEOUT) -> None:
        """Read until the screen shows a text."""
        self.wait_until(lambda: any(text in line for line in self.lines()), timeout)

    def wait_for_bytes(self, data: bytes, timeout: float = TIMEOUT) -> None:
        """Read until the program has written these bytes; cheaper than the screen when that is huge."""
        self.wait_until(lambda: data in self.raw, timeout)

    def wait_for_end(self, timeout: float = TIMEOUT) -> int:
        """Read until the program ends; return its exit status, negative for a signal."""
        end = time.monotonic() + timeout
        while self.program.poll() is None:
            assert time.monotonic() < end, "does not end; the screen shows\n" + "\n".join(self.lines())
            self._read(0.02) if self._open else time.sleep(0.02)
        self.drain()
        return self.program.returncode

    def unrestored(self) -> list[str]:
        """Return the names of the modes and settings that are not as they were before the program started."""
        changed = zip(_SETTINGS, self._initial_settings, self._settings(), strict=True)
        return self.modes.unrestored() + [name for name, before, after in changed if before != after]

    def printed_after_exit(self) -> str:
        """Return the text written since the alternate screen was last left, without escape sequences."""
        text = SEQUENCE.sub(b"", bytes(self.raw).rpartition(b"\x1b[?1049l")[2])
        for answer in self._answers.values():  # one that came too late to be read is echoed
            text = text.replace(answer.replace(b"\x1b", b"^["), b"")
        return text.decode(errors="replace")

    # ------------------------------------------------------------------ internals

    def _read(self, seconds: float) -> bool:
        if not select.select([self._master], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._master, 65536)
        except OSError:
            return False
        self.raw += data
        length = len(self.raw)
        start = max(self._parsed_length, length - _MAX_SEQUENCE_LENGTH)
        if (incomplete := _INCOMPLETE_SEQUENCE.search(self.raw, start)) is not None:
            length = incomplete.start()
        new, self._parsed_length = bytes(self.raw[self._parsed_length : length]), length
        self.modes.feed(new)
        for query in re.findall(b"|".join(map(re.escape, self._answers)), new):
            self.send(self._answers[query])
        return True

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _settings(self) -> list[Any]:
        return termios.tcgetattr(self._slave)


def _without_what_pyte_misreads(match: re.Match[bytes]) -> bytes:
    kind, end, string = match.group("kind", "end", "string")
    misread = kind in (b"<", b"=", b">") or string is not None or (end is not None and len(end) > 1)
    return b"" if misread else match[0]


def _environment(changes: Mapping[str, str | None]) -> dict[str, str]:
    names: dict[str, str | None] = {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": os.environ.get("HOME", "/"),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        **changes,
    }
    return {name: value for name, value in names.items() if value is not None}


def process_is_gone(pid: int) -> bool:
    """Return whether a process that is not our child has ended."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, 0)
        return False
    return True
