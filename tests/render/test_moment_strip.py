"""The strip of time as rows: the moment in words, bars of what begins and ends, years with the moment lit."""

from __future__ import annotations

import pytest

from tests.dossier.test_change_points import DATED, HEAD, dossier, tie
from tests.dossiers import dossier_of, load_text, loaded, record
from tui.dossier.network.scope import Scope
from tui.dossier.values.dates import parse_date
from tui.dossier.values.vocabulary import MOMENT_GLYPH, UNSETTLED
from tui.pages.span_builder import SpanBuilder
from tui.render.moment_strip import MomentStrip
from tui.render.wrap import cells

WIDTHS = (40, 80, 120, 200)


def strip(moment: str | None, *ties: str) -> MomentStrip:
    scope = Scope(moment=parse_date(moment) if moment else None)
    return MomentStrip(SpanBuilder(dossier(*(ties or DATED)), scope))


def rows(moment: str | None, width: int = 80, *, since: str = "") -> list[str]:
    spans = strip(moment).rows(width, parse_date(since) if since else None)
    return ["".join(span.text for span in row) for row in spans]


def test_the_moment_is_said_with_what_is_there_then() -> None:
    assert rows("1950")[0].split("  ")[1] == "As of 1950"
    assert rows("1950")[0].endswith("1 tie · 1 not begun")
    assert rows("1957")[0].endswith("0 ties · 2 ended")
    assert rows(None)[0].startswith("  All times")


def test_it_is_said_what_the_bars_stand_for_and_which_kinds_there_are() -> None:
    assert "bars: ties with a date, at most 1" in rows("1950", 100)[0]
    assert "bars: ties with a date   " in rows("1950", 66)[0]
    assert "bars" not in rows("1950", 40)[0]
    assert "bars" not in rows("1957", 120, since="1956-11")[0]


def test_ties_without_any_date_are_said_to_be_so_and_have_no_bars() -> None:
    quote = record("quotes", date="1950")
    dated = load_text(f"{HEAD}{quote}{record('alliances')}")
    assert dated.dossier is not None
    strip_of_quote = MomentStrip(SpanBuilder(dated.dossier, Scope(moment=parse_date("1950"))))
    heading, bars, words, _ = ("".join(span.text for span in row) for row in strip_of_quote.rows(80))
    assert heading.endswith("1 tie · none dated")
    assert "bars: quotes with a date, at most 1" in heading
    assert bars.split()[0] == "dated"
    assert words.strip() == "no tie has a date: the date changes nothing about ties"
    assert "no tie has a date" in "".join(span.text for span in strip_of_quote.rows(40)[2])


@pytest.mark.parametrize("width", WIDTHS)
def test_each_row_of_bars_has_its_label(width: int) -> None:
    assert [row.split()[0] for row in rows("1950", width)[1:3]] == ["dated", "ends"]


def test_ties_that_are_perhaps_there_are_numbered_among_those_that_count() -> None:
    contested = record("alliances", id="t2", start="1950~", status="contested", by=["a"])
    of = loaded(dossier_of(record("alliances", start="1950~"), contested))
    heading = MomentStrip(SpanBuilder(of, Scope(statuses=UNSETTLED, moment=parse_date("1950")))).rows(80)[0]
    assert "".join(span.text for span in heading).endswith("1 tie · 1 perhaps")


def test_what_the_step_changed_is_said() -> None:
    assert "As of 1956-10-31" not in rows("1956-10-31", since="1950")[0]
    assert "As of 31 October 1956  ↑ 1 came  ↓ 1 went  ⇄ 1 turned" in rows("1956-10-31", since="1950")[0]


def test_the_few_ties_that_came_or_went_are_named_where_there_is_room() -> None:
    heading = rows("1957", 120, since="1956-11")[0]
    assert "↓ " in heading
    assert "hostility" in heading
    assert "went" not in heading
    assert "↓ 1" in rows("1957", 40, since="1956-11")[0]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("moment", ["1930", "1936", "1956-11", "1957", "2100", None])
def test_no_row_is_wider_than_the_strip(width: int, moment: str | None) -> None:
    assert all(cells(row) <= width for row in rows(moment, width, since="1950"))


@pytest.mark.parametrize("width", WIDTHS)
def test_the_moment_is_lit_under_its_bar(width: int) -> None:
    _, begins, _, axis = rows("1936-01-01", width)
    assert axis.index(MOMENT_GLYPH) == next(place for place, char in enumerate(begins) if char in "▁▂▃▄▅▆▇█")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("year", range(1936, 1958))
def test_no_label_is_shown_in_part(width: int, year: int) -> None:
    labels = rows(None, width)[3].split()
    shown = [word for word in rows(str(year), width)[3].replace(MOMENT_GLYPH, " ").replace("─", " ").split() if word]
    assert [word for word in shown if word not in labels] == []


def test_outside_of_time_nothing_is_lit() -> None:
    assert MOMENT_GLYPH not in rows(None)[3]
    assert rows(None)[1:3] == rows("1950")[1:3]


def test_the_first_year_is_labelled() -> None:
    assert rows("1950", 120)[3].split()[0] == "1936"


def test_labels_do_not_touch() -> None:
    for width in WIDTHS:
        labels = rows(None, width)[3].split()
        assert all(len(label) == 4 and label.isdigit() for label in labels), labels
        assert len(labels) == len(set(labels))


def test_a_span_of_a_few_months_is_labelled_by_months() -> None:
    made = load_text(HEAD.replace("1957-03", "1956-12") + tie("war", "hostility", "1956-10-31", "1956-11-07")).dossier
    assert made is not None
    axis = "".join(span.text for span in MomentStrip(SpanBuilder(made)).rows(80)[3])
    assert "Oct 1956" in axis


def test_where_there_is_no_room_for_bars_only_the_words_remain() -> None:
    assert len(rows("1950", 20)) == 1


@pytest.mark.parametrize("width", [*WIDTHS, 137, 199])
def test_no_year_is_labelled_twice(width: int) -> None:
    labels = rows(None, width)[3].split()
    assert len(labels) == len(set(labels))
