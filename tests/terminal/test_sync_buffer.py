"""A synchronized update is written as one piece; what is no part of one is written as it comes."""

from __future__ import annotations

from textual._ansi_sequences import SYNC_END, SYNC_START

from tui.terminal.sync_buffer import SyncUpdateBuffer


def test_an_update_is_one_piece() -> None:
    updates = SyncUpdateBuffer()
    assert [updates.add(part) for part in (SYNC_START, "one", "two", SYNC_END)] == [
        "",
        "",
        "",
        f"{SYNC_START}onetwo{SYNC_END}",
    ]


def test_what_comes_before_and_after_is_not_held_back() -> None:
    updates = SyncUpdateBuffer()
    assert updates.add("before") == "before"
    for part in (SYNC_START, "x", SYNC_END):
        updates.add(part)
    assert updates.add("after") == "after"


def test_an_empty_update_is_written_too() -> None:
    updates = SyncUpdateBuffer()
    updates.add(SYNC_START)
    assert updates.add(SYNC_END) == SYNC_START + SYNC_END
