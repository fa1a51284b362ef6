"""Reads a large file while the app starts or runs: as it is remembered, or else in a process of its own."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import partial
from threading import Event, Thread

from tui.dossier.files import Refused, decode, read_file
from tui.dossier.kinds import Source
from tui.dossier.load import Checked, Listener, Loaded, completed
from tui.dossier.load_worker import LoadWorker, lost
from tui.dossier.progress import Told, nobody
from tui.dossier.reading_cache import ReadingCache
from tui.dossier.values.text import Safe


class AsideReading:
    """One reading of a file, which begins at once. `result` waits for it; `stop` ends it early.

    `data` is what was read of standard input, None when there is a file. `cache` is the folder of remembered readings,
    or empty to do without. A file whose sources have local copies is always read in a process of its own, where its
    words are compared with them.
    """

    def __init__(self, file: str, name: Safe, data: bytes | None, copies: Mapping[str, str], cache: str) -> None:
        self._file = file
        self._name = name
        self._data = data
        self._copies = copies
        self._cache = cache
        self._remembered: Loaded | None = None
        self._stopped = False
        self._is_looking = not copies and bool(cache) and ReadingCache(cache).may_have(_size(file, data))
        self._begun = Event()
        self.worker: LoadWorker | None = None
        """The process that reads the file, if there is one."""
        if self._is_looking:
            Thread(target=self._begin, name="aside-reading", daemon=True).start()
        else:
            self._start_worker()

    def result_within(self, seconds: float) -> Loaded | None:
        """The loaded file, if it is remembered and there in that time; None at once when it is not remembered."""
        if self._is_looking:
            self._begun.wait(seconds)
        return self._remembered

    def result(self, told: Told = nobody) -> Loaded:
        """The loaded file."""
        self._begun.wait()
        if self._remembered is not None:
            return self._remembered
        return self.worker.result(told) if self.worker is not None else lost(self._name)

    def stop(self) -> None:
        """End the reading; `result` then reports it as lost, unless it is there."""
        self._stopped = True
        if self.worker is not None:
            self.worker.stop()

    def _begin(self) -> None:
        try:
            self._remembered = self._find()
        finally:
            if self._remembered is None:
                self._start_worker()
            self._begun.set()

    def _find(self) -> Loaded | None:
        try:
            data = read_file(self._file) if self._data is None else self._data
        except Refused:
            return None
        checked = ReadingCache(self._cache).find(data)
        if checked is None or _names_copies(checked):
            return None
        return completed(checked, partial(decode, data), self._name, None, {}, _Silent())

    def _start_worker(self) -> None:
        self.worker = LoadWorker(self._file, self._name, self._data, self._copies, self._cache)
        if self._stopped:
            self.worker.stop()
        self._begun.set()


class _Silent(Listener):
    wants_notes = False


def _names_copies(checked: Checked) -> bool:
    return any(isinstance(record, Source) and record.text for _, record in checked.tables[Source.TABLE])


def _size(file: str, data: bytes | None) -> int:
    if data is not None:
        return len(data)
    try:
        return os.stat(file).st_size
    except (OSError, ValueError):
        return 0
