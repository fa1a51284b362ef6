"""Which ties are counted, by kind, status and side; and how many only their status leaves out."""

from __future__ import annotations

import pytest

from tests.dossiers import SMALL, dossier_of, loaded, record
from tui.dossier.kinds import Tie
from tui.dossier.network.scope import DEFAULT_SCOPE, Scope
from tui.dossier.search.filter import Filter
from tui.dossier.search.index import Item
from tui.dossier.search.query import parse_query
from tui.dossier.values.vocabulary import STATUS_GLYPHS, STATUSES, UNSETTLED

SMALL_ONE = loaded(SMALL)
EVERY = Scope(statuses=frozenset())


def counted(scope: Scope) -> list[str]:
    return [tie.id for tie in scope.ties(SMALL_ONE)]


def test_the_plain_one_leaves_out_what_is_contested_denied_or_inferred_and_nothing_else() -> None:
    assert DEFAULT_SCOPE.statuses == UNSETTLED
    assert counted(DEFAULT_SCOPE) == ["a-pact", "a-lamps", "a-quarrel"]


def test_without_anything_left_out_every_tie_is_inside_in_file_order() -> None:
    assert counted(EVERY) == [tie.id for tie in SMALL_ONE.tables["alliances"]]
    assert EVERY.left_out(SMALL_ONE) == {}


@pytest.mark.parametrize("kind", ["defence-pact", "trade", "hostility"])
def test_a_kind_that_is_left_out_takes_its_ties_along(kind: str) -> None:
    kept = counted(Scope(kinds=frozenset({kind})))
    assert [name for name in counted(DEFAULT_SCOPE) if SMALL_ONE.tie(name).kind != kind] == kept
    assert len(kept) < len(counted(DEFAULT_SCOPE))


@pytest.mark.parametrize("status", STATUSES)
def test_a_status_that_is_left_out_takes_its_ties_along_and_they_are_counted(status: str) -> None:
    scope = Scope(statuses=frozenset({status}))
    out = [tie.id for tie in SMALL_ONE.tables["alliances"] if isinstance(tie, Tie) and tie.status == status]
    assert set(counted(EVERY)) - set(counted(scope)) == set(out)
    assert scope.left_out(SMALL_ONE) == ({status: len(out)} if out else {})


def test_what_is_left_out_is_counted_by_status_in_the_order_of_the_vocabulary() -> None:
    assert list(STATUSES) == list(STATUS_GLYPHS)
    assert DEFAULT_SCOPE.left_out(SMALL_ONE) == {"contested": 1, "denied": 1, "inferred": 1}
    assert list(DEFAULT_SCOPE.left_out(SMALL_ONE)) == ["contested", "denied", "inferred"]


def test_unsettled_ties_count_once_their_status_is_no_longer_left_out() -> None:
    scope = Scope(statuses=frozenset({"denied"}))
    assert counted(scope) == ["a-pact", "a-lamps", "a-quarrel", "a-league", "a-coolness"]
    assert scope.left_out(SMALL_ONE) == {"denied": 1}


def test_of_the_ties_left_out_those_with_a_sign_can_be_counted_alone() -> None:
    assert DEFAULT_SCOPE.left_out(SMALL_ONE, signed=True) == {"contested": 1, "denied": 1}


def test_what_its_kind_or_its_side_keeps_out_anyway_is_not_counted_as_left_out_by_its_status() -> None:
    assert Scope(kinds=frozenset({"aid"})).left_out(SMALL_ONE) == {"contested": 1, "inferred": 1}
    assert Scope(sides=frozenset({"corvath"})).left_out(SMALL_ONE) == {"denied": 1}


def test_a_side_keeps_ties_with_either_end_in_it_or_belonging_to_it() -> None:
    ties = [
        record("alliances", id="t-own", between=["one", "x"]),
        record("alliances", id="t-member", between=["x", "office"]),
        record("alliances", id="t-other", between=["x", "y"]),
        record("alliances", id="t-two", between=["two", "x"]),
    ]
    cast = [record("actors", id=name) for name in ("one", "two", "x", "y")]
    dossier = loaded(
        dossier_of(
            *cast,
            record("actors", id="office", kind="body", side="one"),
            *ties,
            head='dossier = 1\ntitle = "A"\nsides = ["one", "two"]\n',
        )
    )
    assert [tie.id for tie in Scope(sides=frozenset({"one"})).ties(dossier)] == ["t-own", "t-member"]
    assert [tie.id for tie in Scope(sides=frozenset({"two"})).ties(dossier)] == ["t-two"]
    assert [tie.id for tie in Scope(sides=frozenset({"one", "two"})).ties(dossier)] == ["t-own", "t-member", "t-two"]
    assert len(Scope().ties(dossier)) == 4


def test_a_side_that_the_dossier_does_not_know_keeps_nothing() -> None:
    assert counted(Scope(sides=frozenset({"nobody"}))) == []


def test_all_three_narrow_together() -> None:
    scope = Scope(frozenset({"hostility"}), frozenset({"contested"}), frozenset({"ilvane"}))
    assert counted(scope) == ["a-pact", "a-league"]


@pytest.mark.parametrize(
    "facets", ["sign:against", "sign:with,against source:gazette", "year:1951", "-tag:treaty", "tag:zzz"]
)
def test_with_facets_only_what_the_query_finds_is_counted_whatever_else_is_left_out(facets: str) -> None:
    found = filter_of(facets)
    for scope in (DEFAULT_SCOPE, EVERY, Scope(sides=frozenset({"corvath"}))):
        narrowed = scope._replace(facets=facets)
        assert counted(narrowed) == [name for name in counted(scope) if name in found]
        assert [tie.id for tie in narrowed.counted(SMALL_ONE, scope.ties(SMALL_ONE))] == counted(narrowed)


def filter_of(query: str) -> set[str]:
    admits = Filter(SMALL_ONE, parse_query(query)).admits
    return {tie.id for tie in SMALL_ONE.records_of(Tie) if admits(Item(tie.id, tie))}
