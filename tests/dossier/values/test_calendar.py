"""The year, month or day before and after: over ends of months and years, through leap days and the turn of the era."""

from __future__ import annotations

import datetime

import pytest

from tui.dossier.values.calendar import Unit, shifted, unit_date
from tui.dossier.values.dates import Day, parse_date
from tui.dossier.values.edtf import days_in_month


@pytest.mark.parametrize(
    ("unit", "day", "by", "expected"),
    [
        ("day", (1956, 2, 28), 1, "1956-02-29"),
        ("day", (1900, 2, 28), 1, "1900-03-01"),
        ("day", (1957, 1, 1), -1, "1956-12-31"),
        ("day", (1957, 3, 1), -1, "1957-02-28"),
        ("day", (1956, 12, 31), 1, "1957-01-01"),
        ("month", (1956, 12, 31), 1, "1957-01"),
        ("month", (1956, 1, 31), -1, "1955-12"),
        ("month", (1956, 5, 9), 20, "1958-01"),
        ("year", (1956, 5, 9), -10, "1946"),
        ("year", (1, 1, 1), -1, "0000"),
    ],
)
def test_shifted(unit: Unit, day: Day, by: int, expected: str) -> None:
    assert shifted(unit, day, by).text == expected


@pytest.mark.parametrize("text", ["1956", "1956-02", "1956-02-29", "0044-03-15", "-0043", "-0043-02"])
def test_a_unit_is_the_date_that_is_written_so(text: str) -> None:
    read = parse_date(text)
    unit: Unit = read.precision  # type: ignore[assignment]
    made = unit_date(unit, read.earliest)
    assert (made, made.earliest, made.latest) == (read, read.earliest, read.latest)


def test_months_have_the_days_of_the_gregorian_calendar() -> None:
    for year in (1899, 1900, 1996, 2000, 2023):
        for month in range(1, 13):
            following = datetime.date(year + month // 12, month % 12 + 1, 1)
            assert days_in_month(year, month) == (following - datetime.date(year, month, 1)).days
