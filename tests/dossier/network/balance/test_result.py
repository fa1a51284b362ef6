"""The balance of a dossier: what counts, what is left out, and the plain data of it."""

from __future__ import annotations

import json
from typing import Any

from tests.dossiers import HEAD, SMALL, dossier_of, loaded, record
from tests.networks import GAMA, GAMA_TRIBES, tables_of
from tui.dossier.network.balance.result import Balance, balance

HELD = {
    "ab": {"between": ["a", "b"], "kind": "aid"},
    "bc": {"between": ["b", "c"], "kind": "aid"},
    "ac": {"between": ["a", "c"], "kind": "hostility"},
}
"""Both of two enemies are helped by `b`."""


def read(ties: dict[str, dict[str, Any]], *unsettled: str) -> Balance:
    actors = [record("actors", id=name) for name in "cde"]
    rows = [record("alliances", id=name, **keys) for name, keys in ties.items()]
    return balance(loaded(dossier_of(*actors, *rows)), frozenset(unsettled))


def test_gahuku_gama_as_a_dossier() -> None:
    text = HEAD + record("sources") + tables_of(GAMA_TRIBES, GAMA)
    found = balance(loaded(text)).plain()
    assert (found["actors"], found["ties"], found["mixed_pairs"], found["left_out"]) == (16, 58, [], {})
    assert sum(found["triangles"].values()) == 68
    assert found["balanced"] == 59 / 68
    frustration = found["frustration"]
    assert (frustration["exact"], frustration["low"], frustration["high"]) == (True, 7, 7)
    [change] = frustration["changes"]
    assert len(change) == 7
    assert sorted(map(len, found["camps"])) == [4, 12]


def test_plain_data_has_the_promised_shape() -> None:
    found = read(HELD).plain()
    assert found == {
        "actors": 3,
        "ties": 3,
        "left_out": {},
        "mixed_pairs": [],
        "triangles": {"+++": 0, "++-": 1, "+--": 0, "---": 0},
        "balanced": 0.0,
        "frustration": {"exact": True, "low": 1, "high": 1, "changes": [["ab"], ["bc"], ["ac"]]},
        "camps": [["a"], ["b", "c"]],
    }
    assert json.loads(json.dumps(found, allow_nan=False)) == found


def test_the_share_of_balanced_triangles_is_null_without_one() -> None:
    found = read({"ab": HELD["ab"]}).plain()
    assert found["balanced"] is None
    assert found["frustration"] == {"exact": True, "low": 0, "high": 0, "changes": [[]]}


def test_ties_of_one_pair_and_one_sign_are_one_edge_and_change_together() -> None:
    found = read({**HELD, "again": {**HELD["ab"], "kind": "arms-supply"}})
    assert len(found.ties) == 4
    assert len(found.pairs) == 3
    assert found.plain()["frustration"]["changes"][0] == ["ab", "again"]


def test_a_mixed_pair_is_left_out_and_listed() -> None:
    found = read({**HELD, "ab-2": {**HELD["ab"], "kind": "sanctions"}}).plain()
    assert found["mixed_pairs"] == [["a", "b"]]
    assert sum(found["triangles"].values()) == 0
    assert found["ties"] == 2


def test_unsettled_ties_change_the_answer_only_when_they_are_switched_in() -> None:
    ties = {**HELD, "ac": {**HELD["ac"], "status": "contested", "by": ["d"]}}
    assert read(ties).plain()["triangles"]["++-"] == 0
    assert read(ties).left_out == {"contested": 1}
    switched = read(ties, "contested")
    assert switched.plain()["triangles"]["++-"] == 1
    assert (switched.left_out, switched.unsettled) == ({}, frozenset({"contested"}))


def test_only_actors_with_a_counted_pair_are_counted_and_in_a_camp() -> None:
    small = balance(loaded(SMALL))
    assert small.actors == ("ilvane", "corvath", "norrow")
    assert {actor for camp in small.camps() for actor in camp} == set(small.actors)


def test_pairs_across_the_split_are_those_it_parts() -> None:
    found = read(HELD)
    assert [pair.ends for pair in found.across(found.camps())] == [("a", "b"), ("a", "c")]


def test_a_tie_between_many_is_one_tie_and_a_pair_for_every_two() -> None:
    found = read({"abc": {"between": ["a", "b", "c"], "kind": "rivalry"}})
    assert (len(found.ties), len(found.pairs)) == (1, 3)
    assert found.plain()["frustration"]["changes"] == [["abc"]]
    assert found.frustration.number == 3
