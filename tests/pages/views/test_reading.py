"""The page about a reading says what is done, in bytes and then in records, and no more than is true."""

from __future__ import annotations

from tui.dossier.progress import Progress
from tui.pages.views.reading import reading_page
from tui.render.plain_text import plain_text


def lines(progress: Progress) -> list[str]:
    return [" ".join(line.split()) for line in plain_text(reading_page(progress), 80).splitlines()[2:] if line.strip()]


def test_no_bar_is_drawn_where_the_size_is_not_known() -> None:
    assert lines(Progress("read", 0, 0))[-1] == "Reading …"


def test_bytes_are_counted_while_the_file_is_read() -> None:
    half = Progress("read", 20_000_000, 40_000_000)
    assert lines(half)[-1] == f"Reading {'━' * 12}{'─' * 12} 20.0 of 40.0 MB"


def test_the_bar_is_full_only_when_all_is_done() -> None:
    assert "─" in lines(Progress("read", 39_999_999, 40_000_000))[-1]
    assert "─" not in lines(Progress("read", 40_000_000, 40_000_000))[-1]
    assert "━" not in lines(Progress("read", 1, 40_000_000))[-1]


def test_records_are_counted_while_they_are_checked_and_what_is_done_stays() -> None:
    *_, reading, checking = lines(Progress("check", 54_000, 108_000))
    assert reading == "Reading done"
    assert checking == f"Checking {'━' * 12}{'─' * 12} 54,000 of 108,000 records"


def test_the_quotations_that_are_compared_with_their_sources_are_counted() -> None:
    assert lines(Progress("compare", 250, 1_000))[-1] == f"Comparing {'━' * 6}{'─' * 18} 250 of 1,000 quotations"


def test_at_last_it_is_said_that_what_is_shown_is_prepared() -> None:
    assert lines(Progress("prepare", 0, 0))[-2:] == ["Comparing done", "Preparing …"]


def test_a_phase_of_unknown_length_is_named_without_a_bar() -> None:
    assert lines(Progress("compare", 0, 0))[-3:] == [
        "Reading done",
        "Checking done",
        "Comparing quotations with the copies of their sources",
    ]
