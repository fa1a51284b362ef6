"""A change of the balance over time is dated as its sources date it: the day that is counted is in none of them."""

from __future__ import annotations

import pytest

from tests.dossiers import HEAD, loaded, record
from tui.dossier.network.balance import balance_over_time
from tui.dossier.values.dates import parse_date
from tui.pages.balance.over_time import over_time_page
from tui.pages.balance.row_dates import is_ahead, opening_date, row_date, row_text
from tui.pages.balance.views import balance_view
from tui.pages.span_builder import SpanBuilder


def builder(*ties: dict[str, str], as_of: str = "1975-06") -> SpanBuilder:
    text = f'{HEAD}as_of = "{as_of}"\n' + record("sources") + "".join(record("actors", id=name) for name in "abc")
    for number, keys in enumerate(ties):
        text += record("alliances", id=f"t{number}", between=["a", "bc"[number % 2]], **keys)
    return SpanBuilder(loaded(text))


@pytest.mark.parametrize(
    ("keys", "dates"),
    [
        ({"start": "1966-03-03", "end": "1970-11-12"}, ["3 Mar 1966", "13 Nov 1970"]),
        ({"start": "1966-09", "end": "1977"}, ["from Sep 1966", "after 1977"]),
        ({"start": "~1966", "end": "1974?"}, ["from ~1966", "after 1974?"]),
        ({"start": "[1966-03-01..1966-04-30]"}, ["from some day between 1 Mar and 30 Apr 1966"]),
    ],
)
def test_a_date_is_no_finer_than_it_is_given(keys: dict[str, str], dates: list[str]) -> None:
    of = builder({"kind": "aid", **keys})
    assert [row_date(of, row) for row in balance_over_time(of.dossier)] == dates


def test_a_day_that_one_of_several_gives_is_the_date() -> None:
    of = builder({"kind": "aid", "start": "1966"}, {"kind": "aid", "start": "1966-01-01"})
    assert [row_text(of, row) for row in balance_over_time(of.dossier)] == ["1966-01-01"]


def test_the_end_of_a_year_is_a_day_where_rows_are_of_years() -> None:
    of = builder({"kind": "aid", "start": "1966-03", "end": "1967"})
    assert next(row_text(of, row) for row in balance_over_time(of.dossier, by="year")) == "1966-12-31"


def test_what_is_after_the_date_of_the_dossier_is_set_to_change() -> None:
    of = builder({"kind": "aid", "start": "1966"}, {"kind": "hostility", "start": "1967", "end": "1977"})
    rows = list(balance_over_time(of.dossier))
    assert [is_ahead(of, row) for row in rows] == [False, False, True]
    assert [opening_date(of, row) for row in rows] == ["From 1966", "From 1967", "After 1977"]
    of.scope = of.scope._replace(moment=parse_date("1975-06"))
    for page in (balance_view(of), over_time_page(of, rows, "change")):
        words = " ".join(page.text().split())
        assert "1978" not in words
        assert "set to end: − hostility Actor a – Actor c" in words
    assert "Set to change next" in balance_view(of).text()


def test_what_ends_on_the_very_date_of_the_dossier_has_ended() -> None:
    of = builder({"kind": "aid", "start": "1966", "end": "1975-06-30"})
    assert not any(is_ahead(of, row) for row in balance_over_time(of.dossier))
