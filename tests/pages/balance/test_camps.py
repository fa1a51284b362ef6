"""What stands at the camps: those of each part, how they were chosen, and where they say the opposite of a tie."""

from __future__ import annotations

from typing import Any

from tests.pages.balance.test_overview import dossier, page_of, under, words_of

ENEMIES: dict[str, Any] = {"between": ["a", "b"], "kind": "rivalry"}
TITLE = "The two camps of the best split"


def camps_of(*ties: dict[str, Any]) -> list[str]:
    return [words_of(block) for block in under(page_of(dossier(*ties)), TITLE)]


def test_each_part_has_camps_of_its_own() -> None:
    rows, remark = camps_of(ENEMIES, {"between": ["c", "d"], "kind": "rivalry"})
    assert rows == "Part 1, camp 1APart 1, camp 2BPart 2, camp 1CPart 2, camp 2D"
    assert remark == "No pair joins the 2 parts of the network: how their camps stand to one another is open."


def test_nobody_is_in_a_camp_that_is_empty() -> None:
    assert camps_of({"between": ["a", "b"], "kind": "aid"}) == ["Camp 1A, BCamp 2no actor"]


def test_the_page_says_which_of_equal_splits_it_shows() -> None:
    triangle = ({"between": ["a", "c"], "kind": "aid"}, {"between": ["b", "c"], "kind": "aid"}, ENEMIES)
    said, rows, *_ = camps_of(*triangle)
    assert (
        said
        == "Of 3 splits with as few pairs against them, this one separates the most hostile pairs, as does 1 other."
    )
    assert "A" in rows
    assert {"Camp 1A, CCamp 2B", "Camp 1ACamp 2B, C"} & {rows}


def test_splits_that_separate_as_many_hostile_pairs_are_equally_good() -> None:
    ring = [{"between": [one, other], "kind": "rivalry"} for one, other in ("ab", "bc", "ac")]
    said, *_ = camps_of(*ring)
    assert said == "One of 3 equally good splits."


def test_of_several_parts_the_page_says_how_the_splits_were_chosen() -> None:
    ring = [{"between": [one, other], "kind": "rivalry"} for one, other in ("ab", "bc", "ac")]
    said, *_ = camps_of(*ring, {"between": ["d", "e"], "kind": "aid"})
    assert said.startswith("Of several splits of a part with as few pairs against them, one that separates the most")


def test_enemies_that_share_a_camp_are_named_where_the_camps_are() -> None:
    every = [{"between": [one, other], "kind": "aid"} for one, other in ("ac", "ad", "bc", "bd", "cd")]
    assert "In one camp although against each other: A – B" in camps_of(*every, ENEMIES)


def test_a_mixed_pair_in_one_camp_is_named_where_the_camps_are() -> None:
    friends = ({"between": ["a", "c"], "kind": "aid"}, {"between": ["b", "c"], "kind": "aid"})
    mixed = ({"between": ["a", "b"], "kind": "aid"}, ENEMIES)
    *_, remark = camps_of(*friends, *mixed)
    assert remark == "In one camp, with ties against each other that are not counted: A – B (± mixed)"


def test_a_mixed_pair_in_different_camps_is_named_too() -> None:
    parted = ({"between": ["a", "c"], "kind": "aid"}, {"between": ["b", "c"], "kind": "rivalry"})
    *_, remark = camps_of(*parted, {"between": ["a", "b"], "kind": "aid"}, ENEMIES)
    assert remark == "In different camps, with + ties that are not counted: A – B (± mixed)"


def test_unsettled_hostility_inside_a_camp_is_named_with_its_status() -> None:
    friends = ({"between": ["a", "c"], "kind": "aid"}, {"between": ["b", "c"], "kind": "aid"})
    *_, remark = camps_of(*friends, {**ENEMIES, "status": "contested", "by": ["d"]})
    assert remark == "In one camp, with ties against each other that are not counted: A – B (≠ contested)"


def test_a_mixed_pair_in_two_parts_is_in_no_camp_together() -> None:
    apart = ({"between": ["a", "c"], "kind": "aid"}, {"between": ["b", "d"], "kind": "aid"})
    lines = camps_of(*apart, {"between": ["a", "b"], "kind": "aid"}, ENEMIES)
    assert not any("not counted" in line for line in lines)


def test_actors_that_no_reported_tie_joins_to_the_others_are_named() -> None:
    judged = {"between": ["b", "c"], "kind": "aid", "status": "judgement", "by": ["s"]}
    *_, remark = camps_of({"between": ["a", "b"], "kind": "aid"}, judged)
    assert remark == "Placed only by ties that are not reported: C"
