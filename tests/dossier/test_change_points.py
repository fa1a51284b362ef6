"""When something begins or ends in a dossier, how a reader steps through it, and what differs between two moments."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.dossiers import load_text
from tui.dossier.change_points import ChangePoints, change_points, column_of, differences, histogram
from tui.dossier.dossier import Dossier
from tui.dossier.network.scope import Scope
from tui.dossier.values.dates import day_number, parse_date

HEAD = """
dossier = 1
title = "Dated ties"
as_of = "1957-03"
[[sources]]
id = "s"
kind = "book"
title = "S"
[[actors]]
id = "a"
kind = "state"
name = "A"
[[actors]]
id = "b"
kind = "state"
name = "B"
[[actors]]
id = "c"
kind = "state"
name = "C"
"""


def tie(name: str, kind: str, start: str = "", end: str = "", between: str = '"a", "b"') -> str:
    dates = (f'start = "{start}"\n' if start else "") + (f'end = "{end}"\n' if end else "")
    head = f'[[alliances]]\nid = "{name}"\nbetween = [{between}]\nkind = "{kind}"\n'
    return f'{head}status = "reported"\ncite = "s"\n{dates}'


def dossier(*ties: str) -> Dossier:
    made = load_text(HEAD + "".join(ties)).dossier
    assert made is not None
    return made


DATED = (tie("pact", "defence-pact", "1936", "1954"), tie("war", "hostility", "1956-10-31", "1956-11-07"))


def points(*ties: str) -> ChangePoints:
    found = change_points(dossier(*ties))
    assert found is not None
    return found


def test_what_ends_is_gone_in_the_unit_after_its_date() -> None:
    told = [(point.moment.text, point.begins, point.ends) for point in points(*DATED).points]
    assert told == [
        ("1936", ("pact",), ()),
        ("1955", (), ("pact",)),
        ("1956-10-31", ("war",), ()),
        ("1956-11-08", (), ("war",)),
    ]


def test_a_dossier_without_dates_has_none() -> None:
    undated = load_text(HEAD.replace('as_of = "1957-03"\n', "") + tie("t", "hostility")).dossier
    assert undated is not None
    assert change_points(undated) is None


def test_the_span_goes_from_the_first_change_to_the_own_date() -> None:
    found = points(*DATED)
    assert (found.first_year, found.last_year) == (1936, 1957)


@pytest.mark.parametrize(
    ("moment", "step", "by", "expected"),
    [
        ("1957-03", "change", -1, "1956-11-08"),
        ("1956-11-08", "change", -1, "1956-10-31"),
        ("1936", "change", 1, "1955"),
        ("1936", "change", -1, None),
        ("1956-11-08", "change", 1, None),
        ("1956-10-31", "month", 1, "1956-11"),
        ("1956-12", "month", 1, "1957-01"),
        ("1956-01", "month", -1, "1955-12"),
        ("1956-10-31", "year", -1, "1955"),
        ("1957-03", "year", 1, None),
        ("1940", "decade", 1, "1950"),
        ("1950", "decade", 1, "1957"),
        ("1957", "decade", 1, None),
        ("1940", "decade", -1, "1936"),
    ],
)
def test_steps(moment: str, step: str, by: int, expected: str | None) -> None:
    found = points(*DATED).stepped(parse_date(moment), step, by)  # type: ignore[arg-type]
    assert (found.text if found is not None else None) == expected


def test_the_histogram_counts_each_change_once_in_the_part_where_it_lies() -> None:
    first, last = day_number((1936, 1, 1)), day_number((1957, 12, 31))
    begins, ends = histogram(points(*DATED), 11, first, last)
    assert [column for column, number in enumerate(begins) if number] == [0, 10]
    assert [column for column, number in enumerate(ends) if number] == [9, 10]
    assert (sum(begins), sum(ends)) == (2, 2)


def test_a_day_outside_of_the_span_is_in_the_nearest_part() -> None:
    assert (column_of(5, 10, 100, 199), column_of(500, 10, 100, 199)) == (0, 9)
    assert (column_of(109, 10, 100, 199), column_of(110, 10, 100, 199)) == (0, 1)


def told(before: str | None, after: str, *ties: str) -> tuple[set[str], set[str], Mapping[tuple[str, str], str]]:
    since = parse_date(before) if before else None
    found = differences(dossier(*ties), since, Scope(moment=parse_date(after)))
    return set(found.came), set(found.went), found.pairs


def test_ties_come_and_go() -> None:
    assert told("1930", "1950", *DATED) == ({"pact"}, set(), {("a", "b"): "came"})
    assert told("1950", "1955", *DATED) == (set(), {"pact"}, {("a", "b"): "went"})


def test_a_pair_turns_where_its_sign_is_another() -> None:
    assert told("1950", "1956-11", *DATED) == ({"war"}, {"pact"}, {("a", "b"): "turned"})


def test_a_pair_that_becomes_mixed_turns_too() -> None:
    both = (tie("pact", "defence-pact", "1936"), tie("war", "hostility", "1956"))
    assert told("1950", "1956", *both) == ({"war"}, set(), {("a", "b"): "turned"})


def test_a_second_tie_of_the_same_sign_turns_nothing() -> None:
    both = (tie("pact", "defence-pact", "1936"), tie("treaty", "defence-pact", "1950"))
    assert told("1940", "1951", *both) == ({"treaty"}, set(), {})


def test_from_all_times_to_a_moment_ties_only_go() -> None:
    assert told(None, "1950", *DATED) == (set(), {"war"}, {("a", "b"): "turned"})


def test_what_ends_in_the_last_year_that_can_be_written_has_no_moment_after_it() -> None:
    found = points(tie("t", "aid", "9998", "9999"), tie("u", "aid", "1950", "9999-12-31"))
    assert [point.moment.text for point in found.points] == ["1950", "9998"]
    assert found.stepped(parse_date("9999-12"), "month", 1) is None
