"""Loads a dossier in a child process and returns the result, so that the screen stays responsive meanwhile.

The parser holds the interpreter while it works, so a thread would not do. The child is this module, run by the same
Python; it ends when its parent does, because its standard input is then closed.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from queue import Queue
from time import monotonic
from typing import IO, Final

from tui.dossier.kinds import Head, Record
from tui.dossier.load import Checked, Key, Listener, Loaded, Readings, load, load_bytes
from tui.dossier.packed import (
    LARGEST,
    LENGTH,
    End,
    RecordPacker,
    RecordReader,
    Telling,
    Unreadable,
    Verdict,
    end_of,
    frame_of,
    framed,
    loaded_of,
)
from tui.dossier.problems import Problem, Totals
from tui.dossier.progress import Progress, Told, nobody
from tui.dossier.reading_cache import ReadingCache
from tui.dossier.values.text import Safe

_BETWEEN: Final = 0.04
"""Seconds from one word about the progress to the next."""
_WAITING: Final = 16
"""The most frames that wait to be sent."""


class LoadWorker:
    """One load in a child process. `result` waits for it; `stop` ends it early.

    `cache` is the folder of remembered readings, or empty to do without.
    """

    def __init__(self, file: str, name: Safe, data: bytes | None, copies: Mapping[str, str], cache: str = "") -> None:
        self._name = name
        self._data = data
        length = "" if data is None else str(len(data))
        named = [f"{source}={path}" for source, path in copies.items()]
        root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
        known = os.environ.get("PYTHONPATH")
        self.process: subprocess.Popen[bytes] | None = None
        with contextlib.suppress(OSError, ValueError):  # out of processes or memory: `result` reports it
            self.process = subprocess.Popen(  # noqa: S603
                [sys.executable, "-P", "-m", "tui.dossier.load_worker", length, cache, file, *named],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": f"{root}{os.pathsep}{known}" if known else root},
            )

    def result(self, told: Told = nobody) -> Loaded:
        """The loaded file. A child that died, or sent nothing readable, is reported as one problem."""
        if self.process is None or self.process.stdout is None or self.process.stdin is None:
            return lost(self._name)
        loaded = None
        with contextlib.suppress(OSError, EOFError, *Unreadable):
            if self._data is not None:
                self.process.stdin.write(self._data)
                self.process.stdin.flush()
            loaded = _received(self.process.stdout, told)._replace(name=self._name)
        with contextlib.suppress(OSError, ValueError):
            self.process.stdin.close()
        if loaded is None:
            self.process.kill()
            self.process.wait()
            return lost(self._name)
        threading.Thread(target=self.process.wait, name="load-worker", daemon=True).start()
        return loaded

    def stop(self) -> None:
        """End the child; `result` then reports the load as lost."""
        if self.process is not None:
            self.process.kill()


def lost(name: Safe) -> Loaded:
    """A file whose reading came to nothing, with that as its only problem."""
    what = Safe("it could not be read completely: there was not enough memory, or reading was stopped")
    return Loaded(name, None, (Problem(0, 0, "error", "lost", what, Safe("")),), (), {}, Totals(1, 0))


def _received(stream: IO[bytes], told: Told) -> Loaded:
    """What a child sends. Raises EOFError or one of `Unreadable` when it is no whole result."""
    reader = RecordReader()
    while True:
        frame = frame_of(_read(stream, _length(_read(stream, LENGTH))))
        if isinstance(frame, Telling):
            told(frame.progress)
        elif isinstance(frame, End):
            return loaded_of(frame, reader.dossier)
        elif isinstance(frame, Verdict):
            raise ValueError("no verdict is sent")
        else:
            reader.read(frame)
            if reader.dossier is not None:
                reader.dossier.prepare()  # while the child checks the records


def _length(written: bytes) -> int:
    length = int.from_bytes(written, "big")
    if length > LARGEST:
        raise ValueError("too long")
    return length


def _read(stream: IO[bytes], size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data


class _Sender(Listener):
    """Sends what is there to the parent as soon as it is."""

    wants_notes = False

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._told = float("-inf")
        self._packer = RecordPacker()
        self._frames: Queue[bytes | None] = Queue(_WAITING)
        self._thread = threading.Thread(target=self._send, name="sender")
        self._thread.start()

    def progress(self, progress: Progress) -> None:
        """Send how far it is, but not too often."""
        if (now := monotonic()) - self._told >= _BETWEEN:
            self._told = now
            self._frames.put(framed(Telling(progress)))

    def begin(self, head: Head) -> None:
        """Send the head."""
        self._frames.put(self._packer.begin(head))

    def rows(self, table: str, records: list[Record]) -> None:
        """Send some records, which the parent puts together while the next ones are read."""
        for frame in self._packer.rows(table, records):
            self._frames.put(frame)

    def whole(self) -> None:
        """Send that these are all."""
        self._frames.put(self._packer.whole())

    def end(self, loaded: Loaded) -> None:
        """Send the rest, and wait until the parent has it."""
        self._frames.put(framed(end_of(loaded)))
        self._frames.put(None)
        self._thread.join()

    def _send(self) -> None:
        """Write what is to be sent, so that reading need not wait for a parent that is still starting."""
        while (frame := self._frames.get()) is not None:
            with contextlib.suppress(OSError):  # the parent is gone, and this process is about to be
                self._stream.write(frame)
                self._stream.flush()


class _RememberedLater:
    """Remembers what a file says once the parent has it."""

    def __init__(self, readings: Readings) -> None:
        self._readings = readings
        self._due: tuple[Key, Checked] | None = None

    def find(self, data: bytes) -> Checked | None:
        """What is remembered of the file with these bytes."""
        return self._readings.find(data)

    def key(self, data: bytes) -> Key | None:
        """What the file with these bytes is remembered by."""
        return self._readings.key(data)

    def remember(self, key: Key, checked: Checked) -> None:
        """Keep in mind to remember it."""
        self._due = key, checked

    def do(self) -> None:
        """Remember it."""
        if self._due is not None:
            self._readings.remember(*self._due)


_sent = threading.Event()
"""Whether the parent has all that it waits for: what is left to do takes no time, and is done without a parent too."""


def _given(length: int, watch: threading.Thread) -> bytes:
    """What the parent has read of its standard input; `watch` reads ours after that."""
    data = sys.stdin.buffer.read(length)
    watch.start()
    return data


def _die_with_parent() -> None:
    sys.stdin.buffer.read()
    if not _sent.is_set():
        os._exit(1)


def main(arguments: list[str]) -> int:
    """The child process: load the file that `arguments` name and write the result to standard output."""
    import gc

    gc.disable()
    length, cache, file, *named = arguments
    copies = {source: path for source, _, path in (pair.partition("=") for pair in named)}
    readings = _RememberedLater(ReadingCache(cache)) if cache else None
    sender = _Sender(sys.stdout.buffer)
    watch = threading.Thread(target=_die_with_parent, daemon=True)
    if length:
        loaded = load_bytes(_given(int(length), watch), Safe(file), None, copies, readings, sender)
    else:
        watch.start()
        loaded = load(file, copies, readings, sender)
    _sent.set()
    sender.end(loaded)
    if readings is not None:
        signal.signal(signal.SIGHUP, signal.SIG_IGN)  # the terminal may close before all is written
        readings.do()
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
