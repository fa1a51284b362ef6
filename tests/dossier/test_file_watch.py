"""A changed file is read once it has held still, and later while it is missing, empty or open for writing."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tui.dossier import file_watch
from tui.dossier.file_watch import POLL, SETTLE, SETTLE_LONG, SETTLE_OPEN, FileWatch, Fingerprint, fingerprint


def at(version: int, size: int = 10, inode: int = 1) -> Fingerprint:
    return Fingerprint(version, version, size, inode, 1)


class Disk:
    """Files that change when the test says so, and a clock that it turns."""

    def __init__(self, **files: Fingerprint | None) -> None:
        self.files = dict(files)
        self.now = 0.0
        self.written: set[str] = set()
        self.watch = FileWatch(self.files, self.files.get, self.written.__contains__, lambda: self.now)
        self.watch.was_read(self.watch.seen, self.files)

    def after(self, seconds: float) -> bool:
        """Let time pass; whether there is something to read then."""
        self.now += seconds
        return self.watch.has_settled() and self.watch.has_changed


def test_nothing_is_to_be_read_while_nothing_changes() -> None:
    disk = Disk(d=at(1))
    assert not any(disk.after(seconds) for seconds in (0, 0.1, 10, 100))


@pytest.mark.parametrize("changed", [at(2), at(1, size=11), at(1, inode=2)], ids=["time", "size", "replaced"])
def test_a_change_is_read_when_it_has_held_still(changed: Fingerprint) -> None:
    disk = Disk(d=at(1))
    disk.files["d"] = changed
    assert not disk.after(0)
    assert not disk.after(SETTLE * 0.9)
    assert disk.after(SETTLE * 0.2)


def test_each_further_change_begins_the_wait_anew() -> None:
    disk = Disk(d=at(1))
    for version in range(2, 20):
        disk.files["d"] = at(version)
        assert not disk.after(SETTLE * 0.9)
    assert disk.after(SETTLE * 1.1)


def test_what_was_read_is_not_read_again() -> None:
    disk = Disk(d=at(1))
    disk.files["d"] = at(2)
    disk.after(0)
    assert disk.after(SETTLE * 1.1)
    disk.watch.was_read(disk.watch.seen, disk.files)
    assert not disk.after(10)


def test_a_change_while_the_file_was_being_read_is_read_too() -> None:
    disk = Disk(d=at(1))
    disk.files["d"] = at(2)
    disk.after(0)
    assert disk.after(SETTLE * 1.1)
    look = disk.watch.seen
    disk.files["d"] = at(3)
    disk.watch.was_read(look, disk.files)
    disk.after(0)
    assert disk.after(SETTLE * 1.1)


@pytest.mark.parametrize("found", [None, at(2, size=0)], ids=["missing", "empty"])
def test_a_file_that_is_gone_or_empty_has_a_second_to_come_back(found: Fingerprint | None) -> None:
    disk = Disk(d=at(1))
    disk.files["d"] = found
    assert not disk.after(0)
    assert not disk.after(SETTLE_LONG * 0.9)
    assert disk.after(SETTLE_LONG * 0.2)


def test_a_file_replaced_with_a_gap_is_read_once_it_is_back() -> None:
    disk = Disk(d=at(1))
    disk.files["d"] = None
    assert not disk.after(0)
    assert not disk.after(0.4)
    disk.files["d"] = at(2, inode=2)
    assert not disk.after(0.1)
    assert disk.after(SETTLE * 1.1)


def test_a_file_that_is_back_as_it_was_needs_no_reading() -> None:
    disk = Disk(d=at(1))
    disk.files["d"] = None
    disk.after(0)
    disk.files["d"] = at(1)
    assert not disk.after(0.1)
    assert not disk.after(5)


def test_a_file_that_somebody_has_open_for_writing_waits_but_not_for_ever() -> None:
    disk = Disk(d=at(1))
    disk.files["d"] = at(2)
    disk.written.add("d")
    disk.after(0)
    assert not disk.after(SETTLE_OPEN * 0.9)
    disk.written.clear()
    assert disk.after(0)
    disk.written.add("d")
    assert disk.after(SETTLE_OPEN * 0.2)


def test_a_copy_of_a_source_is_watched_too_and_may_be_missing() -> None:
    disk = Disk(d=at(1), copy=None)
    assert not disk.after(5)
    disk.files["copy"] = at(2)
    disk.after(0)
    assert disk.after(SETTLE * 1.1)


def test_the_copies_watched_are_those_of_the_latest_reading() -> None:
    disk = Disk(d=at(1), old=at(1))
    disk.files["new"] = at(1)
    disk.watch.was_read(disk.watch.seen, ("d", "new"))
    disk.files["old"] = at(2)
    disk.after(0)
    assert not disk.after(5)
    disk.files["new"] = at(2)
    disk.after(0)
    assert disk.after(SETTLE * 1.1)


def test_where_there_is_nothing_to_watch_nobody_looks() -> None:
    assert FileWatch(()).pause is None
    assert Disk(d=at(1)).watch.pause == POLL


def test_a_save_is_read_well_within_half_a_second() -> None:
    assert POLL + SETTLE + 0.05 < 0.4


# The files of this machine


def test_writing_replacing_and_removing_a_file_all_change_its_fingerprint(tmp_path: Path) -> None:
    file, other = tmp_path / "d", tmp_path / "other"
    assert fingerprint(str(file)) is None
    file.write_text("one")
    seen = [fingerprint(str(file))]
    file.write_text("other")
    seen.append(fingerprint(str(file)))
    os.utime(file, ns=(1, 1))
    seen.append(fingerprint(str(file)))
    other.write_text("other")
    os.utime(other, ns=(1, 1))
    os.replace(other, file)
    seen.append(fingerprint(str(file)))
    assert None not in seen
    assert len(set(seen)) == len(seen)


@pytest.mark.parametrize("path", ["", "a\0b", "\ud800", "x" * 5000])
def test_a_path_that_no_file_can_have_is_a_missing_file(path: str) -> None:
    assert fingerprint(path) is None
    assert not file_watch.being_written(path)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells who has a file open")
def test_a_writer_is_noticed_as_long_as_it_has_the_file_open(tmp_path: Path) -> None:
    file = tmp_path / "d"
    file.write_text("x")
    assert not file_watch.being_written(str(file))
    with file.open("a") as writer:
        if not file_watch.being_written(str(file)):
            pytest.skip("this file system has no leases")
        writer.write("y")
    assert not file_watch.being_written(str(file))
    with file.open():
        assert not file_watch.being_written(str(file)), "a reader is no writer"
