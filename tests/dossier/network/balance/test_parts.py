"""The connected parts of a network: each has an index and two camps of its own, and says what these hang on."""

from __future__ import annotations

from itertools import combinations

import pytest

from tests.dossiers import HEAD, loaded, record
from tests.marks import mostly_long
from tests.networks import pairs_of, random_edges, tables_of
from tui.dossier.network.balance import Balance, Part, Place, Support, compute_balance
from tui.dossier.network.balance.best_splits import best_splits
from tui.dossier.network.balance.budget import Budget
from tui.dossier.network.balance.frustration import Change, Frustration, frustration_index, solved_components
from tui.dossier.network.balance.parts import Network, camps, connected_parts
from tui.dossier.network.balance.support import support_of
from tui.dossier.network.signed_graph import Pair


def balance_of(ties: list[tuple[str, str, str]], judged: frozenset[int] = frozenset()) -> Balance:
    """The balance of ties, of which those with the numbers in `judged` are judgements."""
    names = dict.fromkeys(end for first, second, _ in ties for end in (first, second))
    actors = "".join(record("actors", id=name) for name in names)
    rows = "".join(
        record(
            "alliances",
            id=f"t{number}",
            between=[first, second],
            kind="aid" if sign == "+" else "rivalry",
            **({"status": "judgement", "by": ["s"]} if number in judged else {}),
        )
        for number, (first, second, sign) in enumerate(ties)
    )
    return compute_balance(loaded(HEAD + record("sources") + actors + rows))


def ties_from(seed: int, letter: str = "a") -> list[tuple[str, str, str]]:
    return [(f"{letter}{one}", f"{letter}{other}", "+" if sign > 0 else "-") for one, other, sign in random_edges(seed)]


def frustrated(part: Network | Part, first: set[str]) -> Change:
    return tuple(
        pair.ends for pair in part.pairs if (pair.sign == "+") != ((pair.ends[0] in first) == (pair.ends[1] in first))
    )


def separated(part: Network | Part, first: set[str]) -> int:
    """How many hostile pairs a split separates."""
    return sum(pair.sign == "-" and len(first.intersection(pair.ends)) == 1 for pair in part.pairs)


def every_split(part: Network | Part) -> list[set[str]]:
    first, *others = part.actors
    return [{first, *chosen} for size in range(len(others) + 1) for chosen in combinations(others, size)]


@pytest.mark.parametrize("seed", mostly_long(range(120), *range(8)))
def test_each_part_has_the_camps_of_an_exhaustive_search(seed: int) -> None:
    balance = balance_of([*ties_from(seed), *ties_from(seed + 1, "b")] or [("a", "b", "+")])
    for part in balance.parts:
        splits = every_split(part)
        least = min(len(frustrated(part, split)) for split in splits)
        optimal = [split for split in splits if len(frustrated(part, split)) == least]
        assert (part.frustration.low, part.frustration.high) == (least, least)
        assert part.frustration.change_count == len({frustrated(part, split) for split in optimal})
        most = max(separated(part, split) for split in optimal)
        best = [split for split in optimal if separated(part, split) == most]
        assert (part.best.number, part.best.all_known) == (len(best), True)
        place_of = {
            actor: Place(0, group, side)
            for group, both in enumerate(part.best.groups)
            for side, camp in enumerate(both)
            for actor in camp
        }
        assert place_of.keys() == set(part.actors)
        for one, other in combinations(part.actors, 2):
            together = {(one in split) == (other in split) for split in best}
            assert place_of[one].same_camp(place_of[other]) == (together.pop() if len(together) == 1 else None)
        assert all(
            frustrated(part, set(first)) == change
            for (first, _), change in zip(part.splits, part.frustration.changes, strict=False)
        )
    assert balance.frustration.high == sum(part.frustration.high for part in balance.parts)


def test_parts_that_no_pair_joins_keep_their_camps_to_themselves() -> None:
    balance = balance_of([("a", "b", "-"), ("c", "d", "-"), ("d", "e", "+")])
    assert [part.best.camps for part in balance.parts] == [(("c",), ("d", "e")), (("a",), ("b",))]
    assert balance.json_data()["camps"] == [[["c"], ["d", "e"]], [["a"], ["b"]]]
    assert balance.place_of == {"c": (0, 0, 0), "d": (0, 0, 1), "e": (0, 0, 1), "a": (1, 0, 0), "b": (1, 0, 1)}


def test_who_is_beside_either_of_two_enemies_is_in_neither_camp() -> None:
    [part] = balance_of([("a", "b", "-"), ("a", "c", "+"), ("b", "c", "+"), ("b", "d", "+")]).parts
    assert part.frustration.change_count == 3
    assert (part.best.number, part.best.all_known, part.best.agreed) == (2, True, False)
    assert part.best.camps == (("a",), ("b", "d"))
    assert part.either_camp == ("c",)


def test_where_no_two_actors_agree_nobody_is_in_a_camp() -> None:
    [part] = balance_of([("a", "b", "-"), ("a", "c", "-"), ("b", "c", "-")]).parts
    assert (part.best.number, part.best.camps) == (3, ((), ()))
    assert part.either_camp == ("a", "b", "c")


def test_choices_in_separate_cycles_multiply() -> None:
    rings = [(f"{one}{ring}", f"{other}{ring}", "-") for ring in range(20) for one, other in combinations("abc", 2)]
    [part] = balance_of([*rings, *((f"a{ring}", f"a{ring + 1}", "+") for ring in range(19))]).parts
    assert (part.best.number, part.best.all_known) == (3**20, True)
    assert part.best.camps == (tuple(f"a{ring}" for ring in range(20)), ())
    assert len(part.either_camp) == 40


def test_of_more_splits_than_are_listed_not_all_are_known() -> None:
    pairs = pairs_of((one, other, "-") for one, other in combinations("abcdef", 2))
    few = best_splits("abcdef", pairs, solved_components(pairs, Budget(10**6), limit=4))
    assert (few.number, few.all_known) == (4, False)
    every = best_splits("abcdef", pairs, solved_components(pairs, Budget(10**6)))
    assert (every.number, every.all_known) == (10, True)


def test_a_change_turns_the_sign_of_its_pairs_so_that_no_actor_falls_out_of_its_part() -> None:
    [part] = connected_parts("abc", pairs_of([("a", "b", "-"), ("b", "c", "+")]))
    assert camps(part, ()) == (("a",), ("b", "c"))
    assert camps(part, (("a", "b"),)) == (("a", "b", "c"), ())


def test_actors_that_only_a_judgement_joins_to_the_others_are_named() -> None:
    ties = [("a", "b", "+"), ("b", "c", "-"), ("c", "d", "+"), ("d", "e", "-")]
    [part] = balance_of(ties, judged=frozenset({2})).parts
    assert part.loose == {"d": "judgement", "e": "judgement"}
    [part] = balance_of(ties).parts
    assert part.loose == {}
    [part] = balance_of(ties, judged=frozenset(range(4))).parts
    assert part.loose == dict.fromkeys("abcde", "judgement")


def test_the_pairs_without_a_reported_tie_have_the_firmest_status_of_their_ties() -> None:
    ties = [("a", "b", "+"), ("b", "c", "+"), ("a", "b", "+"), ("c", "d", "+")]
    assert balance_of(ties, judged=frozenset({0, 3})).weak == {("c", "d"): "judgement"}


@pytest.mark.parametrize("seed", mostly_long(range(60), *range(1, 11)))
def test_what_the_answer_hangs_on_is_found_by_leaving_out_each_pair_in_turn(seed: int) -> None:
    ties = ties_from(seed)
    if not ties:
        return
    judged = frozenset(range(0, len(ties), 2))
    balance = balance_of(ties, judged)
    every = list(balance.pairs.values())
    known = frustration_index(every)
    expected = {ends for ends in balance.weak if _without(every, {ends}).changes != known.changes}
    supports = [part.support for part in balance.parts]
    assert all(support.complete for support in supports)
    assert {ends for support in supports for ends in support.singly} == expected
    for part, support in zip(balance.parts, supports, strict=True):
        assert not support.jointly or _without(every, set(support.jointly)).changes != known.changes
        own = list(part.pairs)
        balancing = {ends for ends in support.singly if not _without(own, {ends}).high}
        if support.jointly and not _without(own, set(support.jointly)).high:
            balancing |= set(support.jointly)
        assert set(support.decisive) == balancing


def _without(pairs: list[Pair], omitted: set[tuple[str, str]]) -> Frustration:
    return frustration_index([pair for pair in pairs if pair.ends not in omitted])


def test_an_answer_may_hang_on_judgements_that_only_count_together() -> None:
    square = [("a", "b", "+"), ("b", "c", "+"), ("a", "c", "-")]
    ways = [(end, actor, "+") for actor in "xy" for end in "ac"]
    judged = frozenset({3, 4, 5, 6})
    [part] = balance_of([*square, *ways], judged).parts
    assert part.support.singly == ()
    assert len(part.support.jointly) == 4
    assert part.support.decisive == ()


def test_what_a_network_is_unbalanced_by_at_all_is_told_from_what_only_changes_the_options() -> None:
    triangle = [("a", "b", "-"), ("b", "c", "+"), ("a", "c", "+")]
    [part] = balance_of(triangle, judged=frozenset({0})).parts
    assert part.support.singly == part.support.decisive == (("a", "b"),)
    [part] = balance_of([*triangle, ("a", "d", "+"), ("b", "d", "+")], judged=frozenset({4})).parts
    assert (part.support.singly, part.support.decisive) == ((("b", "d"),), ())
    other = [(f"{one}2", f"{two}2", sign) for one, two, sign in triangle]
    [part] = balance_of([*triangle, *other, ("a", "a2", "+")], judged=frozenset({0})).parts
    assert (part.support.singly, part.support.decisive) == ((("a", "b"),), ())


def test_a_reported_answer_hangs_on_nothing_less() -> None:
    triangle = [("a", "b", "+"), ("b", "c", "+"), ("a", "c", "-")]
    [part] = balance_of([*triangle, ("c", "d", "+")], judged=frozenset({3})).parts
    assert part.support.singly == part.support.jointly == ()


def test_of_more_pairs_than_are_tried_nothing_is_said() -> None:
    names = [f"n{number}" for number in range(24)]
    ties = [(*two, "+" if number else "-") for number, two in enumerate(combinations(names, 2))]
    [part] = balance_of(ties, frozenset(range(len(ties)))).parts
    assert part.support == Support(complete=False)


def test_the_options_of_very_many_parts_are_counted_and_only_some_are_listed() -> None:
    ties = [(f"{one}{part}", f"{other}{part}", "-") for part in range(400) for one, other in combinations("abc", 2)]
    balance = compute_balance(loaded(HEAD + record("sources") + tables_of(_names(ties), ties)))
    assert len(balance.parts) == 400
    assert balance.frustration.change_count == 3**400
    assert len(balance.frustration.changes) == 100_000 // 400
    assert balance.complete


def _names(ties: list[tuple[str, str, str]]) -> list[str]:
    return list(dict.fromkeys(end for first, second, _ in ties for end in (first, second)))


def test_without_a_budget_it_is_not_known_what_the_answer_hangs_on() -> None:
    pairs = pairs_of([("a", "b", "+"), ("b", "c", "+"), ("a", "c", "-")])
    components = solved_components(pairs, Budget(1_000))
    assert support_of(components, {("a", "b")}, Budget(1_000)) == Support(singly=(("a", "b"),), decisive=(("a", "b"),))
    assert support_of(components, {("a", "b")}, Budget(0)) == Support(complete=False)
