"""The triangles of a network: each counted once, under its kind, and at each of its actors."""

from __future__ import annotations

from itertools import combinations

import pytest

from tests.networks import GAMA, GAMA_TRIBES, pairs_of, random_edges
from tui.dossier.network.balance import triangles
from tui.dossier.network.balance.triangles import KINDS, Triangle, census, triangle_of
from tui.dossier.network.signed_graph import MIXED, Pair


@pytest.mark.parametrize(("kind", "balanced"), [("+++", True), ("++-", False), ("+--", True), ("---", False)])
def test_a_triangle_is_balanced_when_its_hostile_pairs_are_even(kind: str, balanced: bool) -> None:
    ends = (("a", "b"), ("a", "c"), ("b", "c"))
    pairs = pairs_of((*two, sign) for two, sign in zip(ends, kind, strict=True))
    found = census("abc", pairs)
    assert found.counts == {**dict.fromkeys(KINDS, 0), kind: 1}
    assert found.balanced == float(balanced)
    assert found.unbalanced == (() if balanced else (Triangle(("a", "b", "c"), tuple(kind)),))  # type: ignore[arg-type]
    assert found.unbalanced_of == ({} if balanced else dict.fromkeys("abc", 1))


def test_without_a_triangle_there_is_nothing_to_judge() -> None:
    found = census("abc", pairs_of([("a", "b", "+"), ("b", "c", "-")]))
    assert (found.number, found.balanced, found.unbalanced) == (0, None, ())


def test_actors_are_named_in_the_order_given() -> None:
    pairs = pairs_of([("a", "b", "-"), ("b", "c", "+"), ("a", "c", "+")])
    assert census("cba", pairs).unbalanced == (Triangle(("c", "b", "a"), ("+", "+", "-")),)


@pytest.mark.parametrize("seed", range(100))
def test_the_census_is_what_looking_at_all_threes_finds(seed: int) -> None:
    pairs = pairs_of((f"a{one}", f"a{other}", "+" if sign > 0 else "-") for one, other, sign in random_edges(seed))
    actors = tuple(dict.fromkeys(end for pair in pairs for end in pair.ends))
    held = {pair.ends: pair for pair in pairs}
    all_threes = [found for three in combinations(actors, 3) if (found := triangle_of(held, *three))]
    counted = census(actors, pairs)
    assert counted.counts == {kind: sum(one.kind == kind for one in all_threes) for kind in KINDS}
    assert list(counted.unbalanced) == [one for one in all_threes if not one.balanced]
    in_them = [actor for one in counted.unbalanced for actor in one.actors]
    assert counted.unbalanced_of == {actor: in_them.count(actor) for actor in actors if actor in in_them}


def test_gahuku_gama_has_68_triangles_of_which_59_are_balanced() -> None:
    found = census(GAMA_TRIBES, pairs_of(GAMA))
    assert found.number == 68
    assert found.number_unbalanced == 9
    assert found.balanced == 59 / 68


def test_of_very_many_unbalanced_triangles_the_first_are_listed_and_all_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(triangles, "MOST_LISTED", 3)
    everyone_hostile = pairs_of((one, other, "-") for one, other in combinations("abcdef", 2))
    found = census("abcdef", everyone_hostile)
    assert (len(found.unbalanced), found.number_unbalanced) == (3, 20)


def test_three_actors_with_a_mixed_pair_or_none_are_no_triangle() -> None:
    held = {pair.ends: pair for pair in pairs_of([("a", "b", "-"), ("b", "c", "+")])}
    assert triangle_of(held, *"abc") is None
    assert triangle_of({**held, ("a", "c"): Pair(("a", "c"), ("t",), MIXED)}, *"abc") is None
