"""The tools of the search: parts, smaller networks, bounds and what no good split can part."""

from __future__ import annotations

from itertools import product

import pytest

from tests.networks import edges_of, random_edges, states
from tui.dossier.network.balance.solver.biconnected import blocks
from tui.dossier.network.balance.solver.bound_refinement import refined_bound
from tui.dossier.network.balance.solver.budget import Budget, Exhausted
from tui.dossier.network.balance.solver.contraction import contractions
from tui.dossier.network.balance.solver.cycle_bound import cycle_bound
from tui.dossier.network.balance.solver.local_search import local_search, lost_by, spanning_tree_colouring
from tui.dossier.network.balance.solver.reduced_graph import SCALE, Colours, ReducedGraph, Weights

PLENTY = 10**9


def every_colouring(weights: Weights) -> list[Colours]:
    """All colourings of the vertices left, the first of them in colour 1."""
    first, *others = weights
    return [{first: 1, **dict(zip(others, colours, strict=True))} for colours in product((1, -1), repeat=len(others))]


def joined_by_cutting(weights: Weights, one: int, other: int) -> int:
    """The least weight that parts two vertices."""
    colourings = [colours for colours in every_colouring(weights) if colours[one] != colours[other]]
    return min(
        sum(
            room
            for vertex, row in weights.items()
            for far, room in row.items()
            if vertex < far and colours[vertex] != colours[far]
        )
        for colours in colourings
    )


def test_parts_share_no_cycle_and_hold_every_edge_that_is_on_one() -> None:
    triangle, square = [(0, 1, 1), (1, 2, 1), (0, 2, -1)], [(2, 3, 1), (3, 4, 1), (4, 5, 1), (2, 5, 1)]
    bridge, far = [(5, 6, -1)], [(6, 7, 1), (7, 8, 1), (6, 8, 1)]
    assert blocks([*triangle, *square, *bridge, *far]) == [triangle, square, far]
    assert blocks(bridge) == blocks([]) == []


def test_a_long_chain_is_no_burden() -> None:
    assert blocks([(place, place + 1, 1) for place in range(50_000)]) == []


@pytest.mark.parametrize("seed", range(60))
def test_a_smaller_network_loses_as_little_at_best_and_every_best_colouring_comes_back(seed: int) -> None:
    for part in blocks(random_edges(seed)):
        whole, small = ReducedGraph.of(part), ReducedGraph.of(part)
        small.reduce()
        losses = {tuple(sorted(one.items())): lost_by(whole.weights, one) for one in every_colouring(whole.weights)}
        fewest = min(losses.values())
        best_small = [
            one for one in every_colouring(small.weights) if small.lost + lost_by(small.weights, one) == fewest
        ]
        back = [one for small_one in best_small for one in small.colourings(small_one)]
        first = next(iter(whole.weights))
        turned = [tuple(sorted((vertex, colour * one[first]) for vertex, colour in one.items())) for one in back]
        assert len(set(turned)) == len(turned)
        assert sorted(turned) == sorted(one for one, loss in losses.items() if loss == fewest)
        assert all(small.coloured(one) in back for one in best_small)


@pytest.mark.parametrize("seed", range(60))
def test_a_packing_never_promises_more_than_every_colouring_loses(seed: int) -> None:
    for part in blocks(random_edges(seed)):
        weights = ReducedGraph.of(part).weights
        fewest = min(lost_by(weights, one) for one in every_colouring(weights))
        for colours in (spanning_tree_colouring(weights), dict.fromkeys(weights, 1)):
            packing = cycle_bound(weights, colours, 50, Budget(PLENTY))
            more = refined_bound(packing, Budget(PLENTY))
            assert lost_by(weights, colours) - packing.short <= lost_by(weights, colours) - more.short <= fewest
            assert sum(rest for *_, rest in packing.open) == packing.short
            for found in (packing, more):
                assert all(rest >= 0 for *_, rest in found.open)
                assert all(room >= 0 for row in found.spare.values() for room in row.values())


@pytest.mark.parametrize("seed", range(40))
def test_what_is_joined_cannot_be_parted_for_less(seed: int) -> None:
    for part in blocks(random_edges(seed)):
        weights = {
            vertex: {other: abs(weight) for other, weight in row.items()}
            for vertex, row in ReducedGraph.of(part).weights.items()
        }
        for need in (1, SCALE + 1, 2 * SCALE + 1):
            for vertex, chief in contractions(weights, need).items():
                assert vertex == chief or joined_by_cutting(weights, vertex, chief) >= need


def test_three_lost_edges_that_make_a_cycle_count_together() -> None:
    weights = ReducedGraph.of([(0, 1, -1), (0, 2, -1), (1, 2, -1)]).weights
    packing = cycle_bound(weights, dict.fromkeys(weights, 1), 50, Budget(PLENTY))
    assert packing.short == 3 * SCALE
    more = refined_bound(packing, Budget(PLENTY))
    assert more.short == 2 * SCALE
    assert {rest for *_, rest in more.open} == {0}


def test_halves_find_room_where_wholes_find_none() -> None:
    weights = ReducedGraph.of([(one, other, -1) for one in range(4) for other in range(one)]).weights
    colours = {0: 1, 1: 1, 2: -1, 3: -1}
    assert lost_by(weights, colours) == 2 * SCALE
    assert cycle_bound(weights, colours, 0, Budget(PLENTY)).short == SCALE
    assert cycle_bound(weights, colours, 200, Budget(PLENTY)).short == 0


def test_the_shortest_path_is_laid_first_and_a_bound_can_be_tight() -> None:
    weights = ReducedGraph.of([(0, 1, -1), (0, 2, 1), (1, 2, 1), (0, 3, 1), (3, 4, 1), (1, 4, 1)]).weights
    packing = cycle_bound(weights, dict.fromkeys(weights, 1), 50, Budget(PLENTY))
    assert (packing.short, packing.open) == (0, ())
    assert packing.spare[0] == {2: 0, 3: SCALE}


def test_trial_finds_a_colouring_that_loses_what_it_says() -> None:
    weights = ReducedGraph.of(edges_of(states(2, unruly=0.3))).weights
    start = spanning_tree_colouring(weights)
    lost, colours = local_search(weights, start, 200, Budget(PLENTY))
    assert lost == lost_by(weights, colours) < lost_by(weights, start)


def test_a_budget_ends_when_it_is_spent_or_when_it_is_told_to() -> None:
    budget = Budget(10)
    budget.spend(10)
    with pytest.raises(Exhausted):
        budget.spend(1)
    told = Budget(PLENTY, lambda: True)
    with pytest.raises(Exhausted):
        told.spend(1)
    with pytest.raises(Exhausted):
        told.spend(1)
