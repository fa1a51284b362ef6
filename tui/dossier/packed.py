"""Readings of files as bytes, for another process or a later start: frames of typed msgpack, so that none takes long.

Each frame is its length in four bytes and that many bytes. The records come in slices, each with the cites that are
in none before it: a cite is mostly that of other records too.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from operator import attrgetter
from typing import Annotated, Any, Final

import msgspec

from tui.dossier.dossier import Dossier, Verified
from tui.dossier.kinds import KINDS, AnyKind, Head, Record, Tables
from tui.dossier.load import Checked, Loaded
from tui.dossier.problems import Problem, Totals
from tui.dossier.progress import Progress
from tui.dossier.values.cite import Cite, Cites
from tui.dossier.values.dates import Date, parse_date
from tui.dossier.values.text import Safe

LENGTH: Final = 4
"""The bytes in which the length of a frame is written."""
_SLICE: Final = 2_000
"""The records in a frame: unpacking it holds the interpreter for a few milliseconds."""
_LATEST: Final = 1 << 14
"""How many dates are kept, so that one that occurs again is not parsed again."""
LARGEST: Final = 256 << 20
"""The most bytes of a frame."""

Unreadable = (msgspec.MsgspecError, ValueError, TypeError, RecursionError)
"""What is raised when bytes are no frame."""


class Begin(msgspec.Struct, array_like=True, tag="begin"):
    """The records begin; any that came before are void."""

    head: Head


class Rows(msgspec.Struct, array_like=True, tag="rows"):
    """Records of one table, packed by themselves, because their type is known by its name only; cites are numbers."""

    table: str
    cites: list[Annotated[list[Cite], msgspec.Meta(min_length=1)]]
    rows: msgspec.Raw


class Whole(msgspec.Struct, array_like=True, tag="whole"):
    """All records have been sent."""


class Verdict(msgspec.Struct, array_like=True, tag="verdict"):
    """What is wrong with a file by itself, as in `Checked`."""

    problems: list[Problem]
    counted: Totals
    offsets: dict[str, list[int]] | None


class End(msgspec.Struct, array_like=True, tag="end"):
    """All of a loaded file but its records; `opens` says whether these are a dossier."""

    name: Safe
    opens: bool
    passages: dict[str, list[Safe]]
    verified: Verified
    problems: list[Problem]
    notes: list[Safe]
    excerpts: dict[int, Safe]
    totals: Totals
    copies: list[Safe]


class Telling(msgspec.Struct, array_like=True, tag="telling"):
    """How far a reading is."""

    progress: Progress


Frame = Begin | Rows | Whole | Verdict | End | Telling


def framed(frame: Frame) -> bytes:
    """A frame as bytes, with its length."""
    packed = msgspec.msgpack.encode(frame, enc_hook=_encoded)
    return len(packed).to_bytes(LENGTH, "big") + packed


def frame_of(packed: bytes | memoryview) -> Frame:
    """The frame in some bytes, without its length. Raises one of `Unreadable`."""
    return _decoder().decode(packed)


def frames(packed: bytes | memoryview) -> Iterator[Frame]:
    """The frames in some bytes. Raises one of `Unreadable` at the first that is none, or is cut off."""
    begin = 0
    while begin < len(packed):
        start = begin + LENGTH
        begin = start + int.from_bytes(packed[begin:start], "big")
        if begin > len(packed):
            raise ValueError("cut off")
        yield frame_of(packed[start:begin])


def numbered(tables: Mapping[str, Sequence[Record]]) -> Tables:
    """The records of a dossier, each with its number."""
    return {table: list(enumerate(rows)) for table, rows in tables.items()}


class RecordPacker:
    """Makes framed bytes of records as they come; they must all live as long as it does."""

    def __init__(self) -> None:
        self._numbers: dict[int, int] = {}

    def begin(self, head: Head) -> bytes:
        """The frame before all records."""
        self._numbers.clear()
        return framed(Begin(head))

    def rows(self, table: str, records: Sequence[Record]) -> Iterator[bytes]:
        """The frames of the next records of a table."""
        for begin in range(0, len(records), _SLICE):
            yield self._slice(table, records[begin : begin + _SLICE])

    def whole(self) -> bytes:
        """The frame after all records."""
        return framed(Whole())

    def _slice(self, table: str, records: Sequence[Record]) -> bytes:
        row, at, numbers = _row_of(KINDS[table]), _place_of_cites(KINDS[table]), self._numbers
        fresh: list[list[Cite]] = []
        packed = []
        for record in records:
            values = row.values(record)
            if at is not None:
                cites = values[at]
                number = numbers.get(id(cites))
                if number is None:
                    number = numbers[id(cites)] = len(numbers)
                    fresh.append(list(cites))
                values = (*values[:at], number, *values[at + 1 :])
            packed.append(row.type(*values))
        return framed(Rows(table, fresh, msgspec.Raw(msgspec.msgpack.encode(packed, enc_hook=_encoded))))


def record_frames(head: Head, tables: Tables) -> Iterator[bytes]:
    """All records as framed bytes."""
    packer = RecordPacker()
    yield packer.begin(head)
    for table, rows in tables.items():
        yield from packer.rows(table, [record for _, record in rows])
    yield packer.whole()


class RecordReader:
    """Puts records together again, frame by frame."""

    def __init__(self) -> None:
        self._cites: list[Cites] = []
        self._head: Head | None = None
        self._tables: dict[str, list[Record]] = {}
        self.dossier: Dossier | None = None
        """The records, once all of them have been there; nothing says yet that they are without a fault."""

    def read(self, frame: Begin | Rows | Whole) -> None:
        """Take the next frame. Raises one of `Unreadable` when it does not fit."""
        if isinstance(frame, Begin):
            self._cites, self._head, self.dossier = [], frame.head, None
            self._tables = {table: [] for table in KINDS}
        elif isinstance(frame, Rows):
            self._cites += map(Cites, frame.cites)
            self._tables[_known(frame.table)] += self._records(frame)
        elif self._head is None:
            raise ValueError("no records")
        else:
            self.dossier = Dossier(self._head, numbered(self._tables))

    def checked(self, verdict: Verdict) -> Checked:
        """What a file says by itself. Raises ValueError when its records are missing."""
        if self._head is None or self.dossier is None:
            raise ValueError("no records")
        tables = numbered(self.dossier.tables)
        return Checked(self._head, tables, tuple(verdict.problems), verdict.counted, verdict.offsets)

    def _records(self, frame: Rows) -> list[Record]:
        def decoded(kind: type, value: Any) -> Any:
            if kind is Cites and value.__class__ is int:
                if 0 <= value < len(self._cites):
                    return self._cites[value]
                raise ValueError("no such cites")
            return _decoded(kind, value)

        record_type = KINDS[frame.table].record_type
        return msgspec.msgpack.decode(frame.rows, type=list[record_type], dec_hook=decoded)  # type: ignore[valid-type]


def loaded_frames(loaded: Loaded) -> Iterator[bytes]:
    """All of a loaded file as framed bytes."""
    if loaded.dossier is not None:
        yield from record_frames(loaded.dossier.head, numbered(loaded.dossier.tables))
    yield framed(end_of(loaded))


def end_of(loaded: Loaded) -> End:
    """All of a loaded file but its records."""
    dossier = loaded.dossier
    return End(
        loaded.name,
        dossier is not None,
        dossier.passages if dossier is not None else {},
        dossier.verified if dossier is not None else Verified({}, {}),
        list(loaded.problems),
        list(loaded.notes),
        dict(loaded.excerpts),
        loaded.totals,
        list(loaded.copies),
    )


def loaded_of(end: End, dossier: Dossier | None) -> Loaded:
    """The loaded file whose records were put together before. Raises ValueError when they are missing."""
    if end.opens and dossier is None:
        raise ValueError("no records")
    return Loaded(
        end.name,
        dossier.completed(end.passages, end.verified, end.totals.warnings) if dossier and end.opens else None,
        tuple(end.problems),
        tuple(end.notes),
        end.excerpts,
        end.totals,
        tuple(end.copies),
    )


def pack(loaded: Loaded) -> bytes:
    """A loaded file as bytes."""
    return b"".join(loaded_frames(loaded))


def unpack(packed: bytes) -> Loaded:
    """The loaded file whose frames are `packed`. Raises one of `Unreadable` for other bytes."""
    reader, loaded = RecordReader(), None
    for frame in frames(packed):
        if loaded is not None or isinstance(frame, Verdict | Telling):
            raise ValueError("a frame too many")
        if isinstance(frame, End):
            loaded = loaded_of(frame, reader.dossier)
        else:
            reader.read(frame)
    if loaded is None:
        raise ValueError("cut off")
    return loaded


class _Row(msgspec.Struct):
    """How records of one kind are packed: what reads their values, and the type that takes these as they are."""

    values: Callable[[Record], tuple[Any, ...]]
    type: Callable[..., msgspec.Struct]


@cache
def _row_of(kind: AnyKind) -> _Row:
    fields = msgspec.structs.fields(kind.record_type)
    names = [field.name for field in fields]
    places: list[Any] = [
        (field.name, Any) if field.required else (field.name, Any, msgspec.field(default=field.default))
        for field in sorted(fields, key=lambda field: not field.required)
    ]
    names = [place[0] for place in places]
    written = {field.name: field.encode_name for field in fields}
    return _Row(attrgetter(*names), msgspec.defstruct("Row", places, rename=written, omit_defaults=True, gc=False))


@cache
def _place_of_cites(kind: AnyKind) -> int | None:
    """Where the cites of a record are among its values; None for a kind that has none, or need not have any."""
    for number, field in enumerate(
        sorted(msgspec.structs.fields(kind.record_type), key=lambda field: not field.required)
    ):
        if field.name == "cite" and field.required:
            return number
    return None


@cache
def _decoder() -> msgspec.msgpack.Decoder[Frame]:
    return msgspec.msgpack.Decoder(Frame, dec_hook=_decoded)


def _known(table: str) -> str:
    if table not in KINDS:
        raise ValueError("no such table")
    return table


def _encoded(value: Any) -> Any:
    if isinstance(value, Date):
        return value.text
    raise NotImplementedError(type(value))


def _decoded(kind: type, value: Any) -> Any:
    if kind is Cites:
        if not value:
            raise ValueError("no cites")
        return Cites(msgspec.convert(value, list[Cite]))
    if kind is Date:
        return _date(value)
    raise NotImplementedError(kind)


@lru_cache(_LATEST)
def _date(text: str) -> Date:
    return parse_date(text)
