"""The frustration index: exact, with every smallest set of pairs, or honest bounds where there is too much to do."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import combinations

import pytest

from tests.marks import mostly_long
from tests.networks import GAMA, GAMA_TRIBES, edges_of, pairs_of, random_edges, states
from tui.dossier.network.balance.budget import Budget
from tui.dossier.network.balance.frustration import Change, Frustration, frustration_index
from tui.dossier.network.balance.parts import camps, connected_parts
from tui.dossier.network.balance.solver.biconnected import Edge
from tui.dossier.network.signed_graph import Pair


def pairs_from(edges: list[Edge]) -> list[Pair]:
    return pairs_of((f"a{start}", f"a{end}", "+" if sign > 0 else "-") for start, end, sign in edges)


def frustrated_by_every_partition(pairs: list[Pair]) -> Iterator[Change]:
    """The pairs that each partition of the actors into two camps frustrates."""
    actors = sorted({end for pair in pairs for end in pair.ends})
    for number in range(2 ** (len(actors) - 1)):
        first = {actor for position, actor in enumerate(actors) if number >> position & 1}
        yield tuple(
            pair.ends for pair in pairs if (pair.sign == "+") != ((pair.ends[0] in first) == (pair.ends[1] in first))
        )


def is_balancing(pairs: list[Pair], change: Change) -> bool:
    """Whether the camps that go with a change frustrate exactly the pairs changed."""
    frustrated: list[tuple[str, str]] = []
    for part in connected_parts(sorted({end for pair in pairs for end in pair.ends}), pairs):
        first, second = camps(part, change)
        assert sorted((*first, *second)) == sorted(part.actors)
        frustrated += [
            pair.ends for pair in part.pairs if (pair.sign == "-") == (len({*pair.ends}.intersection(first)) != 1)
        ]
    return sorted(frustrated) == sorted(change)


@pytest.mark.parametrize("seed", mostly_long(range(400), *range(12)))
def test_index_and_changes_are_those_of_an_exhaustive_search(seed: int) -> None:
    pairs = pairs_from(random_edges(seed))
    if not pairs:
        return
    partitions = list(frustrated_by_every_partition(pairs))
    least = min(map(len, partitions))
    index = frustration_index(pairs)
    assert (index.low, index.high) == (least, least)
    assert index.all_listed
    assert sorted(index.changes) == sorted(
        {pairs_frustrated for pairs_frustrated in partitions if len(pairs_frustrated) == least}
    )
    assert all(is_balancing(pairs, change) for change in index.changes)


def test_gahuku_gama_has_index_seven_and_one_smallest_set() -> None:
    index = frustration_index(pairs_of(GAMA))
    assert (index.low, index.high, index.change_count, index.all_listed) == (7, 7, 1, True)
    [part] = connected_parts(GAMA_TRIBES, pairs_of(GAMA))
    first, second = camps(part, index.changes[0])
    assert first == ("gavev", "kotun", "nagad", "gama")
    assert len(second) == 12


def test_a_balanced_network_needs_no_change() -> None:
    pairs = pairs_of([("a", "b", "+"), ("b", "c", "-"), ("a", "c", "-"), ("c", "d", "+")])
    assert frustration_index(pairs) == Frustration(0, 0, ((),), 1, True)
    [part] = connected_parts("abcd", pairs)
    assert camps(part, ()) == (("a", "b"), ("c", "d"))


def test_a_network_without_pairs_needs_no_change() -> None:
    assert frustration_index([]) == Frustration(0, 0, ((),), 1, True)


def test_changing_any_of_three_pairs_balances_an_unbalanced_triangle() -> None:
    pairs = pairs_of([("a", "b", "-"), ("a", "c", "+"), ("b", "c", "+")])
    assert frustration_index(pairs) == Frustration(1, 1, ((("a", "c"),), (("b", "c"),), (("a", "b"),)), 3, True)


def test_a_pair_on_no_cycle_never_needs_a_change() -> None:
    ring = [("a", "b", "-"), ("b", "c", "-"), ("c", "a", "-")]
    index = frustration_index(pairs_of([*ring, ("a", "d", "-"), ("d", "e", "+")]))
    assert {ends for change in index.changes for ends in change} == {("a", "b"), ("b", "c"), ("a", "c")}


def test_changes_of_separate_components_multiply_and_are_counted_beyond_those_listed() -> None:
    triangles = [(f"{one}{part}", f"{other}{part}", "-") for part in range(7) for one, other in combinations("abc", 2)]
    index = frustration_index(pairs_of(triangles))
    assert (index.low, index.change_count, index.fully_counted) == (7, 3**7, True)
    assert len(index.changes) == len(set(index.changes)) == 1000
    assert not index.all_listed


def test_where_one_component_has_more_changes_than_are_listed_their_number_is_a_lower_bound() -> None:
    everyone_hostile = pairs_of((one, other, "-") for one, other in combinations("abcdef", 2))
    index = frustration_index(everyone_hostile, limit=4)
    assert (index.low, index.high, len(index.changes)) == (6, 6, 4)
    assert not index.fully_counted
    assert index.change_count == 4
    assert frustration_index(everyone_hostile).change_count == 10


def test_the_same_network_gets_the_same_answer() -> None:
    pairs = states(3, unruly=0.2)
    assert frustration_index(pairs) == frustration_index(list(pairs))


@pytest.mark.parametrize("unruly", [0.02, 0.04, 0.08, 0.15])
@pytest.mark.parametrize("seed", mostly_long(range(2), 0))
def test_150_states_with_1300_ties_are_solved_within_seconds(seed: int, unruly: float) -> None:
    pairs = states(seed, unruly=unruly)
    assert len(pairs) == 1300
    begun = time.process_time()
    index = frustration_index(pairs)
    assert time.process_time() - begun < 10
    assert index.exact
    assert index.low > 0
    assert all(is_balancing(pairs, change) for change in index.changes[:20])


@pytest.mark.long
def test_past_the_budget_the_index_is_between_a_proven_bound_and_a_set_that_balances() -> None:
    pairs = states(1, unruly=0.5)
    begun = time.process_time()
    index = frustration_index(pairs)
    assert time.process_time() - begun < 30
    assert 0 < index.low < index.high
    assert not index.exact
    [change] = index.changes
    assert len(change) == index.high
    assert is_balancing(pairs, change)


@pytest.mark.parametrize("budget", [0, 100, 1_000, 10_000, 100_000, 1_000_000])
@pytest.mark.parametrize("seed", mostly_long(range(10), 0, 1))
def test_the_bounds_hold_however_small_the_budget(budget: int, seed: int) -> None:
    pairs = states(seed, size=14, ties=60, unruly=0.3)
    exact = frustration_index(pairs)
    assert exact.exact
    index = frustration_index(pairs, Budget(budget))
    assert index.low <= exact.low <= index.high
    assert all(len(change) == index.high and is_balancing(pairs, change) for change in index.changes)
    assert set(index.changes) <= set(exact.changes) or not index.exact


def test_one_set_is_listed_while_any_part_of_the_network_is_open() -> None:
    triangle = pairs_of([("x", "y", "-"), ("x", "z", "+"), ("y", "z", "+")])
    network = [*triangle, *states(1, size=40, ties=300, unruly=0.5)]
    index = frustration_index(network, Budget(20_000))
    assert not index.exact
    [change] = index.changes
    assert is_balancing(network, change)


def test_the_search_ends_when_it_is_cancelled() -> None:
    polls = 0

    def cancelled() -> bool:
        nonlocal polls
        polls += 1
        return polls > 3

    index = frustration_index(states(1, unruly=0.5), Budget(10**12, cancelled))
    assert polls == 4
    assert not index.exact


@pytest.mark.long
def test_the_search_in_a_very_large_network_ends_too() -> None:
    pairs = states(1, size=1500, ties=40_000, unruly=0.4)
    begun = time.process_time()
    index = frustration_index(pairs)
    assert time.process_time() - begun < 30
    assert index.low <= index.high
    assert len(edges_of(pairs)) == 40_000
