"""Loads a dossier in a child process and returns the result, so that the screen stays responsive meanwhile.

The parser holds the interpreter while it works, so a thread would not do. The child is this module, run by the same
Python; it ends when its parent does, because its standard input is then closed.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from typing import Any, cast

import msgspec

from tui.dossier.dossier import Dossier, Verified
from tui.dossier.kinds import KINDS, Head, Record, Tables
from tui.dossier.load import Loaded, load, load_bytes
from tui.dossier.problems import Problem, Totals
from tui.dossier.values.cite import Cite, Cites
from tui.dossier.values.dates import Date, parse_date
from tui.dossier.values.text import Safe


class _Message(msgspec.Struct, array_like=True):
    """A loaded file as it is sent; each table is packed by itself, because its type is known by its name only."""

    name: Safe
    head: Head | None
    tables: dict[str, msgspec.Raw]
    passages: dict[str, list[Safe]]
    verified: Verified
    problems: list[tuple[int, int, str, str, str, str]]
    notes: list[Safe]
    text: str
    totals: Totals
    copies: list[Safe]


class LoadWorker:
    """One load in a child process. `result` waits for it; `stop` ends it early."""

    def __init__(self, file: str, name: Safe, data: bytes | None, copies: Mapping[str, str]) -> None:
        self._name = name
        self._data = data
        length = "" if data is None else str(len(data))
        named = [f"{source}={path}" for source, path in copies.items()]
        root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
        known = os.environ.get("PYTHONPATH")
        self.process: subprocess.Popen[bytes] | None = None
        with contextlib.suppress(OSError, ValueError):  # out of processes or memory: `result` reports it
            self.process = subprocess.Popen(  # noqa: S603
                [sys.executable, "-P", "-m", "tui.dossier.load_worker", length, file, *named],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": f"{root}{os.pathsep}{known}" if known else root},
            )

    def result(self) -> Loaded:
        """The loaded file. A child that died, or sent nothing readable, is reported as one problem."""
        if self.process is None or self.process.stdout is None or self.process.stdin is None:
            return _lost(self._name)
        packed = b""
        with contextlib.suppress(OSError, ValueError):
            if self._data is not None:
                self.process.stdin.write(self._data)
                self.process.stdin.flush()
            packed = self.process.stdout.read()
            self.process.stdin.close()
        if self.process.wait():
            return _lost(self._name)
        try:
            return unpack(packed)._replace(name=self._name)
        except (msgspec.MsgspecError, ValueError, TypeError):
            return _lost(self._name)

    def stop(self) -> None:
        """End the child; `result` then reports the load as lost."""
        if self.process is not None:
            self.process.kill()


def _lost(name: Safe) -> Loaded:
    what = Safe("it could not be read completely: there was not enough memory, or reading was stopped")
    return Loaded(name, None, (Problem(0, 0, "error", "lost", what, Safe("")),), (), "", Totals(1, 0))


def pack(loaded: Loaded) -> bytes:
    """A loaded file as bytes."""
    dossier = loaded.dossier
    tables = dossier.tables if dossier is not None else {}
    message = _Message(
        loaded.name,
        dossier.head if dossier is not None else None,
        {table: msgspec.Raw(msgspec.msgpack.encode(rows, enc_hook=_encoded)) for table, rows in tables.items()},
        dossier.passages if dossier is not None else {},
        dossier.verified if dossier is not None else Verified({}, {}),
        [(*problem,) for problem in loaded.problems],
        list(loaded.notes),
        loaded.text if loaded.problems else "",
        loaded.totals,
        list(loaded.copies),
    )
    return msgspec.msgpack.encode(message, enc_hook=_encoded)


def unpack(packed: bytes) -> Loaded:
    """The loaded file that `pack` made bytes of. Raises msgspec.DecodeError for other bytes."""
    message = msgspec.msgpack.decode(packed, type=_Message, dec_hook=_decoded)
    dossier = None
    if message.head is not None:
        tables: Tables = {
            table: list(enumerate(_unpack_table(message.tables[table], kind.record_type)))
            for table, kind in KINDS.items()
        }
        dossier = Dossier(
            message.head, tables, message.passages, warnings=message.totals.warnings, verified=message.verified
        )
    problems = tuple(Problem(*cast("tuple[Any, ...]", problem)) for problem in message.problems)
    return Loaded(
        message.name,
        dossier,
        problems,
        tuple(message.notes),
        message.text,
        message.totals,
        tuple(message.copies),
    )


def _unpack_table(packed: msgspec.Raw, record_type: type[Record]) -> list[Record]:
    return msgspec.msgpack.decode(packed, type=list[record_type], dec_hook=_decoded)  # type: ignore[valid-type]


def _encoded(value: Any) -> Any:
    if isinstance(value, Date):
        return value.text
    raise NotImplementedError(type(value))


def _decoded(kind: type, value: Any) -> Any:
    if kind is Cites:
        return Cites(Cite(*parts) for parts in value)
    if kind is Date:
        return parse_date(value)
    raise NotImplementedError(kind)


def _die_with_parent() -> None:
    sys.stdin.buffer.read()
    os._exit(1)


def main(arguments: list[str]) -> int:
    """The child process: load the file that `arguments` name and write the result to standard output."""
    import gc

    gc.disable()
    length, file, *named = arguments
    given = sys.stdin.buffer.read(int(length)) if length else None
    threading.Thread(target=_die_with_parent, daemon=True).start()
    copies = {source: path for source, _, path in (pair.partition("=") for pair in named)}
    loaded = load(file, copies) if given is None else load_bytes(given, Safe(file), None, copies)
    sys.stdout.buffer.write(pack(loaded))
    sys.stdout.buffer.flush()
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
