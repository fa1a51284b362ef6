"""What holds from one date to another at a moment: decided only by what the dates certainly exclude."""

from __future__ import annotations

import pytest

from tui.dossier.values.dates import Date, parse_date
from tui.dossier.values.lifetimes import COUNTED, bounds, lifetime, occurrence


def date(text: str) -> Date | None:
    return parse_date(text) if text else None


def state(begins: str, ends: str, moment: str) -> str:
    span = lifetime(date(begins), date(ends))
    return span.state(bounds(parse_date(moment))) if span is not None else "undated"


@pytest.mark.parametrize(
    ("begins", "ends", "moment", "expected"),
    [
        ("1936", "1954", "1935-12-31", "not begun"),
        ("1936", "1954", "1950", "holds"),
        ("1936", "1954", "1955", "ended"),
        ("1936", "1954", "1954", "perhaps"),
        ("1936", "1954", "1954-06", "perhaps"),
        ("1936", "", "2020", "holds"),
        ("", "1954", "1900", "holds"),
        ("", "1954", "1955", "ended"),
        ("", "", "1955", "undated"),
        ("1956-10-31", "1956-11-07", "1956-10-30", "not begun"),
        ("1956-10-31", "1956-11-07", "1956-10-31", "holds"),
        ("1956-10-31", "1956-11-07", "1956-11-07", "holds"),
        ("1956-10-31", "1956-11-07", "1956-11-08", "ended"),
        ("1956-10-31", "1956-11-07", "1956-11", "perhaps"),
        ("1956-10-31", "1956-11-07", "1956", "perhaps"),
        ("1974-08-30/1974-09-02", "", "1974-08-29", "not begun"),
        ("1974-08-30/1974-09-02", "", "1974-08-31", "perhaps"),
        ("1974-08-30/1974-09-02", "", "1974-09-02", "holds"),
        ("1974/..", "", "1990", "perhaps"),
        ("../1974", "", "1900", "perhaps"),
        ("../1974", "", "1975", "holds"),
        ("[..1974]", "", "1900", "perhaps"),
        ("[1974..]", "", "1990", "perhaps"),
        ("-0044", "-0030", "-0040", "holds"),
        ("-0044", "-0030", "0001", "ended"),
        ("156X", "", "1559", "not begun"),
        ("156X", "", "1565", "perhaps"),
        ("156X", "", "1570", "holds"),
        ("1974?-09-14", "", "1974-09-12", "perhaps"),
        ("1974?-09-14", "", "1973-09-10", "not begun"),
        ("156X~", "", "1551", "perhaps"),
    ],
)
def test_it_holds_from_its_beginning_to_its_end_both_included(
    begins: str, ends: str, moment: str, expected: str
) -> None:
    assert state(begins, ends, moment) == expected


@pytest.mark.parametrize("mark", ["~", "?", "%"])
@pytest.mark.parametrize(
    ("ends", "open_until", "over"),
    [("1974", "1975", "1976"), ("1974-11", "1974-12", "1975-01"), ("1974-12-31", "1975-01-01", "1975-01-02")],
)
def test_a_qualified_date_may_be_off_by_one_unit_of_its_precision(
    ends: str, open_until: str, over: str, mark: str
) -> None:
    assert state("", ends, open_until) == "ended"
    assert state("", ends + mark, open_until) == "perhaps"
    assert state("", ends + mark, over) == "ended"


def test_a_moment_may_be_qualified_too() -> None:
    assert state("1950", "1954", "1955") == "ended"
    assert state("1950", "1954", "1955~") == "perhaps"


@pytest.mark.parametrize(
    ("when", "moment", "expected"),
    [
        ("1956-12-20", "1956-12-19", "not begun"),
        ("1956-12-20", "1956-12-20", "holds"),
        ("1956-12-20", "1956", "holds"),
        ("1956-12-20", "1999", "holds"),
        ("1956-12", "1956-12-20", "perhaps"),
        ("1956", "1955", "not begun"),
    ],
)
def test_what_happens_is_there_once_it_has_happened_and_stays(when: str, moment: str, expected: str) -> None:
    assert occurrence(parse_date(when)).state(bounds(parse_date(moment))) == expected


def test_what_lasts_is_there_from_its_first_day_on() -> None:
    day = bounds(parse_date("1956-10-30"))
    assert occurrence(parse_date("1956-10-29/1956-11-06")).state(day) == "perhaps"
    assert occurrence(parse_date("1956-10-29/1956-11-06"), lasts=True).state(day) == "holds"


def test_within_another_lifetime_it_is_the_later_beginning_and_the_earlier_end_that_count() -> None:
    pact, state_ = lifetime(date("1936"), None), lifetime(date("1950"), date("1954-03"))
    assert pact is not None
    assert state_ is not None
    both = pact.within(state_)
    assert (both.begins, both.ends) == (parse_date("1950"), parse_date("1954-03"))
    assert [both.state(bounds(parse_date(day))) for day in ("1949", "1953", "1955")] == ["not begun", "holds", "ended"]


def test_what_holds_perhaps_or_without_a_date_counts() -> None:
    assert {"holds", "perhaps", "undated"} == COUNTED
