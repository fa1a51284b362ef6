"""The order of a matrix: camps and blocs as ties state them, those with alike ties together, the same on every run."""

from __future__ import annotations

import random
from itertools import groupby

import pytest

from tests.dossier.network.test_blocs import tie, world
from tui.dossier.dossier import Dossier
from tui.dossier.network import seriation
from tui.dossier.network.scope import DEFAULT_SCOPE
from tui.dossier.network.seriation import Block, seriated


def blocks(dossier: Dossier) -> list[Block]:
    return seriated(dossier, DEFAULT_SCOPE, [actor.id for actor in dossier.tables["actors"]])


def crowd(camps: int, size: int, *, shuffled: int = 0) -> Dossier:
    """Actors of which every `camps`-th is with the others of its camp and against the rest; no sides, no blocs."""
    chance = random.Random(5)  # noqa: S311
    ties: list[str] = []
    while len(ties) < 10 * size:
        one, other = chance.sample(range(size), 2)
        ties.append(tie(len(ties), f"x{one}", f"x{other}", "aid" if one % camps == other % camps else "hostility"))
    random.Random(shuffled).shuffle(ties)  # noqa: S311
    return world(*ties, actors=" ".join(f"x{number}" for number in range(size)), sides="")


def test_the_camps_of_the_sides_stand_side_by_side_and_those_with_both_or_neither_after_them() -> None:
    dossier = world(
        tie(1, "three", "one", "aid"),
        tie(2, "four", "two", "aid"),
        tie(3, "five", "one", "aid"),
        tie(4, "five", "two", "aid"),
        actors="four two five one three six",
    )
    assert blocks(dossier) == [
        Block("one", "", ("one", "three")),
        Block("two", "", ("two", "four")),
        Block("", "", ("five", "six")),
    ]


def test_members_of_a_bloc_are_a_block_of_their_camp_and_the_bloc_of_the_side_is_next_to_it() -> None:
    dossier = world(
        tie(1, "one", "union", "bloc-membership"),
        tie(2, "three", "union", "bloc-membership"),
        tie(3, "three", "one", "aid"),
        tie(4, "four", "league", "bloc-membership"),
        tie(5, "four", "one", "aid"),
        tie(6, "five", "one", "aid"),
        actors="one two three four five union league",
    )
    assert blocks(dossier)[:3] == [
        Block("one", "union", ("one", "three")),
        Block("one", "league", ("four",)),
        Block("one", "", ("five",)),
    ]


def test_everybody_is_in_one_block_once() -> None:
    dossier = crowd(3, 40)
    actors = [actor for block in blocks(dossier) for actor in block.actors]
    assert sorted(actors) == sorted(actor.id for actor in dossier.tables["actors"])


@pytest.mark.parametrize("camps", [2, 3])
def test_within_a_block_those_with_and_against_the_same_are_neighbours(camps: int) -> None:
    [block] = blocks(crowd(camps, 60))
    runs = [camp for camp, _ in groupby(int(actor[1:]) % camps for actor in block.actors)]
    assert len(runs) == camps


def test_a_friend_of_a_friend_is_never_moved_to_another_block() -> None:
    dossier = world(tie(1, "three", "one", "aid"), tie(2, "four", "three", "aid"), actors="one two three four")
    assert [block.actors for block in blocks(dossier)] == [("one", "three"), ("two",), ("four",)]


def test_the_order_is_the_same_on_every_run_and_those_alike_keep_the_order_of_the_file() -> None:
    assert blocks(crowd(3, 60)) == blocks(crowd(3, 60))
    dossier = world(
        *(tie(number, actor, "one", "aid") for number, actor in enumerate(("six", "three", "five", "four"))),
        actors="one two six three five four",
    )
    assert blocks(dossier)[0].actors == ("one", "six", "three", "five", "four")


def test_the_steps_are_bounded_by_the_number_of_pairs_whatever_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    steps = 0
    step = seriation._stepped

    def counted(*given: object) -> list[float]:
        nonlocal steps
        steps += 1
        return step(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(seriation, "_stepped", counted)
    monkeypatch.setattr(seriation, "_WORK", 20_000)
    blocks(crowd(3, 60))
    assert steps <= 2 * 20_000 // (4 * 400)


def test_ties_of_too_many_pairs_leave_the_order_of_the_file() -> None:
    names = [f"x{number}" for number in range(700)]
    from tests.dossiers import record

    dossier = world(record("alliances", between=names, kind="aid"), actors=" ".join(names), sides="")
    assert [block.actors for block in blocks(dossier)] == [tuple(names)]
