"""A dossier at a moment: what has ended or not begun is counted nowhere, what has no date counts."""

from __future__ import annotations

import gc
import weakref
from typing import Any

import pytest

from tests.dossiers import HEAD, loaded, record
from tui.dossier.as_of import as_of, default_moment
from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Expectation, Tie
from tui.dossier.network.scope import DEFAULT_SCOPE, present_scope
from tui.dossier.network.signed_graph import counted_pairs, ends_of
from tui.dossier.reported_only import reported_only
from tui.dossier.values.dates import Date, parse_date

ENDED_TIES = (
    HEAD
    + 'as_of = "1957-03"\n'
    + record("sources")
    + record("actors", id="egypt")
    + record("actors", id="uk")
    + record("alliances", id="pact", between=["uk", "egypt"], kind="defence-pact", start="1936", end="1954")
    + record("alliances", id="war", between=["uk", "egypt"], kind="hostility", start="1956-10-31", end="1956-11-07")
)


def dossier(*records: str, head: str = "") -> Dossier:
    actors = (record("actors", id=name) for name in "abcd")
    return loaded(HEAD + head + record("sources") + "".join((*actors, *records)))


def counted(of: Dossier, moment: str) -> list[str]:
    at: Date | None = parse_date(moment) if moment else None
    return [tie.id for tie in DEFAULT_SCOPE._replace(moment=at).ties(of)]


def tie(name: str, **keys: Any) -> str:
    return record("alliances", **{"id": name, "between": ["a", "b"], "kind": "aid", **keys})


@pytest.mark.parametrize(
    ("moment", "names"),
    [("1950", ["pact"]), ("1956-11", ["war"]), ("1957-03", []), ("1955", []), ("1935", []), ("", ["pact", "war"])],
)
def test_a_pact_and_a_war_count_each_in_its_time(moment: str, names: list[str]) -> None:
    assert counted(loaded(ENDED_TIES), moment) == names


def test_a_pair_is_mixed_only_while_both_ties_are_there() -> None:
    of = loaded(ENDED_TIES)
    signs = {}
    for moment in ("1950", "1956-11-01", ""):
        scope = DEFAULT_SCOPE._replace(moment=parse_date(moment) if moment else None)
        signs[moment] = counted_pairs(of, scope)[ends_of("uk", "egypt")].sign
    assert signs == {"1950": "+", "1956-11-01": "-", "": "mixed"}


@pytest.mark.parametrize(
    ("head", "records", "moment"),
    [
        ('as_of = "1957-03"\n', (tie("t", start="1960"),), "1957-03"),
        ("", (tie("t", start="1936", end="1954"), tie("u", start="1950")), "1954"),
        ("", (record("quotes", date="1956-12-20"), tie("t", start="1954")), "1956-12-20"),
        ("", (record("actors", id="p", roles=[{"title": "envoy", "until": "1961"}]),), "1961"),
        ("", (record("events", date="1961/.."), tie("t", start="1954")), "1961/.."),
        ("", (tie("t"),), None),
    ],
)
def test_a_dossier_is_read_as_of_its_own_date_or_else_of_the_latest_it_gives(
    head: str, records: tuple[str, ...], moment: str | None
) -> None:
    of = dossier(*records, head=head)
    assert default_moment(of) == (parse_date(moment) if moment else None)
    assert present_scope(of).moment == default_moment(of)


def test_dates_of_sources_are_not_dates_of_the_conflict() -> None:
    actors = record("actors") + record("actors", id="b")
    of = loaded(HEAD + record("sources", issued="1999") + actors + tie("t", start="1950"))
    assert default_moment(of) == parse_date("1950")


def test_a_tie_without_a_date_of_its_own_has_that_of_the_event_that_begins_or_ends_it() -> None:
    of = dossier(
        tie("t"),
        record("events", id="signed", date="1950-05", begins=["t"]),
        record("events", id="broken", date="1954-06", ends=["t"]),
    )
    assert [counted(of, moment) for moment in ("1950-04", "1950-06", "1954-05", "1954-07")] == [[], ["t"], ["t"], []]


def test_the_own_date_of_a_tie_comes_before_that_of_an_event_and_an_unsettled_event_lends_none() -> None:
    own = dossier(tie("t", start="1940"), record("events", date="1950", begins=["t"]))
    assert counted(own, "1945") == ["t"]
    denied = record("events", date="1950", begins=["t"], status="denied", by=["a"], denied_by=["b"])
    assert counted(dossier(tie("t"), denied), "1945") == ["t"]


def test_a_tie_does_not_outlive_an_actor_that_it_joins() -> None:
    of = dossier(record("actors", id="gone", since="1922", until="1991-12"), tie("t", between=["a", "gone"]))
    assert [counted(of, moment) for moment in ("1921", "1950", "1992")] == [[], ["t"], []]
    at = as_of(of, parse_date("1992"))
    assert at.absent == {"gone"}
    span = at.lifetime("t")
    assert span is not None
    assert span.ends == parse_date("1991-12")


def test_a_tie_between_many_goes_on_between_those_that_are_left() -> None:
    of = dossier(record("actors", id="gone", until="1991"), tie("t", between=["a", "b", "gone"]))
    later = DEFAULT_SCOPE._replace(moment=parse_date("1995"))
    [left] = later.ties(of)
    assert left.ends == ("a", "b")
    assert list(counted_pairs(of, later)) == [("a", "b")]
    assert len(counted_pairs(of, DEFAULT_SCOPE)) == 3
    alone = dossier(*(record("actors", id=name, until="1991") for name in "xy"), tie("t", between=["a", "x", "y"]))
    assert later.ties(alone) == []


def test_a_part_of_a_dossier_has_the_dates_of_the_whole() -> None:
    text = (tie("t"), record("events", date="1950", begins=["t"], status="judgement", by=["s"]))
    part = reported_only(dossier(*text))
    assert counted(part, "1949") == []
    assert default_moment(part) == parse_date("1950")


def test_what_is_counted_at_a_moment_is_told_apart_by_how_sure_it_is() -> None:
    of = dossier(tie("t", start="1950"), tie("u"), tie("v", start="1950-05"), tie("w", start="1960"))
    at = as_of(of, parse_date("1950-07"))
    names = [record.id for record in of.records_of(Tie)]
    assert at.states(names) == {"perhaps": 1, "undated": 1, "holds": 1, "not begun": 1}
    assert as_of(of, None).states(names) == {}


def test_a_dossier_that_is_no_longer_open_is_not_kept() -> None:
    of = loaded(ENDED_TIES)
    assert counted(of, "1950")
    gone = weakref.ref(of)
    del of
    gc.collect()
    assert gone() is None


@pytest.mark.parametrize(
    ("moment", "outcome"),
    [("1970", "open"), ("1975-04-06", "open"), ("1975-04-07", "met"), ("1975", "met"), ("1976", "met"), ("", "met")],
)
def test_an_expectation_is_open_until_its_outcome_has_come(moment: str, outcome: str) -> None:
    of = dossier(record("ledger", date="1969", outcome="met", outcome_date="1975-04-07"))
    [row] = of.records_of(Expectation)
    assert as_of(of, parse_date(moment) if moment else None).expectation(row).outcome == outcome


def test_an_outcome_without_a_date_is_there_with_its_expectation() -> None:
    of = dossier(record("ledger", date="1969", outcome="met"))
    [row] = of.records_of(Expectation)
    assert as_of(of, parse_date("1970")).expectation(row).outcome == "met"


def test_the_latest_date_may_be_that_of_an_outcome() -> None:
    assert default_moment(dossier(record("ledger", date="1969", outcome_date="1975"))) == parse_date("1975")


@pytest.mark.parametrize(
    ("dates", "state"),
    [(("1974", "1972"), "not begun"), (("1970", "1972"), "holds"), ((None, "1974"), "undated"), ((), "undated")],
)
def test_a_claim_is_made_with_the_first_of_its_quotes_if_all_of_them_have_dates(
    dates: tuple[str | None, ...], state: str
) -> None:
    quotes = [
        record("quotes", id=f"q{number}", **({} if date is None else {"date": date}))
        for number, date in enumerate(dates)
    ]
    of = dossier(*quotes, record("claims", id="made", quotes=[f"q{number}" for number in range(len(dates))]))
    assert as_of(of, parse_date("1971")).state("made") == state
