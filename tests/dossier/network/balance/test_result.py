"""The balance of a dossier: what counts, what is left out, and its shape in JSON."""

from __future__ import annotations

import json
from typing import Any

from tests.dossiers import HEAD, SMALL, dossier_of, loaded, record
from tests.networks import GAMA, GAMA_TRIBES, tables_of
from tui.dossier.network.balance import Balance, balance_to_compare, compute_balance

UNBALANCED = {
    "ab": {"between": ["a", "b"], "kind": "aid"},
    "bc": {"between": ["b", "c"], "kind": "aid"},
    "ac": {"between": ["a", "c"], "kind": "hostility"},
}
"""`b` is with two enemies."""


def balance_of(ties: dict[str, dict[str, Any]], *included: str) -> Balance:
    actors = [record("actors", id=name) for name in "cde"]
    rows = [record("alliances", id=name, **keys) for name, keys in ties.items()]
    return compute_balance(loaded(dossier_of(*actors, *rows)), frozenset(included))


def test_gahuku_gama_as_a_dossier() -> None:
    text = HEAD + record("sources") + tables_of(GAMA_TRIBES, GAMA)
    balance = compute_balance(loaded(text)).json_data()
    assert (balance["actors"], balance["ties"], balance["mixed_pairs"], balance["left_out"]) == (16, 58, [], {})
    assert sum(balance["triangles"].values()) == 68
    assert balance["balanced"] == 59 / 68
    frustration = balance["frustration"]
    assert (frustration["exact"], frustration["low"], frustration["high"]) == (True, 7, 7)
    [change] = frustration["changes"]
    assert len(change) == 7
    [camps] = balance["camps"]
    assert sorted(map(len, camps)) == [4, 12]


def test_the_json_data_has_the_promised_shape() -> None:
    balance = balance_of(UNBALANCED).json_data()
    assert balance == {
        "actors": 3,
        "ties": 3,
        "left_out": {},
        "mixed_pairs": [],
        "triangles": {"+++": 0, "++-": 1, "+--": 0, "---": 0},
        "balanced": 0.0,
        "frustration": {"exact": True, "low": 1, "high": 1, "changes": [["ab"], ["bc"], ["ac"]]},
        "hangs_on": [],
        "camps": [[["a"], ["c"]]],
        "either_camp": [["b"]],
    }
    assert json.loads(json.dumps(balance, allow_nan=False)) == balance


def test_the_share_of_balanced_triangles_is_null_without_one() -> None:
    balance = balance_of({"ab": UNBALANCED["ab"]}).json_data()
    assert balance["balanced"] is None
    assert balance["frustration"] == {"exact": True, "low": 0, "high": 0, "changes": [[]]}


def test_ties_of_one_pair_and_one_sign_are_one_edge_and_change_together() -> None:
    balance = balance_of({**UNBALANCED, "again": {**UNBALANCED["ab"], "kind": "arms-supply"}})
    assert len(balance.ties) == 4
    assert len(balance.pairs) == 3
    assert balance.json_data()["frustration"]["changes"][0] == ["ab", "again"]


def test_a_mixed_pair_is_left_out_and_listed() -> None:
    balance = balance_of({**UNBALANCED, "ab-2": {**UNBALANCED["ab"], "kind": "sanctions"}}).json_data()
    assert balance["mixed_pairs"] == [["a", "b"]]
    assert sum(balance["triangles"].values()) == 0
    assert balance["ties"] == 2


def test_unsettled_ties_change_the_answer_only_when_they_are_included() -> None:
    ties = {**UNBALANCED, "ac": {**UNBALANCED["ac"], "status": "contested", "by": ["d"]}}
    assert balance_of(ties).json_data()["triangles"]["++-"] == 0
    assert balance_of(ties).left_out == {"contested": 1}
    included = balance_of(ties, "contested")
    assert included.json_data()["triangles"]["++-"] == 1
    assert (included.left_out, included.included) == ({}, frozenset({"contested"}))
    assert balance_of(ties, "contested", "denied").unsettled == {"contested": 1}


def test_there_is_nothing_to_compare_where_no_tie_has_another_status() -> None:
    actors = "".join(record("actors", id=name) for name in "ab")
    alone = loaded(HEAD + record("sources") + actors + record("alliances", id="t", between=["a", "b"], kind="aid"))
    assert balance_to_compare(alone, compute_balance(alone)) is None
    assert balance_to_compare(alone, compute_balance(alone, frozenset({"denied"}))) is None


def test_only_actors_with_a_counted_pair_are_counted_and_in_a_camp() -> None:
    small = compute_balance(loaded(SMALL))
    assert small.actors == ("ilvane", "corvath", "norrow")
    assert set(small.place_of) == set(small.actors)


def test_a_tie_between_many_is_one_tie_and_a_pair_for_every_two() -> None:
    balance = balance_of({"abc": {"between": ["a", "b", "c"], "kind": "rivalry"}})
    assert (len(balance.ties), len(balance.pairs)) == (1, 3)
    assert balance.json_data()["frustration"]["changes"] == [["abc"]]
    assert balance.frustration.change_count == 3
