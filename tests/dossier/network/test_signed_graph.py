"""The signed network of a dossier: what counts, what is left out, and what two actors are to each other."""

from __future__ import annotations

from typing import Any

import pytest

from tests.dossiers import SMALL, dossier_of, loaded, record
from tui.dossier.dossier import Dossier
from tui.dossier.network import signed_graph as network
from tui.dossier.network.signed_graph import MIXED, Pair, TooManyPairs, admitted, left_out, pairs
from tui.dossier.values.vocabulary import AGAINST, WITH


def dossier(*ties: dict[str, Any]) -> Dossier:
    """Actors `a` to `e`, and ties with the ids `t1`, `t2`, …"""
    actors = [record("actors", id=name) for name in "cde"]
    return loaded(dossier_of(*actors, *(record("alliances", id=f"t{n}", **tie) for n, tie in enumerate(ties, 1))))


def made(*ties: dict[str, Any]) -> dict[tuple[str, str], Pair]:
    return pairs(admitted(dossier(*ties)))


def test_a_friendly_and_a_hostile_tie_each_make_a_pair() -> None:
    found = made({"kind": "aid"}, {"kind": "rivalry", "between": ["c", "b"]})
    assert list(found.values()) == [Pair(("a", "b"), ("t1",), WITH), Pair(("b", "c"), ("t2",), AGAINST)]


def test_a_tie_without_a_sign_makes_no_pair() -> None:
    assert made({"kind": "trade"}, {"kind": "bloc-membership"}, {"kind": "mediation", "between": ["a", "c"]}) == {}


def test_a_tie_of_no_sign_takes_the_sign_that_is_written() -> None:
    assert made({"kind": "trade", "sign": "-"})[("a", "b")].sign == AGAINST


def test_several_ties_of_two_actors_are_one_pair_whatever_their_direction() -> None:
    found = made({"kind": "aid", "between": None, "from_": "b", "to": "a"}, {"kind": "arms-supply"}, {"kind": "trade"})
    assert found == {("a", "b"): Pair(("a", "b"), ("t1", "t2"), WITH)}


def test_with_and_against_is_mixed() -> None:
    assert made({"kind": "aid"}, {"kind": "sanctions"})[("a", "b")] == Pair(("a", "b"), ("t1", "t2"), MIXED)


def test_a_tie_between_many_joins_every_two_of_them() -> None:
    found = made({"kind": "defence-pact", "between": ["d", "a", "c"]})
    assert set(found) == {("a", "d"), ("c", "d"), ("a", "c")}
    assert {pair.ties for pair in found.values()} == {("t1",)}


def test_membership_of_one_bloc_joins_no_members() -> None:
    memberships = ({"kind": "bloc-membership", "between": None, "from_": name, "to": "e"} for name in "ab")
    assert made(*memberships, {"kind": "aid", "between": ["a", "e"]}).keys() == {("a", "e")}


def test_more_pairs_than_can_be_looked_at_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "MOST_PAIRS", 5)
    ties = admitted(dossier({"kind": "aid", "between": ["a", "b", "c", "d"]}))
    with pytest.raises(TooManyPairs):
        pairs(ties)


def test_what_is_contested_denied_or_inferred_does_not_count() -> None:
    small = loaded(SMALL)
    assert [tie.id for tie in admitted(small)] == ["a-pact", "a-lamps", "a-quarrel"]
    assert left_out(small) == {"contested": 1, "denied": 1, "inferred": 1}


def test_it_counts_when_it_is_switched_in() -> None:
    small, on = loaded(SMALL), frozenset({"contested", "inferred"})
    assert [tie.id for tie in admitted(small, on)] == ["a-pact", "a-lamps", "a-quarrel", "a-league", "a-coolness"]
    assert left_out(small, on) == {"denied": 1}


def test_of_signed_ties_those_left_out_can_be_counted_alone() -> None:
    assert left_out(loaded(SMALL), signed=True) == {"contested": 1, "denied": 1}


def test_a_contested_tie_can_make_a_pair_mixed() -> None:
    small = loaded(SMALL)
    assert pairs(admitted(small))[("ilvane", "norrow")].sign == WITH
    assert pairs(admitted(small, frozenset({"contested"})))[("ilvane", "norrow")].sign == MIXED
