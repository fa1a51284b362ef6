"""Numbers over time above each other: as wide as there is room, the moment below, each column where it leads."""

from __future__ import annotations

import pytest

from tui.pages.page import Fields, Page, Span
from tui.pages.timeline_blocks import Series, SeriesChart
from tui.render.layout import lay_out
from tui.render.plain_text import plain_text
from tui.render.pointer import pointed

NUMBERS = (0, 0, 1, 4, 4, 2, 0, 0)
LINKS = ("", "", "moment:1950", "moment:1951", "", "moment:1953", "moment:1954", "")
TWIN = (Fields((("In text", tuple(Span("▁", "chart", link) for link in LINKS)),)),)
CHART = SeriesChart(
    (Series("Needed", NUMBERS, LINKS, " 0–4"), Series("Unbalanced", NUMBERS[::-1], ("",) * 8, " 0–4")),
    ((0, "1948"), (2, "1950"), (4, "1952"), (6, "1954")),
    (3, 4),
    "",
    (Span(" 1951"), Span("; since 1950", "dim")),
    TWIN,
)


def lines(width: int, chart: SeriesChart = CHART) -> list[str]:
    return plain_text(Page("x", (chart,)), width).splitlines()


def test_columns_are_as_wide_as_there_is_room_for_and_within_text_where_there_is_little() -> None:
    assert "In text" in lines(22)[0]
    two, three = lines(34), lines(74)
    assert [row[12:28].count("·") for row in two if row.startswith("Needed")] == [8]
    assert [row.count("·") for row in three if row.startswith("Unbalanced")] == [12]


def test_a_selected_column_is_told_between_the_charts_and_takes_no_year_away() -> None:
    needed = CHART.series[0]._replace(words=("", "", "1950: 1", "1951: 4", "", "1953: 2", "1954: 0", ""))
    layout = lay_out(Page("x", (CHART._replace(series=(needed, CHART.series[1])),)), 74)
    rows = ["".join(piece.text for piece in row) for row in layout.rows]
    assert "1948" in rows[0]
    assert "1954" in rows[0]
    at = next(number for number, row in enumerate(rows) if row.startswith("Needed"))
    told = pointed(layout.rows, at + 1, layout.links.index("moment:1951"))
    assert told is not None
    assert "".join(piece.text for piece in told).split() == ["▲", "1951:", "4"]


def test_years_stand_where_they_begin_within_their_columns() -> None:
    years = lines(74, CHART._replace(years=((0, "1948"), (2.5, "1950"), (5.0, "1952"))))[0]
    assert years.index("1952") - years.index("1950") == 8
    assert years.index("1950") - years.index("1948") == 7


def test_an_empty_column_at_the_moment_is_lit_by_nothing_but_the_mark() -> None:
    layout = lay_out(Page("x", (CHART._replace(lit=(0, 1)),)), 74)
    assert [piece.text for row in layout.rows for piece in row if piece.role == "highlight"] == []


def test_the_moment_is_under_its_column_and_what_is_the_case_then_below() -> None:
    rows = lines(34)
    [at] = [number for number, row in enumerate(rows) if row.startswith("Moment")]
    assert rows[at].index("▲") == 12 + 3 * 2
    assert rows[at + 1].strip() == "1951; since 1950"
    before = lines(34, CHART._replace(lit=(0, 0), outside="before"))
    assert next(row for row in before if row.startswith("Moment")).split()[1].startswith("⇠─")


@pytest.mark.parametrize("width", range(20, 80))
def test_every_link_is_there_once_in_the_order_of_the_columns(width: int) -> None:
    assert lay_out(Page("x", (CHART,)), width).links == tuple(filter(None, LINKS))
