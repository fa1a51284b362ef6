"""The signed graph of a dossier: which ties join two actors, and the sign of the pair."""

from __future__ import annotations

from typing import Any

import pytest

from tests.dossiers import SMALL, dossier_of, loaded, record
from tui.dossier.dossier import Dossier
from tui.dossier.network import signed_graph
from tui.dossier.network.scope import DEFAULT_SCOPE, Scope
from tui.dossier.network.signed_graph import MIXED, Pair, TooManyPairs, signed_pairs
from tui.dossier.values.vocabulary import AGAINST, UNSETTLED, WITH


def dossier(*ties: dict[str, Any]) -> Dossier:
    """Actors `a` to `e`, and ties with the ids `t1`, `t2`, …"""
    actors = [record("actors", id=name) for name in "cde"]
    return loaded(dossier_of(*actors, *(record("alliances", id=f"t{n}", **tie) for n, tie in enumerate(ties, 1))))


def pairs_of(*ties: dict[str, Any]) -> dict[tuple[str, str], Pair]:
    return signed_pairs(DEFAULT_SCOPE.ties(dossier(*ties)))


def test_a_friendly_and_a_hostile_tie_each_make_a_pair() -> None:
    pairs = pairs_of({"kind": "aid"}, {"kind": "rivalry", "between": ["c", "b"]})
    assert list(pairs.values()) == [Pair(("a", "b"), ("t1",), WITH), Pair(("b", "c"), ("t2",), AGAINST)]


def test_a_tie_without_a_sign_makes_no_pair() -> None:
    assert pairs_of({"kind": "trade"}, {"kind": "bloc-membership"}, {"kind": "mediation", "between": ["a", "c"]}) == {}


def test_a_tie_of_no_sign_takes_the_sign_that_is_written() -> None:
    assert pairs_of({"kind": "trade", "sign": "-"})[("a", "b")].sign == AGAINST


def test_several_ties_of_two_actors_are_one_pair_whatever_their_direction() -> None:
    pairs = pairs_of(
        {"kind": "aid", "between": None, "from_": "b", "to": "a"}, {"kind": "arms-supply"}, {"kind": "trade"}
    )
    assert pairs == {("a", "b"): Pair(("a", "b"), ("t1", "t2"), WITH)}


def test_with_and_against_is_mixed() -> None:
    assert pairs_of({"kind": "aid"}, {"kind": "sanctions"})[("a", "b")] == Pair(("a", "b"), ("t1", "t2"), MIXED)


def test_a_tie_between_many_joins_every_two_of_them() -> None:
    pairs = pairs_of({"kind": "defence-pact", "between": ["d", "a", "c"]})
    assert set(pairs) == {("a", "d"), ("c", "d"), ("a", "c")}
    assert {pair.ties for pair in pairs.values()} == {("t1",)}


def test_membership_of_one_bloc_joins_no_members() -> None:
    memberships = ({"kind": "bloc-membership", "between": None, "from_": name, "to": "e"} for name in "ab")
    assert pairs_of(*memberships, {"kind": "aid", "between": ["a", "e"]}).keys() == {("a", "e")}


def test_more_pairs_than_the_limit_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signed_graph, "MAX_PAIRS", 5)
    ties = DEFAULT_SCOPE.ties(dossier({"kind": "aid", "between": ["a", "b", "c", "d"]}))
    with pytest.raises(TooManyPairs):
        signed_pairs(ties)


def test_a_contested_tie_can_make_a_pair_mixed() -> None:
    small = loaded(SMALL)
    contested_counted = Scope(statuses=UNSETTLED - {"contested"})
    assert signed_pairs(DEFAULT_SCOPE.ties(small))[("ilvane", "norrow")].sign == WITH
    assert signed_pairs(contested_counted.ties(small))[("ilvane", "norrow")].sign == MIXED
