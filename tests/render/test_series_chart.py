"""Numbers over time above each other: as wide as there is room, the moment below, each column where it leads."""

from __future__ import annotations

import pytest

from tui.pages.page import Fields, Page, Span
from tui.pages.timeline_blocks import Series, SeriesChart
from tui.render.layout import lay_out
from tui.render.plain_text import plain_text

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
    assert "In text" in lines(30)[0]
    two, three = lines(34), lines(74)
    assert [row[12:28].count("·") for row in two if row.startswith("Needed")] == [8]
    assert [row.count("·") for row in three if row.startswith("Unbalanced")] == [12]


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
