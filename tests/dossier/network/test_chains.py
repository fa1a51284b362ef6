"""The shortest chains of ties: as short as can be, every step a real tie, none missed."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.dossier.kinds import Tie
from tui.dossier.network import chains as chains_module
from tui.dossier.network.chains import NO_CHAINS, chains
from tui.dossier.values.cite import parse_cites
from tui.dossier.values.text import Safe


def tie(number: int, *ends: str) -> Tie:
    return Tie(
        id=Safe(f"t{number}"),
        kind="other",
        status="reported",
        cite=parse_cites("s"),
        between=tuple(map(Safe, ends)),
    )


def network(*ends: str) -> list[Tie]:
    """`ab bcd` is a tie of a and b and one of b, c and d."""
    return [tie(number, *actors) for number, actors in enumerate(ends)]


def listed(ties: list[Tie], start: str, end: str, limit: int = 20) -> list[str]:
    return [
        "".join((chain[0].first, *(step.second for step in chain))) for chain in chains(ties, start, end, limit).listed
    ]


def test_all_chains_of_the_least_length_are_found_in_the_order_of_the_file() -> None:
    assert listed(network("ac", "cd", "ab", "bd", "ae", "ef", "fd"), "a", "d") == ["acd", "abd"]


def test_a_step_has_all_ties_of_its_two_actors() -> None:
    (chain,) = chains(network("ab", "bc", "ab"), "a", "c").listed
    assert [[tie.id for tie in step.ties] for step in chain] == [["t0", "t2"], ["t1"]]


def test_several_ties_of_one_pair_are_one_chain() -> None:
    result = chains(network("ab", "ab", "ab"), "a", "b")
    assert (len(result.listed), result.total, result.length) == (1, 1, 1)


@pytest.mark.parametrize(("start", "end"), [("a", "c"), ("a", "z"), ("z", "a"), ("a", "a")])
def test_where_there_is_no_chain_there_is_none(start: str, end: str) -> None:
    assert chains(network("ab", "cd"), start, end) == NO_CHAINS


def test_only_the_first_chains_are_made_but_all_are_counted() -> None:
    middles = [f"m{number}" for number in range(30)]
    ties = [tie(number, "a", name) for number, name in enumerate(middles)]
    ties += [tie(number + 100, name, "z") for number, name in enumerate(middles)]
    result = chains(ties, "a", "z", 4)
    assert (len(result.listed), result.total) == (4, 30)


def test_chains_are_counted_only_while_that_is_quick(monkeypatch: pytest.MonkeyPatch) -> None:
    ties = network("ab", "ac", "bd", "cd")
    assert chains(ties, "a", "d").total == 2
    monkeypatch.setattr(chains_module, "MAX_COUNTING_WORK", 3)
    result = chains(ties, "a", "d")
    assert result.total is None
    assert len(result.listed) == 2


def test_ties_of_many_actors_and_very_long_chains_take_no_time() -> None:
    crowd = [f"m{number}" for number in range(2000)]
    wide = [tie(1, "a", *crowd), tie(2, *crowd, *(f"n{number}" for number in range(2000))), tie(3, "n7", "z")]
    assert chains(wide, "a", "z").length == 3
    long = [tie(number, f"c{number}", f"c{number + 1}") for number in range(3000)]
    assert chains(long, "c0", "c3000").length == 3000


some_ties = st.lists(st.lists(st.sampled_from("abcdefg"), min_size=2, max_size=3, unique=True), max_size=12)


@given(some_ties)
def test_the_chains_are_those_that_trying_everything_finds(ends: list[list[str]]) -> None:
    ties = [tie(number, *actors) for number, actors in enumerate(ends)]
    joined = {frozenset(two) for actors in ends for two in combinations(actors, 2)}
    tried: list[str] = []
    ways = ["a"]
    while ways and not tried:
        ways = [way + name for way in ways for name in "abcdefg" if name not in way and {way[-1], name} in joined]
        tried = [way for way in ways if way[-1] == "g"]
    result = chains(ties, "a", "g", 1000)
    assert sorted(listed(ties, "a", "g", 1000)) == sorted(tried)
    assert result.total == len(tried)
    for chain in result.listed:
        assert all(step.second == following.first for step, following in pairwise(chain))
        assert all(step.ties and {step.first, step.second} <= set(tie.ends) for step in chain for tie in step.ties)
