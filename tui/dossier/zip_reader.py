"""Reads zip files of strangers in memory, whole or not at all: nothing is unpacked to the disk.

What another program might read in another way than this one is refused: sizes that are not true, names that lead out or
are there twice, files that overlap, links, and what is encrypted.
"""

from __future__ import annotations

import stat
import struct
import zlib
from collections.abc import Iterable
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

from tui.dossier.files import LIMIT, Refused
from tui.dossier.values.text import line

if TYPE_CHECKING:
    from zipfile import ZipInfo

MOST_FILES = 10_000
"""The most files, folders included, in a zip file that is read."""
_LOCAL_ENTRY = b"PK\x03\x04"
_DIRECTORY_ENTRY = b"PK\x01\x02"
_LOCAL_HEADER = struct.Struct("<4s5H3L2H")
_ENCRYPTED = 0x2041
"""The flags of a file that is encrypted, or whose name is."""
_STORED, _DEFLATED = 0, 8
_UNIX = 3
_LONGEST_NAME = 300
_SHOWN_NAME = 80
"""The most characters of a name in a message."""


def read_zip(data: bytes) -> dict[str, bytes]:
    """Return name -> bytes of every file in a zip file, folders left out. Raises Refused."""
    members = _members(data)
    sizes = sum(info.file_size for info in members)
    if sizes > LIMIT:
        raise Refused("too-big", f"unpacked it is larger than the limit of {LIMIT >> 20} MiB")
    places: list[tuple[int, int]] = []
    contents = {info.filename: _unpacked(data, info, places) for info in members}
    places.sort()
    if any(end > start for (_, end), (start, _) in pairwise(places)):
        raise Refused("bad-zip", "files that are packed in it overlap")
    return contents


def fault_of_name(name: str) -> str:
    """Return what is wrong with the name of a packed file, as a predicate, or nothing."""
    parts = name.split("/")
    if name.startswith("/") or "\\" in name or name[1:2] == ":" or ".." in parts:
        return "leads out of it"
    if len(name) > _LONGEST_NAME or line(name) != name or not {"", "."}.isdisjoint(parts):
        return "has no plain name"
    return ""


def _members(data: bytes) -> list[ZipInfo]:
    """The files of a zip file, each of which is a plain file with a name of its own. Raises Refused."""
    from zipfile import BadZipFile, ZipFile

    # looked for before anything is made of it: every entry of the directory begins so
    if data.count(_DIRECTORY_ENTRY) > MOST_FILES:
        raise Refused("too-many-files", f"more than {MOST_FILES:,} files are packed in it")
    try:
        with ZipFile(BytesIO(data)) as packed:
            members = packed.infolist()
    except (BadZipFile, NotImplementedError, ValueError, OSError, struct.error, EOFError, RuntimeError):
        raise _damaged() from None
    by_name: dict[str, ZipInfo] = {}
    for info in members:
        name = info.filename.removesuffix("/")
        fault = fault_of_name(info.orig_filename.removesuffix("/")) or _fault(info)
        if not fault and info.filename != info.orig_filename:
            fault = "has two names"
        if fault or name in by_name:
            raise _refused(info.orig_filename, fault or "is there twice")
        by_name[name] = info
    files = {name: info for name, info in by_name.items() if not info.is_dir()}
    for name in by_name:
        if below := next((folder for folder in _folders(name) if folder in files), ""):
            raise _refused(below, "is a file and a folder")
    return list(files.values())


def _folders(name: str) -> Iterable[str]:
    parts = name.split("/")
    return ("/".join(parts[:number]) for number in range(1, len(parts)))


def _fault(info: ZipInfo) -> str:
    """What a member is that is not read, as a predicate, or nothing."""
    kind = stat.S_IFMT(info.external_attr >> 16) if info.create_system == _UNIX else 0
    if info.flag_bits & _ENCRYPTED:
        return "is encrypted"
    if kind == stat.S_IFLNK:
        return "is a link"
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR) or (info.is_dir() and info.file_size):
        return "is not an ordinary file"
    return "" if info.compress_type in (_STORED, _DEFLATED) else "is packed in a way that is not read"


def _unpacked(data: bytes, info: ZipInfo, places: list[tuple[int, int]]) -> bytes:
    """The bytes of a file, which are as many as it says; where they lie is added to `places`. Raises Refused."""
    start = info.header_offset
    header = data[start : start + _LOCAL_HEADER.size]
    if start < 0 or len(header) < _LOCAL_HEADER.size:
        raise _damaged()
    mark, _, flags, method, *_, name_size, extra_size = _LOCAL_HEADER.unpack(header)
    begin = start + _LOCAL_HEADER.size + name_size + extra_size
    end = begin + info.compress_size
    name = data[start + _LOCAL_HEADER.size :][:name_size]
    encoded = info.orig_filename.encode("utf-8" if info.flag_bits & 0x800 else "cp437", "replace")
    if mark != _LOCAL_ENTRY or name != encoded or end > len(data):
        raise _damaged()
    if flags & _ENCRYPTED or method != info.compress_type:
        raise _refused(info.filename, "says two things about how it is packed")
    places.append((start, end))
    content = data[begin:end] if method == _STORED else _inflated(data[begin:end], info)
    if len(content) != info.file_size or zlib.crc32(content) != info.CRC:
        raise _refused(info.filename, "is damaged")
    return content


def _inflated(packed: bytes, info: ZipInfo) -> bytes:
    """What was deflated, no more of it than it says there is. Raises Refused."""
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        content = unpacker.decompress(packed, info.file_size + 1)
    except zlib.error:
        raise _refused(info.filename, "is damaged") from None
    if not unpacker.eof and len(content) == info.file_size:
        with_end = unpacker.decompress(unpacker.unconsumed_tail, 1)
        if with_end or not unpacker.eof:
            raise _refused(info.filename, "is not as large as it says")
    if unpacker.unused_data or not unpacker.eof:
        raise _refused(info.filename, "is not as large as it says")
    return content


def _damaged() -> Refused:
    return Refused("bad-zip", "it is a zip file that is damaged or cut off")


def _refused(name: str, predicate: str) -> Refused:
    shown = name if len(name) <= _SHOWN_NAME else f"{name[:_SHOWN_NAME]}…"
    return Refused("bad-zip", f"“{shown}” in this zip file {predicate}")
