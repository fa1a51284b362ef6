"""The triad census: each triangle counted once, by its kind, and for each of its actors."""

from __future__ import annotations

from itertools import combinations

import pytest

from tests.networks import GAMA, GAMA_TRIBES, pairs_of, random_edges
from tui.dossier.network.balance import triangles
from tui.dossier.network.balance.triangles import KINDS, OneRecord, Triangle, triad_census, triangle_of
from tui.dossier.network.signed_graph import MIXED, Pair


@pytest.mark.parametrize(("kind", "balanced"), [("+++", True), ("++-", False), ("+--", True), ("---", False)])
def test_a_triangle_is_balanced_when_its_hostile_pairs_are_even(kind: str, balanced: bool) -> None:
    ends = (("a", "b"), ("a", "c"), ("b", "c"))
    pairs = pairs_of((*two, sign) for two, sign in zip(ends, kind, strict=True))
    census = triad_census("abc", pairs)
    assert census.counts == {**dict.fromkeys(KINDS, 0), kind: 1}
    assert census.balanced_share == float(balanced)
    assert census.unbalanced == (() if balanced else (Triangle(("a", "b", "c"), tuple(kind)),))  # type: ignore[arg-type]
    assert census.unbalanced_of == ({} if balanced else dict.fromkeys("abc", 1))


def test_without_a_triangle_there_is_no_balanced_share() -> None:
    census = triad_census("abc", pairs_of([("a", "b", "+"), ("b", "c", "-")]))
    assert (census.total, census.balanced_share, census.unbalanced) == (0, None, ())


def test_actors_are_named_in_the_order_given() -> None:
    pairs = pairs_of([("a", "b", "-"), ("b", "c", "+"), ("a", "c", "+")])
    assert triad_census("cba", pairs).unbalanced == (Triangle(("c", "b", "a"), ("+", "+", "-")),)


@pytest.mark.parametrize("seed", range(100))
def test_the_census_is_that_of_an_exhaustive_search(seed: int) -> None:
    pairs = pairs_of((f"a{one}", f"a{other}", "+" if sign > 0 else "-") for one, other, sign in random_edges(seed))
    actors = tuple(dict.fromkeys(end for pair in pairs for end in pair.ends))
    by_ends = {pair.ends: pair for pair in pairs}
    all_triangles = [triangle for three in combinations(actors, 3) if (triangle := triangle_of(by_ends, *three))]
    census = triad_census(actors, pairs)
    assert census.counts == {kind: sum(triangle.kind == kind for triangle in all_triangles) for kind in KINDS}
    assert list(census.unbalanced) == [triangle for triangle in all_triangles if not triangle.balanced]
    corners = [actor for triangle in census.unbalanced for actor in triangle.actors]
    assert census.unbalanced_of == {actor: corners.count(actor) for actor in actors if actor in corners}


def test_gahuku_gama_has_68_triangles_of_which_59_are_balanced() -> None:
    census = triad_census(GAMA_TRIBES, pairs_of(GAMA))
    assert census.total == 68
    assert census.total_unbalanced == 9
    assert census.balanced_share == 59 / 68


def test_of_very_many_unbalanced_triangles_the_first_are_listed_and_all_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(triangles, "MAX_LISTED", 3)
    everyone_hostile = pairs_of((one, other, "-") for one, other in combinations("abcdef", 2))
    census = triad_census("abcdef", everyone_hostile)
    assert (len(census.unbalanced), census.total_unbalanced) == (3, 20)


def test_three_actors_with_a_mixed_pair_or_none_are_no_triangle() -> None:
    by_ends = {pair.ends: pair for pair in pairs_of([("a", "b", "-"), ("b", "c", "+")])}
    assert triangle_of(by_ends, *"abc") is None
    assert triangle_of({**by_ends, ("a", "c"): Pair(("a", "c"), ("t",), MIXED)}, *"abc") is None


def of_one_tie(actors: str, tie: str) -> list[Pair]:
    return [Pair((one, other), (tie,), "-") for one, other in combinations(actors, 2)]


def test_triangles_that_are_of_one_record_each_are_told_by_it_and_the_others_listed() -> None:
    census = triad_census("abcdefx", [*of_one_tie("abcdef", "war"), *pairs_of([("a", "x", "-"), ("b", "x", "-")])])
    assert census.one_record == (OneRecord("war", 6, 20),)
    assert [triangle.actors for triangle in census.unbalanced] == [("a", "b", "x")]
    assert (census.total_unbalanced, census.total_of_one_record, census.unlisted) == (21, 20, 0)


def test_a_pair_that_rests_on_another_tie_too_makes_its_triangles_those_of_several_records() -> None:
    [first, *others] = of_one_tie("abcd", "war")
    census = triad_census("abcd", [first._replace(ties=("war", "feud")), *others])
    assert census.one_record == (OneRecord("war", 4, 2),)
    assert [triangle.actors for triangle in census.unbalanced] == [("a", "b", "c"), ("a", "b", "d")]


def test_one_triangle_of_one_record_is_listed_like_any_other() -> None:
    census = triad_census("abc", of_one_tie("abc", "war"))
    assert (census.one_record, len(census.unbalanced)) == ((), 1)
