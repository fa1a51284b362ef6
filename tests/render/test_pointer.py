"""The mark of the selected bar: below it, with what it is, and nothing of the chart is altered."""

from __future__ import annotations

from tui.pages.chart_blocks import Column, Histogram
from tui.pages.page import Page
from tui.pages.timeline_blocks import CountStrip, Dated
from tui.render.layout import PageLayout, lay_out
from tui.render.pointer import pointed, rows_of_pointer
from tui.render.wrap import NO_LINK, Piece, Row

_YEARS = ((1966, 1), (1968, 4), (1975, 2))
STRIP = CountStrip(
    tuple(Dated(12 * year, 12 * year + 11, count, f"e{year}") for year, count in _YEARS), 8, "event"
)  # one more without a year
HISTOGRAM = Histogram(
    tuple(Column(f"¶{n}" if n == 1 else "", n % 4, f"s#p{n}", f"¶{n} · {n % 4} records") for n in range(1, 12)), 3, ()
)


def text(row: Row) -> str:
    return "".join(piece.text for piece in row).rstrip()


def marked(layout: PageLayout, link: int) -> list[str]:
    """The rows while a link is selected."""
    return [text(pointed(layout.rows, at, link) or row) for at, row in enumerate(layout.rows)]


def test_the_mark_and_the_words_are_below_the_bar_and_every_bar_stays_as_it_is() -> None:
    layout = lay_out(Page("x", (STRIP,)), 46)
    plain = [text(row) for row in layout.rows]
    first, last = marked(layout, 0), marked(layout, 2)
    assert first[:3] == last[:3] == plain[:3]
    assert first[3] == " ▲ 1966 · 1 event"
    assert last[3].endswith("1975 · 2 events ▲")
    assert last[3].index("▲") in range(plain[2].rindex("█") - 2, plain[2].rindex("█") + 1)


def test_words_of_several_rows_are_all_replaced() -> None:
    layout = lay_out(Page("x", (STRIP,)), 24)
    assert len(layout.rows) > 4
    assert marked(layout, 0)[3:] == ["▲ 1966 · 1 event", *[""] * (len(layout.rows) - 4)]


def test_of_columns_as_high_as_several_rows_the_mark_is_below_the_lowest() -> None:
    layout = lay_out(Page("x", (HISTOGRAM,)), 46)
    at = layout.links.index("s#p3")
    assert marked(layout, at)[:3] == [text(row) for row in layout.rows[:3]]
    assert marked(layout, at)[3].split() == ["▲", "¶3", "·", "3", "records"]
    assert rows_of_pointer(layout.rows, layout.link_rows[at], at).start == 3


def test_a_bar_that_says_nothing_has_its_mark_alone_and_a_text_none() -> None:
    for role in ("chart", "highlight"):
        bars = (Piece("Needed ", "label"), Piece("▆", role, 0), Piece("▆", role, 1))
        rows: tuple[Row, ...] = (bars, (Piece("       ", "label"), Piece("1966  1970", "axis")))
        assert text(pointed(rows, 1, 0) or ()) == "       ▲     1970", "no part of a year is left beside it"
        assert text(pointed(rows, 1, 1) or ()) == "        ▲    1970"
    assert pointed(rows, 0, 0) is None
    assert pointed(rows, 1, NO_LINK) is None
    assert pointed(((Piece("Orvane", "name", 0),), rows[1]), 1, 0) is None


def test_at_any_width_the_row_with_the_mark_is_no_wider_than_the_page() -> None:
    for width in range(1, 40):
        layout = lay_out(Page("x", (STRIP,)), width)
        for link in range(len(layout.links)):
            assert all(len(row) <= width for row in marked(layout, link)), width
