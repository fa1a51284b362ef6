"""The frustration index: exact, with every smallest set of pairs, or an honest span where there is too much to do."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import combinations

import pytest

from tests.marks import mostly_long
from tests.networks import GAMA, GAMA_TRIBES, edges_of, pairs_of, random_edges, states
from tui.dossier.network.balance.frustration import Change, Frustration, camps, frustration
from tui.dossier.network.balance.solver.biconnected import Edge
from tui.dossier.network.signed_graph import Pair


def named(edges: list[Edge]) -> list[Pair]:
    return pairs_of((f"a{one}", f"a{other}", "+" if sign > 0 else "-") for one, other, sign in edges)


def every_loss(pairs: list[Pair]) -> Iterator[Change]:
    """What each split of the actors violates, by trying all of them."""
    actors = sorted({end for pair in pairs for end in pair.ends})
    for number in range(2 ** (len(actors) - 1)):
        first = {actor for place, actor in enumerate(actors) if number >> place & 1}
        yield tuple(
            pair.ends for pair in pairs if (pair.sign == "+") != ((pair.ends[0] in first) == (pair.ends[1] in first))
        )


def holds(pairs: list[Pair], change: Change) -> bool:
    """Whether the camps that go with a change violate just what is changed."""
    first, second = camps(sorted({end for pair in pairs for end in pair.ends}), pairs, change)
    lost = [pair.ends for pair in pairs if (pair.sign == "-") == (len({*pair.ends}.intersection(first)) != 1)]
    return sorted(lost) == sorted(change) and not {*first}.intersection(second)


@pytest.mark.parametrize("seed", mostly_long(range(400), *range(40)))
def test_index_and_alternatives_are_what_trying_all_splits_finds(seed: int) -> None:
    pairs = named(random_edges(seed))
    if not pairs:
        return
    losses = list(every_loss(pairs))
    fewest = min(map(len, losses))
    found = frustration(pairs)
    assert (found.low, found.high) == (fewest, fewest)
    assert found.all_listed
    assert sorted(found.changes) == sorted({loss for loss in losses if len(loss) == fewest})
    assert all(holds(pairs, change) for change in found.changes)


def test_gahuku_gama_needs_seven_changes_and_only_one_choice_of_seven_does() -> None:
    found = frustration(pairs_of(GAMA))
    assert (found.low, found.high, found.number, found.all_listed) == (7, 7, 1, True)
    first, second = camps(GAMA_TRIBES, pairs_of(GAMA), found.changes[0])
    assert first == ("gavev", "kotun", "nagad", "gama")
    assert len(second) == 12


def test_a_balanced_network_needs_no_change() -> None:
    pairs = pairs_of([("a", "b", "+"), ("b", "c", "-"), ("a", "c", "-"), ("c", "d", "+")])
    assert frustration(pairs) == Frustration(0, 0, ((),), 1, True)
    assert camps("abcd", pairs, ()) == (("a", "b"), ("c", "d"))


def test_a_network_without_pairs_needs_no_change() -> None:
    assert frustration([]) == Frustration(0, 0, ((),), 1, True)


def test_each_of_three_pairs_settles_an_unbalanced_triangle() -> None:
    pairs = pairs_of([("a", "b", "-"), ("a", "c", "+"), ("b", "c", "+")])
    assert frustration(pairs) == Frustration(1, 1, ((("a", "b"),), (("a", "c"),), (("b", "c"),)), 3, True)


def test_what_is_on_no_cycle_never_needs_a_change() -> None:
    ring = [("a", "b", "-"), ("b", "c", "-"), ("c", "a", "-")]
    found = frustration(pairs_of([*ring, ("a", "d", "-"), ("d", "e", "+")]))
    assert {ends for change in found.changes for ends in change} == {("a", "b"), ("b", "c"), ("a", "c")}


def test_choices_in_separate_parts_multiply_and_beyond_the_listed_ones_are_counted() -> None:
    triangles = [(f"{one}{part}", f"{other}{part}", "-") for part in range(7) for one, other in combinations("abc", 2)]
    found = frustration(pairs_of(triangles))
    assert (found.low, found.number, found.counted) == (7, 3**7, True)
    assert len(found.changes) == len(set(found.changes)) == 1000
    assert not found.all_listed


def test_more_choices_in_one_part_than_are_listed_is_said_to_be_a_least_number() -> None:
    everyone_hostile = pairs_of((one, other, "-") for one, other in combinations("abcdefgh", 2))
    found = frustration(everyone_hostile, most=10)
    assert (found.low, found.high, len(found.changes)) == (12, 12, 10)
    assert not found.counted
    assert found.number == 10
    assert frustration(everyone_hostile).number == 35


def test_the_first_actor_of_each_separate_part_is_in_the_first_camp() -> None:
    pairs = pairs_of([("a", "b", "-"), ("c", "d", "-")])
    assert camps("dcba", pairs, ()) == (("d", "b"), ("c", "a"))


def test_the_same_network_gets_the_same_answer() -> None:
    pairs = states(3, unruly=0.2)
    assert frustration(pairs) == frustration(list(pairs))


@pytest.mark.parametrize("unruly", [0.02, 0.04, 0.08, 0.15])
@pytest.mark.parametrize("seed", mostly_long(range(2), 0))
def test_150_states_with_1300_ties_are_settled_within_seconds(seed: int, unruly: float) -> None:
    pairs = states(seed, unruly=unruly)
    assert len(pairs) == 1300
    begun = time.process_time()
    found = frustration(pairs)
    assert time.process_time() - begun < 10
    assert found.exact
    assert found.low > 0
    assert all(holds(pairs, change) for change in found.changes[:20])


@pytest.mark.long
def test_past_the_budget_the_index_is_between_a_proven_bound_and_a_set_that_would_do() -> None:
    pairs = states(1, unruly=0.5)
    begun = time.process_time()
    found = frustration(pairs)
    assert time.process_time() - begun < 30
    assert 0 < found.low < found.high
    assert not found.exact
    [change] = found.changes
    assert len(change) == found.high
    assert holds(pairs, change)


@pytest.mark.parametrize("budget", [0, 100, 1_000, 10_000, 100_000, 1_000_000])
@pytest.mark.parametrize("seed", mostly_long(range(10), 0, 1))
def test_however_small_the_budget_what_is_said_is_true(budget: int, seed: int) -> None:
    pairs = states(seed, size=14, ties=60, unruly=0.3)
    true = frustration(pairs)
    assert true.exact
    found = frustration(pairs, budget)
    assert found.low <= true.low <= found.high
    assert all(len(change) == found.high and holds(pairs, change) for change in found.changes)
    assert set(found.changes) <= set(true.changes) or not found.exact


def test_it_stops_when_it_is_told_to() -> None:
    asked = 0

    def stopped() -> bool:
        nonlocal asked
        asked += 1
        return asked > 3

    found = frustration(states(1, unruly=0.5), budget=10**12, stopped=stopped)
    assert asked == 4
    assert not found.exact


@pytest.mark.long
def test_a_network_as_large_as_the_pairs_allow_ends_too() -> None:
    pairs = states(1, size=1500, ties=40_000, unruly=0.4)
    begun = time.process_time()
    found = frustration(pairs)
    assert time.process_time() - begun < 30
    assert found.low <= found.high
    assert len(edges_of(pairs)) == 40_000
