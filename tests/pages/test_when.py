"""Dates in few words, and where lists and entries show them."""

from __future__ import annotations

import pytest

from tests.dossier.test_as_of import tie
from tests.dossiers import HEAD, loaded, record
from tests.pages.page_text import text_of
from tui.dossier.values.dates import Date, parse_date
from tui.pages.catalog import Catalog
from tui.pages.moment_marks import moment_words
from tui.pages.when import span_words, years_words


def date(text: str) -> Date | None:
    return parse_date(text) if text else None


@pytest.mark.parametrize(
    ("begins", "ends", "words", "years"),
    [
        ("1936", "1954", "1936–1954", "1936–1954"),
        ("1936", "", "since 1936", "since 1936"),
        ("", "1954-03", "until Mar 1954", "until 1954"),
        ("1956-10-31", "1956-11-07", "31 Oct – 7 Nov 1956", "1956"),
        ("1956-10-31", "1957-01", "31 Oct 1956 – Jan 1957", "1956–1957"),
        ("1974-09", "1974-09", "Sep 1974", "1974"),
        ("1974", "1974", "1974", "1974"),
        ("1936~", "1954?", "~1936 – 1954?", "~1936–1954?"),
        ("", "", "", ""),
    ],
)
def test_a_span_is_as_short_as_can_be(begins: str, ends: str, words: str, years: str) -> None:
    assert span_words(date(begins), date(ends)) == words
    assert years_words(date(begins), date(ends)) == years


CATALOG = Catalog(
    loaded(
        HEAD
        + record("sources")
        + record("actors")
        + record("actors", id="b")
        + tie("t", start="1936", end="1954")
        + tie("lent", kind="hostility")
        + record("events", date="1956-10-31", begins=["lent"])
        + record("quotes", id="late", date="1957-03-01", text="Late.")
        + record("quotes", id="never", text="Never.")
        + record("quotes", id="early", date="1950", text="Early.")
        + record("ledger", date="1951-02")
    )
)


def line(name: str) -> tuple[str, str]:
    made = CATALOG.line(name)
    return "".join(span.text for span in made.remark), "".join(span.text for span in made.long_remark)


def test_dates_stand_in_the_lists_and_where_there_is_little_room_in_place_of_less() -> None:
    assert line("t") == (
        "ended 1954 aid ●",
        "ended  1936–1954  defence pact".replace("defence pact", "aid ● reported  "),
    )
    assert line("lent")[1].startswith("since 31 Oct 1956  hostility")
    assert line("lent")[0] == "since 1956  hostility ●"
    assert line("late") == ("1 Mar 1957", "1 Mar 1957  ")
    assert line("l")[1].startswith("Feb 1951  ")


@pytest.mark.parametrize("page", ["a", "pair:a:b", "ego:a"])
def test_ties_have_their_dates_on_pages(page: str) -> None:
    CATALOG.set_moment(None)
    made = CATALOG.page(page)
    assert made is not None
    assert "1936–1954" in text_of(made)
    assert "since 31 Oct 1956" in text_of(made)


def test_what_one_says_is_in_the_order_of_its_dates_and_what_has_none_comes_last() -> None:
    [group] = CATALOG.record_groups("quotes")
    assert group.ids == ("early", "late", "never")
    page = CATALOG.page("a")
    assert page is not None
    text = text_of(page)
    assert text.index("Early.") < text.index("Late.") < text.index("Never.")


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("1956-11", "as of November 1956"),
        ("[1954..1956]", "as of some day between 1954 and 1956"),
        ("[..1956]", "as of 1956 or earlier"),
    ],
)
def test_a_moment_reads_as_a_sentence_also_where_it_is_some_day_of_a_span(moment: str, words: str) -> None:
    assert moment_words(parse_date(moment)) == words
