"""Zip files of strangers: what they hold is read as it is, or they are refused in one line."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.dossier import zip_reader
from tui.dossier.files import Refused
from tui.dossier.zip_reader import read_zip

FILES = {"a.txt": b"words " * 200, "folder/b.txt": b"", "folder/c.bin": bytes(range(256))}


def zipped(files: Iterable[tuple[str | zipfile.ZipInfo, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    written = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(written, "w") as packed:
        warnings.simplefilter("ignore")  # that a name is there twice
        for name, content in files:
            packed.writestr(name, content, method)
    return written.getvalue()


PLAIN = zipped(FILES.items())


def refusal(data: bytes) -> str:
    """Why a zip file is refused, which is one line."""
    with pytest.raises(Refused) as caught:
        read_zip(data)
    assert "\n" not in str(caught.value)
    assert str(caught.value).isprintable()
    return str(caught.value)


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
def test_every_file_is_read_as_it_was_packed(method: int) -> None:
    assert read_zip(zipped(FILES.items(), method)) == FILES


def test_folders_are_passed_over() -> None:
    assert read_zip(zipped([("folder/", b""), *FILES.items()])) == FILES


def test_a_zip_file_that_was_written_as_a_stream_is_read() -> None:
    class Stream(io.RawIOBase):
        def __init__(self) -> None:
            self.data = b""

        def writable(self) -> bool:
            return True

        def write(self, data: bytes) -> int:  # type: ignore[override]
            self.data += bytes(data)
            return len(data)

    stream = Stream()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.txt", b"words")
    assert read_zip(stream.data) == {"a.txt": b"words"}


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("../a", "leads out of it"),
        ("a/../../b", "leads out of it"),
        ("/etc/passwd", "leads out of it"),
        ("c:\\a", "leads out of it"),
        ("a\\b", "leads out of it"),
        ("C:a", "leads out of it"),
        ("./a", "has no plain name"),
        ("a//b", "has no plain name"),
        ("a\nb", "has no plain name"),
        ("a\x1b[31m", "has no plain name"),
        ("x" * 400, "has no plain name"),
    ],
)
def test_a_name_that_leads_anywhere_is_refused(name: str, why: str) -> None:
    assert why in refusal(zipped([(name, b"x")]))


def test_a_name_that_is_there_twice_is_refused() -> None:
    assert "is there twice" in refusal(zipped([("a", b"x"), ("a", b"y")]))
    assert "is there twice" in refusal(zipped([("a/", b""), ("a", b"y")]))
    assert "is a file and a folder" in refusal(zipped([("a", b"x"), ("a/b", b"y")]))


@pytest.mark.parametrize("kind", [0o120777, 0o060644, 0o010644, 0o140644])
def test_links_and_devices_are_refused(kind: int) -> None:
    info = zipfile.ZipInfo("a")
    info.create_system, info.external_attr = 3, kind << 16
    assert "in this zip file is" in refusal(zipped([(info, b"/etc/passwd")]))


def changed(data: bytes, offset: int, fmt: str, value: int) -> bytes:
    """Bytes with a number put at an offset."""
    return data[:offset] + struct.pack(fmt, value) + data[offset + struct.calcsize(fmt) :]


def entry(data: bytes) -> int:
    """Where the first entry of the directory is."""
    return data.index(b"PK\x01\x02")


def test_what_is_encrypted_is_refused() -> None:
    assert "is encrypted" in refusal(changed(PLAIN, entry(PLAIN) + 8, "<H", 1))
    assert "says two things" in refusal(changed(PLAIN, 6, "<H", 1))


def test_what_is_packed_in_another_way_is_refused() -> None:
    assert "packed in a way that is not read" in refusal(zipped([("a", b"x" * 99)], zipfile.ZIP_BZIP2))


def test_a_size_that_is_not_true_is_refused() -> None:
    size = entry(PLAIN) + 24
    for wrong in (1199, 1201, 0, 5_000_000):
        assert (
            "is not as large as it says" in (why := refusal(changed(PLAIN, size, "<L", wrong))) or "is damaged" in why
        )
    stored = zipped([("a", b"words")], zipfile.ZIP_STORED)
    assert refusal(changed(stored, entry(stored) + 24, "<L", 4))


def test_a_shorter_size_with_the_hash_of_the_shorter_words_is_refused() -> None:
    data = changed(PLAIN, entry(PLAIN) + 24, "<L", 6)
    data = changed(data, entry(PLAIN) + 16, "<L", zlib.crc32(b"words "))
    assert "is not as large as it says" in refusal(data)


def test_a_wrong_hash_is_refused() -> None:
    assert "is damaged" in refusal(changed(PLAIN, entry(PLAIN) + 16, "<L", 1))


def test_files_that_overlap_are_refused() -> None:
    data = zipped([("a", b"x" * 50), ("b", b"x" * 50)], zipfile.ZIP_STORED)
    second = data.index(b"PK\x01\x02", entry(data) + 1)
    start = struct.unpack_from("<L", data, second + 42)[0]
    inside = zipped([("b", b"x" * 50)], zipfile.ZIP_STORED)[: 31 + 50]
    forged = zipped([("a", inside), ("b", b"x" * 50)], zipfile.ZIP_STORED)
    second = forged.index(b"PK\x01\x02", entry(forged) + 1)
    assert start
    assert "overlap" in refusal(changed(forged, second + 42, "<L", 31))


def test_more_than_the_limit_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_reader, "LIMIT", 1 << 20)
    assert "larger than the limit of 1 MiB" in refusal(zipped([("a", bytes(1 << 20)), ("b", b"x")]))
    lying = zipped([("a", bytes(8 << 20))])
    assert "is not as large as it says" in refusal(changed(lying, entry(lying) + 24, "<L", 100))


def test_too_many_files_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_reader, "MOST_FILES", 3)
    assert read_zip(PLAIN) == FILES
    assert "more than 3 files" in refusal(zipped([*FILES.items(), ("d", b"")]))


@given(st.integers(0, len(PLAIN) - 1))
def test_a_file_that_was_cut_off_is_refused(length: int) -> None:
    assert refusal(PLAIN[:length])


@given(st.integers(0, len(PLAIN) - 1), st.integers(1, 255))
def test_a_byte_that_changed_is_noticed_or_changes_no_word(place: int, by: int) -> None:
    data = bytearray(PLAIN)
    data[place] ^= by
    try:
        found = read_zip(bytes(data))
    except Refused:
        return
    assert all(content in FILES.values() for content in found.values())
