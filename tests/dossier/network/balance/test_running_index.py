"""Bounds of the index of a network that changes pair by pair: never wrong, and close where one pair changes."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import combinations, product

import pytest

from tests.marks import mostly_long
from tui.dossier.network.balance import running_parts
from tui.dossier.network.balance.budget import Budget
from tui.dossier.network.balance.parts import connected_parts
from tui.dossier.network.balance.running_index import RunningIndex
from tui.dossier.network.balance.running_parts import RunningParts
from tui.dossier.network.signed_graph import Ends, Pair
from tui.dossier.values.vocabulary import AGAINST, WITH

ACTORS = "abcdefg"


def changes(seed: int, number: int = 40) -> Iterator[tuple[Ends, str, str]]:
    """Pairs that come, go and turn."""
    chance = random.Random(seed)  # noqa: S311
    every, signs = list(combinations(ACTORS, 2)), dict[Ends, str]()
    for _ in range(number):
        ends = chance.choice(every)
        before, after = signs.get(ends, ""), chance.choice([WITH, AGAINST, "mixed", ""])
        signs[ends] = after
        yield ends, before, after


def least(signs: dict[Ends, str]) -> int:
    """The frustration index, by trying every split."""
    pairs = [
        (ACTORS.index(one), ACTORS.index(other), sign == WITH)
        for (one, other), sign in signs.items()
        if sign in (WITH, AGAINST)
    ]
    splits = ((True, *others) for others in product((True, False), repeat=len(ACTORS) - 1))
    return min(sum(camps[one] ^ camps[other] == is_with for one, other, is_with in pairs) for camps in splits)


@pytest.mark.parametrize("seed", mostly_long(range(20), *range(10)))
def test_the_index_is_never_outside_the_bounds(seed: int) -> None:
    index, signs = RunningIndex(), dict[Ends, str]()
    for number, change in enumerate(changes(seed)):
        index.change(*change)
        signs[change[0]] = change[2]
        index.mend(change[0])
        right = least(signs)
        assert index.low <= right <= index.high
        if number % 5 == 0:
            index.learn(right, dict.fromkeys(index.members(), 1))
            assert index.low <= right <= index.high


def test_a_pair_that_goes_costs_the_lower_bound_one_and_one_that_comes_nothing() -> None:
    index = RunningIndex()
    for ends in combinations("abc", 2):
        index.change(ends, "", AGAINST)
    index.learn(1, {})
    index.change(("a", "d"), "", WITH)
    assert index.low == 1
    index.change(("a", "d"), WITH, AGAINST)
    assert index.low == 0


def test_a_pair_that_the_camps_already_suit_leaves_a_known_index_known() -> None:
    index = RunningIndex()
    for ends in combinations("abc", 2):
        index.change(ends, "", AGAINST)
    index.mend("abc")
    index.learn(1, {})
    assert index.exact
    apart = next(ends for ends in combinations("abc", 2) if index.camp_of[ends[0]] != index.camp_of[ends[1]])
    index.change((apart[0], "d"), "", WITH)
    index.mend("d")
    index.change((apart[1], "d"), "", AGAINST)
    assert (index.low, index.high) == (1, 1)


@pytest.mark.parametrize("seed", mostly_long(range(20), *range(10)))
def test_with_a_budget_each_part_is_solved_and_without_one_it_has_the_best_camps_known(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running_parts, "_FEW", 0)
    index, signs = RunningIndex(), dict[Ends, str]()
    parts = RunningParts(index, ACTORS)
    for number, change in enumerate(changes(seed)):
        index.change(*change)
        signs[change[0]] = change[2]
        index.mend(change[0])
        solved = parts.solve(set(change[0]), Budget(10**6) if number % 3 else None)
        right = least(signs)
        assert index.low <= right <= index.high
        counted = [Pair(ends, (), sign) for ends, sign in signs.items() if sign in (WITH, AGAINST)]
        expected = connected_parts([actor for actor in ACTORS if actor in index.members()], counted)
        assert [part.actors for part in solved] == [network.actors for network in expected]
        assert index.exact or number % 3 == 0
        for part in solved:
            assert sorted((*part.camps[0], *part.camps[1], *part.either_camp)) == sorted(part.actors)
