"""Bars of ties and offices on one scale: nothing too wide, the moment marked, the words whole."""

from __future__ import annotations

from typing import Any

import pytest

from tui.dossier.values.dates import day_number
from tui.dossier.values.lifetimes import ALWAYS
from tui.pages.page import LineStyle, Page, Para, Span
from tui.pages.timeline_blocks import LifetimeChart, LifetimeRow
from tui.render.layout import lay_out
from tui.render.plain_text import plain_text
from tui.render.wrap import width_of

ROWS = (
    LifetimeRow(Span("+"), (Span("Aa", "name", "a"), Span(" – "), Span("Bb", "name", "b")), "1–20", (1, 1), (20, 20)),
    LifetimeRow(
        Span("−"), (Span("A name that is very long indeed – Bb", "name", "c"),), "since 11", (11, 11), (99, 99)
    ),
    LifetimeRow(Span("∘"), (Span("Cc"),), "31–40", (31, 33), (38, 40), (Span("●"),)),
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
    assert "━┿─" in second
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


def bar_of(
    begins: tuple[int, int], ends: tuple[int, int], moment: tuple[int, int] | None = (30, 30), **keys: Any
) -> str:
    """The bar of one row on a scale of 36 days in 18 cells."""
    row = LifetimeRow(Span("+"), (Span("Aa"),), "when", begins, ends, **keys)
    chart = LifetimeChart((row,), 1, 36, moment, "then" if moment else "")
    [line] = [line for line in plain_text(Page("x", (chart,)), 40).splitlines() if line.endswith("when")]
    return line.strip().split()[0]


@pytest.mark.parametrize(
    ("begins", "ends", "bar"),
    [
        ((1, 1), (99, 99), "━━━━━━━━━━━━━━┿───"),
        ((1, 1), (20, 20), "━━━━━━━━━━····┊···"),
        ((1, 1), (29, 29), "━━━━━━━━━━━━━━┥···"),
        ((1, 1), (25, 40), "━━━━━━━━━━━━━┄┼───"),
        ((30, 30), (99, 99), "··············┿───"),
        ((-ALWAYS, -ALWAYS), (20, 20), "┄┄┄┄┄┄┄┄┄━····┊···"),
    ],
    ids=["goes on", "ended", "ended just before", "may have ended", "begins", "nobody knows since when"],
)
def test_a_bar_ends_where_it_ends_and_the_moment_is_seen_on_it(
    begins: tuple[int, int], ends: tuple[int, int], bar: str
) -> None:
    assert bar_of(begins, ends) == bar


@pytest.mark.parametrize(("line", "glyph"), [("whole", "━"), ("broken", "╍"), ("dotted", "┉")])
def test_the_bar_of_what_is_not_reported_is_drawn_like_its_line_elsewhere(line: LineStyle, glyph: str) -> None:
    assert set(bar_of((1, 1), (36, 36), None, line=line)) == {glyph}
    assert glyph in bar_of((1, 1), (20, 20), absent=True, line=line)


def test_a_year_has_no_more_cells_where_there_is_less_room() -> None:
    sizes = [bar_size(width) for width in range(30, 200)]
    assert sizes == sorted(sizes)


def bar_size(width: int) -> int:
    lines = plain_text(Page("x", (CHART._replace(moment=None, later=-1),)), width).splitlines()
    return max(sum(cell in "━┄·" for cell in line) for line in lines)


def test_years_stand_over_the_cells_in_which_they_begin_and_the_last_one_at_the_end() -> None:
    first, begins, last = (day_number(day) for day in ((1966, 1, 1), (1970, 1, 1), (1975, 12, 31)))
    row = LifetimeRow(Span("+"), (Span("Aa"),), "1970", (begins, begins), (begins, begins))
    lines = plain_text(Page("x", (LifetimeChart((row,), first, last),)), 90).splitlines()
    years, bar = lines[0], next(line for line in lines if "Aa" in line)
    assert years.split()[0] == "1966"
    assert years.split()[-1] == "1975"
    assert years.index("1970") == bar.index("━")
    assert len(years) == bar.rindex("·") + 1


@pytest.mark.parametrize("width", range(30, 76))
def test_no_sign_of_the_legend_is_parted_from_its_words(width: int) -> None:
    legend = tuple(
        Span(part, "dim") for part in ("━ there", "   ", "╍ there, attributed or judged", "   ", "┉ unsettled")
    )
    for line in plain_text(Page("x", (Para(legend),)), width).splitlines():
        assert line.rstrip()[-1:] not in tuple("━╍┉")
