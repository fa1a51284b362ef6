"""Heads for narrow columns: short, no two alike, and what one would guess where that is free."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.dossier.kinds import Actor
from tui.dossier.values.text import Safe
from tui.pages.network.column_labels import WIDTH, column_labels


def actor(name: str, code: str = "", *aliases: str) -> Actor:
    return Actor(id=Safe("x"), name=Safe(name), kind="state", code=Safe(code), aliases=tuple(map(Safe, aliases)))


def heads_of(*actors: Actor) -> list[str]:
    return list(column_labels((str(number), one) for number, one in enumerate(actors)).values())


@pytest.mark.parametrize(
    ("one", "head"),
    [
        (actor("Orvane", "OV", "ORV"), "OV"),
        (actor("Orvane Republic", "", "Port Isse", "ORV"), "ORV"),
        (actor("United Nations"), "UN"),
        (actor("League of the Lower Rivers", "", "LLRR"), "LLR"),
        (actor("Orvane"), "ORV"),
        (actor("State 12"), "12"),
        (actor("State 123"), "123"),
        (actor("漢字"), "000"),
        (actor("…"), "000"),
    ],
)
def test_a_head_is_what_one_would_guess(one: Actor, head: str) -> None:
    assert heads_of(one) == [head]


def test_when_it_is_taken_another_letter_tells_them_apart() -> None:
    assert heads_of(actor("Orvane"), actor("Orvaton"), actor("Orva"), actor("Orv")) == ["ORV", "ORA", "OVA", "OV"]


@given(st.lists(st.text(max_size=12), max_size=60))
@settings(deadline=None)
def test_heads_are_short_and_no_two_are_alike(names: list[str]) -> None:
    labels = heads_of(*(actor(name) for name in names))
    assert len(set(labels)) == len(names)
    assert all(0 < cell_len(head) <= WIDTH for head in labels)


def test_an_actor_that_is_not_in_the_dossier_has_a_head_too() -> None:
    assert column_labels([("missing", None)]) == {"missing": "MIS"}


@pytest.mark.parametrize(
    ("names", "heads"),
    [
        (("State 24", "State 7", "State 138"), ["24", "7", "138"]),
        (("State 24", "Bloc 24", "State 7"), ["S24", "B24", "S7"]),
        (("State 24", "Bloc 24", "State 138"), ["24", "BLO", "138"]),
        (("State 24", "Sona Navas 24", "State 7"), ["24", "SN", "7"]),
    ],
)
def test_numbers_have_a_letter_before_them_at_all_actors_or_at_none(names: tuple[str, ...], heads: list[str]) -> None:
    assert heads_of(*map(actor, names)) == heads


def test_labels_that_are_given_stay_and_are_not_given_again() -> None:
    labels = column_labels([("b", actor("Orvane"))], {"a": "ORV"})
    assert labels == {"a": "ORV", "b": "ORA"}
