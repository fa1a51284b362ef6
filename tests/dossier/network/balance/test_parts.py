"""The connected parts of a network: each has an index and two camps of its own, and says what these hang on."""

from __future__ import annotations

from itertools import combinations

import pytest

from tests.dossiers import HEAD, loaded, record
from tests.marks import mostly_long
from tests.networks import pairs_of, random_edges, tables_of
from tui.dossier.network.balance import Balance, Part, Support, compute_balance
from tui.dossier.network.balance.budget import Budget
from tui.dossier.network.balance.frustration import Change, frustration_index, solved_components
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


@pytest.mark.parametrize("seed", mostly_long(range(120), *range(12)))
def test_each_part_has_the_camps_of_an_exhaustive_search(seed: int) -> None:
    balance = balance_of([*ties_from(seed), *ties_from(seed + 1, "b")] or [("a", "b", "+")])
    for part in balance.parts:
        splits = every_split(part)
        least = min(len(frustrated(part, split)) for split in splits)
        optimal = [split for split in splits if len(frustrated(part, split)) == least]
        assert (part.frustration.low, part.frustration.high) == (least, least)
        assert part.frustration.change_count == len({frustrated(part, split) for split in optimal})
        chosen = set(part.camps[0])
        assert chosen in optimal
        assert separated(part, chosen) == max(separated(part, split) for split in optimal)
        assert all(
            frustrated(part, set(first)) == change
            for (first, _), change in zip(part.splits, part.frustration.changes, strict=False)
        )
    assert balance.frustration.high == sum(part.frustration.high for part in balance.parts)


def test_parts_that_no_pair_joins_keep_their_camps_to_themselves() -> None:
    balance = balance_of([("a", "b", "-"), ("c", "d", "-"), ("d", "e", "+")])
    assert [part.camps for part in balance.parts] == [(("c",), ("d", "e")), (("a",), ("b",))]
    assert balance.json_data()["camps"] == [[["c"], ["d", "e"]], [["a"], ["b"]]]
    assert balance.camp_of == {"c": (0, 0), "d": (0, 1), "e": (0, 1), "a": (1, 0), "b": (1, 1)}


def test_of_equal_splits_one_that_separates_the_enemies_is_taken() -> None:
    [part] = balance_of([("a", "b", "-"), ("a", "c", "+"), ("b", "c", "+")]).parts
    assert part.frustration.change_count == 3
    assert {"a", "b"} not in [set(camp) & {"a", "b"} for camp in part.camps]


def test_a_change_turns_the_sign_of_its_pairs_so_that_no_actor_falls_out_of_its_part() -> None:
    [part] = connected_parts("abc", pairs_of([("a", "b", "-"), ("b", "c", "+")]))
    assert camps(part, ()) == (("a",), ("b", "c"))
    assert camps(part, (("a", "b"),)) == (("a", "b", "c"), ())


def test_actors_that_only_a_judgement_joins_to_the_others_are_named() -> None:
    ties = [("a", "b", "+"), ("b", "c", "-"), ("c", "d", "+"), ("d", "e", "-")]
    [part] = balance_of(ties, judged=frozenset({2})).parts
    assert part.loose == ("d", "e")
    [part] = balance_of(ties).parts
    assert part.loose == ()


def test_the_pairs_without_a_reported_tie_have_the_firmest_status_of_their_ties() -> None:
    ties = [("a", "b", "+"), ("b", "c", "+"), ("a", "b", "+"), ("c", "d", "+")]
    assert balance_of(ties, judged=frozenset({0, 3})).weak == {("c", "d"): "judgement"}


@pytest.mark.parametrize("seed", mostly_long(range(60), *range(8)))
def test_what_the_answer_hangs_on_is_found_by_leaving_out_each_pair_in_turn(seed: int) -> None:
    ties = ties_from(seed)
    if not ties:
        return
    judged = frozenset(range(0, len(ties), 2))
    balance = balance_of(ties, judged)
    every = list(balance.pairs.values())
    expected = {ends for ends in balance.weak if _differs(every, {ends})}
    supports = [part.support for part in balance.parts]
    assert all(support.complete for support in supports)
    assert {ends for support in supports for ends in support.singly} == expected
    for support in supports:
        assert not support.jointly or _differs(every, set(support.jointly))


def _differs(pairs: list[Pair], without: set[tuple[str, str]]) -> bool:
    rest = frustration_index([pair for pair in pairs if pair.ends not in without])
    return rest.changes != frustration_index(pairs).changes


def test_an_answer_may_hang_on_judgements_that_only_count_together() -> None:
    square = [("a", "b", "+"), ("b", "c", "+"), ("a", "c", "-")]
    ways = [(end, actor, "+") for actor in "xy" for end in "ac"]
    judged = frozenset({3, 4, 5, 6})
    [part] = balance_of([*square, *ways], judged).parts
    assert part.support.singly == ()
    assert len(part.support.jointly) == 4


def test_a_reported_answer_hangs_on_nothing_less() -> None:
    triangle = [("a", "b", "+"), ("b", "c", "+"), ("a", "c", "-")]
    [part] = balance_of([*triangle, ("c", "d", "+")], judged=frozenset({3})).parts
    assert part.support.singly == part.support.jointly == ()


def test_of_more_pairs_than_are_tried_nothing_is_said() -> None:
    names = [f"n{number}" for number in range(24)]
    ties = [(*two, "-" if number % 7 else "+") for number, two in enumerate(combinations(names, 2))]
    name_of_all = frozenset(range(len(ties)))
    [part] = balance_of(ties, name_of_all).parts
    assert not part.support.complete


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
    assert support_of(components, {("a", "b")}, Budget(1_000)) == Support(singly=(("a", "b"),))
    assert support_of(components, {("a", "b")}, Budget(0)) == Support(complete=False)
