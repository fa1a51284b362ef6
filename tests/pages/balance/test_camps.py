"""What stands at the camps: how far equally good splits agree, and where the camps say the opposite of a tie."""

from __future__ import annotations

from typing import Any

import pytest

from tests.pages.balance.test_overview import dossier, page_of, under, words_of
from tui.pages.page import Page, Section

ENEMIES: dict[str, Any] = {"between": ["a", "b"], "kind": "rivalry"}
TITLE = "Two camps"


ARITHMETIC = " Camps follow from the signs alone: they are no alliances and no blocs."
RING: list[dict[str, Any]] = [{"between": list(ends), "kind": "rivalry"} for ends in ("ab", "bc", "ac")]
BESIDE_EITHER: list[dict[str, Any]] = [{"between": list(ends), "kind": "aid"} for ends in ("ac", "bc", "bd")]
"""With ENEMIES: C has + ties with both enemies, D with one of them."""
FRIENDS: list[dict[str, Any]] = [{"between": list(ends), "kind": "aid"} for ends in ("ac", "bc")]
NO_CAMPS = "No − pair is counted, so there are no camps to tell apart."


def camps_of(*ties: dict[str, Any]) -> list[str]:
    return [words_of(block) for block in under(page_of(dossier(*ties)), TITLE)]


def title_of(*ties: dict[str, Any]) -> str:
    [title] = [title for title in titles_of(page_of(dossier(*ties))) if title.startswith(TITLE)]
    return title


def titles_of(page: Page) -> list[str]:
    return [block.title for block in page.blocks if isinstance(block, Section)]


def test_each_part_has_camps_of_its_own() -> None:
    _, rows, remark = camps_of(ENEMIES, {"between": ["c", "d"], "kind": "rivalry"})
    assert rows == "Part 1, camp 1APart 1, camp 2BPart 2, camp 1CPart 2, camp 2D"
    assert remark == "No pair joins the 2 parts of the network: how their camps stand to one another is open."


@pytest.mark.parametrize("ties", [({"kind": "aid"},), ({"kind": "aid"}, {"between": ["b", "c"], "kind": "aid"})])
def test_without_a_hostile_pair_nobody_is_put_in_a_camp(ties: tuple[dict[str, Any], ...]) -> None:
    page = page_of(dossier(*ties))
    assert titles_of(page) == []
    assert NO_CAMPS in [words_of(block) for block in page.blocks]
    text = " ".join(page.text().split())
    assert "nothing to assess: no − pair is counted" in text
    assert "no change is needed" not in text
    assert "Camp 1" not in text


def test_a_part_without_a_hostile_pair_has_no_camps() -> None:
    _, rows, _ = camps_of(ENEMIES, {"between": ["c", "d"], "kind": "aid"})
    assert rows == "Part 1, camp 1APart 1, camp 2BPart 2C, D (no − pair is counted, no camps)"


def test_where_all_are_friends_of_one_enemy_pair_the_other_camp_is_empty() -> None:
    every = [{"between": [one, other], "kind": "aid"} for one, other in ("ac", "ad", "bc", "bd", "cd")]
    said, rows, *_ = camps_of(*every, ENEMIES)
    assert said.startswith("Only this split leaves as few as one pair out of line (a + pair between the camps, or a −")
    assert rows == "Camp 1A\nB\nC\nDCamp 2no actor"


def test_who_is_beside_either_of_two_enemies_is_in_neither_camp() -> None:
    said, rows, *_ = camps_of(*BESIDE_EITHER, ENEMIES)
    assert title_of(*BESIDE_EITHER, ENEMIES) == "Two camps, where 2 equally good splits agree"
    assert said == (
        "2 splits leave one pair out of line (a + pair between the camps, or a − pair within one)"
        f" and part A from B; they differ in C.{ARITHMETIC}"
    )
    assert rows == "Camp 1ACamp 2B\nDEither campC"


def test_where_no_two_actors_are_placed_alike_nobody_is_put_in_a_camp() -> None:
    said, rows, *_ = camps_of(*RING)
    assert title_of(*RING) == "Two camps, where 3 equally good splits agree"
    assert "part 2 of 3 − pairs; no two actors are placed alike in all of them." in said
    assert rows == "Either campA\nB\nC"


def test_one_split_that_parts_more_hostile_pairs_than_others_is_told_from_them() -> None:
    ties = (("ab", "rivalry"), ("bc", "rivalry"), ("cd", "rivalry"), ("ad", "aid"))
    said, rows, *_ = camps_of(*({"between": list(ends), "kind": kind} for ends, kind in ties))
    assert said.startswith(
        "Of 4 splits with one pair out of line (a + pair between the camps, or a − pair within one), "
    )
    assert "this one parts more − pairs than the others." in said
    assert rows == "Camp 1A\nCCamp 2B\nD"


def test_a_balanced_network_leaves_no_pair_out_of_line() -> None:
    said, rows = camps_of(ENEMIES, {"between": ["b", "c"], "kind": "aid"})
    assert title_of(ENEMIES) == "Two camps"
    assert said == f"All + pairs are within the camps and all − pairs between them.{ARITHMETIC}"
    assert rows == "Camp 1ACamp 2B\nC"


def test_splits_that_are_not_all_known_are_not_said_to_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.dossier.network.balance.frustration._MAX_LISTED_EDGES", 6)
    said, *_ = camps_of(*RING)
    assert title_of(*RING) == "Two camps, where at least 2 equally good splits agree"
    assert said.startswith("At least 2 splits leave one pair out of line")
    assert "Not all were compared: others may differ in more." in said


def test_of_several_parts_the_page_says_that_equally_good_splits_agree_on_the_camps() -> None:
    said, rows, *_ = camps_of(*RING, {"between": ["d", "e"], "kind": "rivalry"})
    assert title_of(*RING, {"between": ["d", "e"], "kind": "rivalry"}) == "Two camps of each part"
    assert "An actor is in a camp only where all equally good splits of its part agree." in said
    assert rows == "Part 1, either campA, B, CPart 2, camp 1DPart 2, camp 2E"


def test_a_pair_that_only_some_of_the_splits_separate_is_not_among_those_across() -> None:
    page = page_of(dossier(*BESIDE_EITHER, ENEMIES))
    assert [words_of(block) for block in under(page, "Across the camps")] == [
        "0 friendly pairs and 1 hostile pair.",
        "−A – B rivalry",
        "In some of the splits also: + A – C, + B – C",
    ]


def test_enemies_that_share_a_camp_are_named_where_the_camps_are() -> None:
    every = [{"between": [one, other], "kind": "aid"} for one, other in ("ac", "ad", "bc", "bd", "cd")]
    assert "In one camp although against each other: A – B" in camps_of(*every, ENEMIES)


def test_a_mixed_pair_in_one_camp_is_named_where_the_camps_are() -> None:
    friends = (*FRIENDS, {"between": ["c", "d"], "kind": "rivalry"})
    mixed = ({"between": ["a", "b"], "kind": "aid"}, ENEMIES)
    *_, remark = camps_of(*friends, *mixed)
    assert remark == "In one camp, with ties against each other that are not counted: A – B (~ mixed)"


def test_a_mixed_pair_in_different_camps_is_named_too() -> None:
    parted = ({"between": ["a", "c"], "kind": "aid"}, {"between": ["b", "c"], "kind": "rivalry"})
    *_, remark = camps_of(*parted, {"between": ["a", "b"], "kind": "aid"}, ENEMIES)
    assert remark == "In different camps, with + ties that are not counted: A – B (~ mixed)"


def test_unsettled_hostility_inside_a_camp_is_named_with_its_status() -> None:
    friends = (*FRIENDS, {"between": ["c", "d"], "kind": "rivalry"})
    *_, remark = camps_of(*friends, {**ENEMIES, "status": "contested", "by": ["d"]})
    assert remark == "In one camp, with ties against each other that are not counted: A – B (≠ contested)"


def test_without_camps_hostility_that_is_not_counted_is_named_all_the_same() -> None:
    page = page_of(dossier(*FRIENDS, {**ENEMIES, "status": "contested", "by": ["d"]}))
    assert words_of(page.blocks[4]) == "Against each other by ties that are not counted: A – B (≠ contested)"
    *_, remark = camps_of(*FRIENDS, {"kind": "aid"}, ENEMIES, {"between": ["d", "e"], "kind": "rivalry"})
    assert remark == "Against each other by ties that are not counted: A – B (~ mixed)"


def test_a_mixed_pair_in_two_parts_is_in_no_camp_together() -> None:
    apart = ({"between": ["a", "c"], "kind": "aid"}, {"between": ["b", "d"], "kind": "aid"})
    lines = camps_of(*apart, {"between": ["a", "b"], "kind": "aid"}, ENEMIES)
    assert not any("not counted" in line for line in lines)


def test_actors_that_no_reported_tie_joins_to_the_others_are_named_with_the_status() -> None:
    judged = {"between": ["b", "c"], "kind": "aid", "status": "judgement", "by": ["s"]}
    attributed = {"between": ["b", "d"], "kind": "aid", "status": "attributed", "by": ["a"]}
    *_, remark = camps_of(ENEMIES, judged, attributed)
    assert remark == "Placed only by ties that are not reported – » attributed: D; ◇ judgement: C"


def test_a_contested_tie_that_is_included_is_named_where_it_places_somebody() -> None:
    contested = {"between": ["b", "c"], "kind": "aid", "status": "contested", "by": ["d"]}
    *_, remark = (words_of(block) for block in under(page_of(dossier(ENEMIES, contested), "contested"), TITLE))
    assert remark == "Placed only by ties that are not reported – ≠ contested: C"
