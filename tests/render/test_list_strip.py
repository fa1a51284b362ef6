"""The strip over a list: the bar of what the cursor is at is lit, with a mark and words below it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.pages.lists.test_list_strip import dossier_of
from tui.pages.list_line import ListGroup
from tui.pages.lists.list_strip import list_strip
from tui.render.list_strip import DrawnStrip
from tui.render.wrap import cells

DATES = {"a": "2013-01", "b": "2013-03", "c": "2013-03-09", "d": "2014-02", "wide": "2013", "u": ""}


def drawn(width: int, height: int = 1, names: tuple[str, ...] = tuple(DATES)) -> DrawnStrip:
    strip = list_strip(dossier_of(DATES), [ListGroup("", names)])
    assert strip is not None
    return DrawnStrip(strip, width, height)


def rows(strip: DrawnStrip, name: str, height: int = 1) -> list[str]:
    return ["".join(span.text for span in strip.row(number, name)) for number in range(height + 2)]


def test_the_bar_of_what_the_cursor_is_at_is_lit_and_marked() -> None:
    strip = drawn(46)
    years, bars, mark = rows(strip, "b")
    assert years.split() == ["2013", "2014"]
    assert mark.strip() == "▲ Mar 2013: 2 events"
    assert bars[mark.index("▲")] == "█"
    lit = [span for span in strip.row(1, "b") if span.role == "highlight"]
    assert [set(span.text) for span in lit] == [{"█"}]


def test_the_lit_bar_is_that_of_the_cursor_and_no_other() -> None:
    strip = drawn(46)
    marks = {name: rows(strip, name)[2].find("▲") for name in DATES}
    assert marks["a"] < marks["b"] == marks["c"] < marks["d"]
    assert marks["u"] == -1


def test_without_a_bar_it_says_the_date_or_that_there_is_none_and_on_a_view_what_the_bars_are() -> None:
    strip = drawn(46)
    assert rows(strip, "u")[2] == "undated"
    assert rows(strip, "wide")[2].split()[-1] == "2013"
    assert rows(strip, "wide")[2].count("▲") == 2, "from the first to the last bar that it may be in"
    assert rows(strip, "timeline:")[2] == "events by month, at most 2"
    assert rows(drawn(20), "timeline:")[2] == "events by two months"


def test_of_years_that_are_nearly_equal_it_says_how_many_events_each_has() -> None:
    dates = {f"e{number}": str(1988 + number // 3) for number in range(30)} | {"more": "1990"}
    strip = list_strip(dossier_of(dates), [ListGroup("", tuple(dates))])
    assert strip is not None
    assert rows(DrawnStrip(strip, 46, 2), "timeline:", 2) == [
        "",
        "1988    1990    1992    1994        1997",
        "▃▃▃ ▃▃▃ ▄▄▄ ▃▃▃ ▃▃▃ ▃▃▃ ▃▃▃ ▃▃▃ ▃▃▃ ▃▃▃ ",
        "3 events a year, 4 in 1990",
    ]
    assert rows(DrawnStrip(strip, 24, 1), "timeline:")[2] == "3 to 4 events a year"


def test_where_there_is_little_room_the_words_stand_at_the_left_or_are_fewer() -> None:
    assert rows(drawn(46), "d")[2].strip() == "Feb 2014: 1 event ▲"
    assert rows(drawn(20), "b")[2].strip() == "▲ Mar–Apr 2013"


def test_bars_of_two_rows_tell_more_numbers_apart() -> None:
    names = ("a", "b", "c", "d")
    upper, lower = rows(drawn(46, 2, names), "a", 2)[1:3]
    assert "█" in upper
    assert lower.count("█") > upper.count("█")


def test_the_first_listed_event_of_a_bar_is_found_by_its_cell() -> None:
    strip = drawn(46)
    at = rows(strip, "b")[2].index("▲")
    assert strip.first_at(at, DATES) == "b"
    assert strip.first_at(at, ["c", "a"]) == "c"
    assert strip.first_at(200, DATES) == ""


@given(st.integers(1, 120), st.sampled_from([*DATES, "timeline:"]), st.integers(1, 3))
def test_no_row_is_wider_than_there_is_room(width: int, name: str, height: int) -> None:
    assert max(map(cells, rows(drawn(width, height), name, height))) <= width
