"""A rail of points: a column for dates where there is room, nothing lost, nothing too wide."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.pages.page import Page, Para, Section, Span, Spans
from tui.pages.timeline_blocks import TimelineEntry
from tui.render.layout import MEASURE, lay_out
from tui.render.plain_text import plain_text
from tui.render.wrap import NO_LINK, cells, width_of

LETTERS = "abc.,–“”Հայ漢字한e\u0301🙂 \n"
words = st.one_of(st.text(LETTERS, max_size=30), st.text("ab ", max_size=120))
plain_spans = st.lists(st.builds(Span, words, st.sampled_from(["text", "dim"]), st.just("")), max_size=3).map(tuple)
linked = st.builds(Span, words, st.just("name"), st.sampled_from(["", "armenia", "article#p5"]))
spans = st.lists(linked.filter(lambda span: bool(span.text.strip()) or not span.link), max_size=4).map(tuple)
points = st.builds(
    TimelineEntry,
    st.sampled_from([Span("●", "strong"), Span("○", "dim"), Span(" ")]),
    st.lists(plain_spans, max_size=2).map(tuple),
    spans,
    spans,
    spans,
    st.sampled_from(["", "solid", "broken"]),
    plain_spans,
    st.booleans(),
)


def of(when: str, title: str, **more: object) -> TimelineEntry:
    made = TimelineEntry(Span("●"), ((Span(when),),) if when else (), (Span(title),))
    return made._replace(**more)  # type: ignore[arg-type]


def lines(width: int, *points: TimelineEntry) -> list[str]:
    return plain_text(Page("", points), width).split("\n")[:-1]


def bare(text: str) -> str:
    return re.sub(r"[ \n│┆·]", "", text)


@given(st.lists(points, max_size=4).map(tuple), st.integers(1, 120))
def test_a_rail_at_any_width_is_not_too_wide_and_its_links_are_in_order(
    some: tuple[TimelineEntry, ...], width: int
) -> None:
    page = Page("", some)
    layout = lay_out(page, width)
    for row in layout.rows:
        text = "".join(piece.text for piece in row)
        assert width_of(row) <= min(width, MEASURE) or sum(cells(one) > 0 for one in text) == 1
    assert list(layout.links) == page.links()
    assert list(layout.link_rows) == sorted(layout.link_rows)


@given(points, st.integers(1, 120))
def test_no_character_of_a_point_is_lost(point: TimelineEntry, width: int) -> None:
    shown = sorted(bare(plain_text(Page("", (point,)), width)))
    parts: list[Spans] = [*point.when, point.spans, point.below, point.tail, (point.mark,)]
    if point.rail:
        parts.append(point.gap)
    said = "".join(span.text for part in parts for span in part)
    assert [one for one in set(bare(said)) if shown.count(one) < bare(said).count(one)] == []


POINTS = (
    of("2 March 1977", "The locks are shut", rail="solid", gap=(Span("17 days later"),)),
    of("19 March 1977", "Barges wait", below=(Span("above the locks"),), tail=(Span("¶5"),), rail="broken"),
    of("undated", "A rumour", quiet=True, mark=Span("○")),
)


def test_where_there_is_no_room_a_date_stands_over_its_words_and_a_quiet_one_below() -> None:
    assert lines(40, *POINTS) == [
        "● 2 March 1977",
        "│ The locks are shut",
        "│ 17 days later",
        "● 19 March 1977",
        "┆ Barges wait",
        "┆ above the locks                     ¶5",
        "┆",
        "○ A rumour",
        "  undated",
    ]


def test_where_there_is_room_dates_have_a_column_at_the_left_of_the_rail() -> None:
    assert lines(64, *POINTS) == [
        "      2 March 1977 ●  The locks are shut",
        "                   │  17 days later",
        "     19 March 1977 ●  Barges wait",
        "                   ┆  above the locks                         ¶5",
        "                   ┆",
        "           undated ○  A rumour",
    ]


def test_where_there_is_hardly_any_room_the_rail_goes_and_the_mark_stays() -> None:
    assert lines(16, *POINTS) == [
        "● 2 March 1977",
        "The locks are",
        "shut",
        "17 days later",
        "● 19 March 1977",
        "Barges wait",
        "above the locks",
        "              ¶5",
        "○ A rumour",
        "undated",
    ]


def test_the_parts_of_a_date_have_a_line_each_in_their_column() -> None:
    point = POINTS[0]._replace(when=((Span("“on Saturday”"),), (Span("undated"),)))
    assert lines(74, point)[:2] == [
        "     “on Saturday” ●  The locks are shut",
        "           undated │  17 days later",
    ]
    assert lines(40, point)[0] == "● “on Saturday” · undated"


def test_a_tail_stands_beside_the_title_where_nothing_is_below_it() -> None:
    assert lines(30, of("", "A rumour", tail=(Span("¶5"),))) == ["● A rumour                  ¶5"]


@pytest.mark.parametrize("rail", ["solid", "broken", ""])
def test_only_the_end_of_a_rail_is_parted_from_what_follows(rail: str) -> None:
    first = of("", "One", rail=rail)
    assert ("" in lines(40, first, of("", "Two"))) == (not rail)
    page = Page("", (first, Section("More")))
    assert "" in plain_text(page, 40).split("\n")[:-1]
    assert "" not in plain_text(Page("", (Section("More"), first)), 40).split("\n")[:-1]
    assert "" in plain_text(Page("", (Para((Span("words"),)), first)), 40).split("\n")[:-1]


def test_an_entry_that_is_on_another_page_too_has_links_with_the_numbers_of_each() -> None:
    entry = TimelineEntry(
        Span("●"), ((Span("1956"),),), (Span("war", "name", "e"), Span(" in "), Span("S", "cite", "s"))
    )
    for before in ((), (Span("one", "text", "a"),), (Span("one", "text", "a"), Span("two", "text", "b"))):
        page = Page("x", (Para((*before, Span("so"))), entry, entry))
        layout = lay_out(page, 74)
        numbers = [piece.link for row in layout.rows for piece in row if piece.link != NO_LINK]
        assert numbers == list(range(len(before) + 4))
        assert list(layout.links) == page.links()


def test_a_blank_row_stands_between_the_end_of_a_long_date_and_the_next_one() -> None:
    long = of("between 14 September 1970 and 11 May 1975", "He will not stand.", rail="solid")
    first, then = of("1969", "It rains.", rail="solid"), of("December 1970", "It snows.")
    rows = lines(74, first, long, then)
    at = next(number for number, row in enumerate(rows) if "December 1970" in row)
    assert rows[at - 1].strip() == "│"
    assert "1975" in rows[at - 2]
    assert "It rains." in rows[0]
    assert rows[1].strip() == "│", "one row, as elsewhere"
    assert "between" in rows[2]
