"""How the result changes with unsettled ties counted: only what differs, and the statuses that the ties have."""

from __future__ import annotations

from typing import Any

from tests.pages.balance.test_overview import dossier, page_of, under, words_of
from tui.pages.page import Page, Section
from tui.render.plain_text import plain_text

TITLE = "How the result changes"
CONTESTED = {"status": "contested", "by": ["s"]}
TRIANGLE: list[dict[str, Any]] = [
    {"between": ["a", "b"], "kind": "rivalry"},
    {"between": ["a", "c"], "kind": "aid"},
    {"between": ["b", "c"], "kind": "aid"},
]


def said(*ties: dict[str, Any], included: str = "") -> list[str]:
    return [words_of(block) for block in under(page_of(dossier(*ties), *filter(None, [included])), TITLE)]


def titles_after(page: Page) -> list[str]:
    titles = [block.title for block in page.blocks if isinstance(block, Section)]
    return titles[titles.index(TITLE) + 1 :]


def test_an_actor_that_is_added_is_named_with_its_camp_and_the_status_of_its_tie() -> None:
    ties = (*TRIANGLE, {"between": ["b", "d"], "kind": "aid", **CONTESTED})
    assert said(*ties) == [
        "With the unsettled signed tie (1 ≠ contested): the same triangles, changes and camps.",
        "Counted3 actors, 3 signed ties, 3 pairs  →  4 actors, 4 signed ties, 4 pairs",
        "Added: D, in the camp of B, by one ≠ contested tie only.",
    ]
    assert titles_after(page_of(dossier(*ties))) == []
    lead, _, fewer = said(*ties, included="contested")
    assert lead == "Without the unsettled signed tie (1 ≠ contested): the same triangles, changes and camps."
    assert fewer == "No longer counted: D, in the camp of B, by one ≠ contested tie only."


def test_only_statuses_that_ties_have_are_named() -> None:
    ties = (
        *TRIANGLE,
        {"between": ["b", "d"], "kind": "aid", **CONTESTED},
        {"between": ["b", "d"], "kind": "arms-supply", "status": "inferred"},
    )
    lead, *_, added = said(*ties)
    assert lead.startswith("With the 2 unsettled signed ties (1 ≠ contested, 1 ∴ inferred): ")
    assert added == "Added: D, in the camp of B, by 2 ties only (1 ≠ contested, 1 ∴ inferred)."
    included = plain_text(page_of(dossier(*ties), "contested", "denied", "inferred"))
    assert "denied" not in included
    assert "Included    1 ≠ contested, 1 ∴ inferred\n" in included


def test_an_actor_that_is_added_beside_one_who_may_be_in_either_camp_is_in_neither() -> None:
    *_, added = said(*TRIANGLE, {"between": ["c", "d"], "kind": "aid", **CONTESTED})
    assert added == "Added: D, in either camp, by one ≠ contested tie only."


def test_an_enemy_of_one_alone_is_not_in_its_camp() -> None:
    friends = {"between": ["a", "b"], "kind": "aid"}
    _, _, added, *_ = said(friends, {"between": ["a", "d"], "kind": "rivalry", **CONTESTED})
    assert added == "Added: D, not in the camp of A, by one ≠ contested tie only."


def test_a_tie_that_says_the_same_again_changes_the_number_of_ties_alone() -> None:
    assert said(*TRIANGLE, {"between": ["a", "b"], "kind": "hostility", **CONTESTED}) == [
        "With the unsettled signed tie (1 ≠ contested): the same triangles, changes and camps.",
        "Counted3 actors, 3 signed ties, 3 pairs  →  3 actors, 4 signed ties, 3 pairs",
    ]


def test_a_pair_that_becomes_mixed_is_named() -> None:
    text = " ".join(said(*TRIANGLE, {"between": ["b", "c"], "kind": "rivalry", **CONTESTED}))
    assert "Mixed, so not counted: B – C aid, rivalry" in text


def test_a_pair_of_actors_that_are_counted_already_is_named() -> None:
    chain = ({"between": ["a", "b"], "kind": "rivalry"}, {"between": ["b", "c"], "kind": "aid"})
    text = " ".join(said(*chain, {"between": ["a", "c"], "kind": "rivalry", **CONTESTED}))
    assert "Added: A – C rivalry ≠ contested" in text
    assert "the same changes and camps." in text


def test_another_answer_with_the_same_numbers_is_not_called_the_same() -> None:
    sample = dossier(
        {"between": ["a", "b"], "kind": "aid"},
        {"between": ["a", "c"], "kind": "aid"},
        {"between": ["b", "c"], "kind": "rivalry"},
        {"between": ["a", "d"], "kind": "aid"},
        {"between": ["b", "c"], "kind": "aid", **CONTESTED},
        {"between": ["b", "d"], "kind": "rivalry", **CONTESTED},
    )
    page = page_of(sample)
    lead, *_ = (words_of(block) for block in under(page, TITLE))
    assert lead == "With the 2 unsettled signed ties (2 ≠ contested):"
    [more] = under(page, "Further unbalanced triangles")
    assert words_of(more).startswith("△A has + ties with both B and D, who are against each other")
    [less] = under(page, "Triangles no longer unbalanced")
    assert words_of(less) == "△A has + ties with both B and C, who are against each other"
    assert [words_of(block) for block in under(page, "Further smallest changes")] == [
        "+A – D aid",
        "−B – D rivalry ≠ contested",
    ]
    assert [words_of(block) for block in under(page, "Changes that are no longer enough")] == [
        "+A – C aid",
        "−B – C rivalry",
    ]
    assert titles_after(page)[-1].endswith(" with those ties counted")


def test_camps_that_a_contested_tie_alone_makes_are_shown() -> None:
    page = page_of(
        dossier({"between": ["a", "b"], "kind": "aid"}, {"between": ["b", "c"], "kind": "rivalry", **CONTESTED})
    )
    assert "To balancenothing to assess: no − pair is counted  →  no change is needed" in " ".join(
        words_of(block) for block in under(page, TITLE)
    )
    _, rows, *_ = under(page, "Two camps with those ties counted")
    assert words_of(rows) == "Camp 1A\nBCamp 2C"
