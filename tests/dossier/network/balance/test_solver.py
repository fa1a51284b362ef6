"""The parts of the exact solver: components, reduced graphs, bounds, contraction, local search."""

from __future__ import annotations

import random
from itertools import product

import pytest

from tests.networks import edges_of, random_edges, states
from tui.dossier.network.balance.budget import Allowance, Budget, Exhausted
from tui.dossier.network.balance.solver.biconnected import biconnected_components
from tui.dossier.network.balance.solver.bound_refinement import refined_bound
from tui.dossier.network.balance.solver.branch_and_bound import Known, optimal_assignments
from tui.dossier.network.balance.solver.contraction import contractions
from tui.dossier.network.balance.solver.cycle_bound import cycle_bound
from tui.dossier.network.balance.solver.local_search import frustrated_weight, local_search, spanning_tree_assignment
from tui.dossier.network.balance.solver.reduced_graph import SCALE, Assignment, ReducedGraph, Weights

PLENTY = 10**9


def every_assignment(weights: Weights) -> list[Assignment]:
    """All assignments of the remaining vertices, with the first vertex in camp 1."""
    first, *others = weights
    return [{first: 1, **dict(zip(others, camps, strict=True))} for camps in product((1, -1), repeat=len(others))]


def edge_connectivity(weights: Weights, start: int, end: int) -> int:
    """The least weight of a cut that separates two vertices, by trying all cuts."""
    return min(
        sum(
            weight
            for vertex, row in weights.items()
            for neighbour, weight in row.items()
            if vertex < neighbour and camps[vertex] != camps[neighbour]
        )
        for camps in every_assignment(weights)
        if camps[start] != camps[end]
    )


def test_components_share_no_cycle_and_contain_every_edge_on_one() -> None:
    triangle, square = [(0, 1, 1), (1, 2, 1), (0, 2, -1)], [(2, 3, 1), (3, 4, 1), (4, 5, 1), (2, 5, 1)]
    bridge, second_triangle = [(5, 6, -1)], [(6, 7, 1), (7, 8, 1), (6, 8, 1)]
    edges = [*triangle, *square, *bridge, *second_triangle]
    assert biconnected_components(edges) == [triangle, square, second_triangle]
    assert biconnected_components(bridge) == biconnected_components([]) == []


def test_a_long_path_does_not_exhaust_the_stack() -> None:
    assert biconnected_components([(vertex, vertex + 1, 1) for vertex in range(50_000)]) == []


@pytest.mark.parametrize("seed", range(60))
def test_reducing_keeps_the_least_cost_and_every_optimal_assignment(seed: int) -> None:
    for component in biconnected_components(random_edges(seed)):
        original, reduced = ReducedGraph.from_edges(component), ReducedGraph.from_edges(component)
        reduced.reduce()
        costs = {
            tuple(sorted(assignment.items())): frustrated_weight(original.weights, assignment)
            for assignment in every_assignment(original.weights)
        }
        least = min(costs.values())
        optimal_reduced = [
            assignment
            for assignment in every_assignment(reduced.weights)
            if reduced.base_cost + frustrated_weight(reduced.weights, assignment) == least
        ]
        extended = [whole for assignment in optimal_reduced for whole in reduced.extensions(assignment)]
        first = next(iter(original.weights))
        with_first_in_camp_1 = [
            tuple(sorted((vertex, camp * whole[first]) for vertex, camp in whole.items())) for whole in extended
        ]
        assert len(set(with_first_in_camp_1)) == len(with_first_in_camp_1)
        assert sorted(with_first_in_camp_1) == sorted(whole for whole, cost in costs.items() if cost == least)
        assert all(reduced.extend(assignment) in extended for assignment in optimal_reduced)


@pytest.mark.parametrize("seed", range(60))
def test_a_cycle_bound_never_exceeds_the_least_cost(seed: int) -> None:
    for component in biconnected_components(random_edges(seed)):
        weights = ReducedGraph.from_edges(component).weights
        least = min(frustrated_weight(weights, assignment) for assignment in every_assignment(weights))
        for assignment in (spanning_tree_assignment(weights), dict.fromkeys(weights, 1)):
            cost = frustrated_weight(weights, assignment)
            bound = cycle_bound(weights, assignment, 50, Budget(PLENTY))
            refined = refined_bound(bound, Budget(PLENTY))
            assert cost - bound.gap <= cost - refined.gap <= least
            assert sum(weight for *_, weight in bound.uncovered) == bound.gap
            for packing in (bound, refined):
                assert all(weight >= 0 for *_, weight in packing.uncovered)
                assert all(capacity >= 0 for row in packing.residual.values() for capacity in row.values())


@pytest.mark.parametrize("seed", range(40))
def test_contracted_vertices_cannot_be_separated_for_less_than_the_threshold(seed: int) -> None:
    for component in biconnected_components(random_edges(seed)):
        weights = {
            vertex: {neighbour: abs(weight) for neighbour, weight in row.items()}
            for vertex, row in ReducedGraph.from_edges(component).weights.items()
        }
        for threshold in (1, SCALE + 1, 2 * SCALE + 1):
            for vertex, root in contractions(weights, threshold).items():
                assert vertex == root or edge_connectivity(weights, vertex, root) >= threshold


def test_three_frustrated_edges_that_form_a_cycle_tighten_the_bound() -> None:
    weights = ReducedGraph.from_edges([(0, 1, -1), (0, 2, -1), (1, 2, -1)]).weights
    bound = cycle_bound(weights, dict.fromkeys(weights, 1), 50, Budget(PLENTY))
    assert bound.gap == 3 * SCALE
    refined = refined_bound(bound, Budget(PLENTY))
    assert refined.gap == 2 * SCALE
    assert {weight for *_, weight in refined.uncovered} == {0}


def test_half_edges_are_routed_where_whole_ones_do_not_fit() -> None:
    weights = ReducedGraph.from_edges([(start, end, -1) for start in range(4) for end in range(start)]).weights
    assignment = {0: 1, 1: 1, 2: -1, 3: -1}
    assert frustrated_weight(weights, assignment) == 2 * SCALE
    assert cycle_bound(weights, assignment, 0, Budget(PLENTY)).gap == SCALE
    assert cycle_bound(weights, assignment, 200, Budget(PLENTY)).gap == 0


def test_the_shortest_path_is_routed_first_and_a_bound_can_be_tight() -> None:
    weights = ReducedGraph.from_edges([(0, 1, -1), (0, 2, 1), (1, 2, 1), (0, 3, 1), (3, 4, 1), (1, 4, 1)]).weights
    bound = cycle_bound(weights, dict.fromkeys(weights, 1), 50, Budget(PLENTY))
    assert (bound.gap, bound.uncovered) == (0, ())
    assert bound.residual[0] == {2: 0, 3: SCALE}


def test_local_search_improves_its_start_and_returns_the_cost_of_what_it_returns() -> None:
    weights = ReducedGraph.from_edges(edges_of(states(2, unruly=0.3))).weights
    start = spanning_tree_assignment(weights)
    cost, assignment = local_search(weights, start, 200, Budget(PLENTY))
    assert cost == frustrated_weight(weights, assignment) < frustrated_weight(weights, start)


def test_a_budget_ends_when_it_is_spent_or_cancelled() -> None:
    budget = Budget(10)
    budget.spend(10)
    with pytest.raises(Exhausted):
        budget.spend(1)
    cancelled = Budget(PLENTY, lambda: True)
    with pytest.raises(Exhausted):
        cancelled.spend(1)
    with pytest.raises(Exhausted):
        cancelled.spend(1)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(40))
def test_what_is_known_before_a_search_changes_nothing_in_its_answer(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    for component in biconnected_components(random_edges(seed)):
        answer = optimal_assignments(component, 1_000, Budget(PLENTY))
        some = {vertex: chance.choice((1, -1)) for edge in component for vertex in edge[:2]}
        for known in (Known(some), Known(some, answer.low), Known(answer.assignments[-1], max(0, answer.low - 1))):
            again = optimal_assignments(component, 1_000, Budget(PLENTY), known)
            assert (again.low, again.high, again.all_listed) == (answer.low, answer.high, answer.all_listed)
            assert sorted(map(_items, again.assignments)) == sorted(map(_items, answer.assignments))


def test_a_search_that_begins_at_the_answer_spends_less() -> None:
    component = max(biconnected_components(edges_of(states(1, size=60, ties=400))), key=len)
    cold, warm = Budget(PLENTY), Budget(PLENTY)
    answer = optimal_assignments(component, 10, cold)
    optimal_assignments(component, 10, warm, Known(answer.assignments[0], answer.low))
    assert (PLENTY - warm.left) * 2 < PLENTY - cold.left


def _items(assignment: Assignment) -> list[tuple[int, int]]:
    return sorted(assignment.items())


def test_an_allowance_gives_each_search_its_share_and_what_those_before_have_left() -> None:
    allowance = Allowance(1_000, 10, most=250, least=200, cancelled=None)
    first = allowance.budget(is_hard=False)
    assert first is not None
    assert first.left == 100
    first.spend(10)
    allowance.spend(first)
    second = allowance.budget(is_hard=False)
    assert second is not None
    assert second.left == 90 + 990 // 9
    second.take(second.left)
    allowance.spend(second)
    assert allowance.budget(is_hard=True) is None
    third = allowance.budget(is_hard=True)
    assert third is not None
    assert 200 <= third.left <= 250
