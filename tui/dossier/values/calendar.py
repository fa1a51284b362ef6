"""Years, months and days as dates, and the one that comes after or before: what a reader steps by."""

from __future__ import annotations

from typing import Literal

from tui.dossier.values.dates import Date, Day, day_number, numbered_day
from tui.dossier.values.edtf import days_in_month

Unit = Literal["day", "month", "year"]


def unit_date(unit: Unit, day: Day) -> Date:
    """The year, the month or the day that `day` lies in, as a date."""
    year, month, day_of_month = day
    text = f"{year:04}" if year >= 0 else f"-{-year:04}"
    if unit == "year":
        return Date(text, (year, 1, 1), (year, 12, 31), "year")
    text += f"-{month:02}"
    if unit == "month":
        return Date(text, (year, month, 1), (year, month, days_in_month(year, month)), "month")
    return Date(f"{text}-{day_of_month:02}", day, day, "day")


def shifted(unit: Unit, day: Day, by: int) -> Date:
    """The year, month or day that is `by` units after the one that `day` lies in, or before it."""
    year, month, _ = day
    if unit == "year":
        return unit_date("year", (year + by, 1, 1))
    if unit == "month":
        years, months = divmod(year * 12 + month - 1 + by, 12)
        return unit_date("month", (years, months + 1, 1))
    return unit_date("day", numbered_day(day_number(day) + by))
