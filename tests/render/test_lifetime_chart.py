"""Bars of ties and offices on one scale: nothing too wide, the moment marked, the words whole."""

from __future__ import annotations

import pytest

from tui.pages.page import Page, Span
from tui.pages.timeline_blocks import LifetimeChart, LifetimeRow
from tui.render.layout import lay_out
from tui.render.plain_text import plain_text
from tui.render.wrap import width_of

ROWS = (
    LifetimeRow(Span("+"), (Span("Aa", "name", "a"), Span(" – "), Span("Bb", "name", "b")), "1–20", (1, 1), (20, 20)),
    LifetimeRow(
        Span("−"), (Span("A name that is very long indeed – Bb", "name", "c"),), "since 11", (11, 11), (99, 99)
    ),
    LifetimeRow(Span("◦"), (Span("Cc"),), "31–40", (31, 33), (38, 40), (Span("●"),)),
)
CHART = LifetimeChart(ROWS, 1, 40, (25, 25), "as of then", 2)


@pytest.mark.parametrize("width", [*range(1, 80), 120])
def test_it_is_never_too_wide_and_every_link_and_word_is_there(width: int) -> None:
    layout = lay_out(Page("x", (CHART,)), width)
    assert max(map(width_of, layout.rows)) <= max(width, 1)
    assert layout.links == ("a", "b", "c")
    assert "since" in "".join(plain_text(Page("x", (CHART,)), width).split())


def test_a_bar_is_thick_up_to_the_moment_thin_after_it_and_dotted_where_dates_leave_it_open() -> None:
    lines = plain_text(Page("x", (CHART,)), 74).splitlines()
    first, second, third = (next(line for line in lines if words in line) for words in ("1–20", "since 11", "31–40"))
    assert "━·" in first
    assert "┊" in first
    assert "━─" in second
    assert "─━" not in second
    assert third.count("─") > 0, "it has not begun at the moment"
    assert "━" not in third
    undated = plain_text(Page("x", (CHART._replace(moment=None, later=-1),)), 74)
    assert "┄━" in undated
    assert "┊" not in undated


def test_the_moment_stands_under_the_years_over_the_cell_of_its_bars() -> None:
    lines = plain_text(Page("x", (CHART,)), 74).splitlines()
    mark = next(line for line in lines if "▲" in line)
    first = next(line for line in lines if "1–20" in line)
    assert "as of then" in mark
    assert first[mark.index("▲")] == "┊"
