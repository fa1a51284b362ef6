"""Keeps the marks and notes of a reader on one dossier in a file of the state folder, outside of the dossier.

A dossier is identified by the path of its file, with symbolic links resolved: what a file says changes with every save,
its title may be that of another edition, and a copy of it is a dossier of its own. The bundled dossiers are identified
by their names, so that marks outlast a new version of the program in another folder.

The file is JSON: its format, the path of the dossier, the marked ids, and the notes by id. Several programs may be at
it at once: each change is made to what the file holds at that time, under a lock. A file that is damaged is kept under
another name; one that a later version wrote is left alone.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import msgspec

from tui import paths
from tui.atomic_write import write_atomically
from tui.dossier.files import Refused, read_file
from tui.dossier.marks import NO_MARKS, Change, Marks, made
from tui.dossier.values.text import Safe, clean, line

FORMAT: Final = 1
MAX_BYTES: Final = 4 << 20
"""The most bytes that are read and written."""
_LOCK_SECONDS: Final = 0.5
"""The longest wait for another program that is writing."""
_LOCK_POLL: Final = 0.005
"""Seconds between two looks at whether it has finished."""
_MOST_NAME: Final = 200
"""The longest escaped path that is the name of a file, in characters."""
_UNESCAPED: Final = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_")
_DAMAGED: Final = frozenset({"damaged", "directory", "not-a-file", "too-big"})
"""Codes of what is wrong with a file that gives way to a new one; any other may be read another time."""


class _Document(msgspec.Struct):
    format: int
    dossier: str = ""
    marks: list[str] = []
    notes: dict[str, str] = {}


class _Format(msgspec.Struct):
    format: int


class MarksFile:
    """The marks on the dossier at `path`; on one without a file (empty, or a pipe) they last as long as this object.

    `marks` are those known so far, with the changes of this program that could not be written: these are written with
    the next change. Which file it is, is settled when this object is made, while the dossier is there.
    """

    def __init__(self, path: str) -> None:
        self.marks = NO_MARKS
        self._dossier = path
        name = _file_name(path)
        self._file = os.path.join(paths.state_folder(), "marks", name) if name else ""
        self._unwritten: list[Change] = []
        self._told = ""

    def read(self) -> str:
        """Read the file again. Returns what there is to tell the reader, once, in a sentence; empty for nothing."""
        if not self._file:
            return ""
        try:
            self.marks = made(_read(self._file), self._unwritten)
        except Refused as refused:
            try:
                return self._tell(self._replaced(refused))
            except (OSError, Refused):
                return self._tell(f"Your marks and notes cannot be read: {refused}")
        return ""

    def _replaced(self, refused: Refused) -> str:
        """Move a damaged file out of the way, unless another program has just done so. Raises Refused, or OSError."""
        if refused.code not in _DAMAGED:
            raise refused
        with _locked(self._file):
            marks, notice = _read_or_move(self._file)
            self.marks = made(marks, self._unwritten)
        return notice

    def change(self, change: Change) -> str:
        """Make a change, and write it. Returns what there is to tell, as `read` does."""
        if not self._file:
            self.marks = change(self.marks)
            return self._tell("This dossier has no file of its own: marks and notes last until you quit")
        self._unwritten.append(change)
        try:
            with _locked(self._file):
                before, notice = _read_or_move(self._file)
                marks = made(before, self._unwritten)
                if marks != before:
                    _write(self._file, self._dossier, marks)
        except (OSError, Refused) as error:
            self.marks = change(self.marks)
            why = error.what if isinstance(error, Refused) else (error.strerror or str(error)).lower()
            return self._tell(f"Marks and notes cannot be saved, and last until you quit: {why}")
        self.marks = marks
        self._unwritten.clear()
        return self._tell(notice)

    def _tell(self, notice: str) -> str:
        """`notice`, unless it is what was told last."""
        told, self._told = self._told, notice
        return notice if notice != told else ""


def _file_name(dossier: str) -> str:
    """The name of the file for a dossier: its path, escaped, so that a person finds it too; a hash of one that is long.

    It is empty for what is not an ordinary file.
    """
    if not os.path.isfile(dossier):
        return ""
    identity = os.fsencode(paths.content_name(dossier) or os.path.realpath(dossier))
    escaped = "".join(chr(byte) if byte in _UNESCAPED else f"%{byte:02x}" for byte in identity)
    if len(escaped) > _MOST_NAME:
        from hashlib import sha256

        escaped = sha256(identity).hexdigest()
    return f"{escaped}.json"


def _read(file: str) -> Marks:
    """The marks in a file, cleaned; none when there is no file. Raises Refused."""
    try:
        data = read_file(file, MAX_BYTES)
    except Refused as refused:
        if refused.code == "no-such-file":
            return NO_MARKS
        raise
    try:
        if msgspec.json.decode(data, type=_Format).format != FORMAT:
            raise Refused("later", "a later version of this program wrote them")
        document = msgspec.json.decode(data, type=_Document)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise Refused("damaged", "their file is damaged") from None
    notes = {line(name): Safe(clean(note).strip()) for name, note in document.notes.items()}
    return Marks(
        frozenset(filter(None, map(line, document.marks))),
        {name: note for name, note in notes.items() if name and note},
    )


def _read_or_move(file: str) -> tuple[Marks, str]:
    """The marks in a file; none after a damaged one was given another name, and what to tell of it.

    Raises Refused when it is another time that it may be read, or OSError.
    """
    try:
        return _read(file), ""
    except Refused as refused:
        if refused.code not in _DAMAGED:
            raise
        number, aside = 1, f"{file}.damaged"
        while os.path.lexists(aside):
            number += 1
            aside = f"{file}.damaged-{number}"
        os.rename(file, aside)
        return NO_MARKS, f"Your marks and notes could not be read: {refused}. It is kept as {line(aside)}"


def _write(file: str, dossier: str, marks: Marks) -> None:
    """Write the marks; without any, no file is left. Raises OSError."""
    if marks == NO_MARKS:
        os.unlink(file)
        return
    document = _Document(FORMAT, line(os.fsdecode(dossier)), sorted(marks.marked), dict(marks.notes))
    data = msgspec.json.format(msgspec.json.encode(document), indent=2)
    if len(data) > MAX_BYTES:
        raise OSError(f"they would take more than {MAX_BYTES >> 20} MiB")
    write_atomically(file, data + b"\n", overwrite=True, mode=0o600)


@contextmanager
def _locked(file: str) -> Iterator[None]:
    """Let no other program write marks. Raises OSError where the folder cannot be written, or when it takes long.

    Where the file system has no locks, one of two changes made at the very same time may be lost.
    """
    folder = os.path.dirname(file)
    for each in (os.path.dirname(folder), folder):
        os.makedirs(each, mode=0o700, exist_ok=True)
    flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK
    handle = os.open(os.path.join(folder, ".lock"), flags, 0o600)
    try:
        _lock(handle)
        yield
    finally:
        os.close(handle)


def _lock(handle: int) -> None:
    import fcntl
    from time import monotonic, sleep

    end = monotonic() + _LOCK_SECONDS
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if monotonic() >= end:
                raise TimeoutError("another program is writing them") from None
            sleep(_LOCK_POLL)
        except OSError:
            return
        else:
            return
