"""Who speaks to a claim, and who is silent though it is about them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.dossiers import dossier_of, loaded, record
from tui.dossier.kinds import Claim
from tui.dossier.responses import disputed, opponents, unheard

PEOPLE = (
    record("actors", id="cape"),
    record("actors", id="hall", kind="place"),
    record("actors", id="ministry", kind="body", part_of="cape"),
    record("actors", id="envoy", kind="person", roles=[{"title": "envoy", "of": "ministry"}]),
    record("actors", id="paper", kind="media", side="cape"),
)


def heard(*records: str, **keys: Any) -> tuple[str, ...]:
    """Who is not heard of a claim by `a` with `keys`."""
    dossier = loaded(
        dossier_of(*PEOPLE, *records, record("claims", **keys), head='dossier = 1\ntitle = "T"\nsides = ["cape"]\n')
    )
    [claim] = dossier.tables["claims"]
    assert isinstance(claim, Claim)
    return unheard(dossier, claim)


def test_those_a_claim_is_about_who_say_nothing_are_not_heard() -> None:
    assert heard(about=["a", "cape", "b"]) == ("cape", "b")
    assert heard() == ()


def test_the_ends_of_a_tie_are_asked_too_and_each_once() -> None:
    assert heard(record("alliances", between=["b", "cape"]), about=["cape", "t"]) == ("cape", "b")


def test_a_place_is_not_asked_nor_who_only_took_part_in_an_event() -> None:
    assert heard(record("events", actors=["cape"]), about=["hall", "e"]) == ()


@pytest.mark.parametrize("key", ["quotes", "counter"])
def test_who_speaks_for_or_against_it_is_heard(key: str) -> None:
    assert heard(record("quotes", speaker="cape"), about=["cape", "b"], **{key: ["q"]}) == ("b",)


def test_who_denies_it_is_heard() -> None:
    assert heard(about=["b"], denied_by=["b"], status="denied") == ()


def test_who_speaks_about_the_claim_or_to_a_tie_in_it_is_heard() -> None:
    assert heard(record("quotes", speaker="cape", about=["c"]), about=["cape"]) == ()
    assert heard(record("quotes", speaker="cape", about=["cape"]), about=["cape"]) == ("cape",)
    words = record("quotes", id="q2", speaker="cape")
    assert heard(words, record("alliances", quotes=["q2"]), about=["t", "cape"]) == ("b",)


def test_an_actor_speaks_through_those_who_hold_its_offices() -> None:
    assert heard(record("quotes", speaker="envoy"), about=["cape", "ministry"], quotes=["q"]) == ()


def test_belonging_to_a_side_is_not_speaking_for_it() -> None:
    assert heard(record("quotes", speaker="paper"), about=["cape"], quotes=["q"]) == ("cape",)


def test_offices_held_of_each_other_do_no_harm() -> None:
    ring = (
        record("actors", id="x", roles=[{"title": "one", "of": "y"}]),
        record("actors", id="y", roles=[{"title": "two", "of": "x"}]),
    )
    assert heard(*ring, record("quotes", speaker="x"), about=["y"], quotes=["q"]) == ()


def test_a_claim_is_disputed_when_denied_spoken_against_or_held_contested() -> None:
    dossier = loaded(
        dossier_of(
            record("quotes", speaker="b"),
            record("claims", id="c1"),
            record("claims", id="c2", counter=["q"]),
            record("claims", id="c3", denied_by=["b"]),
            record("claims", id="c4", status="contested"),
            record("claims", id="c5", counter=["q"], denied_by=["b"]),
        )
    )
    claims = [claim for claim in dossier.tables["claims"] if isinstance(claim, Claim)]
    assert [disputed(claim) for claim in claims] == [False, True, True, True, True]
    assert [opponents(dossier, claim) for claim in claims] == [(), ("b",), ("b",), (), ("b",)]
