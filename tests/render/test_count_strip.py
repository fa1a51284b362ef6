"""The strip of counts over time: one unit for all bars, no date drawn finer than it is, and the lit one marked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.pages.page import Page
from tui.pages.timeline_blocks import CountStrip, Dated
from tui.render.layout import MEASURE, lay_out
from tui.render.plain_text import plain_text
from tui.render.wrap import width_of


def month(year: int, month: int = 1) -> int:
    return 12 * year + month - 1


def of_months(*months: tuple[int, int, int]) -> CountStrip:
    dates = tuple(Dated(month(year, number), month(year, number), count) for year, number, count in months)
    return CountStrip(dates, sum(date.number for date in dates), "event")


def lines(strip: CountStrip, width: int) -> list[str]:
    return plain_text(Page("x", (strip,)), width).splitlines()


SOME = ((2013, 1, 1), (2013, 3, 2), (2014, 2, 4))


def test_months_are_counted_where_there_is_room_for_them() -> None:
    assert lines(of_months(*SOME), 46) == [
        "2013                                2014",
        "                                most 4 ██",
        "▄▄    ██                               ██",
        "7 events by month, at most 4, in Feb 2014.",
    ]


def test_where_there_is_less_room_a_bar_is_of_several_months() -> None:
    assert lines(of_months(*SOME), 60)[3].startswith("7 events by month")
    assert " ".join(lines(of_months(*SOME), 20)[3:]) == "7 events by two months, at most 4, in Jan–Feb 2014."


def test_dates_known_to_the_year_are_not_counted_in_a_month() -> None:
    years = tuple(Dated(month(year), month(year, 12), 1) for year in (1950, 1951, 1953))
    assert lines(CountStrip(years, 3, "event"), 60)[2] == "3 events by year, at most 1, first in 1950."


def test_a_few_wider_dates_are_left_out_and_counted() -> None:
    wide = Dated(month(2013), month(2013, 12), 1)
    [*_, words] = lines(CountStrip((wide, *of_months(*SOME).dates), 8, "event"), 74)
    assert words == "7 events by month, at most 4, in Feb 2014; 1 more with a wider date."


def test_each_bar_leads_to_the_first_thing_in_it_in_the_order_of_time() -> None:
    months = (month(2013), "a"), (month(2013, 2), "b"), (month(2014, 2), "c")
    dates = tuple(Dated(at, at, 1 + (link == "c"), link) for at, link in months)
    page = Page("x", (CountStrip(dates, 4, "event"),))
    assert lay_out(page, 74).links == ("a", "b", "c")
    assert lay_out(page, 20).links == ("a", "c"), "a bar of two months"


@given(
    st.lists(
        st.builds(
            lambda first, size, count: Dated(first, first + size, count),
            st.integers(-9999, 30000),
            st.integers(0, 300),
            st.integers(1, 99),
        ),
        min_size=1,
        max_size=30,
    ),
    st.integers(1, 120),
)
def test_a_strip_has_room_at_any_width(dates: list[Dated], width: int) -> None:
    ordered = tuple(sorted(dates))
    strip = CountStrip(ordered, sum(date.number for date in ordered), "event")
    rows = lay_out(Page("x", (strip,)), width).rows
    assert [row for row in rows if width_of(row) > min(width, MEASURE)] == []


def test_no_bar_is_empty_where_there_is_something() -> None:
    strip = of_months((2013, 1, 1), (2013, 2, 99))
    assert lines(strip, 20)[2].replace(" ", "")[0] == "▁"


def of_years(*numbers: int) -> CountStrip:
    years = enumerate(numbers, 1988)
    return CountStrip(tuple(Dated(month(y), month(y, 12), number) for y, number in years), sum(numbers), "event")


def test_bars_stand_apart_so_that_many_are_no_block() -> None:
    for width in (12, 28, 46, 72):
        [_, _, lowest, *_] = lines(of_years(*(1, 9) * 15), width)
        assert "██" not in lowest or " " in lowest.strip()


def test_periods_that_are_nearly_equal_are_told_in_words_with_the_few_that_differ() -> None:
    assert lines(of_years(4, *[3] * 32), 80)[1:] == [f"▄ {'▃ ' * 32}".strip(), "100 events: 3 a year, 4 in 1988."]
    [bars, words] = lines(of_years(4, *[3] * 19), 74)[1:]
    assert bars == f"▄▄ {'▃▃ ' * 19} 3 to 4 a year"
    assert words == "61 events: 3 a year, 4 in 1988."
    assert lines(of_years(300, 301, 302, 303, 304, 302), 46)[-1] == "1,812 events: 300 to 304 a year."
    words = "12 events by year, at most 3, first in 1989."
    assert lines(of_years(2, 3, 2, 3, 2), 46)[-1] == words, "half as many again is not nearly equal"
    assert lines(of_years(3, 3, 0, 3, 3), 46)[-1].startswith("12 events by year"), "nor is none"


def test_what_is_dated_by_the_day_may_be_nearly_equal_by_the_year() -> None:
    days = tuple(Dated(month(y, 1 + y % 12), month(y, 1 + y % 12), 20) for y in range(1988, 2021))
    assert lines(CountStrip(days, 660, "date"), 46)[-1] == "660 dates: 20 a year."


@pytest.mark.parametrize(
    ("counts", "row"),
    [
        ((9, 1, 1, 1, 1, 1, 1), "█████ most 9"),
        ((1, 1, 1, 1, 1, 1, 9), "                             most 9 █████"),
        ((1, 9, 8, 1, 1, 1, 1), f"      █████ ▇▇▇▇▇{' ' * 23}most 9"),
        ((8, 9, 8, 1, 9, 8, 9), "▇▇▇▇▇ █████ ▇▇▇▇▇       █████ ▇▇▇▇▇ █████"),
    ],
)
def test_the_scale_is_beside_the_highest_bar_or_behind_all_and_never_a_number_alone(
    counts: tuple[int, ...], row: str
) -> None:
    years = tuple(Dated(month(y), month(y, 12), number) for y, number in enumerate(counts, 1988))
    assert lines(CountStrip(years, sum(counts), "event"), 46)[1] == row


def test_the_first_and_the_last_year_of_a_strip_are_told() -> None:
    [years, *_] = lines(of_years(*range(1, 15)), 40)
    assert (years.split()[0], years.split()[-1]) == ("1988", "2001")
