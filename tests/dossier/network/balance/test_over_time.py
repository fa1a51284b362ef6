"""Balance over time: each row is what the balance of that day alone says, and its step is what changed."""

from __future__ import annotations

import random
from itertools import combinations
from typing import Any

import pytest

from tests.dossiers import HEAD, loaded, record
from tests.marks import mostly_long
from tui.dossier.dossier import Dossier
from tui.dossier.network.balance import By, Row, Step, Turn, balance_over_time, compute_balance
from tui.dossier.network.scope import Scope
from tui.dossier.network.signed_graph import TooManyPairs
from tui.dossier.values.dates import day_number, numbered_day, parse_date
from tui.dossier.values.vocabulary import NEITHER

_DATES = ("1948", "1950~", "1951/1953", "1952-02-29", "1954", "1954-12-31", "1956-10-31", "1956-11-07", "1957?")
_KINDS = ("aid", "defence-pact", "hostility", "rivalry", "bloc-membership")


def dossier(*ties: dict[str, Any], **lifetimes: dict[str, str]) -> Dossier:
    actors = (record("actors", id=name, **lifetimes.get(name, {})) for name in "abcdef")
    rows = (record("alliances", **{"id": f"t{number}", "kind": "aid", **tie}) for number, tie in enumerate(ties))
    return loaded(HEAD + record("sources") + "".join((*actors, *rows)))


def some_dossier(seed: int) -> Dossier:
    chance = random.Random(seed)  # noqa: S311

    def span(first: str, last: str) -> dict[str, str]:
        begins, ends = sorted(chance.choices(range(len(_DATES)), k=2))
        keys = {first: _DATES[begins]} if chance.random() < 0.7 else {}
        return keys | ({last: _DATES[ends]} if chance.random() < 0.7 and begins + 1 < ends else {})

    ties = []
    for _ in range(chance.randint(4, 16)):
        ends = chance.sample("abcdef", 2 if chance.random() < 0.8 else chance.randint(3, 5))
        status = {"status": chance.choice(("judgement", "contested")), "by": ["a"]} if chance.random() < 0.2 else {}
        ties.append(
            {"between": ends, "kind": chance.choice(_KINDS[: 4 + (len(ends) == 2)]), **status, **span("start", "end")}
        )
    return dossier(*ties, **{name: span("since", "until") for name in chance.sample("abcdef", 3)})


def signed(of: Dossier, row: Row) -> dict[str, int]:
    """The signed ties that count on the day of a row, and how."""
    scope = Scope(moment=row.date)
    states = scope.as_of(of).states(tie.id for tie in scope.ties(of) if tie.polarity != NEITHER)
    return {"undated": states["undated"], "perhaps": states["perhaps"]}


@pytest.mark.parametrize("seed", mostly_long(range(300), *range(25)))
def test_each_row_is_the_balance_of_its_day(seed: int) -> None:
    of = some_dossier(seed)
    included = frozenset({"contested"}) if seed % 2 else frozenset()
    by: By = ("change", "year", "month")[seed % 3]
    for row in balance_over_time(of, included, by):
        alone = compute_balance(of, included, moment=row.date)
        assert row.exact
        assert (row.actors, row.ties, row.mixed) == (len(alone.actors), len(alone.ties), len(alone.mixed))
        assert row.triangles == alone.census.counts
        assert (row.low, row.balanced_share) == (alone.frustration.high, alone.census.balanced_share)
        assert row.camps == tuple(part.best.camps for part in alone.parts)
        assert row.either_camp == tuple(part.either_camp for part in alone.parts)
        if not included:
            assert {"undated": row.undated, "perhaps": row.perhaps} == signed(of, row)


@pytest.mark.parametrize("seed", mostly_long(range(12), 0, 1, 2, 3))
def test_between_two_rows_nothing_changes_and_at_each_something_does(seed: int) -> None:
    of = some_dossier(seed)
    rows = list(balance_over_time(of))
    days = {day_number(row.date.earliest): row for row in rows}
    pairs = None
    for day in range(min(days), max(days) + 400):
        year, month, day_of_month = numbered_day(day)
        if not (day in days or day_of_month in (1, 15)):
            continue
        now = compute_balance(of, moment=parse_date(f"{year}-{month:02}-{day_of_month:02}"))
        seen = (now.pairs, now.mixed)
        if day in days:
            assert days[day].step != Step()
        else:
            assert seen == pairs
        pairs = seen


PACT_AND_WAR = (
    {"id": "pact", "between": ["a", "b"], "kind": "defence-pact", "start": "1936", "end": "1954"},
    {"id": "war", "between": ["a", "b"], "kind": "hostility", "start": "1956-10-31", "end": "1956-11-07"},
)


def test_a_pact_that_ends_before_a_war_is_followed_by_it() -> None:
    rows = list(balance_over_time(dossier(*PACT_AND_WAR)))
    assert [(row.date.text, row.ties, row.step.came, row.step.went) for row in rows] == [
        ("1936-01-01", 1, ("pact",), ()),
        ("1955-01-01", 0, (), ("pact",)),
        ("1956-10-31", 1, ("war",), ()),
        ("1956-11-08", 0, (), ("war",)),
    ]


def test_a_pair_turns_where_a_tie_of_the_other_sign_takes_over() -> None:
    rows = list(
        balance_over_time(
            dossier(
                {"between": ["a", "b"], "kind": "defence-pact", "end": "1939-08-31"},
                {"between": ["a", "b"], "kind": "hostility", "start": "1939-09-01"},
                {"between": ["b", "c"]},
                {"between": ["a", "c"]},
            )
        )
    )
    [row] = rows
    assert row.step[:3] == (("t1",), ("t0",), (Turn(("a", "b"), "+", "-"),))
    assert (row.triangles["++-"], row.low, row.undated) == (1, 1, 2)


def test_a_row_of_a_year_is_its_last_day() -> None:
    rows = list(balance_over_time(dossier(*PACT_AND_WAR), by="year"))
    assert (rows[0].date.text, rows[-1].date.text, len(rows)) == ("1936-12-31", "1956-12-31", 21)
    assert {row.date.text[:4] for row in rows if row.step != Step()} == {"1936", "1955"}


def test_a_row_of_a_month_is_its_last_day() -> None:
    months = [row.date.text for row in balance_over_time(dossier(PACT_AND_WAR[1]), by="month")]
    assert months == ["1956-10-31", "1956-11-30"]


def test_an_actor_that_is_no_more_takes_its_ties_with_it_and_leaves_those_of_many_to_the_others() -> None:
    of = dossier({"between": ["a", "b"]}, {"between": ["b", "c", "d"], "kind": "rivalry"}, b={"until": "1960"})
    [row] = balance_over_time(of)
    assert row.step[:5] == ((), ("t0",), (), (), ("b",))
    assert (row.date.text, row.actors, row.ties, sum(row.triangles.values())) == ("1961-01-01", 2, 1, 0)


def test_where_nothing_that_counts_has_a_date_there_are_no_rows() -> None:
    assert list(balance_over_time(dossier({"between": ["a", "b"]}))) == []
    assert (
        list(balance_over_time(dossier({"between": ["a", "b"], "start": "1950", "status": "contested", "by": ["a"]})))
        == []
    )


def test_a_row_whose_budget_is_spent_gives_a_range() -> None:
    chance = random.Random(3)  # noqa: S311
    ties = [
        {"between": list(ends), "kind": chance.choice(("aid", "rivalry")), "start": "1950"}
        for ends in combinations("abcdef", 2)
    ]
    [row] = balance_over_time(dossier(*ties), budget=1)
    assert not row.exact
    [known] = balance_over_time(dossier(*ties))
    assert row.low <= known.low <= row.high


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("budget", [0, 2_000, 20_000])
def test_however_small_the_budget_no_row_claims_more_than_is_certain(seed: int, budget: int) -> None:
    of = some_dossier(seed)
    for row in balance_over_time(of, budget=budget):
        alone = compute_balance(of, moment=row.date)
        assert row.low <= alone.frustration.high <= row.high
        assert (row.ties, row.mixed, row.triangles) == (len(alone.ties), len(alone.mixed), alone.census.counts)


def test_it_ends_when_it_is_cancelled() -> None:
    answers = iter([False] * 3 + [True] * 100)
    assert len(list(balance_over_time(dossier(*PACT_AND_WAR), cancelled=lambda: next(answers)))) < 4


def test_too_many_pairs_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.dossier.network.balance.dated_pairs.MAX_PAIRS", 1)
    with pytest.raises(TooManyPairs, match="more than 1 pairs"):
        list(balance_over_time(dossier({"between": ["a", "b", "c"], "start": "1950"})))


@pytest.mark.parametrize(
    "day", [(1, 1, 1), (1600, 2, 29), (1899, 12, 31), (1900, 3, 1), (2000, 2, 29), (0, 1, 31), (-44, 3, 15)]
)
def test_a_day_is_found_by_its_number(day: tuple[int, int, int]) -> None:
    assert numbered_day(day_number(day)) == day
    assert day_number(numbered_day(day_number(day) + 1)) == day_number(day) + 1
