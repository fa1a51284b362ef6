"""The strip of counts over time: one unit for all bars, no date drawn finer than it is, and the lit one marked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.pages.page import CountStrip, Dated, Page
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
        "                                       ██",
        "▄▄    ██                               ██",
        "7 events by month, at most 4, in Feb 2014.",
    ]


def test_where_there_is_less_room_a_bar_is_of_several_months() -> None:
    assert lines(of_months(*SOME), 60)[3].startswith("7 events by month")
    assert " ".join(lines(of_months(*SOME), 8)[3:]) == "7 events by two months, at most 4, in Jan–Feb 2014."


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
    assert lay_out(page, 8).links == ("a", "c"), "a bar of two months"


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
