"""Ties: their ends, their direction, their sign and their dates."""

from __future__ import annotations

import pytest

from tests.dossiers import codes_of, dossier_of, loaded, record
from tui.dossier.kinds import Tie


def tie(**keys: object) -> Tie:
    """The only tie of a dossier."""
    [found] = loaded(dossier_of(record("alliances", **keys))).records_of(Tie)
    return found


def test_a_tie_with_a_direction_begins_at_its_giver() -> None:
    given = tie(between=None, from_="b", to="a", kind="aid")
    assert (given.ends, given.directed) == (("b", "a"), True)
    assert (tie(between=["b", "a"]).ends, tie().directed) == (("b", "a"), False)


@pytest.mark.parametrize(
    ("kind", "written", "polarity"),
    [
        ("aid", None, "+"),
        ("hostility", None, "-"),
        ("trade", None, ""),
        ("trade", "+", "+"),
        ("trade", "-", "-"),
        ("aid", "+", "+"),
    ],
)
def test_the_sign_is_that_of_the_kind_or_else_the_one_written(kind: str, written: str | None, polarity: str) -> None:
    assert tie(kind=kind, sign=written).polarity == polarity


@pytest.mark.parametrize(
    ("start", "end", "codes"),
    [
        ("1990-05-04", "1990-05-04", []),
        ("1990", "1990-05", []),
        ("1990", "1990/..", []),
        ("1990-05-04", "1990-05-03", ["ends-before-start"]),
        ("1990", "1989", ["ends-before-start"]),
        ("1990", "1989/..", []),
    ],
)
def test_a_tie_may_last_a_day_but_not_end_before_it_begins(start: str, end: str, codes: list[str]) -> None:
    assert codes_of(dossier_of(record("alliances", start=start, end=end))) == codes
